"""What changes how a customer's words are felt: sarcasm, hearsay, calm, restraint; as phrases."""

SARCASM: tuple[str, ...] = (
    "(yeah right|yeah sure|oh sure|wow|gee|oh great) ...2 (thanks|thank you) ...2",
    "(thanks|thank you) [a lot|so much|very much|again|a bunch|a million|heaps|loads] for ...1 "
    "[the|your|another|this|that|such] (delay|delays|wait|mess|cancellation|cancelled|terrible|"
    "horrible|awful|bad|worst|worse|rude|late|lousy|poor|stress|hassle|headache|trouble|"
    "inconvenience|lack|broken|useless|crap|extra|charging|overcharging|stranding|leaving|"
    "forgetting|disconnecting|hanging|ignoring|cancelling|canceling|delaying|screwing|messing|"
    "being (late|the)|not|breaking)",
    "(thanks|thank you) [a lot|so much|very much] for making (me|us) (wait|miss|late|pay|stand|sit|"
    "feel|spend|look)",
    "lack of ...4 (thanks|thank you)",
    "(said|says|say|saying|means|mean) ...2 (thanks|thank you)",
    "thanks for (nothing|all the help|ruining|the delay|the cancel*|making|wasting|losing|not|"
    "that|another|your apology)",
    "(great|nice|good|lovely|wonderful|another great|awesome|well done) (job|service|work) ...6 "
    "(lost|late|delay*|cancel*|broken|again|not|rude|nowhere|losing|wrong)",
    "(lost|delayed|cancelled|canceled|stranded|disconnect*|broken|broke|late|wrong|ruined|"
    "cancel*) ...8 (thanks|thank you)",
    "thank you for your apology",
    "(no|but|yeah|well|okay) (thanks|thank you) (but|to you)",
    "thanks but",
    "(no thank you|no thanks)",
    "(oh great|just great|how nice|how lovely|wow great|great now)",
    "(like it is|because that is) ...2 (helpful|helping)",
    "your (happy|pleased)",
)
"""Thanks and praise that mean the opposite, or nothing."""

NO_FEELING: tuple[str, ...] = (
    "(he|she|they|{other}|you) (is|was|are|were|seem|seems|seemed|sound|sounds|sounded|look|looks|"
    "looked|got|gets|get|felt|feels|feel|will be|must be|should be|would be) [{very}] [{very}] "
    "[getting|feeling|a little|pretty|rather|always|often|never|still|also] ({state})",
    "(feet|foot|legs|leg|eyes|arms|back|hands|muscles) (is|are|feel|get|were) [{very}] tired",
    "(i|we) tired (to|but|and|it|that|again|this|calling|logging)",
    "(long|busy) (day|night|week) (pass|ticket|stay|parking|trip|rental)",
    "(happy|worst|bad) hour",
    "(would|will|could|might|should) (be|feel|get) [{very}] ({state}) (if|when|for)",
    "(no|any|without) (stress|worry|worries|panic|rush)",
    "(do not|not|never|no need to) [be] (worry|worried|panic|stress|get (mad|angry|upset))",
    "(great|good|funny|bad|stupid) joke ...5",
    "crash into",
    "(not|never) [too|very|so|that|all that|overly|particularly|really|at all] ({state})",
)
"""What others feel, what bodies feel, what is only thought of."""

CALM: tuple[str, ...] = (
    "not saying [that] i (am|will|would|want)",
    "(not|never) (sue|suing|report|reporting) (you|anyone|anybody|them)",
    "(like|as) i said (with|if|the|my|when|because|for|it is)",
    "not going to believe (this|it|what)",
    "(will|would) not believe (this|it|what|how|who)",
    "^ [hi|hello|hey] [so] i {cannot} (log in|log|sign in|find|see|remember|open) ...6$",
)
"""Sentences in which only a phrase may find distress: they sound like more than they say."""

RESTRAINED: tuple[str, ...] = (
    "i (would|should) (just|simply|only) (like|love) to (know|understand|hear) (why|how come|"
    "when|who)",
    "i (would|should) (like|love) to (know|understand|hear) why",
    "(as|like) i [have] already (said|told|explained|mentioned|tried) ...2",
    "(as|like) i [have] (told|explained|mentioned) [to] (you|them|your|the|everyone|before) ...2",
    "(as|like) i [have] said (before|earlier|already|last|yesterday|three|twice|several|to) ...2",
    "(with all due respect|with respect|i am sure you are|i do not mean to be|i am trying to (be|"
    "stay|remain) (patient|calm|polite)|i have been (very|more than|extremely|quite) patient)",
    "(third|fourth|fifth|sixth|second|tenth|umpteenth) time [that|now] (i am|i have|i had|we "
    "have|this|in|calling|i called)",
    "i (do not|am not going to|will not) (raise my voice|shout|be rude|argue)",
    "(i was|i have been|we were) (told|promised|assured|given to understand) ...12 (but|and|yet|"
    "still|nobody|no one|never)",
    "(all|the only thing) i (want|need|am asking|ask) ...2 is",
    "i (am|was) (rather|somewhat|a little|quite) (surprised|disappointed|concerned|dissatisfied)",
    "(perhaps|maybe) you (can|could) (explain|tell me) (why|how)",
    "(i expect|i would expect|i would have expected|i had expected) (more|better|a (call|reply|"
    "response|refund|solution|little more)|you to|somebody|someone)",
    "(once|yet) again i",
    "(not|hardly) (what|how) i [would] expect*",
)
"""Anger without a harsh word: repeated contact, clipped politeness."""

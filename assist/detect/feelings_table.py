"""How customers show what they feel, as phrases: the editable part, by feeling and intensity."""

FEELING_WORDS: dict[str, dict[int, tuple[str, ...]]] = {
    "frustration": {
        1: (
            "(why|how) (do|does|did|is|are|was|has|have) ...4 (so long|always|taking|take|every "
            "time|keep*)",
            "(still|yet) (no|not|have not|has not|waiting|nothing|stranded|broken|missing|on hold)",
            "(have|has|did|do|is) not ...3 (yet|still)",
            "(keep*|kept) (getting|having|telling|asking|sending|happening|saying|repeating|"
            "calling|charging|disconnecting|going|breaking|crashing|cutting|putting|transferring|"
            "being)",
            "(always|never) (happen*|work*|late|answer*|call*|respond*|a problem|an issue|the "
            "same)",
            "(no|without) (response|reply|answer|update|success|explanation|information|call back)",
            "(ugh|argh|sigh|come on|hello is (anyone|anybody) there|for crying out loud|seriously)",
            "(is|was) (anyone|anybody) (there|listening)",
            "what a (mess|joke|nightmare|day|hassle)",
            "(cancel*|canceled|delayed) ...3 (again|hours|days)",
            "(stupid|damn|bloody|ridiculous) ...1 (system|website|app|machine|wedding|thing|"
            "phone|form)",
            "i just (want|need) ...3 (it|this|my|an answer|somebody|someone)",
            "(another|more) (excuse|excuses|delay|delays)",
            "(an|over an|two|three|four|several|[number]) (hour|hours) [delay|late|wait|on hold|"
            "now|ago]$",
            "on hold (for|forever|again|all)",
            "(bugging|bothering|driving) me",
            "annoying",
        ),
        2: (
            "frustrat*",
            "(fed|sick) up",
            "fed up",
            "(so|really|very|extremely|getting|quite|incredibly|super|am|was|beyond|more|most) "
            "annoy*",
            "annoy* (that|to|when|with|by|me|about)",
            "(very|so|most|been|too) unhelpful",
            "(ridiculous|nightmare|nonsense|farce|fiasco|mess|hassle|pain in the)",
            "(waste|wasting|wasted) ...2 (time|money|day|morning|hours)",
            "(third|fourth|fifth|sixth|tenth|umpteenth|hundredth|second|3rd|4th|5th|2nd) (time|"
            "call) ...4 (call*|about|ask*|week|day|this|in|i)",
            "why (has|have|was|were|did|is|are) ...5 (cancel*|canceled|cancelled|delayed|"
            "declined|rejected|blocked|closed)",
            "(two|three|four|five|six|2|3|4|5|6) (delays|cancellations|excuses|hours late|hour "
            "delay)",
            "(just|simply|so|absolutely) (horrible|terrible|awful|unreal|crazy|insane)",
            "(unreal|unbelievable)",
            "(can not|could not|never) get (anybody|anyone|through|an answer|a straight answer|"
            "hold of|any help)",
            "(have not|has not|never|not) ...1 (had|received|gotten|got|heard) ...1 (a|any|"
            "anything) ...1 (reply|response|answer|back|call)",
            "bother* to (call|review|reply|answer|look|read|help|check|tell)",
            "for crying out",
            "computer says no",
            "doing nothing (to|about|for)",
            "(supposed|expected) to [just] (wait|sit|keep)",
            "(said|told me|promised|promised me|said that) last time",
            "(call*|ask*|email*|written|told|tried|contacted|explain*|been transferred|spoken) "
            "...4 (three|four|five|six|several|many|multiple|a dozen|ten|at least|so many) ...2 "
            "(times|people|agents)",
            "(three|four|five|six|several|multiple|many) (times|calls|emails|people) (already|"
            "now|about|and|before)",
            "(over and over|again and again|time and again|time after time|yet again|once again|"
            "every single time)",
            "(waiting|waited|wait|stuck|on hold|chasing|been (here|at this|without|on|trying|"
            "calling)) ...3 (forever|ages|hours|weeks|months|a year|all day|all "
            "morning|three|four|five|days)",
            "(nobody|no one|none of you|no body|can not get anybody|can not get anyone) ...3 "
            "(help*|answer*|call*|know*|told|listen*|care*|respond*|seems|bother*|replied|has|"
            "can|to)",
            "(as|like) i [have] already (said|told|explained|mentioned|tried)",
            "(as|like) i [have] (told|explained) (you|them|your|the|everyone|somebody|several)",
            "(as|like) i [have] said (before|earlier|already|last|yesterday|three|twice|a (hundred|"
            "thousand|million|dozen)|many|several|to (your|the|three|everyone))",
            "(already|previously) (told|said|explained|given|gave|sent|called|tried|went through)",
            "(how many|how much) ...2 (times|more|longer|long)",
            "(enough|fed up|done) (of|with) (this|it|you|the)",
            "(just|simply) (do|does) not work",
            "not (good enough|acceptable|fair|helpful|right)",
            "(run|running|going) (around|round) ...2 (in circles|circles)",
            "(run around|runaround|go around in circles|passed around|bounced around|back to "
            "square one|start from (scratch|zero)|from the beginning again)",
            "(repeat*|explain*) (myself|it again|everything|the same|it all)",
            "what took you ...2 long",
            "(it has been|been) (a|two|three|four|five|six|over a|more than a) (week|weeks|month|"
            "months|year|years|days)",
            "(stranded|stuck) (at|in|for|on|here)",
            "i would not have asked",
            "(unable|unwilling|refuse*) to (help|resolve|assist|fix)",
            "(cut|hung|hang|disconnect*) ...1 (off|up|me)",
            "why did it take",
            "want my money back",
            "i have asked (everyone|everybody)",
        ),
        3: (
            "at (my|the) (wits|wit|wit's) end",
            "at the end of my (rope|tether)",
            "had (enough|it) (with|of) (this|you|it)",
            "can not take ...2 (this|it|any more|anymore)",
        ),
    },
    "anger": {
        1: (
            "(is that|or is it) too (hard|difficult|much) ...2 (for you|to ask)",
            "(are you|you) (serious|kidding|joking)",
            "to make your job harder",
            "(do not|how) ...1 you (care|people)",
            "(about time|finally someone)",
            "you (people|guys|lot) (are|do|never|always|hate|can not|keep*|should)",
        ),
        2: (
            "(is|was|are|were) (horrible|terrible|atrocious|appalling|a disgrace)",
            "like it or lump it",
            "(angry|mad|furious|livid|irate|outraged|infuriat*|seething|fuming)",
            "(unacceptable|appalling|outrageous|disgraceful|shameful|pathetic|atrocious|dreadful|"
            "abysmal|incompetent|incompetence|useless|despicable|unprofessional|inexcusable|"
            "hopeless|clueless|insulting|predatory|patronizing|condescending)",
            "(rude|rudely|rudest|rudeness|disrespectful|hostile|obnoxious)",
            "how dare (you|they)",
            "are you (joking|kidding|stupid|deaf|serious|high)",
            "(terrible|horrible|horrendous|awful|worst|crap|lousy|rotten) ...2 (service|company|"
            "airline|experience|customer service|attitude|treatment|bank|support|people)",
            "(you|they) (lied|cheated|robbed|stole|ripped|scammed|tricked)",
            "(lying|liars|liar|scam|scammers|piracy|rip off|theft|robbery|crooks|criminals|"
            "fraudsters|thieves)",
            "(what|a bunch|bunch) ...2 (idiots|clowns|jokers|morons)",
            "(shame on|screw|to hell with) (you|this|them)",
            "(do your job|fix it now|use your brain|sort it out now|answer me|answer my question|"
            "listen to me)",
            "(hate|despise) (you|this|your|the)",
            "thanks for (nothing|all the help|ruining)",
            "(ruined|ruining|destroyed) ...2 (my|our|the)",
            "(do not|never) (lie|talk) to me",
            "(forget this|forget it) ...3 useless",
            "(attitude problem|no respect|treat* ...3 like (trash|dirt|garbage|this|that|an "
            "idiot|a criminal))",
            "this is a (joke|disgrace|scandal|scam)",
            "i am (so|really|very) done",
            "(damn|bloody|goddamn) (company|bank|people|thing|phone|service)",
            "left (us|me) (stranded|out of pocket)",
            "absolute (joke|disgrace|rubbish|shambles|nonsense)",
            "(sucks|suck|sucked)",
        ),
        3: (
            "(disgust*|disgusting|abhorrent|repulsive)",
            "(fuck*|fucking|shit|bullshit|bastard|bastards|bitch|asshole|assholes|piss off|"
            "pissed|screw you)",
            "(sick|tired) of (you|your|this (damn|stupid)|this company)",
            "(absolutely|totally|completely|utterly) (unacceptable|disgraceful|appalling|useless|"
            "ridiculous|outrageous)",
            "(worst|most incompetent) ...3 (ever|life|world)",
            "go to hell",
        ),
    },
    "worry": {
        1: (
            "(stolen|stole) my (card|wallet|phone|passport|purse|bag|debit|credit|ticket|keys|"
            "money|identity)",
            "(starting|beginning) to (think|worry|wonder)",
            "(a bit|a little|bit|kind of|slightly) (worried|anxious|nervous|concerned)",
            "(what do i do|what am i going to do|what if) ...1 (now|it|i|they|this)",
            "(horrible|terrible|sharp|chest|bad|severe) pain",
            "(somebody|someone) (withdrew|took|used|stole|hacked|charged|opened)",
            "(identity theft|fraud alert|been hacked|was hacked|a scam|phishing)",
            "(hope|hoping) (it|this|that|nothing) ...2 (is not|does not|did not|happen)",
            "(desperate|an emergency|a real emergency)",
            "(rent|mortgage|bills|medication|medicine|insulin) ...4 (due|today|tomorrow|need|out|"
            "late)",
            "(somebody|someone|a thief|thieves|a stranger|a hacker|hackers|a scammer|scammers) "
            "[else] ...3 (transferred|transfered|withdrawn|withdrew|took|taken|used|using|stole|"
            "stolen|charged|charging|hacked|accessed|accessing|opened|applied|spent|cloned|copied|"
            "copy) ...6 (account|accounts|card|cards|money|pin|name|identity|dollars|pounds|"
            "details|withdrawal|transactions|information|number|atm|credit)",
            "(someone|somebody) else ...2 (using|used|charged|using|accessing|saw|has|knows|got) "
            "...1 my",
            "(someone|somebody) ...1 (saw|knows|has|got|guessed) my (pin|password|card|details|"
            "code)",
            "(did not|have not|not|definitely did not) (make|authorize|authorized|"
            "authorise|authorised|approve|approved|do|recognise|recognize|initiate) ...3 "
            "(transaction|transactions|charge|charges|purchase|purchases|payment|payments|"
            "withdrawal|withdrawals|transfer|transfers)",
            "(transaction|transactions|charge|charges|purchase|purchases|payment|payments|"
            "withdrawal|withdrawals|debit|transfer) ...9 [i] (did not|have not|never) "
            "[definitely] (make|made|authorize|authorized|authorise|authorised|approve|do|"
            "recognise|recognize)",
            "(money|funds|cash|dollars|credits|deposit|pounds|savings|transfer) ...3 (missing|gone|"
            "disappeared|vanished|not there|stolen)",
            "(missing|lost|short) ...2 (dollars|credits|pounds|money|funds)",
            "(i|we|was|were|been|got|being) [just|even|also] (robbed|mugged|scammed|hacked|phished|"
            "burgled|assaulted|attacked|defrauded|followed|stalked)",
            "(fraud|fraudulent|unauthorized|unauthorised|suspicious|strange|unfamiliar) [_] "
            "(activity|transaction|transactions|charge|charges|withdrawal|withdrawals|payment|"
            "payments|transfer|transfers|access|login|purchase|purchases)",
            "victim of",
            "(is|it is|its|this is|very|really|please|quite) urgent",
            "need ...2 help (now|right now|immediately|urgently|right away|straight away)",
            "(i am|we are|am|got) [so|completely|totally] lost",
            "(about to|going to|might|will|gonna|could|afraid) [now] miss (my|our|the) (flight|"
            "connection|shot|appointment|train|wedding|plane|date|interview|funeral|meeting|"
            "deadline)",
            "(financial|economic) (hardship|distress|difficulty|difficulties|ruin|loss and)",
            "(affecting|disrupting|losing|lost|lose) ...2 sleep",
            "(can not|could not|unable to|not been able to) [even|properly] sleep",
            "i am [literally] (shaking|trembling|crying|in tears|petrified)",
            "(not sure|do not know|no idea|no clue) what to do",
            "what (do|should|can) i do (now|if|$)",
            "(distress|distressing|distressed|desperation|mental anguish)",
            "(hurt*|damag*|ruin*|affect*|negative hit) ...2 (credit|credit score|credit rating|"
            "credit report|health)",
        ),
        2: (
            "(worried|worrying|worries me|my worry|anxious|anxiety|nervous|scared|frightened|"
            "terrified|panic|panicking|panicked|freaking out|alarmed|uneasy|petrified)",
            "(am|are|was|were|i|very|so|too|really) (afraid|scared|frightened) (of|for|that|it|"
            "they|he|she|we|to|about|i (may|might|will|have|could|lost|am going|forgot))",
            "(fear|fearful) (of|for|that|it|i|this|they|he|she|we)",
            "(am|i am|very|really|so|bit|quite|little|getting|deeply) concerned",
            "concerned (about|that|for)",
            "(invasion of my|my) (privacy|safety) ...3 (risk|compromised|danger)",
            "(life|health|safety) (at|in) (risk|danger)",
            "(can not|not able to) (pay|afford|feed|sleep|get home)",
            "(lose|losing) (my|our) (job|house|home|apartment|savings|everything)",
        ),
        3: ("(terrified|panic attack|panicking|scared to death|in danger)",),
    },
    "disappointment": {
        1: (
            "(let down|letdown|a shame|what a pity|too bad|not what i (expected|ordered|was "
            "promised|paid))",
            "(expected|expecting|hoped) (more|better|so much)",
            "(i|we) (was|were|am|are|had been) [so|really] (promised|looking forward)",
            "(was|were) (supposed|meant) to [have] (be|get|receive|arrive|come) _",
            "(was|were|had been|am) [really|so] hoping (for|to|that|it)",
            "(bummer|darn|aw man|oh man|aww|awe)",
            "oh well",
            "[really|honestly] thought i (had|would|was)",
            "(company|service|product|airline|bank|app|food|hotel) (is|was) [so|very|really|just|"
            "pretty] (bad|no good|poor|mediocre|subpar)",
            "not [at all|very|really|too|one bit|so|that|super|particularly] (happy|pleased|"
            "satisfied|impressed|thrilled)",
            "(guess|suppose) (not|that is it|i will have to)",
            "never (able|got) to use",
            "(do not|does not|did not) like (the|your) (service|product|quality)",
        ),
        2: (
            "(disappoint*|disappointment|dissatisfied|unsatisfied|unhappy|gutted|underwhelmed|"
            "dissatisfaction|disheartened|disheartening|dismayed|letdown|saddened|saddens)",
            "(betray*|breach of (trust|faith|confidence)|broken promises|broke (your|their) "
            "promise)",
            "(let me|let us|letting me) down",
            "(lost|losing|loss of) ...2 (faith|trust|confidence)",
            "(used to|once) (be|have|was) ...3 (good|great|loyal|better|love)",
            "(given|giving|gave) up ...2 (expectation|hope|on)",
            "(loyal|long time|longtime) (customer|member) ...4 (years|treat*|this|and)",
            "sad to (go|leave|see|say)",
            "(such|what) a (letdown|disappointment|shame|pity)",
            "(very|really|so) (poor|sad|unhappy|disappointing)",
        ),
        3: (
            "(extremely|deeply|bitterly|hugely|beyond) disappointed",
            "heart ...1 (broken|breaking)",
            "heartbroken",
        ),
    },
    "exhaustion": {
        1: (
            "(tired|stressful|stressed|stress|exhausting|tiring|worn out|worn down)",
            "(rough|tough|crazy|worst|hectic|horrible|bad|hard|awful|terrible|difficult) [_] (day|"
            "week|month|year)",
            "can not (keep up|cope|deal with (this|it|any))",
            "(mental (anguish|health|wellbeing|exhaustion)|emotional (distress|toll))",
            "(a lot|too much) (going on|on my plate)",
            "(keeps|kept|keep) me (up|awake)",
            "(have not|did not|not been) slept",
            "long (hours|day|week|night)",
        ),
        2: (
            "(exhausted|exhaust*|overwhelmed|overwhelming|burnt out|burned out|drained|draining|"
            "worn out)",
            "(stressed|tired) (enough|out|of (this|it|calling|waiting|explaining))",
            "(so|very|really|too) (tired|stressed)",
            "(no|out of) (energy|strength) ...1 (left)",
            "(can not|not) (cope|go on|keep doing this|do this (any more|anymore))",
            "(all day|all night|all week|hours and hours)",
        ),
        3: (
            "at (my|the) (wits|wit|wit's) end",
            "(emotional|financial) ...3 stress",
            "(completely|totally|utterly) (exhausted|overwhelmed|drained|worn out)",
            "(can not take (this|it|any more|anymore|much more)|breaking point|end of my rope|had "
            "all i can take)",
        ),
    },
    "confusion": {
        1: (
            "(confus*|puzzled|baffled|unclear|lost me|bewildered)",
            "(do not|does not|did not|not) [really|quite|fully] understand",
            "(makes|make|making) no sense",
            "what (do you|does that|does this|is that supposed to|are you) mean",
            "(why|how come) (was|am|is|did|were|have) (i|my|it|there) ...3 (charged|different|"
            "extra|higher|two|more|twice|not|still)",
            "why (was|am|is|are|did|do|were|have|has|does) ...6 (fee|fees|charge|charged|charges|"
            "cost|extra|rate|pending|deposit|transfer|payment|transaction|higher|lower|less|"
            "balance|statement)",
            "(can|could|would) you [please] explain",
            "(do not|does not) know (why|what (this|that|it|you)|how (this|that|it|come))",
            "(any|no) (idea|clue) (why|what (is|this|that|you|happened)|how)",
            "what is (this|that|the) ...3 (charge|fee|for|meaning|about)",
            "(what is going on|what went wrong|what happened) [here|with|to] ...2",
            "(huh|perplexed|mystified|disoriented|i am lost here)",
            "(some|a bit of|a lot of) confusion*",
            "(why|how come)$",
            "than i (expected|thought|was told|should)",
            "(not|am not) sure (how|what|why|if|where|which) _",
            "(what|which) ...2 (am i supposed|are we supposed|should i) to",
            "(it|that|this) (has not|did not|does not) (changed|change|match|add up)",
            "i do not (get|follow) (it|this|that|you|why|how)",
            "i thought (it|that|i|you|this) ...3 (was|had|were|would)",
            "(had|was) (confused|mixed up|misunderstood)",
        ),
        2: ("(very|so|really|totally|completely) (confused|confusing|lost)",),
        3: (),
    },
    "gratitude_relief": {
        1: (
            "(thank you|thanks|thank u|thanx|thx|cheers|much appreciated|thankyou|ta|tysm|ty)",
            "you did (great|well|good|amazing)",
            "(saving|saved) (me|my life|the day|us)",
            "(appreciate|grateful) (it|that|you|your|the|all|this|for)",
            "(great|good|awesome|excellent|amazing|fantastic|wonderful|perfect|nice) (job|"
            "service|work|crew|news|help)",
            "(very|so|super|really) (helpful|kind|friendly|easy|nice)",
            "(glad|happy|pleased) (you|that|to hear|it|with|i called)",
        ),
        2: (
            "(thank you|thanks) (so|very|ever so) much ...4 (for|help*|time|taking|really|you)",
            "(relief|relieved|phew|thank god|thank goodness|weight off|lifesaver|life saver|made "
            "my day)",
            "(really|truly|so|greatly|very much) (appreciate*|grateful|thankful)",
            "you (have|are|were) ...2 (amazing|wonderful|brilliant|fantastic|incredible|awesome|"
            "great help|a star|an angel|the best|so helpful|very helpful|really helpful)",
            "(excellent|outstanding|amazing|fantastic|exceptional) (customer service|service|"
            "support|help)",
            "(that is|this is|it is) (such a relief|a relief|all i wanted|exactly what i|music to)",
            "finally someone (who|that)",
            "(i feel|feeling) [much|so much|a lot] better",
            "(pleased|delighted) (you|that|with)",
            "deserves (an|a)",
        ),
        3: ("(best|greatest) ...3 (service|help|experience) ...3 (ever|had|life)",),
    },
}
"""Phrases that show a feeling, by intensity: 1 mild, 2 clear, 3 strong."""

"""What agents say, as phrases: the editable part of the agent's detectors, by label."""

REFUSAL: tuple[str, ...] = (
    # Nothing left, in any wording.
    "[there is] nothing ...3 ({we}|they|you|anybody|anyone) (can|could|am able to|are able to) "
    "...1 (do|offer|help)",
    "[there is] nothing (more|else|further) [that] [{we}|they|left|here] (can|could|to) ...1 (be "
    "done|do|offer|give|add|suggest)",
    "[there is] nothing (can|could|to|left to) be done",
    "[there is] nothing [that] ({we}|they) can",
    "nothing found",
    "({we}) {cannot} do (anything|much|more|any more|that)",
    "there is not (anything|much|a lot) ...3 ({we}|they) can",
    "there is (nothing|not anything) ...1 (on|from) (my|our) (end|side)",
    "({we}|he|she|it|they|system|restaurant|department) {cannot} ...1 ({do})",
    "(that|this|it|which) (can not|could not|will not|would not) (be|happen|work)",
    "{cannot} be (changed|refunded|booked|extended|waived|reversed|canceled|cancelled|done|fixed|"
    "replaced|returned|exchanged|combined|processed)",
    "({we}) (will not|would not) (discuss|refund|offer|pay|cover|give|make|replace|reimburse|"
    "waive)",
    "({we}) do not (offer|have|provide|give|allow|make|do|cover|refund|accept|carry|sell|ship|pay)",
    "({we}) (are|am) only able to",
    "({we}) can only (help|search|issue|submit|offer|assist|do|see|book)",
    "(is|are|was|were|be) not (possible|allowed|permitted|eligible|available|covered|refundable|"
    "authorized|entitled|something ({we}) can)",
    "(is|are) (no longer|never) (available|possible|covered|refundable|refunded|sold|supported)",
    "never been able to",
    "(is|are|was) (impossible|unavailable|ineligible|nonrefundable|non refundable)",
    "there (is|are) [currently|unfortunately|just|simply|really] no ...4 (available|way|option|"
    "options|refund|refunds|exception|exceptions|room|rooms|chance|solution|appointment|"
    "appointments|compensation)",
    "has no (appointment|appointments|availability|rooms|options|openings)",
    "no (refunds|exceptions|compensation|returns|credit)",
    "not (my|our) (problem|responsibility|fault|department|job)",
    "out of (my|our) (hands|control)",
    "(my|our) hands are tied",
    "out of luck",
    "(that|it|this) is (just|simply) (how|the way|what) it",
    "(that|it|this) is (just|simply|all) (our|the|company) (policy|policies|rule|rules|procedure)",
    "(that|those|these|it) (is|are) (our|the|company) (policy|policies|rule|rules|terms)",
    "rules are rules",
    "(you|customers) will (just|simply) have to (wait|accept|live|deal|pay)",
    "have to (live with|accept) (it|that)",
    "(request|reservation|booking|claim|application|payment) ...2 (was unsuccessful|failed|was "
    "denied|was declined|was rejected|is denied|has been denied|has been rejected)",
    "the (system|computer|policy) (will|does|would) not (let|allow|permit)",
    "(that|this) is (as far|the best|the most|all) ...2 ({we}) can",
    "(all|everything) ...1 ({we}) can (do|offer) (is|for you)",
)
"""Refusals. They become a dead end only where no way forward stands in the same turn."""

NO_REFUSAL: tuple[str, ...] = (
    "{cannot} ...1 (hear|believe|imagine|thank|wait|tell you how|apologize|find your|see your|"
    "see you|say enough|stress|locate your|agree more|help but|understand|make out|catch)",
    "why {cannot}",
    "({we}) do not have ...3 (your|a record|any record|the right|a phone|an email|enough) ...3 "
    "(number|name|email|address|details|information|file|account|record|order)",
    "(is|are) not available (yet|until|before)",
    "if ({we}|you|it|they) {cannot}",
    "do not have to",
    "do not have any (other|more|further) questions",
    "not (a|any) problem",
    "nothing (to worry|wrong)",
    "nothing (more|else) [thanks|thank you]$",
    "no (problem|worries|need)",
    "there is no (need|rush|charge|fee|cost|problem)",
)
"""Look like refusals and are none."""

WAY_FORWARD: tuple[str, ...] = (
    "what ({we}) (can|could|will|am able to|would like to) ...1 ({do}|is)",
    "({we}) (can|could|will|am going to|are going to|would) [also|still|certainly|gladly|happily|"
    "definitely|however|instead|always|now|then|try to|try and|personally|be able to|be happy to|"
    "be glad to|at least] ({offer}|recommend|suggest|advise|like to ({offer}))",
    "(happy|glad) to (help|offer|assist|arrange|try|send|book|refund|replace)",
    "(you|they|customers|anyone|your friend) (can|could|may|might|should|are able to|will be "
    "able to) [also|still|always|instead|then|just|simply|either|easily|even|only|now] (add|"
    "amend|appeal|apply|ask|book|buy|call|change|check|choose|claim|come|contact|download|email|"
    "enter|exchange|file|fill|find|fly|get|go|have|keep|log|look|make|move|order|pick|purchase|"
    "reach|rebook|receive|reply|request|return|ring|schedule|see|select|send|speak|still|submit|"
    "switch|take|talk|track|travel|try|upgrade|use|visit|wait|write|bring|drop|expect)",
    "please (call|contact|check|visit|email|reach|try|dm|direct|send|ask|see|speak|use|work|"
    "continue|provide|obtain|reply|fill|follow|share|go)",
    "would you (like|prefer|rather|be (open|willing|happy|interested))",
    "do you want (me|us|to)",
    "(instead|alternatively) (you|we|i|there|is|please)",
    "(you are|you will be) (welcome|able) to",
    "({we}) (suggest|recommend|advise|have (passed|sent|arranged|booked|escalated|opened|asked))",
    "(there (is|are)|we have|i have|try|how about|what about) ...1 (another|other|alternative|"
    "different|one other) (option|options|way|ways|day|date|flight|time|store|model|thing|room|"
    "number)",
    "(best|next|quickest|fastest) (step|way|option|thing|bet) (is|would|will)",
    "(will|should) be (back|available|ready|resolved|fixed|released) (in|by|on|within|from|soon|"
    "tomorrow|later|next|again)",
)
"""A next step or an alternative, before or after the refusal."""

SEARCHING: tuple[str, ...] = (
    "let me [just|quickly|also] (ask|call|check|find|get|look|pull|put|see|send|speak|talk|try|"
    "contact|search|arrange|find out|work)",
    "let us ({do}|know)",
    "({we}) (can|could|will|am going to|are going to) [also|just|quickly|still] ({look})",
    "(happy|glad|able) to (look|check|explain)",
    "please (do|let|give|tell|confirm|have|bear|hold)",
    "would you (mind|be|want)",
    "do you (have|know|need|mind|prefer|remember)",
    "(could|can|may|would|will) (you|i) (please|tell|give|confirm|check|try|provide|have|ask|get|"
    "send|help|spell|verify|repeat|change|share|be|do|put|offer|look)",
    "(have|did|are|were) you (tried|been|able|spoken|checked|looking|try|get|receive|speak|"
    "contact|sure)",
    "(what|which|when|where|how|who) (is|are|do|does|did|was|would|can|could|time|day|date|city|"
    "number|about|many|kind|type|airport|other|flight|else) (you|your|i|we|the|this|that|would|"
    "works)",
    "(is|are) there (any|another|other|something|anything|a)",
    "(how|what) about",
)
"""A question or a look that keeps the search going: counts only after the refusal."""

EMPATHY: tuple[str, ...] = (
    "({we}) ...3 (understand|know|see|hear|realize|recognize|appreciate|imagine|tell|get|feel|"
    "acknowledge) ...2 (how|why|that|what|you|it|this) ...6 ({felt})",
    "({we}) ...3 (understand|know|realize|recognize|appreciate) ...2 (how|why|that|it|this|you) "
    "...3 (impacts|affects|important|matters|means|mattered|put you|must|inconvenienced|"
    "inconvenient)",
    "({we}) ...2 can [only|totally|really|absolutely|certainly|completely|definitely] imagine",
    "({we}) [do] [completely|totally|fully|really|truly] understand (how|why|what|the|your|this) "
    "...1 (you|desire|concerns|explanation|worry|urgency|wait)",
    "({we}) would ...2 (feel|be) ...2 ({felt}|the same|too|as well)",
    "in your (shoes|place|position)",
    "(must|had to|has to|have to) (be|have been|feel|have felt|have) ...3 ({felt}|a shock)",
    "(that|this|it|which) (does sound|sounds|is|was|would be|must|feels) [{very}] [{very}] "
    "({felt}) [for you]$",
    "(that|this|it) (does sound|sounds|must|feels) [like] [{very}] ...2 ({felt})",
    "sorry ...4 (you|your|work|this|that|things) ...4 ({felt}|stressed|a loss|family emergency|"
    "passed away|through this|going through)",
    "sorry for your loss",
    "you (are|have) [absolutely|completely|totally|quite] [every|right] (right|reason) (to be|to "
    "feel|and it|to expect)",
    "you (should not|should never|did not|do not) (have to|have had to|deserve|need to) ...4 "
    "(deal|go through|call|chase|wait|explain|repeat|this|that|feel|worry|be|ask)",
    "no wonder ...2 (you|it)",
    "(nobody|no one) (should|wants|likes|deserves)",
    "({we}) hear ...1 (you are|how|your) ({felt}|frustrat*)",
    "(not|never) (easy|fair) (on|for|to) you",
    "(three|four|five|two|several|that many) (calls|times|weeks) is (too|far|way) ...2 (many|"
    "long|much)",
    "(that is|this is) a (long|lot|terrible|horrible|rough|tough|difficult|scary) ...3 (time|"
    "wait|to go|situation|experience|position|feeling|to deal|week|day)",
)
"""Names this customer's feeling or situation in a full clause."""

CANNED: tuple[str, ...] = (
    "sorry to (hear|learn|see|read) [about|of|that|this|you]",
    "regret to (hear|learn)",
    "(sorry|apologize|apologise|apologies|apology|apologizes|apologizing) ...2 (any|the|this|all "
    "the|your|an|that) ...1 (inconvenience|inconveniences|frustration|frustrations|"
    "disappointment|trouble|troubles|experience|confusion|hassle|annoyance|discomfort)",
    "sorry for (his|her|their) ...1 experience",
    "regret (any|the) ...1 (inconvenience|disappointment|frustration|trouble)",
    "(understand|appreciate|hear|feel|share|recognize|acknowledge) (your|the|that|and share "
    "your) ...1 (frustration|frustrations|disappointment|anger|annoyance|pain|feelings)",
    "(your|the) (time|call|business|feedback|satisfaction|loyalty|comfort) (is|are) ...2 "
    "(important|valuable|valued|appreciated)",
    "({we}) (value|appreciate) your (business|loyalty|time)",
    "sorry ...1 you feel (that|this) way",
    "({we}) [do|can|completely|totally|fully|truly|certainly] understand$",
    "({we}) [do|can|completely|totally|fully|truly] understand (sir|ma'am|madam|but|however|and "
    "[{we}] appreciate)",
    "sorry ...1 things did not",
    "(are|is) never (fun|easy|ideal|pleasant)",
    "please accept (my|our) [sincere|sincerest|deepest] (apology|apologies)$",
    "({we}) know how you feel",
    "(rest assured|please be assured|please bear with us)",
)
"""Stock phrases; heard as scripts, they earn no tick."""

APOLOGY: tuple[str, ...] = (
    "(my|our|sincere|sincerest|deepest) (apology|apologies)",
    "({we}) [do] ...2 (apologize|apologise)",
    "sorry ...1 (for|about) (the|your|our|my|this|that|all|his|her|what|how|not|having|keeping|"
    "making|losing|missing|being) _",
    "sorry [that] (we|i|our) (did|were|was|have|had|lost|missed|made|let|kept|put|sent|forgot|"
    "got|failed|took|gave|charged|could|broke|never)",
    "sorry [that] you (were|had|have|did|got|have been|have had) [to|not|been] _",
    "sorry [that] (this|that|it) (happened|took|has|was)",
    "gesture of (apology|goodwill|good will)",
    "(my|our|entirely our|completely our) (fault|mistake|error|bad|oversight)",
    "take* ...2 (responsibility|ownership)",
    "({we}) (should have|should not have|messed|dropped the ball|let you down|got (this|that|it) "
    "wrong|made a mistake|made an error|failed you|owe you)",
    "(this|that|it) is on (us|me)",
    "(not|never) ...2 (acceptable|good enough|the experience ({we})|what ({we}) [would] expect)",
    "(completely|totally|absolutely|simply) unacceptable",
    "({we}) expect better",
    "leave (it|this|that) with me",
    "(own|owning) (this|it|that) [for you|personally|until]",
    "({we}) will [personally] (take care of|see to|make sure|make this right|make it right|sort "
    "this|stay on|own|put this right|put it right) ...3 (this|it|that|you|personally|myself)",
    "make (this|it|things) right",
)
"""Apologises for what the company did, or takes ownership."""

NO_APOLOGY: tuple[str, ...] = (
    "sorry (but|to hear|to learn|to say|to tell|to inform|to bother|sir|ma'am|no)",
    "sorry ...2 (did not|could not|can you|could you|what was|say that|again|i missed|catch|hear)",
    "(not|never|need to|have to) apologize",
    "sorry ...1 for (any|your loss)",
    "sorry ...1 you (are|feel)",
)

RECAP: tuple[str, ...] = (
    "[so|just|and] (let me|to|can i|may i|i want to|i would like to|i just want to) [just|"
    "quickly] (make sure|confirm|check|recap|repeat|summarize|sum up|play that back|read that "
    "back|see if) ...4 (understand*|got|right|correctly|have|heard|you|what|your|that|this)",
    "(to|just to) (recap|summarize|sum up)",
    "if i [have|am] [understood|understand|understanding|heard|hear|got|getting] ...3 (correctly|"
    "right|properly)",
    "if i (understand|understood) (you|this|it|the)",
    "[so] (have|did) i (got|get|understand|understood|hear|heard) ...3 (right|correctly|correct)",
    "(is|was) that (right|correct|what you [are|were]|about right|the (problem|issue))",
    "(am i|did i get that) (right|correct)",
    "does that sound (right|correct|about right)",
    "(do|did) you mean",
    "(so|and|okay|right|yeah|well) [then] you (are|have|were|had|want|wanted|called|ordered|paid|"
    "mentioned|said|received|got|tried|told|bought|never|still|did|would like|do not|can not|"
    "feel|need|lost|spoke)",
    "(so|and) [then] your _ ...1 (is|was|has|have|are|did|does|had|never|still)",
    "(so|and) (it|it is|that is|there) (has|is|was|have) [still|not|been|only|not been] (been|"
    "broken|down|late|missing|not|since|no) _",
    "(so|okay|right) the (problem|issue|bill|package|order|trouble|reason|main thing|charge|"
    "delay|refund|router|delivery|line) ...1 (is|was|has|never|still|did|keeps)",
    "({we}|you) (have|had|just|also|have also|kind of) mentioned",
    "you (mentioned|told me|said) _",
    "(sounds|looks|seems) like [uh|um] you",
    "what (i am hearing|i hear|you are saying|you are telling|you are after|you need)",
    "in other words",
    "when you say _",
    "you (are|have been|have been having|were) ...6 (correct|is that right|is that it|right)$",
    "(correct|right|is that right)$",
)

NO_RECAP: tuple[str, ...] = (
    "all right",
    "just to confirm you (may|can|will|should|need)",
    "(you|that|this) [are|is] [absolutely|quite|totally|completely] (correct|right)$",
    "(so|and) you (have|want) to (call|go|pay|wait|speak|contact)",
    "(right now|right away|right here)",
)

TRANSFER: tuple[str, ...] = (
    "transfer* (you|your call|this call|the call|to (a|the|my|our|another) ...2 ({staff}))",
    "(put|putting) you (through|over|on to|onto|on with|in touch)",
    "connect* you (to|with|through|over)",
    "(pass|passing|hand|handing|send|sending|switch|switching|redirect|redirecting|forward|"
    "forwarding) (you|your call|the call) (on to|over|across|on|to (a|the|my|our|another|"
    "somebody|someone) ...3 ({staff}))",
    "(pass|passing|hand|handing) you (on|over|across|along)",
    "(get|getting|bring|bringing) (my|a|the|our|you a|you my|you the|you to) ...1 (supervisor|"
    "manager)",
    "(refer|referring|redirect) you",
    "you (will|would|should|might|may) [need|have|want] [to] (call|contact|speak|talk|ring|reach|"
    "get in touch|write|go) ...3 ({staff})",
    "you (need|have|are going to need|are going to have) to (call|contact|speak|talk|ring|reach|"
    "get|write|go) ...4 ({staff})",
    "(please|would|always|should|just|best to) [suggest|recommend|please|continue to] (call|"
    "calling|contact|contacting|check|checking|work|working|reach out|reaching out|speak|"
    "speaking|ring|email|emailing) ...1 (to|with|our|the|your|them|[email]) ...5 ({staff}|them)",
    "(have|ask) them (work|speak|call|contact) ...3 ({staff})",
    "(recommend|suggest|advise) (emailing|calling|contacting|checking|speaking|you (call|contact|"
    "check|speak|email))",
    "(you can|you could|you will) ...2 (ring|call|contact|speak to|reach) (them|the|our|[a]) "
    "...4 ({staff}|them|number)",
    "(someone|somebody) else (can|will|who|to|has to|needs to) ...2 (help|handle|deal|assist|"
    "look|take)",
    "(different|another|other|wrong|right) (department|team|office)",
    "let (them|him|her) know what you ...2 told",
)

HOLD: tuple[str, ...] = (
    "(put|place|putting|placing|pop|have|having) you on ...2 hold",
    "(hold|hang) (on|the line|please|for)",
    "(can|could|would|will) you [please] hold",
    "bear with me",
    "(one|just a|give me a|just one) (moment|minute|second|sec)",
    "(give|allow) me (a|one|two|a few|just a) (moment|moments|minute|minutes|second|seconds|"
    "couple)",
)
BARRIER: tuple[str, ...] = (
    "({we}) (am|are) not (authorized|allowed|permitted|able to authorize|supposed)",
    "({we}) do not have (authority|the authority|access|the access|permission|the power|the "
    "rights)",
    "(need|have) to (ask|check with|speak to|get approval|get permission) ...2 (my|a|the) ...1 "
    "({staff})",
    "(above|beyond) my (pay|authority|level)",
    "(need|needs|requires) ...2 (approval|authorization|sign off)",
    "the (system|computer|tool) (will|does|would|is) not (let|letting|allow|allowing)",
)
POLICY: tuple[str, ...] = (
    "(our|the|company|standard) ...1 (policy|policies|procedure|procedures|process)",
    "(according|due|per) [to] ...2 (policy|policies|terms|procedure|guidelines|rules)",
    "terms and conditions",
    "(the|our) (rules|guidelines|system) (say|says|state|requires|require|do|does|will) ...1",
    "({we}) (have|are required|are obliged) to follow",
    "that is [just|simply] (the|our) (rule|rules|procedure|process)",
)
CHOICE: tuple[str, ...] = (
    "would you (prefer|rather)",
    "(you|we) (can|could) (either|choose|pick)",
    "(two|three|a couple of|a few|several) (options|choices|ways|possibilities)",
    "which (would|one|of|option|do you|works) ...2 (prefer|suit|like|works|you|best)",
    "(or|alternatively) ({we}) (can|could)",
    "whichever (you|works|is)",
    "would you like me to ...8 or ...2 (would|should|to|have|a)",
    "(up to you|your choice|your call)$",
)
THANKS: tuple[str, ...] = (
    "(thank you|thanks) ...2 (for|so much for) ...2 (telling|calling back|explaining|bringing|"
    "staying|letting|sharing|sticking|pointing|flagging|waiting|raising|being|giving|taking|"
    "walking|sending|checking|reporting|coming back|trusting|working|going|trying|holding|making|"
    "helping|your honesty|your help|your kindness|the details|all the detail)",
    "(appreciate|grateful) (you|that you|how|the way|it that you) ...3 (telling|explaining|"
    "bringing|staying|letting|sharing|sticking|pointing|flagging|waited|stayed|called|calling|"
    "explained|told|raised|worked|took|taking|came|coming|patient|tried|trying|kept|were|went|"
    "have been|handled)",
    "(thank you|thanks) ...1 (dana|for) ...2 (years|loyalty) ...2 (with|as|of)",
)
THANKS_FORMULA: tuple[str, ...] = (
    "(thank you|thanks) ...2 for (calling|choosing|contacting|your call|your patience|your "
    "business|your time|reaching|your understanding|being a)",
    "({we}) appreciate your (call|business|patience|time|feedback|understanding|loyalty)",
    "thank you and (goodbye|bye)",
    "^(thank you|thanks) [very much|so much]$",
)
CLOSING: tuple[str, ...] = (
    "(is there|was there|do you have) (anything|something|any thing) else ...6 (help|today|do|"
    "need|assist|for you)",
    "anything else ...3 (i|we) can",
    "(anything|something) else [for you|for me] [today]$",
    "(have|enjoy) (a|the rest of) ...1 (great|good|nice|lovely|wonderful|pleasant|fantastic|"
    "blessed|safe|your|the) ...1 (day|evening|weekend|night|afternoon|one|week|trip|flight)",
    "(goodbye|good bye|bye bye|bye now|bye)",
    "take care [now|of yourself|bye]$",
    "(thank you|thanks) for calling ...6 (day|bye|goodbye|evening|weekend)",
)
RESOLVED: tuple[str, ...] = (
    "you (are|should be) [now] (all|good) (set|sorted|done|to go)",
    "(that|this|it|everything|your refund|your order|the refund) (is|has been) [now|all] (fixed|"
    "resolved|sorted|done|corrected|refunded|credited|processed|rebooked|taken care of)",
    "({we}) have [now|just|gone ahead and] (fixed|resolved|sorted|corrected|refunded|credited|"
    "processed|reversed|removed|rebooked|replaced|restored|canceled|cancelled|booked|issued|"
    "waived)",
    "({we}) (fixed|refunded|credited|reversed|waived|rebooked) (it|that|this|the|your)",
)
OFFERS_HELP: tuple[str, ...] = (
    "how (can|may|could|might) (i|we) ...1 (help|assist)",
    "what (can|may|could) (i|we) ...1 (do|help)",
    "what (is|seems to be) (the|your) (problem|issue|trouble|matter)",
    "(what|how) (is this|are you|is your call) ...2 (about|calling)",
    "what brings you",
    "what happened",
)
ASKS_NAME: tuple[str, ...] = (
    "(your|the) [full|first|last|complete|account] ...1 name",
    "who am i (speaking|talking)",
    "who is (this|calling)",
    "name please",
)
CONTACT: tuple[str, ...] = (
    "(someone|somebody|{we}|he|she|they|team|colleague|colleagues|manager|supervisor|technician|"
    "engineer|department|member|specialist|relations|courier|driver|doctor|ambulance) ({will}) "
    "...3 (call|phone|ring|email|contact|text|message|notify|update|write [to]|visit|reach out "
    "to|get back to|follow up|be in touch|be with you|be in contact|get in touch|let you know|"
    "give you (a call|an update|a ring)|come [to|by|out|over|back to]|knock|come back to)",
    "({we}) ({will}) ...2 (send|mail|ship|post|refund|credit|ring|call|order|open|file|escalate|"
    "book|dispatch|reach out to|reach|submit|arrange|schedule|replace|task|refer|waive) ...2 "
    "(you|your|a|an|the|this|it|that|our|my|out|back|up)",
    "({we}) would like to ...2 (send|refer) (you|your)",
    "(they|he|she) will ...6 (get back|call|contact|slot|come|email|look into)",
    "({we}) will ...1 (look into|check on|chase|investigate|follow up|get back|get in touch|sort|"
    "fix|take care of|make sure|see to|find out|confirm|keep you|stay on|let you know) ...8 "
    "({when})",
    "({we}|they|someone) ({will}) ...8 ({when})",
    "you ({will}|should|can expect to|are going to) ...1 (receive|get|have|see|hear) ...8 "
    "({when}|shortly|soon|response|from (me|us|them))",
    "(member|technician|engineer|courier|someone|driver) ...4 will ...6 ({when})",
)
"""A promise: what will happen for this customer, with who does it."""

NO_PROMISE: tuple[str, ...] = (
    "(if|when|would|should|could|can) (you|i) ...2 (would like|want|like me) ...1 to",
    "({we}) will (not|never)",
    "({we}) will (need|just need|have to|be happy|share|pass|forward|relay|search|put you|"
    "transfer|connect)",
    "do you want (me|us) to",
    "shall i",
)
VAGUE_TIME: tuple[str, ...] = (
    "(soon|shortly|eventually|sometime|some time|at some point|as soon as (possible|we can|i "
    "can)|asap|in due course|in a bit|in a while|later|when ({we}|they) can|one of these days|"
    "right away|immediately|straight away)",
)

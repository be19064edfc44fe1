"""What agents do in a call, as phrases: recap, transfer, hold, promise, thank, close; by label."""

RECAP: tuple[str, ...] = (
    "(let me|just to|so to|can i|may i|i want to|i would like to|want to|to) [just|quickly|"
    "please] (make sure|check|see|be sure|double check) [that|if|whether] (i|we) ...3 "
    "(understand*|got|have|heard|right|correctly|follow)",
    "(let me|just to|so to|can i|may i|i want to|i would like to|i just want to) [just|quickly] "
    "(confirm|recap|repeat|summarize|sum up|play back|read back) ...2 (you|your|what|the|this|it|"
    "everything|that (i|you|your|the))",
    "(play|read|say|repeat|give) that back",
    "just to confirm that",
    "(has|does|did) it$",
    "(to|just to) (recap|summarize|sum up)",
    "if i [have|am] [understood|understand|understanding|heard|hear|got|getting] ...3 (correctly|"
    "right|properly)",
    "if i (understand|understood) (you|this|it|the)",
    "[so] (have|did) i (got|get|understand|understood|hear|heard) ...3 (right|correctly|correct)",
    "(do|have|did) i (have|got|get) (that|it|this|you|everything) (right|correctly|correct)",
    "(is|was) that (right|correct|what you [are|were]|about right|the (problem|issue))",
    "(am i|did i get that) (right|correct)",
    "does that sound (right|correct|about right)",
    "(do|did) you mean",
    "[so] you mean ...1 (that|you|the|your|it|when|_) _",
    "(so|okay|right|yeah|well) [then] [uh|um] you (are|have|were|had|want|wanted|called|ordered|"
    "paid|mentioned|said|received|got|tried|told|bought|never|still|did|would like|can not|feel|"
    "lost|spoke) _ _",
    "and [uh|um|then] you (are (still|now|not)|have (been|had|not|called|already)|want|wanted|"
    "were|had|ordered|paid|said|received|got|tried|never|still|did|would like) _ _",
    "(so|and) [then] your _ ...1 (is|was|has|have|are|did|does|had|never|still)",
    "(so|and) (it|it is|that is|there) (has|is|was|have) [still|not|been|only|not been] (been|"
    "broken|down|late|missing|not|since|no) _",
    "(so|and) (it|that) (keep*|still|never|stopped|broke|happen*) _",
    "(so|okay|right) the (problem|issue|bill|package|order|trouble|reason|main thing|charge|"
    "delay|refund|router|delivery|line) ...1 (is|was|has|never|still|did|keeps)",
    "({we}|you) (have|had|just|also|have also|kind of) mentioned",
    "(so|and|okay|earlier|right|um|because|that) you (mentioned|told me|said) _",
    "^ you (mentioned|told me|said) _",
    "sounds like [uh|um] you",
    "what (i am hearing|i hear|you are saying|you are telling|you are after)",
    "in other words",
    "when you say _",
    "you (are|have been|have been having|were|want*|need*) ...9 (correct|is that right|is that "
    "it|right)$",
    "so you need (a|an|the|your|help|it|this|some|somebody|someone) _",
    "so (there is|there are) (no|not|still) _",
    "_ correct$",
    "(is that right|is that correct|have i got that right)$",
)

NO_RECAP: tuple[str, ...] = (
    "(not|no|never heard of|out of) ...9 (do|did) you mean",
    "(store|warehouse|one|they|we|she|he|branch) has it",
    "(score|total|questions|answers|answer) ...4 correct",
    "(so|and) there is no (charge|fee|cost|need|refund|compensation|way|problem|rush)",
    "all right",
    "just to confirm you (may|can|will|should|need)",
    "(you|that|this) (are|is) [absolutely|quite|totally|completely] (correct|right)",
    "(so|and) you (have|want) to (call|go|pay|wait|speak|contact)",
    "(so|and|okay|right|well|yeah) you (are|have) [now] (all|every|right|welcome|set|good|"
    "eligible|able|absolutely)",
    "(so|and|well|okay) you got (it|this)",
    "(right now|right away|right here)",
    "every right",
    "can i confirm your (reservation|booking|order|appointment) with",
    "(was|is|are|not) [also|all|quite] (correct|right)",
)

TRANSFER: tuple[str, ...] = (
    "transfer* (you|your call|this call|the call|to (a|the|my|our|another) ...2 ({staff}))",
    "(put|putting) you (through|over|on to|onto|on with|in touch)",
    "connect* you (to|with|through|over)",
    "(pass|passing|hand|handing|switch|switching) (you|your call|the call) (on to|over|across|on|"
    "to (a|the|my|our|another|somebody|someone) ...3 ({staff}))",
    "(send|sending|redirect|redirecting|forward|forwarding) (you|your call|the call) [on|over] "
    "to (a|the|my|our|another|somebody|someone) ...3 ({staff})",
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
    "(that is|you need|you have reached|need to speak to|need to talk to|through to|is handled "
    "by) ...2 (different|another|other|wrong|right) (department|team|office)",
    "let (them|him|her) know what you ...2 told",
    "(please|kindly|you can|you could|you may|you must|you should|you will (need|have|want) to|"
    "you need to|you have to|best to|best is to|feel free to|have to|suggest you|recommend you|"
    "advise you [to]|(suggest|recommend|advise) that you) ...2 (see|speak|talk|check|visit|"
    "contact|call|phone|ring|reach out|reach|ask|go|email|write|work|get in touch|connect|touch "
    "base|continue|approach|notify) ...6 ({staff}|counter|crew|airport|gate|partner|vendor|agency|"
    "retailer|seller|merchant|consulate|police|gp|pharmacy|pharmacist|emergency|relations|"
    "headquarters|issuer|attendant|landlord|surgery|consultant|them directly|company directly)",
    "^ [so|then|and|just] (see|visit|ask|contact|call|phone|ring|email|speak (to|with)|talk (to|"
    "with)|check with|go to|head to|work with) (a|an|the|our|your|any|one of) ...3 ({staff}|"
    "counter|crew|airport|gate|agency|attendant|merchant|vendor|retailer|police|gp|pharmacy)",
    "(need|have|going) to (refer|transfer|redirect|direct|pass|send|hand) you",
    "(direct|directed|directing|route|routed|routing) you to",
    "get you (through|over|across|to) [to] ...3 ({staff})",
    "(i will|let me|going to) ...1 (grab|get|fetch|find) ...2 ({staff}|someone|somebody) ...2 "
    "(for you|to (help|talk|speak|take|assist)|on the line|who)",
    "({staff}|airport|gate|crew|counter|hospital|they) (can|could|will be able to|would be able "
    "to|may be able to|should be able to|are best placed|is best placed|are better|would be the "
    "best|will be the best|would be best) ...2 (help|assist|advise|sort|rebook|answer|look|check|"
    "resolve|arrange|further|deal|handle|tell|confirm)",
    "(call|phone|ring|dial) ...4 (number|hotline|helpline|one eight hundred|nine one one|911|999|"
    "emergency services|customer service|customer services)",
    "(go|head|walk|proceed|come|get|take (it|this|that|them)) (straight|directly|back|over|up|"
    "down|right) ...1 to (the|our|a|another|your|any) ...3 ({staff}|counter|gate|desk|er|"
    "emergency room|pharmacy|airport|surgery|casualty)",
    "(go|head|proceed|come) to (the|your|a) ...1 (hospital|emergency|emergency room|a and e|"
    "casualty|counter|service desk|ticket desk|check in desk|clinic|pharmacy)",
    "(ring|call|dial) (one one one|nine nine nine|nine one one|999|911|111|an ambulance)",
    "(has|have|needs|need|would have|will have) to (go|come) (through|to|via|from) ...1 (the|our|"
    "your|another|a) ...3 ({staff}|agency|airport|seller|vendor|issuer|party)",
    "(something|one|question|matter) for (the|your|our) ...2 ({staff}|airport|gp|agency|council)",
    "(come through|got through|gotten|reached) ...1 to the wrong _",
    "(another|a different|other|separate) (team|department|agent|colleague|office|company) ...3 "
    "(handles|handle|deals|looks|has to|needs to|will|would|can)",
    "(since|as|because) you ...1 (booked|bought|purchased) ...2 (through|with|from|via) ...3 "
    "(agency|party|airline|expedia|agent|site|seller|orbitz|priceline|company)",
    "(booked|bought|purchased) ...3 (third party|travel agent|travel agency|another (airline|"
    "site|company|seller)) ...9 (they|them|contact|change|refund|handle)",
    "({staff}|colleague|doctor|nurse) (will|can|is going to) (take over|take it from here|take "
    "this call|take your call)",
    "(advise|advising|recommend|recommending|suggest|suggesting) ...2 (checking|speaking|"
    "contacting|calling|to (check|speak|contact|call)) ...1 (with|to|the|your|our) ...4",
    "(keep|continue) working with ...2 ({staff}|airport|gate|crew|claims)",
    "(bring|take) (this|that|it) up with ...2 _",
    "(admit|admitting) you",
    "(handled|dealt with|managed|processed|answered) by (a|an|the|our|another|their|your) ...3 "
    "({staff}|airport|agency|company|vendor|partner)",
)
NO_TRANSFER: tuple[str, ...] = (
    "(did|have|had) you ...6 ({staff}|gate|crew|airport)",
    "(call|contact|reach|message|email) (us|me) ...9",
    "(if|when|once|after|before) you (call|contact|speak|see|talk|visit|ring) ...9",
    "do not (need|have) to ...9",
    "(transfer|transferring|transferred) (the|your|my) (money|balance|funds|points|miles|number|"
    "avios|data|booking|ticket)",
    "why (did|do|would) you ...9",
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
IMPATIENT: tuple[str, ...] = (
    "calm down",
    "(please|just|you need to|you have to) (relax|listen|let me finish|let me speak|stop|calm)",
    "(listen|look) (sir|ma'am|madam|to me|here)",
    "(already|just) (told|explained|said) (you|that|this|it)",
    "(like|as) i (said|told you|already said|already told|just said|explained)",
    "^ (okay|yeah|yes|right|sure) (so|but) (what|where|when|how|who|which|can i|i need|your) _",
    "(if|once) you (let me|would let me|stop|listen)",
    "(can|could|may) i (finish|speak|talk) [please|now]$",
    "are you (done|finished|listening)",
    "(i do not|we do not) have (all day|time for)",
    "what do you want (me to do|from me)",
)
"""Clipped or impatient words (lesson C1); interrupting is measured as talk-over."""

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
    "(thank you|thanks) ...2 for ...1 (telling|calling back|explaining|bringing|staying|letting|"
    "sharing|sticking|pointing|flagging|raising|giving|taking|walking|sending|checking|reporting|"
    "coming back|trusting|working|going|trying|making|helping|having|keeping|finding|reading|"
    "looking|hanging|answering|spelling|repeating|getting|catching|noticing|remembering|"
    "describing|writing|waiting (all|so|through|while|with|those|these)|holding (on|while|so)) _",
    "(thank you|thanks) ...2 for (being so|your honesty|your kindness|the details|all the detail|"
    "all you|everything you)",
    "(appreciate|grateful) (you|that you|how|the way|it that you) ...3 (telling|explaining|"
    "bringing|staying|letting|sharing|sticking|pointing|flagging|waited|stayed|called|calling|"
    "explained|told|raised|worked|took|taking|came|coming|patient|tried|trying|kept|were|went|"
    "have been|handled)",
    "(thank you|thanks) ...1 for ...3 years ...3 (with|as|of)",
)
THANKS_FORMULA: tuple[str, ...] = (
    "(thank you|thanks) ...2 for (calling|choosing|contacting|your call|your patience|your "
    "business|your time|reaching|your understanding|being a|waiting|holding)",
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
    # A lone "bye" in mid-sentence is mostly a misheard "by" ("today bye for", for "by four").
    "(goodbye|good bye|bye bye|bye now)",
    "(^|okay|alright|thanks|you|day|evening|weekend|then|now|well|calling) bye",
    "take care [now|of yourself|bye]$",
    "(thank you|thanks) for calling ...6 (day|bye|goodbye|evening|weekend)",
)
RESOLVED: tuple[str, ...] = (
    "you (are|should be) [now] (all|good) (set|sorted|done|to go)",
    "(that|this|it|everything|your refund|your order|the refund) (is|has been) [now|all] (fixed|"
    "resolved|sorted|done|corrected|refunded|credited|processed|rebooked|taken care of)",
    "({we}) have [now|just|gone ahead and|also] (sent|emailed|updated|changed|added|ordered|"
    "fixed|resolved|sorted|corrected|refunded|credited|processed|reversed|removed|rebooked|"
    "replaced|restored|canceled|cancelled|booked|issued|waived)",
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
    "({we}) would like to ...5 (send|refer) (you|your)",
    "(and|then) will [then|also] (call|phone|email|contact|notify|update|text|message|ring) you",
    "(someone|somebody) will be w you",
    "(they|he|she) will ...6 (get back|call|contact|slot|come|email|look into)",
    "({we}) will ...1 (look into|check on|chase|investigate|follow up|get back|get in touch|sort|"
    "fix|take care of|make sure|see to|find out|confirm|keep you|stay on|let you know) ...8 "
    "({when})",
    "({we}|they|someone) ({will}) ...8 ({when})",
    "you ({will}|should|can expect to|are going to) ...1 (receive|get|have|see|hear) ...8 "
    "({when}|shortly|soon|response|from (me|us|them))",
    "(member|technician|engineer|courier|someone|driver) ...4 will ...6 ({when})",
    "(it|that|this|they|these|order|orders|drink|drinks|ride|driver|car|food|package|parcel|"
    "delivery|table|cab|taxi|refund|money|replacement|meal|coffee|tea|bag|bags|luggage|"
    "prescription|room|key|card|results|report) ({will}|should) [also|now|then] be ...2 (ready|up|"
    "out|there|delivered|waiting|with you|on its way|on the way|served|shipped|posted|credited|"
    "refunded|at (the|your)|in your|back in|sent|processed|right up|right out|right over)",
    "(ride|driver|car|cab|taxi|order|package|parcel|ambulance|technician|courier|engineer|"
    "replacement|luggage|bag|refund|help|somebody|someone|it) ...2 (is|are) (on (its|the|his|her|"
    "their|it) way|on it is way|...2 (minute|minutes|hour|hours) away)",
    "({will}|should) [also] (arrive|be there|get there|show up|reach you|pick you up|be here|be "
    "delivered) ...2 (in|within|at|by|on|before|around|shortly|soon|tomorrow|today)",
    "({we}) ({will}) [also|just|now|then|go ahead and|get on and|personally|gladly|certainly|"
    "definitely|right away|happily] (add|cancel|change|update|make (a note|you|sure|that|an)|"
    "note|mark|put (you|a|this|that|it|in)|let (them|him|her|the|you)|send|book|reserve|schedule|"
    "arrange|order|file|open (a|an|your|this)|submit|raise|escalate|process|refund|credit|waive|"
    "remove|reset|replace|resend|reship|email|text|call|ring|get (this|that|it|you|them|someone|"
    "somebody|one|your|my|a)|have (this|that|it|someone|somebody|a|an|the|my|our|your|them)|see "
    "(if|to it|that|what)|try to (find|get|see|make|arrange)|find (you|out|someone|a|one)|take "
    "care of|look into|investigate|follow up|keep (you|it|an eye|this|your)|stay (on|with)|print|"
    "prescribe|give you|apply|issue|adjust|expedite|prepare|bring|pick (you|it) up|drop (you|it)|"
    "contact|report|register|correct|restore|reinstate|extend|switch|move|upgrade|work on|set "
    "(you|it|this|that|up)|write (you|to|up|a)|request|tell (them|him|her|the)|ask (them|him|her|"
    "the|my|our|for)|speak (to|with)|talk (to|with)|do (that|it|this) [for you|now|right]|do)",
    "(you|they) ({will}) be (contacted|notified|updated|called|emailed|refunded|credited|seen|"
    "rebooked|informed|compensated|reimbursed|picked up|met)",
    "(please|you can|can) (expect|allow) ...3 (to hear|a call|a reply|an email|_ days|_ hours|"
    "_ business)",
    "(doctor|nurse|manager|supervisor|colleague|specialist|he|she|they|desk|team) (will|is going "
    "to|are going to) ...1 (call|ring|phone|email|contact|text|message|visit|see you|be in touch|"
    "get back|write)",
    "({we}) will stay (here|with you|on)",
    "you can (expect|pick (it|that|them|your) up|collect (it|that|them|your)|get it) ...6 "
    "({when}|shortly|soon|few|moment)",
    "(ready|out|up|there|done|delivered|sent|with you) (shortly|soon|momentarily|in a (few|"
    "moment|minute|jiffy|little|bit|second)|within|by (the|tomorrow|tonight|noon|friday|monday))",
    "({we}) (am|are) [now|just|currently|already] (sending|emailing|booking|arranging|ordering|"
    "processing|refunding|mailing|dispatching|issuing|crediting|filing|escalating|rebooking) ...2 "
    "(you|your|it|that|this|the|a|an|someone)",
    "({we}) (can|could) (send|have) (someone|somebody|a technician|an engineer|a doctor|a nurse) "
    "...6 ({when}|_)",
)
"""A promise: what will happen for this customer, with who does it."""

NO_PROMISE: tuple[str, ...] = (
    "(if|when|would|should|could|can) (you|i) ...2 (would like|want|like me) ...1 to",
    "({we}) will (not|never)",
    "({we}) will [personally] take care of (this|it|that) (myself|personally)",
    "({we}) ({will}) ...1 (need|just need|have to|be happy|share|pass|forward|relay|search|put "
    "you (on|through|over)|transfer|connect|ask you|do (my|our) best|check|see you)",
    "({we}) ({will}) ...2 ((let|get) you know|get to|have to|get (you|your) (feedback|comments))",
    "({will}) ...2 your (feedback|comments|thoughts|suggestion|suggestions|concerns)",
    "if ({we}) (do|will|can|am|are)",
    "(what|how|when|where|why|who|which) ({will}) (i|we|you)",
    "do you want (me|us) to",
    "what ({we}) (can|could) do is ...10 will (that|this|it) (work|help|do|be)",
    "shall i",
)

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
    "(to|just to|let me|me) (summarise|summarize|sum up|recap)",
    "sounds like (your|the) ...2 (is|are|was|were|has|have|keeps|drops|does|did|will|stopped|never|"
    "went|got|comes) _",
    "^ (so|okay so|ok so|right so|okay|ok|right) no _",
    "(so|okay|ok|right) (basically|essentially) (the|your|you|it|they|she|he) _",
    "(just|so|to) ...1 (clarify|be clear) ...1 (you|your)",
    "just so (i am|i|we are) (clear|understand*|know|get|have)",
    "(so|and) (they|he|she|nobody|no one) (told|said|promised|never|did not|had|charged|cancelled|"
    "canceled|refused|left|came|closed) _",
    "(as i understand it|my understanding is|from what i understand)",
    "({we}) understand [that] you (want|would like|need|wish|are (looking|calling|trying|having|"
    "asking|unable)|called|ordered|booked|paid) _",
    "^ (ok|okay|right|alright) [so] you have (tried|done|had|got|been|already|taken|checked|called|"
    "lost|paid|changed) _",
    "^ (ok|okay|right|alright) so you _ your _",
    "^ you (say|are saying) _ _",
    "(that is|you were|you have|you are) ...9 (yes|yeah)$",
    "^ got it [so] (you|your) _",
    "so (it|that|he|she|this) (hurts|comes|goes|happens|works|started|starts|feels|gets|only) _",
    "so you (live|work|smoke|drink|think|like|feel) _",
    "(are|were) you saying _",
    "check ...6 (is|are|have it) [all] (correct|right) ...1",
    "(is|does) (this|everything|it) (right|correct|look right|look correct|sound right|sound "
    "correct)",
    "to (confirm|verify|clarify) you (would|want|like|said|are|need) _",
    "(okay|ok|so|right) [so] it is (only|mostly|mainly|more|still|always|in the|mostly|usually|"
    "normally|just|there|been) _",
    "(check|verify|review|confirm|look over) ...9 (correct|right|accurate|accuracy)",
    "(what|so) [i|we] (understand|gather|take it|take) [is|it] [that] (you|your|the|it) _",
    "(run|go|read|talk) (through|over|back) (that|it|this|your order|everything|what you) ...3 "
    "(again|back|with you|once more|said|told)",
    "you (said|mentioned|told me)$",
    "so when you _ ...6 (it|that|then) (gets|is|hurts|does|starts|stops|makes|happens|goes) ...2",
    "(so|and) you have (noticed|become|never|been|tried|had|felt|lost|stopped|started|taken|"
    "already|also|still got|still|not|got no|developed|come|gone|moved|ordered|paid|called) _",
    "to verify (your|you|the) _ ...2 (is|are|was|want|would)",
    "is _ [_] your full name",
    "^ (a bit|a little|since|mostly|mainly|both|every|once|twice|usually|only|(two|three|four|five|"
    "six|several|few|[a]) (times|days|weeks|hours|months|years|nights)|(monday|tuesday|wednesday|"
    "thursday|friday|saturday|sunday)|about|around) ...4 (okay|ok|got it|alright)$",
    "^ (since|until) ...3 right$",
    "^ got it (a|an|the|one|two|three|four|five|six|no|from|for|at|on|both) _",
    "so (that is|it was|that was|there were|there was|it is flight|it is the) _ _",
    "so a _ _ ...2 (from|for|on|at|to|with) _",
    "^ you (want|need|would like|tried|lost|paid|ordered|booked|bought) [it|this|them|that] _ _",
    "just to make sure you (said|want|wanted|need|are|have|mean)",
    "sounds like it (has|is|was) [been|not] _",
    "^ [ok|okay|right|alright] so the _ _ [_] (started|began|came|stopped|broke|happened|arrived|"
    "went|keeps|is|was|has) _",
    "^ (right|okay|ok|alright) so you would like to _ _",
)

NO_RECAP: tuple[str, ...] = (
    "(can|may|could|just to|let me|need to) ...2 (confirm|check|verify|have) (your|you|the) ...3 "
    "(name|names|date|address|age|number|email|phone|postcode|zip|identity|birth|birthday|"
    "details|account|surname|pin|id)",
    "just to confirm [that] you are in [a|an] ...2",
    "(if|when|whether|because|before|where|in case) ...9 and (your|it|you) {rest}",
    "and (it|that|your _) (has been|have been|will be|is being|was) [now|already] (noted|sent|"
    "passed|forwarded|booked|cancelled|canceled|refunded|updated|shared|confirmed)",
    "and your ...2 (are|is) [they|it] [all] [working] [ok|okay|fine|normal|good|alright]$",
    "(like|want) you to come back",
    "so you have got (a|two|three|several|some|a few|to|until) _",
    "so you (can|could|should|may|will|would) ...2",
    "(thank you|thanks) ...4 and your ...2",
    "(you|which) mentioned (it|that)$",
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
    "(that|which|this|answer|you|it|not) (was|is|are|would have been|been) [also|all|quite] "
    "(correct|right)",
    "(would have been|have been) correct",
    "just to confirm (the|your) ...4 (is|are|will|comes)",
    "no (problem|problems|worries|need|charge|fee|way|cost|trouble|rush|thanks|thank|one|longer|"
    "more)",
    "(sounds|sound) like ...3 (virus|infection|flu|cold|strain|migraine)",
    "so you are (booked|registered|covered|entitled|confirmed)",
    "repeat something",
    "so it was (handed|sent|passed|probably|just)",
    "so (it is|that is|this is) [just|probably|only] (a (viral|virus|cold|good|great|normal|bit)|"
    "why|what|where|how|when|the (best|only|next|reason)|fine|good|great|all|not|okay|going|up to|"
    "perfect)",
    "you said no to",
    "so the (way|reason|thing|idea|plan|next|best|first|only|good|bad|main|other|deal|point|rule|"
    "answer|easiest|quickest) ...4",
)

SUGGESTS: tuple[str, ...] = ("(do|did) you mean ...3",)
"""Offers something else where a refusal is beside it, otherwise checks what was said."""

HOLD: tuple[str, ...] = (
    "(stay|hang) (with me|on the line|there) (for|a|while|please|one|just)",
    "(just|only) (a|one) (moment|minute|second|sec) (while|please|let me)",
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
    "(am|are|is) not (authorised|authorized|allowed|permitted|entitled|supposed) to _",
    "(need|have|need to|have to|must|want to) (check|clear|confirm|discuss|talk|speak|ask) ...2 "
    "(it|this|that|with|to) ...2 (doctor|({staff})|boss|lead|head office) (before|first|about)",
    "(need|have) to check with (the|my|our|a) _ (before|first)",
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
    "(like|as) i (told you|already (said|told|explained|mentioned)|just (said|told|explained))",
    "(like|as) i (said|explained) ($|before|already|earlier|twice|three|several|a (minute|moment)|"
    "to you)",
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
    "(whichever|whatever) (suits|you|works|is (best|better|easier))",
    "(would|do) you (like|want|prefer) (a|an|the|to|your|me to|us to) ...6 or (a|an|the|to|your|"
    "would|should|rather|for|on|by|me|us)",
    "(which|what) (would|is|of|one|works|suits) ...4 (better|best|prefer|easier|suit|rather) ...2",
    "({we}) (can|could) ({do}|freeze|repair|reset|swap|mail|post|collect|refund) ...8 or ...2 "
    "({do}|freeze|repair|swap|mail|post|collect|refund|you|put) _",
    "(either|whether) ...6 or (a|an|the|to|your|you|we|i|by|on|in|at)",
    "(we have got|we have|there is|i have) ...5 or ...5 (whichever|which|what)",
)
THANKS: tuple[str, ...] = (
    "(thank you|thanks) ...2 for ...1 (telling|calling back|explaining|bringing|staying|letting|"
    "sharing|sticking|pointing|flagging|raising|giving|taking|walking|sending|checking|reporting|"
    "coming back|trusting|working|going|trying|making|helping|having|keeping|finding|reading|"
    "looking|hanging|answering|spelling|repeating|getting|catching|noticing|remembering|"
    "describing|writing|waiting (all|so|through|while|with|those|these)|holding (on|while|so)) _",
    "(thank you|thanks) ...2 for (being so|your honesty|your kindness|the details|all the detail|"
    "all you|everything you)",
    "(thank you|thanks) ...2 for (ringing|phoning|asking|hanging|being|not|doing|understanding "
    "(that|why)|(giving|letting) us) _ _",
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
    "(enjoy|have) (your|the|a) ...2 (holiday|holidays|vacation|stay|trip|flight|meal|weekend|"
    "evening|day|rest|party|wedding|new _)$",
    "(safe|pleasant|good) (travels|travel|journey|trip|flight|drive)",
    "see you (on|in|at|next|then|soon|tomorrow|again) ...3",
    "(speak|talk) to you (on|in|at|next|then|soon|tomorrow|again|later)",
    "(bye|goodbye) [for now|now|then|bye]$",
    "(^|well|okay|ok|so) if there is nothing else",
    "(anything else|something else)$",
    "(thank you|thanks) for calling ...6 (day|bye|goodbye|evening|weekend)",
)
RESOLVED: tuple[str, ...] = (
    "({we}) have [now|just|gone ahead and|also|already|successfully] ({deed})",
    "({we}) [just|now] ({deed}) (you|it|that|this|the|your)",
    "(^|done|good news|there|okay|great) ...2 (the|your|it|that) ...2 (is|has been|are|have been) "
    "[now|all|just] ({deed}|off|open|active|live|working|on its way|back on|lifted)",
    "(good|great) news (it|that|your|the) ...2 (is|has|have|are)",
    "you (can|should be able to) (use|try|log in|access|pay|see|collect) ...4 (now|again)",
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
PLAIN: dict[str, tuple[str, ...]] = {
    "hold": HOLD,
    "barrier": BARRIER,
    "policy": POLICY,
    "choice": CHOICE,
    "impatient": IMPATIENT,
    "thanks": THANKS,
    "closing": CLOSING,
    "resolved": RESOLVED,
}
"""Labels that are found wherever their phrases are."""

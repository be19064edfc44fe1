"""Where a call goes from here, as phrases: handing over to somebody, promising; by label."""

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
    "(ring|call|dial) (one one one|nine nine nine|nine one one|999|911|111)",
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
    "you would be (best|better) [off] (speaking|talking|calling|contacting|asking|going|ringing|"
    "phoning|seeing) _",
    "(my|a|our|the) ...1 ({staff}) ...1 (can|could|will|to) (jump|join|hop) ...1 (on|onto|us|in)",
    "escalat* (this call|the call|your call|you to)",
    "(go|get|head|pop|come) [yourself] [down|straight|along|over] to (a e|a and e|casualty|the er|"
    "accident and emergency|your gp|your doctor)",
    "(would like|want|need) you to (see|speak to|talk to|go to|go and see|visit) (a|an|the|our|"
    "your|one of) _",
    "(take|bring|drop) (it|this|that|them|one) ...1 (to|into|in to|down to|along to) (any|one|your|"
    "the|a) ...3 ({staff})",
    "(call|dial|ring|phone|reached|contacted|number|line|them|reservations) ...3 [_] (1 800|1 888|"
    "1 866|1 877|0800|0808|0345|0330|0333|0344|one eight hundred)",
    "(please|can|should|could|to|would|might|^) follow up with (the|your|our|_) _",
    "connect* you (now|right|straight|directly)",
    "(get|bring|have|put) (someone|somebody|a colleague|a specialist|my _|our _|the _) ...4 on the "
    "(line|phone|call)",
    "(forward*|transfer*|redirect*) (your|the|this) call",
    "(please|kindly|you can|you could) (dm|tweet|message|text) (our|the|my) ...3 ({staff}|friends|"
    "partners|colleagues)",
    "(loop|looping) ...4 ({staff}|someone|somebody|in)",
    "get you (across|over) to",
    "patch* you (through|in|over|to)",
    "(number|email|contact) (for|of) (the|our|your|their) ...3 ({staff}|claims|hotline|helpline|"
    "police|council) ...1 is",
    "({staff}) can be (reached|contacted) (at|on|by|via|through)",
    "your ...2 (agency|agent|bank|insurer|seller|provider|employer|landlord|retailer) (would|will) "
    "(have|need) to _",
    "let (my|a|our|the|one of) ...2 ({staff}) (take|help|handle|assist|explain|deal|speak|talk|"
    "join)",
    "(hand|handing|pass|passing|give|giving) (the phone|the call|the line|this call) [over|on|"
    "across] to _",
    "(your|the|this) call (will be|is being|is) [now] (transferred|forwarded|redirected|connected|"
    "routed|passed|escalated)",
    "you (will be|are being) [now] (transferred|connected|forwarded|redirected|passed|put through)",
    "mov* you (to|into|over to|across to) ...2 (queue|line|department|team)",
    "({we}) would (ask|suggest|advise|recommend|encourage) [that] you [to] (contact|call|ring|"
    "speak|talk|see|reach out|get in touch|follow up) _",
    "let you (speak|talk) (to|with) _",
    "(ask|get) (a|my|our|one of) ...3 ({staff}) to (join|speak|talk|take|come on)",
    "(please|just|best to|could|should) ...1 (visit|contact|call|ring|see|ask|email) (them|him|"
    "her) [directly|there]",
    "you ...5 get (hold|ahold|a hold) of (the|your|them|our|somebody|someone) _",
    "(may|might) want to (call|contact|speak|talk|check with|reach out|ring) _",
    "(please|you could|you can|best to|just|try) (give|giving) (them|him|her|the|our|your) ...3 a "
    "(call|ring|bell|shout)",
    "(send|drop) (an email|a message|a dm) to (our|the|your) ...3 ({staff}|relations)",
    "(please|kindly|^|just|suggest|you (can|could|should|may|will want to|need to|have to)|"
    "(recommend|suggest) you) [always|also] (reach out|touch base|get in touch) (to|with) _ _",
    "(stop|swing|pop|drop) by (the|our|your|any|a) ...3 ({staff}|counter|kiosk|surgery)",
    "(by phone|over the phone|in person) (with|through|by) ...2 ({staff}|agent)",
    "have you (speak|talk) (to|with) _",
    "get* you connected",
    "(give|get|have|find) ...2 (the|their|a) [phone|direct] number (for|of|to call) ...2",
    "(give|get|send) you their (number|details|contact)",
    "(in the best position|best placed|best suited|better placed) to _",
    "(here is|here are) (their|the) (contact|number|phone)",
    "(checked|seen|looked at|examined) by (a|an|your|the|our) (dentist|doctor|gp|specialist|"
    "optician|physio|surgeon|nurse|midwife)",
    "(see|contact|ring|visit|call|speak to|talk to|go to) (your|a|an) (optician|dentist|gp|doctor|"
    "pharmacist|midwife|health visitor|physio|specialist|employer|landlord)",
    "(link|form|page) to (reach|contact) ...2 (relations|care|{staff})",
    "(something|one|that) ...2 ({staff}|relations|desk) (would|will|has to|have to|needs to|can) "
    "...3 (answer|handle|decide|look|deal|approve|sort|advise|resolve|do)",
    "({we}) will put (my|a|our|the) ...2 ({staff}) [back] on",
    "(they|he|she|staff|team) would be the (ones|one|people|person|best) to _",
    "(file|submit|raise|open|make) (a|the|your) (report|claim|complaint|request) (with|at|through) "
    "(the|our|your|a) ...3",
    "(advise|recommend|suggest|ask|encourage) you to (visit|see|contact|call|go to|speak|talk|"
    "ring) _",
    "(partners|partner|friends|colleagues) (at|in|from) _ ...1 (would|will|can|need|needs|have|"
    "has) ...2 (look|help|assist|handle|check|fix|answer)",
    "(get|getting|find|seek) ...1 (help|assistance|advice|support) (from|at|through) (the|our|your|"
    "any|a) ...3 ({staff}|counter|desk|airport|gate|crew|lounge)",
    "(tried|try|trying) ...1 (speaking|talking|calling|contacting|asking|checking|reaching) ...2 "
    "(the|our|your|a|an|any|one of) ...3 ({staff}|airport|gate|crew|desk|counter)",
    "(need|want|have) to (file|submit|raise|report|take) (it|that|this|those|a claim|your claim|"
    "a report) ...1 (with|to|through|directly with) _",
    "(go|pop) and (see|speak to|ask|visit) (a|an|the|your|our) _",
    "(get|put) you over to _",
    "(ask|tell|notify|inform|see|find|grab) (a|an|the|any|one of the|one of our|your|our) [flight] "
    "(attendant|attendants|crew|gate agent|steward|stewardess|host|concierge|receptionist|nurse)",
    "(best|right) (people|person|place|team|ones) to (ask|call|contact|speak to|talk to|help)",
    "(please|would|should|can|could|to) [always] report (it|this|that|the _|any _) to (our|the|"
    "your|a|an) ...3",
)
NO_TRANSFER: tuple[str, ...] = (
    "(have|had) you [ever] (spoken|talked|been|seen) {rest}",
    "were you able to {rest}",
    "(they|it|he|she) can (sometimes|also|often|usually) help with",
    "if you (experience|feel|notice|develop|have) ...4 (contact|see|call) your doctor",
    "(did|have|had) you ...6 ({staff}|gate|crew|airport)",
    "(call|contact|reach|message|email) (us|me) ...9",
    "(if|when|once|after|before) you (call|contact|speak|see|talk|visit|ring) ...9",
    "do not (need|have) to ...9",
    "(transfer|transferring|transferred) (the|your|my) (money|balance|funds|points|miles|number|"
    "avios|data|booking|ticket)",
    "why (did|do|would) you ...9",
    "(did|have|has|had|was|were|who) ...4 (transfer*|refer*|pass|passed|put|sent|send|connect*) "
    "you ...3",
    "(your|a|best|contact|mobile|cell|home|the|good) (phone|telephone|contact|mobile) number",
    "(reach out|reaching out|touch base|in touch|follow up|speak|talk|chat|check|work) (to|with) "
    "(us|me)",
    "dm to (us|our team)",
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
    "({we}) have [now|just|gone ahead and|already|also] (scheduled|arranged|booked|organised|"
    "organized|set up|ordered|requested) ...4 (callback|call back|engineer|technician|collection|"
    "courier|pickup|redelivery|redelivered|taxi|cab|plumber|visit|replacement|inspection|"
    "wheelchair)",
    "({we}) have (asked|told|instructed|arranged for|requested|got) ...6 to (call|ring|phone|email|"
    "contact|deliver|bring|send|text|collect|refund|look|pick|fix|release|get back|be)",
    "(^|can|should|please|will) expect (a|an|the|our|your) (call|email|text|letter|visit|reply|"
    "response|update|delivery|refund|answer) ...6",
    "({will}) [now|also|then|all] be (delivered|refunded|credited|redelivered|lifted|adjusted|"
    "reimbursed|shipped|sent|released|restored|fixed|replaced|processed|paid|reduced|removed|"
    "collected|reconnected|unblocked|unlocked|posted|emailed|returned|dispatched|reversed|updated|"
    "waived|mailed) ...5 (to you|your|{when}|from next|shortly|by (the|_) _)",
    "({will}) [personally] let you know (as soon as|once|when|the moment|what|by|within|today|"
    "tomorrow|tonight|how)",
    "(it|that|they|parcel|package|order|bag|letter|card|replacement|money|refund|credit|form|"
    "cheque|check|kit|router|phone) (will|should) (arrive|come|be there|get there|reach you|turn "
    "up) ...1 (monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|today|"
    "{when})",
    "(my|our|the|a|your) ...2 ({staff}|adjuster|handler|pharmacist|doctor|nurse|courier|driver|"
    "plumber|electrician|garage|depot|system|underwriter|surveyor|inspector|relations) ({will}) "
    "[now|then|also|personally] (review|investigate|decide|assess|process|release|respond|reply|"
    "write|approve|send|phone|ring|call|fix|repair|unlock|restore|hold|keep|deliver|collect|bring|"
    "refund|replace|confirm|come|visit|go (through|over)|meet|update|pick)",
    "({we}) ({will}) [also|just|now|then] (approve|release|unlock|reimburse|compensate|deduct|"
    "knock|post|monitor|restart|reconnect|reactivate|unblock|reissue|collect|deliver|phone|pop (it|"
    "that|this) in|drop you)",
    "({we}) (am|are) [now|just|currently|already|also] (taking (that|this|the|it) ...2 off|"
    "removing|reversing|waiving|replacing|shipping|posting|getting (someone|somebody|you|a|an)|"
    "having (someone|somebody|my|our|a|the)|sending (another|out|over|one)|arranging for)",
    "there is (a|an|someone|somebody) ...3 (coming|on (his|her|its|their|the) way)",
    "(engineer|adjuster|technician|plumber|courier|driver|somebody|someone|nurse|inspector|"
    "surveyor|colleague|electrician) (is|are) (coming|due|booked in|on (his|her|their|the) way)",
    "(store|shop|hotel|branch|{we}) ({will}) (hold|keep|save|reserve|set aside|put aside) (it|this|"
    "that|them|one|your|the booking|the room|a)",
    "({when}) ...2 (you|we|i|someone|somebody|they|my _|our _|the _) ...4 ({will}) [also] (be|call|"
    "get|receive|check|ring|see|hear|arrive|send|come|go)",
    "(it|they|order|parcel|package) (ships|goes|leaves|comes|ship|go) [out|off|back] (tonight|"
    "tomorrow|first thing|{when})",
    "who ({will}) (reply|respond|contact|call|get|be in touch|ring|phone|write|review|look)",
    "({will}) (show|appear) [up] (on|in) your ...3 (statement|bill|account|card|invoice)",
    "(agent|agents|crew|team|colleague|colleagues|staff|attendant|manager|someone|somebody|porter|"
    "host) ...4 will [also|then|be] (meet|meeting|rebook*|offload*|hand|handing|bring*|load*|"
    "deliver*|greet*|escort*|provid*|offer*|replying|reply|wait*)",
    "you ({will}) [also|then|now] be [automatically] (getting|receiving|hearing|boarding|rebooked|"
    "moved|put on|given|issued)",
    "({we}) ({will}) [also|then] (respond|reply|document|meet you)",
    "(dm|send|shoot|follow|provide|message|share) ...9 (and|then) ({we}) will [gladly|be happy to|"
    "happily] (check|look|take a look|see|review|document|pull|assist|help)",
    "({we}) (am|are) [now|already|just] (letting|notifying|informing|telling|alerting) (the|our|"
    "your|them) _",
    "({we}) (am|are) [now|already|just] reporting (this|it|that) to _",
    "({we}) (am|are) getting (the|my|our) ...2 to _",
    "(should|will) have (you|it|that|this|everything|your _) ...1 (boarding|ready|up and|back|in "
    "the air|on your way|fixed|done|going|delivered|rebooked) ...2",
    "({will}) [also|then|now|automatically] be (issued|texted|emailed|reissued|printed|waiting|"
    "outside|under your name|posted|handed|given|left|loaded|taken|moved) ...3 (to (you|your)|for "
    "you|at (the|_)|under|by|within|in (a|the|your)|your)",
    "({will}) (post|show up|appear) (within|in|by|to your|on your) _",
    "({we}) have (requested|asked) that (you|your|the|this) _",
    "allow (up to|at least|around|another|_) ...2 (hours|days|weeks|minutes)",
    "(uber|driver|ride|cab|car|taxi|order|courier) ...2 (arrives|arriving|gets there|pulls up) (in|"
    "at|by)",
    "you ({will}) get (your|a|the|an) ...2 (by|via|in) (text|email|post|mail|sms)",
    "({we}) ({will}) get (an ambulance|someone|somebody|a _) ...1 (to|out|over|for) _",
    "(they|he|she|who|that team) will [also|then] (reach out|respond|reply|write|let you know|"
    "assist you|take a look|look at)",
    "({we}) ({will}) [also|just|now|then|go ahead and|personally|definitely|probably] _ _ [_]",
    "(refund|credit|payment|money|deposit|funds|voucher|points|miles|balance|update|charge|"
    "reimbursement|transfer) ...2 (should|will|would) [now|then] (post|show|appear|hit|go|clear|"
    "reflect|drop|land|come|arrive|process) _",
    "you (should|will) [also|then|now|soon|shortly] be (receiving|getting|seeing|hearing) _",
    "(someone|somebody|colleague|manager|crew|staff|agent|team|technician|nurse|doctor|driver) "
    "...1 (is|are) [now|already|currently] (bringing|coming|sending|calling|fetching|getting|"
    "preparing|delivering|working on)",
    "(voucher|ticket|receipt|invoice|form|letter|refund|card|order|package|parcel|bag|bags|room|"
    "meal|claim|booking|request|case|email|link|confirmation|report|prescription) ({will}) [also|"
    "then|now] be _ ...4 (once|when|after|as soon as|within|by|to you|for you|shortly|soon|{when})",
    "(team|crew|department|engineers|agents|specialists|people|colleagues|they) ({will}) [also|now|"
    "then] (reset|fix|look|check|get|try|have|sort|reach|rebook|unlock|resend|deal|make) ...3 "
    "(it|this|that|you|your|them|into|back)",
    "({we}) (pass*|forward*|shar*|send*|sent|relay*) ...6 so ...2 (can|will) (contact|call|reach|"
    "get|email|help|look|fix)",
    "(looking|expect|expecting|hope|plan|planning|estimated) [to] (depart*|board*|land*|leave|"
    "leaving|take off|taking off|push back|be (airborne|boarding|ready|up|on our way)) (at|by|in|"
    "around|about|within) _",
    "({we}) have [now|just|already|also] (booked|rebooked|scheduled|put) you (in|on|onto|for) _ _",
    "(take|takes|allow|within) ...1 [_] [to] [_] (days|hours|weeks) for (the|your|it|this|that) "
    "...3 to (show|appear|post|reach|arrive|clear|process)",
    "(service|power|internet|line|account|connection|app|site|website|system) ({will}) be (back|"
    "up|on|restored|working) ...3 ({when}|soon|shortly)",
    "({we}) ({will}) see you ...2 (in (a|one|two|three|four|five|six|about|the)|on (monday|tuesday|"
    "wednesday|thursday|friday|saturday|sunday|the)|next (week|month|monday)|tomorrow|again (in|on|"
    "next))",
    "(should|will) be (on your way|back on track|in the air|home|moving|departing|airborne) ...2 "
    "(in|by|within|shortly|soon|at)",
    "({will}) be (replying|responding|writing|getting back) [to|back] _",
    "your ...3 ({will}|should) [then|now] be _ ...4 ({when}|shortly|soon|momentarily)",
    "({we}) will be (boarding|departing|leaving|landing|taking off|sending|calling|contacting|"
    "emailing|arriving|starting|issuing|processing|shipping|in touch) [you|again|your|it|a] ...3",
)
"""A promise: what will happen for this customer, with who does it."""

NO_PROMISE: tuple[str, ...] = (
    "({we}) ({will}) [also|just|now|then|always|probably|definitely|certainly|happily|gladly] [be] "
    "({no_deed})",
    "what [{we}] ...1 ({we}) ({will}) do ...2",
    "({we}) (am|are) just going to ...4",
    "({we}) will be waiting for you",
    "({we}) ({will}) be with you (until|the|all|every|right)",
    "({we}) ({will}) let you (go|know|think|decide|get)",
    "({we}) ({will}) take (your (name|number|pin|details|order|payment)|that as|it as|full) ...2",
    "({we}) ({will}) be (here|there|able|sure to (share|pass|forward|let)|glad|honest|happy|"
    "right|back|fine|ok|okay|more than|doing|looking|asking|using|recording|your _)",
    "({we}) ({will}) get (you (to|there|home)|the (drink|menu|screen)|right|on (to|it)|started) "
    "...2",
    "({we}) ({will}) (have|get) (more|better|a (better|chance|think)) ...4",
    "(if|when|would|should|could|can) (you|i) ...2 (would like|want|like me) ...1 to",
    "({we}) will (not|never)",
    "({we}) will [personally] take care of (this|it|that) (myself|personally)",
    "({we}) ({will}) ...1 (need|just need|have to|be happy|share|pass|forward|relay|search|put "
    "you (on|through|over)|transfer|connect|ask you|do (my|our) best|see you "
    "(soon|there|then|next time|on board))",
    "({we}) ({will}) ...2 ((let|get) you know|get to|have to|get (you|your) (feedback|comments))",
    "({will}) ...2 your (feedback|comments|thoughts|suggestion|suggestions|concerns)",
    "if ({we}) (do|will|can|am|are)",
    "(what|how|when|where|why|who|which) ({will}) (i|we|you)",
    "do you want (me|us) to",
    "what ({we}) (can|could) do is ...10 will (that|this|it) (work|help|do|be)",
    "shall i",
    "({we}) will (do better|be (glad|happy|right|delighted|sorry)|try harder) ...4",
    "({cannot}|do not) ...1 (tell|say|know|promise|guarantee|confirm) ...9",
    "you ({will}) [just|probably|also|then|still] (have|need|want) to ...4",
    "(no one|nobody|none|never|no way) ...9 ({will}|can|send)",
    "(hope|hoping|hopefully) ...2 (will|to) ...4",
    "you ({will}) (arrive|find|enjoy|earn|love|notice) ...3",
    "it will be (sunny|rainy|cloudy|cold|hot|warm|snowing|raining) ...2",
)

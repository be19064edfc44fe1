"""How agents refuse, as phrases: nothing left, refused, none found, and what only looks so."""

NOTHING_LEFT: tuple[str, ...] = (
    "[there is] nothing ...3 ({we}|they|you|anybody|anyone) (can|could|am able to|are able to) "
    "...1 (do|offer|help)",
    "[there is] nothing (more|else|further) [that] [{we}|they|left|here] (can|could|to) ...1 (be "
    "done|do|offer|give|add|suggest)",
    "[there is] nothing (can|could|to|left to) be done",
    "[there is] nothing [that] ({we}|they) can",
    "({we}) {cannot} do (anything|much|more|any more)",
    "there is not (anything|much|a lot) ...3 ({we}|they) can",
    "there is (nothing|not anything) ...1 (on|from) (my|our) (end|side)",
    "no (refunds|exceptions)",
    "(my|our) hands are tied",
    "out of luck",
    "(that|it|this) is (just|simply) (how|the way) it",
    "rules are rules",
    "not (my|our) (problem|responsibility|fault|department|job)",
    "(you|customers) will (just|simply) have to (wait|accept|live|deal|pay)",
    "have to (live with|accept) (it|that)",
    "there is not [really|actually|honestly] (anything|much|a lot) [else|more] ...1 ({we}|they|to "
    "be done)",
    "(^|sorry|well) no can do",
    "all you can do [now|then] is (wait|hope|pay|accept|be patient)",
)
"""Nothing is left, in any wording: plain enough to say so before the sentence is over."""

REFUSAL: tuple[str, ...] = (
    "nothing found",
    "({we}) {cannot} do that",
    "({we}|he|she|it|they|system|restaurant|department) {cannot} ...1 ({do})",
    "(is|are|am) [still|currently|sadly] (unable|not able) to ({do})",
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
    "no (compensation|returns|credit)",
    "({we}|they|he|she) (have|has) no ...4 (free|available|left|open|slots|openings|seats|rooms|"
    "space|capacity|record of that)",
    "(policy|rules|terms|system|fare) (only|just) (allow*|permit*|let*|cover*)",
    "out of (my|our) (hands|control)",
    "(that|it|this) is (just|simply) what it",
    "(that|it|this) is (just|simply|all) (our|the|company) (policy|policies|rule|rules|procedure)",
    "(that|those|these|it) (is|are) (our|the|company) (policy|policies|rule|rules|terms)",
    "(request|reservation|booking|claim|application|payment) ...2 (was unsuccessful|failed|was "
    "denied|was declined|was rejected|is denied|has been denied|has been rejected)",
    "the (system|computer|policy) (will|does|would) not (let|allow|permit)",
    "(that|this) is (as far|the best|the most|all) ...2 ({we}) can",
    "(all|everything) ...1 ({we}) can (do|offer) (is|for you)",
    "({we}) (can|could) (only|just) ({do})",
    "({we}|he|she|they|system) {cannot}$",
    "{cannot} be (accepted|accessed|accommodated|added|amended|approved|arranged|authenticated|"
    "backdated|credited|completed|delivered|expedited|found|guaranteed|honored|honoured|"
    "lifted|located|matched|merged|moved|offered|opened|overridden|postponed|provided|refused|"
    "reinstated|released|removed|reopened|rescheduled|reset|resolved|restored|shipped|shared|"
    "switched|transferred|traced|unlocked|upgraded|used|verified)",
    "(is|are) the (maximum|limit|most (that|we|i|it|you))",
    "(maximum|at most) ...3 (party|guests|number|amount|limit|people|is|of)",
    "({we}|they) do not [currently|actually|really|even] (handle|support|stock|deal|work with|"
    "take|reimburse|compensate|honor|honour|operate|fly|price match|issue|grant|extend|permit|"
    "serve|deliver|do (that|those|this)|know (that|the answer))",
    "({we}|they) do not have (any|anything|a|that|those|it|one|more|further|other) ...3 "
    "(available|left|rooms|seats|slots|options|flights|tables|tickets|openings|in stock|for "
    "(sale|that|those|your)|else)",
    "(that|this|it|which|your (plan|fare|ticket|policy|warranty|account|case|claim)) (does|is) "
    "not (cover|covered|include|included|qualify|eligible|allow|allowed|permit|entitled)",
    "(does|do|did) not (exist|qualify|meet|allow|permit|cover|entitle)",
    "(no|zero) (changes|modifications|cancellations|upgrades|further (action|compensation|"
    "refund|options|credit)|other (flights|options|rooms|times)) ...3 (are|is|can|allowed|"
    "available|will|that|left|possible|on)",
    "no ...4 (that|which) (match|matches|fit|meet) ...2 (your|those|that|these)",
    "(not|no longer) ({we}|a|an|something) ...2 (can|offer|honor|provide|do|available)",
    "(sold out|fully booked|booked up|booked solid|out of stock|discontinued|no vacancies)",
    "(has|had|have) (expired|lapsed|already closed|passed the deadline)",
    "(past|beyond|outside|after) the ...1 (deadline|window|cutoff|warranty|return|refund|claim) "
    "...1",
    "(too late|too small|too large|too short) (to|for)",
    "(final|non negotiable|nonnegotiable)$",
    "(sales|decision|decisions|outcome|ruling) (is|are|was|stands|remains) [final|unchanged]",
    "(will|would|shall|must) (remain|stay) (closed|locked|blocked|suspended|in place|unchanged|"
    "denied)",
    "({we}) (was|were|am|are) [still|sadly|unfortunately] (unable|not able) to _",
    "(will|would) not (qualify|cover|change|be (able to|refunded|possible|changed|available|"
    "reversed|waived|offered|approved))",
    "not (entitled|eligible) (to|for)",
    "(offer|fare|promotion|deal|discount|sale|code|voucher|coupon|window|period) ...2 (has|had|"
    "is|was|have) [now|already|sadly] (ended|expired|over|run out|closed|passed)",
    "(that|it|this) is [just|simply|how|the way] [just|simply|how|the way] (the|our) (system|"
    "fare|ticket|process|airline|industry) (works|work|is|rules)",
    "(just|simply) the way (it|this|that|the system)",
    "({we}) have no (option|way|means|authority|possibility|control|say) ...1 (to|of|for|over|in)",
    "there (is|was|would be) no (option|way|means|possibility|chance) ...1 (to|of|for|that|you|"
    "we|i)",
    "(beyond|outside|outwith) [of] (my|our|anyone's) (control|power|hands)",
    "you (would|will|would) have to (buy|pay for|purchase|book) (a new|another|a separate)",
    "(completely|totally|all|already|sadly) (booked|sold out|full|taken|gone)",
    "(slot|venue|flight|hotel|class|room|date|doctor|clinic|restaurant) is (full|closed|taken|"
    "booked|gone|unavailable)",
    "(we|they|our stores|it|our system|the airport|our team) (no longer|stopped|never|never "
    "ever) ...1 (offer*|sell*|make|making|support*|do|doing|allow*|accept*|serv*|carr*|operate)",
    "({we}) are not (liable|responsible|able|allowed|authorized|permitted|in a position) ...1 "
    "(for|to)",
    "not (liable|responsible) for",
    "({we}) (am|are) not (authorized|allowed|permitted) to _",
    "({we}) have done (all|everything|as much as)",
    "have (looked at|tried|checked|done) everything",
    "({we}) (will not|would not) be (reopening|revisiting|changing|reviewing|discussing|able|"
    "offering|refunding|making|issuing|responding)",
    "^ [no] [no] ({we}) (do not|can not|could not|will not)$",
    "(tickets|fares|bags|items|cards|seats|vouchers|miles|points|upgrades|sales|bookings) (are|is) "
    "(not|never|non) _",
    "(is|are|was) only (for|available to|open to|offered to) (members|guests|passengers|"
    "customers|first|business|elite|cardholders)",
    "(does|do) not (come with|include|offer|have) ...1 (a|any|lounge|wifi|meals|that|parking)",
    "there is no (lounge|wifi|meal|parking|food|record|account|listing|such) _",
    "(permission|access|entry) (is|was) (denied|refused)",
    "(did not|do not|could not|can not) (find|see|get) (any|a single|anything|one) ...4",
    "no (results|matches) (came|come|found|for|were)",
    "(is|was|are) the (most|maximum|minimum|best|limit|only) ...3 (we|i|they|it|size|guests|"
    "allowed|is)",
    "(minimum|maximum) ...2 (is|are|was)",
    "({we}) do not know (that|more|any|the|anything|when|why)",
    "(is|that is) all ({we}) (have|know|can)",
    "not a valid _",
    "there (is|was) no ...2 (under|by|with|at) (that|this|the) (name|number|address|email)",
    "unable to (change|process|update|complete|book|cancel|reach|find|locate|verify|issue|offer|"
    "make|do)",
    "(misinformed|told incorrectly)",
    "(restricted|limited) to _",
    "(set by|decided by|down to) the (airport|government|authorities|bank|hotel)",
    "you should have (called|cancelled|canceled|checked|read|booked|told|contacted|arrived|come|"
    "thought|asked|said|informed|been)",
    "(missed|past|passed) (the|your|our) (deadline|cutoff|cut off|window|check in time)",
    "(is|was) [now] too late$",
    "({we}) (have|have got|had) no (control|idea|information|influence|update|date|estimate|"
    "timeframe|news|say) ...1",
    "you (will|would) [just|simply|only] (need|have) to (be patient|wait|accept|live with|put up)",
    "you (just|simply|only) (need|have) to (be patient|wait|accept|live with|put up)",
    "({we}) (am|are) not (authorised|authorized|in a position|at liberty|permitted|entitled|"
    "allowed) to _",
    "(booking|payment|request|order|transaction|application|reservation|claim) (did|does|has) not "
    "(go|gone|come|went) through",
    "(^|am|i'm) afraid not$",
    "nothing to do with (us|me|our)",
    "you (signed|agreed to|accepted) (the|a|our|those|these) ...1 (contract|terms|conditions|"
    "agreement|policy)",
    "you can not (get (a|any|your)|have (a|that|any)|bring|take (that|it|this|a|your)|return|"
    "exchange|combine|claim|cancel|transfer|carry|board|change (it|that|the|your))",
    "(none|neither) of (those|these|them|the|our|your) ...3 (has|have|is|are|offer|offers|allow|"
    "allows|accept|can|will|qualify)",
    "(details|information|answer|answers|number|pin|password|name|code) ...4 (do|does|did) not "
    "match",
    "({we}) (currently|unfortunately|just|simply|really|generally|still) do not [currently] (have "
    "(plans|any|an eta|a date|a way|that|those)|offer|provide|allow|sell|fly|serve|stock|accept|"
    "support|cover|issue)",
    "(decision|position|stance|answer) ...1 (stands|has not changed|is no|remains)",
    "({we}) have [already] made (our|a|the) decision",
    "it says [so] (in|on) (the|our|your) ...2 (terms|contract|policy|agreement|ticket|conditions)",
    "(that is|it is) what (the|your|our) (contract|terms|policy) (say|says)",
    "can only repeat",
    "({we}) (will not|would not|can not) be ...1 (refunded|refunding|compensating|offering|"
    "reimbursing)",
    "({we}|he|she|it|they|this|venue|restaurant|hotel|place|doctor|system|team|crew|airport|office|"
    "department|hospital|driver|bank|nobody) {cannot} ...1 (be|make|proceed|continue|hold|fit|seat|"
    "see that|do|have|come|attend|reach|comment|influence|control|locate|stop|leave|choose|view|"
    "provide|honor|honour)",
    "(unfortunately|sorry|afraid|sadly) [but] ...3 {cannot} _",
    "(am|are|is) not going to (be (able|refunding|possible|offering|available)|happen|work|refund|"
    "give|pay|do)",
    "(very|precious) little ({we}) can",
    "not (up to (me|us)|my (call|decision|choice)|our (decision|call))",
    "not how (it|this|that) works",
    "(stand|standing) by (our|the|that) ...1 (decision|position|policy)",
    "(fee|fees|charge|charges|penalty|fine|fare|cost) (stand|stands|applies|apply|is valid|are "
    "valid|is correct|was correct|is due)",
    "(sale|offer|promotion|deal|discount) ended",
    "(deadline|date|window|period|time) ...1 (passed|has passed|is over|has closed|ran out)",
    "(they|we|it|kitchen|store|office|shop|restaurant|line|lines|desk|counter) (is|are) [already|"
    "now|all] closed",
    "only ...2 (members|customers|holders|holder|passengers|guests) (get|gets|have|can|may|receive|"
    "are allowed)",
    "no (changes|refunds|cancellations|exchanges|modifications|upgrades|transfers) (is|are) [then] "
    "(possible|allowed|permitted|available)",
    "you (would have needed|would have had|needed|had) to (tell|apply|call|book|cancel|inform|"
    "claim|let|ask|report|notify|check in)",
    "(just|only) able to (check|help|search|issue|do|give|offer|see|provide|make|assist|book)",
    "({we}) (am|are) [all|completely|totally|sold|clean|fresh] (out of)",
    "({we}) have (run out|nothing (to offer|else|for you|more|available|left|free))",
    "({we}) (have not got|do not have|just do not have) (any|anything|nothing) ...1 (else|more|for "
    "you|available|left)",
    "(is|are) never guaranteed",
    "({we}) have no ...1 (plans|availability|vacancies|intention|record)",
    "there (is|are) [currently|unfortunately|just] no (availability|vacancies|guarantee|guarantees|"
    "wifi|stock|seats|tables)",
    "not (assist|help|deal) (with|on) (that|this|those|refunds|claims|bookings) ...1 here",
    "(is|are|was|were) [a|an] ...2 ({nonref})",
    "outside [of] (our|the|my) ...2 (policy|policies|scope|remit|control|terms|guidelines|area|"
    "coverage|department|expertise)",
    "(sorry|unfortunately|afraid|sadly) ...1 ({we}) (do not know|am not (sure|certain)|are not "
    "(sure|certain)|do not$|would not know|have no idea)",
    "({we}) (am not (sure|certain)|do not know) (about|of) (that|this|those|it) [one] [sorry]$",
    "({we}) do not (know|remember|recall) [sorry]$",
    "(am|are) not familiar with",
    "(must|has to|have to|needs to|need to) be at (least|most)",
    "(maximum|minimum|limit) (is|of) ...2 (guest*|people|person*|passenger*|adults|bags|night*|"
    "hours|days)",
    "(exceed*|over|above|beyond) (the|our|your) ...2 (limit|allowance|maximum|quota|capacity)",
    "(there is|there are|have|has) ...1 (a|another) conflict*",
    "you (are|were) [well|already|now] (past|over|outside|beyond) (that|it|this|the _)",
    "(you|customers|passengers|guests|members|nobody|no one) (can not|may not|will not be able to|"
    "are not able to|are unable to|would not be able to|can no longer) (get|have|use|apply|claim|"
    "take|combine|swap|board|book|pay|redeem|receive|reschedule|enter|access|upgrade|check in|"
    "add|stack|refund|resell|transfer|return|exchange|purchase|buy|keep|sit)",
    "({we}|they|it|restaurant|system|hotel) [can] only (accept|accepts|take|takes|allow|allows|"
    "offer|offers|ship|ships|deliver|delivers|refund|refunds|serve|serves|cover|covers|sell|sells|"
    "support|supports|have|has|know|knows|operate|operates|fly|flies)",
    "({we}) can only (accommodate|answer|assist|book|change|check|confirm|find|give|help|look|make|"
    "order|play|process|provide|read|reserve|retrieve|rsvp|schedule|seat|see|take|talk|tell|view)",
    "(you|customers) (agreed|consented|signed up|acknowledged) (to|when|that)",
    "(that is|this is) [about|pretty much] (all|as much|as far) ...4 ({we}|there is)",
    "(that is|this is) all (of|that|the|there)",
    "(fee|fees|charge|charges|penalty|penalties|costs|fare difference) ...1 (still|do|does|will|"
    "always) (apply|be charged|be due)",
    "(fees|charges|penalties|costs) (apply|are (involved|due|charged|non _)) ...1",
    "^ [sorry|unfortunately|no|afraid|but] ...1 no [more|other|further] (rooms|room|seats|tables|"
    "table|flights|appointments|slots|availability|details|information|results|options)",
    "(^|sorry|afraid|unfortunately|no) [but|that is|it is|this is|still] not (possible|available|"
    "allowed|permitted|offered|covered|included)",
    "not available (still|any|either|as well|at (that|this|the))",
    "(first come first served|subject to availability)",
    "({cannot}|not|never) (be guaranteed|guaranteed)",
    "nothing (has been|was|is|can be) (found|available|listed|free)",
    "there (is|are) no [other|more|further] (flights|hotels|rooms|options|information|details|"
    "doctors|apartments|places|party|venue|venues|one|agents|drivers|seats|slots|records)",
    "(is|are|was) [still|currently|also|now|sadly|unfortunately] (unavailable|ineligible|off "
    "limits|not offered|not included)",
    "(access|wifi|entry|luggage|baggage|food|meal|meals|parking|service) (is|are) not [always|"
    "usually] (included|available|guaranteed|free|offered|provided|possible)",
    "({we}) do not (usually|normally|generally|typically) (_)",
    "({we}) (do|did) not have [any] (more|further|other|additional) ...2 (information|details|"
    "updates|news|options|flights|rooms|seats)",
    "(need|needs|must) [to] be used by",
    "(is|are) not (transferable|changeable|negotiable|exchangeable|returnable|an option|on offer|"
    "part of|within (our|my))",
    "(incur|incurs) (a|an|the) ...2 (fee|charge|fare|penalty)",
    "fees are [always|still] (involved|due|payable)",
    "({we}) [have to] (must|have to|need to|are required to) (charge|decline|refuse|reject|deny|"
    "abide)",
    "(it|that|this|they|which) (can not|could not) ...1 ({do})",
    "(system|computer) [just|simply] (keeps|kept) (failing|rejecting|refusing|declining)",
    "(keeps|kept|still) (failing|fails|rejecting|declining)",
    "(not|never) (capable of|equipped to|set up (to|for)|trained to)",
    "(has|have) [the] final say",
    "({we}|it|they|system) {cannot} ...1 (access|accept|agree|board|combine|comment|commit|"
    "compensate|disclose|divulge|exceed|identify|increase|lower|modify|proceed|quote|rebook|"
    "reinstate|reopen|reschedule|retrieve|seat|serve|ship|store|unlock|waive)",
    "(not|no longer) (on|in) (the|our|my) (menu|list|system|schedule|catalog|catalogue|program)",
    "(is|are) not [a|an] (menu item|item we|option|choice|color|colour|service we|thing we)",
    "there (is|are) no more _",
    "(claim|request|application|appeal|card|payment|refund|card|booking) ...1 (was|has been|is|"
    "been) [sadly|unfortunately|also] (declined|denied|rejected|refused|turned down|unsuccessful)",
    "can no longer be _",
    "(only|just) (accommodate|accommodates|allow|allows|allowed|holds|hold|seat|seats) up to",
    "there (is|are) ...1 not (that|any|an|a) [other] (option|way|options|choice|setting)",
    "(that is|this is) as (detailed|far|good|much|low|cheap|early) as",
    "(do|does) not have access to",
    "(not|nothing) (on|in) (our|the) (menu|list|system|records|range|catalog)",
    "you had (thirty|sixty|ninety|fourteen|seven|ten|_) days to _",
)
"""Other refusals. They become a dead end only once the utterance ended without a way forward: most
go on with a "but"."""

NO_MATCH: tuple[str, ...] = (
    "(nothing|none|no results|no result|no match|no matches) ...1 (found|came up|match*|available)",
    "({cannot}|did not|do not|could not) ...1 (find|see|authenticate|locate|verify)",
    "there (is|are) ...2 no ...4 (available|room|rooms|appointment|appointments|flights|seats|"
    "tables|results|openings)",
    "(is|are) (not available|unavailable|no longer available|fully booked|sold out)",
    "has no (appointment|appointments|availability|rooms|options|openings)",
    "(request|reservation|booking) ...2 (was unsuccessful|failed)",
    "only able to",
    "can only (help|search|issue|submit|assist)",
    "no (availability|vacancies|seats|tables)",
)
"""Refusals of a search or a booking: there is none, not "we will not"."""

NO_REFUSAL: tuple[str, ...] = (
    "not (acceptable|good enough|right|fair|okay|how (we|i)|what (we|i|you))",
    "{cannot} ...1 (hear|believe|imagine|thank|wait|tell you how|apologize|find your|see your|"
    "see you|say enough|stress|locate your|agree more|help but|understand|make out|catch)",
    "why {cannot}",
    "you (are|were) [still|currently|not] (unable|able|not able) to",
    "(it|that|this) will not be (long|much|a problem|an issue)",
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
    "({we}) can (only|just) (imagine|apologize|apologise|ask|hope|say sorry|try|check|see)",
    "({we}) can just (book|do|send|add|change|cancel|move|call|check|look)",
    "only (if|when|once|until)",
    "(card|password|session|code|link|token|passport|license|contract) has expired",
    "not only",
    "if (it|that|this|they|you) (does|do|is|are|did|was) not",
    "(did not|do not) [quite] (catch|hear|get that)",
    "(so|if|when|that|because|why|and|know|see|understand|hear|sorry) you can not ...3",
    "you can not (go wrong|be serious|beat|miss it) ...1",
    "should have (been|told|called|informed) (told|informed|given|you) ...2",
    "{cannot} have that",
    "do not (see|have|find) any other ...4",
    "do not (want|like|mean|think|expect|blame|take this lightly|see why not|mind) ...2",
    "{cannot} ...1 (do (it|this) without|see why not|go wrong|be happier|beat)",
    "you are all booked",
    "not be effective",
    "(it|flat|apartment|hotel|room|house) does not have (a|an|any|parking|wifi|its) ...2",
)
"""Look like refusals and are none."""

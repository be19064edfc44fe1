"""What customers say who leave, or threaten to: closing accounts, going elsewhere; as phrases."""

LEAVE_CANCEL: tuple[str, ...] = (
    "^ [hi|hello|hey|yes|no|ok|okay|then|and|so] [please|just|kindly] (shut|shutting|close|"
    "closing|delete|deleting|cancel|cancelling|canceling|terminate|terminating|invalidate|"
    "deactivate|discontinue|kill) [down|out|off] [my|our|this|the|all|that|an|it] ...2 "
    "(account|accounts|contract|subscription|membership|policy|profile|insurance|plan with "
    "you|service|services|savings)",
    "(please|kindly|help me|help me with|can you|could you|would you|can we|how (do|can|"
    "would) (i|we)|let us|let me|need to do to|sake|like you to|want you to|need you to|now) "
    "[to] [just|please|also] (shut|shutting|close|closing|delete|deleting|cancel|cancelling|"
    "canceling|terminate|terminating|invalidate|deactivate|discontinue|kill) [down|out|off] "
    "[my|our|this|the|all|that] ...2 (account|accounts|contract|subscription|membership|"
    "policy|profile|insurance|plan with you|service|services|savings)",
    "(i|we|and|to) ...4 (want|wanted|would like|need|wish|will [be]|am going to|are going to|"
    "going to|have to|decided|decide|plan|planning|looking|like|ready|eager|request|"
    "requesting|must|might|may|should|intend|trying|about|considering|rather|happy|id like|"
    "gonna|wanna) ...2 (shut|shutting|close|closing|delete|deleting|cancel|cancelling|"
    "canceling|terminate|terminating|invalidate|deactivate|discontinue|kill) [down|out|off] "
    "[my|our|this|the|all of|that|an|one of] ...2 (account|accounts|contract|subscription|"
    "membership|policy|profile|insurance|plan with you|service|services|savings)",
    "(i am|we are|i will be|am) [now|just|also|hereby|definitely] (shutting|closing|deleting|"
    "cancelling|canceling|terminating|deactivating) [down|out] [my|our|this|the|all|one of] "
    "...2 (account|accounts|contract|subscription|membership|policy|profile|insurance|plan "
    "with you|service|services|savings)",
    "(cancel|close|cancelling|closing) (my|the|our) ...1 (subscription|membership|contract) ...9",
    "close out my account",
    "(never|not) [be] (fly*|flying|use|using|order*|ordering|buy|buying|shop*|shopping|book*|"
    "stay*|bank|banking|deal*|do business|doing business|travel*|recommend*) ...4 (again|ever|"
    "any more|anymore)",
    "(never|will not|would not|am not|are not|not going to|shall not) [be] (fly*|flying|use|"
    "using|order*|ordering|buy|buying|shop*|shopping|book|"
    "booking|come|coming|stay|staying|bank|banking|deal|dealing|do business|doing business|"
    "call|travel*) ...4 (again|ever|any more|anymore)",
    "(never|ever) (again|fly*|use) ...3 (again|you)",
    "(take|taking) (my|our) (business|money|custom|account) ...2 (elsewhere|somewhere|to|away)",
    "(go|going|switch|switching|move|moving|change|changing) ...2 (to|with) (another|your|the "
    "competition|different|someone|a (different|new|better|competing|rival|competitor|local|"
    "bank)) ...1 (competitor|competitors|competition|airline|airlines|bank|banks|provider|"
    "company|else|carrier|supplier|insurer|with)",
    "(switch*|moving|move|going|change|changing) to (a|an) (competitor|competing _|credit "
    "union|bank (with|that|who))",
    "(switch|switching|change|changing) (providers|companies|banks|airlines|carriers|suppliers)",
    "(choose|find|try|use|fly|look for|looking for|consider|considering) (another|a "
    "different|a new|other|some other) (airline|airlines|bank|company|provider|carrier|"
    "supplier|shop|store)",
    "(leave|leaving|quit|quitting|done with|finished with|through with) (you|your company|"
    "this company|this bank|this airline|your bank|you guys|you people|for good)",
    "(i am|we are|i will be) (leaving|out|gone|done with you)$",
    "(lost|losing|lose) (me|us|a customer|my business|our business|a loyal)",
    "(will|would|go*) (go|elsewhere|be going) ...2 (elsewhere|to other airlines|to a "
    "competitor|other airlines)",
    "(sad|sorry) to (go|leave)",
    "(want|going|have|like) to cancel (everything|it all|my account|my contract|my "
    "subscription|the whole thing)",
    "i (will|am going to|want to|would like to|might|may|have to) (cancel|leave)$",
    "(time for|ready for|on to) a new (airline|bank|provider|company)",
    "(never|not ever) ...2 (fly*|flying|use|using|book|booking|shop*|order|buy|stay|bank|deal|"
    "go|set foot|recommend|do business|travel*) ...2 (with|from|at|in|on|through) ...2 (you|"
    "your|this|them|these|here)",
    "(considering|thinking (of|about)|contemplating) (canceling|cancelling|leaving|switching|"
    "closing|quitting|moving)",
    "(will not|never|not) (get|see|have) ...1 (another|a|one more|any more|more) ...1 (cent|"
    "dime|penny|dollar|money|business|order|booking) ...1 (from|of)",
    "(should have|wish i had|wish i) ...1 (gone|flown|stayed|booked|stuck) with",
    "(not|no longer|never) (flying|fly|using|use|booking|book) (with|you|your|this|again|any "
    "more|anymore)",
    "(cutting up|cut up|cutting) (my|the|our) (card|cards|credit)",
    "(unless|if) ...9 (leaving|switching|cancelling my|cancel my|close my|closing my|gone|leave)$",
    "(switched|moved|gone over|signed up) (to|with) (a|another|your|someone) ...1 (better|"
    "competitor|else|bank|airline|company|provider)",
    "(no longer|not) interested in (your|being|having|doing|using)",
    "(never again|no more) (for (me|us)|with|will i|will we|you|from me)",
    "(want|need|like|request|ask|asking|demand|wish) ...4 account ...1 [to] be (terminated|"
    "closed|deleted|shut)",
    "(cancel|close|drop|end) everything",
    "(go|going|moving|move|taking it) (somewhere else|elsewhere)",
    "(done|finished|through|over it) (with|using|flying|booking) (you|your|this|them|the "
    "(airline|bank|company))",
    "(flying|booking|switching|switched|going|moving|moved|defecting) (to|with|over to|back "
    "to) ...2 (competitor|competition|airline|airlines|bank|carrier|provider|company|"
    "elsewhere|else|southwest|delta|united|jetblue|lufthansa|emirates|ryanair|easyjet)",
    "(next|future|upcoming) ...2 (trip|trips|flight|flights|order|orders|business|booking|"
    "holiday|purchase) ...3 (elsewhere|another|other|someone else|with somebody|competitor)",
    "(next time|from now on|in future|in the future|going forward) ...3 (fly|flying|use|"
    "using|choose|book|booking|go|going|take|stay with|stick with|try) ...2 (another|a "
    "different|other|someone|somebody|elsewhere|delta|united|southwest|anyone)",
    "(is|was|be|my|our|been|the) (last|final) (time|flight|order|trip|purchase) ...3 (flying|"
    "with|using|booking|from) ...2 (you|your|this|them|us|again)",
    "(first and last|last and final) (time|flight|order|trip)",
    "(take|taking|moving|move|pull|pulling|transfer|transferring|withdraw|withdrawing) ...2 "
    "(my|our) ...2 (money|funds|savings|accounts|business|loyalty|custom|miles) ...3 "
    "(elsewhere|out of|away|somewhere|(another|a different|a new|a better|an actual|a real) "
    "(bank|airline|company|provider|institution|place))",
    "(business|money|loyalty|custom) (elsewhere|somewhere else)",
    "(not|never) (be) ...2 (flying|using|booking|renewing|returning|back|coming back|a "
    "customer) ...3",
    "(not|never) [be] (renew|renewing|return|returning|coming back|come back)$",
    "(lost|losing|lose) ...2 (me|us|my|our|a|another|this|one|loyal) ...3 (customer|business|"
    "passenger|flyer|flier|member|client|forever|for good)",
    "(considering|thinking|think|thought) ...1 (of|about) (leaving|switching|canceling|"
    "cancelling|moving|closing|changing (banks|airlines|providers))",
    "(considering|might as well|rather|prefer to|going to|will) (leave|switch|leaving|"
    "switching|quit) ...2 (to|you|banks|airlines|providers|companies|now|altogether)",
    "(rather|sooner) (walk|drive|pay|swim|take the bus|fly) ...4 than ...2 (fly|use|bank|"
    "deal|stay|you)",
    "(do not|no longer) want ...2 (account|accounts|do business|business with|be a customer|"
    "anything (to do|more|further) with|bank with|be with you)",
    "(found|find|finding|look for|looking for) ...1 (a|another) (new|better|different) (bank|"
    "airline|provider|company|insurer|carrier)",
    "(better|other|plenty of) (options|airlines|banks|companies|choices) out there",
    "(go|going|fly|flying|book|booking|bank|shop|deal|stay) with (somebody|anybody|anyone) else",
    "(fly|flying|book|booking|bank|shop|deal|stay) with someone else",
    "(not|never) [be|going to] (renewing|renew|staying|stay|remaining|continuing|continue) "
    "(with|my|our|this|here|after)",
    "(want|need|get me|let me|like) out of (this|my|the|our|your) ...1 (contract|deal|"
    "agreement|plan|policy)",
    "i want out$",
    "clos* (it all|all of (it|them)|all my|them all|the lot)",
    "(shop|shopping) around",
    "(look|looking) elsewhere",
    "(find|get|try|want|looking for|look for|choose|join|use) (another|a different|a new|a "
    "better|some other) (insurer|broker|gym|network|telco|lender|pharmacy|supplier|utility|"
    "phone company|internet company|internet provider|hotel chain)",
    "(if|unless|or|otherwise|then) ...9 (i|we) (am|are|will|will be|shall be|shall) [just] "
    "(cancelling|canceling|cancel|leave|leaving|gone|off|out|done|switch|switching|walk) ($|"
    "you|my account|my contract|everything|it all)",
    "or (i|we) (leave|cancel|go|walk|switch)$",
    "(sticking|stick|staying) (with|to) ({rival})",
    "(switch*|moving|going over|defect*|porting|back|loyal) (to|over to) ({rival})",
    "should have [just] (flown|used|gone|taken|booked|stayed|stuck|chosen|picked) [with|to] "
    "({rival})",
    "(from now on|next time|in future|in the future|going forward) ...5 ({rival})",
    "({rival}) (from now on|next time|it is then|here i come|in future|from here on)",
    "hello ({rival})$",
    "no more ({rival}|of (you|your|this airline|this company|this bank))",
    "never again$",
    "(loyal|customer|years) ...7 no (more|longer)$",
    "(discontinue|discontinuing|stop|end|ending) (my|our) ...1 (service|membership|"
    "subscription|contract|policy|plan|account)",
    "(giving|give|handing in|hand in|putting in) ...2 (my notice|notice on|notice to (cancel|"
    "leave|close))",
    "consider (this|it) ...2 (notice|cancellation|cancelled|canceled)",
    "(not|never) ...2 (giv*|pay*|send*|spend*|hand*) ...3 (another|a single|one more|any more|"
    "more) (cent|dime|penny|dollar|pound|money|business)",
    "refuse to [ever] (do business|fly|use|deal|shop|bank|book|give you|pay you)",
    "(do not|no longer) (want|wish) to (be (your|a) ...1 customer|(bank|fly|deal|shop|stay|do "
    "business|continue) ...1 with|use (you|your))",
    "might as well (go to|go with|use|fly|switch|be with)",
    "(cutting up|cut up|cutting) your [credit|debit|store] card",
    "(pac code|port* (my|our) number|porting out)",
    "never (get|have|see) ...1 (my|our) (business|money|custom) again",
    "(avoid|avoiding) (your|you|this|the) ...2 (airline|company|bank|at all costs|in future|"
    "from now on|in the future|like the plague|guys)",
    "(deleting|closing|terminating|deactivating) (my|our) ...1 (account|accounts|profile|app|"
    "membership|subscription|contract)",
    "another (airline|bank|company|provider|carrier|store) will [gladly|happily] (take|have|"
    "get|be happy)",
    "(want|need|like) (my|our|this|the) ...2 (account|accounts|membership|contract|"
    "subscription) (closed|deleted|cancelled|canceled|terminated)",
    "think (twice|again|hard|carefully) before ...2 (book*|fly*|using|use|buy*|order*|shop*|"
    "stay*|com*)",
    "(can not|could not|do not) see (myself|us|me) ...1 (using|flying|booking|shopping|staying|"
    "coming|banking)",
    "({rival}) it is ($|from now on|then|next time)",
    "(why|reason) i [always|only|now] (fly|use|bank with|shop at|prefer|choose|stick with) "
    "({rival}|your competitor|other airlines|someone else)",
    "you (will|are|can|shall) [just] (not|never) [going to|be] (get|getting|have|having|see|"
    "seeing|receive|receiving) (my|our|any more of my|any of my) ...1 (business|money|custom)",
    "(everything|anything|best) [i can] to avoid (flying|using|booking|you|your|this)",
    "get rid of (my|this|that|the) ...2 (account|contract|policy|membership|subscription)",
    "how to (close|delete|cancel|terminate|deactivate) (my|this|the|an|account) ...1",
    "(process|steps|way) (for|of|to) (terminating|closing|deleting|cancelling|canceling|close|"
    "delete|terminate) (my|this|an|the) account",
    "(considering|exploring|weighing|looking at) ...1 other (options for my|airlines|companies|"
    "banks|providers|insurers|carriers)",
    "(will not|not going to|am not) be staying ($|with)",
    "(done|finished) (flying|using|dealing|booking|shopping|banking|giving you)",
    "(so|am|are|just|completely|totally) over (you guys|you lot|this (airline|company|bank)|"
    "your (airline|company|bank|service))",
    "never (giv*|pay*|spend*) ...4 (money|business|custom) [here] again",
    "last (dollar|penny|cent|dime|pound|money) ...3 (from me|from us|of mine|of my|you)",
    "(do not|never) expect (me|us) [to] ...1 (fly|use|book|shop|bank|come|stay|buy|order|"
    "return|back|again|travel|renew) ...1",
    "(cancel|cancelling|canceling|drop|dropping|terminate|end|stop) (my|our) ...1 (insurance|"
    "coverage|plan|broadband|internet|phone line|landline|services|direct debit with you|card "
    "with you|cards with you|policy with you)",
    "(cancelling|canceling|closing|cancel|close) (my|our) ...2 with (you|this (bank|company))",
    "(other|another|different) ...2 (airline|airlines|bank|banks|company|companies|options|"
    "provider|providers) (is|are|start*|begin*) ...1 (looking|sounding|look|sound|seem) ...1 "
    "(good|better|great|attractive|tempting|appealing)",
    "(other|another) ...2 (airlines|airline|banks|bank|companies|providers) (looking|sounding) "
    "...1 (good|better)",
    "time [for me|for us|i|we] to (look at|find|try|check out|consider|use|move to|switch to|"
    "go with) ...1 (another|other|a different|a new|a better|some other) ...1",
    "(anyone|anybody|any (airline|bank|company)|everyone) but (you|them|this|yours)",
    "(last|final) (time|flight|order|trip|purchase|stay|booking) (i|we|i will|we will) [ever|"
    "will] (fly|use|book|buy|shop|bank|order|give|spend|trust|deal|stay|travel|do|come|go) _",
    "(not|never) [be] (make|making) (that|this|the same) mistake (again|twice)",
    "(not|never) [ever] (take|taking|get|getting|buy|buying|have|having) another _ ...2 (from|"
    "with|loan|policy|card|account|flight|product)",
    "(moving|move|taking|take|switching|switch|transferring) (all|everything|all of) ...4 "
    "(elsewhere|away|out|to (another|a different|your competitor))",
    "(leaving|quitting|ditching|dumping|dropping) (you|your|this (bank|airline|company|network))",
    "(had|have) [had] enough ...4 (leaving|switching|moving|closing|going elsewhere|cancelling)",
    "(stop|stopped|quit) (flying|using|booking|shopping|banking|dealing) (with|at|from|you|your) _",
    "(switch*|moving|transferring|giving|taking|shifting) ...2 (loyalty|business|custom|account|"
    "accounts|savings|money|booking|bookings|miles|patronage|policies) [all] (to|over to|elsewhere|"
    "away|with) ...1",
    "(i|we) [have|will|am going to|just|already] (cancelled|canceled|cancelling|canceling|cut up|"
    "closed|cancel|closing) my ...2 (card|cards|account|accounts|membership|subscription|policy) "
    "(with you|today|already|bye|because (of|you))",
    "(never|not) ...1 (setting|set|step|stepping) foot",
    "(that|this|it) ends (today|now|here|with)",
    "(used to be|was|were|have been) (a|your) ...2 (customer|client|member|flyer|flier|passenger|"
    "fan) ...4 (not anymore|no more|no longer|until now|until today|any more)",
    "(no longer|not) be (a|your|their) ...1 (customer|client|member)",
    "(would|will|could|can) (never|not) ...1 recommend ...1 (you|your|this|these|them|the)",
    "(moved|switched|transferred|took|taken) (my|our|all|everything) ...3 (to another|elsewhere|"
    "to a different|somewhere else|to a new)",
    "end (my|our|this|the) ...1 relationship",
    "(remove|delete|drop|take) (me|us) [off|from] ...1 (as|from) [a|your|the] ...1 (customer|"
    "customers|client|books|member|list of customers)",
    "(goodbye|farewell|so long|bye bye|adios) (to|you|{rival}|your (airline|bank|company))",
    "(last|final) time (flying|using|booking|shopping|banking|staying|dealing|buying|ordering|"
    "giving) ...3",
    "^ (i am|we are) (switching|leaving you|moving on|out|gone|done here)$",
    "you will (not|never) [ever] (see|hear from|have|get) (me|us) [again|back|anymore]",
    "time to (try|use|fly|book|switch to|go with|move to) ({rival})",
    "(considering|thinking [about|of]|tempted|ready|about|inclined|planning|forced) [to] (switch|"
    "switching|leave you|leaving you|move banks|change banks|changing banks|cancel my|cancelling "
    "my|close my|closing my|take my business|taking my business) ...2",
    "(not|never) [ever] [be] (giving|give|trusting|trust|choosing|choose|spending|spend|supporting|"
    "support) (you|your|this|them|my money (to|with)) ...2 (again|anymore|any more|ever|another)",
    "(wish|wished) i (had) ...1 (never|not) (signed up|joined|booked|opened|switched|flown|chosen|"
    "come)",
    "(regret|regretting) (choosing|booking|flying|joining|opening|signing|switching)",
    "(find|found|finding|seek|seeking|go to|join|joining|open* ...3 (at|with)) (a|another|some "
    "other) [different|new|better|local] (bank|credit union|airline|provider|insurer|carrier|"
    "company) ...1 (that|who|instead|today|from|which|elsewhere)",
    "(will|am|are|would|shall|ever|definitely|probably) (never|not) [ever|be] (fly|flying|booking|"
    "book|banking|shopping|using) [with] $",
    "(never|ever) [be] (flying|booking|using|fly) $",
    "(done|finished|through) with ($|and|for (good|ever|now)|after|because)",
    "(switch|switching|switched|converting|converted|defecting|changing) (to|over to|back to) ($|"
    "next|from now|instead|asap|soon|today|after|because|for (good|all|my|the rest))",
    "(should have|wish i had|would have been better off) [just] (flown|taken|chosen|booked|stayed|"
    "stuck|gone|used|flying|booking|driven|walked) [with|to] ($|instead|then)",
    "(next time|from now on|in future|in the future|hereafter|going forward|next year) (i|we) "
    "(will|am|are|would|shall) [be|just|only|definitely|rather] (fly|flying|use|using|choose|"
    "choosing|take|taking|go|going|stick|sticking|book|booking) (with|to|$) ...1 $",
    "(will|am going to|are going to|am|are) [be] [only|always|just] (fly|flying|book|booking|use|"
    "using|choose|choosing|stick|sticking|go|going) [with|to] (from now on|next time|in future|"
    "going forward|instead of (you|this))",
    "here i come$",
    "(reconsider|reconsidering|rethink|rethinking|reevaluating|questioning) ...1 (loyalty|choice|"
    "membership|relationship|options|status|account|bank|airline|decision to (fly|bank|use|book))",
    "(lost|lose|losing) ...2 (customers|passengers|flyers|loyalty|travelers|subscribers|clients|me "
    "forever|my family)",
    "(way|how|great way) to lose ...3",
    "(boycott*|neveragain|neverflyagain|neverflyingagain|lastflight)",
    "(fly|flying|use|using|choose|switch to|switching to|book with|booking with|go with|going with|"
    "try|trying) (anyone|anybody|somebody|someone|anything|some place|someplace|something) (else|"
    "but)",
    "(any|every|pick any) other (airline|bank|company|carrier|provider) (would|is|will|next|from "
    "now)",
    "(more|my) reason* (to|not to|i) [always|only|do not|never] (fly|use|switch|leave|bank|book) "
    "...1 $",
    "(not|never) (worth|getting|deserve|deserving|earning|earn) (my|our) ...1 (business|loyalty|"
    "money|custom)",
    "(canceling|cancelling|cancel|cancelled|canceled) all (my|our|future) ...2 (flights|bookings|"
    "trips|travel|reservations|orders|accounts|cards)",
    "(status match|match my status|matching my status)",
    "(other|competing) (airlines|carriers|banks|companies|providers) (do|have|offer|treat|give|"
    "care) ...5 (leave|leaving|switch*|go|going|bye)",
)
"""Cancelling one booking is none of it."""

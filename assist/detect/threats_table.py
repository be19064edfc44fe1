"""What customers threaten with, as phrases: leaving, a superior, the public, the law; by label."""

THREATS: dict[str, tuple[str, ...]] = {
    "leave_cancel": (
        "(close|closing|cancel|canceling|cancelling|terminate|end|ending) ...2 (my|our|the|this) "
        "...2 (account|accounts|contract|subscription|membership|policy|service|plan with you)",
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
        "(go|going|switch|switching|move|moving|change|changing) ...2 (to|with) (a|an|another|"
        "your|the|different|someone) ...1 (competitor|competitors|competition|airline|bank|"
        "provider|company|else|carrier|supplier|insurer)",
        "(switch|switching|change|changing) (providers|companies|banks|airlines|carriers|"
        "suppliers)",
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
        "(unless|if) ...9 (leaving|switching|cancelling my|cancel my|close my|closing my|gone|"
        "leave)$",
        "(switched|moved|gone over|signed up) (to|with) (a|another|your|someone) ...1 (better|"
        "competitor|else|bank|airline|company|provider)",
        "(no longer|not) interested in (your|being|having|doing|using)",
        "(never again|no more) (for (me|us)|with|will i|will we|you|from me)",
        "(close|delete|terminate|invalidate|deactivate) (this|that|an|the|all) ...1 (account|"
        "accounts|contract|membership)",
        "account ...1 be (terminated|closed|deleted)",
        "(cancel|close|drop|end) everything",
        "(go|going|went|moving|move|taking it) (somewhere else|elsewhere)",
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
        "(take|taking|moving|move|pull|pulling|transfer|transferring) ...2 (my|our) ...2 (money|"
        "funds|savings|accounts|business|loyalty|custom|miles) ...3 (elsewhere|out|away|another|"
        "somewhere)",
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
        "(terminate|deactivate|delete|shut down) ...1 (my|our) ...3 (account|accounts|profile|"
        "membership|contract|subscription|plan|service)",
        "(no longer|do not) want ...2 (account|do business|business|be a customer|anything|deal|"
        "bank|be with you)",
        "(found|find|finding|look for|looking for) ...1 (a|another) (new|better|different) (bank|"
        "airline|provider|company|insurer|carrier)",
        "(better|other|plenty of) (options|airlines|banks|companies|choices) out there",
        "(go|going|fly|flying|book|booking|bank|shop|deal|stay) with (somebody|anybody|anyone) "
        "else",
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
        "(not|never) (get|getting|have|see|receive) (my|our|any more of my|any of my) ...1 "
        "(business|money|custom)",
        "(everything|anything|best) [i can] to avoid (flying|using|booking|you|your|this)",
        "get rid of my account",
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
        "(shut|shutting|close|closing|delete|deleting|cancel|cancelling|canceling|terminate|"
        "terminating|invalidate|invalidating|deactivate|end|remove|cease) ...1 [my|our|this|the|an|"
        "that] ...1 (account|accounts|membership|subscription|contract) [down|immediately|now|"
        "please]",
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
        "(leaving|quitting|ditching|dumping|dropping) (you|your|this (bank|airline|company|"
        "network))",
        "(had|have) [had] enough ...4 (leaving|switching|moving|closing|going elsewhere|"
        "cancelling)",
        "(stop|stopped|quit) (flying|using|booking|shopping|banking|dealing) (with|at|from|you|"
        "your) _",
    ),
    "ask_supervisor": (
        "(speak|talk|transfer|put|get|give|escalate|connect|ask) ...4 (your|a|the|to your|"
        "someone) ...1 (supervisor|manager|superior|boss|team leader|someone (higher|above|in "
        "charge|senior))",
        "(want|need|like|demand|where is|get me|for) ...3 (your|a|the|to see a|speak to a) "
        "(supervisor|manager|superior|boss)",
        "(who is|whoever is) (in charge|your boss|your manager|your supervisor)",
        "(somebody|someone) (higher up|above you|in charge|senior|with authority|who can "
        "actually|more senior)",
        "(want|need|please|like|have|must) ...2 escalate* [this|it|me|my call]$",
        "escalate* ...3 to ...3 (manager|supervisor|boss|someone|somebody|higher|above|senior)",
        "escalate* (this|it|me) (now|please|immediately|right now)",
        "^ [get me a|your|the] (supervisor|manager) (now|please)",
        "(is|are) (your|the|a|there a) (supervisor|manager|boss) ...1 (there|available|around|in|"
        "i can|free)",
        "(supervisor's|manager's|supervisor|manager|boss) ...1 (name|number|email|contact|"
        "extension)",
        "(want|like|need) ...1 (this|it) escalated",
        "(someone|somebody|person|anyone) (in charge|more senior|higher up|above you|with "
        "authority|higher)",
        "(pass|hand|refer|forward|put|take) [me] ...1 [on|over|through] to (your|a|the) ...1 "
        "(superior|supervisor|manager|boss|team leader)",
        "(give|get|pass|bring) me ...3 (team leader|superior|superiors)",
        "(your|the|a) (manager|supervisor|boss) [to] (call|ring|phone|contact) me",
        "who (do|can|should|would) (i|we) (complain|escalate|speak|talk|go) to ...1 (above|over|"
        "higher)",
        "(your|a) (manager|supervisor|boss|superior) (on|here|now|please|immediately|right now)",
    ),
    "social_media_public": (
        "(will|going to|about to|should|might|may|am|have|already|let me|to) ...2 (post*|put*|"
        "share*|tweet*|write|writing|blast*|go|going|tell*|complain*|leave|leaving) ...4 "
        "(facebook|twitter|instagram|tiktok|reddit|youtube|online|social media|trustpilot|yelp|"
        "google|linkedin|the internet)",
        "(bad|negative|one star|terrible|honest|scathing|awful) review",
        "(tell*|warn*|let) ...1 (everyone|everybody|all my friends|my friends|others|other "
        "people|people|the world|the whole world) ...3 (know|about|not|how|never)",
        "(tell|warn) (everyone|everybody|others|all my friends|the world)",
        "(followers|my (blog|channel|podcast|vlog)) ...5 (see|hear|know|talk|read|about)",
        "(goes|go|going|went) viral",
        "(filmed|recorded|screenshots|screenshot|recording) ...6 (online|youtube|internet|"
        "twitter|facebook|post*|public)",
        "(all over|is on) (twitter|facebook|the internet|social media|the news)",
        "^ [folks|people|everyone|please] (do not|never) (fly|book|use|buy|bank|stay|shop|trust) "
        "(with|from|at|this|these|them) ...3",
        "(newspaper|newspapers|the press|journalist|journalists|the media|tv station|consumer "
        "show|go viral|going viral|local news|go public|going public)",
        "(call*|tell*|go to|going to|contact*) the news",
        "(will|going to) (tweet|post|review|share) (this|about|it)",
        "(advise*|recommend*|tell*) ...3 (everyone|friends|family|colleagues|people|teams) ...4 "
        "(same|avoid|not|stay away|against)",
        "^avoid (_|$)",
        "(hear|hearing|read|see|know) about ...1 (this|it|how) on (facebook|twitter|instagram|"
        "social|youtube|tiktok|the news|tv)",
        "(post*|put*|share*|tweet*|upload*|publish*) ...2 (this|it|about|your|the (video|photo|"
        "photos|recording|conversation|chat|email)|my (story|experience)) ...3 (online|publicly|on "
        "(facebook|twitter|instagram|youtube|reddit|social|tiktok|my (page|channel|timeline))|"
        "all over|for everyone)",
        "(everyone|everybody|the world|the public|people|my followers|followers) ...1 (should|"
        "will|needs to|need to|deserve to|must|is going to|has to|have to) (know|hear|see|read)",
        "(tell*|telling|warn*|warning|advise*|advising) ...1 (everyone|everybody|anyone|all my|my "
        "(friends|family|colleagues|coworkers|followers)|others|people|travelers)",
        "(do not|never|dont) (fly|book|use|buy|bank|stay|shop|order|trust) (with|from|at|this|"
        "these) ...2 (airline|company|bank|people|them|hotel|place)$",
        "avoid (this|these|them|them at)",
        "(will|going to|am) [be] (tweeting|posting|blogging|reviewing) (about|this|it|all|on)",
        "(on|to) (a|the|your|our|my) ...1 (news|news station|tv|television|radio|paper|papers) "
        "...2 (talking|telling|about|with (this|my)|tonight|tomorrow|if)",
        "(make|making) (sure|certain) ...1 (everyone|everybody|all my|my (friends|family)|people|"
        "nobody|no one|others|anyone) _",
    ),
    "legal": (
        "(sue|suing|sued) (you|your|the|this|them)",
        "(my|a|an|our|the|your|with|from|call*|hire*) (lawyer|lawyers|attorney|attorneys|"
        "solicitor|solicitors)",
        "(legal action|legal steps|lawsuit|law suit|small claims|class action|legal team|legal "
        "review|legal department|legal advice)",
        "(take|taking|see) (you|this|them|it) (to|in) court",
        "(report*|complain*|complaint|file*|go*|contact*) ...4 (ombudsman|regulator|trading "
        "standards|better business bureau|bbb|attorney general|ag|faa|cfpb|fcc|ftc|consumer "
        "protection|police|financial conduct authority|fca|ofcom|ofgem|dot)",
        "(ombudsman|attorney general|consumer protection (law|laws|agency)|trading standards|"
        "better business bureau)",
        "(breach|violat*) ...3 (contract|law|rights|regulation|regulations)",
        "(know|under|violate*|protect|enforce) ...1 my [legal] rights",
        "(legal|court) (proceedings|implications|action)",
        "i urge the",
        "(violation|violations|violating|violate*|breach|breaching) of ...4 (law|laws|act|rights|"
        "regulation|regulations|fcra|fdcpa|contract|statute|code|section|privacy|policy)",
        "(is|are|was|constitutes|such) [a|an] [clear|blatant|egregious|direct|gross|also] "
        "[a|an] [clear|blatant|egregious|direct|gross|also] (violation|breach)",
        "(15|12|18|42|11|title|section|under|of|to|with|violat*|per) ...1 (usc|u s c)",
        "(ask*|request*|urge|urging|need|want|like|hope|implore|call*) ...2 [the] (bureau|cfpb|"
        "commission|regulator|regulators|agency|authorities|consumer financial protection bureau) "
        "...3 (look|investigate|help|intervene|act|take|step|review|assist|hold|recognize*|seek|"
        "stop)",
        "consumer financial protection bureau",
        "(federal|state|banking|government) (regulation|regulations|statute|statutes)",
        "(against|violat*|break*|broke|broken|disregard*) ...2 (regulation|regulations|compliance|"
        "federal laws|the law)",
        "(expect|hear|hearing|letter|call) ...4 from (my|our|a) (lawyer|lawyers|attorney|attorneys|"
        "solicitor|solicitors)",
        "(against|disregard for|honor) ...2 (federal|state|the) (law|laws|regulations|rules and "
        "regulations)",
        "(consumer|legal|customer) (protection bureau|rights|advocate)",
        "(breaking|broke|against|violates|violating|under|pursuant to) ...2 (federal|state|"
        "consumer|the) ...2 (law|laws|regulation|regulations|act|statute)",
        "(is|are|was|were|be|completely|totally) (illegal|unlawful|against the law)",
        "(investigate|investigation|investigated|oversight|audit|intervene|enforcement) ...3 (by "
        "the|from the|of this|this|these|into|their) ...2 (company|bank|matter|practices|bureau|"
        "cfpb|government|authorities|regulator|regulators|lender|business)",
        "(cfpb|regulator|regulators|regulatory (body|bodies|agency|agencies|action|authority|"
        "authorities)|attorney general|ombudsman|consumer bureau|state (senator|representative)|"
        "congressman|congresswoman|fdic|occ|fcc|ftc|arbitration)",
        "(report|reporting|reported) ...2 (you|this|them|company|bank|it) ...2 (to (the|a)|for "
        "fraud|for (false|deceptive))",
        "(bring|take|taking|bringing) ...2 (to|into) court",
        "(seek|seeking|pursue|pursuing|take|taking|consider|considering) ...1 (legal|damages|"
        "litigation|recourse|remedies)",
        "(small claims|lawsuit|litigation|class action|prosecuted|press charges)",
        "(file*|filing|submit*|lodge*|make|making) ...1 (a|an|my|this|formal|official) ...1 "
        "complaint ...2 (with|to|against) ...3",
        "(to|with|contact*|inform*) [the] (ofcom|ofgem|fca|caa|dot|faa|fcc|ftc|cfpb|civil aviation "
        "authority|department of transportation|financial ombudsman)",
    ),
}
NO_THREAT: tuple[str, ...] = (
    "(thinking|think|considering) ...1 (leaving|moving|going|canceling|cancelling) [from|here|"
    "home] (on|at|around|tomorrow|today|tonight|next|early|late|by|before|after|monday|tuesday|"
    "wednesday|thursday|friday|saturday|sunday)",
    "(go|going|travel|travelling|traveling|fly|flying) with (somebody|someone|anybody|anyone) else "
    "(on|to|at|in|from) (the|my|our|this|a|that) (trip|flight|holiday|tour|party|wedding|way)",
    "i would [have] (lose|lost) _ _ _",
    "(told|tell|telling) (everyone|everybody|people|all my friends|my friends|them|others) ...1 "
    "(how (great|good|wonderful|amazing|helpful|nice|pleased|happy|lovely|kind)|i would|about "
    "your (great|good|amazing))",
    "as i told _",
    "(any|are there|do|does|which) ...1 other (airlines|banks|companies) ...2",
    "(will not|would not|not going to|never) [ever] (sue|report|take you)",
    "(leave|give|write|post) ...2 (good|great|positive|five star|nice|glowing|5 star|excellent) "
    "(review|feedback|comment)",
    "(federal|other) regulators including",
    "(per|under|by|with|of) (federal|state|banking) (regulation|regulations|law)",
    "(cancel|close) (my|the) ...1 (policy|account) (number|details)",
    "(open|opening|opened|create|creating) ...3 account",
    "(not|without) (ask*|want*|need*) ...3 (manager|supervisor)",
    "(i am|i was|my|as) a (lawyer|attorney|solicitor|manager|supervisor)",
    "(i am|as) an attorney",
    "(do not|not) ask for your (manager|supervisor) ever",
    "(manager|supervisor) (said|told|was|promised|called|already|at)",
    "(asked|ask|called) to (speak|talk) (to|with) (a|the|your)",
    "(filed|made|file|have|got|filing) ...2 police (report|reports)",
    "(recommendation|notice|notices|papers|sent|received|got) ...3 (from|by) (my|the|our) "
    "(lawyer|lawyers|attorney|attorneys)",
    "(looking up|look up|website of|according to) ...1 (cfpb|the cfpb)",
    "cancel the (subscription|policy|plan) from",
    "(close|closed|cancel) (my|the) account which (i|we) _",
    "(was|were|been) [lucky|just] [to be|enough] [able|lucky|glad|forced] to (change|switch) _",
    "(advised|told|asked|instructed|suggested) ...9 close (my|the|our) account",
    "(switched|switching) (banks|providers) (i|we|last|in)",
    "(legal|allowed) (name|age|guardian|to (bring|take|carry))",
    "(regulations|rules|law) ...2 (it takes|they have|you can|we can)",
    "(is|are) (it|that|this) (legal|illegal|against the law) to",
    "(lawyer|attorney) ...2 (needs|need|asked for|wants|sent|for the (house|closing|divorce|"
    "estate|mortgage))",
    "(complaint|complaints) (department|form|number|procedure|line)",
    "(close|cancel) (my|the) (flight|booking|order|appointment|reservation|ride|trip|meeting)",
    "why (did|do|have|has|would|was|is) ...6 (close|closed|closing|cancel|cancelled|canceled) ...2",
    "next time ...3 book (earlier|sooner|later|in advance|online|a)",
    "another bank (statement|account|card|transfer|holiday)",
    "(stop|end) (my|our) (card|payment)",
    "will never again$",
    "(will|would|does|did|can|could|how can) (this|that|it|they|you) ...2 close (my|the|our) ...1",
    "(can|could|may) (i|we) (change|switch) ...3",
    "never again will (i|we) (forget|leave|lose|miss|book)",
    "last (flight|train|bus) ...3 (tonight|today|of the day)",
    "(attorney|lawyer) is (my|a|his|her)",
    "avoid (highways|highway|tolls|toll|traffic|freeways|downtown|the (traffic|city|highway|"
    "tolls))",
    "tell* ...1 (everyone|everybody|them) [that] (i|we) (am|are|will|have)",
)

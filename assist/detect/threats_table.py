"""What customers threaten with, as phrases: leaving, a superior, the public, the law; by label."""

from assist.detect.leaving_table import LEAVE_CANCEL

THREATS: dict[str, tuple[str, ...]] = {
    "leave_cancel": LEAVE_CANCEL,
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
        "(call*|tell*|go|going|contact*|write|writing|talk|talking) ...2 [the|my|our|a] ...1 "
        "(newspaper|newspapers|papers|press|media|tv station|radio station)",
        "(journalist|journalists|the press|the media|consumer show|go viral|going viral|local "
        "news|go public|going public)",
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
        "nobody|no one|others|anyone) ...3 (know|knows|hear|hears|decide|decides|avoid|avoids|"
        "book|books|flies|fly|not to|see|sees|away|never|about)",
    ),
    "legal": (
        "(sue|suing|sued) (you|your|the|this|them)",
        "(will|going to|intend to|intending to|planning to|ready to|want to|might|may|could) "
        "[have to] sue",
        "(press|pressing|file|filing|bring|bringing) (charges|suit|a suit|a claim against|a case)",
        "(report|reporting|reported) ...3 to [the] ...1 (authorities|government|state|regulator|"
        "dot|department of _|commission|watchdog|ministry)",
        "(contact|contacting|contacted|write|writing|written|complain|complained|complaining) "
        "...2 [to] [the|my] ...1 (dot|department of transportation|commission|watchdog|senator|"
        "congressman|congresswoman|representative|ombudsman|bureau)",
        "(my|a|an|our|the|your|with|from|call*|hire*) (lawyer|lawyers|attorney|attorneys|"
        "solicitor|solicitors)",
        "(legal action|legal steps|lawsuit|law suit|small claims|class action|legal team|legal "
        "review|legal department|legal advice)",
        "(take|taking|see) (you|this|them|it) (to|in) court",
        "(report*|complain*|complaint|file*|go*|contact*) ...4 (ombudsman|regulator|trading "
        "standards|better business bureau|bbb|attorney general|ag|faa|cfpb|fcc|ftc|consumer "
        "protection|financial conduct authority|fca|ofcom|ofgem|dot)",
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
    "(book|fly|come|arrive|call|leave|order|go|use|booked|flown|gone|called) (earlier|sooner|"
    "later|in advance|online|direct|directly|business|first class|economy|early)",
    "never [again] (fly|flying|travel|travelling|go|leave) without _",
    "(happy|glad|pleased|great|lovely) ...3 (from now on|next time|in future)",
    "(fly|book|go|use|choose|stay) ...1 (you|with you) ...2 (from now on|next time|in future)",
    "(will|would) (definitely|always|gladly|happily|surely) (fly|use|book|choose) (you|with you|"
    "again)",
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
    "(manager|supervisor|boss|manager's|supervisor's) name (is|was|of)",
    "(that|which) i (would like|want|need|wanted|wish) to cancel$",
    "{cannot} (afford|pay|send|spend|give) ...4 (money|cent|penny)",
    "(gym|pool|spa|car|parking|towel|breakfast|lounge|shuttle|room) (at all|anymore|again)",
    "(filed|file|filing|report*) ...4 police",
    "(they|he|she|bank|company|them|you|who) (said|stated|told|would|will|can|could|may|might|had|"
    "have|were|was|are|decided|chose|refuse|refused|threatened) ...3 (close|closing|cancel) ...3 "
    "(account|accounts|card)",
    "for _ to (close|cancel) ...2",
    "(them|their|the bank) (closing|cancelling|canceling) ...2",
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
    "(will|would|does|did|can|could|how can) (this|that|it|they) ...2 close (my|the|our) ...1",
    "(will|would|did|do) you ...2 close (my|the|our) ...1 (if|when|because|without|for)",
    "(can|could|may) (i|we) (change|switch) ...3",
    "never again will (i|we) (forget|leave|lose|miss|book)",
    "last (flight|train|bus) ...3 (tonight|today|of the day)",
    "(attorney|lawyer) is (my|a|his|her)",
    "avoid (highways|highway|tolls|toll|traffic|freeways|downtown|the (traffic|city|highway|"
    "tolls))",
    "tell* ...1 (everyone|everybody|them) [that] (i|we) (am|are|will|have)",
)

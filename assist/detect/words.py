"""Named patterns that the tables of this package share; see `assist.core.phrases` for the marks."""

_CANNOT = (
    "can not|could not|(am|are|is) [currently] (not able|unable) to|(will|would) (not be able|be "
    "unable) to|unable to|not able to"
)
_OFFER = (
    "accept|accommodate|add|adjust|advise|allow|alter|amend|apply|approve|arrange|ask|assist|"
    "authorize|book|bring|call|cancel|change|combine|contact|cover|create|credit|deal|deliver|do|"
    "email|escalate|exchange|expedite|extend|file|fix|follow|forward|fund|get|give|go|grant|"
    "handle|help|honor|issue|keep|let|make|match|move|offer|open|order|override|pay|pass|place|"
    "process|provide|push|put|raise|reach|recommend|reduce|refund|reimburse|release|remove|"
    "repair|replace|request|resend|reset|reserve|resolve|restore|return|reverse|ring|schedule|"
    "sell|send|set|ship|sort|speak|specify|speed|start|stop|submit|suggest|switch|take|transfer|"
    "try|undo|unlock|update|upgrade|use|waive|work|write"
)
_LOOK = (
    "answer|authenticate|check|confirm|discuss|explain|find|guarantee|hold|look|promise|pull|"
    "search|see|show|tell|talk|track|verify"
)
_FELT = (
    "angry|annoyed|annoying|anxious|awful|concerned|concerning|confused|confusing|devastated|"
    "devastating|difficult|disappointed|disappointing|distressed|distressing|disturbing|"
    "exhausted|exhausting|frustrated|frustrating|fed up|furious|hard|horrible|infuriating|"
    "inconvenient|irritated|irritating|let down|maddening|nervous|overwhelmed|overwhelming|"
    "painful|rough|scared|scary|sick|stressed|stressful|terrible|tired|tiring|tough|unacceptable|"
    "uncertain|uncomfortable|unhappy|unpleasant|unsettling|upset|upsetting|worried|worrying|"
    "worrisome|strange|scary|dreadful|unfair|unnerving|daunting|draining|embarrassing|alarming|"
    "ideal"
)
_FELT_NOUN = (
    "anger|annoyance|anxiety|concern|concerns|confusion|disappointment|distress|feelings|"
    "frustration|frustrations|irritation|pain|position|situation|stress|worry|worries|"
    "disappointments"
)
_WHEN = (
    "today|tonight|tomorrow|(this|the next) (morning|afternoon|evening|week|hour)|(by|before|"
    "until|on|next|this|every|come) ...1 (monday|tuesday|wednesday|thursday|friday|saturday|"
    "sunday|noon|midday|midnight|lunch|lunchtime|close)|(in|within|after|next|under) ...3 "
    "(minute*|hour*|day*|week*|month*)|(end|close) of [the|this|next] [business|working] (day|"
    "week|month|business)|(at|by|before|around|until) ...1 (one|two|three|four|five|six|seven|"
    "eight|nine|ten|eleven|twelve|1|2|3|4|5|6|7|8|9|10|11|12|half|quarter|noon|midday|midnight)|"
    "(monday|tuesday|wednesday|thursday|friday|saturday|sunday) (morning|afternoon|evening)"
)
_STAFF = (
    "supervisor|supervisors|manager|managers|colleague|colleagues|team|teams|department|"
    "departments|agent|agents|representative|specialist|specialists|technician|office|desk|line|"
    "branch|bank|airline|hospital|clinic|support|billing|sales|embassy|insurer|provider|"
    "manufacturer|warehouse|engineer|engineers|expert|experts|operator|agents|representatives|"
    "clinics|hotel|store|shop|front desk|reservations|customer relations|customer care"
)

_RIVAL = (
    "southwest|delta|united|american|jetblue|lufthansa|emirates|ryanair|easyjet|virgin|british "
    "airways|ba|alaska|spirit|frontier|klm|qantas|vodafone|o2|t mobile|verizon|at t|sprint|sky|bt|"
    "comcast|xfinity|chase|wells fargo|barclays|hsbc|lloyds|monzo|revolut|tesco|asda|amazon|uber|"
    "lyft|hertz|geico|allstate|aviva"
)

NAMED: dict[str, str] = {
    "cannot": _CANNOT,
    "do": f"{_OFFER}|{_LOOK}",
    "offer": _OFFER,
    "look": _LOOK,
    "felt": _FELT,
    "felt_noun": _FELT_NOUN,
    "when": _WHEN,
    "staff": _STAFF,
    "nonref": (
        "nonrefundable|nontransferable|nonnegotiable|nonreturnable|non (refundable|transferable|"
        "negotiable|changeable|returnable|exchangeable|flexible)"
    ),
    "no_deed": (
        "need|want|require|answer|ask|say|tell you (what|how|why|that)|admit|assume|guess|pretend|"
        "see (you|about|$)|hear|love|miss|hope|like|know|remember|understand|agree|have to|never|"
        "not|help|assist|guide|walk|explain|start|begin|search|run through|read|go (through|"
        "over|with|back)|"
        "wait|hold (on|for|while)|use|stop|work with|speak|talk (to|with) you|rule|put you|"
        "happily take|do (my|our) [very] best|do (what|all|everything) ({we}) can|try (my|our)|"
        "come back to (that|this)|leave it|say goodbye|bet|only|look forward|continue|keep (doing|"
        "trying|looking|searching)|give it|allow|accept|pay|charge|refuse|decline|consider|share|"
        "pass|forward|relay|appreciate|thank"
    ),
    "rest": "[_] [_] [_] [_] [_] [_] [_]",
    "state": (
        "worried|anxious|nervous|scared|frightened|terrified|afraid|angry|mad|furious|upset|livid|"
        "disappointed|confused|frustrated|annoyed|tired|exhausted|stressed|happy|pleased|glad|"
        "relieved|grateful|concerned|sad|overwhelmed|fed up"
    ),
    "other": (
        "friend|friends|neighbor|neighbour|neighbors|neighbours|colleague|colleagues|boss|guy|lady|"
        "man|woman|agent|driver|people|everyone|everybody|somebody|someone|passengers|coworker|"
        "roommate|landlord|girl|boy|person|clerk|teller|staff|crew"
    ),
    "deed": (
        "activated|added|adjusted|approved|blocked|booked|cancelled|canceled|changed|cleared|"
        "confirmed|corrected|credited|emailed|extended|fixed|installed|issued|lifted|moved|ordered|"
        "paid|posted|processed|rebooked|reconnected|refunded|registered|released|removed|renewed|"
        "repaired|replaced|reset|resolved|restored|reversed|sent|set up|solved|sorted|switched|"
        "transferred|unblocked|unlocked|updated|upgraded|waived"
    ),
    "rival": _RIVAL,
    "we": "i|we",
    "will": "will|shall|am going to|are going to|is going to",
    "very": "so|very|really|truly|deeply|extremely|terribly|absolutely|completely|totally|"
    "sincerely|most|just|quite|fully|perfectly|certainly|too|such|a bit|genuinely|incredibly",
}
"""Patterns usable as `{name}` in the tables."""

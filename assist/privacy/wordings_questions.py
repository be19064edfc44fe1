"""English questions whose answers only the asked one knows; see `wordings_english`.

Nobody can list them all: what they share is a person or a thing of one's own past ("the street you
grew up on", "your first boss", "your favourite film").
"""

from assist.privacy.kinds import Secret

_YOUR = r"(?:your|my|his|her)"
_PEOPLE = (
    r"(?:mother|mum|mom|mam|father|dad|parent|grand ?mother|grandma|gran|nan|grand ?father|"
    r"grand ?dad|grandpa|spouse|husband|wife|partner|brother|sister|sibling|cousin|nephew|niece|"
    r"uncle|aunt|auntie|child|son|daughter|kid|best man|bridesmaid|maid of honou?r|god ?parent|"
    r"god ?mother|god ?father|boss|manager|supervisor|teacher|professor|coach|tutor|head ?teacher|"
    r"head ?master|room ?mate|flat ?mate|neighbou?r|girl ?friend|boy ?friend|kiss|crush|love|date|"
    r"friend|best friend|doctor|dentist)"
)
_PAST = (
    r"(?:pet|dog|cat|kitten|puppy|hamster|rabbit|guinea pig|horse|pony|goldfish|fish|bird|parrot|"
    r"animal|car|vehicle|motor ?bike|motor ?cycle|bike|school|nursery|kindergarten|college|"
    r"university|job|employer|company|work ?place|house|home|address|street|road|town|city|"
    r"concert|gig|album|single|record|film|movie|book|author|writer|band|singer|artist|song|team|"
    r"club|player|hero|heroine|superhero|colou?r|food|meal|dish|drink|snack|dessert|cake|sport|"
    r"place|country|holiday|holiday destination|vacation|vacation spot|destination|beach|trip|"
    r"flight|subject|toy|teddy(?: bear)?|doll|stuffed (?:animal|toy)|game|video game|computer|"
    r"console|mascot|nick ?name|season|flower|fruit|vegetable|actor|actress|cartoon|character|"
    r"hobby|restaurant|pub|bar|topping|pizza topping|ice cream(?: flavou?r)?|flavou?r|month|"
    r"animal|quote|poem|composer|painter|musician|instrument|tv show|show|programme|cousin)"
)
_FIRST = (
    r"(?:first|1st|favou?rite|fave|childhood|oldest|eldest|youngest|dream|least favou?rite|"
    r"first ever|very first|all[- ]time favou?rite|high school|primary school|elementary school|"
    r"middle school|secondary school|junior school|best(?= friend)|imaginary(?= friend)|"
    r"(?:first|second|third|fourth|fifth|sixth) grade|year (?:one|two|three|six))"
)
_LIVED = (
    r"(?:born|grow up|grew up|raised|brought up|(?:live|lived)(?= (?:on |in |at )?(?:as|when|"
    r"growing|during|third|first|primary|high|elementary|middle)\b)|meet|met|marry|married|wed|"
    r"engaged|propose|proposed|honeymoon|honeymooned|from originally|christened|baptised|baptized)"
)

WORDINGS: tuple[tuple[Secret, str], ...] = (
    (
        Secret.ANSWER,
        rf"(?:^|(?<=question )|(?<=one )|(?<=two )|(?<=then )|(?<=and )|(?<=okay ))(?:what|what's|"
        rf"which|who|where|what're|how)(?: \w+){{0,4}} (?:your|you|the family) (?:\w+ )?"
        rf"(?:grand ?parents?|grand ?mother|grand ?father|grandma|grandpa|gran|nan|pets?|dogs?|"
        rf"cats?|"
        rf"mother|mum|mom|father|dad|parents?|best man|bridesmaids?|childhood|nick ?name|honeymoon|"
        rf"friends call you|wedding|star sign|zodiac sign)(?:'s)?(?! (?:email|e-mail|phone|number|"
        rf"address|order|account))(?: (?!name$)\w+){{0,5}}"
        rf"|(?:what|which|where|who)(?: \w+){{0,3}} (?:did|do|were|was|have|had) you (?:first |"
        rf"ever first )?(?:go to (?:university|college|school|uni)|attend|learn to drive|"
        rf"(?<=first )work(?: for)?|want to be|grow up|grew up|spend your|meet your|get married|"
        rf"get engaged|born)(?: \w+){{0,6}}"
        r"|(?:what )?(?:school|college|university|elementary|church|team|club) (?:did|do) you "
        r"(?:attend|go to|support|follow|play for)(?: \w+){0,5}"
        r"|(?:which|what) (?:country|city|place|resort|island|town|hotel)(?: \w+){1,6} "
        r"(?:honeymoon|wedding)|(?:your|my) own middle name"
        r"|birth ?(?:place|town|city|village)|(?:place|town|city|country|village) of (?:your |my )?"
        r"birth|(?:star|zodiac) sign|pet's name|pet name|(?:what's |what is |give me |"
        r"and )the answer"
        r"(?: to (?:question|that|this|it|number|the)(?: \w+){0,3})?"
        rf"|(?:name of )?{_YOUR} {_FIRST}(?: (?:ever|pet|childhood|school))? (?:{_PAST}|"
        rf"{_PEOPLE})s?"
        r"(?:'s)?(?: (?:name|surname|last name|first name|middle name|called|named|make|model|"
        r"colou?r|year))?(?: (?:you|did you)(?: ever)?(?: \w+){0,2})?"
        rf"|{_FIRST} (?:{_PAST}|{_PEOPLE})(?:'s)?(?: (?:name|surname|last name|first name|called|"
        r"you ever had|you ever owned|you had|you owned|attended|you attended|you went to))+"
        rf"|(?:name|surname|last name|first name|make|model|colou?r|title) of "
        rf"(?:(?:the |your |my )?{_FIRST} |(?:your|my) )"
        rf"(?:{_FIRST} )?(?:\w+ )?(?:{_PAST}|{_PEOPLE}|hospital|village|church)s?"
        r"(?: (?:that |where |in which |which )?(?:you|your \w+) (?:\w+ ){0,3}\w+)?"
        rf"|(?:city|town|street|road|avenue|hospital|village|place|state|country|house|school|"
        rf"church|hotel|restaurant|suburb|county) (?:that |where |in which |which )?(?:(?:you|your|"
        rf"were|was|did|have|had|first|mother|father|mum|mom|dad|spouse|husband|wife|partner|"
        rf"parents?|and|get|got) )+{_LIVED}(?: (?:in|on|at|as|up))?(?: a)?(?: child| kid)?"
        r"|where (?:did|were|was|do) (?:(?:you|your|mother|father|mum|mom|dad|spouse|husband|wife|"
        rf"partner|parents?|and|first|get|got|go|spend|have) )+(?:{_LIVED}|(?:on |for |your )*"
        r"honeymoon|to school|to (?:primary|elementary|high|secondary) school|to college|wedding)"
        rf"|{_YOUR} (?:mother|mum|mom|father|dad|grand ?mother|grand ?father|grandma|grandpa|nan|"
        r"gran|spouse|husband|wife|partner|(?:\w+est )?(?:brother|sister|sibling|cousin|nephew|"
        r"niece|uncle|aunt|child|son|daughter)|best man|bridesmaid|maid of honou?r|god ?mother|"
        r"god ?father|best friend)'?s? "
        r"(?:middle|first|birth|given|nick)[- ]?names?"
        rf"|{_YOUR} (?:best man|bridesmaid|maid of honou?r)(?:'s)?(?: name)?"
        r"|(?:childhood|school|family|high school)? ?nick ?name(?: (?:at|in|as|when|growing)"
        r"(?: \w+){1,4})?"
        r"|who (?:inspired|taught|was|is) (?:you|your)(?: \w+){0,4} (?:hero|teacher|idol|best man|"
        r"boss|kiss|crush|friend|coach|inspiration|role model)(?: \w+){0,3}"
        r"|which teacher(?: \w+){0,3}|(?:sports?|football|baseball|basketball|hockey|rugby|soccer)"
        r" team do you (?:support|follow)|who do you support"
        r"|(?:school|college|university|team) mascot|first (?:job|kiss|crush|boss|employer|concert|"
        r"gig|flight|teacher|school|car|pet|dog|cat|girlfriend|boyfriend|love|album|phone number)"
        r"(?: you(?: \w+){1,3})?"
        r"|(?:answer|response|reply|hint|reminder)(?: (?:you|that you))?(?: (?:gave|left|set|chose|"
        r"put|we have|on file|is|as|was|set up))*(?= (?:is|was|as)\b)"
        r"|(?:the |my |your )answer(?='s| is| was| as| should| would| to)|(?<=is )(?:the|"
        r"your) answer"
        r"|(?:the|your|my) question (?:is|was|you chose|you set|on file|here)"
        r"|(?:that's|that is|it's) (?:the|your|my) (?:security )?question(?: on file| here)?"
        r"|(?:security|secret|verification|memorable|challenge|recovery|validation|identity|reset|"
        r"hint) question",
    ),
    (
        Secret.PASSWORD,
        rf"(?:{_YOUR} )?(?:mother|mum|mom|mam|mother in law|grandmother|wife|nan|"
        rf"gran)'?s? (?:maiden|birth|"
        r"former|previous|family|pre[- ]?marriage) ?(?:sur)?name|(?:mother|mum|"
        r"mom) called before(?: \w+){0,2}|(?:mother|mum|mom)'?s? "
        r"(?:sur|last |family |birth )?name (?:from )?before(?: (?:she|they|you))?(?: (?:was|were|"
        r"got))?(?: married| marriage)?"
        r"|family name of your mother|maid(?:en|en's|ens|in) ?names?"
        r"|(?:security|secret|verification|memorable|challenge|recovery|validation|authentication|"
        r"identity|reset|hint) (?:answers?|words?|phrases?|prompts?|info|information|"
        r"names?|places?|hints?)|(?:password|pin) hint|"
        r"memorable (?:data|detail|item|thing)|(?:pass ?code|account|magic|chosen|special|key|"
        r"agreed|"
        r"security|telephone|phone|verbal) (?:word|phrase)|(?:what|which) (?:word|phrase)|"
        r"(?:word|phrase) (?:did|do|on (?:the|your)|you (?:chose|set|gave))(?: you)?(?: \w+){0,2}|"
        r"(?:key|code) on (?:the )?(?:back|bottom|side|sticker|label)(?: of (?:the|my|"
        r"your) (?:router|"
        r"box|hub|modem))?|(?:log ?in|sign ?in)(?= is| was)",
    ),
)

TOPICS = (
    r"security questions?|secret questions?|mother's maiden|data protection|d p a|"
    r"make sure (?:i'm|i am) (?:speaking|talking)|confirm (?:it's you|who you are)"
)

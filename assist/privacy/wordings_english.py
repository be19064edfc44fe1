"""English words that announce a secret or a harmless number, and the talk in which secrets come.

Patterns are tried in order at each word; longer wordings stand before their beginnings. `{N}`
stands for "a number follows". "See vee vee" and "pen number" are what recognizers make of them.
"""

from assist.privacy.kinds import Secret

_CARDS = r"visa|master ?card|amex|american express|discover|maestro|credit|debit"

WORDINGS: tuple[tuple[Secret, str], ...] = (
    (
        Secret.NOTHING,
        # phones
        r"(?:(?:tele)?phone|mobile|cell|cellphone|contact|callback|call ?back|fax|daytime|landline|"
        r"direct|home|work|office|best|whatsapp|dial[- ]?in|switchboard|help ?line|hot ?line)"
        r" (?:phone |contact |mobile )?(?:number|numbers|no|line)"
        r"(?! (?:on|across) (?:the|your|my)(?: front| back| \w+ card| card))"
        r"|(?:number|phone|line) (?:to|you|i|we|they) (?:can |could |should |have )?"
        r"(?:call|called|calling|reach|ring|rang|contact|dial|dialled|dialed|phone|phoned|"
        r"(?:text|texted)(?= (?:(?:me|you|us|him|her|them) )?(?:back|at|on|from)))"
        r"(?: (?:me|you|us|him|her|them))?(?: (?:back|at|on|from|is|was))*"
        r"|(?:what's|what is|what was) (?:your|his|her|their) (?:phone |mobile |cell )?number"
        r"|account (?:reference|ref|name|manager|holder)(?: number)?"
        r"|(?:what|which) (?:phone |other )?number (?:can|should|do|could|shall|would|may|is best)"
        r"|number (?:i'm|you're|i am|you are|we're) (?:calling|ringing|phoning) (?:from|on)"
        r"|(?:mobile|cell|phone|telephone|landline|whatsapp)(?= (?:is|was|number|{N}))"
        r"|(?:my|our|his|her|their|your|husband's|wife's|mum's|mom's|son's|daughter's) number"
        r"(?= (?:is|was|{N})|'s)(?! is (?:on|across) the)"
        r"|call ?back(?= {N})"
        r"|(?:call|reach|ring|phone|text|dial|contact|get|try|buzz)"
        r"(?: (?:me|you|us|him|her|them))?(?: back)? (?:at|on)(?= {N}| my| the| this)"
        # references
        r"|(?:order|tracking|confirmation(?! code (?:we|i|they|that|you|from|by|in your|on your|"
        r"for|to|sent))"
        r"|case|ticket|reference|ref|invoice|booking|reservation|"
        r"flight|shipment|shipping|serial|model|part|product|item|membership|member|customer|"
        r"client|loyalty|rewards|frequent flyer|frequent flier|air ?miles|claim|policy|incident|"
        r"complaint|return|returns|rma|parcel|package|delivery|dispatch|consignment|waybill|docket|"
        r"meter|extension|room|unit|house|apartment|flat|street|store|branch|shop|batch|lot|"
        r"gate(?! code)|"
        r"seat|purchase|purchase order|p ?o|receipt|transaction|work order|job|service|record|"
        r"locator|quote|quotation|reward|gift|license plate|registration|reg|plate|vehicle|engine|"
        r"chassis|asset|installation|router|device|machine|boiler|software|firmware|version|error|"
        r"fault|support|service request|request|employee|staff|agent|badge|operator|student|"
        r"prescription|appointment|queue|lane|aisle|shelf|catalog|catalogue|article|stock|sku|"
        r"style|pattern|event|locker|pickup|collection|drop ?off|pnr|imei|bar|qr|dealer|vendor|"
        r"supplier|site|location|property|lease|contract|permit|docket|bus|train|platform|coach|"
        r"application)"
        r" (?:reference |order |id )?(?:number|numbers|no|code|id|i d|reference|locator|reading|"
        r"ref)"
        r"|(?:offer|password|session|token|link|promotion|deal|subscription|warranty|contract|"
        r"voucher|coupon|membership|ticket|"
        r"trial|sale|guarantee|plan|lease|policy|insurance|discount|points|code|link|quote|"
        r"contract|"
        r"permit|visa for \w+|milk|food|medicine)(?: \w+)? (?:expires?|ends?|runs? out|expired|"
        r"expiry|expiration)(?: on| in| date)?"
        r"|(?:payment|transaction|sale|purchase) authori[sz]ation (?:code|number)"
        r"|authori[sz]ation (?:code|number) (?:for|of) (?:the|your|that|this) (?:payment|"
        r"transaction|charge|purchase)"
        r"|s k u|code on (?:the|my|your) (?:error \w+|screen|display)(?! (?:of|from) my phone)"
        r"|record locator|zip(?: ?code)?|post ?code|postal code|area code|"
        r"(?:promo(?:tion)?|discount|coupon|voucher|gift|offer|referral|country|dress|bar|error|"
        r"fault|colou?r|product|model|part|fare|activity|source|dialling|dialing|exit|time|"
        r"branch|store|gate code for the) ?code|(?:code|number) (?:on|from) (?:the|my|your|this) "
        r"(?:box|parcel|package|letter|receipt|delivery note|product|bottle|packet|item|voucher|"
        r"invoice|order|ticket)(?! of)|card (?:fee|charge|payment|limit|balance|company|cost|"
        r"transaction|machine)(?=(?: is| was| of)|'s)|coupon|voucher|"
        r"extension|ext|serial|imei|v i n|"
        r"(?:order|tracking|case|ticket|reference|ref|confirmation|invoice|booking|flight|parcel|"
        r"package|shipment|model|meter|serial|part|claim|policy|batch|sku|version|room|"
        r"reading|quote|mileage|odometer|reg|registration|plate|plates|consignment|"
        r"return|account balance|department|"
        r"balance|total|subtotal|amount|refund|refund of|charge|bill|price|cost|fee|deposit|tax|"
        r"discount|subscription|rent|salary|premium|fare|payment of|address|speed|usage|"
        r"temperature|weight|height|age|size|quantity|score|allowance|limit|income|budget)"
        r"(?: (?:it|that|which|here|now))?"
        r"(?= (?:is|was|of|says|shows|reads|came to|comes to|would be|should be|will be|{N}))"
        r"|(?:meter|display|screen|dial|counter|scale|thermometer|gauge|label|box|sticker|clock) "
        r"(?:says|said|shows|showed|reads)|"
        r"(?:and |for |with )?(?:the|your|my|that|an|this|which|what) (?:order|flight|tracking|"
        r"reference|"
        r"booking|parcel|delivery|shipment|invoice|ticket|model|serial|meter|postcode)"
        r"(?! (?:security|card|details|number|numbers|no|code|id|i d|reference|ref|reading))"
        r"|(?:how (?:many|much|old|far|long|tall|big|fast))|what (?:time|floor|size|speed|room)|"
        r"what year(?: is| was)? (?:the|it|that)(?! (?:card|visa))|"
        r"(?:order|tracking)(?= {N})|"
        r"(?:valid from|start|issue)(?: date)?(?: is| was)|date of issue|issued (?:on|in)|"
        r"expir(?:y|ation)(?: date)? (?:on|of|for) (?:the|my|your) (?:warranty|offer|contract|plan|"
        r"subscription|policy|lease|voucher|coupon|guarantee|membership|trial|quote)|"
        r"social (?:media|network\w*|work\w*|distanc\w*|event\w*|page\w*|post\w*|club|housing|"
        r"services|care|life)"
        r"|pin ?point\w*|safety pin|bowling pin|rolling pin|pin (?:is|was) (?:stuck|broken|loose|"
        r"bent|missing)|pin (?:the|it|this|that|them)\b",
    ),
    (
        Secret.CARD_END,
        rf"(?:card|{_CARDS}|account|one|number) (?:that |which )?(?:ends|ending|ended|"
        r"finishes|finishing)(?: in| with)?(?= (?:{N}))|(?:ending|ended)(?= {N})|(?:ends|ending|"
        r"ended|finishing) (?:in|"
        r"with)|"
        r"last (?:four|4)(?: digits| numbers)?(?! (?:of|on|from) (?:the|your|my|his|her) (?:social|"
        r"ssn|s s n|s\.s\.n|national|ni|tax))"
        rf"(?: (?:of|on|from|for) (?:the|your|my|that|this|his|her) (?:card|account|{_CARDS})"
        r"(?: card| number)?)?",
    ),
    (
        Secret.CARD,
        rf"(?:(?:credit|debit|{_CARDS}|payment|bank|store|new|other|prepaid|charge|company|gift) ?)"
        r"card(?: number| no| details| digits)|"
        r"(?:long )?card (?:number|no|details|digits)|"
        rf"(?:card|visa|master ?card|amex|american express|maestro)"
        r"(?: (?:number|here|it|that))?(?= (?:is|it's|reads|says|goes|starts|begins|{N}))|"
        r"(?:long|sixteen digit|16 digit|fifteen digit|full|whole|entire|main|big|raised|embossed) "
        r"(?:number|card|digits)(?: number)?(?: (?:on|across|along) the (?:front|middle|face))?|"
        r"sixteen (?:digits|numbers)|(?:full|whole|complete|entire) (?:thing|one|lot)(?= (?:is|"
        r"was)|'s)|"
        r"all of it(?= (?:is|was)|'s)|fifteen digits|16 digits|"
        r"(?:number|numbers|digits|it) (?:on|of|across|along|from|off) (?:(?:the )?(?:front|"
        r"middle|face)"
        rf"(?: of)?(?: (?:the|your|my|that|his|her))?(?: card)?|(?:the|your|my|that|his|her|this) "
        rf"(?:new |other |credit |debit |store |bank )*(?:card|{_CARDS})(?: card)?)|"
        r"primary account number|front of (?:the|your|my) card|"
        rf"(?:credit|debit|{_CARDS}|payment|bank) ?card|card(?: \w+){{1,3}}(?= (?:is|was) )",
    ),
    (
        Secret.CODE,
        r"(?:little|small|tiny|other|short|last|three) (?:ones?|numbers?|digits?|bits?|thing) "
        r"(?:from |on |at |round |over )?(?:behind|(?:the )?(?:back|rear|reverse|flip side))|"
        r"c ?v ?[vcnbd](?: ?(?:two|2|number|code))?|c ?i ?d(?: code| number)?|see vee vee|"
        r"sea vee vee|"
        r"c v b|cvv2|see v v|c ?s ?c(?: number| code)?|"
        r"security(?='s| is {N}| {N}| number)(?: number)?|"
        r"(?:three|four|3|4|short|little|small) digit (?:one|number)|"
        r"(?:next to|beside|by|near|after|over|under|above) (?:the signature|where (?:you|"
        r"i) sign\w*|"
        r"your signature|my signature)(?: strip| panel| line| box)?|"
        r"(?:text|message|s m s|sms|e ?mail|app|authenticator|device|token|fob|key ?fob|dongle|"
        r"card reader|reader|calculator|security key)(?: (?:i|we|they|you) (?:just )?(?:got|sent|"
        r"received))?(?= (?:says|said|reads|shows|showed|is showing|gives|gave|displays|has|"
        r"it says) "
        r"(?:it's |it is |the code |the number |code |number )?{N})|"
        r"(?:authenticator|device|token|fob|key ?fob|dongle|reader|calculator)(?= (?:says?|"
        r"shows?))|"
        r"card reader show|"
        r"(?:five|six|seven|eight|5|6|7|8) (?:digits|numbers|digit number|figure code)|"
        r"(?:card )?(?:security|verification|validation|authori[sz]ation|safety|signature) "
        r"(?:code|number|digits|value|numbers)"
        r"|card (?:code|verification)|"
        r"(?:three|four|3|4|last|last three|few|little|small|tiny|extra) "
        r"(?:digit |digits |numbers? |code |ones )*"
        r"(?:that (?:is|are) |that's |printed )?(?:on|from|at|off) (?:the )?"
        r"(?:back|front|reverse|signature|strip|other side|flip side)"
        r"(?: (?:of|on|strip|panel|side)(?: (?:the|your|my|that))?(?: \w+)?(?: card)?)?|"
        r"(?:code|number|numbers|digits|it|and) (?:is |are )?(?:on|from|at) (?:the )?(?:back|"
        r"reverse|"
        r"signature|flip side|other side)(?: (?:of|on) (?:the|your|my|that) (?:\w+ )?card)?|"
        r"code (?:on|from) (?:the )?front|(?:back|reverse) of (?:the|your|my|that) card|"
        r"on the back(?= (?:is|it|{N}|it's))|(?:the|its) back(?= (?:says|reads|is|it's|shows|has|"
        r"{N}))|"
        r"^(?:(?:and|on|from|now|then|the|just|what's|read|there) )*back(?: (?:please|there|side|"
        r"too))?$|"
        r"(?:end|over|round|on|at) the back(?= ?$)|"
        r"(?:three|3|four|4|six|6) digit (?:code|number|security code)|(?:three|3) (?:digits|"
        r"numbers)|"
        r"last three(?: digits| numbers)?|(?:code|number) (?:on|from) (?:the|your) (?:phone|strip)|"
        r"(?:four|last) (?:digits|numbers)(?= (?:is|are|were|on the))|"
        r"signature (?:strip|panel)|one[- ]time (?:code|password|passcode|pin)|o t p|otp|"
        r"(?:two factor|two step|authentication|authenticator|login|log ?in|sign ?in|confirmation|"
        r"verification|s m s|sms|text|texted|email) (?:code|passcode)(?= (?:is|i|we|that|you|{N}))|"
        r"(?:code|text|message|numbers?|digits) (?:that )?(?:we(?:'ve)?|i(?:'ve)?|they(?:'ve)?|"
        r"you(?:'ve)?) "
        r"(?:have )?(?:just )?(?:sent|texted|got|received|been sent|been texted)(?! me from)|"
        r"(?:sent|sending|texted|texting|send|text) (?:you |it |one |them |a text |a message |"
        r"an sms )?"
        r"(?:with )?(?:a |the |some |your )?(?:\w+ )?(?:code|numbers|digits|passcode|pin)|"
        r"(?:text|message|s m s|sms) (?:from (?:you|the bank|your bank|your team) )?(?:with|saying|"
        r"that says)(?= {N})|"
        r"passcode we sent|(?:for|as) the code|code (?:just )?(?:came|sent|texted)(?: through|"
        r" over| to \w+)?",
    ),
    (
        Secret.EXPIRY,
        r"expir(?:y|ation|ing|ed|es?)(?: date| month| year| dates| is| on| in)?|exp date|"
        r"date of expiry|use by date on the card|"
        r"(?:valid|good) (?:thru|through|until|till|to|til)|valid to date|(?:card|visa|"
        r"master ?card|"
        r"amex|it|that|this one) (?:expires?|ends?|runs? out)(?! in (?:a|two|three|the next))|"
        r"end date(?: on)?|validity|exp|(?:goes|good|runs|lasts|works|valid) (?:un)?til(?:l)?"
        r"(?= {N}| the end| january| february| march| april| may| june| july| august| september| "
        r"october| november| december)|(?:dates?) on (?:the |your |that )?(?:card|front)|"
        r"(?:when|what) (?:does|do|is|'s|will) (?:it|that|the card|this|that card|the \w+) "
        r"(?:expire|run out|end|good until)|when's it (?:good until|expire|expiring|run out)|"
        r"runs? out (?:in|on|at)|"
        r"(?:month|date) and (?:the )?year(?: on| of)?",
    ),
    (
        Secret.NATIONAL_ID,
        r"pan (?:card )?(?:number|no)|pan card|p a n(?: card)?(?: number| no)?|"
        r"(?:your|my|the|his|her) pan(?= ?$| (?:is|please|{N}))|^pan(?= ?$| please)|"
        r"permanent account (?:number|no)|"
        r"social(?: security)?(?: insurance)?(?: number| card)?|s s n|ssn|s\.s\.n|"
        r"(?:last four|last 4)(?: digits)? (?:of|on|from) (?:the|your|my|his|her) "
        r"(?:social(?: security)?(?: number)?|ssn|s s n)|"
        r"national insurance(?: number| card| no)?|n\.? ?i\.?(?= (?:is|number|no|{N}))"
        r"(?: number| no)?|nino|(?:your|my|the|his|her) n ?i(?= ?$)|"
        r"(?:all )?(?:nine|9|ten|10|eleven|11) digits|"
        r"(?:national|government|state|citizen|resident|residence|residency|foreign|alien|"
        r"personal) "
        r"(?:id|i d|identity|identification|registration)(?: card)?(?: number| no| code)?|"
        r"(?:id|i d|identity|identification) (?:card|number|document|no)(?: number| no)?|"
        r"(?:green card|visa document|residence permit|a) number(?= (?:is|please|{N}))|"
        r"(?:tax|tax ?payer) (?:payer )?(?:id|i d|identification|identity|file|reference)"
        r"(?: number| code)?|i t i n|itin|e i n|t ?f ?n|u ?t ?r|p ?p ?s(?: number| no)?|"
        r"passport(?:'s)?(?: number| no| book| card)?|travel document(?: number)?|"
        r"(?:photo|data|picture) page(?: \w+){0,2}|"
        r"(?:driver'?s?|driving|drivers) licen[cs]e(?: number)?|"
        r"licen[cs]e(?: number)?(?! plate)|medicare(?: number| card)?|medicaid(?: number)?|"
        r"n h s number|nhs number|sin number|s i n|aadhaar|health (?:card|insurance) number|"
        r"d n i|dni|n i e|nie number",
    ),
    (
        Secret.ACCOUNT,
        r"(?:a b a |aba |bank )?routing(?: and account)?(?: transit)?(?: number| no)?|"
        r"a b a(?: number)?|aba(?: number)?|"
        r"sort ?codes?|short codes?|sort coat|sought code|b s b(?: number)?|bsb|"
        r"i ?ban(?: number)?|i b a n(?: number)?|eye ban|ib an|b i c|bic|"
        r"swift(?: code)?|transit(?: number)?|institution number|branch code|"
        r"(?:bank|checking|chequing|savings|current|giro|deposit|joint|isa|building society) "
        r"(?:account|details|number)(?: number| details| no)?|"
        r"(?:pay|paid|transfer\w*|deposit\w*|wire\w*|credit\w*) (?:it |that |the money |them |"
        r"this |money )?(?:in)?to(?= {N})|"
        r"numbers? (?:of|for|on) (?:the|your|my|that) (?:\w+ )?account|^(?:and |then |now |next |"
        r"so |okay )+(?:the|your) (?:account|acct)$|roll number|(?:numbers? |digits )?(?:at|along|"
        r"on|across) the bottom of "
        r"(?:the|my|your|that|a) che(?:ck|que)|"
        r"(?:account|acct) (?:number|no|digits)|(?:account|acct)(?= (?:is|was|and routing|{N}))|"
        r"(?:your|the) (?:account|acct)(?= (?:please|#))|(?:what|which) account|"
        r"direct (?:debit|deposit)(?: details| information)?(?= (?:is|from|to|on|details|{N}))",
    ),
    (
        Secret.BIRTH,
        r"(?:dates?|day|year|month) of (?:my |your |his |her |their )?birth|"
        r"(?<!happy )birth ?(?:days?|dates?|year)|"
        r"^(?:(?:and|the|what|which|okay|ok|then|your|so) )*(?:day|month|year)(?: please|"
        r" of that)?$|"
        r"(?:day|month),? (?:and )?(?:month|day),? (?:and )?(?:the )?year|"
        r"^(?:(?:and|then|the|okay|what|which|now|so) )*(?:day and (?:the )?month|month and "
        r"(?:the )?day)(?= ?$| please| was| then)|"
        r"rest of (?:the |your )?(?:date|birthday|birth date)|"
        r"(?:what|which) (?:year|month|day)(?: was that| is that| was it)?(?= ?$)|"
        r"d\.? ?o\.? ?b|(?:i was|was i|were you|was he|was she|he was|she was|you were|they were|"
        r"i'm|date|who was|and was) born(?: on| in)?|born when|when born|born(?= (?:on|in|the|"
        r"back|january|february|"
        r"march|april|may|june|july|august|september|october|november|december|\d|{N}))|"
        r"how old (?:are|is) (?:you|he|she)(?= (?:{N}))",
    ),
    (
        Secret.PIN,
        r"(?:(?:tele)?phone |card |banking |voicemail |four digit |six digit |account |old |new )*"
        r"(?:pin|p i n|pen)(?: number| code| no)(?! (?:is|was) (?:stuck|broken|bent))|pins?|p i n|"
        r"(?:unlock |door |phone |telephone |voicemail |device |account |security )*"
        r"pass ?code|(?:access|unlock|unlocking|door|entry|entrance|voicemail|phone|telephone|"
        r"alarm|"
        r"gate|safe|garage|lock ?box|keypad|key ?safe|vault) (?:code|pin|passcode|combination)|"
        r"(?:code|combination|pin|number) (?:to|for|of|on) (?:the|my|our|your|that) (?:\w+ )?"
        r"(?:gate|door|alarm|safe|building|house|phone|garage|lock|keypad|entrance|lobby|box)|"
        r"(?:to )?unlock(?:s|ing)? (?:my|the|your|it|this|that)(?: \w+)?(?= (?:it|is|i|you|the|"
        r"with|{N}))|"
        r"(?:typed|keyed|punched)(?: in)?(?= {N})|"
        r"(?:secret|memorable) number|combination(?= (?:is|to|for|{N}))",
    ),
    (
        Secret.PASSWORD,
        r"(?:wi ?fi |telephone |banking |temporary |old |new |log ?in |account |verbal |phone |"
        r"current |master |admin |one )*pass ?(?:words?|phrase)|"
        r"(?:logging|log|logged|signing|sign|signed|getting|get) in (?:with|using|as)|"
        r"safe ?word|secret (?:word|phrase)|security (?:word|phrase|answer)|"
        r"secret answer|memorable (?:word|information|name|place|phrase)|"
        r"mother'?s? maiden name|maiden name|"
        r"(?:answer|response) to (?:your|the|my|that) (?:security |secret )?question|"
        r"code ?word|key ?word(?= (?:is|on the account))|"
        r"(?:wi ?fi|network|wireless|security|router|encryption) key|p u k|puk(?: code)?|"
        r"(?:log ?in|sign ?in) (?:details|credentials)",
    ),
    (
        Secret.ANSWER,
        r"(?:name of )?(?:your|my) (?:first|childhood|favou?rite|oldest|best|second)(?: \w+)? "
        r"(?:pet|dog|cat|school|teacher|street|car|friend|movie|film|book|team|nickname|sibling|"
        r"brother|sister|child|job|boss|house|hero|band|colou?r|food)(?:'s)?(?: name)?|"
        r"(?:your|my) (?:pet|dog|cat|nickname|childhood nickname)(?:'s)? (?:name|called)|"
        r"(?:city|town|street|hospital|place) (?:were you|was i|did you|you|i) (?:born|grow up|"
        r"grew up|were born|meet|met)(?: in| on)?(?: your \w+)?|(?:city|town|place) of birth|"
        r"where (?:were|was) (?:you|i) born|where did you (?:meet|grow up|go to school)|"
        r"(?:your |my )?(?:first|childhood) (?:pet|street|school|car)|favou?rite teacher|"
        r"memorable date|"
        r"(?:father|mother|grandmother|grandfather|spouse|partner)'?s? "
        r"(?:middle |first |maiden )?name|"
        r"make and model of (?:your|my) first car|"
        r"(?:elementary|primary|high|first|secondary) school (?:you|did you)(?: go| went| attend)?|"
        r"(?:your|my) (?:father|mother|parents|grandmother|grandfather)'?s? (?:middle|first|maiden|"
        r"birth)(?: name)?",
    ),
    (
        Secret.EMAIL,
        r"(?:e[- ]?mail|pay ?pal|apple i d|google account)(?: address| id| account| user ?name)?|"
        r"e[- ]?mails?|(?:before|after|in front of|up to|left of|right of) the at(?: sign|"
        r" symbol)?",
    ),
    (
        Secret.NUMBER,
        r"(?:and |so |what's |what is |read me |give me |tell me |repeat |go ahead with |"
        r"ready (?:for|with) )(?:me )?(?:the|that|your|this|those) (?:other |whole |new |full )?"
        r"(?:number|numbers|digits|code|one)(?! (?:of|you|i|to|thing|word|for me|time|on|across|"
        r"along|from|at|off)\b)|"
        r"(?:first|second|next|other|last|long|short|third) (?:set|group|batch|row|half|part|lot|"
        r"bit)"
        r"(?: of (?:numbers|digits|it|them|those))?(?= ?$)|"
        r"(?:catch|get|missed|repeat|need) (?:the|that|your) (?:whole |full )?(?:number|digits)"
        r"(?! (?:on|across|from|at|for|of|you|to)\b)|"
        r"(?:the|that) number(?= is| was|'s)|"
        r"(?:the|that|your) (?:number|code|digits) (?:again|please|slowly|once more|one more time)|"
        r"go ahead whenever you(?:'re| are) ready|(?:whenever|when) you(?:'re| are) ready|"
        r"take (?:it|that) from|go for it|"
        r"(?:read|spell) (?:it|that|those|them) (?:out|back|off|to me)|number please|"
        r"(?:number|code) is as follows|(?:here it is|here you go)(?= (?:{N}))",
    ),
)

TOPICS = (
    r"cards?|visa|master ?card|amex|american express|maestro|credit|debit|pay|payments?|paying|"
    r"payroll|deposit|wire|direct debit|bank|banking|bank transfer|checking|savings|"
    r"wells fargo|barclays|lloyds|natwest|hsbc|santander|monzo|citibank|bank of america|"
    r"verify|verification|identity|identification|security (?:questions?|check|purposes)|"
    r"authenticate|pass (?:you through )?security|passport|licen[cs]e(?! plate)|social security|"
    r"standing order|account details|billing details|wallet|purse|"
    r"sort code|routing|i b a n|iban|cvv|c v v|s s n|ssn"
)
"""Words in whose company a long number that nobody named is taken for a secret."""

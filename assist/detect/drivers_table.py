"""Causes of a call, as phrases by driver: what went wrong, or what the call is about."""

DRIVERS: dict[str, tuple[str, ...]] = {
    "delivery": (
        "(you|they|airline) (cancelled|canceled|delayed|moved) ...2 (flight|train|delivery|trip)",
        "(package|parcel|order|delivery|bag|bags|luggage|suitcase|replacement|card|letter) ...4 "
        "(late|missing|lost|delayed|never|not arrived|not come|not here|damaged|left behind|wrong "
        "(address|house))",
        "(never|not|has not|have not|did not) ...1 (arrived|delivered|shipped|come|came|turned up|"
        "showed up)",
        "(flight|train|departure|bus) ...3 (delayed|cancelled|canceled|late|moved)",
        "(delay|delays|delayed) ...3 (flight|train|hours|delivery|order)",
        "(missed) ...2 (connection|flight|delivery)",
        "(courier|driver|delivery (man|guy|driver)) ...4 (never|not|left|threw|wrong|lost)",
        "(wrong|broken|damaged) (item|order|size|package|product|one)",
    ),
    "billing": (
        "(bill|invoice|statement|charges) ...2 (went|gone|has gone|is|was) [up|higher|wrong]",
        "(fine|fined|penalty) ...4 (although|but|even though|for|wrongly|unfair)",
        "(want|wants|asking|demand*|paid|pay) ...3 another ...3 (euros|dollars|pounds|fee|hundred)",
        "(charged|billed|charging|billing|debited|overcharged|double charged|invoiced)",
        "(bill|invoice|statement|charge|charges|fee|fees|interest|overdraft) ...4 (wrong|high|"
        "higher|incorrect|extra|twice|too|more|not|never|hidden|late|unfair)",
        "(wrong|hidden|extra|unexpected|late|unauthorized|overdraft) (bill|charge|charges|fee|"
        "fees|payment|amount|invoice)",
        "(refund|refunded|reimburs*|money back|my money|owe me|owes me)",
        "(payment|payments) ...3 (not|never|missing|declined|failed|returned|rejected|twice)",
        "(took|taken|withdrew|withdrawn|deducted) ...4 (account|money|dollars|pounds|card)",
    ),
    "fault": (
        "(will|would|does|did) not (turn|switch|start|charge|load|open|connect|boot|print) [on|up]",
        "(not|stopped|never|quit) (working|work|works|loading|charging|connecting|turning on|"
        "starting)",
        "(broken|broke|faulty|defective|cracked|leaking|crash*|freez*|frozen|dropping|dropped|"
        "cuts out|cutting out|error|glitch|outage|down since|is down|was down|out of order)",
        "(no|lost) (internet|signal|connection|power|heating|hot water|wifi|dial tone|service)",
        "fell apart",
    ),
    "access": (
        "({cannot}|unable to|locked out|not let me|will not let me|trouble) ...3 (log|login|log "
        "in|sign in|access|get into|reset|check in|open my|register)",
        "(forgot|forgotten|lost|reset|wrong) ...2 (password|pin|username|login|passcode)",
        "(account|card|phone|number) ...2 (locked|blocked|frozen|suspended|disabled|restricted)",
        "locked out",
    ),
    "cancellation": (
        "(cancel*|terminat*|close|closing|end) ...3 (my|our|the|this|account|contract|plan|"
        "policy|subscription|membership|booking|order|reservation|flight)",
        "(you|they) (cancelled|canceled) ...2 (my|our|it|the|us)",
    ),
    "attitude": (
        "(rude|rudely|rudeness|disrespect*|unprofessional|condescending|attitude|yelled|yelling|"
        "shouted|screamed|laughed at|insulted|mocked|hung up on|arrogant|patronizing|hostile)",
        "(treat*|spoke|talk*|talked) ...2 (me|us) ...2 (like|as if|down|badly|that way)",
        "(not|nobody|no one) ...2 (care|cared|cares|listening|listen|listened|apologized)",
    ),
    "communication": (
        "(nobody|no one|never) ...3 (told|call*|informed|replied|answer*|responded|explained|"
        "contacted|got back|let me know|emailed)",
        "(no|zero|without) (reply|response|answer|update|updates|notice|warning|explanation|"
        "information|communication|call back)",
        "(told|said|promised|assured) ...6 (different|something else|otherwise|but|another|wrong)",
        "(conflicting|wrong|misleading|contradictory|false) (information|answers|advice|answer)",
        "(not|never) (informed|notified|told)",
    ),
    "waiting": (
        "(on hold|hold for|in line|in the queue|waiting|waited) ...4 (hour|hours|minutes|forever|"
        "long|ages|days|weeks|months|all day)",
        "(two|three|four|five|six|ten|several|many) (hours|days|weeks|months) ...2 (still|later|"
        "now|on hold|waiting|already)",
        "(takes|taking|took) ...2 (so|too|that|this) long",
        "(long|endless) (wait|hold|queue|line|lines)",
    ),
    "policy": (
        "(your|the|this|stupid|unfair|ridiculous) ...1 (policy|policies|rule|rules|terms|fine "
        "print)",
        "(refused|refuse|refuses|will not|would not) ...1 (refund|honor|exchange|accept|let me|"
        "waive|allow|replace)",
    ),
    "price": (
        "(bill|price|rate|tariff|premium|subscription|fee) ...2 (gone up|went up|going up|has "
        "gone up|has risen|put up)",
        "(too|so|very|more) (expensive|pricey|costly)",
        "(price|prices|rate|premium|fare|cost|costs) ...3 (up|increase*|higher|doubled|high|"
        "raised|jumped|rose)",
        "(cheaper|better (deal|price|rate|offer)) ...3",
        "(raised|increased|doubled|hiked) ...2 (price|prices|rate|bill|premium|fees)",
    ),
    "security": (
        "(someone|somebody|a stranger|they) ...1 (has|have) ...1 (taken|used|withdrawn|stolen|"
        "opened) ...4 (account|card|money|name)",
        "(fraud|fraudulent|scam|scammed|phishing|hacked|hacker|identity theft|stolen|stole|"
        "unauthorized|cloned)",
        "(did not|never) (make|authorize|recognize|approve) ...2 (this|that|the|these|it|any|"
        "charge|transaction|payment)",
        "(someone|somebody) ...2 (used|using|took|opened|accessed|transferred|withdrew|charged)",
    ),
    "quality": (
        "(men|movers|cleaner|driver|technician|engineer|workers|team|guy|you|they) (broke|"
        "scratched|damaged|ruined|dropped|stained) (our|my|the)",
        "(quality|food|seat|room|meal|product|service|experience) ...3 (bad|poor|terrible|awful|"
        "dirty|disgusting|horrible|cold|disappointing|worst|lousy|appalling)",
        "(bad|poor|terrible|awful|horrible|lousy|worst|appalling|dreadful) ...1 (quality|food|"
        "service|experience|support|customer service|seats|product)",
        "(dirty|filthy|stained|smelly|cramped|uncomfortable) ...2 (room|seat|seats|plane|cabin|"
        "bathroom|car)",
    ),
}
"""`repeat_contact` is a driver, too; it is found as a label of its own (customer_table)."""

CAME_BACK: tuple[str, ...] = (
    "(left|quit|switched|cancelled|canceled|moved) ...9 (like|want|decided|going|ready) to (come|"
    "be|return|switch) back",
    "(only|have|just|we|i) came back (because|to|after|when|and)",
    "(coming|come|came) back to (you|your|this)",
    "(i|we) (left|quit|switched|cancelled|canceled) ...6 (came back|come back|returned|back "
    "with you|back now|rejoined)",
    "(i|we) (am|are|have|came|come|decided to) ...2 (back|returning|coming back|come back|"
    "rejoined|returned) ...2 (with|to) (you|your)",
    "(used to be|was|were) (a|your) [former|loyal] (customer|member|client) ...6 (back|again|"
    "return*)",
    "(giving|give|gave) you ...1 (another|a second|one more|one last) (chance|try|go)",
    "(try|trying) you (again|once more)",
    "(former|returning) (customer|member|client)",
)
"""Customers who left and came back, or are thinking of it (lesson R3)."""

TROUBLE: tuple[str, ...] = (
    "(is|are|was|were|has|have|did|does|do|will|would) not ...2 (work*|arriv*|come|came|"
    "received|delivered|turn*|load*|connect*|show*|start*|let|come through|go through|charg*|"
    "print*|recognized|accepted|open|opening)",
    "(never|still have not|have not|has not) ...1 (arrived|received|got|came|come|get|show*|had)",
    "(charged|billed|debited) ...4 (twice|two|wrong|extra|too|double)",
    "(overcharged|double charged|broken|damaged|faulty|defective|cracked|leaking|missing|stolen|"
    "lost|stopped working|not working|broke|blocked|frozen|declined|delayed|failed|failing|"
    "fails|crash*|error|wrong|fraud|hacked|scam|locked out|unauthorized|complaint|problem|"
    "problems|issue|trouble|disconnected|rejected|denied|stuck|stranded|fell apart|late)",
    "(you|they|company|bank|airline) (cancelled|canceled|closed|lost|refused|denied|sent me the "
    "wrong|forgot|stopped|changed)",
    "(is|was|been|went|goes|are) [still|completely|totally|all|now] (down|out|off|dead|offline|"
    "gone|slow|stuck|cold) [since|again|for|and|all|now|today|$]",
    "down since",
    "({cannot}) ...1 (get|log|access|open|use|pay|reach|connect|see|sign|check|find)",
    "(nobody|no one) _",
    "(keep*|kept) (getting|dropping|saying|failing|crashing|happening|asking|sending)",
    "(second|third|fourth|fifth) time",
)
"""Something went wrong, as against a request: the detail of a problem statement."""

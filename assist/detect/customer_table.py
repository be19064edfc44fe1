"""What customers say, as phrases: the editable part of the customer's detectors, by label."""

REPEAT_CONTACT: tuple[str, ...] = (
    "(on hold|queuing|waiting|calling|ringing) ...4 again (and|about|for|because|today)",
    "(third|fourth|fifth|sixth|second|umpteenth) (person|agent|one|time) ...4 (speaking|talking|"
    "calling|ringing|explain*)",
    "(second|third|fourth|fifth|sixth|seventh|eighth|tenth|umpteenth|hundredth|2nd|3rd|4th|5th) "
    "(time|call) ...4 (i|we|call*|about|this|contact*|today|phone*|now)",
    "(call*|phone*|rang|ring|email*|wrote|written|contact*|spoke*|chat*|been on to you) ...4 "
    "(twice|(two|three|four|five|six|seven|eight|ten|several|many|multiple|so many|countless|a "
    "dozen|a couple of|number of) ...1 times|_ times|before|already|again|last week|yesterday|"
    "last month|(on|last) (monday|tuesday|wednesday|thursday|friday)|every day|all week)",
    "(called|phoned|rang|emailed|contacted) (you|back|in) ...3 (again|twice|times|already|last|"
    "yesterday|before)",
    "(call*|phoning|ringing|contacting) ...2 (again|once more|back) (about|because|regarding|for|"
    "to)",
    "(two|three|four|five|six|several) (calls|emails|agents|people|different people) (already|"
    "now|before|later|about|and|ago)",
    "(you are|this is) the (second|third|fourth|fifth|sixth|tenth) (person|agent|one|"
    "representative|call)",
    "(keep|kept) (calling|having to call|ringing|phoning)",
    "(last|previous|other) (time i|agent|person|lady|guy|gentleman|representative) ...3 (called|"
    "said|told|promised|spoke)",
    "(already|have) (told|explained|spoken) ...3 (your|someone|somebody|another|the other|"
    "colleague|twice|times)",
)
NO_REPEAT_CONTACT: tuple[str, ...] = (
    "(sent|got|received|delivered|charged) ...6 for the (second|third|fourth) time",
    "what did i (call|ring|phone) ...3 again",
    "(call|calling|ring|phone) ...3 (if|when|whether) ...9",
    "(will|can|should|could|may|to) [i|you|me] (call|ring|phone|email|contact) ...4 (again|before|"
    "last|back)",
)
TOLD_TRANSFERS: tuple[str, ...] = (
    "(been|was|got|get|keep|being) (transferred|passed|bounced|sent) ...2 (around|again|from|to|"
    "times|three|four|over)",
    "(third|fourth|fifth|sixth|second) (person|agent|department) ...3 (spoke*|talk*|told|today|i)",
)
GIVING_UP: tuple[str, ...] = (
    "^[okay|ok|oh|you know what|no|well|just|ah] [just] (forget it|never mind|nevermind|whatever|"
    "forget this|forget about it)",
    "(forget it|never mind|nevermind|whatever) $",
    "(just|oh) forget (it|this|about it)",
    "i give up",
    "(what is|there is) ...1 (the|no) point",
    "(not|no longer) worth (it|my time|the)",
    "(do not bother|why (do|did) i [even] bother|why bother)",
    "(i will|i am) (just|going to just) (live with|deal with|leave) it",
)
NO_GIVING_UP: tuple[str, ...] = (
    "never mind ...1 (i found|found|i see|got it|i have|it is|just book|book|the)",
    "(forgot|forget) (it|my|the) (password|pin)",
    "(do|will) (not|never) give up",
    "whatever (you|is|the|works|time)",
)
RESOLVED: tuple[str, ...] = (
    "(it|that) [just|has|all] (went|gone|came|come) through",
    "(that is|it is|this is) (all i (wanted|needed)|what i (wanted|needed) to hear|exactly what i|"
    "really (kind|helpful|good)|perfect|a (relief|weight))",
    "(got it|it works|it is working|works now|working again|that did it|that worked|sorted|all "
    "good|all set|green again|back on) [now|again|thanks|thank you|great|perfect]$",
    "(^|oh|okay|right|ah) (brilliant|perfect|great|wonderful|marvellous|lovely|excellent|fantastic|"
    "super|cheers) (cheers|thanks|thank you|ta|that is|it|you)",
    "^ (brilliant|wonderful|marvellous|cheers|alright|okay) (cheers|thank you|thanks)$",
    "^ [oh|okay|ok|yes|yeah|that is|well] (great|perfect|excellent|wonderful|awesome|brilliant|"
    "lovely) [thanks|thank you|okay]$",
    "(that|it|this|everything) [{very}] (works|worked|solves|solved|fixes|fixed|does it|did it|"
    "helps|sorts|sounds (good|great|perfect|fine|fair)) [it|me|now|perfectly|for me]$",
    "(it|that) (is|has been) [now|all] (working|fixed|resolved|sorted|perfect|back)",
    "(perfect|brilliant|wonderful|great) (that|thank|thanks|this)",
    "(that is|this is) (perfect|great|wonderful|all i needed|exactly what i)",
    "(that is|i think that is) (all|everything) [i needed|for now|for today|thanks|thank you]$",
)
PROBLEM: tuple[str, ...] = (
    "(call*|ringing|phoning|contacting|writing|here|reaching out) ...3 (about|because|regarding|"
    "to (report|ask|complain|find out|cancel|change|check|get|see|dispute|make|book|return|"
    "order)|with (a|an)|for)",
    "(have|having|got|had|there is|is) (a|an|some|this|another) ...2 (problem|problems|issue|"
    "issues|trouble|question|complaint|concern|error|fault|dispute|leak)",
    "(is|are|was|has|have|did|does|do|will) not ...2 (work*|arriv*|come|came|received|delivered|"
    "been|turn*|load*|connect*|show*|start*|let|come through|go through|charg*|print*)",
    "(never|still have not|have not|has not|did not) ...1 (arrived|received|got|came|come|been|"
    "get|show*|had)",
    "(charged|billed|overcharged|double charged) ...4 (twice|two|wrong|extra|for|too|me|my)",
    "(i|we) (was|were|have been|got) (charged|billed|overcharged|locked|cut|double|disconnected)",
    "(broken|damaged|faulty|defective|cracked|leaking|missing|wrong|late|stolen|lost|stopped "
    "working|not working|broke|down|delayed|canceled|cancelled|expired|blocked|declined|frozen|"
    "slow)",
    "(i|we) (need|want|would like|am trying|are trying|have been trying|was hoping|am hoping|am "
    "looking|can not|could not) ...1 (to|a|an|my|some|help|for|get|log|find|access|make|pay|use|"
    "see|open|book|send)",
    "my ...2 (bill|order|package|parcel|internet|card|account|delivery|refund|invoice|flight|"
    "phone|router|payment|subscription|washing machine|bag|luggage|policy|claim|password|booking|"
    "boiler|heating|line|meter)",
    "(can|could) you (help|tell|check|cancel|change|send|book|explain|find|look)",
    "what happened (is|was)",
    "(is|are|was|were) ...2 (dirty|broken|missing|wrong|late|closed|blocked|cold|leaking|dead|"
    "noisy|filthy|damaged|faulty|empty|down)",
    "i (wanted|want|would like|was wondering|need|was going|am looking) to (ask|know|find out|"
    "check|enquire|inquire|book|order|report|change|cancel|return|see if)",
    "(got|received|have) (a|an) ...1 (fine|bill|charge|letter|email|message|ticket|notice|invoice)",
)

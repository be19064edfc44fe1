"""How agents lead on, as phrases: a way forward, a search that goes on."""

WAY_FORWARD: tuple[str, ...] = (
    "what ({we}) (can|could|will|am able to|would like to) ...1 ({do}|is)",
    "({we}) (can|could|will|am going to|are going to|would) [also|still|certainly|gladly|happily|"
    "definitely|however|instead|always|now|then|try to|try and|personally|be able to|be happy to|"
    "be glad to|at least] ({offer}|recommend|suggest|advise|like to ({offer}))",
    "(happy|glad) to (help|offer|assist|arrange|try|send|book|refund|replace)",
    "(you|they|customers|anyone|your friend) (can|could|may|might|should|are able to|will be "
    "able to) [also|still|always|instead|then|just|simply|either|easily|even|only|now] (add|"
    "amend|appeal|apply|ask|book|buy|call|change|check|choose|claim|come|contact|download|email|"
    "enter|exchange|file|fill|find|fly|get|go|have|keep|log|look|make|move|order|pick|purchase|"
    "reach|rebook|receive|reply|request|return|ring|schedule|see|select|send|speak|still|submit|"
    "switch|take|talk|track|travel|try|upgrade|use|visit|wait|write|bring|drop|expect)",
    "please [also|just|feel free to|do|go ahead and] (call|contact|check|visit|email|reach|try|"
    "dm|direct|send|ask|see|speak|use|work|continue|provide|obtain|reply|fill|follow|share|go|"
    "message|submit|complete|upload|apply|choose|select|write|download|log|look|bring|return|"
    "allow|let|keep|stay|talk|get|ring|click|enter|tell|give)",
    "(can|could|may|might|should) ({we}) ...1 (offer|suggest|get|do|try|help|interest) ...2 you",
    "(is there|are there|was there) (something|anything|another|any other|a different) ...3 ({we}|"
    "you|i|date|time|day|option)",
    "(do|did|would) you (want|like|need|mean|prefer|care) ...1 (to|something|another|anything|me|"
    "a|an|the)",
    "(are you|would you be) (interested|open|willing|able|happy|free)",
    "(can|could) ({we}) (get|try|find|check|book|do|interest) ...1 (you|another|something|a|any)",
    "(until|unless|as soon as) (you|we|they|it|the|your) _",
    "once (you|we|they|the|your) _",
    "(when|whenever) (you|we|they|it|the _) (are|is|have|has|get|gets|arrive|arrives|call|come|"
    "comes|receive|see|need|can|land|lands|return|check|do|speak|talk|contact|book|go)",
    "until ({when}|tomorrow|then|later|monday|next)",
    "only (john|the|a|these|those|from|in|on|at) ...8 (available|are available|is available)",
    "(there is|we have|i have|i see) ...3 (available|opening|openings|space) (after|before|at|on|"
    "later|tomorrow|in|from|next)",
    "would you (like|prefer|rather|be (open|willing|happy|interested))",
    "do you want (me|us|to)",
    "(instead|alternatively) (you|we|i|there|is|please)",
    "(but|however|though|yet) ...5 (do have|does have|has it|have it|has one|does it|available|"
    "can|could|may|offer|works|is open|are open)",
    "(you are|you will [still|also] be) (welcome|able) to",
    "({we}) (suggest|recommend|advise|have (passed|sent|arranged|booked|escalated|opened|asked))",
    "(there (is|are)|we have|i have|try|how about|what about) ...1 (another|other|alternative|"
    "different|one other) (option|options|way|ways|day|date|flight|time|store|model|thing|room|"
    "number)",
    "(best|next|quickest|fastest) (step|way|option|thing|bet) (is|would|will)",
    "(will|should) be (back|available|ready|resolved|fixed|released) (in|by|on|within|from|soon|"
    "tomorrow|later|next|again)",
    "(but|however|although) (there is|there are) _",
    "(you are|you should be) [all|now] (all set|good to go)",
    "so ({we}) have [now|already|just] (cancelled|canceled|refunded|credited|fixed|booked|arranged|"
    "sent|moved|changed|ordered)",
    "but (the|a|an|our|we|i|there|perhaps|maybe) ...3 (is|are|does|do|have|has|can|could|will|"
    "costs)",
)
"""A next step or an alternative, before or after the refusal."""

SEARCHING: tuple[str, ...] = (
    "let me [just|quickly|also] (ask|call|check|find|get|look|pull|put|see|send|speak|talk|try|"
    "contact|search|arrange|find out|work)",
    "let us ({do}|know)",
    "({we}) (can|could|will|am going to|are going to) [also|just|quickly|still] ({look})",
    "(happy|glad|able) to (look|check)",
    "please (do|let|give|tell|confirm|have|bear|hold)",
    "would you (mind|be|want)",
    "do you (have|know|need|mind|prefer|remember)",
    "(could|can|may|would|will) (you|i) (please|tell|give|confirm|check|try|provide|have|ask|get|"
    "send|help|spell|verify|repeat|change|share|be|do|put|offer|look)",
    "(have|did|are|were) you (tried|been|able|spoken|checked|looking|try|get|receive|speak|"
    "contact|sure)",
    "(what|which|when|where|how|who) (is|are|do|does|did|was|would|can|could|time|day|date|city|"
    "number|about|many|kind|type|airport|other|flight|else) (you|your|i|we|the|this|that|would|"
    "works)",
    "(is|are) there (any|another|other|something|anything|a)",
    "(how|what) about",
    "(one|just a|give me a|a) (moment|minute|second|sec) [please|while]",
    "let me (fix|sort|do|make|help|transfer|connect|get)",
)
"""A question or a look that keeps the search going: counts only after the refusal."""

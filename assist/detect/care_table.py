"""How agents take what a customer feels, as phrases: empathy, formula, apology; by label."""

EMPATHY: tuple[str, ...] = (
    "({we}) ...3 (understand|know|see|hear|realize|recognize|appreciate|imagine|tell|get|feel|"
    "acknowledge) ...2 (how|why|that|what|you|it|this) ...6 ({felt})",
    "({we}) ...3 (understand|know|realize|recognize|appreciate) ...2 (how|why|that|it|this|you) "
    "...3 (impacts|affects|important|matters|means|mattered|put you|must|inconvenienced|"
    "inconvenient)",
    "({we}) ...2 can [only|totally|really|absolutely|certainly|completely|definitely] imagine",
    "({we}) [do] [completely|totally|fully|really|truly] understand (how|why|what|the|your|this) "
    "...1 (you|desire|concerns|explanation|worry|urgency|wait)",
    "({we}) would [also|probably|certainly|definitely|be feeling|have] (feel|be|been) [{very}] "
    "[{very}] ({felt}|the same|too|as well)",
    "in your (shoes|place|position)",
    "(must|had to|has to|have to) (be|have been|feel|have felt|have) ...3 ({felt}|a shock)",
    "(that|this|it|which) (does sound|sounds|is|was|would be|must|feels) [{very}] [{very}] "
    "({felt}) [for you]$",
    "(that|this|it) (does sound|sounds|must|feels) [like] [{very}] ...2 ({felt})",
    "sorry ...4 (you|your|work|this|that|things) ...4 ({felt}|stressed|a loss|family emergency|"
    "passed away|through this|going through)",
    "sorry to hear ...1 about (your|the) (mother|father|mom|dad|wife|husband|son|daughter|uncle|"
    "aunt|brother|sister|grandmother|grandfather|grandma|grandpa|dog|cat|friend|family|accident|"
    "illness|injury|baby|child|loss|passing|pain|fall)",
    "hope (he|she|they|you|your _) ...1 (feel|feels|get|gets|recovers|recover) ...2 (better|well|"
    "quickly|soon)",
    "(anyone|anybody|everyone|everybody) (would|gets|feels|becomes) ...2 (feel|be|been|{felt})",
    "({we}) (totally|completely|really|truly|do) (get|feel) (how|why|for you|that (this|you|it))",
    "(feel|feeling) for you",
    "({we}) ...1 (understand|know|realize|appreciate) [that] you ...1 (need|want|have been|were) "
    "...1 (to get|to be|looking forward|waiting|counting on|relying on|patient)",
    "what a [{very}] ({felt}|rotten|nightmare|nasty) (thing|way|day|time|experience|situation|"
    "position|trip|start|night|week|shock)",
    "(it|that) (happens|can happen) to (all of us|the best of us|everyone|anyone)",
    "do not feel ...1 (bad|silly|embarrassed)",
    "heart goes out",
    "(matters|important|means a lot|means so much) to you$",
    "(is|are) (way|far|much) too (long|many) ...1 (to|for|$)",
    "(is|are) [{very}] (natural|normal) to (feel|be (worried|anxious|upset|angry|nervous|"
    "scared|concerned|frightened))",
    "(it|that|this) must (be|feel) [{very}] [{very}] ({felt})",
    "such a (pain|shame|nightmare|hassle)$",
    "(not how you (wanted|planned)|not what you (wanted|hoped|needed))",
    "do not blame you",
    "(completely|totally|perfectly|very|quite|only|so) (understandable|natural to|human)",
    "(the last thing) (you|anyone|anybody) (need|needs|needed|want|wants|wanted)",
    "(you sound|you seem|hear in your voice) ...3 ({felt})",
    "(waiting|being|having|getting|missing|losing|sitting|dealing|calling) ...9 (is|must be|can "
    "be|would be|feels) [{very}] [{very}] ({felt}|no fun|a nightmare|awful)",
    "(makes|it makes) (sense|total sense|perfect sense) ...2 (you are|you feel|to be|to feel|"
    "that you)",
    "(that is|this is|sounds) [{very}] (rough|awful|heartbreaking|tough|such a shame|terrible|"
    "horrible|a nightmare)",
    "sorry for your loss",
    "you (are|have) [absolutely|completely|totally|quite] [every|right] (right|reason) (to be|to "
    "feel|and it|to expect)",
    "you (should not|should never|did not) (have to|have had to|deserve|need to) ...4 "
    "(deal|go through|call|chase|wait|explain|repeat|this|that|feel|worry|be|ask)",
    "no wonder ...2 (you|it)",
    "(nobody|no one) (should|wants|likes|deserves)",
    "({we}) hear ...1 (you are|how|your) ({felt}|frustrat*)",
    "(not|never) (easy|fair) (on|for|to) you",
    "(three|four|five|two|several|that many) (calls|times|weeks) is (too|far|way) ...2 (many|"
    "long|much)",
    "(that is|this is) a (long|lot|terrible|horrible|rough|tough|difficult|scary) ...3 (time|"
    "wait|to go|situation|experience|position|feeling|to deal|week|day)",
    "(sounds|must be|must have been|has been|have been) ...2 (nightmare|headache|hassle|struggle|"
    "ordeal)",
    "what an ...1 (awful|upsetting|exhausting|infuriating|unpleasant|annoying|ordeal|unfair|"
    "alarming) ...2",
    "what a [{very}] ({felt}) ...1 (day|time|week|thing|wait|night|trip|journey|experience|"
    "situation)",
    "(can not|could not) (have been|be) [{very}] (easy|nice|pleasant|fun|comfortable)",
    "({we}) ...2 (realise|recognise) ...1 (how|that this|that you|that it|this|you|what) _",
    "({we}) ...2 (understand|know|see|realize|realise|appreciate|recognise|recognize) ...2 (this|"
    "it|that|we|delays|delay) ...1 (cost|ruined|spoiled|spoilt|left you|put you|made you|affected|"
    "disrupted|messed|thrown|upset|let you)",
    "sorry [that] (you|you are|you have|you were) ...2 (stuck|stranded|going through|gone through|"
    "go through|feel let down|so upset)",
    "poor (thing|you)",
    "you have [really|certainly|clearly|obviously|all] (been|had|gone) (through (it|a lot|so much|"
    "hell|the mill)|a [{very}] (rough|hard|tough|terrible|dreadful|awful|horrible|difficult|"
    "stressful|bad) ...1 (time|day|week|night|journey|experience|month|year))",
    "you have been (more than|very|so|incredibly|really|extremely) (patient|understanding)",
    "(weighing|playing) on (you|your mind)",
    "({we}) can (tell|hear) [that] (how|this is|this has|it is|it has|you are|you have) _",
    "would ...1 (drive|make|annoy|upset|frustrate|worry|infuriate|anger|irritate|stress|bother|"
    "scare|frighten) (me|anyone|anybody|everyone|everybody|us|most people)",
    "(it is|that is|is) [{very}] (upsetting|frustrating|annoying|disappointing|stressful|worrying|"
    "infuriating|awful|horrible|scary|frightening|exhausting|maddening|irritating|devastating) "
    "(when|to (have|be|get|lose|wait|hear|see|miss)|that|being|having)",
    "(of course|naturally|obviously|no doubt|clearly|understandably) you are [{very}] ({felt}|"
    "frightened|livid|cross|mad|keen)",
    "(can not|could not) ...3 imagine (how|what|the) _",
    "({we}) [do] see why (that|this|it|you) _",
    "(losing|missing) ...4 is [{very}] (heartbreaking|tough|hard)",
    "(a worry|a shock|a blow|a nightmare|a struggle) (for|to) you",
    "you are (probably|obviously|clearly|understandably|rightly|naturally|no doubt) [feeling] "
    "[{very}|pretty] ({felt}|eager)",
    "waiting ...9 is the (worst|hardest)",
    "(must|had to|has to) (be|have been|feel|have felt) ...1 [quite|such|like] [a|an] (scare|"
    "fright|blow|worry|nightmare|lot|disappointment|relief|struggle|{felt})",
    "(must|had to|has to) (be|have been|feel|have felt) ...2 (terrifying|horrifying|heartbreaking|"
    "traumatic|traumatising|traumatizing|irritating|aggravating|unbearable|miserable|uncomfortable|"
    "agonising|agonizing|puzzling|bewildering|humiliating|degrading|disheartening|disruptive|"
    "excruciating|nerve wracking|nerve racking|gutting|galling)",
    "sorry [that] (you|you have|you are|you were) [been|have|being] ({very}) ({felt})",
    "sorry [that] (you|you have|you are|you were|you have been) [so|very|still|being|been|made to|"
    "left] (feel|feeling|felt|left feeling) ...3 (let down|{felt}|this way about|like|that we|as "
    "if|as though|ignored|unwelcome|cheated|neglected|undervalued|unappreciated)",
    "sorry [that] you (were|are|have been) (made to feel|left) _",
    "sorry [that] (this|it|that|your _|our _|the _) [has|have|had] [been|left|caused|made|put|"
    "given] ...4 (bad taste|you so much|so (stressful|hard|difficult|frustrating|upsetting)|"
    "{felt})",
    "sorry ...3 (has|have|is) been [{very}] (stressful|hard|difficult|frustrating|upsetting|tough|"
    "rough|painful|awful|terrible|tiring)",
    "(sounds|sound|seems|looks) like [it|this|that] [is|has] ...2 (affecting|bothering|weighing|"
    "troubling|getting to|hurting|upsetting|worrying|taking a toll|a lot (to|on|for))",
    "(sounds|seems|looks) like [it|this|that] [is|has] [been|really|a] [{very}] ...1 (hard|tough|"
    "difficult|rough|awful|stressful|painful|frustrating|exhausting|scary|busy|{felt}) ...2 (for "
    "you|time|day|week|month|year|experience|situation|ordeal)",
    "(sounds|seems|looks) like you [have] (had|been|are|got) ...3 (a lot (on|going|to)|on your "
    "plate|through|{felt}|pain|discomfort)",
    "(seems|seem) like ...2 a lot going on",
    "(a lot|so much|too much) on your (plate|mind|shoulders)",
    "({we}) (know|understand|realize|realise|appreciate|get|see) [that] (you|your) ...3 (rather|"
    "hoping|hoped|desire|desperate|keen|eager|worried|nervous|anxious|upset|stressed|struggling|"
    "suffering|in pain|unwell|exhausted|trying your best|precious|counting|relying|excited)",
    "({we}) (know|understand|realize|realise|appreciate|get|see) [that] you have [been] (waiting|"
    "waited|had (a|an|to|so|such|quite)|through|places to be|plans|a connection|already (done|"
    "tried|called|spent|explained)|done everything|lost|put up with|struggled|suffered) _",
    "({we}) (know|understand|realize|realise|appreciate|get|see) [that] (this|it|that) (is|has "
    "been|was|must|can) [{very}] [{very}] (hard|difficult|tough|annoying|upsetting|painful|"
    "frustrating|stressful|worrying|disappointing|a lot|not (what|how|the|ideal|easy|fun|nice|"
    "pleasant)) ...1",
    "({we}) (know|understand|realize|realise|appreciate|get) [that] (explanation|this|it) ...2 "
    "will not (help|make|change)",
    "({we}) know how (it (feels|is) to|eager|keen|anxious|excited|tired|busy|upset) _",
    "({we}) (know|understand) [that] ...2 (last thing|a lot of money|a long (wait|day|time to)|"
    "important to you|meant to be)",
    "(nobody|no one|none of us) (enjoys|wants|likes|should have to|deserves) _",
    "(thrown|threw|put|throws|puts) a ...1 (wrench|spanner|damper|strain) (in|on|into) your",
    "({we}) (hate|dislike) that [you|this|your|it] _",
    "(can|could) see [that] you (are|have been|were|feel) ...3 ({felt}|pain|uncomfortable|in _)",
    "({we}) (am|are) [so|very|really|truly] sorry (for your|about your|for the|about the) (loss|"
    "pain|ordeal|diagnosis|accident|bereavement)",
    "for what you are (going|dealing)",
    "sorry [that] you are ...2 (going|dealing|struggling|suffering|hurting|in pain|unwell|sick|"
    "poorly|disappointed|unhappy|upset|frustrated|annoyed)",
    "sorry [that] (you|your family|your kids) (had|have) to (deal|go|put up|experience|endure|"
    "suffer|wait|spend|sit|sleep|miss) ...3",
    "(it is|that is) [{very}] (understandable|natural|normal) (you|that you|to be|to feel|for you)",
    "({we}) [do] understand [that] you [are|were|may be|might be|must be] ...2 ({felt}|unhappy "
    "with)",
    "({we}) [can|do] understand why ...2 (you|this|that|it) _",
    "that sucks",
    "sorry to hear [that] (work|things|life|you are feeling|you have been feeling|you feel|it) "
    "...3 (so|{felt}|low|down|unwell|poorly|worse)",
    "sorry [that] (your|the) (friend|mother|father|mom|dad|mum|wife|husband|son|daughter|family|"
    "parents|baby|child|grandmother|dog|cat) _ ...4",
    "(get|take) it ...2 done everything right",
    "({we}) would ...1 (hate|want|need|expect) ...4 (too|as well|in that (situation|position)|in "
    "your (position|shoes|place|situation))",
    "({we}) would (be|feel) [{very}] (bummed|gutted|livid|cross|mad|crushed|miffed|heartbroken)",
    "({we}) (understand|know|appreciate|realize|realise) [that] you are (under|in) ...4 (pressure|"
    "stress|hurry|rush|pain|spot|position|bind|situation)",
    "(that is|this is) (a|quite a) (lot|long) ...1 (hassle|stress|waiting|wait|trouble|worry|pain|"
    "money to)",
    "happened to me ...4 ({felt}|livid|horrible|awful|hated)",
    "not how ({we}) (want|wanted|would want) (your|you|this)",
    "(hard|tough|difficult|awful|horrible) to be (apart|away|without|separated|stuck|stranded)",
    "({we}) (know|understand|realize|realise|appreciate) [that] (this|it) has been [{very}] (a|"
    "quite a) [{very}] (long|hard|tough|difficult|rough|trying|frustrating)",
)
"""Names this customer's feeling or situation in a full clause."""

NO_EMPATHY: tuple[str, ...] = (
    "do (you|they) (know|understand|see) {rest}",
    "(know|understand|see|realize|realise) [that] you (want|wanted|would like|booked|ordered|"
    "called|can|will|also|did not (get|receive|book|order)) ...6",
    "(see|know) you have been (rebooked|booked|charged|credited|refunded|moved|assigned|added|"
    "transferred|given|placed|seated|upgraded|issued|checked|contacted|in touch) ...3",
    "given [that] you {rest}",
    "(i am|we are|we would be|what i am|what we are) worried about",
    "(are you|do you|have you|how are you|were you|did you) ...3 (feel|feeling|worried|stressed|"
    "anxious|nervous|upset) ...3",
    "(know|understand|realise|realize) it is [been] a [very|quite|pretty|fairly] long (time ago|"
    "while)",
    "(good|nice|great) to know {rest}",
    "why you (are|may be|might be) feeling [like|a|dizzy|tired|sick|hot|cold|weak] ...4",
    "understand (your|the) (concern|concerns|frustration|situation|question) ($|_ $|and (apologize|"
    "we|i)|but)",
    "(know|understand|realize|realise) [that] (delays|cancellations|changes|fees|lines|waits|"
    "rules) (are|can be) ...2",
    "({felt}) to (hear|see|read) ...1",
    "how important (punctuality|safety|service|customer|quality|comfort|reliability|communication)",
    "would be (ideal|difficult|hard|tough|great)",
    "understand what you (mean|are saying|said|want)",
    "you are (calling|looking|trying|asking|interested|referring|inquiring|enquiring) ...2",
    "you (said|mentioned|told|described) ...9",
    "no wonder (it|that|the) ...2 not ...1",
)
"""Speak of feelings at large, of what was asked or said, or with a stock noun."""

CANNED: tuple[str, ...] = (
    "sorry to (hear|learn|see|read) [about|of|that|this|you]",
    "regret to (hear|learn)",
    "(sorry|apologize|apologise|apologies|apology|apologizes|apologizing) ...2 (any|the|this|all "
    "the|your|an|that) ...1 (inconvenience|inconveniences|frustration|frustrations|"
    "disappointment|trouble|troubles|experience|confusion|hassle|annoyance|discomfort)",
    "sorry for (his|her|their) ...1 experience",
    "regret (any|the) ...1 (inconvenience|disappointment|frustration|trouble)",
    "(understand|appreciate|hear|feel|share|recognize|acknowledge) (your|the|that|and share "
    "your) ...1 (frustration|frustrations|disappointment|anger|annoyance|pain|feelings)",
    "(your|the) (time|call|business|feedback|satisfaction|loyalty|comfort) (is|are) ...2 "
    "(important|valuable|valued|appreciated)",
    "({we}) (value|appreciate) your (business|loyalty|time)",
    "sorry ...1 you feel (that|this) way",
    "({we}) [do|can|completely|totally|fully|truly|certainly] understand$",
    "({we}) [do|can|completely|totally|fully|truly] understand (sir|ma'am|madam|but|however|and "
    "[{we}] appreciate)",
    "sorry ...1 things did not",
    "(are|is) never (fun|easy|ideal|pleasant)",
    "please accept (my|our) [sincere|sincerest|deepest] (apology|apologies)$",
    "({we}) know how you feel",
    "rest assured",
    "thank you for your (patience|understanding) and (patience|understanding)",
    "(not|never) (the|what|the kind of) ...3 (experience|service|standard|impression) ...1 (we|"
    "i|you) ...2 (want|like|hope|strive|aim|expect)",
    "(strive|aim|try|endeavor) to (provide|give|offer|deliver) ...3 (service|experience|care)",
    "({we}) (never like|do not like|hate) to (hear|see|read)",
    "({we}) (hear|share|feel|understand|appreciate) your (concern|concerns|pain|worry|upset)",
    "sorry ...1 (the|your|his|her|this) ...2 (did not|does not|has not) (go|work|turn|meet|live)",
    "(not|does not|did not) sound like the ...3 (service|experience|flight|trip|treatment)",
    "({we}) (know|realize|understand|appreciate) [that] [your] time is _",
    "({we}) [can|do|completely|totally|fully|certainly] (know|understand|see|hear|get) (where you "
    "are coming from|what you are (saying|going through|feeling))",
    "understand your (position|situation|point|point of view|feelings|concern|concerns)",
    "({we}) [do|can|completely|totally|fully|truly] understand (that|this|it) ($|sir|madam|ma'am|"
    "miss)",
    "(disappointing|disheartening|sad|never good|never nice|not what ({we}) like|not good|"
    "upsetting) to (hear|see|read)",
    "({we}) (am|are) [{very}] (disappointed|concerned|sad|saddened|dismayed) to (hear|see|read|"
    "learn)",
    "(never|not|do not) (like|want) to disappoint",
    "sorry [that] you [have] had (a|such a) ...1 (bad|poor|negative|unpleasant|disappointing) "
    "experience",
    "your (frustration|frustrations|disappointment|concern|concerns|anger) (is|are) ...1 "
    "(understandable|valid|understood|noted)",
    "(apologise|apologize|apologies|sorry|regret) ...2 (distress|upset|disruption|concern) [this|"
    "caused]",
    "({we}) [definitely|totally|completely|truly|fully|do|can] (understand|get it)$",
    "({we}) (get|got) the (frustration|disappointment|concern|anger)",
    "sorry [that] you (are|were|have been) (having|experiencing) ...2 (trouble|troubles|issues|"
    "issue|difficulties|problems|problem)",
    "(hate|not like|do not enjoy) (hearing|seeing|reading)",
    "disappointed to know",
    "(not how ({we})|never) want ...1 (you|customers|customer|anyone|passengers|guests) to feel",
    "(know|understand) [that] (delays|cancellations|lines|waits) (are|can be) ...1 (no fun|"
    "frustrating|annoying|inconvenient|never|not|stressful|a pain)",
    "(delays|cancellations) are (no fun|frustrating|annoying)",
    "understand the concern",
    "(not|never) what ({we}) (like|want|love|hope|aim|expect) to (see|hear|read)",
    "({we}) understand _$",
    "({we}) want (you|everyone|all our _|every _) to have (a|the) [{very}] (great|good|best|"
    "pleasant|smooth|positive) ...1 (experience|flight|trip|time|journey|stay)",
    "(does|do) not sound (good|great|right|fun|like us)",
    "(always|really|truly) ...1 (hate|regret) to (disappoint|hear|see|read|let)",
    "(shame|pity|upset|upsetting|unfortunate|dismayed) to (hear|see|read|learn)",
    "({we}) (hate|love) (to disappoint|when this happens|that this happened)",
    "(satisfaction|comfort|safety|feedback|opinion|business) is ...2 (priority|concern|goal)",
    "(not|never) ...1 (story|experience|impression|service|feedback) ({we}) (love|like|want|hope)",
)
"""Stock phrases; heard as scripts, they earn no tick."""

APOLOGY: tuple[str, ...] = (
    "(my|our|sincere|sincerest|deepest) (apology|apologies)",
    "({we}) [do] ...2 (apologize|apologise)",
    "sorry ...1 (for|about) (the|your|our|my|this|that|all|his|her|what|how|not|having|keeping|"
    "making|losing|missing|being) _",
    "sorry [that] (we|i|our) (did|were|was|have|had|lost|missed|made|let|kept|put|sent|forgot|"
    "got|failed|took|gave|charged|could|broke|never)",
    "sorry [that] you (were|had|have|did|got|have been|have had) [to|not|been] _",
    "sorry [that] (this|that|it) (happened|took|has|was)",
    "gesture of (apology|goodwill|good will)",
    "(very|so|really|truly|terribly|deeply) sorry ...1 ({we}) will",
    "(and|also|sincerely) (apologize|apologise) (for|if|that)",
    "(my|our|entirely our|completely our) (fault|mistake|error|bad|oversight)",
    "take* ...2 (responsibility|ownership)",
    "({we}) (should have|should not have|messed|dropped the ball|let you down|got (this|that|it) "
    "wrong|made a mistake|made an error|failed you|owe you)",
    "(this|that|it) is on (us|me)",
    "(not|never) ...2 (acceptable|good enough|the experience ({we})|what ({we}) [would] expect)",
    "(completely|totally|absolutely|simply) unacceptable",
    "({we}) expect better",
    "leave (it|this|that) with me",
    "(own|owning) (this|it|that) [for you|personally|until]",
    "({we}) will [personally] (take care of|see to|make sure|make this right|make it right|sort "
    "this|stay on|own|put this right|put it right) ...3 (this|it|that|you|personally|myself)",
    "make (this|it|things) (right|up to you)",
    "(apologize|apologise) (on behalf|for (what|how|our|the way|my))",
    "sorry (again|once more) (for|about)",
    "sorry (for|about) (today's|today|yesterday's|yesterday|last) _",
    "(missed|fell short of|miss) the mark",
    "you (deserved|deserve) (better|more|faster|an apology)",
    "({we}) have no excuse",
    "({we}) (hate|regret) that (we|our|you (had|were))",
    "(higher|better|high) standard ...3 (our|from|we)",
    "(not|never) ...1 (the|how|what) ...2 (standard|we train|({we}) (want|expect) (our|from))",
)
"""Apologises for what the company did, or takes ownership."""

NO_APOLOGY: tuple[str, ...] = (
    "(apologize|apologise|apologies) ...1 (but|however)",
    "(apologize|apologise) [that] (i|we|there|it|they) (do|can|could|did|is|are|have|am) (not|no|"
    "unable)",
    "sorry (i|we) (have never|have no idea|can only|do not know|am unable|am not|are not)",
    "sorry (but|to hear|to learn|to say|to tell|to inform|to bother|sir|ma'am|no)",
    "sorry ...2 (did not|could not|can you|could you|what was|say that|again|i missed|catch|hear)",
    "(not|never|need to|have to) apologize",
    "sorry ...1 for (any|your loss)",
    "sorry ...1 you (are|feel)",
)

"""Everyday words in talk of passwords and security questions; none of them is the value itself."""

IS = frozenset({"is", "it's", "was", "that's", "be", "=", "es", "era", "ist", "lautet", "says"})
STATES = frozenset(
    """wrong incorrect invalid expired locked blocked required case too really very so being going
    gone been saved stored different same set reset changed accepted rejected needed okay fine weak
    strong long short compromised hacked in on at about something somewhere anything ready the an
    your their our his her not working only supposed meant having asking telling because or if
    when all also always usually any some that's to from getting coming linked disabled safe secure
    private important i'm afraid sorry yes no greyed grayed today tomorrow now online later soon
    away a wait expiring
    optional mandatory correct empty blank hidden
    visible""".split()
)
"""What is said of a password rather than is one ("my password is too short")."""
SAYS = frozenset(
    """put said chose used in at to on is was called named by as be think believe guess reckon had
    drove support supported like love loved went from answered wrote picked set it's mean""".split()
)
REFUSING = frozenset(
    """don't not no forgot forgotten can't cannot what what's why which who how sorry hold wait "
    "moment
    never haven't isn't doesn't won't wouldn't couldn't need help remember know idea sure""".split()
)
NOT_WORDS = frozenset(
    """problem issue thing question reason trouble step all only next first part screen page that
    this it he she they we you i there here then what which who one else something anything nothing
    everything answer word name code number a an the my your our his her their with without about
    from of have has had need want know see get got and or but so because if when where why how is
    was are were be been do does did will would could can should not don't doesn't never still
    asking asks asked wants needs website system app online email username login account""".split()
)
PLAIN = (
    frozenset(
        """he she his her him them their were been being had has have having him who by for from
        about with without at as said used use using married born raised grew up lived live living
        met went called named name names think thinks believe guess suppose reckon put chose choose
        picked set wrote answered answer question word wasn't weren't could might maybe probably
        either or if any some all both before after when where while because then than again
        actually honestly really always usually back out off over into long time ago years year
        se llama llamaba llamo fue nací nació era un una unos mi su la los las en con por creo que
        creció crecí estudié fui ella él ich wir hieß heißt heisst hiess war in im das sie er
        mein meine glaube bin wurde geboren aufgewachsen dort auf an genannt
        supposed spelled spelt spell repeat say ask tell sec still also too very tricky hard tough
        funny ha haha gosh god goodness wow easy dunno give even drove bought owned kept loved
        liked like support supported that'd that'll it'd he's she's there's i'd i've
        bye goodbye cheers day nice have brilliant awesome cool sounds guys""".split()
    )
    | SAYS
    | IS
)
"""Words of a reply that tell nothing of the answer itself."""
NOUNS = frozenset(
    """favourite favorite school pet dog cat car city town street road job boss teacher friend
    mother father mum mom dad mother's mum's mom's father's dad's first last middle second maiden
    old little big red good one the el la los las san saint new high mr mrs miss""".split()
)
"""The same unless they stand beside a word that does ("park street", "the big one")."""

"""Everyday words around values: what leads up to one, what refuses one, what numbers count."""

from collections.abc import Sequence

from assist.privacy.numbers import DigitRun, bare
from assist.privacy.numbers import is_number as is_number_word

# A number counted or measured in these is none of the values looked for.
UNITS = frozenset(
    """dollar dollars buck bucks cent cents penny pennies pence euro euros pound pounds quid grand
    percent times time day days week weeks month months year years hour hours minute minutes second
    seconds sec secs moment moments people persons person calls items item orders packages parcels
    miles mile am pm a.m p.m o'clock gigabytes megabytes gigs megs gig meg megabits stars credits
    points degrees kilos kilometers kilometres inches feet foot meters metres grams kids children
    dependants dependents boxes pieces cards accounts rooms bedrooms nights guests tickets seats
    units kilowatt kilowatts
    charged refunded debited passwords pins logins codes
    hundredths st street avenue road lane drive way place business working
    thing things more of characters letters attempts tries lines questions steps digits
    euro centavos céntimos dólares pesos veces vez días semanas meses años horas minutos segundos
    personas noches grados cosas
    prozent mal uhr tag tage tagen woche wochen monat monate monaten jahr jahre jahren stunde
    stunden minute minuten sekunde sekunden personen stück zimmer grad kilometer""".split()
)
_SPELLED_OUT = 5
"""A number of so many parts is read out and counts nothing, whatever word follows: "six one eight
four five, the street is …", or a word that the recognizer made of the next digits. Before "of" two
parts will do ("sixty nine ninety five of us")."""
_COUNTS = frozenset("digit digits number numbers numeral dígitos cifras ziffern stellen".split())
_PARTS = frozenset("letters characters digits numbers questions".split())
"""What is numbered: "letters two and five of your memorable word"."""
_WAITING = frozenset("moment second sec minute".split())
_COUNTED_PARTS = 3
"""What is waited for is one or two of these: "seven two four six moment" is read out."""
_FORMS = frozenset({"p", "w"})
"""Letters of tax forms: "it's on your p sixty"."""
_THE_ONE = frozenset(
    """the that this which no new old other right wrong same only first last another any every each
    your my good best big small red blue spare second next""".split()
)
OPENERS = frozenset(
    """is it's its it was be that's that to as and the a so sure yes yeah yep yup okay ok well um uh
    er erm ah of course my i'll i will say think please alright right then just hi hello great good
    lovely perfect fine no sorry ready now here you go got would should alrighty mm mhm hmm oh
    correct entonces repito correcto correcta richtig wiederhole gracias danke
    let's make do le confirmo confirma then maybe probably
    es sí si son el la mi vale bueno claro pues a ver este eh
    ja also das ist die der mein meine gut genau okay äh ähm moment bitte lautet sie""".split()
)
_AFTER_OH = tuple((word,) for word in "yes yeah it's it sure okay right well my the".split())
_WAITS = tuple(
    tuple(wait.split())
    for wait in (
        "hold on",
        "hang on",
        "one moment",
        "one second",
        "one sec",
        "just a second",
        "bear with me",
        "let me see",
        "let me get it",
        "let me grab it",
        "here it is",
        "wait",
        "i think",
        "i believe",
        "un momento",
        "einen moment",
    )
)
_QUESTIONS = frozenset(
    """your what what's which who where when how could can may would please tell give need confirm
    do does did su tu cuál qué puede dígame ihre ihren welche wie können nennen""".split()
)
# Answers to "what is your password?" that are none: a refusal, a question, a wait.
NO_ANSWER = frozenset(
    """don't not no forgot forgotten can't cannot what what's why which who how where do does did
    can could would sorry hold wait moment minute second let remember know never should need want
    fire away shoot twice once nothing already yesterday lately recently several everything
    anything nope still
    didn't won't couldn't wouldn't i've got
    reset change go on great lovely perfect thanks thank welcome mm hm right done wrong
    incorrect i you we they this there need help work works me bear with yes correct whenever ready
    take tell give say spell link new another sure okay works haven't isn't doesn't safe either
    no sé qué olvidé olvidado nicht vergessen was wie weiß keine kein""".split()
)


def count_openers(tokens: Sequence[str]) -> int:
    """Words at a line's beginning that lead up to a value ("sure, it's …")."""
    words = tuple(bare(token) for token in tokens)
    count = 0
    while count < len(words):
        waits = next((wait for wait in _WAITS if words[count : count + len(wait)] == wait), ())
        is_zero = words[count] in {"oh", "o"} and words[count + 1 : count + 2] not in _AFTER_OH
        is_spelled = len(words[count]) == 1 and any(
            len(word) == 1 and word.isalpha() for word in words[count + 1 : count + 2]
        )
        if not waits and (words[count] not in OPENERS or is_zero or is_spelled):
            break
        count += len(waits) or 1
    return count


def is_question(tokens: Sequence[str]) -> bool:
    """Whether a line's beginning asks for something rather than says it."""
    return any(bare(token) in _QUESTIONS for token in tokens)


def is_everyday_number(tokens: Sequence[str], run: DigitRun) -> bool:
    """Whether a number counts things ("two cards", "four digits", "the new one")."""
    before = bare(tokens[run.first - 1]) if run.first > 0 else ""
    after = bare(tokens[run.last]) if run.last < len(tokens) else ""
    is_read_out = run.groups >= _SPELLED_OUT or (after == "of" and run.groups > 1)
    is_read_out = is_read_out or (after in _WAITING and run.groups >= _COUNTED_PARTS)
    if after in UNITS and not is_read_out:
        return True
    ahead = [bare(token) for token in tokens[run.last : run.last + 3]]
    if len(ahead) == 3 and ahead[0] in {"or", "oder"} and ahead[2] in UNITS and run.groups == 1:
        return True  # "two or three times"
    if run.groups == 1 and (
        after in _COUNTS or before in _PARTS or (before in _FORMS and run.first > 1)
    ):
        return True
    if run.digits == 1 and bare(tokens[run.first]) in {"oh", "o"} and len(tokens) > 1:
        return True
    is_one = run.digits == 1 and bare(tokens[run.first]) == "one"
    if is_one and after == "" and before not in OPENERS and not is_number_word(before):
        return True  # "it's a norwegian one"
    return is_one and (before in _THE_ONE or after not in {"", "yes", "okay", "thanks", "please"})

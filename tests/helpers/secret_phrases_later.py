"""English phrases written after the rules were done, as somebody else might put them.

What the rules make of these is the figure to believe; see docs/redaction.md.
"""

import random
from dataclasses import replace

from tests.helpers.secret_phrases import Phrases
from tests.helpers.spoken_secrets import AGENT, CUSTOMER, ENGLISH_MANNERS, TalkMaker


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines() if line.strip())


SECRETS: dict[str, Phrases] = {
    "card": Phrases(
        _lines("""
            so i can set that up what card are you using
            lovely and the big number on the front
            if you could read the card to me in your own time
            i can take that by card over the phone go ahead
            would you mind giving me the digits on your card
            ok your card number when you're ready
            let's get that paid long card number please
            please start with the first four digits of the card
            go ahead and give me that credit card
            what's the mastercard number
        """),
        _lines("""
            alright my visa card number is
            ok so it's an amex the number's
            i've got the card here it's
            i'd like to use a different card which is
            can you put it on my credit card
            let me give you my card it's
            my husband's card number is
            the debit card number would be
        """),
    ),
    "code": Phrases(
        _lines("""
            then the security number from the back
            flip it over and tell me the three digit code
            last thing is the cvv
            and those three little digits on the back
            may i have the card security code
            the c v v code please
        """),
        _lines("""
            on the back it says
            the security number is
            the c v v code is
            it's the three digits at the back
            security code
        """),
    ),
    "expiry": Phrases(
        _lines("""
            and when is the card valid until
            could you tell me when that card expires
            the expiration please
            what's the expiry on it
            and the good thru date
        """),
        _lines("""
            it's good until
            the expiry date is
            the expiration is
            it runs out in
            exp is
        """),
    ),
    "national": Phrases(
        _lines("""
            for verification what's your full social security number
            can you read me your social
            and the ssn please
            i'll need your social to pull up the file
            what social security number is on the account
        """),
        _lines("""
            sure the social security number is
            my full social is
            it's my ssn
            the ssn on the account is
        """),
    ),
    "insurance": Phrases(
        _lines("""
            do you know your national insurance number
            can you give me your n i number please
        """),
        _lines("""
            the national insurance number is
            yeah my national insurance number's
        """),
    ),
    "passport": Phrases(
        _lines("""
            i'll need your passport details what's the number
            what does it say for the passport number
            can you read the licence number off your driving licence
            what's your driver's license number
        """),
        _lines("""
            so the passport says
            the number on my passport is
            my driving licence number is
            driver's license number
        """),
    ),
    "account": Phrases(
        _lines("""
            and which bank account should that come out of
            tell me the account number for the direct debit
            may i have the number of your savings account
            what's the account number you bank with
        """),
        _lines("""
            take it from my checking account
            my bank account number is
            the savings account number is
            the account number you need is
        """),
    ),
    "routing": Phrases(
        _lines("""
            and do you know the routing number
            the nine digit routing number please
        """),
        _lines("""
            my bank's routing number is
            the routing number for my bank is
        """),
    ),
    "sort": Phrases(
        _lines("""
            and do you have the sort code there
            the sort code first please
        """),
        _lines("""
            my bank's sort code is
            it's sort code
        """),
    ),
    "iban": Phrases(
        _lines("""
            please read me your iban
            what is the iban of the account
        """),
        _lines("""
            so the iban is
            the iban of my account is
        """),
    ),
    "birth": Phrases(
        _lines("""
            just to confirm your date of birth please
            and you were born when
            what date of birth do we have for you
            could i get the month day and year you were born
            can you tell me your birthday
        """),
        _lines("""
            the date of birth is
            i was born
            my birthday's
            my birth date is
            yes i was born on the
        """),
    ),
    "pin": Phrases(
        _lines("""
            can you tell me the pin you set up
            what's your four digit code
            what is the passcode on the account
            could you read me the six digit code we just texted you
        """),
        _lines("""
            the pin is
            my four digit pin is
            my passcode's
            the code you texted me is
        """),
    ),
    "password": Phrases(
        _lines("""
            and what password do you have on the account
            could i get the account password
            do you remember your security word
            tell me your secret word please
        """),
        _lines("""
            the account password is
            my security word is
            my secret word is
            i think the password is
        """),
    ),
    "email": Phrases(
        _lines("""
            what email do you want that sent to
            can i grab an email address
            do we have your email
            what's your e mail
            could you tell me the email on file
        """),
        _lines("""
            my e mail is
            it's
            you can send it to
            please email it to
            sure my email's
        """),
    ),
}

HARMLESS: dict[str, tuple[Phrases, tuple[int, ...]]] = {
    "phone": (
        Phrases(
            _lines("""
                and in case we get cut off what's your number
                may i have your telephone number
                what's a good callback number
                which phone number is on the account
                is this the best number to call you on
            """),
            _lines("""
                the best number is
                it's my cell phone number
                you can get me on
                try me at
                my home number is
                the phone number is
            """),
        ),
        (7, 10, 10, 10, 11),
    ),
    "order": (
        Phrases(
            _lines("""
                may i have that order number
                could you give me the number of your order
                sure what is the order number
            """),
            _lines("""
                sure the order number is
                i placed an order it's number
                the number of my order is
            """),
        ),
        (5, 6, 7, 8, 9, 10),
    ),
    "tracking": (
        Phrases(
            _lines("""
                can i have the tracking number for that package
                what tracking number did they give you
            """),
            _lines("""
                they gave me a tracking number it's
                the tracking number they sent is
                the tracking id is
            """),
        ),
        (8, 9, 10, 11),
    ),
    "reference": (
        Phrases(
            _lines("""
                and what's the case number you were given
                could i have your account reference
                is there a confirmation number
                what does it say for the invoice number
            """),
            _lines("""
                the confirmation number is
                i was given case number
                my ticket number is
                my loyalty number is
                it says reference number
            """),
        ),
        (5, 6, 7, 8, 9),
    ),
    "device": (
        Phrases(
            _lines("""
                could you read me the meter please
                what's the serial number on the bottom
                what zip code are you in
            """),
            _lines("""
                my meter reads
                the serial number on the back is
                i'm in zip code
                it shows error code
            """),
        ),
        (4, 5, 5, 6, 7),
    ),
}

EVERYDAY = _lines("""
    it took them <n2> minutes to answer and then <n1> more to find me
    my invoice says <n3> dollars but i paid <n2>
    i bought it on the <day> of <month> and it broke after <n1> weeks
    they said between <n1> and <n1> in the afternoon
    i'm on the <n1> thirty train
    my son turned <n2> in <month>
    i need <n1> pairs in size <n2>
    the card machine in your store was broken on the <day>
    i used my card there <n1> times this month
    i don't want to give my card over the phone
    i can't remember the password at all
    the email never arrived
    what happens with my date of birth in your system
    you charge <n2> dollars and <n2> cents a month
    i've got the card that ends in <n4>
    the account has been open since two thousand and eight
    they took <n3> pounds from my bank account
    can i pay in <n1> installments
    i live at number <n2> on the high street
    my flight is on <month> <day> at <n1> fifteen
    chapter <n1> of the manual says press it for <n2> seconds
    the box weighs <n2> kilos
    i rang <n1> times on the <day>
    it's <n2> percent off until <month> <day>
    the pin came in the post but i lost it
    my social security check is late again
    i sent my passport to you <n1> weeks ago
    one more thing about the second order
    my balance is <n3> dollars and <n2> cents
    is the security code the one on the back
""")


def later_maker(seed: int) -> TalkMaker:
    """Talks from these phrases, with openers of their own."""
    manners = replace(
        ENGLISH_MANNERS,
        openers=(
            (),
            ((AGENT, "hi this is customer care what's going on"),),
            ((CUSTOMER, "hey i got a letter from you"), (AGENT, "okay i can check that")),
            ((CUSTOMER, "i'd like to make a payment"), (AGENT, "happy to help with that")),
            ((AGENT, "before we start i have a few security questions"), (CUSTOMER, "sure")),
            ((CUSTOMER, "something's wrong with my last bill"), (AGENT, "i'm sorry to hear that")),
        ),
        before=("", "", "yep ", "alright ", "uh ", "ok ", "let me see ", "oh yes ", "sure thing "),
        after=("", "", "", " there you go", " does that work", " yeah", " if that helps"),
        acks=(
            "perfect",
            "yep",
            "okay and then",
            "sure",
            "i'm listening",
            "carry on",
            "next",
            "cool",
        ),
        checks=("let me repeat that {}", "i've got {}", "that was {} yes"),
        closers=("", "", "okay that's in", "brilliant", "wonderful what else can i do"),
    )
    return TalkMaker(
        random.Random(seed),
        secrets=SECRETS,
        harmless=HARMLESS,
        everyday=EVERYDAY,
        manners=manners,
    )

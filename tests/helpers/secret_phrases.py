"""How agents ask for secrets and harmless numbers in English, and how customers lead up to them.

The rules were made with this batch in view; `secret_phrases_later` was written when they were done.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """Questions of the agent and beginnings of the customer for one kind of value.

    `leads` say what the value is; an answer may come without one, a value out of the blue may not.
    """

    asks: tuple[str, ...]
    leads: tuple[str, ...]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines() if line.strip())


SECRETS: dict[str, Phrases] = {
    "card": Phrases(
        _lines("""
            can i have the card number please
            and what's the long number across the front of the card
            could you read me the sixteen digits on your card
            i'll take the payment now what is the card number
            which card would you like to use and what's the number
            okay go ahead with the card number whenever you're ready
            please read out the number on the front of the card
            i need the full card number not just the last four
            and the number on the visa please
            may i have your credit card number
            alright i'm ready for your card details
            can you give me the debit card number
            what's the number of the card you want to use
            and the account number on the front of the credit card
        """),
        _lines("""
            my card number is
            the card number's
            it's a visa and the number is
            okay the long number is
            i want to pay with my mastercard it's
            the number on my card is
            my debit card is
            charge it to my card
            the card i use is
            so the number across the front is
            my new card is
            here's my card number
        """),
    ),
    "code": Phrases(
        _lines("""
            and the security code on the back
            what is the c v v please
            could you give me the three digits on the back of the card
            and the card verification number please
            now i only need the last three numbers on the signature strip
            what's the security code
            and the three digit code
            the little number on the back of the card please
            could you turn the card over and read me the last three digits
            what's the c v c
        """),
        _lines("""
            the security code is
            my c v v is
            the code on the back is
            the three digits are
            the number on the back is
            cvv is
            and the last three digits on the back are
        """),
    ),
    "expiry": Phrases(
        _lines("""
            what is the expiration date
            and the expiry date on that card please
            when does the card expire
            could i get the expiry
            and it's valid until
            what month and year does it expire
            exp date please
        """),
        _lines("""
            the expiration date is
            the card expires
            expiry is
            it expires
            the card runs out in
            valid thru
            and the exp date is
        """),
    ),
    "national": Phrases(
        _lines("""
            can you verify your social security number
            what is your social please
            could i have the full social
            i need your tax id to go on
            can you give me your s s n
            please confirm your social insurance number
            may i have your taxpayer identification number
        """),
        _lines("""
            my social is
            my social security number is
            my ssn is
            the social is
            my tax id is
            my s s n is
        """),
    ),
    "insurance": Phrases(
        _lines("""
            could i have your national insurance number
            what's your n i number
            and the national insurance number please
        """),
        _lines("""
            my national insurance number is
            my n i number is
            it's on my payslip my national insurance is
        """),
    ),
    "passport": Phrases(
        _lines("""
            what's the number on your passport
            can i take your passport number
            could you read me your driving licence number
            i need your driver's license number
            what is your national id number
            and your identity card number please
        """),
        _lines("""
            my passport number is
            the passport number is
            my driver's license is
            my licence number is
            my id number is
        """),
    ),
    "account": Phrases(
        _lines("""
            what is your bank account number
            could i have the account number for the refund
            which account should we pay it into
            and your checking account number please
            can i take the account number
            what are your bank details
            and the account number at the bottom of the check
        """),
        _lines("""
            my account number is
            my bank account is
            the account number is
            my checking account number is
            please pay it into account number
            it's a savings account the number is
        """),
    ),
    "routing": Phrases(
        _lines("""
            please give me the routing number
            and the routing number of your bank
            what's the a b a number
        """),
        _lines("""
            the routing number is
            routing is
            my routing number's
        """),
    ),
    "sort": Phrases(
        _lines("""
            and the sort code
            what's your sort code please
            could i have the sort code of the account
        """),
        _lines("""
            the sort code is
            my sort code's
            sort code
        """),
    ),
    "iban": Phrases(
        _lines("""
            what's your iban
            could you spell out the i b a n
            i need the iban for the transfer
        """),
        _lines("""
            my iban is
            the i b a n is
            the iban starts with
        """),
    ),
    "birth": Phrases(
        _lines("""
            can i have your date of birth
            what is your birthday please
            when were you born
            for security please confirm your date of birth
            and the date of birth on the account
            could you verify your d o b
            what's your birth date
            i need your date of birth for the file
        """),
        _lines("""
            my date of birth is
            i was born on
            my birthday is
            date of birth
            i'm born
            my d o b is
        """),
    ),
    "pin": Phrases(
        _lines("""
            what is your pin
            please tell me your four digit pin
            could i have your passcode
            and your telephone pin
            what's the access code
            please give me the one time code we sent you
            read me the verification code from the text
            and the door code for the driver
        """),
        _lines("""
            my pin is
            the passcode is
            pin number
            my pin number is
            the code you sent me is
            the code to the gate is
            the pin i set was
        """),
    ),
    "password": Phrases(
        _lines("""
            what is your password
            could you tell me your security word
            what's the password on the account
            and the telephone password please
            what is your memorable word
            may i have the verbal password
            what's your wifi password
        """),
        _lines("""
            my password is
            the password is
            the security word is
            password is
            my memorable word is
            my old password was
        """),
    ),
    "email": Phrases(
        _lines("""
            what is your email address
            which email should i send it to
            could you spell your email for me
            and a good email for you
            what's the e mail on the account
            where should i send the confirmation what's your email
            and your email please
        """),
        _lines("""
            my email is
            my email address is
            send it to
            you can write to me at
            it's under my email
            the email is
        """),
    ),
}

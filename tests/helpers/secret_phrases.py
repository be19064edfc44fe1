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

HARMLESS: dict[str, tuple[Phrases, tuple[int, ...]]] = {
    "phone": (
        Phrases(
            _lines("""
                what's your phone number
                can i have a contact number
                what's the best number to reach you
                and a mobile number please
                what number can we call you back on
                could you confirm your cell number
                is there a daytime telephone number
            """),
            _lines("""
                my phone number is
                you can call me back at
                my number is
                my cell is
                reach me on
                my mobile number's
                the number i'm calling from is
                please ring me on
                call me at
            """),
        ),
        (7, 10, 10, 10, 11),
    ),
    "order": (
        Phrases(
            _lines("""
                what's the order number
                do you have your order number
                can i take the order number please
                and the order id
                which order is it about
            """),
            _lines("""
                my order number is
                the order number's
                it's order number
                order
                i have order number
                i'm calling about order
            """),
        ),
        (5, 6, 7, 8, 9, 10, 11),
    ),
    "tracking": (
        Phrases(
            _lines("""
                what's the tracking number
                could you read me the tracking number
                and the parcel number please
                do you have the shipment number
            """),
            _lines("""
                the tracking number is
                my tracking number's
                the parcel number is
                tracking says
                i have a tracking code
            """),
        ),
        (8, 9, 10, 11),
    ),
    "reference": (
        Phrases(
            _lines("""
                what's your reference number
                do you have a case number
                could i have the ticket number
                what's the booking reference
                and the invoice number please
                what is your customer number
                and your membership number
                do you have the claim number
            """),
            _lines("""
                the reference is
                my case number is
                it's ticket number
                my booking reference is
                the invoice number is
                my customer number is
                the confirmation code is
                my policy number is
                my membership number is
                they gave me the claim number
            """),
        ),
        (5, 6, 7, 8, 9),
    ),
    "device": (
        Phrases(
            _lines("""
                what's the meter reading
                can you read me the serial number
                what is the model number
                what does the meter say
                what's your zip code
                and the postcode please
                which extension was it
            """),
            _lines("""
                the meter reading is
                the serial number is
                the model number is
                the meter says
                my zip code is
                the part number is
                extension
                the error code is
            """),
        ),
        (4, 5, 5, 6, 7),
    ),
}

EVERYDAY = _lines("""
    i have been waiting for <n2> days
    they charged me <n2> dollars and <n2> cents
    i called <n1> times since march <day>
    the flight was at <n1> thirty on the <day> of <month>
    the appointment is on <month> <day> at <n1> o'clock
    i ordered <n1> of them on <month> <day>
    i live at <n4> maple street
    the refund of <n2> dollars was promised on the <day>
    i read about it on social media <n1> times
    i forgot my password and can't log in
    i never got the email you sent <n1> days ago
    my card was declined <n1> times
    the pin is stuck in the door of the washing machine
    i will meet you at home around <n1> o'clock
    my account was charged <n2> dollars twice
    the offer expires on <month> <day>
    my daughter was born in that hospital and you treat us like this
    i have two cards and neither of them works
    your email said <n1> business days
    can you look at my account please i want to know what happened
    the security in your building is a joke i waited <n2> minutes
    i paid <n2> fifty with my card yesterday
    my card ending in <n4> was charged
    it's the visa ending <n4>
    the last four digits are <n4>
    it weighs <n2> point <n1> pounds
    i'm <n2> years old and i have never seen that
    i want <n1> of the blue ones and <n1> of the red ones
    my bill is <n2> dollars higher than last month
    we moved in twenty twenty four and since then it's broken
    can you deliver it between <n1> and <n1> on the <day>
    i've been a customer since nineteen ninety eight
    the temperature is <n2> degrees in here
    i was on hold for one hour and <n2> minutes
    i changed my password <n1> times and it still says wrong
    is there a security code on the new cards
    when does my subscription expire
    do you take american express
    i need to update the expiry date on my card
    how do i change my pin
    the agent asked for my date of birth <n1> times
    my bank says the payment went through on <month> <day>
    the account is in my wife's name
    you need to verify my identity i understand that
    my driver's license is in the car one second
    i lost my passport in <month>
    that's the one i mean the second one
    i sent you an email on the <day> of <month>
    i'd like to pay the balance of <n3> dollars today
    the total was <n3> dollars and <n2> cents
    the deposit is <n3> pounds
    press one for sales and two for support
    i have one question about my card
    it comes with <n1> cables and one remote
    give me one second i have to find my glasses
""")

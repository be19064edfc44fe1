"""Harmless numbers and everyday lines in English, said as secrets are; see `secret_phrases`."""

from tests.helpers.secret_phrases import Phrases


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines() if line.strip())


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

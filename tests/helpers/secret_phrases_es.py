"""Spanish: how agents ask for secrets and harmless numbers, and how customers lead up to them."""

import random

from tests.helpers.secret_phrases import Phrases
from tests.helpers.spoken_secrets import AGENT, CUSTOMER, Manners, TalkMaker
from tests.helpers.spoken_values import SPANISH


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines() if line.strip())


SECRETS: dict[str, Phrases] = {
    "card": Phrases(
        _lines("""
            me puede dar el número de la tarjeta
            dígame el número de su tarjeta por favor
            cuál es el número largo de la tarjeta
            necesito los dieciséis dígitos de la tarjeta
            con qué tarjeta quiere pagar dígame el número de tarjeta
        """),
        _lines("""
            el número de mi tarjeta es
            mi tarjeta es
            la tarjeta es una visa el número de la tarjeta es
            quiero pagar con tarjeta de crédito el número de tarjeta es
        """),
    ),
    "code": Phrases(
        _lines("""
            y el código de seguridad
            cuáles son los tres dígitos de atrás
            me da el código de verificación de la tarjeta
            el número de detrás de la tarjeta por favor
        """),
        _lines("""
            el código de seguridad es
            los tres números son
            el código de atrás es
        """),
    ),
    "expiry": Phrases(
        _lines("""
            cuál es la fecha de caducidad
            y la fecha de vencimiento de la tarjeta
            cuándo caduca la tarjeta
        """),
        _lines("""
            la fecha de caducidad es
            caduca en
            vence en
        """),
    ),
    "dni": Phrases(
        _lines("""
            me dice su dni por favor
            cuál es su número de d n i
            necesito su documento de identidad
            y el número de su nie
        """),
        _lines("""
            mi dni es
            mi d n i es
            el número de mi dni es
            mi documento es
        """),
    ),
    "account": Phrases(
        _lines("""
            cuál es su número de cuenta
            dígame el número de cuenta bancaria
            a qué cuenta bancaria hacemos la transferencia
        """),
        _lines("""
            mi número de cuenta es
            el número de cuenta es
            mi cuenta bancaria es
        """),
    ),
    "birth": Phrases(
        _lines("""
            cuál es su fecha de nacimiento
            me confirma su fecha de nacimiento
            cuándo nació usted
        """),
        _lines("""
            mi fecha de nacimiento es
            nací el
            mi cumpleaños es
        """),
    ),
    "pin": Phrases(
        _lines("""
            cuál es su código pin
            dígame su clave de cuatro dígitos
            cuál es el código que le hemos enviado
        """),
        _lines("""
            mi pin es
            el código secreto es
            mi clave es
        """),
    ),
    "password": Phrases(
        _lines("""
            cuál es su contraseña
            me dice su palabra de seguridad
        """),
        _lines("""
            mi contraseña es
            la contraseña es
            mi palabra clave es
        """),
    ),
    "email": Phrases(
        _lines("""
            cuál es su correo electrónico
            a qué correo se lo mando
            me dice su dirección de correo
        """),
        _lines("""
            mi correo es
            mi correo electrónico es
            mándelo a
        """),
    ),
}

HARMLESS: dict[str, tuple[Phrases, tuple[int, ...]]] = {
    "phone": (
        Phrases(
            _lines("""
                cuál es su número de teléfono
                me da un número de contacto
                a qué teléfono le llamamos
            """),
            _lines("""
                mi número de teléfono es
                mi móvil es
                llámeme al
                mi teléfono es el
            """),
        ),
        (9, 9, 10),
    ),
    "order": (
        Phrases(
            _lines("""
                cuál es el número de pedido
                me dice su número de pedido
                tiene el número de seguimiento
                cuál es su número de cliente
                me da la referencia de la factura
            """),
            _lines("""
                el número de pedido es
                mi pedido es el
                el número de seguimiento es
                la referencia es
                mi número de cliente es
                el número de factura es
            """),
        ),
        (5, 6, 7, 8, 9),
    ),
}

EVERYDAY = _lines("""
    llevo esperando <n2> minutos
    me cobraron <n2> euros con <n2>
    he llamado <n1> veces desde marzo
    la cita es el <day> de <month> a las <n1>
    pedí <n1> cajas el <day> de <month>
    vivo en la calle mayor número <n2>
    mi tarjeta termina en <n4>
    olvidé mi contraseña y no puedo entrar
    no me llegó el correo
    mi hija nació en ese hospital
    la oferta caduca pronto
    el técnico viene entre las <n1> y las <n1>
    pagué con tarjeta hace <n1> días
    tengo una pregunta sobre mi cuenta
    mi código postal es <n4>
    son <n2> grados aquí dentro
""")


def maker(seed: int) -> TalkMaker:
    """Makes Spanish talks."""
    manners = Manners(
        openers=(
            (),
            ((AGENT, "gracias por llamar en qué puedo ayudarle"),),
            ((CUSTOMER, "hola quiero pagar mi factura"), (AGENT, "claro que sí")),
            ((AGENT, "primero tengo que verificar su identidad"), (CUSTOMER, "vale")),
        ),
        before=("", "", "", "sí ", "vale ", "a ver ", "pues ", "claro "),
        after=("", "", "", " gracias", " vale"),
        acks=("vale", "sí", "muy bien", "de acuerdo", "siga", "perfecto"),
        checks=("entonces es {} correcto", "repito {}"),
        closers=("", "", "muchas gracias", "perfecto algo más"),
        providers=("gmail punto com", "hotmail punto com", "yahoo punto es", "correo punto es"),
        joints=("punto", "guion bajo", "guion"),
        at="arroba",
    )
    return TalkMaker(
        random.Random(seed),
        SPANISH,
        secrets=SECRETS,
        harmless=HARMLESS,
        everyday=EVERYDAY,
        manners=manners,
    )

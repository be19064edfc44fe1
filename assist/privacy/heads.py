"""Kinds of values that no wording knows: "immigration number", "token code", "voter id".

A number that has a name of its own is taken for a secret unless the name is known as harmless:
there are more kinds of identity numbers than anybody can list.
"""

import re
from collections.abc import Sequence

from assist.privacy.kinds import Announcement, Secret

_CODES = frozenset("code codes código codigo kode".split())
_IDS = frozenset({"id", "i-d"})
_NUMBERS = frozenset({"number", "numbers", "nummer"})
_OF = frozenset("de del la el su tu mi".split())
_SPANISH_NUMBERS = frozenset({"número", "numero"})
_HARMLESS_SPANISH = frozenset(
    """teléfono telefono móvil movil celular contacto pedido orden seguimiento rastreo envío envio
    paquete referencia reserva factura cliente socio serie modelo incidencia caso vuelo póliza
    poliza contrato expediente reclamación reclamacion postal descuento contador habitación
    habitacion artículo articulo producto error matrícula matricula localizador veces personas casa
    calle piso puerta portal barras área area país pais días dias letras cifras dígitos digitos
    extensión extension asiento ticket turno""".split()
)
_HARMLESS_CODES = frozenset(
    """zip post postal promo promotion promotional discount voucher coupon error area bar qr product
    dress country source offer referral colour color item sku fault dialling dialing gift booking
    order tracking reference store shop fare building time exit game cheat morse penal tax
    currency airport status color's paint part model charge wrap airline drop reason highway
    department campaign catalog catalogue priority rate club dealer agent shipping""".split()
)
_HARMLESS_IDS = frozenset(
    """order transaction booking tracking employee staff user caller device product item case
    ticket request store shipment reference session meeting customer account agent operator team
    message invoice payment listing event zoom job""".split()
)
# Words before "number" that give it no name: "the number", "what number", "a large number".
_UNNAMING = frozenset(
    """the a an that this your my our his her their its what which any another other new old right
    wrong correct same good bad best better only last first second next and or of no one some large
    small big long short whole full entire is was be me you it to for in on at by with from get
    got have has had give take need want read say said tell know see check use used call called
    model phone telephone mobile cell home work office contact daytime landline fax toll free local
    lucky odd even random whole high higher low lower total certain digit four three six eight nine
    ten sixteen fifteen little main different actual exact current possible lot huge record serious
    and so okay ok yes no um uh please just then also there here where when if but by can could may
    would will did do does lottery winning shirt jersey atomic squad average increasing growing
    limited maximum minimum it's that's here's there's what's which's i've we've you've they've
    uno""".split()
)
_SECRET_IDS = frozenset(
    """your my his her their national government military voter photo state federal resident tax
    citizen health patient medical personal permit visa alien identity insurance work""".split()
)
_HARMLESS_NUMBERS = frozenset(
    """order tracking case ticket reference ref confirmation invoice booking reservation flight
    shipment shipping serial model part product item membership member customer client loyalty
    rewards claim policy incident complaint return rma parcel package delivery dispatch consignment
    waybill docket meter extension room unit house apartment flat street store branch shop batch lot
    gate seat purchase receipt transaction job service record quote gift plate vehicle engine
    chassis asset installation router device machine version error fault support request employee
    staff agent badge operator prescription appointment queue lane aisle shelf catalog catalogue
    article stock sku style pattern event locker pickup collection site location property lease
    contract permit bus train platform coach channel page building suite frame pallet container
    lading department dept track chapter level floor line row table port season episode version
    verse volume edition
    size style registration call callback helpline hotline switchboard emergency freephone desk
    sales supplier vendor dealer driver's fleet van truck tail crate drum reel loading door bay
    pitch plot parking space bed ward carriage voyage cabin berth test sample visit message
    notification alert letter statement form contact's authorization authorisation
    approval auth trace application loan""".split()
)


_COMPOUND = re.compile(r"(\w{3,}-?)(nummer|code|kennzahl|kennung)")
_COMPOUNDS = {
    "nummer": Secret.NATIONAL_ID,
    "code": Secret.CODE,
    "kennzahl": Secret.NATIONAL_ID,
    "kennung": Secret.NATIONAL_ID,
}
_HARMLESS_COMPOUNDS = frozenset(
    """telefon handy mobil rückruf fax durchwahl festnetz bestell auftrag sendung paket verfolgung
    tracking referenz rechnung buchung kunde kunden vorgang ticket fall serie serien modell artikel
    vertrag versicherung schaden mitglied flug zimmer hau zähler gerät geräte liefer lieferschein
    reservierung bearbeitung reklamation produkt charge chargen filial bonu zip bar gutschein rabatt
    fehler länder material model teile wagen bus zug gleis linie kurs seiten etagen stand hotline
    service not akten aktion promo angebot beleg barcode qr""".split()
)


def find_named(words: Sequence[str], taken: Sequence[tuple[int, int]]) -> list[Announcement]:
    """Codes, ids and numbers with a name that none of the wordings took (`taken`)."""
    found = []
    for index, word in enumerate(words):
        if any(first <= index < last for first, last in taken):
            continue
        before = words[index - 1] if index > 0 else ""
        if words[index + 1 : index + 2] == ["of"]:
            continue  # "the number of guests"
        if any(first < index <= last for first, last in taken):
            before = ""
        secret = _named(word, before)
        if word in _SPANISH_NUMBERS:
            secret = _named_in_spanish(words[index + 1 : index + 4])
        if secret is not None:
            found.append(Announcement(secret, index, index + 1))
    return found


def _named_in_spanish(after: Sequence[str]) -> Secret | None:
    """ "Número de la seguridad social": what it is of comes behind."""
    if not after or after[0] not in {"de", "del"}:
        return None
    name = next((word for word in after if word not in _OF), "")
    return Secret.NATIONAL_ID if name and name not in _HARMLESS_SPANISH else None


def _named(word: str, before: str) -> Secret | None:
    compound = _COMPOUND.fullmatch(word)
    if compound is not None:
        is_harmless = compound[1].rstrip("s-") in _HARMLESS_COMPOUNDS
        return Secret.NOTHING if is_harmless else _COMPOUNDS[compound[2]]
    word = word.removesuffix("'s")
    if word in _CODES:
        return Secret.NOTHING if before in _HARMLESS_CODES else Secret.CODE
    if word in _IDS and before in _HARMLESS_IDS:
        return Secret.NOTHING
    if word in _IDS and before in _SECRET_IDS:
        return Secret.NATIONAL_ID
    if word in _NUMBERS and before and before not in _UNNAMING:
        return Secret.NOTHING if before in _HARMLESS_NUMBERS else Secret.NATIONAL_ID
    return None

"""Spanish: accents folded (but for ñ), al and del spelled out, verbs and nouns in their forms."""

import re
from functools import cache

from assist.core.language import Language

_FOLDED = str.maketrans("áéíóúüàèìòù", "aeiouuaeiou")
_WHOLE = {"al": ("a", "el"), "del": ("de", "el"), "pa": ("para",), "q": ("que",)}

_AR = (
    "o as a amos ais an e aste o asteis aron aba abas abamos abais aban ando ado ada ados adas es "
    "e emos eis en are aras ara aremos areis aran aria arias ariamos ariais arian ad ase asemos"
).split()
_ER = (
    "o es e emos eis en i iste io imos isteis ieron ia ias iamos iais ian iendo ido ida idos idas "
    "a as amos ais an ere eras era eremos ereis eran eria erias eriamos eriais erian ed"
).split()
_IR = (
    "o es e imos is en i iste io isteis ieron ia ias iamos iais ian iendo ido ida idos idas a as "
    "amos ais an ire iras ira iremos ireis iran iria irias iriamos iriais irian id"
).split()
_ENDINGS = {"ar": _AR, "er": _ER, "ir": _IR}
_CLITICS = ("me", "te", "se", "lo", "la", "le", "les", "los", "las", "nos", "selo", "sela", "melo")

_STEMS = {
    "cerrar": ("cierr",),
    "colgar": ("cuelg", "colgu"),
    "contar": ("cuent",),
    "decir": ("dig", "dic", "dij", "dir", "dich"),
    "devolver": ("devuelv", "devuelt"),
    "encontrar": ("encuentr",),
    "entender": ("entiend",),
    "hacer": ("hag", "hic", "hiz", "har", "hech"),
    "pedir": ("pid",),
    "pensar": ("piens",),
    "perder": ("pierd",),
    "poder": ("pued", "pud", "podr"),
    "querer": ("quier", "quis", "querr"),
    "repetir": ("repit",),
    "resolver": ("resuelv", "resuelt"),
    "sentir": ("sient", "sint"),
    "tener": ("teng", "tien", "tuv", "tendr"),
    "venir": ("veng", "vien", "vin", "vendr"),
    "volver": ("vuelv", "vuelt"),
}
"""Stems that change, besides the infinitive's own; they take the endings of their verb."""

_EXTRA = ("o", "e", "as", "a", "an", "en", "iste", "imos", "ieron", "eron", "os")
"""Endings of irregular pasts and participles: hic-e, dij-eron, resuelt-os."""

_SPELLED = {"car": "qu", "gar": "gu", "zar": "c"}
"""What the last letter of the stem becomes before e: buscar → busque."""


def _fold(word: str) -> str:
    return word.translate(_FOLDED)


@cache
def _inflections(word: str) -> tuple[str, ...]:
    """The word and its forms: `cancelar` → cancelo, cancele, cancelado …; `factura` → facturas."""
    word = _fold(word)
    forms = {word}
    endings = _ENDINGS.get(word[-2:])
    if endings is not None and len(word) > 3:
        stem = word[:-2]
        forms.update(stem + ending for ending in endings)
        forms.update(word + clitic for clitic in _CLITICS)
        changed = _SPELLED.get(word[-3:])
        if changed is not None:
            forms.update(stem[:-1] + changed + ending for ending in ("e", "en", "es", "emos"))
        for other in _STEMS.get(word, ()):
            forms.update(other + ending for ending in (*endings, *_EXTRA))
    elif word.endswith("z"):
        forms.add(word[:-1] + "ces")
    elif word.endswith(("o", "a")) and len(word) > 3:
        stem = word[:-1]
        forms.update(stem + ending for ending in ("o", "a", "os", "as"))
    elif word[-1:] in "aeiou":
        forms.add(word + "s")
    elif not word.endswith("s"):
        forms.update((word + "es", word + "a", word + "as"))
    return tuple(sorted(forms))


def _expand(word: str) -> tuple[str, ...]:
    """A lower-case word without accents, contractions spelled out: `del` → de, el."""
    if not word.isascii():
        word = _fold(word)
    return _WHOLE.get(word, (word,))


SPANISH = Language(
    code="es",
    name="Español",
    fillers=frozenset("eh em ehm mmm mm hm hmm um uh ah aja".split()),
    expand=_expand,
    inflections=_inflections,
    negated=re.compile(
        r"(?:<no>|<nunca>|<jamas>|<sin>|<tampoco>|<ni>|<en><vez><de>|<en><lugar><de>)"
        r"(?:<(?:me|te|se|le|les|lo|la|los|las|nos|es|era|fue|estoy|esta|estaba|quiero|quiere|voy|"
        r"va|vamos|a|que|de|he|ha|hemos|digo|diciendo|creo|hace|falta|necesito|porque|por|un|una|"
        r"muy|tan|para|nada)>){0,3}$"
    ),
    reported=re.compile(
        r"(?:<(?:me|te|le|les|nos|se)>(?:<(?:lo|ha|han|habia|habian|acaban|de)>){0,2}"
        r"<(?:dijo|dijeron|dicho|dice|dicen|decian|prometio|prometieron|prometido|aseguro|"
        r"aseguraron|asegurado|comento|comentaron|comentado|explico|explicaron|informo|informaron)>"
        r"|<(?:segun|dijo|dijeron)>)(?:<[^>]*>){0,5}$"
    ),
    common=frozenset(
        "a al como con de el ella en es eso esta este esto ha hay he la las le les lo los me mi "
        "muy no nos o para pero por que se si su tan te un una usted y ya yo".split()
    ),
    somebody="quien llama",
    # All of one gender, so that an article may stand before the placeholder.
    feelings={
        "frustration": "frustración",
        "anger": "indignación",
        "worry": "preocupación",
        "disappointment": "decepción",
        "exhaustion": "fatiga",
    },
)

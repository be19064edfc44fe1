"""How often everyday words are said on calls, and the verbs that advice begins with."""

_ENGLISH_PER_10000: dict[int, str] = {
    297: "i you the to is a my",
    132: "and for can your it please that have",
    81: "do of would like not will in be at with",
    60: "what am on me need name yes order card thank there",
    45: "want help get no ok how account was this",
    32: "great are number correct up an all thanks hi but could hello",
    27: "from day one right has goodbye sorry",
    22: "so we now just sure more check good or book okay know been make else time if new",
    18: "anything why transfer change money go ready confirm should made",
    15: "as credit available send about when much out take oh did any",
    12: "may tell does address some see details got",
    10: "look let before going where think soon well today its",
    9: "minutes around service very answer us bye use found able last here off alright "
    "fee find nice wrong two",
    7: "still job add many only they also question sir try phone code",
    6: "give really after another old yeah happy information amount people request "
    "contact wait something long pick turn extra work charge working price lost by "
    "unfortunately pass",
    5: "perfect over start mean nothing too proof again few everything them done then "
    "status left had possible search hey morning friend other through actually center "
    "company email",
    4: "confirmed problem purchase looking update understand someone fine schedule "
    "already sent pay back cancel full main free first next excellent using current "
    "course business yet way remember refund he which sounds quite getting internet "
    "our tried",
}
"""Words by how often they come in 10,000 spoken ones: counted, in bands, over a million words of
service dialogues and of what customers say on the phone."""

_SPANISH_PER_10000: dict[int, str] = {
    300: "de que no a la el y en es lo un me se",
    120: "por con para una los mi su te le si ya pero las bien como esta del al",
    60: "yo tengo esto eso hay muy estoy gracias cuando todo mas hola favor usted puedo puede",
    30: "numero ahora nada aqui quiero son fue ha he era vale claro entonces porque hacer ser",
    20: "dia cuenta hoy nombre llamar ver dos uno señor señora buenos dias cual perfecto momento",
    12: "tiempo saber tener decir servicio ayuda cuanto donde algo otra otro vez tarde bueno",
    7: "factura pedido telefono correo semana problema dinero pago dice tarjeta mañana gusto listo",
}
"""The same for Spanish, estimated from general spoken frequency; accents are folded."""

_FREQUENCIES = {"en": _ENGLISH_PER_10000, "es": _SPANISH_PER_10000}

_WORDS_AN_HOUR = 7_000
"""Words said in an hour of call by both sides: 130 a minute, silence counted in."""

_ENGLISH_VERBS = (
    "accept acknowledge act add address admit agree allow announce answer apologize arrange ask "
    "assure avoid be begin book break breathe bring build call calm change check choose clarify "
    "close come comfort commit compare complete confirm congratulate connect consider correct "
    "deal decide defend define describe do don't double-check drop ease empathize encourage end "
    "enjoy escalate establish explain explore express fetch fill find finish fix focus follow "
    "forget gather get give go greet guide halt hand have hear help hold honor hurry identify "
    "imagine include inform investigate invite involve justify keep know lead learn leave let "
    "listen look lower maintain make match mention mind mirror move name never note notice "
    "offer open own paraphrase pass pause pay pick plan play postpone praise present probe "
    "promise propose protect prove put quote raise read reassure recap recognize record "
    "redirect refer reflect refund relax remember remind repeat replace reply request resist "
    "resolve respect respond restate return reveal review save say schedule send set settle "
    "share show silence skip slow smile solve sort speak speed spell stand start state stay "
    "step stick stop stress suggest sum summarize support surprise switch take talk tell thank "
    "think transfer treat try turn understand update upgrade urge use validate verify wait walk "
    "warn welcome widen work wrap write"
)
_SPANISH_VERBS = (
    "acepta acepte aclara aclare acompaña acompañe agradece agradezca ajusta ajuste anota anote "
    "anticipa anticipe apunta apunte asume asuma avisa avise ayuda ayude baja baje busca busque "
    "calla calle cambia cambie cierra cierre comparte comparta comprueba compruebe concreta "
    "concrete confirma confirme consulta consulte contesta conteste cuenta cuente da deja deje "
    "dé despide despida di diga despeja despeje elige elija empieza empiece escucha escuche "
    "espera espere evita evite explica explique fija fije haz haga guarda guarde habla hable "
    "informa informe invita invite llama llame mantén mantenga menciona mencione muestra "
    "muestre no nombra nombre ofrece ofrezca ordena ordene para pare pasa pase pausa pause pide "
    "pida pon ponga pregunta pregunte promete prometa propón proponga quédate quédese "
    "recapitula recapitule reconoce reconozca recuerda recuerde repasa repase repite repita "
    "resuelve resuelva resume resuma rompe rompa saluda salude señala señale sigue siga "
    "sustituye sustituya termina termine toma tome transfiere transfiera tranquiliza "
    "tranquilice usa use valida valide verifica verifique vuelve vuelva abre abra acaba acabe "
    "cede ceda retoma retome reemplaza reemplace cumple cumpla"
)
_VERBS = {
    "en": frozenset(_ENGLISH_VERBS.split()),
    "es": frozenset(_SPANISH_VERBS.split()),
}


def frequencies(language: str) -> dict[str, float]:
    """Everyday words and how often an hour of call holds them."""
    return {
        word: count * _WORDS_AN_HOUR / 10_000
        for count, words in _FREQUENCIES.get(language, {}).items()
        for word in words.split()
    }


def begins_with_verb(headline: str, language: str) -> bool:
    """Whether the headline begins with a verb we know; true where we know none of a language."""
    verbs = _VERBS.get(language)
    first = headline.split(maxsplit=1)[0].strip(".,:;!¡¿?").lower().replace("’", "'")
    return verbs is None or first in verbs

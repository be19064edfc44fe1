"""Spanish words that announce a secret or a harmless number; see `wordings_english`."""

from assist.privacy.kinds import Secret

_OF = r"(?: de| del| de la| de mi| de su| de tu)?(?: la| mi| su| tu| el)?"

WORDINGS: tuple[tuple[Secret, str], ...] = (
    (
        Secret.NOTHING,
        rf"(?:n[uú]mero|c[oó]digo|referencia){_OF} (?:tel[eé]fono|m[oó]vil|celular|contacto|pedido|"
        r"orden|seguimiento|rastreo|env[ií]o|paquete|referencia|reserva|factura|cliente|socio|"
        r"serie|"
        r"modelo|incidencia|caso|vuelo|p[oó]liza|contrato|expediente|reclamaci[oó]n|postal|"
        r"descuento|contador|habitaci[oó]n|art[ií]culo|producto|error|matr[ií]cula|localizador)|"
        r"c[oó]digo postal|(?:tel[eé]fono|m[oó]vil|celular|pedido|localizador|referencia|factura|"
        r"contador|modelo|matr[ií]cula|incidencia|reserva|extensi[oó]n|lectura|importe|total|saldo|"
        r"precio|cargo|recibo|cuota|direcci[oó]n|c[oó]digo de barras|n[uú]mero de serie)"
        r"(?= (?:es|era|fue|de|son|marca|pone|{N}))|"
        r"(?:ll[aá]m[ea]me|llamarme|llamar|llame|ll[aá]menme|contactarme|escr[ií]bame) (?:al|"
        r"en el)|"
        r"cu[aá]nt[oa]s?|qu[eé] hora|tel[eé]fono|(?:el|su|tu|mi|del) (?:pedido|n[uú]mero de pedido|"
        r"env[ií]o|paquete|m[oó]vil)",
    ),
    (
        Secret.CARD_END,
        r"(?:que )?(?:termina|terminada|acaba|acabada) en|"
        r"[uú]ltim[oa]s cuatro(?: d[ií]gitos| n[uú]meros| cifras)?",
    ),
    (
        Secret.CARD,
        rf"(?:n[uú]mero|numeraci[oó]n|datos|d[ií]gitos|n[uú]meros){_OF} tarjeta"
        r"(?: de cr[eé]dito| de d[eé]bito)?|"
        r"(?:n[uú]mero largo|diecis[eé]is d[ií]gitos|"
        r"diecis[eé]is n[uú]meros)(?: del? .{0,12}tarjeta)?"
        r"|tarjeta(?: de cr[eé]dito| de d[eé]bito)?(?= (?:es|n[uú]mero|visa|{N}))|"
        r"tarjeta de (?:cr[eé]dito|d[eé]bito)",
    ),
    (
        Secret.CODE,
        r"c[oó]digo de (?:seguridad|verificaci[oó]n|validaci[oó]n|autorizaci[oó]n)|"
        r"(?:tres|cuatro|[uú]ltimos tres) (?:d[ií]gitos|n[uú]meros|cifras)"
        r"(?: de(?:l| la)? (?:reverso|detr[aá]s|atr[aá]s|dorso|parte de atr[aá]s|tarjeta))?|"
        r"(?:n[uú]mero|c[oó]digo) (?:de|por|del) (?:detr[aá]s|atr[aá]s|reverso|dorso)|"
        r"c ?v ?[vc]|cvv|(?:c[oó]digo|clave|n[uú]mero|mensaje|sms|"
        r"s m s)(?: \w+){0,3} (?:enviad[oa]|"
        r"enviamos|enviar|llegad[oa]|lleg[oó]|llega|recibid[oa]|recibi[oó]|recib[ií]|mandad[oa]|"
        r"mandamos|mandar|aparece|sale|pone)|c[oó]digo (?:s m s|sms|de un solo uso|[uú]nico|"
        r"temporal|"
        r"num[eé]rico|de confirmaci[oó]n|del mensaje|del sms|de acceso|por mensaje|de texto|"
        r"de la app)|"
        r"(?:c[oó]digo|clave) (?:que le|que te|que me) (?:hemos enviado|enviamos|lleg[oó]|"
        r"ha llegado|"
        r"mandamos|han enviado)|uve uve|c uve uve",
    ),
    (
        Secret.EXPIRY,
        r"fecha de (?:caducidad|vencimiento|expiraci[oó]n)|(?:caduca|vence|expira)(?: en| el)?|"
        r"caducidad|vencimiento|v[aá]lida hasta",
    ),
    (
        Secret.NATIONAL_ID,
        rf"(?:n[uú]mero{_OF} )?(?:d n i|dni|de ene i|d\. ?n\. ?i|documento(?: nacional)?"
        r"(?: de identidad)?|"
        r"n i e|nie|n i f|nif|c[eé]dula|curp|r f c|rfc|pasaporte|seguridad social|"
        r"carn[eé](?:t)? de "
        r"(?:identidad|conducir)|licencia de conducir|identificaci[oó]n|identificaci[oó]n fiscal)"
        r"(?: n[uú]mero)?",
    ),
    (
        Secret.ACCOUNT,
        rf"(?:n[uú]mero|datos){_OF} cuenta(?: bancaria)?|cuenta (?:bancaria|corriente|de ahorro)|"
        r"(?:qu[eé]|cu[aá]l|esta) cuenta|"
        r""
        r"i ?ban|i b a n|cuenta(?= (?:es|n[uú]mero|{N}))|c l a b e|clabe",
    ),
    (
        Secret.BIRTH,
        r"fecha de (?:su |tu )?nacimiento|(?:nac[ií]|naci[oó]|naciste|nacido|nacida)(?: el| en)?|"
        r"cumplea[nñ]os|d[ií]a de nacimiento",
    ),
    (
        Secret.PIN,
        r"(?:c[oó]digo|n[uú]mero) (?:pin|secret[oa]|de acceso|personal|de desbloqueo)|"
        r"(?:mi|su|tu|el) pin|clave de (?:cuatro|seis|cinco|ocho) (?:d[ií]gitos|cifras|n[uú]meros)",
    ),
    (
        Secret.PASSWORD,
        r"contrase[nñ]a(?: antigua| nueva| actual| anterior)?|palabra (?:clave|secreta|"
        r"de seguridad)|"
        r"clave(?: de internet| del wifi| de acceso| secreta)?|pregunta (?:secreta|de seguridad)|"
        r"apellido de soltera(?: de (?:su|tu|mi) madre)?",
    ),
    (
        Secret.ANSWER,
        r"(?:nombre|apellido|marca|modelo|color) (?:de|del) (?:su|tu|mi|la)? ?(?:primer[oa]?|mejor|"
        r"[uú]ltim[oa]|mascota|perro|gato|abuel[oa]|padre|madre|herman[oa]|maestr[oa]|profesor[a]?|"
        r"colegio|escuela|calle|instituto|hij[oa]|espos[oa]|marido|mujer|pareja|jef[ea]|amig[oa])"
        r"(?: \w+){0,4}|(?:su|tu|mi) (?:primer[oa]?|mejor) (?:\w+)(?: de (?:la )?(?:infancia|"
        r"niñez))?"
        r"|(?:su|tu|mi) \w+ (?:favorit[oa]|preferid[oa])|\w+ (?:favorit[oa]|preferid[oa])"
        r"|(?:ciudad|pueblo|calle|lugar|hospital|sitio|pa[ií]s|barrio)(?: \w+){0,3} (?:naci[oó]|"
        r"nac[ií]|"
        r"creci[oó]|crec[ií]|vivi[oó]|viv[ií]a|se conocieron|conoci[oó]|se cas[oó]|naciste|"
        r"creciste)"
        r"|d[oó]nde (?:naci[oó]|creci[oó]|conoci[oó]|se cas[oó]|"
        r"pas[oó] su luna de miel)(?: \w+){0,4}"
        r"|(?:a )?qu[eé] (?:colegio|escuela|instituto|universidad)(?: \w+){0,3}"
        r"|segundo (?:nombre|apellido) de (?:su|tu|mi) (?:padre|madre|espos[oa]|marido)"
        r"|apodo|mote|(?:respuesta|contestaci[oó]n)(?: secreta| de seguridad| a (?:su|la|"
        r"tu) pregunta)?",
    ),
    (
        Secret.EMAIL,
        r"(?:direcci[oó]n de )?(?:correo|e[- ]?mail)(?: electr[oó]nico)?",
    ),
)

TOPICS = (
    r"tarjetas?|pagar|pago|pagos|cobro|banco|bancari[oa]|cuenta|transferencia|domiciliaci[oó]n|"
    r"identidad|identificar\w*|verificar|verificaci[oó]n|seguridad|d n i|dni"
)

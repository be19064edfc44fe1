"""What agents and customers say in Spanish, as phrases by label; accents are folded when matching.

Verbs stand in the forms people use on the phone: usted first, tú where it is common.
"""

NAMED: dict[str, str] = {
    "puedo": "puedo|podemos|podria|podriamos|podre|podremos|es posible",
    "le": "le|les|te|lo|la|se lo|se la|os",
    "hacer": (
        "hacer|ayudar*|ofrecer*|cambiar*|devolver*|reembolsar*|cancelar*|enviar*|dar*|resolver*|"
        "solucionar*|autorizar*|aceptar*|modificar*|adelantar*|abonar*|aplicar*|activar*|reservar*|"
        "tramitar*|gestionar*|reparar*|entregar*"
    ),
    "persona": (
        "supervisor|supervisora|encargado|encargada|responsable|jefe|jefa|compañero|compañera|"
        "departamento|equipo|area|especialista|tecnico|tecnica|seccion|agente|facturacion|ventas|"
        "soporte|atencion"
    ),
    "cuando": (
        "hoy|mañana|pasado mañana|esta (tarde|noche|mañana|semana)|(este|el proximo|el) (lunes|"
        "martes|miercoles|jueves|viernes|sabado|domingo)|(en|dentro de|antes de|en menos de) ...2 "
        "(minuto*|hora*|dia*|semana*)|(antes de|a|sobre) (las|la) _|a (primera|ultima) hora|(a "
        "finales|al final) de ...2 (semana|mes|dia)"
    ),
    "sentir": (
        "frustrante|frustrado|frustrada|frustracion|molesto|molesta|molestia|enfadado|enfadada|"
        "enojado|enojada|preocupante|preocupado|preocupada|preocupacion|decepcionante|decepcionado|"
        "decepcionada|agotador|agotado|agotada|cansado|cansada|desesperante|angustia|angustioso|"
        "dificil|duro|dura|injusto|desagradable|pesado|incomodo|estresante|indignante"
    ),
    "muy": "muy|tan|bastante|realmente|de verdad|sumamente|completamente|totalmente|absolutamente",
}

NOTHING_LEFT = (
    "(no hay|no tengo|no queda) [ya] nada (mas|que) ...3 ({hacer})",
    "no ({puedo}) hacer nada [mas|al respecto|por (usted|ti)]",
    "no hay (manera|forma|solucion|modo) [de]",
    "no ({puedo}) ...2 hacer ...1 nada",
    "nada (mas|que) ...1 (pueda|podamos|puedo) ...1 hacer",
)
REFUSAL = (
    "(no|tampoco) (me|nos|se) (es|permite|permiten|deja|dejan) ...3 ({hacer}|posible)",
    "no [se|me] [le|les|te|lo|la] ({puedo}|puede) [yo] ...2 ({hacer})",
    "no (estoy|estamos) (autorizado|autorizada|autorizados) [para|a]",
    "(lamentablemente|desgraciadamente|por desgracia) no ...2 ({puedo}|puede)",
    "eso no (depende|es cosa|es competencia) de ...2 (mi|nosotros|nuestra)",
    "no (tenemos|hay|queda*) ...2 (disponibilidad|existencias|plazas|opcion|otra opcion)",
)
NO_MATCH = ("no (encuentro|aparece|me aparece|consta|me consta|localizo) ...4 _",)
NO_REFUSAL = (
    "no ({puedo}) ...2 (creer|imaginar|prometer|garantizar|decir|agradecer*)",
    "no (hay|es) ...1 (problema|inconveniente|molestia|falta)",
    "por que no ({puedo}|puede)",
)
WAY_FORWARD = (
    "(lo que|lo unico que) [si] ({puedo}) ...2 (es|hacer)",
    "(si|pero) [que] [le|les|te|se lo] ({puedo}) ...3 ({hacer}|proponer*|pedir*|pasar*|buscar*)",
    "(voy|vamos) a [intentar] ({hacer}|buscar*|pedir*|llamar*|comprobar*|revisar*|abrir*|poner*)",
    "(ahora|en seguida|enseguida) mismo [le|te|lo|se lo] _",
    "[le|te] ({puedo}) (ofrecer*|proponer*)",
    "otra (opcion|posibilidad|alternativa|manera|forma) ...2 (es|seria)",
    "(le|te) (hago|abro|tramito|envio|mando|busco|consigo|gestiono|devuelvo|abono)",
)
SEARCHING = (
    "(dejeme|dejame|permitame|voy a|vamos a) ...1 (ver|comprobar*|mirar*|revisar*|consultar*|"
    "averiguar*|buscar*)",
    "(estoy|estamos) (comprobando|mirando|revisando|consultando|buscando)",
)
EMPATHY = (
    "(entiendo|comprendo|imagino|me imagino|veo|se|noto) ...5 que (es|esta|este|sea|sera|debe|"
    "tiene "
    "que|resulta|ha sido|fue|le) ...4 ({sentir})",
    "(entiendo|comprendo|imagino|me imagino) ...2 lo ({sentir}) que",
    "(tiene|debe) (que|de) (ser|haber sido) ...2 ({sentir})",
    "(debe|debio) ...1 (ser|de ser) ...2 ({sentir})",
    "(que|es) ({muy}) ({sentir})",
    "en su lugar ...2 (tambien|yo|me)",
    "(yo|a mi) tambien ...2 (me|estaria|sentiria|molestaria) ...3",
    "(siento|lamento) (mucho|muchisimo) [lo] que ...8 (paso|pasado|ocurrido|esperado|esperar|"
    "perdido|llamado|llamar|vivido|este)",
    "(entiendo|comprendo) (su|tu|que) ...1 ({sentir}) ...2 (despues|tras|con|porque|por)",
)
CANNED = (
    "(entiendo|comprendo) (su|tu) (frustracion|molestia|preocupacion|situacion|enfado|enojo)",
    "(disculpe|disculpa|perdone|lamento|lamentamos|sentimos) (las|la|los|cualquier) ...1 "
    "(molestia*|"
    "inconveniente*)",
    "(agradecemos|agradezco) (su|tu) (paciencia|comprension)",
    "su (opinion|llamada) es ...1 importante",
)
APOLOGY = (
    "(le|te|os) pido ...1 (disculpas|perdon)",
    "(lo|la) (siento|lamento) [mucho|muchisimo|de verdad|de veras]",
    "(ha sido|fue|es) (culpa|fallo|error) (nuestro|nuestra|mio|mia)",
    "(me|nos) (hago|hacemos|ocupo|ocupamos|encargo|encargamos) ...1 (cargo|yo|nosotros|de|"
    "personalmente)",
    "(nos|me) (hemos|he) equivocado",
    "(disculpe|disculpa|disculpeme|perdone) ...3 (espera|error|retraso|fallo|confusion)",
    "(yo|nosotros) ...1 (me|nos) (encargo|encargamos|ocupo|ocupamos)",
)
RECAP = (
    "(si|a ver si) [lo|le|te] (he entendido|entiendo|entendi) ...2 (bien|correctamente)",
    "(entonces|o sea|es decir|asi que|por lo que) [que] ...2 (usted|tu|lo que|su|el|la|le|ha|han|"
    "tiene|quiere|necesita|compro|pago|pidio|esta) _",
    "(para|solo para) (confirmar|resumir|asegurarme|estar seguro|estar segura)",
    "(resumo|recapitulo|repito)",
    "(es|seria) (correcto|asi|eso)$",
    "(quiere|quieres) decir que",
    "(me|nos) (dice|comenta|cuenta|indica) que _",
)
NO_RECAP = (
    "(entonces|asi que) (espere|llame|tiene que llamar)",
    "asi que nada",
)
TRANSFER = (
    "(paso|pasar*|transfiero|transferir*|comunico|comunicar*|derivo|derivar*) ...3 (con|a|al) ...2 "
    "({persona})",
    "(le|te|lo|la|voy a) (paso|pasar*|transfiero|transferir*|comunico|comunicar*|derivo|derivar*) "
    "...1 (con|a) _",
    "(tiene|tendra|tendria|debe|debera|necesita) ...1 (que|de) [llamar*|hablar*|contactar*|"
    "dirigirse|acudir*] ...4 ({persona})",
    "(llame|llama|hable|habla|contacte|dirijase) ...2 (con|a) ...3 ({persona})",
    "otro (departamento|compañero|equipo) ...3 (le|te|se|puede|tiene)",
)
HOLD = (
    "(un|deme un|dame un|espere un|espera un) (momento|momentito|segundo|minuto|instante)",
    "(no cuelgue|no cuelgues|permanezca|mantengase|manténgase) ...2 (linea|en espera|por favor)",
    "(le|te) ...1 (pongo|dejo|poner*|dejar*) en espera",
)
BARRIER = (
    "no (estoy|estamos) (autorizado|autorizada|autorizados)",
    "no tengo (permiso|permisos|autoridad|acceso)",
    "(tengo|tendria|debo) que (preguntar*|consultar*|pedir*) ...3 ({persona}|permiso)",
    "el (sistema|programa) no (me|nos) (deja|permite)",
)
POLICY = (
    "(la|nuestra|por) politica ...2 (de|dice|empresa|es|no)",
    "(segun|las|nuestras) (normas|condiciones|reglas|terminos)",
    "(es|asi es) el (procedimiento|protocolo)",
)
CHOICE = (
    "(que|cual|como) (prefiere|prefieres|le viene|te viene)",
    "(prefiere|prefieres|quiere|quieres) ...6 o ...3 (prefiere|que|mejor|por|a|el|la|un|una)",
    "(dos|tres|varias) (opciones|posibilidades|alternativas)",
    "(tambien|o) ({puedo}|puede) [optar|elegir]",
)
THANKS = (
    "gracias por (contar*|explicar*|avisar*|decir*|esperar*|su honestidad|llamar* de nuevo|volver*|"
    "confiar*|tomarse|ayudar*|comprobar*|repetir*|enviar*|aguantar*|facilitar*) _",
    "(agradezco|valoro) [mucho] que (me|nos|haya|lo|se|usted) _",
)
THANKS_FORMULA = (
    "gracias por (llamar|su llamada|su paciencia|su tiempo|contactar|elegir*|esperar|la espera)",
    "^ [muchas] gracias $",
)
CLOSING = (
    "(algo|alguna cosa) (mas|otra cosa) ...6 (ayudar*|necesite*|pueda|hacer|hoy)",
    "(alguna|otra) (cosa|consulta|duda) mas",
    "(que tenga|que pase|ten|tenga) (un|una|usted un|usted una) ...1 (dia|tarde|noche|semana|buen "
    "dia|feliz dia|buena tarde|excelente dia)",
    "(adios|hasta luego|hasta pronto|hasta la proxima)",
)
RESOLVED = (
    "(ya|listo) (esta|queda|quedo) [todo] (hecho|resuelto|solucionado|arreglado|cancelado|"
    "cambiado|tramitado|abonado|devuelto|activado)",
    "(le|te|lo|la|se lo) (he|hemos) [ya] (devuelto|abonado|cambiado|enviado|cancelado|activado|"
    "solucionado|resuelto|reembolsado|corregido|tramitado)",
    "acabo de (enviar*|cambiar*|cancelar*|activar*|abonar*|devolver*|solucionar*|corregir*)",
)
OFFERS_HELP = (
    "en que (le|te|les|os) ({puedo}) [yo] (ayudar|servir|atender)",
    "como (le|te) ({puedo}) (ayudar|atender)",
    "(en que|como) ({puedo}) (ayudarle|ayudarte|servirle|atenderle)",
    "(cual|que) es ...2 (problema|motivo)",
    "(digame|dime|cuenteme|cuentame) ...2 $",
)
ASKS_NAME = (
    "(cual es|me dice|me da|digame|dime|me indica|me facilita) ...1 su nombre",
    "con quien (hablo|tengo el gusto)",
    "como (se|te) llama",
    "su nombre [completo] [por favor] $",
)
CONTACT = (
    "(le|te|les|os|se lo|lo|la) ...1 (llamo|llamare|llamaremos|llamara|llamaran|envio|enviare|"
    "enviaremos|enviaran|mando|mandare|mandaremos|escribo|escribire|confirmo|confirmare|aviso|"
    "avisare|avisaremos|informo|informare|devuelvo|devolvere|devolveremos|abono|abonare|abonaremos|"
    "contactare|contactaremos|contactara|devolvemos|llamamos|enviamos|abonamos|avisamos)",
    "(voy|vamos|va|van) a (llamar*|enviar*|mandar*|escribir*|avisar*|devolver*|abonar*|confirmar*|"
    "contactar*|reclamar*) _",
    "({persona}) ...3 (llamara|contactara|escribira|avisara|ira|pasara|revisara)",
    "(recibira|recibiras|tendra|tendras) ...6 ({cuando}|en breve|pronto)",
    "(estara|quedara) ...3 (listo|resuelto|solucionado|arreglado) ...3 ({cuando})",
)
NO_PROMISE = (
    "(voy|vamos) a (pasar*|transferir*|comunicar*|derivar*)",
    "(si|cuando) (quiere|quieres|desea) [que] ...2",
    "(quiere|quieres|desea) que",
)

FEELINGS: dict[str, dict[int, tuple[str, ...]]] = {
    "frustration": {
        1: (
            "(sigo|seguimos|todavia|aun) (sin|no|esperando) _",
            "(por que|como es que) ...3 (tarda*|tanto|siempre)",
            "(otra vez|de nuevo) (lo mismo|igual|el mismo)",
            "nadie (contesta|responde|me llama|llama|sabe|me ayuda|hace|me (contesta|responde|dice|"
            "da))",
            "(llevo|llevamos) ...3 (esperando|horas|dias|semanas|meses)",
        ),
        2: (
            "frustrado*|frustrante|desesperado*|desesperante",
            "(estoy|estamos|me tienen|ya) [{muy}|ya] (harto*|cansado* de)",
            "harto* ...2 (de|ya)",
            "(es|que|vaya) (un|una|ridiculo|ridicula) (desastre|verguenza|pesadilla|perdida|burla|"
            "tomadura)",
            "(perder|perdiendo|perdida de) ...2 tiempo",
            "(tercera|cuarta|quinta|segunda|decima|enesima) vez",
            "(he|hemos) (llamado|explicado|pedido|repetido|contado) ...3 (veces|mil|varias)",
            "(una y otra vez|cada vez lo mismo|siempre lo mismo|a cada rato)",
            "(me|nos) (han|habian) (colgado|cortado|mareado|tomado el pelo)",
            "no (puede ser|es normal|es posible) que _",
            "(de un lado|de departamento) ...3 (a otro|al otro|en departamento)",
        ),
        3: ("no (puedo|aguanto|soporto) mas", "(estoy|me tienen) hasta ...2 (gorro|narices|aqui)"),
    },
    "anger": {
        1: ("(ustedes|vosotros) (son|sois|siempre|nunca|no hacen|no tienen)",),
        2: (
            "(enfadado*|enojado*|furioso*|indignado*|cabreado*|encabronado*|rabia)",
            "(inaceptable|indignante|vergonzoso|vergonzosa|lamentable|intolerable|pesimo|pesima|"
            "inutiles|incompetentes|sinverguenzas|ladrones|estafadores|estafa|timo|robo|"
            "mentirosos)",
            "(como (se|os) (atreve|atreven|atreveis)|que se han creido|no tienen verguenza|que "
            "verguenza)",
            "(me|nos) (han|estan) (mentido|mintiendo|estafado|estafando|robado|robando|engañado|"
            "engañando)",
            "(mala|peor|terrible|horrible) (atencion|servicio|experiencia)",
        ),
        3: (
            "(absolutamente|totalmente|completamente) (inaceptable|indignante|vergonzoso)",
            "(mierda|joder|coño|cabrones|hijos de|puta|maldito*)",
            "el peor servicio",
        ),
    },
    "worry": {
        1: ("(y si|que pasa si) ...3 (no|pierdo|llega)", "(que|como) (hago|voy a hacer) ahora"),
        2: (
            "(preocupado*|preocupa|preocupan|preocupante|nervioso*|angustiado*|angustia|"
            "asustado*|miedo|"
            "panico|inquieto*)",
            "(me|nos) da (miedo|panico|angustia)",
            "(alguien|han) (usado|robado|sacado|entrado) ...4 (tarjeta|cuenta|dinero|datos)",
        ),
        3: ("(aterrado*|muerto de miedo|muerta de miedo|ataque de panico)",),
    },
    "disappointment": {
        1: ("(esperaba|esperabamos) (mas|otra cosa|algo mejor)", "(que pena|una lastima)"),
        2: (
            "(decepcionado*|decepcion|decepcionante|desilusionado*|defraudado*)",
            "(no me lo|no) esperaba [esto] de (ustedes|vosotros|una empresa)",
            "(he|hemos) perdido ...1 (confianza|fe)",
            "(tantos|muchos|_) años ...3 (cliente*|clienta*) ...4 (asi|esto|tratar*)",
        ),
        3: ("({muy}) decepcionado*",),
    },
    "exhaustion": {
        1: ("(cansado*|estresado*|agobiado*)",),
        2: (
            "(agotado*|exhausto*|saturado*|sobrepasado*|quemado*)",
            "({muy}) (cansado*|estresado*|agobiado*)",
            "no (tengo|me quedan) [mas] (fuerzas|energia)",
        ),
        3: ("(completamente|totalmente) agotado*", "no doy mas [de mi]"),
    },
    "confusion": {
        1: (
            "no (entiendo|comprendo|me queda claro|me aclaro)",
            "(confundido*|confuso|confusa|lio|perdido con)",
            "(que|como) (significa|quiere decir) (eso|esto|que)",
        ),
        2: ("({muy}) (confundido*|confuso|confusa)", "no entiendo nada"),
        3: (),
    },
    "gratitude_relief": {
        1: (
            "(muchas|mil|muchisimas) gracias",
            "gracias [por|a usted]",
            "(perfecto|estupendo|genial|fantastico|excelente|que bien)",
            "(se lo|te lo|le|lo) agradezco",
        ),
        2: (
            "(que alivio|menos mal|me quedo (mas|muy) tranquilo*|me (ha|has) (salvado|ayudado))",
            "(muchisimas|un millon de|mil) gracias",
            "(muy|tan|super) amable",
            "por fin alguien que",
        ),
        3: ("es usted (un|una) (angel|sol|crack)",),
    },
}
SARCASM = (
    "gracias por (nada|arruinar*|hacerme perder)",
    "(no|ni) [muchas] gracias",
    "(genial|estupendo|perfecto|que bien) (otra vez|ahora tambien|lo que faltaba|mas)",
)
RESTRAINED = (
    "(no quiero|sin animo de) (ser|discutir*|ofender*|levantar*) ...4 pero",
    "con (todo el|todo) respeto",
    "(no es|no va) [nada] (contra usted|con usted|personal)",
    "(solo|simplemente) (quiero|pido|necesito) ...2 (una respuesta|que alguien|que me|una "
    "solucion)",
    "(voy|vamos) a (tratar|intentar) de ...1 (mantener*|estar*) ...1 (calma|tranquilo*)",
)
REPEAT = (
    "(ya|otra vez) [he|hemos|os|les] (llame|llamado|llamamos|hable|hablado|explique|explicado|"
    "conte|"
    "contado)",
    "(segunda|tercera|cuarta|quinta|enesima|decima) (vez|llamada)",
    "(he|hemos) (llamado|hablado|escrito) ...3 (veces|ayer|antes|la semana pasada|ya)",
    "(la semana pasada|ayer|el otro dia|el lunes|el mes pasado) ...4 (llame|hable|dijeron|"
    "prometieron|llamado)",
    "(vuelvo|volver) a llamar",
)
TOLD_TRANSFERS = (
    "(me|nos) (han|habian) (pasado|transferido|derivado|mandado|enviado) ...4 (veces|de|"
    "otro|a otro|entre|cada)",
    "(me|nos) pasan de (uno|un|departamento|persona)",
    "no (me|nos) (pase|transfiera|pasen) (otra vez|mas|de nuevo|a otro)",
)
GIVING_UP = (
    "(dejelo|dejalo|olvidelo|olvidalo|da igual|dejemoslo|ya no importa)",
    "(no|ya no) (sirve|vale) [de] (nada|la pena)",
    "(renuncio|me rindo)",
)
THREATS: dict[str, tuple[str, ...]] = {
    "leave_cancel": (
        "(quiero|queremos|voy a|vamos a|pienso) ...1 (cancelar*|dar* de baja|darme de baja|irme|"
        "cambiarme|cambiar* de (compañia|empresa|operador|banco)|cerrar* (mi|la) cuenta)",
        "(me|nos) (voy|vamos|cambio|cambiamos|paso|pasamos) (a|de|con) ...2 (competencia|otra|"
        "compañia|empresa|operador|banco)",
        "(denme|deme|dame|quiero|tramite) ...2 [la] baja",
        "(no) (vuelvo|volvere|volveremos) a (comprar*|contratar*|usar*|volar*)",
        "han perdido (un|una) (cliente*|clienta*)",
        "me doy de baja",
    ),
    "ask_supervisor": (
        "(quiero|necesito|queria|exijo|pido|paseme|pongame|deme|comuniqueme) ...4 (supervisor|"
        "supervisora|encargado|encargada|responsable|jefe|jefa|superior|gerente|director)",
        "(su|un) (supervisor|superior|jefe|encargado) ...2 (por favor|ahora|ya)",
    ),
    "social_media_public": (
        "(publicar*|subir*|poner*|contar*|colgar*) ...5 (redes|twitter|facebook|instagram|internet|"
        "google|reseña|prensa|periodico|television|tele)",
        "(mala|una|mi) reseña",
        "(todo el mundo|la gente|la prensa) ...2 (se entere|lo sepa|va a saber|enterara)",
        "en redes sociales",
    ),
    "legal": (
        "(abogado|abogada|abogados|demanda|demandar*|denuncia|denunciar*|denunciare|juzgado|"
        "tribunal|tribunales|consumo|reclamacion oficial|hoja de reclamaciones|acciones legales|"
        "via "
        "legal)",
    ),
}
NO_THREAT = (
    "(no) (quiero|voy a|pienso|me) ...1 (cancelar*|dar* de baja|irme|denunciar*|demandar*)",
    "(mi|el|su|un) (marido|mujer|hijo|hermano|amigo|padre) es abogado*",
    "soy abogado*",
    "(consumo) (de|electrico|mensual|diario|elevado|medio)",
)
PROBLEM = (
    "(mi|el|la|los|mis) ...3 (no (funciona*|llega*|ha llegado|va|carga|enciende|aparece|puedo)|"
    "esta "
    "(roto|rota|mal|bloqueado*))",
    "(me|nos) (han|habeis) (cobrado|cargado|facturado|enviado|cortado|bloqueado|rechazado|"
    "cancelado)",
    "(tengo|hay) (un|una) (problema|incidencia|averia|error|cargo|factura|duda|consulta)",
    "(no [me] ha llegado|no he recibido|no recibi|falta)",
    "(quiero|quisiera|queria|necesito|me gustaria) (saber|cambiar*|cancelar*|reclamar*|devolver*|"
    "reservar*|contratar*|consultar*|hacer*|pedir*) _",
    "(llamo|llamaba) (porque|por|para) _",
)
TROUBLE = (
    "no (funciona*|llega*|ha llegado|he recibido|recibi|va|carga)",
    "(problema|incidencia|averia|error|cobrado|cargado|bloqueado*|roto*|mal|cortado|rechazado|"
    "cancelado|retraso|falta|reclamar*)",
)
RESOLVED_BY_CUSTOMER = (
    "(ya|ahora si) [me] (funciona|va bien|ha llegado|lo veo|puedo entrar)",
    "(me lo|lo) (han|ha) (solucionado|resuelto|arreglado)",
)
GIVES_NAME = ("me llamo", "mi nombre es", "mi nombre completo es", "le habla", "a nombre de")
GIVES_NAME_LOOSELY = ("soy",)
NOT_NAMES = frozenset(
    "a al alguien asi autonomo bien buenas buenos cliente clienta consciente de el ella en era "
    "esta "
    "ese este estudiante extranjero fan hola jubilado la lo mayor mi muy no nuevo nueva otra otro "
    "para persona pero por propietario que quien quiero si solo su titular un una usted usuario "
    "usuaria ya yo gracias abogado abogada medico vecino".split()
)
"""Words that "soy …" goes on with, and others that are no name; accents folded."""

"""What a call is about and what sounds impatient, in Spanish, as phrases by label."""

IMPATIENT: tuple[str, ...] = (
    "(calmese|calmate|tranquilicese|tranquilizate|relajese)",
    "(escucheme|escuchame|dejeme|dejame) [que] ...1 (hablar|terminar|acabar|termine|acabe)",
    "ya (le|te|se lo|os) (he dicho|dije|explique|he explicado|habia dicho|comente|he comentado)",
    "como ya (le|te|se lo) (he dicho|dije|explique|comente)",
    "(no tengo|no tenemos) (todo el dia|tiempo para)",
    "(que|y que) quiere que (haga|le haga|yo haga|le diga)",
    "(ha|has) (terminado|acabado) [ya]$",
    "(si|cuando) me (deja|dejara|dejas) (hablar|terminar|acabar|explicar*)",
    "(mire|oiga) (señor|señora|señorita|caballero)",
    "^ (vale|si|bueno) (pero|y) (que|cuando|donde|quien|cual|su) _",
)
"""Clipped or impatient words of an agent (lesson C1)."""

CAME_BACK: tuple[str, ...] = (
    "(volvi|he vuelto|hemos vuelto|vuelvo|volvemos|regrese|he regresado) [otra vez|de nuevo] (con|"
    "a) (ustedes|vosotros|vuestra|su|esta)",
    "(me fui|nos fuimos|me cambie|me habia ido|me di de baja|cancele) ...8 (volvi|he vuelto|vuelto|"
    "regrese|regresado|de vuelta)",
    "(les|os|le|te) (doy|estoy dando|damos|di) [una] ...1 (otra|segunda|ultima) oportunidad",
    "(fui|era|habia sido) (cliente|clienta) ...6 (volver*|vuelto|otra vez|de nuevo|regres*)",
    "(antiguo|antigua) (cliente|clienta)",
)
"""Customers who left and came back, or are thinking of it (lesson R3)."""

DRIVERS: dict[str, tuple[str, ...]] = {
    "delivery": (
        "(paquete|pedido|envio|maleta|equipaje|carta|tarjeta|repuesto) ...4 (tarde|perdido|perdida|"
        "perdieron|retrasado|retrasada|nunca|dañado|dañada|equivocado|equivocada|roto|rota)",
        "no (ha|han|me ha|me han|nos ha) ...1 (llegado|entregado|enviado|traido)",
        "(nunca|todavia no|aun no|sigue sin|siguen sin) ...1 (llego|ha llegado|llega|llegar|"
        "entregar*)",
        "(vuelo|tren) ...3 (retrasado|cancelado|cancelaron|con retraso|perdido|perdi)",
        "(repartidor|mensajero) ...4 (no|nunca|dejo|tiro|perdio)",
        "(producto|articulo|pedido|talla) (equivocado|equivocada|incorrecto|incorrecta|roto|"
        "dañado)",
    ),
    "billing": (
        "(cobraron|cobrado|cobrando|cobran|cobro|facturaron|facturado|cargaron|cargado|cobrar*)",
        "(factura|recibo|cargo|cargos|comision|comisiones|intereses) ...4 (mal|alta|alto|doble|dos "
        "veces|equivocada|equivocado|incorrecta|incorrecto|de mas|no reconozco|injusto|injusta)",
        "(reembolso|reembolsar*|devolucion|devolver* ...1 dinero|mi dinero|me deben)",
        "(pago|pagos) ...3 (rechazado|fallido|devuelto|duplicado|dos veces|no)",
    ),
    "fault": (
        "no (funciona|funcionan|va|anda|enciende|arranca|carga|conecta|sirve)",
        "(dejo|ha dejado|dejaron) de funcionar",
        "(roto|rota|averiado|averiada|estropeado|estropeada|averia|defectuoso|defectuosa|fallo|"
        "falla)",
        "(sin|no tengo|se fue|se corta) [la|el] (internet|señal|linea|luz|conexion|cobertura|agua)",
    ),
    "access": (
        "(no puedo|no me deja|no consigo|no logro|imposible) ...2 (entrar|acceder|iniciar sesion|"
        "registrarme|conectarme|ingresar)",
        "(olvide|he olvidado|perdi|se me olvido) ...2 (contraseña|clave|usuario|pin)",
        "(cuenta|tarjeta|linea) ...2 (bloqueada|bloqueado|suspendida|congelada)",
    ),
    "cancellation": (
        "(cancelar*|dar* de baja|darme de baja|anular*|cerrar*) ...3 (mi|la|el|nuestro|cuenta|"
        "contrato|plan|suscripcion|reserva|pedido|servicio|linea|vuelo)",
    ),
    "attitude": (
        "(grosero|grosera|groseros|maleducado|maleducada|borde|prepotente|grito|gritaron|insulto|"
        "insultaron|me colgo|me colgaron|falta de respeto|de malos modos|de mala manera)",
        "(me|nos) (trato|trataron|hablo|hablaron) ...2 (mal|fatal|como)",
        "(a nadie|no) le* importa*",
    ),
    "communication": (
        "nadie ...3 (dijo|dice|aviso|avisa|llamo|llama|contesto|contesta|respondio|explica|explico|"
        "informa|informo)",
        "(sin|ninguna|ningun) (respuesta|explicacion|aviso|noticia|noticias|informacion)",
        "(me|nos) (dijeron|han dicho|aseguraron) ...6 (otra cosa|pero|distinto|diferente|lo "
        "contrario)",
    ),
    "waiting": (
        "(esperando|espera|espere|esperado|en espera) ...4 (hora|horas|minutos|dias|semanas|meses|"
        "rato|siglo|mucho)",
        "(llevo|llevamos) ...4 (horas|minutos|dias|semanas|meses|una hora|un mes|una semana)",
        "(tarda|tardan|tardado|tardaron) ...2 (mucho|demasiado|tanto)",
    ),
    "policy": (
        "(su|sus|vuestra|vuestras|la|esta|esa) ...1 (politica|politicas|norma|normas|letra "
        "pequeña)",
        "(se niegan|se nego|no quieren|se negaron) ...2 (devolver*|cambiar*|aceptar*|reembolsar*)",
    ),
    "price": (
        "(muy|demasiado|tan|mas) (caro|cara|caros|caras)",
        "(precio|precios|tarifa|cuota|recibo) ...3 (subido|subio|sube|subida|mas alto|doblado)",
        "(mas barato|mas barata|mejor (precio|oferta|tarifa))",
    ),
    "security": (
        "(fraude|estafa|estafado|estafada|robado|robada|robaron|hackeado|hackeada|suplantado|"
        "suplantacion|phishing)",
        "(no (hice|he hecho|reconozco|autorice)) ...3 (compra|compras|cargo|cargos|pago|movimiento|"
        "movimientos|transferencia)",
        "alguien ...2 (uso|ha usado|saco|retiro|entro)",
    ),
    "quality": (
        "(calidad|comida|asiento|habitacion|producto|servicio) ...3 (mal|mala|malo|pesimo|pesima|"
        "fatal|horrible|sucio|sucia|frio|fria|terrible|vergonzoso)",
        "(mala|pesima|horrible) (calidad|comida|experiencia|atencion)",
        "(sucio|sucia|manchado|manchada)",
    ),
}
"""Causes of a call; `repeat_contact` is one, too, and found as a label of its own."""

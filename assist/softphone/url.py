"""`callassist://start?name=…&number=…`: what a softphone or a CRM page opens. Read strictly.

Whatever web page can make a browser open such an address, so nothing is guessed: an action, keys
and values that are not known are refused. Imports next to nothing, as `texts`.
"""

from urllib.parse import unquote, unquote_plus

from assist.softphone.errors import PhoneError
from assist.softphone.texts import checked

SCHEME = "callassist"
LONGEST_URL = 2000

ACTIONS = {
    "ringing": "ringing",
    "start": "started",
    "hold": "held",
    "resume": "resumed",
    "transfer": "transferred",
    "end": "ended",
}
"""The word in commands → `core.commands.PhoneAction`."""

URL_ACTIONS = ("ringing", "start", "end")
"""What an address may ask for: that a call is offered by name, begins, ends. Any web page can open
one, so it neither stops the listening nor hands a call on."""

KEYS = {"name": "name", "number": "number", "ref": "reference", "id": "line"}
"""The key in URLs → the field of `core.commands.ReportPhone`."""


def parse_url(url: str) -> tuple[str, dict[str, str]]:
    """The action and the fields of `ReportPhone` that an address gives. Raises PhoneError."""
    if len(url) > LONGEST_URL:
        raise PhoneError(f"The address is longer than {LONGEST_URL} characters.")
    scheme, colon, rest = url.strip().partition(":")
    if not colon or scheme.lower() != SCHEME:
        raise PhoneError(f"The address must begin with {SCHEME}://.")
    if "#" in rest:
        raise PhoneError("The address holds a '#'; write it as %23.")
    place, _, query = rest.removeprefix("//").partition("?")
    # Browsers add the slash of an empty path, and may write the host in small letters.
    word = place.removesuffix("/").lower()
    if word not in URL_ACTIONS:
        known = ", ".join(URL_ACTIONS)
        raise PhoneError(f"The address asks for {_shown(word)}; known are {known}.")
    return ACTIONS[word], parse_query(query)


def parse_query(query: str) -> dict[str, str]:
    """The fields of `ReportPhone` in what stands behind the question mark. Raises PhoneError."""
    fields: dict[str, str] = {}
    for pair in query.split("&") if query else ():
        key, equals, value = pair.partition("=")
        if key not in KEYS or not equals:
            raise PhoneError(
                f"The address gives {_shown(key)}; known are {', '.join(KEYS)}, each with '='."
            )
        field = KEYS[key]
        if field in fields:
            raise PhoneError(f"The address gives '{key}' twice.")
        # A plus sign begins a number far more often than it stands for a space in one.
        decode = unquote if field == "number" else unquote_plus
        try:
            fields[field] = checked(field, decode(value, errors="strict"))
        except UnicodeDecodeError:
            raise PhoneError(f"The {key} in the address is not UTF-8.") from None
    return fields


def _shown(word: str) -> str:
    """A word of a stranger's, short and without what could not be printed."""
    return repr(word[:20])

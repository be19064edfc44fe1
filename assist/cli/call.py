"""`assist call`: what a softphone runs, or a browser opens, when a call rings, begins or ends.

The softphone waits for it, so nothing heavy is imported here: no model, no store, not even the
codec. The line to the engine is written by hand and checked against the codec in the tests.
"""

import argparse
import json
from collections.abc import Callable

from assist import __version__, paths
from assist.cli.common import Subparsers, add_command
from assist.core.errors import AssistError
from assist.softphone.texts import checked
from assist.softphone.url import ACTIONS, KEYS, parse_url

_EXAMPLES = """\
assist call ringing --number 5550142
assist call start --number 5550142 --name "Dana Ortega" --ref T-1001
assist call hold
assist call pause
assist call end
assist call url "callassist://start?number=5550142&name=Dana+Ortega"
docs/softphones.md has what to write into your softphone's settings."""

_HELP = {
    "ringing": "a call comes in or goes out and is not answered yet",
    "start": "a call was answered",
    "hold": "a call was put on hold",
    "resume": "a call was taken back from hold",
    "transfer": "a call was given to somebody else",
    "end": "a call is over",
}
_ACTION_EXAMPLES = {
    "ringing": 'assist call ringing --number 5550142 --name "Dana Ortega"',
    "start": 'assist call start --number 5550142 --name "Dana Ortega" --ref T-1001',
    "hold": "assist call hold",
    "resume": "assist call resume",
    "transfer": "assist call transfer --ref T-1001",
    "end": "assist call end --id 8f3c",
}
_URL_EXAMPLES = """\
assist call url "callassist://start?number=5550142&name=Dana+Ortega"
assist call url callassist://end"""
_STARTING = ("ringing", "started", "resumed")
"""What an engine is started for; for the rest of a call there is nothing it could do."""

_ANSWER_S = 2.0
"""An engine that runs answers within milliseconds, whatever it is doing."""
_START_S = 60.0
"""For it to listen and take the report, as `engine.client` waits."""
_PROTOCOL = 1
_PAUSE_SET = b'{"type":"pause_set"'


class NotDelivered(AssistError):
    """The engine did not take the report."""


def add_parser(subparsers: Subparsers) -> None:
    parser = add_command(
        subparsers,
        "call",
        help="tell of a call of your softphone",
        examples=_EXAMPLES,
        run=lambda args: parser.error("say what happened: ringing, start, end …"),
    )
    actions = parser.add_subparsers(metavar="WHAT", title="what happened")
    for word, help_ in _HELP.items():
        action = add_command(
            actions, word, help=f"tell that {help_}", examples=_ACTION_EXAMPLES[word], run=run
        )
        action.add_argument("--name", default="", help="the customer's name")
        # MicroSIP puts the number behind the command, or nothing where it knows none.
        action.add_argument(
            "--number", nargs="?", default="", const="", help="the customer's number or address"
        )
        action.add_argument("--ref", default="", help="ticket or order the call is about")
        action.add_argument("--id", default="", help="the softphone's own id of the call")
        action.set_defaults(what=word)
    pause = add_command(
        actions,
        "pause",
        help="hear and keep nothing of the call for now, as the Pause button does",
        examples="assist call pause\nassist call pause --off",
        run=run_pause,
    )
    pause.add_argument("--off", action="store_true", help="go on, whatever it was paused for")
    url = add_command(
        actions,
        "url",
        help="tell what a callassist:// address says",
        examples=_URL_EXAMPLES,
        run=run_url,
    )
    url.add_argument("url", metavar="URL")


def run(args: argparse.Namespace) -> int:
    fields = {field: checked(field, getattr(args, key)) for key, field in KEYS.items()}
    return _tell(ACTIONS[args.what], fields, "command")


def run_pause(args: argparse.Namespace) -> int:
    wanted = json.dumps(not args.off)
    line = f'{{"type":"set_pause","is_paused":{wanted}}}\n'.encode()
    # The engine tells every window of the pause; one that is asked for twice is told twice.
    answer = f'"is_paused":{wanted}'.encode()
    if not deliver(line, lambda told: told.startswith(_PAUSE_SET) and answer in told):
        print("Call Assist is not running: nothing to do.")
        return 0
    print("Going on." if args.off else "Paused: nothing is heard or kept.")
    return 0


def run_url(args: argparse.Namespace) -> int:
    action, fields = parse_url(args.url)
    return _tell(action, fields, "url")


def _is_report_taken(answer: bytes) -> bool:
    return answer.startswith(b'{"type":"report_taken"')


def _tell(action: str, fields: dict[str, str], origin: str) -> int:
    if deliver(report_line(action, fields, origin)):
        return 0
    if action in _STARTING:
        _start_and_tell(action, fields, origin)
    else:
        print("Call Assist is not running: nothing to do.")
    return 0


def report_line(action: str, fields: dict[str, str], origin: str) -> bytes:
    """A `core.commands.ReportPhone` as the engine reads it."""
    told = {name: value for name, value in fields.items() if value}
    report = {"type": "report_phone", "action": action, "origin": origin, **told}
    return json.dumps(report, ensure_ascii=False).encode() + b"\n"


def deliver(line: bytes, is_taken: Callable[[bytes], bool] = _is_report_taken) -> bool:
    """Give the running engine the report; false where none runs. Raises NotDelivered."""
    from assist.engine import transport
    from assist.engine.errors import EngineError
    from assist.engine.wire import lines

    try:
        connection = transport.connect(paths.engine_socket())
    except (OSError, EngineError):
        return False
    try:
        connection.set_timeout(_ANSWER_S)
        received = lines(connection)
        hello = json.loads(next(received, b"{}"))
        if not hello:
            return False  # it is ending
        if hello.get("protocol") != _PROTOCOL:
            raise NotDelivered(
                "The running engine is of another version; close every window of Call Assist, "
                "wait half a minute and try again."
            )
        mine = {"type": "hello", "protocol": _PROTOCOL, "version": __version__, "pid": 0}
        connection.send(json.dumps(mine).encode() + b"\n" + line)
        trouble = ""
        for answer in received:
            if is_taken(answer):
                return True
            if answer.startswith(b'{"type":"trouble"'):
                trouble = json.loads(answer)["sentence"]
                if is_taken is not _is_report_taken:
                    break
        raise NotDelivered(trouble or "The engine hung up; try again.")
    except (OSError, ValueError, EngineError):
        raise NotDelivered("The engine does not answer; run 'assist doctor'.") from None
    finally:
        connection.cut()
        connection.close()


def _start_and_tell(action: str, fields: dict[str, str], origin: str) -> None:
    """Start the engine, as its windows do, and give it the report. Raises AssistError."""
    import time

    from assist import app
    from assist.core.commands import PhoneAction, ReportPhone
    from assist.core.notices import ReportTaken

    with app.connect() as link:
        link.send(ReportPhone(action=PhoneAction(action), origin=origin, **fields))
        until = time.monotonic() + _START_S
        while time.monotonic() < until:
            if isinstance(link.receive(0.5), ReportTaken):
                print("Call Assist's engine was started for this call.")
                return
    raise NotDelivered("The engine was started but does not answer; run 'assist doctor'.")

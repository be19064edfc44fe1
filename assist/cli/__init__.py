"""The `assist` command: reads the arguments, runs one command, says errors in one sentence."""

import argparse
import contextlib
import errno
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

import assist
from assist import paths
from assist.core.errors import AssistError

OpenDesktop = Callable[[float | None], int]
"""Opens the sidebar and returns the exit status; with a number it plays the demo at that speed."""
OpenUrl = Callable[[str], int]
"""Opens the sidebar, or brings it forward, with a `callassist://` address to be told."""
OpenEditor = Callable[[str], int]
"""Opens the rule editor on a layer ("agent", "team" or "company") and returns the exit status."""
OpenReview = Callable[[bool, bool], int]
"""Opens the review window and returns the exit status: (is it an agent's own calls; is it this
computer's calls, though a team's database is set)."""
PrintCall = Callable[..., None]
"""Writes a call's page as PDF: (page, call, waveform or None, file)."""
PrintTeam = Callable[..., None]
"""Writes a team's page as PDF: (page, figures, file)."""


class _Command(NamedTuple):
    # Not a dataclass: importing those takes 10 ms, and a softphone waits for `assist call`.
    name: str
    help: str
    is_hidden: bool = False
    is_logged: bool = True
    """Whether it keeps a log; without one it starts sooner."""


# Each command lives in the module `assist.cli.NAME`, which is imported only when it is asked for:
# `assist --help` and `assist calls list` must not load Vosk.
_COMMANDS = (
    _Command(
        name="demo",
        help="play the shipped demo call into the sidebar, or into the terminal",
    ),
    _Command(name="listen", help="listen to a live call without a window"),
    _Command(
        name="call",
        help="tell of a call of your softphone: ringing, start, end …",
        is_logged=False,
    ),
    _Command(name="transcribe", help="words, detections and prompts of recordings"),
    _Command(
        name="replay",
        help="run a journal again and check that it gives the same prompts",
    ),
    _Command(
        name="practice",
        help="see a call again without its prompts, say where you would act, then compare",
    ),
    _Command(
        name="evaluate",
        help="precision and recall of detections, false prompts per hour, on labelled data",
    ),
    _Command(name="calls", help="list, show, export and delete finished calls"),
    _Command(name="backup", help="keep a copy of the calls on another disk, and put it back"),
    _Command(name="review", help="look at finished calls: the lead's window, recordings, comments"),
    _Command(name="report", help="the team's figures as a table, a page or a sheet"),
    _Command(name="sync", help="send finished calls to the team, fetch comments"),
    _Command(
        name="team",
        help="set up the team's database and its people; see who looked at your calls",
    ),
    _Command(name="playbook", help="check, try, edit, share and restore the rules"),
    _Command(name="setup", help="set up model, headset and notice in under a minute"),
    _Command(name="settings", help="show and change the settings"),
    _Command(name="devices", help="list microphones and what the agent hears"),
    _Command(name="models", help="list, install, import, check and measure speech models"),
    _Command(name="doctor", help="check devices, model, window and disk"),
    _Command(name="about", help="version, licences and what this app contains", is_logged=False),
    _Command(name="engine", help="the engine process", is_hidden=True),
)

_ADDRESS = "callassist:"
"""What a browser or a softphone opens begins so; the sidebar tells it to the engine."""

_OS_ADVICE = {
    errno.ENOSPC: "free some space",
    errno.EACCES: "check that you may write there",
    errno.EPERM: "check that you may write there",
    errno.EROFS: "choose a place that can be written",
    errno.ENOTDIR: "a file stands where a folder is needed; move it away",
    errno.EEXIST: "a file stands where a folder is needed; move it away",
}

_READER_GONE = 141
"""As shells give it for a program that wrote where nobody reads (128 + SIGPIPE)."""

_EPILOG = """\
examples:
  assist                                open the sidebar
  assist demo                           see what it does, in a minute and a half
  assist transcribe call.wav            one stereo file: agent left, customer right
  assist transcribe agent.wav customer.wav --json
  assist calls list
  assist setup                          headset, model, a first sentence
  assist doctor                         when something does not work
"""


def main(
    argv: Sequence[str],
    *,
    open_desktop: OpenDesktop,
    open_editor: OpenEditor | None = None,
    open_review: OpenReview | None = None,
    open_url: OpenUrl | None = None,
    print_call: PrintCall | None = None,
    print_team: PrintTeam | None = None,
) -> int:
    """Run one command and return its exit status."""
    try:
        try:
            if open_url is not None and argv and argv[0].lower().startswith(_ADDRESS):
                return open_url(argv[0])
            windows = (open_desktop, open_editor, open_review, print_call, print_team)
            return _run(list(argv), *windows)
        finally:
            _flush()
    except AssistError as error:
        print(f"assist: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("assist: stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader went away (`assist … | head`): no message.
        _close_output()
        return _READER_GONE
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):  # rich's way of saying the same
            return _READER_GONE
        raise
    except OSError as error:
        _close_output()
        with contextlib.suppress(OSError):  # stderr may be what cannot be written
            print(f"assist: {_os_sentence(error)}", file=sys.stderr)
        return 1
    except UnicodeEncodeError:
        print("assist: A file's name is not text; rename the file.", file=sys.stderr)
        return 1


def _run(
    argv: list[str],
    open_desktop: OpenDesktop,
    open_editor: OpenEditor | None,
    open_review: OpenReview | None,
    print_call: PrintCall | None,
    print_team: PrintTeam | None,
) -> int:
    parser = _parser(argv)
    args, unknown = parser.parse_known_args(argv)
    if unknown:
        _used(parser, argv).error(f"unrecognized arguments: {' '.join(unknown)}")
    _clean(args)
    if args.command is None or _named(args.command).is_logged:
        from assist.log import set_up_logging

        set_up_logging(paths.log_file(), verbose=args.verbose)
    if args.command is None:
        return open_desktop(None)
    args.open_desktop = open_desktop
    args.open_editor = open_editor
    args.open_review = open_review
    args.print_call = print_call
    args.print_team = print_team
    status = args.run(args)
    assert isinstance(status, int)
    return status


def _used(parser: argparse.ArgumentParser, argv: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of the (sub-)command that was given, whose usage helps with a mistake."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for place, word in enumerate(argv):
                if word in action.choices:
                    return _used(action.choices[word], argv[place + 1 :])
    return parser


def _named(name: str) -> _Command:
    return next(command for command in _COMMANDS if command.name == name)


def _clean(args: argparse.Namespace) -> None:
    """Make text of words that are none; paths keep every byte."""
    for name, value in vars(args).items():
        if isinstance(value, str):
            setattr(args, name, os.fsencode(value).decode("utf-8", "replace"))


def _flush() -> None:
    """Write what is left now, where an error can still be said."""
    if sys.stdout:  # a windowed program on Windows has none
        sys.stdout.flush()


def _close_output() -> None:
    """Keep Python from writing what is left, and failing once more, at its exit."""
    with contextlib.suppress(OSError):
        try:
            _flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _os_sentence(error: OSError) -> str:
    where = error.filename if isinstance(error.filename, str | os.PathLike) else "the output"
    advice = _OS_ADVICE.get(error.errno or 0, "run 'assist doctor'")
    return f"{error.strerror or error}: {where}; {advice}."


def _parser(argv: list[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="assist",
        description="Live call assist: hears both sides of a call and prompts the agent in time.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"assist {assist.__version__}")
    parser.add_argument("--verbose", action="store_true", help="say more on stderr")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    asked = next((word for word in argv if not word.startswith("-")), None)
    for command in _COMMANDS:
        if command.name == asked:
            importlib.import_module(f"assist.cli.{command.name}").add_parser(commands)
        elif not command.is_hidden:
            commands.add_parser(command.name, help=command.help)
    return parser

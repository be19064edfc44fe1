"""`assist models words`: names of products and the like that the starter is to know as well."""

import argparse
import sys

from assist import app, settings
from assist.cli.common import Subparsers, add_command
from assist.core.errors import UsageError

_EXAMPLES = """\
assist models words add FiberMax "Norvexa Plus"
assist models words list
assist models words remove FiberMax"""

_MOST_SIGNS = 60
_NOT_TAKEN = (
    "assist: the model in use, '{model}', takes no new words; they are kept and count when the "
    "starter is in use."
)


def add_words_parser(commands: Subparsers) -> None:
    parser = commands.add_parser(
        "words",
        help="your own words (products, companies) for the starter model",
        description="Words the starter model is to know as well: names of products, companies, "
        "colleagues. They count from the next call on.",
        epilog="examples:\n" + "\n".join(f"  {line}" for line in _EXAMPLES.splitlines()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    actions = parser.add_subparsers(
        dest="words_command", metavar="COMMAND", title="commands", required=True
    )
    add_command(
        actions,
        "list",
        help="show them and how they are taken to be said",
        examples="assist models words list",
        run=run_list,
    )
    adding = add_command(
        actions,
        "add",
        help="add words, written as they are spoken",
        examples='assist models words add FiberMax\nassist models words add "Norvexa Plus"',
        run=run_add,
    )
    adding.add_argument("words", metavar="WORD", nargs="+", help='in "quotes" if more than one')
    removing = add_command(
        actions,
        "remove",
        help="take words out again",
        examples="assist models words remove FiberMax",
        run=run_remove,
    )
    removing.add_argument("words", metavar="WORD", nargs="+", help="as the list shows it")


def run_list(args: argparse.Namespace) -> int:
    chosen = app.load_settings()
    if not chosen.words:
        print("No words of your own; add one with `assist models words add WORD`.")
        return 0
    from assist.speech.joining import spoken_words
    from assist.speech.pronounce import Pronouncer

    pronounce = Pronouncer(app.pronunciation_file())
    width = max(map(len, chosen.words))
    for word in chosen.words:
        said = [" ".join(one.variants[0]) for one in spoken_words(word, pronounce)]
        print(f"{word.ljust(width)}  {' | '.join(said) or 'left out: nobody knows its sound'}")
    _tell_if_not_taken(chosen)
    return 0


def run_add(args: argparse.Namespace) -> int:
    from assist.speech.joining import MOST_WORDS, spoken_words
    from assist.speech.pronounce import Pronouncer

    chosen = app.load_settings()
    pronounce = Pronouncer(app.pronunciation_file())
    have = {word.casefold() for word in chosen.words}
    new: dict[str, str] = {}
    for given in args.words:
        word = " ".join(given.split())
        if len(word) > _MOST_SIGNS or not spoken_words(word, pronounce):
            raise UsageError(
                f"How '{word[:_MOST_SIGNS]}' is said cannot be told; write it as it is spoken, in "
                f"Latin letters without digits ('seven up', not '7up') and at most {_MOST_SIGNS} "
                "long."
            )
        if word.casefold() not in have:
            new.setdefault(word.casefold(), word)
    if len(chosen.words) + len(new) > MOST_WORDS:
        raise UsageError(f"There is room for {MOST_WORDS} words; remove some first.")
    _keep((*chosen.words, *new.values()))
    print(f"{len(new)} added; they count from the next call on.")
    _tell_if_not_taken(chosen)
    return 0


def run_remove(args: argparse.Namespace) -> int:
    chosen = app.load_settings()
    doomed = {" ".join(given.split()).casefold() for given in args.words}
    missing = doomed - {word.casefold() for word in chosen.words}
    if missing:
        raise UsageError(
            f"'{min(missing)}' is not among your words; `assist models words list` shows them."
        )
    _keep(tuple(word for word in chosen.words if word.casefold() not in doomed))
    print(f"{len(doomed)} removed; this counts from the next call on.")
    return 0


def _keep(words: tuple[str, ...]) -> None:
    app.change_setting("words", words)


def _tell_if_not_taken(chosen: settings.Settings) -> None:
    from assist.speech.joining import can_join

    if not can_join(app.model_folder(chosen.model)):
        print(_NOT_TAKEN.format(model=chosen.model), file=sys.stderr)

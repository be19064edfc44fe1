"""`assist playbook export`, `import`, `key` and `trust`: rules as one signed file."""

import argparse
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from assist import app, paths
from assist.cli.common import Subparsers, add_command
from assist.core.errors import UsageError
from assist.settings import Settings


def add_pack_parsers(commands: Subparsers) -> None:
    export = add_command(
        commands,
        "export",
        help="write rules as one signed file",
        examples="assist playbook export -o rules.pack               all layers joined\n"
        "assist playbook export team.toml -o team.pack      one layer's file as it is\n"
        "assist playbook export new.toml --as team -o team.pack",
        run=run_export,
    )
    export.add_argument("file", metavar="FILE", nargs="?", type=Path, help="default: all in force")
    export.add_argument(
        "--as",
        dest="layer",
        choices=app.LAYERS,
        help="the layer FILE is for; known where it is yours",
    )
    export.add_argument("-o", "--output", type=Path, metavar="PACK", required=True)
    export.add_argument(
        "--cards",
        metavar="FOLDER",
        type=Path,
        help="knowledge cards to put in; without FILE your own are, unless this names others",
    )
    export.add_argument("--force", action="store_true", help="replace PACK if it exists")
    bringing = add_command(
        commands,
        "import",
        help="take the rules of a signed file as one of your layers",
        examples="assist playbook import team.pack --as team\n"
        "assist playbook import rules.pack --as base --trust",
        run=run_import,
    )
    bringing.add_argument("pack", metavar="PACK", type=Path)
    bringing.add_argument(
        "--as", dest="layer", choices=app.LAYERS, help="default: as its maker said"
    )
    bringing.add_argument(
        "--trust", action="store_true", help="take it whoever signed it, and trust its key"
    )
    add_command(
        commands,
        "key",
        help="print your public key, for those who shall trust your packs",
        examples="assist playbook key > me.pub",
        run=run_key,
    )
    trust = add_command(
        commands,
        "trust",
        help="accept packs signed by this key from now on; without FILE, list the keys",
        examples="assist playbook trust lead.pub\nassist playbook trust",
        run=run_trust,
    )
    trust.add_argument("file", metavar="FILE", nargs="?", type=Path)


def run_export(args: argparse.Namespace) -> int:
    from assist.cues.card_files import gather_cards
    from assist.cues.errors import PlaybookError
    from assist.cues.layers import load_layers
    from assist.cues.packs import Pack, fingerprint, seal
    from assist.cues.playbook import read_data, read_text

    chosen = app.load_settings()
    if args.output.exists() and not args.force:
        raise UsageError(f"{args.output} exists; add --force to replace it.")
    layer = "base"
    if args.file is None and args.layer:
        raise UsageError("Name the file of the layer as well; without one, all of them are joined.")
    if args.file is None:
        text = app.load_effective(chosen).text
    else:
        text = read_text(args.file)
        own = [name for name, file in app.playbook_files(chosen).items() if _same(file, args.file)]
        if not (args.layer or own):
            # Taken for a base it would replace every rule of those who import it.
            raise UsageError(
                f"{args.file} is none of your layers; say with --as which layer it is for "
                f"({', '.join(app.LAYERS)})."
            )
        layer = args.layer or own[0]
        if layer == "base":
            load_layers([(layer, args.file)])  # what does not load is not worth handing on
    data = read_data(text, name=str(args.file or "the playbook"))
    cards = gather_cards(_card_folders(args, chosen))
    key = app.signing_key()
    pack = Pack(
        name=str(data.get("name", args.output.stem)),
        version=str(data.get("version", "")),
        layer=layer,
        made_by=app.user_name(),
        made_at=datetime.now().astimezone().isoformat(timespec="seconds"),
        playbook=text,
        cards=cards,
    )
    try:
        args.output.write_text(seal(pack, key), encoding="utf-8")
    except OSError as error:
        raise PlaybookError(
            (f"{args.output} cannot be written ({error.strerror}); choose another place.",)
        ) from None
    print(
        f"{args.output} holds '{pack.name}'{_with_cards(cards)}, signed by {pack.made_by} "
        f"({fingerprint(key.public())})."
    )
    return 0


def _card_folders(args: argparse.Namespace, chosen: Settings) -> list[Path]:
    if args.cards is None:
        return app.own_card_folders(chosen) if args.file is None else []
    if not args.cards.is_dir():
        raise UsageError(f"{args.cards} is no folder; name the one that holds the cards.")
    return [args.cards]


def _with_cards(cards: Mapping[str, str]) -> str:
    if not cards:
        return ""
    return " with 1 knowledge card" if len(cards) == 1 else f" with {len(cards)} knowledge cards"


def run_import(args: argparse.Namespace) -> int:
    from assist.cues.card_files import check_cards, put_cards
    from assist.cues.errors import PlaybookError
    from assist.cues.layers import Layer, join_layers
    from assist.cues.packs import fingerprint, objection, open_pack, trust_key
    from assist.cues.playbook import read_text
    from assist.cues.versions import save_version

    chosen = app.load_settings()
    opened = open_pack(args.pack)
    if problem := objection(opened, app.trusted_pack_keys(chosen), args.pack):
        if not args.trust:
            raise PlaybookError((problem,))
        print(f"assist: taken on your word: {problem}", file=sys.stderr)
    pack = opened.pack
    layer = args.layer or (pack.layer if pack.layer in app.LAYERS else "base")
    name = "imported" if layer == "base" else layer
    file = paths.config_dir() / "playbooks" / f"{name}.toml"
    texts = {
        each: Layer(name=each, file=str(path), text=read_text(path))
        for each, path in app.playbook_files(chosen).items()
        if path.exists()
    }
    texts[layer] = Layer(name=layer, file=str(args.pack), text=pack.playbook)
    joined = join_layers([texts[each] for each in app.LAYERS if each in texts])
    check_cards(pack.cards)  # before anything is changed
    made = save_version(
        file,
        pack.playbook,
        who=app.user_name(),
        what=f"imported from {args.pack.name}, made by {pack.made_by}",
        at=datetime.now().astimezone().isoformat(timespec="seconds"),
    )
    setting = "playbook" if layer == "base" else f"{layer}_playbook"
    app.change_setting(setting, str(file))
    put_cards(app.card_folder(layer), pack.cards)
    if args.trust and opened.is_intact:
        trust_key(app.trusted_keys_folder(chosen), opened.key, pack.made_by)
        print(f"Packs signed by {fingerprint(opened.key)} are accepted from now on.")
    print(
        f"'{pack.name}'{_with_cards(pack.cards)} is now your {layer} layer ({file}, "
        f"version {made.number}); "
        f"{_rules(len(joined.playbook.rules))} in force from the next call on."
    )
    for note in joined.notes:
        print(f"assist: {note}", file=sys.stderr)
    return 0


def run_key(args: argparse.Namespace) -> int:
    from assist.cues.packs import key_line

    del args
    sys.stdout.write(key_line(app.signing_key().public(), app.user_name()))
    return 0


def run_trust(args: argparse.Namespace) -> int:
    from assist.cues.packs import fingerprint, read_key, trust_key

    chosen = app.load_settings()
    if args.file is None:
        for key, name in app.trusted_pack_keys(chosen).items():
            print(f"{fingerprint(key)}  {name}")
        return 0
    key, name = read_key(args.file)
    trust_key(app.trusted_keys_folder(chosen), key, name)
    print(f"Packs signed by {name or 'this key'} ({fingerprint(key)}) are accepted from now on.")
    return 0


def _rules(count: int) -> str:
    return "1 rule is" if count == 1 else f"{count} rules are"


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)

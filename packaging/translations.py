"""Bring resources/translations in step with the source.

    python packaging/translations.py update        collect the source's texts into the .ts files
    python packaging/translations.py missing de    the texts without a translation, as JSON
    python packaging/translations.py fill de FILE  put translations in (JSON: {text: translation})
    python packaging/translations.py compile       make the .qm files from the .ts files
    python packaging/translations.py check         what is out of step; exit status 1 if anything

Qt's own lupdate does not see texts that go through a function of a module (`_tr`), nor our
sentences to users; both are collected here. The .ts files are Qt's format: Qt Linguist edits them.
Contexts are class names, as `QObject.tr` looks them up, or what `translate` is given.
"""

import argparse
import ast
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("en", "de", "es")
"""English, the source's language, needs its plurals only."""

SENTENCES = "Sentences"
"""The context of what the engine and its parts say; assist/ui/sentences.py looks there."""

KNOWN = ROOT / "assist" / "ui" / "known_sentences.py"
KNOWN_HEAD = """\
\"\"\"What the engine and its parts can say; written by `packaging/translations.py update`.\"\"\"

# ruff: noqa: E501
KNOWN = (
"""

SPEAKING = (
    "assist/app", "assist/audio", "assist/engine", "assist/session", "assist/softphone",
    "assist/settings", "assist/store", "assist/ui/native",
)  # fmt: skip
"""Packages whose errors reach the window."""

ONLY_TERMINAL = {
    "assist/audio/files.py", "assist/session/measuring.py", "assist/session/replay.py",
    "assist/session/journal.py", "assist/softphone/url.py", "assist/softphone/texts.py",
}  # fmt: skip
"""Files whose sentences only commands print, which speak English."""

NOT_FOR_USERS = re.compile(
    r"ValueError|TypeError|KeyError|RuntimeError|OSError|PermissionError|TimeoutError|"
    r"NotImplementedError|AssertionError|ConnectionRefusedError|_Misbehaved|LineTooLong"
)


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text of the source."""

    context: str
    source: str
    is_plural: bool = False


@dataclass(slots=True)
class Catalogue:
    """A language's translations; a plural has two forms."""

    language: str
    entries: dict[Text, list[str]] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        return FOLDER / f"callassist_{self.language}.ts"


class Unclear(Exception):
    """A text that cannot be collected; the message says where."""


def collect() -> list[Text]:
    """Every text of the source, in order. Raises Unclear."""
    found: set[Text] = set()
    for file in sorted((ROOT / "assist" / "ui").rglob("*.py")):
        found.update(_shown_in(file))
    for folder in SPEAKING:
        for file in sorted((ROOT / folder).rglob("*.py")):
            if str(file.relative_to(ROOT)) not in ONLY_TERMINAL:
                found.update(_said_in(file))
    return sorted(found)


def _shown_in(file: Path) -> Iterator[Text]:
    """Texts of `self.tr(…)`, `translate("Context", …)` and a module's own `_tr(…)`."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    own_context = _own_context(tree)
    owners: dict[ast.AST, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for child in ast.walk(node):
                owners[child] = node.name  # an inner class comes later and wins
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        where = f"{file.relative_to(ROOT)}, line {node.lineno}"
        if name == "tr" and isinstance(function, ast.Attribute):
            if not (isinstance(function.value, ast.Name) and function.value.id == "self"):
                raise Unclear(f"{where}: tr() of something else than self; use translate().")
            context, arguments = owners.get(node, ""), node.args
        elif name == "_tr":
            context, arguments = own_context, node.args
        elif (
            name == "translate" and len(node.args) > 1 and "QCoreApplication" in ast.dump(function)
        ):
            if isinstance(node.args[1], ast.Name):
                continue  # the module's own _tr, or a text found elsewhere
            context, arguments = _literal(node.args[0], where), node.args[1:]
        else:
            continue
        if not context:
            raise Unclear(f"{where}: a text without a context.")
        text = _literal(arguments[0], where)
        is_plural = len(arguments) > 1 and "%n" in text
        yield Text(context, text, is_plural)


def _own_context(tree: ast.Module) -> str:
    """The context that a module's function `_tr` gives to translate()."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "_tr":
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and call.args:
                    first = call.args[0]
                    if isinstance(first, ast.Constant) and isinstance(first.value, str):
                        return first.value
    return ""


def _literal(node: ast.expr, where: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise Unclear(f"{where}: a text to be translated must stand there as it is.")


def _said_in(file: Path) -> Iterator[Text]:
    """Sentences of errors and troubles; what is put in stands as {0}, {1} …"""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        values: list[ast.expr] = []
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            if not NOT_FOR_USERS.search(ast.unparse(node.exc.func)):
                values = node.exc.args[:1]
        elif isinstance(node, ast.Call) and re.fullmatch(r"\w+Error", ast.unparse(node.func)):
            if not NOT_FOR_USERS.search(ast.unparse(node.func)):
                values = node.args[:1]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Trouble"):
            values = [word.value for word in node.keywords if word.arg == "sentence"]
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.Return) and node.value is not None:
            values = [node.value]
        branches = [
            branch
            for value in values
            for branch in ([value.body, value.orelse] if isinstance(value, ast.IfExp) else [value])
        ]
        for value in branches:
            sentence = _template(value)
            words = re.sub(r"\{\d+\}", "", sentence)
            if re.match(r"[A-Z{'].* .*[.?]$", sentence, re.DOTALL) and words.count(" ") > 1:
                yield Text(SENTENCES, sentence)


def _template(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        count = 0

        # A constant that is formatted later: its names become numbers, as below.
        def number(_: "re.Match[str]") -> str:
            nonlocal count
            count += 1
            return f"{{{count - 1}}}"

        return re.sub(r"\{\w*\}", number, node.value)
    if isinstance(node, ast.JoinedStr):
        parts, count = [], 0
        for value in node.values:
            if isinstance(value, ast.Constant):
                parts.append(str(value.value))
            else:
                parts.append(f"{{{count}}}")
                count += 1
        return "".join(parts)
    return ""


def read(language: str) -> Catalogue:
    catalogue = Catalogue(language)
    if not catalogue.path.is_file():
        return catalogue
    tree = ElementTree.parse(catalogue.path)  # noqa: S314 (our own file)
    for context in tree.getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            is_plural = message.get("numerus") == "yes"
            text = Text(name, message.findtext("source", ""), is_plural)
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                forms: list[str] = []
            elif is_plural:
                forms = [form.text or "" for form in translation.iter("numerusform")]
            else:
                forms = [translation.text or ""]
            catalogue.entries[text] = forms
    return catalogue


def write(catalogue: Catalogue) -> None:
    root = ElementTree.Element(
        "TS", version="2.1", language=catalogue.language, sourcelanguage="en"
    )
    context: ElementTree.Element | None = None
    for text in sorted(catalogue.entries):
        if context is None or context.findtext("name") != text.context:
            context = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(context, "name").text = text.context
        options = {"numerus": "yes"} if text.is_plural else {}
        message = ElementTree.SubElement(context, "message", options)
        ElementTree.SubElement(message, "source").text = text.source
        forms = catalogue.entries[text]
        kind = {} if forms else {"type": "unfinished"}
        translation = ElementTree.SubElement(message, "translation", kind)
        if text.is_plural:
            for form in forms or ["", ""]:
                ElementTree.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0] if forms else ""
    ElementTree.indent(root, " ")
    body = ElementTree.tostring(root, encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    catalogue.path.write_text(head + body + "\n", encoding="utf-8")


def update() -> None:
    """Add what is new to the .ts files and take out what is gone; keep what is translated."""
    FOLDER.mkdir(exist_ok=True)
    texts = collect()
    KNOWN.write_text(known_sentences(texts), encoding="utf-8")
    for language in LANGUAGES:
        old = read(language).entries
        # A text that moved to another class keeps its translation.
        elsewhere = {(text.source, text.is_plural): forms for text, forms in old.items() if forms}
        wanted = [text for text in texts if language != "en" or text.is_plural]
        write(
            Catalogue(
                language,
                {
                    text: old.get(text) or elsewhere.get((text.source, text.is_plural), [])
                    for text in wanted
                },
            )
        )


def known_sentences(texts: list[Text]) -> str:
    """The module that lists the sentences' patterns for assist/ui/sentences.py."""
    lines = [json.dumps(text.source) for text in texts if text.context == SENTENCES]
    return KNOWN_HEAD + "".join(f"    {line},\n" for line in lines) + ")\n"


def problems() -> list[str]:
    """What is out of step, one sentence each."""
    collected = collect()
    texts = set(collected)
    said = []
    if KNOWN.read_text(encoding="utf-8") != known_sentences(collected):
        said.append(f"{KNOWN.name} is not what the source says: run update.")
    for language in LANGUAGES:
        entries = read(language).entries
        wanted = {text for text in texts if language != "en" or text.is_plural}
        for text in sorted(wanted - entries.keys()):
            said.append(f"{language}: not collected: {text.context}: {text.source!r}")
        for text in sorted(entries.keys() - wanted):
            said.append(f"{language}: no longer in the source: {text.context}: {text.source!r}")
        for text, forms in sorted(entries.items()):
            if len(forms) != (2 if text.is_plural else 1) or not all(forms):
                said.append(f"{language}: not translated: {text.context}: {text.source!r}")
                continue
            for form in forms:
                if _marks(form) != _marks(text.source) and not (
                    text.is_plural and form == forms[0]
                ):
                    said.append(f"{language}: other placeholders than the source: {form!r}")
    return said


def _marks(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}|%n", text))


def compile_all() -> None:
    for language in LANGUAGES:
        path = read(language).path
        subprocess.run(
            [sys.executable, "-c", "from PySide6.scripts.pyside_tool import lrelease; lrelease()",
             "-silent", str(path), "-qm", str(path.with_suffix(".qm"))],
            check=True,
        )  # fmt: skip


def fill(language: str, file: Path) -> None:
    """Translations by text or "Context|text"; for a plural a list of two forms."""
    given: dict[str, str | list[str]] = json.loads(file.read_text(encoding="utf-8"))
    catalogue = read(language)
    for text in catalogue.entries:
        key = f"{text.context}|{text.source}"
        value = given.get(key, given.get(text.source))
        if value is not None:
            catalogue.entries[text] = value if isinstance(value, list) else [value]
    write(catalogue)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["update", "missing", "fill", "compile", "check"])
    parser.add_argument("language", nargs="?", choices=LANGUAGES)
    parser.add_argument("file", nargs="?", type=Path)
    asked = parser.parse_args(arguments)
    try:
        return run(parser, asked)
    except Unclear as problem:
        print(problem, file=sys.stderr)
        return 1


def run(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> int:
    if asked.what == "update":
        update()
    elif asked.what == "compile":
        compile_all()
    elif asked.what == "fill" and asked.file is not None:
        fill(asked.language, asked.file)
    elif asked.what == "missing":
        lacking = [text.source for text, forms in read(asked.language).entries.items() if not forms]
        print(json.dumps(dict.fromkeys(lacking, ""), indent=0, ensure_ascii=False))
    elif asked.what == "check":
        said = problems()
        print("\n".join(said) or "in step")
        return 1 if said else 0
    else:
        parser.error("a language or a file is missing")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""German and Spanish: in step with the source, chosen as the user wants, fitting the sidebar."""

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from assist.core.events import Feeling, Trend
from assist.ui.sentences import said
from assist.ui.sidebar.docking import Place
from assist.ui.sidebar.window import SidebarWindow
from assist.ui.theme import make_theme
from assist.ui.translation import LANGUAGES, choose, install_language
from assist.ui.wording import due_text, feeling_text
from tests.helpers import uicall
from tests.helpers.ui import NotingDesktop

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which speaks the source's language again afterwards."""
    yield qapp
    install_language(qapp, FOLDER, "en")
    QLocale.setDefault(QLocale("en_US"))


# --- in step with the source ----------------------------------------------------------------------


def test_every_text_of_the_source_is_translated_and_none_is_left_over() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "translations.py"), "check"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    advice = "run `python packaging/translations.py update`, translate, then `compile`"
    assert done.returncode == 0, f"{done.stdout}{done.stderr}\n{advice}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_says_what_the_ts_file_says(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"callassist_{language}.qm"))
    tree = ElementTree.parse(FOLDER / f"callassist_{language}.ts")
    count = 0
    for context in tree.getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            source, translation = message.findtext("source", ""), message.find("translation")
            assert translation is not None
            forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
            for number, form in zip((1, 7), forms, strict=False):
                is_plural = len(forms) > 1
                told = translator.translate(name, source, "", number if is_plural else -1)
                assert told == (form or ""), (
                    f"{name}: {source!r}: run packaging/translations.py compile"
                )
                count += 1
    assert count > (4 if language == "en" else 600)


SHOWING = re.compile(
    r"set(Text|ToolTip|WindowTitle|PlaceholderText|Accessible(Name|Description)|Prefix|Suffix|"
    r"SpecialValueText|Title)|add(Item|Tab|Action)|Q(Label|PushButton|CheckBox|RadioButton|Action)|"
    r"\w*Label|say|show_trouble"
)
NO_LANGUAGE = re.compile(
    r"Esc|Ctrl\+\w|^Call Assist(?:: )?$|[a-z_]+ = \d+|\.\.\.\d|</?span|style=|px;|^\W*$"
)


def test_next_goes_on_in_the_setup_and_comes_after_in_the_sidebar() -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / "callassist_de.qm"))
    assert translator.translate("FirstRunWindow", "Next") == "Weiter"
    assert translator.translate("NextLine", "Next") == "Dann"


def test_no_text_is_shown_that_cannot_be_translated() -> None:
    """What is given to a widget as it stands in the source, though it has words in it."""
    found = []
    for file in sorted((ROOT / "assist" / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func).rsplit(".", 1)[-1]
                if SHOWING.fullmatch(name):
                    found += [
                        f"{file.relative_to(ROOT)}, line {node.lineno}: {text!r}"
                        for argument in node.args
                        for text in _literals(argument)
                    ]
    assert not found


def _literals(node: ast.expr) -> list[str]:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = [part.value for part in parts if isinstance(part, ast.Constant)]
    return [
        text
        for text in texts
        if isinstance(text, str)
        and re.search(r"[A-Za-z]{2}", text)
        and not NO_LANGUAGE.search(text)
    ]


# --- chosen as the user wants ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "preferred", "language"),
    [
        ("de", ["es-ES"], "de"),
        ("system", ["de-Latn-AT", "de-AT", "de"], "de"),
        ("system", ["es_MX"], "es"),
        ("system", ["fr-FR", "es-ES", "de"], "es"),
        ("system", ["fr-FR", "en-US"], "en"),
        ("system", ["ja-JP"], "en"),
        ("system", ["C"], "en"),
        ("system", [], "en"),
        ("en", ["de-DE"], "en"),
    ],
)
def test_the_language_is_the_chosen_one_or_the_systems(
    choice: str, preferred: list[str], language: str
) -> None:
    assert choose(choice, preferred) == language


def test_texts_dates_and_qts_own_words_change_together(speaking: QApplication) -> None:
    assert feeling_text(Feeling.ANGER, Trend.WORSE) == "Angry, getting worse"
    assert install_language(speaking, FOLDER, "de") == "de"
    assert feeling_text(Feeling.ANGER, Trend.WORSE) == "Verärgert, wird schlechter"
    assert due_text("2026-12-24T16:00:00+01:00", None) == "24. Dez. 16:00"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert install_language(speaking, FOLDER, "es") == "es"
    assert feeling_text(Feeling.ANGER, Trend.WORSE) == "Enfadado, empeorando"
    assert install_language(speaking, FOLDER, "en") == "en"
    assert feeling_text(Feeling.ANGER, Trend.WORSE) == "Angry, getting worse"
    assert QCoreApplication.translate("RuleEditorWindow", "%n thing(s) to look at, ", "", 1) == (
        "1 thing to look at, "
    )


def test_the_engines_sentences_are_said_in_the_users_language(speaking: QApplication) -> None:
    english = "The sound device usb-headset is gone; plug it in or choose another."
    assert said(english) == english
    install_language(speaking, FOLDER, "de")
    assert said(english).startswith("Das Gerät usb-headset ist weg;")
    assert said("No call is running; start one first.").startswith("Es läuft kein Gespräch")
    both = f"No call is running; start one first. {english}"
    assert said(both) == f"{said('No call is running; start one first.')} {said(english)}"
    # One sentence inside another: both are translated.
    nested = "No sound from usb-headset: You muted it.."
    assert "Sie haben stummgeschaltet." in said(nested)
    inner = "The call's folder /calls/x cannot be moved (Not permitted); check its permissions"
    assert said(f"1 call could not be deleted, the others were: {inner}.") == (
        f"1 Gespräch konnte nicht gelöscht werden, die anderen sind gelöscht: {said(inner + '.')}"
    )
    assert "Der Ordner /calls/x des Gesprächs" in said(f"{inner}.")
    assert said("A sentence nobody knows.") == "A sentence nobody knows."


# --- fitting the sidebar --------------------------------------------------------------------------

CALLS = {"drawn": uicall.drawn_call, "ended": uicall.ended_call, "none": list}


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("language", ["de", "es"])
@pytest.mark.parametrize("call", CALLS)
def test_long_words_do_not_break_the_sidebar(
    speaking: QApplication, qtbot: QtBot, language: str, call: str, scale: float
) -> None:
    install_language(speaking, FOLDER, language)
    if speaking.style().objectName() != "fusion":
        speaking.setStyle("Fusion")
    width = round(340 * scale)
    window = SidebarWindow(
        make_theme("light", scale),
        lambda _: None,
        NotingDesktop(),
        Place(side="right", width=width),
    )
    qtbot.addWidget(window)
    window.resize(width, round(800 * scale))
    window.show()
    qtbot.waitExposed(window)
    for message in CALLS[call]():
        window.handle_message(message)
    assert window.minimumSizeHint().width() <= width
    assert window.width() == width
    cut = [
        f"{button.text()}: {button.width()} pixels"
        for button in window.findChildren(QPushButton)
        if button.isVisible()
        and button.fontMetrics().horizontalAdvance(button.text()) > button.width() - 4
    ]
    assert not cut
    texts = _texts(window)
    english = {"No call", "End", "Not now", "Promises", "Transcript", "Customer", "You"}
    assert texts
    assert not texts & english


def _texts(window: QWidget) -> set[str]:
    labels = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
    buttons = [each.text() for each in window.findChildren(QPushButton) if each.isVisible()]
    return {*labels, *buttons} - {""}

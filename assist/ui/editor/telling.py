"""What the forms of rules and sequences say alike: where it comes from, and what is wrong."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from assist.core.rules import Complaint, RuleRow, Severity
from assist.ui.editor.style import layer_words, restyle


def _tr(text: str) -> str:
    return QCoreApplication.translate("RuleEditor", text)


def origin_text(row: RuleRow | None, edited_layer: str) -> str:
    """Where a rule or sequence comes from, and what a change to it does."""
    if row is None:
        return _tr("New, of this layer.")
    layer = layer_words(row.layer)
    if row.is_locked:
        return _tr("From {layer}, which has locked it.").format(layer=layer)
    if row.is_changed and row.layer == edited_layer:
        return _tr("Of this layer.")
    if row.is_changed:
        return _tr("From {layer}, changed here.").format(layer=layer)
    return _tr("From {layer}. What you change here goes into your layer.").format(layer=layer)


def show_complaints(problems: Mapping[str, QLabel], complaints: Sequence[Complaint]) -> None:
    """Say what is wrong (red) or doubtful (amber) in the label of the field it is about.

    What is about no field here stands at the id.
    """
    for name, shown in problems.items():
        own = [each for each in complaints if (each.key if each.key in problems else "id") == name]
        worst = any(each.severity is Severity.ERROR for each in own)
        restyle(shown, "ink", "red" if worst else "warm")
        mark = "✕ " if worst else "! "
        shown.setText("\n".join(mark + each.text[:1].upper() + each.text[1:] for each in own))
        shown.setVisible(bool(own))

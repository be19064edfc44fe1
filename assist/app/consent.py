"""The sentence that agents have to say at the beginning of a call, as a rule of the playbook."""

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assist.cues.playbook import Playbook

RULE = "consent_phrase"
WITHIN_S = 30
"""How long into the call the agent is not reminded: greeting and names come first."""

_WORDS = {
    "en": ("Notice: calls are transcribed", "Say that the call is transcribed"),
    "es": ("Aviso: se transcribe la llamada", "Avise de que se transcribe la llamada"),
}


def consent_problem(phrase: str, language: str = "en") -> str:
    """Why a sentence cannot be listened for, to stand behind its name; "" if it can."""
    from assist.core.languages import LANGUAGES
    from assist.cues.statement import MIN_WORDS, NearStatement

    if not phrase:
        return ""
    words = NearStatement(text=phrase, near=1.0, language=LANGUAGES[language]).stems
    if len(words) >= MIN_WORDS:
        return ""
    return f"needs {MIN_WORDS} words that carry meaning (not 'the', 'is' …)"


def consent_toml(phrase: str, playbook: "Playbook") -> str:
    """The rule, to be put behind a playbook's text; "" where there is none to add."""
    is_there = any(rule.id == RULE for rule in playbook.rules)
    if not phrase or is_there or consent_problem(phrase, playbook.language):
        return ""
    title, headline = _WORDS.get(playbook.language, _WORDS["en"])
    return f"""
[[rule]]
id = "{RULE}"
title = {json.dumps(title, ensure_ascii=False)}
urgency = "nudge"
max_per_call = 1
[rule.required]
statement = {json.dumps(phrase, ensure_ascii=False)}
within_s = {WITHIN_S}
[[rule.wording]]
headline = {json.dumps(headline, ensure_ascii=False)}
"""

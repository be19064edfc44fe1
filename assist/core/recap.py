"""The summary of a call made from what was said in it: problem, what was done, what was promised.

Extractive: every line is somebody's own words. Pure.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from assist.core.events import PromiseMade
from assist.core.written import written


@dataclass(frozen=True, slots=True, kw_only=True)
class RecapLabels:
    """The words before the lines; a window has them in its own language."""

    problem: str = "Problem"
    done: str = "Done"
    promised: str = "Promised"
    by: str = "{what} ({due})"


def recap_text(
    problem: str,
    done: Iterable[str],
    promises: Iterable[PromiseMade],
    labels: RecapLabels | None = None,
) -> str:
    """The summary as lines; "" where nothing was said that belongs into it."""
    words = labels or RecapLabels()
    lines = []
    if problem.strip():
        lines.append(f"{words.problem}: {_sentence(problem)}")
    lines += [f"{words.done}: {_sentence(each)}" for each in done]
    lines += [f"{words.promised}: {_promise(each, words)}" for each in promises if each.what]
    return "\n".join(lines)


def _promise(promise: PromiseMade, labels: RecapLabels) -> str:
    due = promise.due or promise.due_at
    what = _sentence(promise.what)
    return labels.by.format(what=what, due=written(due)) if due else what


def _sentence(text: str) -> str:
    words = written(text.strip())
    return words[:1].upper() + words[1:]

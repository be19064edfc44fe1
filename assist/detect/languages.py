"""What differs from language to language in detecting: the one place that knows them all."""

import contextlib
import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from assist.core.language import Language
from assist.core.languages import LANGUAGES
from assist.core.phrases import Match
from assist.core.tokens import Tokens
from assist.detect.agent import agent_detector
from assist.detect.customer import customer_detector
from assist.detect.es_detectors import find_spanish_name, spanish_agent, spanish_customer
from assist.detect.es_promises import clear_spanish_due, spanish_promise_parts
from assist.detect.findings import Finding
from assist.detect.names import find_name_given
from assist.detect.promises import ENGLISH_PROMISES, PromiseReader


class AgentFinder(Protocol):
    """Finds the agent's labels in one utterance."""

    def find(
        self, tokens: Tokens, *, customer_name: str, is_open: bool = False
    ) -> list[Finding]: ...
    def offers_help(self, tokens: Tokens) -> bool: ...
    def asks_name(self, tokens: Tokens) -> bool: ...


class CustomerFinder(Protocol):
    """Finds the customer's labels in one utterance."""

    def find(self, tokens: Tokens, *, is_open: bool = False) -> list[Finding]: ...
    def find_problem(self, tokens: Tokens, *, start: int, was_asked: bool) -> Match | None: ...
    def is_trouble(self, tokens: Tokens) -> bool: ...


class NameFinder(Protocol):
    """Finds the name a customer gives: (name as to be shown, first token, end token), or None."""

    def __call__(self, tokens: Tokens, *, was_asked: bool) -> tuple[str, int, int] | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Toolkit:
    """All that `Detectors` asks of a language.

    Who says only `pleasantries` and one of the `introductions` with a name has stated no problem.
    """

    language: Language
    agent: AgentFinder
    customer: CustomerFinder
    find_name: NameFinder
    promises: PromiseReader
    pleasantries: frozenset[str]
    introductions: tuple[tuple[str, ...], ...]


def toolkit(code: str) -> Toolkit:
    """The toolkit of a playbook's language; what is compiled for it is kept for later calls."""
    with _uncollected():
        return _TOOLKITS[code]()


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector out while phrases are compiled: all that is made is kept.

    Looking through it again and again took 90 of 220 ms.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _english() -> Toolkit:
    return Toolkit(
        language=LANGUAGES["en"],
        agent=agent_detector(),
        customer=customer_detector(),
        find_name=find_name_given,
        promises=ENGLISH_PROMISES,
        pleasantries=frozenset(
            "hi hello hey good morning afternoon evening day there thanks thank please how are you "
            "doing today yes yeah okay ok well and so speaking here calling".split()
        ),
        introductions=(("my", "name", "is"),),
    )


def _spanish() -> Toolkit:
    return Toolkit(
        language=LANGUAGES["es"],
        agent=spanish_agent(),
        customer=spanish_customer(),
        find_name=find_spanish_name,
        promises=PromiseReader(parts=spanish_promise_parts, due=clear_spanish_due),
        pleasantries=frozenset(
            "hola buenos buenas dias tardes noches gracias por favor que tal como esta si bueno "
            "vale muy bien y usted aqui le habla".split()
        ),
        introductions=(("me", "llamo"), ("mi", "nombre", "es"), ("soy",)),
    )


_TOOLKITS: dict[str, Callable[[], Toolkit]] = {"en": _english, "es": _spanish}

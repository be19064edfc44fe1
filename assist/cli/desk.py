"""The review desk for the length of one command."""

import contextlib
from collections.abc import Iterator

from assist import app
from assist.core.interfaces import ReviewDesk


@contextlib.contextmanager
def caught_up_desk(*, is_agent: bool = False, is_local: bool = False) -> Iterator[ReviewDesk]:
    """`app.review_desk` once every call that waits has been taken in; closed at the end."""
    desk = app.review_desk(is_agent=is_agent, is_local=is_local)
    try:
        while desk.catch_up():
            pass
        yield desk
    finally:
        desk.close()

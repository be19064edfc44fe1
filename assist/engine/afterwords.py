"""What the agent adds to a call that is over, from its wrap-up card."""

from assist.core.notices import Trouble
from assist.engine.actions import Afterword, input_of
from assist.engine.calls import CallMaker
from assist.engine.keeping import WAITS, Keeping
from assist.engine.mailbox import Reply
from assist.engine.opencall import EndedCall, OpenCall


class Afterwords:
    """Adds to closed calls and stores them anew; belongs to the service's thread."""

    def __init__(self, calls: CallMaker, keeping: Keeping) -> None:
        self._calls = calls
        self._keeping = keeping

    def add(self, call: EndedCall, command: Afterword, reply: Reply, *, is_told: bool) -> None:
        """Add to a call; `is_told` publishes what comes of it.

        Raises JournalError, and CallNotSaved where disk or store does not take it.
        """
        if self._keeping.waits_for(call):
            # What is added must stand behind what still waits.
            reply(Trouble(sentence=WAITS))
        elif isinstance(call, OpenCall) and call.is_private:
            if is_told:
                self._calls.afterword_unkept(call, input_of(command))
        else:
            token = command.token
            self._calls.afterword(call, input_of(command), is_told=is_told, token=token)
            call.tokens.add(token)
            self._keeping.save(call)

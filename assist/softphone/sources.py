"""The sources of reports that the settings name; none where they name none."""

from collections.abc import Callable

from assist.core.interfaces import PhoneSource
from assist.softphone.actionurl import ActionUrlSource
from assist.softphone.baresip import BaresipSource, parse_address
from assist.softphone.microphone import MicrophoneSource, Voices


def sources(
    *,
    baresip: str,
    action_url_port: int,
    action_url_secret: str,
    is_in_call: Callable[[], bool | None] | None,
    close: Callable[[], None] = lambda: None,
    voices: Callable[[], Voices] | None = None,
) -> tuple[PhoneSource, ...]:
    """What tells of calls; nothing is opened before they are started. Raises PhoneError.

    `is_in_call` looks whether a chosen program is in a call, `close` lets go of it; None where no
    program is chosen. `voices` listens whether both sides speak then.
    """
    chosen: list[PhoneSource] = []
    if baresip:
        chosen.append(BaresipSource(*parse_address(baresip)))
    if action_url_port:
        chosen.append(ActionUrlSource(action_url_port, action_url_secret))
    if is_in_call is not None:
        chosen.append(MicrophoneSource(is_in_call, close, voices=voices))
    return tuple(chosen)

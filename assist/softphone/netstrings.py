"""Netstrings (`5:hello,`), cut out of a stream that may hold anything."""

from assist.softphone.errors import PhoneError

LONGEST = 64 * 1024
"""baresip's own messages are below 8 KiB."""

_DIGITS = len(str(LONGEST))


class BrokenStream(PhoneError):
    """What came is no netstring; nothing after it can be read."""


class NetstringReader:
    """Takes bytes as they come and gives whole messages."""

    def __init__(self) -> None:
        self._waiting = b""

    def feed(self, data: bytes) -> list[bytes]:
        """The messages that are whole by now. Raises BrokenStream."""
        self._waiting += data
        messages: list[bytes] = []
        while (message := self._next()) is not None:
            messages.append(message)
        return messages

    def _next(self) -> bytes | None:
        head, colon, rest = self._waiting.partition(b":")
        if not colon:
            if len(head) > _DIGITS or (head and not head.isdigit()):
                raise BrokenStream("The softphone's messages cannot be read.")
            return None
        if not head.isdigit() or len(head) > _DIGITS or int(head) > LONGEST:
            raise BrokenStream("The softphone's messages cannot be read.")
        length = int(head)
        if len(rest) <= length:
            return None
        if rest[length : length + 1] != b",":
            raise BrokenStream("The softphone's messages cannot be read.")
        self._waiting = rest[length + 1 :]
        return rest[:length]

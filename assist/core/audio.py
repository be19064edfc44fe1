"""Sound as the rest of the app sees it: blocks of 16-bit mono at one fixed rate."""

from dataclasses import dataclass

from assist.core.words import Party

SAMPLE_RATE = 16_000
"""Samples per second inside the app; capture and files are resampled to it at the edge."""

SAMPLES_PER_MS = SAMPLE_RATE // 1000
BLOCK_MS = 100
"""Length of one block. Vosk costs least from 50 ms up; partials need no finer steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioBlock:
    """Some sound of one side.

    `samples` is little-endian signed 16-bit mono at `SAMPLE_RATE`, an even number of bytes.
    `index` is the first sample's number within the side since the call began. `stamp_ns` is the
    monotonic clock when the last sample was handed over; 0 where sound is not live.
    """

    party: Party
    index: int
    samples: bytes
    stamp_ns: int = 0

    @property
    def count(self) -> int:
        """Number of samples."""
        return len(self.samples) // 2

    @property
    def start_ms(self) -> int:
        return self.index // SAMPLES_PER_MS

    @property
    def end_ms(self) -> int:
        return (self.index + self.count) // SAMPLES_PER_MS


@dataclass(frozen=True, slots=True, kw_only=True)
class SideTrouble:
    """What an audio source tells of a side besides its sound.

    `at` is call time. `is_heard` says whether the side is heard from now on; `reason` is one
    sentence, or empty when all is well again. `lost_ms` of sound before `at` could not be kept and
    was filled with zeros, so that sample counts stay true to the clock.
    """

    party: Party
    at: int
    is_heard: bool
    reason: str = ""
    lost_ms: int = 0

"""A short two-channel call said by synthetic voices, as a file."""

from pathlib import Path

import numpy as np
import soundfile

from assist.core.audio import SAMPLE_RATE
from tests.helpers.speech import mixed, speak

AGENT_LINES = (
    (0, "good afternoon thank you for calling how can i help you today"),
    (10_000, "i am sorry there is nothing more i can do"),
    (20_000, "i will call you back myself today"),
)
CUSTOMER_LINES = (
    (5_000, "my name is david miller and i am really frustrated"),
    (15_000, "this is the third time i am calling about this"),
    (24_500, "thank you goodbye"),
)
DURATION_MS = 27_000


def write_call(path: Path) -> Path:
    """The call as a stereo WAV, agent left."""
    agent = mixed(DURATION_MS, *((at, speak(text, "en-us")) for at, text in AGENT_LINES))
    customer = mixed(DURATION_MS, *((at, speak(text, "en-us+f3")) for at, text in CUSTOMER_LINES))
    soundfile.write(path, np.stack([agent, customer], axis=1), SAMPLE_RATE)
    return path

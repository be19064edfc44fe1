"""The first run in its window with real devices and recognizer: by keyboard, within a minute."""

import subprocess
import time
from functools import partial
from pathlib import Path

import pytest
import soundfile
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assist import app, paths
from assist.core.preferences import FarEnd, SetupStep
from assist.core.words import Party
from assist.ui.preferences.firstrun import FirstRunWindow
from assist.ui.theme import make_theme
from tests.helpers.pulse import AGENT_VOICE, HEADSET_MIC, HEADSET_MONITOR, PulseServer

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.vosk,
    pytest.mark.pulse,
    pytest.mark.slow,  # because it looks at the clock
    pytest.mark.timeout(600),
]

LONG_MS = 120_000
A_MINUTE_S = 60.0


def _settle(qtbot: QtBot, window: FirstRunWindow) -> None:
    qtbot.waitUntil(lambda: not window.worker.is_busy, timeout=LONG_MS)


def _has_ended(player: "subprocess.Popen[bytes]") -> bool:
    return player.poll() is not None


def _enter(qtbot: QtBot, window: FirstRunWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Return)
    _settle(qtbot, window)


def test_from_nothing_to_a_tried_headset_within_a_minute(
    qtbot: QtBot, qapp: QApplication, pulse: PulseServer, tmp_path: Path
) -> None:
    sound, rate = soundfile.read(paths.resources_dir() / "demo" / app.DEMO_CALL, dtype="int16")
    sentence = tmp_path / "sentence.wav"
    soundfile.write(sentence, sound[: 7 * rate, 0], rate)
    began = time.monotonic()
    window = FirstRunWindow(make_theme("light"), app.setup_desk())
    window.show()
    qtbot.waitExposed(window)
    _settle(qtbot, window)
    assert window.model.picked() == "starter"

    _enter(qtbot, window)
    player = pulse.play(sentence, AGENT_VOICE)
    meter = window.device.meters[Party.AGENT, HEADSET_MIC]
    qtbot.waitUntil(lambda: meter.share > 0.2, timeout=LONG_MS)
    player.wait()

    _enter(qtbot, window)
    for _ in range(5):  # what is said before the model is loaded is not heard
        player = pulse.play(sentence, AGENT_VOICE)
        qtbot.waitUntil(partial(_has_ended, player), timeout=LONG_MS)
        if "calling" in window.sentence.words.text():
            break
    qtbot.waitUntil(lambda: "thank you for calling" in window.sentence.heard, timeout=LONG_MS)

    _enter(qtbot, window)
    _enter(qtbot, window)  # plays the sound
    assert window.far_end.found is FarEnd.HEARD
    _enter(qtbot, window)  # yes, it was heard in the headset
    _enter(qtbot, window)
    QTest.keyClick(window.notice.buttons["announcement"], Qt.Key.Key_Space)
    _enter(qtbot, window)
    assert window.step is SetupStep.RESULT
    text = window.result.text.text()
    _enter(qtbot, window)
    took_s = time.monotonic() - began
    assert not window.isVisible()
    assert "✗" not in text, text
    assert "thank you for calling" in text
    chosen = app.load_settings()
    assert chosen.agent_device == HEADSET_MIC
    assert chosen.customer_device == HEADSET_MONITOR
    assert chosen.caller_notice == "announcement"
    assert not app.needs_first_run()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    assert took_s < A_MINUTE_S, f"{took_s:.0f} s"
    print(f"The first run took {took_s:.1f} s.")

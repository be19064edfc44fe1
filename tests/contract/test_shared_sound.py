"""A lead hears what an agent's computer kept: from the spool to the ear, through every limit.

The sound is real, sealed as the engine seals it, with a tone where a number was masked.
"""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import soundfile

from assist import app, paths, settings
from assist.app.sealing import sound_records
from assist.audio.kept import keep_sound
from assist.core.audio import SAMPLE_RATE, SAMPLES_PER_MS, AudioBlock
from assist.core.interfaces import ReviewDesk
from assist.core.review import SourceKind
from assist.core.words import Party
from assist.review.desk import StoreReviewDesk
from assist.store.database import open_postgres
from assist.store.team import set_shares
from tests.helpers.finished_calls import write_call
from tests.helpers.teamdatabase import Team

SARAH = "20261122T101500-sarah"
VOICE = (np.random.default_rng(3).normal(0, 4000, 20 * SAMPLE_RATE).clip(-30000, 30000)).astype(
    np.int16
)
MASKED = (9_000, 10_500)
"""Milliseconds that nobody may hear."""
_BLOCK = 100 * SAMPLES_PER_MS

Samples = npt.NDArray[np.int16]


def blocks(party: Party) -> Iterator[AudioBlock]:
    voice = VOICE if party is Party.AGENT else VOICE[::-1]
    for index in range(0, len(voice), _BLOCK):
        samples = voice[index : index + _BLOCK].tobytes()
        yield AudioBlock(party=party, index=index, samples=samples)


@pytest.fixture
def computers(assist_home: Path, monkeypatch: pytest.MonkeyPatch) -> "Computers":
    return Computers(assist_home, monkeypatch)


class Computers:
    """Several people's computers; the app is one of them at a time."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._home, self._monkeypatch = home, monkeypatch

    def use(self, name: str, address: str, shares: str = "") -> Path:
        """Be this person's computer from now on."""
        home = self._home / name
        self._monkeypatch.setenv("CALLASSIST_HOME", str(home))
        file = paths.settings_file()
        file.parent.mkdir(parents=True, exist_ok=True)
        settings.set_setting(file, "team_database", address)
        settings.set_setting(file, "agent_name", name.title())
        if shares:
            settings.set_setting(file, "team_shares", shares)
        return home


def keep_call(home: Path) -> None:
    """A finished call whose sound the team keeps."""
    journal = write_call(home / "state", SARAH)
    files = keep_sound(journal.parent, blocks, [MASKED], sound_records())
    with app.open_store() as store:
        store.catch_up()
        store.desk.keep_audio(SARAH, files)


def hear(desk: ReviewDesk) -> list[Samples]:
    """What a lead's player is given, sample by sample; nothing where there is no sound."""
    assert isinstance(desk, StoreReviewDesk)
    heard: list[Samples] = []

    def note(contents: "tuple[bytes, ...]") -> object:
        for content in contents:
            samples, rate = soundfile.read(io.BytesIO(content), dtype="int16")
            assert rate == SAMPLE_RATE
            heard.append(samples)
        return object()

    desk._play_fetched = note  # type: ignore[assignment]
    call = desk.call(SARAH)
    assert call.has_audio is (call.sound_bytes > 0)
    while call.sound_bytes:
        fetched = desk.fetch_sound(SARAH)
        if fetched.done == fetched.total:
            break
    desk.player(SARAH)
    return heard


def assert_heard_without_the_secret(heard: list[Samples]) -> None:
    agent, customer = heard
    for samples, voice in ((agent, VOICE), (customer, VOICE[::-1])):
        begin, end = (ms * SAMPLES_PER_MS for ms in MASKED)
        assert (samples[: begin - 16 * 200] == voice[: begin - 16 * 200]).all()
        assert (samples[end + 16 * 200 :] == voice[end + 16 * 200 :]).all()
        alike = np.corrcoef(samples[begin:end].astype(float), voice[begin:end].astype(float))
        assert abs(alike[0, 1]) < 0.05


def address_of(team: Team, login: str) -> str:
    url = team.url.set(username=login, drivername="postgresql")
    return url.render_as_string(hide_password=False)


@pytest.mark.postgres
@pytest.mark.parametrize("shares", ["transcripts", "audio"])
def test_a_lead_hears_a_call_from_the_team_database(
    computers: Computers, team: Team, shares: str
) -> None:
    admin = open_postgres(team.url)
    set_shares(admin, "audio")
    admin.dispose()
    home = computers.use("sarah", address_of(team, "sarah"), shares)
    keep_call(home)
    report = app.sync_now()
    assert (report.sent, report.sounds) == (1, int(shares == "audio"))
    shutil.rmtree(home)
    computers.use("lea", address_of(team, "lea"))
    desk = app.review_desk()
    assert desk.source.kind is SourceKind.DATABASE
    heard = hear(desk)
    waveform = desk.waveform(SARAH)
    desk.close()
    if shares == "audio":
        assert_heard_without_the_secret(heard)
        assert waveform is not None
        assert len(waveform.agent) == 400
    else:
        assert heard == []
        assert waveform is None


@pytest.mark.parametrize("shares", ["transcripts", "audio"])
def test_a_lead_hears_a_call_from_the_shared_folder(
    computers: Computers, tmp_path: Path, shares: str
) -> None:
    shared = tmp_path / "shared"
    lea = computers.use("lea", shared.as_uri())
    app.make_team_folder(shared)
    home = computers.use("sarah", shared.as_uri(), shares)
    keep_call(home)
    app.sync_now()
    computers.use("lea", shared.as_uri())
    assert app.sync_now().fetched == 1
    desk = app.review_desk()
    assert (desk.source.kind, desk.source.place) == (SourceKind.FOLDER, str(shared))
    assert not desk.is_agent
    heard = hear(desk)
    desk.close()
    if shares == "audio":
        assert_heard_without_the_secret(heard)
    else:
        assert heard == []
    assert_never_unsealed(lea, shared)
    app.sync_now()
    computers.use("sarah", shared.as_uri())
    app.sync_now()
    looks = {(look.who, look.what) for look in app.team_looks()}
    assert looks == {("Lea", "open"), *([("Lea", "sound")] if shares == "audio" else [])}


def assert_never_unsealed(*places: Path) -> None:
    for place in places:
        for file in place.rglob("*"):
            if file.is_file():
                assert b"fLaC" not in file.read_bytes(), file


def test_a_recording_from_elsewhere_never_leaves_the_computer(
    computers: Computers, tmp_path: Path
) -> None:
    shared = tmp_path / "shared"
    computers.use("lea", shared.as_uri())
    app.make_team_folder(shared)
    home = computers.use("sarah", shared.as_uri(), "audio")
    recording = tmp_path / "call.wav"
    soundfile.write(recording, np.zeros((16_000, 2), np.int16), 16_000)
    write_call(home / "state", SARAH)
    with app.open_store() as store:
        store.catch_up()
        store.desk.keep_audio(SARAH, (recording, recording))
    report = app.sync_now()
    assert (report.sent, report.sounds, report.sounds_left) == (1, 0, 0)
    assert list(shared.rglob("*.sound")) == []

"""Which recordings make a call, and what their names or a list tell of it."""

from pathlib import Path

import pytest

from assist.review.recordings import (
    Facts,
    ListError,
    Planned,
    find_files,
    name_reader,
    plan,
    read_list,
)


def touched(folder: Path, *names: str) -> list[Path]:
    files = []
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x")
        files.append(file)
    return files


def mono(file: Path) -> int:
    return 1


def stereo(file: Path) -> int:
    return 2


def names(planned: tuple[Planned, ...]) -> list[tuple[str, ...]]:
    return [tuple(file.name for file in each.files) for each in planned]


@pytest.mark.parametrize(
    ("pattern", "name", "expected"),
    [
        ("{date}_{time}_{agent}_{number}", "20261122_140200_R_Sato_5550142.wav", "R Sato"),
        ("{agent} {date} {time}", "R Sato 2026-11-22 14-02-00.wav", "R Sato"),
        ("{any}-{agent}-{date}{time}.wav", "x-R Sato-202611221402.WAV", "R Sato"),
        ("{agent}/{date}-{time}-{any}", "R_Sato/20261122-140200-77.flac", "R Sato"),
    ],
)
def test_a_pattern_reads_who_and_when(pattern: str, name: str, expected: str) -> None:
    found = name_reader(pattern)(Path("/calls") / name)
    assert found is not None
    assert found.agent == expected
    assert found.started_at is not None
    assert f"{found.started_at:%Y-%m-%d %H:%M}" == "2026-11-22 14:02"
    assert found.started_at.tzinfo is not None


def test_a_number_and_a_reference_are_read_too() -> None:
    found = name_reader("{number}__{reference}__{customer}")(Path("+49 30 123__T-77__Ana_Díaz.mp3"))
    assert found == Facts(number="+49 30 123", reference="T-77", customer="Ana Díaz")


def test_a_name_of_another_pattern_tells_nothing() -> None:
    assert name_reader("{date}_{agent}")(Path("hello.wav")) is None


def test_a_day_that_is_none_is_no_moment() -> None:
    found = name_reader("{date}_{agent}")(Path("20261399_Ana.wav"))
    assert found is not None
    assert found.started_at is None


@pytest.mark.parametrize(
    ("pattern", "said"), [("{nobody}_x", "what may stand in it"), ("{agent}{agent}", "twice")]
)
def test_a_wrong_pattern_is_said(pattern: str, said: str) -> None:
    with pytest.raises(ListError, match=said):
        name_reader(pattern)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1-agent.wav", "1-customer.wav"),
        ("call 7 Operator.flac", "call 7 Client.flac"),
        ("20261122_in.wav", "20261122_out.wav"),
        ("a7_rx.wav", "a7_tx.wav"),
        ("agent-1.wav", "customer-1.wav"),
    ],
)
def test_mono_files_that_differ_in_the_side_are_one_call(
    tmp_path: Path, one: str, other: str
) -> None:
    files = touched(tmp_path, one, other)
    (planned,) = plan(find_files([tmp_path]), channels=mono)
    assert set(planned.files) == set(files)
    is_agent_first = any(
        word in planned.files[0].name.lower() for word in ("agent", "op", "in.", "tx")
    )
    assert is_agent_first, planned.files


def test_a_stereo_file_is_a_call_whatever_it_is_called(tmp_path: Path) -> None:
    touched(tmp_path, "agent.wav", "customer.wav")
    planned = plan(find_files([tmp_path]), channels=stereo)
    assert names(planned) == [("agent.wav",), ("customer.wav",)]
    assert not any(each.trouble for each in planned)


def test_one_side_alone_is_said(tmp_path: Path) -> None:
    touched(tmp_path, "7-agent.wav")
    (planned,) = plan(find_files([tmp_path]), channels=mono)
    assert planned.trouble == "7-agent.wav holds one side; the customer's file is not beside it."


def test_pairs_are_found_also_where_a_pattern_does_not_name_the_side(tmp_path: Path) -> None:
    touched(tmp_path, "20261122_Ana-agent.wav", "20261122_Ana-customer.wav", "20261123_Ben.wav")
    planned = plan(find_files([tmp_path]), read_name=name_reader("{date}_{agent}"), channels=mono)
    assert [len(each.files) for each in planned] == [2, 1]
    assert [each.facts.agent for each in planned] == ["Ana", "Ben"]


def test_a_side_the_pattern_names_pairs_files(tmp_path: Path) -> None:
    touched(tmp_path, "in__7.wav", "out__7.wav")
    reader = name_reader("{side}__{reference}")
    (planned,) = plan(find_files([tmp_path]), read_name=reader, channels=mono)
    assert names((planned,)) == [("in__7.wav", "out__7.wav")]
    assert planned.facts.reference == "7"


def test_what_is_not_of_the_pattern_is_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    touched(tmp_path, "20261122_Ana.wav", "readme.wav")
    planned = plan(find_files([tmp_path]), read_name=name_reader("{date}_{agent}"), channels=stereo)
    assert [bool(each.trouble) for each in planned] == [False, True]
    assert "--pattern" in planned[1].trouble


def test_a_folder_gives_its_sound_files_and_those_below_once(tmp_path: Path) -> None:
    files = touched(tmp_path, "a.wav", "b/c.MP3", "notes.txt", ".hidden/d.wav")
    assert find_files([tmp_path, files[0]]) == (files[0], files[1])
    with pytest.raises(ListError, match="does not exist"):
        find_files([tmp_path / "nowhere"])


def test_a_list_tells_files_and_facts(tmp_path: Path) -> None:
    touched(tmp_path, "a.wav", "x.wav", "y.wav")
    listed = tmp_path / "calls.csv"
    listed.write_text(
        "\ufefffile;agent_file;customer_file;started_at;agent;customer;number;reference\n"
        "a.wav;;;2026-11-22 14:02;R. Sato;Dana Ortega;555;T1\n"
        ";x.wav;y.wav;2026-11-22T15:00:00+01:00;;;;\n",
        encoding="utf-8",
    )
    one, pair = read_list(listed)
    assert one.files == (tmp_path / "a.wav",)
    assert (one.facts.agent, one.facts.customer, one.facts.reference) == (
        "R. Sato",
        "Dana Ortega",
        "T1",
    )
    assert one.facts.started_at is not None
    assert pair.files == (tmp_path / "x.wav", tmp_path / "y.wav")
    planned = plan(find_files([tmp_path]), listed=(one, pair), channels=mono)
    assert [each.facts.agent for each in planned] == ["R. Sato", ""]


def test_a_listed_file_that_is_gone_fails_alone(tmp_path: Path) -> None:
    touched(tmp_path, "a.wav")
    listed = tmp_path / "calls.csv"
    listed.write_text("file\na.wav\ngone.wav\n", encoding="utf-8")
    good, gone = read_list(listed)
    assert good.trouble == ""
    assert gone.trouble.endswith("gone.wav does not exist; check the list.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("agent\nAna\n", "needs a column 'file'"),
        ("file,mood\na.wav,sad\n", "has a column 'mood'"),
        ("file,started_at\na.wav,yesterday\n", "line 2: 'yesterday' is no time"),
        ("file,agent\n,Ana\n", "line 2, names no file"),
    ],
)
def test_a_wrong_list_is_said_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    listed = tmp_path / "calls.csv"
    listed.write_text(text, encoding="utf-8")
    with pytest.raises(ListError, match=said):
        read_list(listed)

from pathlib import Path

from assist import app, paths
from assist.engine.folders import CallFolder


def test_a_call_has_begun_once_its_journal_holds_a_whole_line(tmp_path: Path) -> None:
    folder = CallFolder(tmp_path / "call")
    folder.open()
    assert folder.never_began
    folder.journal.write_bytes(b"half a li")
    assert folder.never_began
    folder.journal.write_bytes(b"a line\nand a ha")
    assert not folder.never_began


def test_each_call_asks_the_settings_anew(assist_home: Path) -> None:
    parts = app.engine_parts()
    assert (parts.agent_name(), parts.keep_audio()) == ("", False)
    paths.settings_file().parent.mkdir(parents=True, exist_ok=True)
    paths.settings_file().write_text('agent_name = "Mara"\nkeep_audio = true\n')
    assert (parts.agent_name(), parts.keep_audio()) == ("Mara", True)

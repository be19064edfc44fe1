"""Whatever stands in the files: a change keeps all the rest, and nothing but our errors comes."""

import contextlib
import tempfile
import tomllib
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assist.settings import (
    FIELDS,
    ChangeLog,
    Field,
    SettingsError,
    Value,
    load,
    read_policy,
    set_setting,
    unset_setting,
)
from assist.settings.fields import as_toml
from assist.settings.policy import STRICT

_TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)
_COMMENTS = _TEXTS.map(lambda text: "# " + text.replace("\n", " "))
_CHECKED = {
    *("team_database", "baresip", "action_url_secret", "name_pattern", "version"),
    "keep_by_outcome",
}


calm = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""Each change is synced to the disk, which may be slow and busy."""


def _values(field: Field) -> st.SearchStrategy[Value]:
    if field.choices:
        return st.sampled_from(field.choices)
    if field.kind is bool:
        return st.booleans()
    if field.kind is int:
        return st.integers(field.low, field.high or 1000)
    if field.kind is tuple:
        return st.lists(_TEXTS, max_size=3).map(tuple)
    return _TEXTS


_FREE = [
    field
    for key, field in FIELDS.items()
    if key not in _CHECKED and not key.startswith("shortcut_")
]
_SETTINGS = st.sampled_from(_FREE).flatmap(
    lambda field: st.tuples(st.just(field.key), _values(field))
)


@st.composite
def _files(draw: st.DrawFn) -> str:
    """A settings file as somebody may have written it, with other tools' keys and tables."""
    lines = []
    for field in draw(st.lists(st.sampled_from(_FREE), max_size=4, unique=True)):
        indent = draw(st.sampled_from(["", "  "]))
        lines.append(f"{indent}{field.key} = {as_toml(draw(_values(field)))}")
    lines += draw(st.lists(_COMMENTS, max_size=3))
    if draw(st.booleans()):
        lines.append("zoom = [1, 2]")
    lines = draw(st.permutations(lines))
    if draw(st.booleans()):
        lines += ["", "# theirs", "[plugin]", 'theme = "loud"', draw(_COMMENTS)]
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines) + draw(st.sampled_from(["", "\n"]))


@calm
@given(_files(), _SETTINGS)
def test_a_change_keeps_every_other_value_and_every_comment(
    text: str, change: tuple[str, Value]
) -> None:
    key, value = change
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "settings.toml"
        file.write_bytes(text.encode())
        before = tomllib.loads(text)
        set_setting(file, key, value)
        after = file.read_bytes().decode()
        expected = {**before, key: list(value) if isinstance(value, tuple) else value}
        assert tomllib.loads(after) == expected
        comments = [line for line in text.splitlines() if line.lstrip().startswith("#")]
        kept = after.splitlines()
        assert all(line in kept for line in comments)
        unset_setting(file, key)
        expected.pop(key)
        assert tomllib.loads(file.read_bytes().decode()) == expected


@calm
@given(st.lists(_SETTINGS, max_size=6))
def test_undoing_all_changes_leads_back_to_where_they_began(
    changes: list[tuple[str, Value]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "settings.toml"
        file.write_text('theme = "dark"\nwords = ["FiberMax"]\n')
        log = ChangeLog(file, Path(folder) / "history.json")
        begin = tomllib.loads(file.read_text("utf-8"))
        made = sum(log.put(key, value) for key, value in changes)
        for _ in range(made):
            assert log.undo() is not None
        assert log.undo() is None
        assert tomllib.loads(file.read_text("utf-8")) == begin


@calm
@given(st.binary(max_size=200) | _files().map(str.encode))
def test_any_file_gives_settings_or_our_error(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "settings.toml"
        file.write_bytes(content)
        with contextlib.suppress(SettingsError):
            assert load(file).settings.text_percent in range(100, 201)


@calm
@given(
    st.binary(max_size=200)
    | _files().map(lambda text: f"[locked]\n{text}".encode())
    | _files().map(lambda text: f"[suggested]\n{text}".encode())
)
def test_any_policy_is_right_or_strict(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "policy.toml"
        file.write_bytes(content)
        policy = read_policy(file)
        if policy.problem:
            assert {key: policy.locked[key] for key in STRICT} == dict(STRICT)
            assert policy.problem.count("\n") == 0
        load(Path(folder) / "none.toml", file)

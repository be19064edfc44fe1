"""The first run's own desk: what it keeps, and when it comes up again."""

import pytest

from assist import app, paths
from assist.app import setup
from assist.core.preferences import ModelChoice, ModelFit, SetupStep


def _model(name: str, language: str) -> ModelChoice:
    return ModelChoice(
        name=name,
        language=language,
        fit=ModelFit.CALLS,
        megabytes=40,
        is_here=True,
        is_chosen=False,
    )


@pytest.fixture(autouse=True)
def models(monkeypatch: pytest.MonkeyPatch) -> None:
    known = (_model("starter", "en"), _model("small-es", "es"), _model("own", ""))
    monkeypatch.setattr(setup, "model_choices", lambda: known)


def test_the_playbook_follows_the_models_language() -> None:
    desk = app.setup_desk()
    desk.choose("model", "small-es")
    assert app.load_settings().playbook == "es"
    desk.choose("model", "own")
    assert app.load_settings().playbook == "es", "nobody knows what language that is"
    desk.choose("model", "starter")
    assert app.load_settings().playbook == ""


def test_a_playbook_of_ones_own_stays() -> None:
    app.change_setting("playbook", "/home/ana/mine.toml")
    app.setup_desk().choose("model", "small-es")
    assert app.load_settings().playbook == "/home/ana/mine.toml"


def test_it_comes_up_until_it_is_done_and_not_where_something_was_set_before() -> None:
    assert app.needs_first_run()
    desk = app.setup_desk()
    desk.keep_step(SetupStep.NOTICE)
    desk.choose("caller_notice", "agent")
    assert app.needs_first_run()
    assert app.setup_desk().step is SetupStep.NOTICE
    desk.finish()
    assert not app.needs_first_run()
    paths.setup_file().unlink()
    assert not app.needs_first_run()


@pytest.mark.parametrize("text", ["", "[]", '{"step": "nonsense"}', "{"])
def test_a_damaged_note_of_how_far_it_came_begins_anew(text: str) -> None:
    paths.setup_file().parent.mkdir(parents=True)
    paths.setup_file().write_text(text)
    assert app.needs_first_run()
    assert app.setup_desk().step is SetupStep.MODEL

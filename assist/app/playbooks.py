"""The playbook in force: its layers, its cards, what marks put away, and who may change it."""

import logging
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assist import paths, settings
from assist.app.chosen import load_settings, user_name
from assist.app.consent import consent_problem, consent_toml
from assist.app.speech import hearing
from assist.app.store import open_store
from assist.core.errors import UsageError
from assist.core.interfaces import RuleDesk

if TYPE_CHECKING:
    from assist.core.notices import RuleShadowed
    from assist.cues.knowledge import KnowledgeCard
    from assist.cues.layers import Effective
    from assist.cues.packs import SigningKey
    from assist.cues.playbook import Playbook

LAYERS = ("base", "company", "team", "agent")
"""The playbook's layers from the top down."""

_log = logging.getLogger(__name__)


def load_playbook(chosen: settings.Settings, file: Path | None = None) -> "Playbook":
    """The playbook of `file` alone, else that of all layers the settings name."""
    return load_effective(chosen, file).playbook


def call_playbook(chosen: settings.Settings, file: Path | None = None) -> "Playbook":
    """The playbook as calls run with it: with knowledge cards, and without what marks put away.

    Both stand in its text, so that a call's journal holds all that a replay needs.
    """
    from assist.cues import knowledge, standing
    from assist.cues.playbook import parse_playbook

    playbook = load_playbook(chosen, file)
    cards, problems = knowledge_cards(chosen, language=playbook.language)
    own = {card.id for card in playbook.cards}
    added = knowledge.as_toml(card for card in cards if card.id not in own)
    rules = {rule.id: rule for rule in playbook.rules}
    try:
        shadowed = standing.read_standing(paths.rules_file())
    except standing.StandingError as error:
        problems, shadowed = (*problems, str(error)), {}
    added += standing.as_toml(
        {id_: why for id_, why in shadowed.items() if id_ in rules and why.holds_for(rules[id_])}
    )
    added += consent_toml(chosen.consent_phrase, playbook)
    if problem := consent_problem(chosen.consent_phrase, playbook.language):
        problems = (*problems, f"The setting 'consent_phrase' {problem}; it is not listened for.")
    for problem in problems:
        _log.warning("%s", problem)
    if not added:
        return playbook
    return parse_playbook(playbook.text + added, name=file.name if file else playbook.name)


def put_away(chosen: settings.Settings) -> dict[str, str]:
    """The rules in force that their marks put in shadow, each with the reason."""
    playbook = call_playbook(chosen)
    return {
        rule.id: playbook.shadowed[rule.id]
        for rule in playbook.rules
        if rule.mode == "shadow" and not rule.has_mode and rule.id in playbook.shadowed
    }


def knowledge_cards(
    chosen: settings.Settings, *, language: str = "en"
) -> "tuple[tuple[KnowledgeCard, ...], tuple[str, ...]]":
    """(the shipped cards and one's own, a sentence for each that cannot be used)."""
    from assist.cues.knowledge import read_cards

    # The shipped ones are in English.
    folders = [paths.resources_dir() / "knowledge"] if language == "en" else []
    return read_cards([*folders, *own_card_folders(chosen)])


def own_card_folders(chosen: settings.Settings) -> list[Path]:
    """Where cards of one's own are: those of imported packs, layer by layer, and one's folder."""
    folders = [folder for layer in LAYERS if (folder := card_folder(layer)).is_dir()]
    if chosen.knowledge:
        folders.append(Path(chosen.knowledge).expanduser())
    return folders


def card_folder(layer: str) -> Path:
    """Where the knowledge cards of an imported pack of that layer are kept."""
    return paths.config_dir() / "knowledge" / layer


def judge_rules() -> "tuple[RuleShadowed, ...]":
    """Put rules in shadow that were marked wrong too often; tells which. Raises AssistError.

    Marks of what a rule was before it was changed do not count.
    """
    from assist.core.notices import RuleShadowed
    from assist.cues import standing

    playbook = call_playbook(load_settings())
    with open_store() as store:
        counted = store.rule_marks()
    now = {(rule.id, rule.version) for rule in playbook.rules}
    marks = {
        each.rule: (each.right, each.wrong) for each in counted if (each.rule, each.version) in now
    }
    day = datetime.now().astimezone().date().isoformat()
    failed = standing.newly_failed(playbook.rules, marks, day)
    if failed:
        known = standing.read_standing(paths.rules_file())
        standing.write_standing(paths.rules_file(), {**known, **failed})
    titles = {rule.id: rule.title for rule in playbook.rules}
    return tuple(
        RuleShadowed(rule=rule, title=titles[rule], right=why.right, wrong=why.wrong)
        for rule, why in failed.items()
    )


def load_effective(chosen: settings.Settings, file: Path | None = None) -> "Effective":
    """The same with the origin of every value, and with the changes that do not count."""
    from assist.cues.layers import BASE, load_layers

    if file is not None:
        return load_layers([(BASE, file)])
    # An agent who has changed nothing has no file; a missing one that is named is a mistake.
    return load_layers(
        [
            (name, path)
            for name, path in playbook_files(chosen).items()
            if path.exists() or name != "agent" or chosen.agent_playbook
        ]
    )


def playbook_files(chosen: settings.Settings) -> dict[str, Path]:
    """The playbook's layers from the top down: base, company, team, agent."""
    from assist.cues.layers import BASE

    shipped = paths.resources_dir() / "playbooks"
    # A bare name, such as "es", is one of the playbooks that come with the app.
    named = shipped / f"{chosen.playbook or 'default'}.toml"
    is_shipped = named.parent == shipped and named.is_file()
    own = paths.config_dir() / "playbooks" / "agent.toml"
    files = {
        BASE: named if is_shipped else Path(chosen.playbook),
        "company": Path(chosen.company_playbook) if chosen.company_playbook else None,
        "team": Path(chosen.team_playbook) if chosen.team_playbook else None,
        "agent": Path(chosen.agent_playbook) if chosen.agent_playbook else own,
    }
    return {name: path.expanduser() for name, path in files.items() if path is not None}


def signing_key() -> "SigningKey":
    from assist.cues.packs import SigningKey

    return SigningKey(paths.state_dir() / "pack-signing.key")


def trusted_keys_folder(chosen: settings.Settings) -> Path:
    named = Path(chosen.trusted_keys).expanduser() if chosen.trusted_keys else None
    return named or paths.config_dir() / "trusted-keys"


def trusted_pack_keys(chosen: settings.Settings) -> dict[str, str]:
    """Key → name of everybody whose rule packs are accepted, this computer's own among them."""
    from assist.cues.packs import trusted_keys

    own = signing_key()
    mine = {own.public(): "yourself"} if own.exists() else {}
    return mine | trusted_keys(trusted_keys_folder(chosen))


def rule_desk(layer: str) -> RuleDesk:
    """The rules of a layer as an editor works on them. Raises PlaybookError."""
    from assist.cues.layers import Layer
    from assist.cues.playbook import read_text
    from assist.review.rule_desk import LayeredRuleDesk

    chosen = load_settings()
    files = playbook_files(chosen)
    if layer not in files:
        raise UsageError(
            f"There is no {layer} layer; name its file in the setting '{layer}_playbook'."
        )
    above = [name for name in files if LAYERS.index(name) < LAYERS.index(layer)]
    return LayeredRuleDesk(
        [Layer(name=name, file=str(files[name]), text=read_text(files[name])) for name in above],
        layer,
        files[layer],
        hearing=lambda language: hearing(chosen.model, language),
        who=user_name(),
        now=lambda: datetime.now().astimezone().isoformat(timespec="seconds"),
    )

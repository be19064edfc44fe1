"""Where everything is put together: the only package that knows the concrete classes.

The commands and the desktop call these functions; each builds just what it needs. Imports of heavy
parts stand inside the functions, so that `assist calls list` does not load Vosk.
"""

from assist.app.chosen import (
    change_setting,
    keep_sidebar,
    load_settings,
    settings_state,
    undo_setting,
    user_name,
)
from assist.app.engine import (
    connect,
    engine_parts,
    open_link,
    phone_sources,
    run_engine,
    tell_engine,
)
from assist.app.offline import (
    EventSink,
    ProgressSink,
    replay,
    run_inputs,
    transcribe,
)
from assist.app.playbooks import (
    LAYERS,
    call_playbook,
    card_folder,
    judge_rules,
    knowledge_cards,
    load_effective,
    load_playbook,
    own_card_folders,
    playbook_files,
    put_away,
    rule_desk,
    signing_key,
    trusted_keys_folder,
    trusted_pack_keys,
)
from assist.app.practice import practice
from assist.app.preferences import device_choices, settings_desk
from assist.app.review import (
    importer,
    review_desk,
    serve_import,
    sound_channels,
)
from assist.app.rotation import key_in_use
from assist.app.sealing import call_keys
from assist.app.setup import needs_first_run, setup_desk
from assist.app.sound import (
    DEMO_CALL,
    describe_devices,
    open_recording,
    open_source,
)
from assist.app.speech import (
    STARTER_MODEL,
    check_model,
    extender,
    hearing,
    load_for_calls,
    load_speech_model,
    model_folder,
    pronunciation_file,
)
from assist.app.store import (
    known_customer,
    open_store,
    past_calls,
)
from assist.app.team import (
    log_looks,
    make_team_folder,
    open_team_store,
    skip_waiting,
    sync_now,
    sync_status,
    team_engine,
)
from assist.app.team import looks as team_looks

__all__ = [
    "DEMO_CALL",
    "LAYERS",
    "STARTER_MODEL",
    "EventSink",
    "ProgressSink",
    "call_keys",
    "call_playbook",
    "card_folder",
    "change_setting",
    "check_model",
    "connect",
    "describe_devices",
    "device_choices",
    "engine_parts",
    "extender",
    "hearing",
    "importer",
    "judge_rules",
    "keep_sidebar",
    "key_in_use",
    "knowledge_cards",
    "known_customer",
    "load_effective",
    "load_for_calls",
    "load_playbook",
    "load_settings",
    "load_speech_model",
    "log_looks",
    "make_team_folder",
    "model_folder",
    "needs_first_run",
    "open_link",
    "open_recording",
    "open_source",
    "open_store",
    "open_team_store",
    "own_card_folders",
    "past_calls",
    "phone_sources",
    "playbook_files",
    "practice",
    "pronunciation_file",
    "put_away",
    "replay",
    "review_desk",
    "rule_desk",
    "run_engine",
    "run_inputs",
    "serve_import",
    "settings_desk",
    "settings_state",
    "setup_desk",
    "signing_key",
    "skip_waiting",
    "sound_channels",
    "sync_now",
    "sync_status",
    "team_engine",
    "team_looks",
    "tell_engine",
    "transcribe",
    "trusted_keys_folder",
    "trusted_pack_keys",
    "undo_setting",
    "user_name",
]

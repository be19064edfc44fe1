"""What `assist setup` says: models, answers and the result in plain words."""

from assist.core.preferences import FarEnd, ModelFit, SetupResult, SetupStep

STEPS = {
    SetupStep.MODEL: "What hears your calls",
    SetupStep.DEVICES: "Your headset",
    SetupStep.SENTENCE: "Say a sentence",
    SetupStep.FAR_END: "The customer's side",
    SetupStep.NOTICE: "What callers are told",
}

FITS = {
    ModelFit.TRYING: "to try things out only; it misses much of real calls",
    ModelFit.CALLS: "light, for real calls; mishears some words in every call",
    ModelFit.ACCURATE: "more accurate, needs more memory",
    ModelFit.OTHER: "made for other speech than telephone calls",
    ModelFit.UNKNOWN: "brought along; how well it hears is not known",
}

FAR_END = {
    FarEnd.HEARD: "The sound came back: what is played there is heard as the customer.",
    FarEnd.OTHER_SOUND: "Other sound came back, but not this one: choose another device for the "
    "customer, or turn up the output.",
    FarEnd.SILENT: "Nothing came back: on this device the customer cannot be heard.",
}

NOTICES = {
    "announcement": "they hear an announcement before they reach you",
    "agent": "you tell them yourself at the beginning",
    "written": "they are told in writing (contract, website, e-mail)",
    "none": "none, as far as you know",
}

_DESK_PHONE = (
    "With a desk phone, or where the call runs on another computer (remote desktop), the "
    "customer's voice does not pass through this one: only your side can be heard, and prompts "
    "that need the customer's words stay away."
)


def mark(is_fine: bool | None) -> tuple[str, str]:
    """(sign, style) before a line; None is for what was not answered yet: neither good nor bad."""
    return {True: ("✓", "green"), False: ("✗", "red"), None: ("–", "yellow")}[is_fine]


def result_lines(result: SetupResult) -> list[tuple[bool | None, str]]:
    """(is it fine, in plain words) for each thing a call needs; None: it is not answered yet."""
    lines: list[tuple[bool | None, str]] = [
        _model(result),
        _agent(result),
        *_customer(result),
        _notice(result),
    ]
    if result.remote:
        lines.append((False, result.remote))
    return lines


def _model(result: SetupResult) -> tuple[bool, str]:
    if not result.is_model_here:
        return False, f"The speech model {result.model} is not here; choose another."
    if result.model == "starter":
        return True, (
            "Calls are heard with the starter model, which is for trying out; for real calls "
            "install a better one (`assist models list`)."
        )
    return True, f"Calls are heard with {result.model}."


def _agent(result: SetupResult) -> tuple[bool, str]:
    if not result.agent:
        return False, "There is no microphone; plug in the headset."
    if not result.sentence:
        return True, f"You are heard on {result.agent}; no sentence was tried."
    return True, f'You are heard on {result.agent}: "{result.sentence}".'


def _customer(result: SetupResult) -> list[tuple[bool, str]]:
    if not result.customer:
        return [(False, f"There is no device on which the customer can be heard. {_DESK_PHONE}")]
    where = f"The customer is heard on {result.customer}"
    if result.far_end is None:
        return [(True, f"{where}; that was not tried.")]
    if result.far_end is not FarEnd.HEARD:
        return [(False, f"The customer cannot be heard on {result.customer}. {_DESK_PHONE}")]
    if result.has_played is False:
        return [
            (
                False,
                f"{where}, but that is not the headset you wear: choose it as your output, or "
                "choose its device for the customer.",
            )
        ]
    return [(True, f"{where}.")]


def _notice(result: SetupResult) -> tuple[bool | None, str]:
    if not result.notice:
        return None, "It is not answered yet what notice callers get."
    if result.notice == "none":
        return False, (
            "Callers get no notice; clear with your lead that they may be transcribed, or switch "
            "private mode on."
        )
    return True, f"Callers know that they are transcribed: {NOTICES[result.notice]}."

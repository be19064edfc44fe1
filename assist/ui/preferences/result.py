"""What the first run found out, in plain words."""

from PySide6.QtCore import QCoreApplication, QLocale

from assist.core.preferences import FarEnd, SetupResult
from assist.ui.preferences import wording
from assist.ui.sentences import said


def far_end(found: FarEnd) -> str:
    """What came of playing the sound."""
    words = {
        FarEnd.HEARD: QCoreApplication.translate(
            "FirstRun", "The sound came back: what is played there is heard as the customer."
        ),
        FarEnd.OTHER_SOUND: QCoreApplication.translate(
            "FirstRun",
            "Other sound came back, but not this one: choose another device for the customer, or "
            "turn up the output.",
        ),
        FarEnd.SILENT: QCoreApplication.translate(
            "FirstRun", "Nothing came back: on this device the customer cannot be heard."
        ),
    }
    return words[found]


def result_lines(result: SetupResult) -> list[tuple[bool | None, str]]:
    """(is it fine, in words) for each thing a call needs; None: it is not answered yet."""
    lines: list[tuple[bool | None, str]] = [
        _model(result),
        *_language(result),
        _agent(result),
        *_customer(result),
        _notice(result),
    ]
    if result.remote:
        lines.append((False, said(result.remote)))
    return lines


def _model(result: SetupResult) -> tuple[bool, str]:
    if not result.is_model_here:
        sentence = QCoreApplication.translate(
            "FirstRun", "The speech model {model} is not here; choose another."
        )
        return False, sentence.format(model=result.model)
    if result.model == "starter":
        return True, QCoreApplication.translate(
            "FirstRun",
            "Calls are heard with the starter model, which is for trying out; choose a better one "
            "for real calls.",
        )
    sentence = QCoreApplication.translate("FirstRun", "Calls are heard with {model}.")
    return True, sentence.format(model=result.model)


def _language(result: SetupResult) -> list[tuple[bool, str]]:
    """In which language prompts come, where that is not the one that the windows speak."""
    language = QLocale(result.language).language()
    if not result.language or language == QLocale().language():
        return []
    sentence = QCoreApplication.translate(
        "FirstRun",
        "Your calls are heard in {language}, and prompts come in {language}: the language of your "
        "customers, not that of these windows.",
    )
    return [(True, sentence.format(language=language_name(result.language)))]


def language_name(code: str) -> str:
    """A model's language as the windows call it."""
    names = {
        "en": QCoreApplication.translate("Languages", "English"),
        "es": QCoreApplication.translate("Languages", "Spanish"),
    }
    return names.get(code.partition("-")[0].lower(), QLocale(code).nativeLanguageName())


def _agent(result: SetupResult) -> tuple[bool, str]:
    if not result.agent:
        return False, QCoreApplication.translate(
            "FirstRun", "There is no microphone; plug in the headset."
        )
    if not result.sentence:
        sentence = QCoreApplication.translate(
            "FirstRun", "You are heard on {device}; no sentence was tried."
        )
        return True, sentence.format(device=result.agent)
    sentence = QCoreApplication.translate("FirstRun", "You are heard on {device}: “{words}”.")
    return True, sentence.format(device=result.agent, words=result.sentence)


def _customer(result: SetupResult) -> list[tuple[bool, str]]:
    plainly = QCoreApplication.translate(
        "FirstRun",
        "With a desk phone, or where the call runs on another computer (remote desktop), the "
        "customer's voice does not pass through this one: only your side can be heard, and "
        "prompts that need the customer's words stay away.",
    )
    if not result.customer:
        sentence = QCoreApplication.translate(
            "FirstRun", "There is no device on which the customer can be heard."
        )
        return [(False, f"{sentence} {plainly}")]
    if result.far_end is None:
        sentence = QCoreApplication.translate(
            "FirstRun", "The customer is heard on {device}; that was not tried."
        )
        return [(True, sentence.format(device=result.customer))]
    if result.far_end is not FarEnd.HEARD:
        sentence = QCoreApplication.translate(
            "FirstRun", "The customer cannot be heard on {device}."
        )
        return [(False, f"{sentence.format(device=result.customer)} {plainly}")]
    if result.has_played is False:
        sentence = QCoreApplication.translate(
            "FirstRun",
            "The customer is heard on {device}, but that is not the headset you wear: choose it as "
            "your output, or choose its device for the customer.",
        )
        return [(False, sentence.format(device=result.customer))]
    sentence = QCoreApplication.translate("FirstRun", "The customer is heard on {device}.")
    return [(True, sentence.format(device=result.customer))]


def _notice(result: SetupResult) -> tuple[bool | None, str]:
    if not result.notice:
        return None, QCoreApplication.translate(
            "FirstRun", "It is not answered yet what notice callers get."
        )
    if result.notice == "none":
        return False, QCoreApplication.translate(
            "FirstRun",
            "Callers get no notice: clear with your lead that they may be transcribed, or switch "
            "private mode on in the settings.",
        )
    sentence = QCoreApplication.translate(
        "FirstRun", "Callers know that they are transcribed: {how}."
    )
    return True, sentence.format(how=wording.choice("caller_notice", result.notice))

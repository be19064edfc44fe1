"""The language of the windows: ours and Qt's own texts, chosen before the first window is made."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = ("en", "de", "es")
"""English is the language of the source; its file holds the plurals alone."""

_NAME = "callassist-language"


def choose(choice: str, preferred: list[str]) -> str:
    """The language to show for a settings choice and what the system prefers ("de-AT" …)."""
    if choice in LANGUAGES:
        return choice
    for name in preferred:
        # The first language that the user reads and we speak, as a desktop's list is meant.
        language = name.replace("_", "-").split("-")[0].lower()
        if language in LANGUAGES:
            return language
    return "en"


def install_language(application: QCoreApplication, folder: Path, choice: str) -> str:
    """Have `application` speak the chosen language from now on; returns which ("en", "de", "es").

    `folder` holds callassist_LANGUAGE.qm. Dates and numbers follow, unless the system's own
    settings are of the same language: a German-speaking Swiss keeps Swiss dates.
    """
    for earlier in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(earlier)
        earlier.deleteLater()
    language = choose(choice, QLocale.system().uiLanguages())
    if QLocale.system().name().split("_")[0] == language:
        QLocale.setDefault(QLocale.system())
    else:
        QLocale.setDefault(QLocale(language))
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for file in (Path(qt) / f"qtbase_{language}.qm", folder / f"callassist_{language}.qm"):
        translator = QTranslator(application)
        translator.setObjectName(_NAME)
        # English needs none of Qt's; a file that is missing leaves the source's English.
        if file.is_file() and translator.load(str(file)):
            application.installTranslator(translator)
    return language

"""The languages a playbook may be written in, by code."""

from assist.core.language import ENGLISH, Language
from assist.core.spanish import SPANISH

LANGUAGES: dict[str, Language] = {language.code: language for language in (ENGLISH, SPANISH)}

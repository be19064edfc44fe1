"""The languages a playbook may be written in, by code."""

from assist.core.language import ENGLISH, Language

LANGUAGES: dict[str, Language] = {language.code: language for language in (ENGLISH,)}

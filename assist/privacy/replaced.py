"""What is said of a password once it was told: a newer one, how it is written."""

import re
from collections.abc import Sequence

from assist.privacy.numbers import bare

_REPLACED = re.compile(
    r"(?:it's|it is|is|(?:changed|switched|updated) it to|now it's|make it|made it|es|ist) "
    r"(?P<value>[\w'!@#$-]+(?: [\w'!@#$-]+){0,3}?) (?:now|these days|nowadays|instead|ahora|"
    r"jetzt)(?: i think| i believe| though| actually)?$"
    r"|(?:now it's|it's now|it is now|it's currently|these days it's|currently it's|actually it's|"
    r"ahora es|jetzt ist es|the new one's|the new one is|the new one) "
    r"(?P<newer>[\w'!@#$-]+(?: [\w'!@#$-]+){0,2})$"
    r"|(?:changed|switched|updated) it(?: last \w+| to| so)* (?:it's|now it's|to) "
    r"(?P<other>[\w'!@#$-]+(?: [\w'!@#$-]+){0,3}?)(?: now)?$"
)
_NO_VALUE = frozenset(
    """fine working okay ok good gone different wrong right correct locked blocked expired broken
    done over something anything nothing not too so very just all better worse clear late time
    there here on off back up down loading asking saying telling giving your my the a an that this
    what working again open closed ready going coming showing sorted fixed in out really
    only still even letting up-to-date mine yours his hers theirs raining today tomorrow i you we
    bien mal roto listo gut kaputt fertig""".split()
)
_WRITING = frozenset(
    """capital capitals capitalised capitalized case lowercase uppercase caps spaces space
    changed switched updated
    mayúscula minúscula mayúsculas minúsculas großgeschrieben kleingeschrieben groß klein""".split()
)
_MAX_REMARK = 9
_REMARK = re.compile(
    r"(?:,? (?:and |but )?(?:it's |that's |with )?(?:all |no |in |without )*(?:(?:one|single) word|"
    r"lower ?case|upper ?case|small letters|capital letters|capitals|caps|together|joined up|"
    r"spaces|no spaces|with spaces|minúsculas|mayúsculas|kleingeschrieben|zusammen))+"
    r"(?: with(?: no| out)? spaces| no spaces| please)*$"
)


def find_replaced(tokens: Sequence[str]) -> tuple[int, int] | None:
    """The newer password of "it's … now", where one was told just before."""
    words = [bare(token) for token in tokens]
    text = " ".join(words)
    found = _REPLACED.search(text)
    if found is None:
        return None
    name = next(name for name, value in found.groupdict().items() if value is not None)
    first = len(text[: found.start(name)].split())
    last = first + len(found[name].split())
    return None if any(word in _NO_VALUE for word in words[first:last]) else (first, last)


def is_about_writing(tokens: Sequence[str]) -> bool:
    """Whether a line says how a password is written or that it changed: "with a capital t"."""
    return len(tokens) <= _MAX_REMARK and any(bare(token) in _WRITING for token in tokens)


def without_remark(tokens: Sequence[str], first: int, last: int) -> int:
    """Where the words from `first` to `last` end without "all lower case with spaces" behind."""
    text = " ".join(bare(token) for token in tokens[first:last])
    remark = _REMARK.search(f" {text}")
    if remark is None:
        return last
    end = first + len(text[: max(0, remark.start() - 1)].split())
    return end if end > first else last

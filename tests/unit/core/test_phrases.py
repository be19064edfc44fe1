import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.core.phrases import PatternError, PhraseSet, compile_phrase
from assist.core.tokens import is_negated, is_reported, tokenize


def found(pattern: str, text: str) -> str | None:
    """The words a pattern matches, contractions spelled out, or None."""
    tokens = tokenize(text)
    match = compile_phrase(pattern, {"refund": "(refund*|money back)"}).find(tokens)
    return None if match is None else " ".join(tokens.texts[match.start : match.end])


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("nothing more", "there is nothing more", "nothing more"),
        ("nothing more", "nothing and more", None),
        ("nothing ...2 do", "nothing that helps do", "nothing that helps do"),
        ("nothing ...2 do", "nothing that i can do", None),
        ("nothing ... do", "nothing that i can do", "nothing that i can do"),
        ("(more|else) i can", "anything else i can do", "else i can"),
        ("i [really] can not", "i can not", "i can not"),
        ("i [really] can not", "i really can not", "i really can not"),
        ("transfer* you", "i am transferring you now", "transferring you"),
        ("transfer* you", "the transference you felt", None),
        ("call _ back", "call me back", "call me back"),
        ("call _ back", "call back", None),
        ("^ forget it", "forget it", "forget it"),
        ("^ forget it", "i forget it", None),
        ("forget it $", "just forget it", "forget it"),
        ("forget it $", "forget it now", None),
        ("{refund}", "i want my money back", "money back"),
        ("can't", "I cannot say", "can not"),
        ("can not", "I can\u2019t say", "can not"),
        ("i am", "i'm here", "i am"),
        ("there is", "there's one", "there is"),
        ("will not", "it won't work", "will not"),
        ("do not", "dont do that", "do not"),
        ("the customer order", "the customer's order", "the customer order"),
        ("sorry how", "Sorry. How are you?", None),
        ("sorry how", "Sorry, how are you?", "sorry how"),
        ("art", "the start", None),
        ("i can't", "i um uh can't", "i can not"),
    ],
)
def test_a_pattern_matches_the_words_it_describes(
    pattern: str, text: str, words: str | None
) -> None:
    assert found(pattern, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "i am not transferring you",
        "i will never transfer you",
        "without transferring you",
        "instead of transferring you",
        "i am not saying that i will just transfer you to wait i mean not going to transfer you",
    ],
)
def test_what_is_negated_does_not_match(text: str) -> None:
    matched = found("transfer* you", text)
    assert matched is None or text.count("transfer") > 1


def test_a_negation_further_away_does_not_count() -> None:
    assert found("transfer* you", "i could not find it so i will transfer you") == "transfer you"


def test_a_later_match_counts_when_the_first_is_negated() -> None:
    tokens = tokenize("i am not transferring you but they are transferring you")
    match = compile_phrase("transfer* you").find(tokens)
    assert match is not None
    assert match.start == 8


def test_matches_lead_back_to_the_spoken_words() -> None:
    tokens = tokenize("well there's nothing")
    match = compile_phrase("there is nothing").find(tokens)
    assert match is not None
    assert [tokens.sources[index] for index in range(match.start, match.end)] == [1, 1, 2]


def test_quoted_speech_is_recognized() -> None:
    tokens = tokenize("they told me there is nothing you can do")
    assert is_reported(tokens, tokens.texts.index("there"))
    assert not is_reported(tokenize("there is nothing"), 0)


def test_negation_needs_the_word_directly_before() -> None:
    tokens = tokenize("not really sorry")
    assert is_negated(tokens, 2)
    assert not is_negated(tokens, 0)


def test_the_end_of_an_open_utterance_is_not_its_end() -> None:
    phrase = compile_phrase("forget it $")
    assert phrase.find(tokenize("forget it", is_open=True)) is None
    assert phrase.find(tokenize("forget it")) is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("__cust__ Hi Lina", ("hi", "lina")),
        ("@123456 thanks", ("thanks",)),
        ("it is done. *ASK", ("it", "is", "done")),
        ("see https://example.org now", ("see", "now")),
        ("", ()),
        ("... !!", ()),
    ],
)
def test_handles_links_and_signatures_are_no_words(text: str, words: tuple[str, ...]) -> None:
    assert tokenize(text).texts == words


@pytest.mark.parametrize(
    ("pattern", "position", "says"),
    [
        ("a (b", 2, "without its ')'"),
        ("a [b", 2, "without its ']'"),
        ("a )", 2, "nothing opened"),
        ("", 0, "is empty"),
        ("{nope}", 0, "not defined"),
        ("a ...40 b", 5, "gap of 40"),
        ("[a] [b]", 0, "without any word"),
        ("a||b", 2, "empty choice"),
        ("a % b", 2, "means nothing here"),
        ("a.*b", 1, "means nothing here"),
    ],
)
def test_a_bad_pattern_says_what_is_wrong_and_where(pattern: str, position: int, says: str) -> None:
    with pytest.raises(PatternError) as caught:
        compile_phrase(pattern)
    assert says in str(caught.value)
    assert caught.value.position == position


def test_a_named_pattern_may_not_use_itself() -> None:
    with pytest.raises(PatternError, match="within itself"):
        compile_phrase("{a}", {"a": "x {b}", "b": "y {a}"})


def test_a_set_finds_what_each_phrase_finds() -> None:
    phrases = [compile_phrase(text) for text in ("good morning", "(good|bad) day", "[so] bye")]
    tokens = tokenize("good day to you and bye")
    together = PhraseSet(phrases).find_all(tokens)
    assert together == [match for phrase in phrases for match in phrase.find_all(tokens)]
    assert len(together) == 2


words = st.sampled_from(
    "i you can not do nothing more refund transfer it's there's won't but".split()
)


@given(st.lists(words, max_size=25), st.lists(words, min_size=1, max_size=4))
def test_words_in_order_are_always_found(around: list[str], wanted: list[str]) -> None:
    pattern = " ".join(wanted)
    tokens = tokenize(" ".join([*around, "and", *wanted, "and", *around]))
    match = compile_phrase(pattern).find(tokens)
    assert match is not None
    assert tokens.texts[match.start : match.end] == tokenize(pattern).texts


@given(st.text(max_size=60))
def test_any_text_becomes_tokens_that_line_up(text: str) -> None:
    tokens = tokenize(text)
    assert len(tokens.texts) == len(tokens.sources) == len(tokens.offsets)
    assert all(0 <= source < len(tokens.surface) for source in tokens.sources)
    assert list(tokens.sources) == sorted(tokens.sources)

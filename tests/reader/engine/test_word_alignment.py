import pytest
from hypothesis import given, strategies as st

from reader.engine.attention import Attention
from reader.engine.word_alignment import word_links
from reader.text import word_spans


def attention(source: list[str], target: list[str], *rows: tuple[float, ...]) -> Attention:
    return Attention(tuple(source), tuple(target), rows)


def linked(source: str, target: str, forward: Attention, backward: Attention | None = None) -> set[tuple[str, str]]:
    return {(source[s0:s1], target[t0:t1]) for s0, s1, t0, t1, _ in word_links(source, target, forward, backward)}


def even(source: str, target: str) -> Attention:
    """Uniform attention."""
    tokens, others = source.split(), target.split()
    return attention(tokens, others, *[(1 / len(tokens),) * len(tokens)] * len(others))


def test_each_word_is_linked_to_the_one_it_attends_to_whatever_the_order() -> None:
    forward = attention(["▁Nå", "▁sover", "▁hun"], ["▁She", "▁sleeps", "▁now"], (0, 0.1, 0.9), (0, 1, 0), (0.9, 0.1, 0))
    assert linked("Nå sover hun", "She sleeps now", forward) == {("Nå", "now"), ("sover", "sleeps"), ("hun", "She")}


def test_a_compound_is_linked_to_each_of_its_words() -> None:
    rows = (0.9, 0.1, 0, 0), (0.1, 0.5, 0.1, 0.3), (0, 0, 0, 1)
    forward = attention(["▁Strøm", "pris", "en", "▁steg"], ["▁Power", "▁prices", "▁rose"], *rows)
    expected = {("Strømprisen", "Power"), ("Strømprisen", "prices"), ("steg", "rose")}
    assert linked("Strømprisen steg", "Power prices rose", forward) == expected


def test_punctuation_is_linked_to_nothing() -> None:
    forward = attention(["▁Nei", "!"], ["▁No", "!"], (0.1, 0.9), (0.1, 0.9))
    assert linked("Nei!", "No!", forward) == {("Nei", "No")}


def test_the_spans_are_code_points_and_the_weights_shares() -> None:
    forward = attention(["▁😀", "▁Katt"], ["▁A", "▁cat"], (0.5, 0.5), (0, 1))
    [*_, (s0, s1, t0, t1, weight)] = word_links("😀 Katt", "A cat", forward)
    assert ("😀 Katt"[s0:s1], "A cat"[t0:t1]) == ("Katt", "cat")
    assert 0 < weight <= 1


def test_the_other_direction_settles_what_one_leaves_open() -> None:
    source, target = "rød bil", "car red"
    forward = attention(source.split(), target.split(), (0.5, 0.5), (0.5, 0.5))
    backward = attention(target.split(), source.split(), (0.05, 0.95), (0.95, 0.05))
    assert linked(source, target, forward, backward) == {("rød", "red"), ("bil", "car")}
    assert linked(source, target, forward) != {("rød", "red"), ("bil", "car")}


def test_a_backward_attention_without_rows_changes_nothing() -> None:
    forward = attention(["a", "b"], ["c", "d"], (1, 0), (0, 1))
    assert word_links("a b", "c d", forward, attention([], [])) == word_links("a b", "c d", forward)


@pytest.mark.parametrize(
    ("source", "target", "anchor"),
    [
        ("1.000,5 av dem går nå", "now of them go 1,000.5", ("1.000,5", "1,000.5")),
        ("1 250 kroner er det nå", "now that is kroner 1,250", ("1 250", "1,250")),
        ("10.30 går det et tog", "a train goes at 10:30", ("10.30", "10:30")),
        ("17. går det et tog", "there goes one train 17th", ("17", "17th")),
        ("se www.a.no/b nå da du", "you then now see www.a.no/b", ("www.a.no/b", "www.a.no/b")),
        ("ta rapport.pdf du nå da", "then now you take rapport.pdf", ("rapport.pdf", "rapport.pdf")),
        ("i Oslo er det en by", "there is a city in Oslo", ("Oslo", "Oslo")),
        ("et problem er det en by", "there is a city a PROBLEM", ("problem", "PROBLEM")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_the_same_in_both_languages_is_linked_against_the_attention(
    source: str, target: str, anchor: tuple[str, str]
) -> None:
    assert anchor in linked(source, target, even(source, target))


@pytest.mark.parametrize(
    ("source", "target"),
    [("men en mann sa det da", "then that said one of men"), ("Men Ola sa det da", "then that said Ola Men")],
    ids=["a short word", "one that begins the sentence"],
)
def test_short_false_friends_are_no_anchors(source: str, target: str) -> None:
    pairs = {(s.lower(), t.lower()) for s, t in linked(source, target, even(source, target))}
    assert ("men", "men") not in pairs


def starts(source: str, target: str, word: str) -> list[tuple[int, int]]:
    links = word_links(source, target, even(source, target))
    return [(s0, t0) for s0, s1, t0, _, _ in links if source[s0:s1] == word]


def test_repeated_names_are_linked_in_order() -> None:
    assert starts("så Ola og Ola der", "saw Ola and Ola there", "Ola") == [(3, 4), (10, 12)]


def test_a_name_that_occurs_more_often_on_one_side_is_linked_to_the_nearest() -> None:
    assert (3, 4) in starts("så Ola der og så kom Ola", "saw Ola there and then he came", "Ola")
    source, target = "så han der og da kom Ola", "saw Ola there and then came Ola"
    assert (source.index("Ola"), target.rindex("Ola")) in starts(source, target, "Ola")


@pytest.mark.parametrize(
    ("source", "target", "forward"),
    [
        ("", "", attention([], [])),
        ("en katt", "a cat", attention([], [])),
        ("!", "a", attention(["!"], ["a"], (1.0,))),
        ("en katt", "a cat", attention(["x"], ["y"], (1.0,))),
        ("en katt", "a cat", attention(["en", "katt"], ["a", "cat"], (), ())),
    ],
    ids=["no texts", "no attention", "no words", "tokens of another text", "rows without columns"],
)
def test_there_are_no_links_where_nothing_tells_them(source: str, target: str, forward: Attention) -> None:
    assert word_links(source, target, forward) == ()


TEXTS = st.text("ab1. ,-@/'Æ😀\u00a0", max_size=30)
TOKENS = st.lists(st.one_of(st.text("ab▁@1.", max_size=4), st.sampled_from(["<0xC3>", "<0x86>", "&amp;"])), max_size=8)
ROWS = st.lists(st.lists(st.floats(0, 1), max_size=10).map(tuple), max_size=10).map(tuple)
ATTENTION = st.builds(lambda s, t, rows: Attention(tuple(s), tuple(t), rows), TOKENS, TOKENS, ROWS)


@given(TEXTS, TEXTS, ATTENTION, st.none() | ATTENTION)
def test_links_are_sorted_and_join_words_of_the_two_texts(
    source: str, target: str, forward: Attention, backward: Attention | None
) -> None:
    links = word_links(source, target, forward, backward)
    assert list(links) == sorted(set(links))
    for s0, s1, t0, t1, weight in links:
        assert (s0, s1) in word_spans(source)
        assert (t0, t1) in word_spans(target)
        assert 0 < weight <= 1

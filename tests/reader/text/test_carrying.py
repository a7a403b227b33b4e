import re

import pytest
from hypothesis import given, strategies as st

from reader.parallel import SentencePair
from reader.text import Link, Mark, MarkKind
from reader.text.carrying import carried_marks

STRONG, EMPHASIS, LINK = MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.LINK


def pair_of(source: str, target: str, *linked: tuple[str, str]) -> SentencePair:
    """A pair of one sentence, with the first occurrences of words linked."""
    links: list[Link] = []
    for one, other in linked:
        s, t = source.index(one), target.index(other)
        links.append((s, s + len(one), t, t + len(other), 1.0))
    return SentencePair((0, len(source)), (0, len(target)), -1.0, tuple(sorted(links)))


def mark_on(text: str, part: str, kind: MarkKind = STRONG) -> Mark:
    start = text.index(part)
    return Mark(start, start + len(part), kind)


@pytest.mark.parametrize(
    ("source", "target", "linked", "marked", "expected"),
    [
        ("Han kom hit.", "He came here.", [], "Han kom hit.", ["He came here."]),
        ("Han kom hit.", "He came here.", [], "Han kom hit", ["He came here."]),
        ("Han kom hit.", "He came here.", [], "kom", []),
        ("Han kom hit.", "He came here.", [("kom", "came")], "kom", ["came"]),
        ("Et rødt hus her.", "A red house here.", [("rødt", "red"), ("hus", "house")], "rødt hus", ["red house"]),
        ("Et hus her.", "A large red house here.", [("hus", "large"), ("hus", "house")], "hus", ["large red house"]),
        (
            "Ja, det store huset falt.",
            "Yes, the house so large fell.",
            [("store", "large"), ("huset", "house"), ("falt", "fell")],
            "store huset",
            ["house so large"],
        ),
        (
            "En rask rev løp bort.",
            "A fox ran fast away.",
            [("rask", "fast"), ("rev", "fox"), ("løp", "ran")],
            "rask rev",
            ["fox"],
        ),
        ("Han sa «hei du» da.", 'He said "hi you" then.', [("hei", "hi"), ("du", "you")], "«hei du»", ['"hi you"']),
        ('Så "hei," da.', "Then “hi,” so.", [("hei", "hi")], '"hei,"', ["“hi,”"]),
        ("Han sa «hei» da.", 'He said "hi" then.', [("hei", "hi")], "hei", ["hi"]),
    ],
    ids=[
        "a whole sentence",
        "all its words",
        "no links, no guess",
        "a word",
        "two words",
        "one word that became several",
        "words that changed places",
        "a word of something else between",
        "quotation marks inside",
        "a comma inside the quotation",
        "quotation marks outside",
    ],
)
def test_a_mark_goes_where_its_words_went(
    source: str, target: str, linked: list[tuple[str, str]], marked: str, expected: list[str]
) -> None:
    found = carried_marks([mark_on(source, marked)], [pair_of(source, target, *linked)], source, target)
    assert [target[mark.start : mark.end] for mark in found] == expected


def test_only_the_source_can_be_misread() -> None:
    source, target = "Han kom hit.", "He came here."
    marks = [mark_on(source, "kom", kind) for kind in (STRONG, MarkKind.MISREAD)]
    [mark] = carried_marks(marks, [pair_of(source, target, ("kom", "came"))], source, target)
    assert mark.kind is STRONG


def test_a_mark_over_several_sentences_is_one_mark() -> None:
    source, target = "En. To. Tre.", "One. Two. Three."
    spans = [(0, 3, 0, 4), (4, 7, 5, 9), (8, 12, 10, 16)]
    pairs = [SentencePair((s0, s1), (t0, t1)) for s0, s1, t0, t1 in spans]
    [mark] = carried_marks([mark_on(source, "En. To.", LINK)], pairs, source, target)
    assert target[mark.start : mark.end] == "One. Two."


def test_kind_and_target_of_a_link_are_kept_and_no_mark_is_doubled() -> None:
    source, target = "Les mer her.", "Read more here."
    link = Mark(8, 11, LINK, "https://example.org")
    found = carried_marks([link, link], [pair_of(source, target, ("her", "here"))], source, target)
    assert found == (Mark(10, 14, LINK, "https://example.org"),)


@given(st.data())
def test_carried_marks_lie_inside_the_translation_and_never_break_a_word(data: st.DataObject) -> None:
    words = st.lists(st.sampled_from(["a", "bb", "«c»", "dd,", '"e"', "f."]), min_size=1, max_size=8)
    source, target = (" ".join(data.draw(words)) for _ in range(2))
    spans = [[match.span() for match in re.finditer(r"\w+", text)] for text in (source, target)]
    chosen = data.draw(st.sets(st.tuples(st.sampled_from(spans[0]), st.sampled_from(spans[1])), max_size=10))
    pair = SentencePair((0, len(source)), (0, len(target)), -1.0, tuple((*s, *t, 0.5) for s, t in sorted(chosen)))
    first, last = sorted(data.draw(st.tuples(st.sampled_from(spans[0]), st.sampled_from(spans[0]))))
    for mark in carried_marks([Mark(first[0], last[1], STRONG)], [pair], source, target):
        assert 0 <= mark.start < mark.end <= len(target)
        assert not any(start < edge < end for start, end in spans[1] for edge in (mark.start, mark.end))

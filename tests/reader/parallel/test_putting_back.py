"""What a sentence is asked for without is put back into its translation: objects, and the marks of verbatim spans."""

import re
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings, strategies as st

from reader.parallel import Part, Row, assembled, parts_of, sentence_texts, user_edit
from reader.text import (
    INLINE_KINDS,
    OBJECT_KINDS,
    Inline,
    Link,
    Mark,
    MarkKind,
    Paragraph,
    in_language,
    shown,
    split_sentences,
    word_spans,
)

OPEN, CLOSE = "\ufdd0", "\ufdd1"


def noted(text: str, *others: Mark) -> Paragraph:
    """A paragraph in which everything in square brackets is the reference of a note, and between backticks code."""
    bare, marks = "", []
    for part in re.split(r"(\[\w+\]|`[^`]*`)", text):
        start = len(bare)
        bare += part.strip("`")
        if part.startswith("["):
            marks.append(Mark(start, len(bare), MarkKind.NOTE, f"#note:{part[1:-1]}"))
        elif part.startswith("`"):
            marks.append(Mark(start, len(bare), MarkKind.CODE))
    return Paragraph(bare, marks=tuple(sorted([*marks, *others], key=lambda mark: (mark.start, -mark.end))))


def signed(text: str) -> str:
    """The text with signs in place of pairs of backticks."""
    return re.sub("`([^`]*)`", f"{OPEN}\\1{CLOSE}", text)


def linked(source: str, target: str, *pairs: tuple[str, str]) -> tuple[Link, ...]:
    """Links between words of the two texts."""
    return tuple(
        (source.index(a), source.index(a) + len(a), target.index(b), target.index(b) + len(b), 1.0) for a, b in pairs
    )


def translated(paragraph: Paragraph, text: str, *pairs: tuple[str, str]) -> Row:
    """The row of a paragraph of one sentence."""
    inline = Inline.of(paragraph.text, paragraph.marks)
    key = inline.asked((0, len(paragraph.text))).key if inline else paragraph.text
    links = linked(key, signed(text), *pairs)
    return assembled(paragraph, [Part((0, len(paragraph.text)), signed(text), -0.5, links)])


def marked(row: Row) -> list[tuple[str, MarkKind]]:
    return [(row.target[mark.start : mark.end], mark.kind) for mark in row.marks]


@pytest.mark.parametrize(
    ("source", "text", "pairs", "target"),
    [
        ("Se kartet.[1]", "See the map.", [], "See the map.[1]"),
        ("Se kartet[1].", "See the map.", [], "See the map[1]."),
        ("«Se kartet[1].»", "“See the map.”", [], "“See the map[1].”"),
        ("«Se kartet.[1]»", "“See the map.”", [], "“See the map.[1]”"),
        ("«Se kartet.»[1]", "“See the map.”", [], "“See the map.”[1]"),
        ("[1] Se kartet.", "See the map.", [], "[1] See the map."),
        ("Se kartet [1].", "See the map.", [], "See the map [1]."),
        ("Kart[1] og kompass.", "Compass and map.", [("Kart", "map")], "Compass and map[1]."),
        (
            "Kart[1] og kompass[2] nå.",
            "Compass and map now.",
            [("Kart", "map"), ("kompass", "Compass")],
            "Compass[2] and map[1] now.",
        ),
        ("Kart,[1] kompass.", "A map, a compass.", [("Kart", "map")], "A map,[1] a compass."),
        ("Kart [1] [2] og kompass.", "Map and compass.", [("Kart", "Map")], "Map [1] [2] and compass."),
        ("Kart [1] og kompass.", "A map–compass.", [("Kart", "map")], "A map[1]–compass."),
        ("Ett to[1] tre fire.", "One two three four.", [], "One two[1] three four."),
        ("Kart[1] og kompass.", "", [], "[1]"),
        ("Kart [1] og [2] kompass. [3]", "", [], "[1][2][3]"),
        ("42,[1] 43", "42, 43", [], "42,[1] 43"),
        ("Kjør `git`[1] nå.", "Now run `git`.", [], "Now run git[1]."),
    ],
)
def test_an_object_stands_where_it_stood(source: str, text: str, pairs: list[tuple[str, str]], target: str) -> None:
    paragraph = noted(source)
    row = translated(paragraph, text, *pairs)
    assert row.target == target
    assert re.findall(r"\[\w+\]", target) == [word for word, kind in marked(row) if kind is MarkKind.NOTE]
    assert assembled(paragraph, parts_of(row)) == row


def test_the_marks_of_a_verbatim_span_are_where_the_signs_are() -> None:
    row = translated(noted("Kjør `git push` etter git.", Mark(5, 13, MarkKind.LINK, "x")), "After git, run `git push`.")
    assert row.target == "After git, run git push."
    assert sorted(row.marks, key=lambda mark: mark.kind) == [
        Mark(15, 23, MarkKind.CODE),
        Mark(15, 23, MarkKind.LINK, "x"),
    ]


def test_a_verbatim_span_that_is_lost_leaves_no_mark() -> None:
    row = translated(noted("Kjør `git push` nå."), "Run it now.")
    assert (row.target, row.marks) == ("Run it now.", ())


def test_verbatim_spans_that_touch_in_the_translation_keep_their_marks() -> None:
    row = translated(noted("Skriv `(` og `)`."), "Type `(``)`.")
    assert marked(row) == [("(", MarkKind.CODE), (")", MarkKind.CODE)]
    assert assembled(row.source, parts_of(row)) == row


def test_an_edit_keeps_code_that_touches_code_without_the_reference_between() -> None:
    paragraph = noted("Kjør `a`[1]`b` nå.")
    inline = Inline.of(paragraph.text, paragraph.marks)
    assert inline is not None
    key = inline.asked((0, len(paragraph.text))).key
    for typed in ("Run ab now.", signed("Run `ab` now.")):
        assert user_edit(key, typed).text == signed("Run `ab` now.")


def test_bold_does_not_see_a_reference_at_its_end() -> None:
    bold = Mark(0, 9, MarkKind.STRONG)
    row = translated(noted("Se kartet[1].", bold), "See the map.")
    assert (Mark(0, 12, MarkKind.STRONG) in row.marks) or ("See the map[1].", MarkKind.STRONG) in marked(row)


def test_bold_over_a_sentence_ends_before_the_reference_behind_it() -> None:
    row = translated(noted("Se kartet.[1]", Mark(0, 10, MarkKind.STRONG)), "See the map.")
    assert marked(row) == [("See the map.", MarkKind.STRONG), ("[1]", MarkKind.NOTE)]


def test_new_links_may_move_an_object() -> None:
    paragraph = noted("Kart[1] og kompass.")
    unlinked = translated(paragraph, "Compass and map.")
    [part] = parts_of(unlinked)
    links = linked("Kart og kompass.", "Compass and map.", ("Kart", "map"))
    assert unlinked.target == "Compass[1] and map."
    assert assembled(paragraph, [part._replace(links=links)]).target == "Compass and map[1]."


def test_another_language_is_verbatim_only_in_a_text_that_is_not_in_it() -> None:
    paragraph = Paragraph("Han sa bonjour.", marks=(Mark(7, 14, MarkKind.LANGUAGE, "fr"),))
    assert in_language(paragraph, "fr-CA") is not None
    for language, key in (("nb", signed("Han sa `bonjour`.")), ("fr", "Han sa bonjour.")):
        own = in_language(paragraph, language)
        inline = Inline.of(own.text, own.marks)
        assert (inline.asked((0, 15)).key if inline else own.text) == key


def test_a_mark_of_the_own_language_is_not_carried_over() -> None:
    paragraph = noted("Han sa hei til `x`.", Mark(0, 18, MarkKind.LANGUAGE, "nb"))
    row = translated(in_language(paragraph, "nb"), "He said hi to `x`.")
    assert marked(row) == [("x", MarkKind.CODE)]


# ---- Any rows ----

WORDS = st.sampled_from(
    ["Kart", "og", "Åse", "7", "m²", "git", "a.b", "»", "«ja»", "–", "(nå)", ",", ".", "! Så", "ΑΒ", "\n"]
)
SPACES = st.sampled_from([" ", " ", " ", "", "  ", "\u00a0"])
KINDS = st.sampled_from([*sorted(INLINE_KINDS - OBJECT_KINDS), *sorted(OBJECT_KINDS), MarkKind.STRONG, MarkKind.LINK])


@st.composite
def texts(draw: st.DrawFn, least: int = 1) -> str:
    return "".join(draw(WORDS) + draw(SPACES) for _ in range(draw(st.integers(least, 8)))).strip()


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    """A paragraph with marks of all kinds on any of its spans."""
    text = draw(texts()) or "x"
    marks = []
    for number in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, min(len(text), start + draw(st.sampled_from([1, 3, 8, 40])))))
        marks.append(Mark(start, end, draw(KINDS), draw(st.sampled_from(["", f"#note:{number}"]))))
    return Paragraph(text, marks=tuple(sorted(set(marks), key=lambda mark: (mark.start, -mark.end))))


@st.composite
def translations(draw: st.DrawFn, key: str) -> str:
    """What a translator or a user may answer: anything."""
    pieces = re.findall(f"{OPEN}[^{CLOSE}]*{CLOSE}|\\S+", key)
    match draw(st.sampled_from(["same", "shuffled", "shuffled", "other", "none", "closed up", "spoilt"])):
        case "same":
            return key
        case "shuffled":
            return " ".join(draw(st.permutations(pieces)))
        case "closed up":
            return "".join(draw(st.permutations(pieces)))
        case "other":
            return draw(texts())
        case "spoilt":
            return "".join(draw(st.permutations(list(key))))
    return ""


@st.composite
def rows(draw: st.DrawFn) -> tuple[Paragraph, list[Part]]:
    paragraph = draw(paragraphs())
    inline = Inline.of(paragraph.text, paragraph.marks)
    seen = inline.for_splitting() if inline else paragraph.text
    parts = []
    for span in split_sentences(seen, "nb"):
        key = inline.asked(span).key if inline else paragraph.text[slice(*span)]
        text = draw(translations(key))
        ours, theirs = word_spans(key), word_spans(text)
        links: set[tuple[int, int, int, int, float]] = set()
        if ours and theirs:
            weights = st.sampled_from([0.1, 0.5, 1.0])
            one = st.builds(lambda a, b, w: (*a, *b, w), st.sampled_from(ours), st.sampled_from(theirs), weights)
            links = draw(st.sets(one, max_size=8))
        parts.append(Part(span, text, -0.5, tuple(sorted(links))))
    return paragraph, parts


@settings(max_examples=4 * settings().max_examples)
@given(rows())
def test_taking_a_row_apart_and_putting_it_together_gives_the_row(given: tuple[Paragraph, Sequence[Part]]) -> None:
    paragraph, parts = given
    row = assembled(paragraph, parts)
    assert assembled(paragraph, parts_of(row)) == row


@settings(max_examples=4 * settings().max_examples)
@given(rows())
def test_nothing_is_lost_and_no_sign_is_left(given: tuple[Paragraph, Sequence[Part]]) -> None:
    paragraph, parts = given
    row = assembled(paragraph, parts)
    assert row.target == shown(row.target)
    assert all(0 <= mark.start <= mark.end <= len(row.target) for mark in row.marks)
    inline = Inline.of(paragraph.text, paragraph.marks)
    free = [mark for mark in paragraph.marks if mark.kind in OBJECT_KINDS and _is_free(mark, inline)]
    found = Counter((row.target[m.start : m.end], m.kind, m.href) for m in row.marks if m.kind in OBJECT_KINDS)
    assert not Counter((paragraph.text[m.start : m.end], m.kind, m.href) for m in free) - found
    for pair in row.sentences:
        for s0, s1, t0, t1, _ in pair.links:
            assert pair.source[0] <= s0 < s1 <= pair.source[1]
            assert pair.target[0] <= t0 < t1 <= pair.target[1]


def _is_free(mark: Mark, inline: Inline | None) -> bool:
    """Whether an object is not part of a verbatim span."""
    return inline is not None and any(a <= mark.start and mark.end <= b for a, b in inline.objects)


@settings(max_examples=2 * settings().max_examples)
@given(rows())
def test_an_unchanged_sentence_is_put_back_as_it_was(given: tuple[Paragraph, Sequence[Part]]) -> None:
    paragraph, parts = given
    keys = sentence_texts(assembled(paragraph, parts))
    same = [part._replace(text=key, links=()) for part, key in zip(parts, keys, strict=True)]
    row = assembled(paragraph, same)
    assert row.target == paragraph.text.strip()


def test_a_reference_that_touches_one_in_code_stays_outside_the_code() -> None:
    code, inner, outer = Mark(0, 6, MarkKind.CODE), Mark(3, 6, MarkKind.NOTE, "#note:0"), Mark(10, 13, MarkKind.NOTE)
    paragraph = Paragraph("git[1] nå.[2]", marks=(code, inner, outer))
    row = translated(paragraph, "`git[1]`")
    assert row.target == "git[1][2]"
    assert assembled(paragraph, parts_of(row)) == row

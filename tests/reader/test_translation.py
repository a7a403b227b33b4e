from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document import Kind, Mark, MarkKind, Paragraph
from reader.parallel import Row, State, initial_row
from reader.translation import translate, translate_paragraphs
from tests.conftest import FakeTranslator


def rows_of(*texts: str) -> list[Row]:
    return [initial_row(Paragraph(text)) for text in texts]


def finished(rows: list[Row], translator: FakeTranslator, language: str = "nb") -> list[Row]:
    result = list(rows)
    for translated in translate(rows, language, translator):
        result[translated.index] = translated.row
    return result


def test_sentence_i_of_the_source_is_sentence_i_of_the_target(translator: FakeTranslator) -> None:
    [row] = finished(rows_of("Kl. 10.30 kom han. Hun gikk!"), translator)
    pairs = [(row.source.text[slice(*p.source)], row.target[slice(*p.target)]) for p in row.sentences]
    assert pairs == [("Kl. 10.30 kom han.", "KL. 10.30 KOM HAN."), ("Hun gikk!", "HUN GIKK!")]


def test_sentences_of_several_paragraphs_go_to_the_model_together(translator: FakeTranslator) -> None:
    finished(rows_of("En. To.", "Tre."), translator)
    assert translator.asked == [["En.", "To.", "Tre."]]


def test_white_space_between_sentences_is_that_of_the_source(translator: FakeTranslator) -> None:
    [row] = finished(rows_of("Linje en\nlinje to.  Og tre."), translator)
    assert row.target == "LINJE EN\nLINJE TO.  OG TRE."


def test_a_leading_dash_stays_and_is_kept_from_the_model(translator: FakeTranslator) -> None:
    [row] = finished(rows_of("– Kom hit. – Nei."), translator)
    assert row.target == "– KOM HIT. – NEI."
    assert translator.asked == [["Kom hit.", "Nei."]]


@pytest.mark.parametrize(
    "paragraph",
    [
        Paragraph("", Kind.RULE),
        Paragraph("print(1)", Kind.CODE),
        Paragraph("03/05/2017", Kind.DATE),
        Paragraph("* * 3"),
    ],
    ids=lambda paragraph: paragraph.kind.value,
)
def test_what_has_no_words_is_the_same_and_never_sent(paragraph: Paragraph, translator: FakeTranslator) -> None:
    row = initial_row(paragraph)
    assert (row.state, row.target) == (State.SAME, paragraph.text)
    assert list(translate([row], "nb", translator)) == []
    assert translator.asked == []


def test_a_sentence_of_symbols_inside_a_paragraph_is_kept_as_it_is(translator: FakeTranslator) -> None:
    [row] = finished(rows_of("Først dette.\n***\nSå dette."), translator)
    assert row.target == "FØRST DETTE.\n***\nSÅ DETTE."
    assert [pair.score for pair in row.sentences] == [-0.5, None, -0.5]


def test_a_paragraph_the_model_fails_on_is_marked_and_spoils_no_other(translator: FakeTranslator) -> None:
    translator.fails_on = "to"
    rows = finished(rows_of("Nummer en.", "Nummer to.", "Nummer tre."), translator)
    assert [row.state for row in rows] == [State.DONE, State.FAILED, State.DONE]
    assert rows[1].reason == "The language model could not translate this text."
    assert rows[1].target == ""


def test_an_empty_answer_is_a_failure_and_not_an_empty_translation(translator: FakeTranslator) -> None:
    translator.silent_on = "to"
    rows = finished(rows_of("Nummer en.", "Nummer to."), translator)
    assert [row.state for row in rows] == [State.DONE, State.FAILED]


def test_a_failed_paragraph_is_tried_again_and_a_finished_one_is_not(translator: FakeTranslator) -> None:
    translator.fails_on = "to"
    rows = finished(rows_of("Nummer en.", "Nummer to."), translator)
    again = FakeTranslator()
    assert [row.state for row in finished(rows, again)] == [State.DONE, State.DONE]
    assert again.asked == [["Nummer to."]]


def test_translation_begins_with_the_row_on_screen_and_goes_around(translator: FakeTranslator) -> None:
    rows = rows_of(*(f"Dette er setning nummer {number}, og den er lang nok." * 8 for number in range(6)))
    order = [translated.index for translated in translate(rows, "nb", translator, first=lambda: 4)]
    assert order == [4, 5, 0, 1, 2, 3]


def test_the_row_on_screen_is_asked_for_before_every_batch(translator: FakeTranslator) -> None:
    rows = rows_of(*("Dette er en setning som er ganske lang. " * 10 for _ in range(40)))
    view = iter([0, 30, 10])
    order = [translated.index for translated in translate(rows, "nb", translator, first=lambda: next(view, 0))]
    assert order[0] == 0
    assert order[len(translator.asked[0]) // 10] == 30
    assert sorted(order) == list(range(40))


def test_the_first_batch_is_small_so_that_something_stands_there_at_once(translator: FakeTranslator) -> None:
    finished(rows_of(*("Dette er en setning som er ganske lang. " * 10 for _ in range(100))), translator)
    sizes = [len(batch) for batch in translator.asked]
    assert sizes[0] < max(sizes) / 5


def test_cancelling_ends_before_the_next_batch(translator: FakeTranslator) -> None:
    rows = rows_of(*("Dette er en setning som er ganske lang. " * 10 for _ in range(100)))
    done = list(translate(rows, "nb", translator, cancelled=lambda: len(translator.asked) >= 2))
    assert len(translator.asked) == 2
    assert 0 < len(done) < 100


@pytest.mark.parametrize(
    ("mark", "carried"),
    [
        (Mark(0, 12, MarkKind.EMPHASIS), (0, 12)),
        (Mark(0, 22, MarkKind.LINK, "https://example.org"), (0, 22)),
        (Mark(13, 22, MarkKind.STRONG), (13, 22)),
        (Mark(0, 6, MarkKind.STRONG), None),
        (Mark(0, 17, MarkKind.STRONG), None),
    ],
    ids=["a sentence", "the paragraph", "the last sentence", "a word", "a sentence and a half"],
)
def test_a_mark_over_whole_sentences_is_carried_over(mark: Mark, carried: tuple[int, int] | None) -> None:
    paragraph = Paragraph("Han kom hit. Hun gikk.", marks=(mark,))
    [row] = translate_paragraphs([paragraph], "nb", FakeTranslator())
    assert [(m.start, m.end, m.kind, m.href) for m in row.marks] == (
        [(*carried, mark.kind, mark.href)] if carried else []
    )


@given(st.lists(st.text(max_size=80), max_size=6))
@settings(max_examples=200, deadline=None)
def test_whatever_comes_in_the_rows_are_consistent(texts: Sequence[str]) -> None:
    rows = finished(rows_of(*texts), FakeTranslator())
    assert [row.source.text for row in rows] == list(texts)
    for row in rows:
        assert row.state is not State.PENDING
        if row.state is State.DONE:
            _check_spans(row.source.text, [pair.source for pair in row.sentences])
            _check_spans(row.target, [pair.target for pair in row.sentences])


def _check_spans(text: str, spans: list[tuple[int, int]]) -> None:
    """In range, in order, and everything outside them is white space."""
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    outside = list(pairwise(edges))[0::2]
    assert not "".join(text[start:end] for start, end in outside).strip()

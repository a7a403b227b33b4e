from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader.packages import LanguagePackage
from reader.parallel import (
    Column,
    Hypothesis,
    PackagesChosen,
    ParallelText,
    Part,
    ReferenceAligned,
    ReferencePair,
    Row,
    RowEdited,
    RowLinked,
    RowTranslated,
    RowTranslatedBack,
    State,
    assembled,
    edited,
    failed_row,
    with_hypothesis,
)
from reader.text import Box, BoxKind, Document, Kind, Mark, MarkKind, Paragraph
from tests.structures import EXAMPLE, document
from tests.versions import with_texts

SOURCE = "Hun kom. Han gikk."
SPANS = ((0, 8), (9, 18))


def translated(*targets: str, linked: bool = False, marks: tuple[Mark, ...] = ()) -> Row:
    """The paragraph with these translations; `linked`: with a link between the first three letters of each sentence."""
    links = ((0, 3, 0, 3, 1.0),) if linked else ()
    parts = [Part(span, target, -0.5, links, linked=linked) for span, target in zip(SPANS, targets, strict=True)]
    return assembled(Paragraph(SOURCE, marks=marks), parts)


def text_of(row: Row) -> ParallelText:
    return ParallelText(Document("t", (row.source,), None, "nb", True), "nb", "en", (), [row])


def targets(row: Row) -> list[str]:
    return [row.target[slice(*pair.target)] for pair in row.sentences]


def test_a_finished_row_takes_its_place() -> None:
    text = ParallelText.untranslated(Document("t", (Paragraph(SOURCE),), None, "nb", True), "nb", "en")
    text.apply(RowTranslated(0, translated("She came.", "He went.")))
    assert (text.rows[0].target, text.outstanding()) == ("She came. He went.", [])


def test_the_packages_that_translate_are_the_texts() -> None:
    text, package = text_of(Row(Paragraph(SOURCE))), LanguagePackage(Path("p"), "nb", "en", "1.0", starter=False)
    text.apply(PackagesChosen((package,)))
    assert text.packages == (package,)


def test_what_the_user_has_edited_outlives_a_translation_that_comes_late() -> None:
    text = text_of(edited(translated("She came.", "He went."), 1, "He left.")[0])
    text.apply(RowTranslated(0, translated("She arrived.", "He walked.")))
    row = text.rows[0]
    assert targets(row) == ["She arrived.", "He left."]
    assert [(pair.edited, pair.score) for pair in row.sentences] == [(False, -0.5), (True, None)]


def test_an_edit_that_comes_with_a_translation_is_the_newer_one() -> None:
    text = text_of(edited(translated("She came.", "He went."), 1, "He left.")[0])
    text.apply(RowTranslated(0, edited(translated("She came.", "He went."), 1, "Off he went.")[0]))
    assert targets(text.rows[0]) == ["She came.", "Off he went."]


def test_a_row_that_fails_when_it_is_translated_anew_says_so() -> None:
    text = text_of(translated("She came.", "He went."))
    text.apply(RowTranslated(0, failed_row(Paragraph(SOURCE), "No.")))
    assert (text.rows[0].state, text.rows[0].reason) == (State.FAILED, "No.")


def test_links_that_come_late_leave_a_row_without_a_translation_as_it_is() -> None:
    failed = failed_row(Paragraph(SOURCE), "Sorry.")
    text = text_of(failed)
    text.apply(RowLinked(0, translated("She came.", "He went.", linked=True)))
    assert text.rows == [failed]


def test_links_that_come_late_leave_an_edit_what_it_is() -> None:
    linked = translated("She came.", "He went.", linked=True)
    text = text_of(edited(translated("She came.", "He went."), 1, "He went.")[0])  # the same words, but an edit
    text.apply(RowLinked(0, linked))
    row = text.rows[0]
    assert [pair.edited for pair in row.sentences] == [False, True]
    assert [pair.score for pair in row.sentences] == [-0.5, None]


def test_links_that_come_late_go_to_the_sentences_that_are_as_they_were() -> None:
    bold = (Mark(9, 12, MarkKind.STRONG), Mark(0, 3, MarkKind.EMPHASIS))
    text = text_of(edited(translated("She came.", "He went.", marks=bold), 0, "Here she came!")[0])
    before = text.rows[0]
    text.apply(RowLinked(0, translated("She came.", "He went.", linked=True, marks=bold)))
    row = text.rows[0]
    assert (row.target, targets(row)) == (before.target, ["Here she came!", "He went."])
    assert row.sentences[0] == before.sentences[0]
    assert row.sentences[1].links == ((9, 12, 15, 18, 1.0),)
    assert [(mark.kind, row.target[mark.start : mark.end]) for mark in row.marks] == [(MarkKind.STRONG, "He ")]


def test_links_that_come_late_leave_those_of_an_edit_as_they_were_made_meanwhile() -> None:
    before = edited(translated("She came.", "He went."), 1, "He left.")[0]
    text = text_of(before)
    links = ((0, 3, 0, 2, 1.0),)
    text.apply(RowEdited(0, with_hypothesis(before, 1, Hypothesis("He left.", 0.0, links, edited=True))))
    text.apply(RowLinked(0, with_hypothesis(before, 0, Hypothesis("She came.", -0.5, links))))
    assert [pair.links for pair in text.rows[0].sentences] == [links, ((9, 12, 10, 12, 1.0),)]


def test_links_that_were_made_before_an_edit_was_taken_back_make_none_of_it() -> None:
    before = edited(translated("She came.", "He went."), 1, "He went.")[0]
    text = text_of(before)
    text.apply(RowEdited(0, with_hypothesis(before, 1, Hypothesis("He went.", -0.5, linked=False))))
    links = ((0, 3, 0, 2, 1.0),)
    text.apply(RowLinked(0, with_hypothesis(before, 0, Hypothesis("She came.", -0.5, links))))
    assert [(pair.edited, pair.linked) for pair in text.rows[0].sentences] == [(False, True), (False, False)]


def test_links_of_a_translation_that_is_not_there_any_more_change_nothing() -> None:
    text = text_of(translated("She arrived.", "He walked."))
    before = text.rows[0]
    text.apply(RowLinked(0, translated("She came.", "He went.", linked=True)))
    assert text.rows[0] == before


def test_a_translation_back_is_one_of_what_it_was_made_of() -> None:
    text = text_of(translated("She came.", "He went."))
    text.apply(RowTranslatedBack(0, "She came. He went.", "Hun kom. Han dro."))
    assert text.rows[0].back == "Hun kom. Han dro."
    text.apply(RowTranslatedBack(0, "She arrived.", "Hun ankom."))
    assert text.rows[0].back == "Hun kom. Han dro."


def test_a_translation_back_that_failed_takes_none_away() -> None:
    text = text_of(with_texts(translated("She came.", "He went."), back="Hun kom. Han dro."))
    text.apply(RowTranslatedBack(0, "She came. He went.", "", reason="No."))
    assert text.rows[0].back == "Hun kom. Han dro."


def test_a_translation_back_that_failed_says_why_until_there_is_one() -> None:
    text = text_of(translated("She came.", "He went."))
    text.apply(RowTranslatedBack(0, "She came. He went.", "", reason="No."))
    version = text.rows[0].version(Column.BACK)
    assert version is not None and (version.state, version.reason) == (State.FAILED, "No.")
    assert text.rows_without_back_translation() == [0]
    text.apply(RowTranslatedBack(0, "She came. He went.", "Hun kom. Han dro."))
    assert text.rows[0].back == "Hun kom. Han dro."


def test_an_edit_takes_the_translation_back_away_and_leaves_the_reference() -> None:
    text = text_of(with_texts(translated("She came.", "He went."), back="Hun kom. Han dro."))
    text.apply(ReferenceAligned(0, "She came and he left."))
    row, _ = edited(translated("She came.", "He went."), 1, "He left.")
    text.apply(RowEdited(0, row))
    assert (text.rows[0].back, text.rows[0].reference) == ("", "She came and he left.")


def test_a_reference_and_the_links_of_its_sentences_outlive_a_new_translation_and_an_edit() -> None:
    pairs = (ReferencePair((0, 9), (0, 8)), ReferencePair((10, 18), (9, 18), certain=False))
    text = text_of(translated("She came.", "He went."))
    text.apply(ReferenceAligned(0, "She had. He left.", pairs))
    text.apply(RowTranslated(0, translated("She arrived.", "He went.")))
    assert (text.rows[0].reference_pairs, text.rows[0].reference_unsure) == (pairs, True)
    text.apply(RowEdited(0, edited(translated("She arrived.", "He went."), 1, "He left.")[0]))
    assert text.rows[0].reference_pairs == pairs
    text.apply(ReferenceAligned(0, "She had. He left."))
    assert not text.rows[0].reference_pairs and not text.rows[0].reference_unsure


def test_taking_an_edit_back_lets_the_machines_translation_hold() -> None:
    text = text_of(edited(translated("She came.", "He went."), 1, "He left.")[0])
    text.apply(RowEdited(0, with_hypothesis(text.rows[0], 1, Hypothesis("He went.", -0.5))))
    assert targets(text.rows[0]) == ["She came.", "He went."]
    assert not any(pair.edited for pair in text.rows[0].sentences)


def test_a_snapshot_stays_as_it_is() -> None:
    text = text_of(translated("She came.", "He went."))
    then = text.snapshot()
    text.apply(RowEdited(0, edited(text.rows[0], 1, "He left.")[0]))
    assert targets(then.rows[0]) == ["She came.", "He went."]


WORDS = st.sampled_from(["She came.", "He went.", "Here she came!", "Off.", ""])


@given(st.lists(st.tuples(WORDS, WORDS, st.booleans(), st.booleans()), min_size=1, max_size=6))
def test_whatever_comes_when_spans_and_links_stand_on_words(changes: list[tuple[str, str, bool, bool]]) -> None:
    text = text_of(translated("She came.", "He went."))
    for first, second, linked, late in changes:
        row = translated(first, second, linked=linked and len(first) > 2 and len(second) > 2)
        text.apply(RowLinked(0, row) if late else RowTranslated(0, row))
        now = text.rows[0]
        if linked and not late and first:
            text.apply(RowEdited(0, edited(now, 0, "Mine!")[0]))
        now = text.rows[0]
        assert [pair.source for pair in now.sentences] == [*SPANS]
        assert "".join(now.target.split()) == "".join("".join(targets(now)).split())
        for pair in now.sentences:
            assert all(pair.target[0] <= a < b <= pair.target[1] for _, _, a, b, _ in pair.links)
            assert pair.edited == (now.target[slice(*pair.target)] == "Mine!")


def test_what_is_counted_is_running_text() -> None:
    numbers = ParallelText.untranslated(EXAMPLE, "nb", "en").numbers()
    counted = [row.text for row, number in zip(EXAMPLE.paragraphs, numbers, strict=True) if number]
    assert counted[:2] == ["Først handler vi.", "Så lager vi mat."]  # nothing in the table, not even a list
    assert "Mel og vann." in counted and "Deig" not in counted  # a definition, not its term
    assert "Bakt i går." not in counted


def test_verse_is_counted_and_the_header_of_a_page_is_not() -> None:
    header = Paragraph("Side", within=(Box(BoxKind.FURNITURE, 0),))
    text = ParallelText.untranslated(document(Paragraph("Vers", Kind.VERSE), header), "nb", "en")
    assert text.numbers() == [1, None]


@pytest.mark.parametrize("sign", ["*", "***", "* * *", "—", "⁂", "~ ~ ~", "___"])
def test_an_ornament_between_stanzas_is_not_counted(sign: str) -> None:
    found = [Paragraph("Havet er blått.", Kind.VERSE), Paragraph(sign), Paragraph("Natten faller på.", Kind.VERSE)]
    text = ParallelText.untranslated(document(*found), "nb", "en")
    assert text.numbers() == [1, None, 2] and text.counted(range(3)) == 2


@pytest.mark.parametrize("said", ["?", "…", "7", "3 %", "\ufffc", "“”"])
def test_what_says_something_in_signs_is_counted(said: str) -> None:
    assert ParallelText.untranslated(document(Paragraph(said)), "nb", "en").numbers() == [1]

"""Where an annotation belongs, in the text it was made in and in later versions of that."""

from hypothesis import given, strategies as st

from reader.annotations import Places, Spot
from reader.annotations.anchors import anchor_in
from reader.text import Paragraph, revision

# Few different texts, so that they repeat.
texts = st.lists(st.text("ab .\n", max_size=6) | st.text(max_size=4), min_size=1, max_size=12)
WORDS = "Den gamle båten lå ved bryggen og ventet på noen som aldri kom"


def text_of(count: int) -> list[str]:
    return [f"Avsnitt {number} handler om sak {number * 7}. Det er nummer {number}." for number in range(count)]


@given(texts, st.data())
def test_in_the_same_text_every_place_is_found_where_it_was_named(paragraphs: list[str], data: st.DataObject) -> None:
    row = data.draw(st.integers(0, len(paragraphs) - 1))
    places = Places(paragraphs)
    assert places.find(places.anchor(row)) == Spot(row)
    start = data.draw(st.integers(0, len(paragraphs[row])))
    end = data.draw(st.integers(start, len(paragraphs[row])))
    span = (start, end) if start < end else None
    assert places.find(places.anchor(row, (start, end))) == Spot(row, span)


@given(texts, texts, st.data())
def test_in_any_other_text_it_is_found_or_gone_and_never_outside(
    before: list[str], after: list[str], data: st.DataObject
) -> None:
    row = data.draw(st.integers(0, len(before) - 1))
    end = len(before[row])
    found = Places(after).find(Places(before).anchor(row, (end // 2, end)), lambda place: place + 5)
    assert 0 <= found.row < len(after)
    assert found.span is None or 0 <= found.span[0] < found.span[1] <= len(after[found.row])
    assert not (found.gone and found.span)
    if before[row] not in after and not found.gone:
        assert found.changed


@given(st.integers(0, 19), st.integers(0, 20), st.lists(st.integers(0, 19), max_size=5, unique=True))
def test_a_place_stays_with_its_paragraph_whatever_is_put_in_or_taken_out_around_it(
    row: int, new: int, gone: list[int]
) -> None:
    before = text_of(20)
    kept = [(number, text) for number, text in enumerate(before) if number not in gone or number == row]
    after = [text for _, text in kept]
    after[min(new, len(after)) : min(new, len(after))] = ["Et nytt avsnitt.", "Og ett til."]
    found = Places(after).find(Places(before).anchor(row))
    assert not found.gone and after[found.row] == before[row]


def test_of_paragraphs_with_the_same_text_the_one_in_the_same_surroundings_is_found() -> None:
    before = ["Kapittel 1", "***", "Tekst.", "***", "Kapittel 2", "***", "Mer tekst."]
    after = ["Forord", "***", *before]
    for row in (1, 3, 5):
        assert Places(after).find(Places(before).anchor(row)) == Spot(row + 2)


def test_of_many_paragraphs_with_the_same_text_the_one_is_found_that_a_revision_tells() -> None:
    before = ["x"] * 1000
    after = ["y", *before]
    found = revision([Paragraph(text) for text in before], [Paragraph(text) for text in after])
    assert Places(after).find(Places(before).anchor(700), found.place_of) == Spot(701)


def test_a_paragraph_that_was_changed_is_found_between_its_neighbours() -> None:
    before, after = text_of(5), text_of(5)
    after[2] = "Helt andre ord."
    after.insert(0, "Nytt.")
    assert Places(after).find(Places(before).anchor(2)) == Spot(3, changed=True)


def test_a_paragraph_that_is_alike_is_found_though_its_neighbours_changed_too() -> None:
    before = ["En.", WORDS, "To."]
    after = ["Noe annet.", "Tre.", WORDS.replace("gamle", "nye"), "Fire."]
    assert Places(after).find(Places(before).anchor(1)) == Spot(2, changed=True)


def test_a_paragraph_that_is_not_there_is_gone_and_told_where_it_would_be() -> None:
    before = ["Alfa beta gamma.", WORDS, "Delta epsilon."]
    after = ["Noe helt annet her.", "Og her også."]
    assert Places(after).find(Places(before).anchor(1)) == Spot(1, gone=True, changed=True)
    assert Places([""]).find(Places(before).anchor(2)) == Spot(0, gone=True, changed=True)


def test_a_sentence_is_found_in_the_paragraph_that_has_it_by_now() -> None:
    before = ["Først dette. Så dette. Så dette.", "Neste avsnitt."]
    after = ["Innledning.", "Neste avsnitt. Og her: Så dette. Slutt."]
    anchor = Places(before).anchor(0, (13, 22))
    assert anchor.words == "Så dette." and Places(before).find(anchor) == Spot(0, (13, 22))
    found = Places(after).find(anchor)
    assert found.row == 1 and found.span is not None and after[1][slice(*found.span)] == "Så dette."


def test_of_equal_sentences_in_a_paragraph_it_is_the_same_one() -> None:
    text = ["Ja. Ja. Ja."]
    assert Places(text).find(Places(text).anchor(0, (4, 7))) == Spot(0, (4, 7))


def test_a_sentence_that_is_gone_leaves_the_paragraph() -> None:
    before, after = text_of(5), text_of(5)
    after[2] = "Avsnitt 2 handler om sak 14."
    start = before[2].index("Det")
    assert Places(after).find(Places(before).anchor(2, (start, len(before[2])))) == Spot(2, changed=True)


def test_of_a_long_sentence_and_paragraph_only_the_beginning_is_kept() -> None:
    text = ["ord " * 10_000]
    anchor = Places(text).anchor(0, (4, 40_000))
    assert len(anchor.words) == len(anchor.sentence) == 400
    assert Places(text).find(anchor) == Spot(0, (4, 40_000))


@given(st.lists(st.sampled_from(["En. To.", "En. En.", "Tre."]), min_size=1, max_size=6), st.data())
def test_one_place_alone_is_named_as_among_all(texts: list[str], data: st.DataObject) -> None:
    row = data.draw(st.integers(0, len(texts) - 1))
    for span in (None, (0, 3), (4, len(texts[row]))):
        assert anchor_in(texts, row, span) == Places(texts).anchor(row, span)

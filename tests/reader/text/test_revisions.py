"""Where paragraphs are in a later version of their document."""

from hypothesis import given, strategies as st

from reader.text import Paragraph, revision

TEXTS = st.lists(st.sampled_from("abcdefgh"), max_size=12)


def _paragraphs(texts: list[str] | str) -> list[Paragraph]:
    return [Paragraph(text) for text in texts]


def test_paragraphs_are_found_where_they_have_moved() -> None:
    found = revision(_paragraphs("abcde"), _paragraphs("axbdecy"))
    assert found.places == (0, 2, 5, 3, 4)
    assert found.changed == 2


def test_of_repeated_paragraphs_each_is_found_nearest_to_where_the_one_before_went() -> None:
    assert revision(_paragraphs("a-b-c-d"), _paragraphs("xa-b-yc-dz")).places == (1, 2, 3, 4, 6, 7, 8)


def test_a_paragraph_that_is_gone_is_where_it_would_be() -> None:
    assert revision(_paragraphs("abcd"), _paragraphs("ad")).places == (0, 1, 1, 1)
    assert revision(_paragraphs("abcd"), _paragraphs("xy")).places == (0, 0, 0, 0)


def test_a_paragraph_with_other_marks_only_has_changed_and_is_in_its_place() -> None:
    found = revision([Paragraph("a"), Paragraph("b")], [Paragraph("a"), Paragraph("b", level=1)])
    assert (found.places, found.changed) == ((0, 1), 1)


@given(TEXTS, TEXTS)
def test_every_paragraph_has_a_place_and_what_is_unique_in_both_has_its_own(old: list[str], new: list[str]) -> None:
    found = revision(_paragraphs(old), _paragraphs(new))
    assert len(found.places) == len(old)
    assert all(0 <= place < max(len(new), 1) for place in found.places)
    for row, text in enumerate(old):
        if old.count(text) == new.count(text) == 1:
            assert new[found.places[row]] == text
    assert (found.changed == 0) == (sorted(old) == sorted(new))

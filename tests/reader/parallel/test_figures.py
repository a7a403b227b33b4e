"""Rows of nothing but figures in a text that is to be translated."""

import pytest

from reader.parallel import ParallelText, State
from reader.text import Kind, Mark, MarkKind, Paragraph
from tests.structures import document, in_cell


def targets(*found: Paragraph, source: str = "nb", target: str = "en") -> list[str]:
    return [row.target for row in ParallelText.untranslated(document(*found), source, target).rows]


def test_the_cells_of_a_column_are_written_in_one_way() -> None:
    figures = ["12,50", "1.250", "2.500.000", "2019"]
    cells = [in_cell(text, row, column) for row, text in enumerate(figures) for column in (0, 1)]
    assert targets(*cells)[::2] == ["12.50", "1,250", "2,500,000", "2019"]


def test_what_is_ambiguous_is_not_told_by_another_column() -> None:
    assert targets(in_cell("1.250", 0, 0), in_cell("12,50", 0, 1)) == ["1.250", "12.50"]


def test_a_translated_figure_is_finished_needs_no_back_translation_and_has_its_marks() -> None:
    bold = Paragraph("12,50", marks=(Mark(0, 5, MarkKind.STRONG),))
    text = ParallelText.untranslated(document(bold, Paragraph("Hei")), "nb", "en")
    row = text.rows[0]
    assert (row.state, row.target, row.marks) == (State.DONE, "12.50", (Mark(0, 5, MarkKind.STRONG),))
    assert text.outstanding() == [1] and text.rows_without_back_translation() == []


@pytest.mark.parametrize(
    "paragraph", [Paragraph("12,50", Kind.CODE), Paragraph("12,50", marks=(Mark(0, 5, MarkKind.CODE),))]
)
def test_figures_in_code_stay(paragraph: Paragraph) -> None:
    text = ParallelText.untranslated(document(paragraph), "nb", "en")
    assert (text.rows[0].state, text.rows[0].target) == (State.SAME, "12,50")

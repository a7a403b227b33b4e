import pytest

from reader.text import Kind, MarkKind, Paragraph
from ui.reading.typography import mark_format, style_of
from ui.toolkit.theme import load_theme


@pytest.mark.parametrize("theme", ["light", "dark", "sepia"])
def test_a_link_is_told_by_a_line_too_and_not_by_colour_alone(theme: str) -> None:
    assert mark_format(MarkKind.LINK, load_theme(theme), italic=False).fontUnderline()


def test_headings_are_the_smaller_the_deeper_they_are_and_no_smaller_than_the_text() -> None:
    title = style_of(Paragraph("Tittel", Kind.TITLE, level=1)).scale
    scales = [style_of(Paragraph("Overskrift", Kind.HEADING, level=level)).scale for level in range(1, 7)]
    assert title > scales[0] > scales[1] > scales[2] > scales[3] == scales[5] == style_of(Paragraph("Tekst")).scale

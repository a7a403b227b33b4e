"""The structure of Markdown: tables, lists, quotes, notes, figures, and what stands in what."""

from hypothesis import given, strategies as st

from reader.formats.markdown import parse_markdown
from reader.text import Box, BoxKind, Cell, Document, Figure, Kind, Mark, MarkKind, Paragraph
from tests.markdown_texts import markdown_texts
from tests.reader.formats.table_checks import check_tables


def read(text: str) -> list[Paragraph]:
    return list(parse_markdown(text).paragraphs)


def test_a_table_has_its_cells_with_lists_and_notes_in_them() -> None:
    text = """
| Fisk | Sted |
|:--|--:|
| Sei[^1] | <ul><li>hav</li><li>fjord</li></ul> |
| Ørret |

[^1]: En torsk.
"""

    def cell(row: int, column: int) -> tuple[Box, ...]:
        return (Box(BoxKind.CELL, 0, cell=Cell(row, column, head=row == 0, align="lr"[column])),)

    assert read(text) == [
        Paragraph("Fisk", Kind.TABLE_CELL, within=cell(0, 0)),
        Paragraph("Sted", Kind.TABLE_CELL, within=cell(0, 1)),
        Paragraph("Sei[1]", Kind.TABLE_CELL, (Mark(3, 6, MarkKind.NOTE, "#note:0"),), within=cell(1, 0)),
        Paragraph("hav", Kind.LIST_ITEM, level=1, marker="•", within=cell(1, 1)),
        Paragraph("fjord", Kind.LIST_ITEM, level=1, marker="•", within=cell(1, 1)),
        Paragraph("Ørret", Kind.TABLE_CELL, within=cell(2, 0)),
        Paragraph("", Kind.TABLE_CELL, within=cell(2, 1)),
        Paragraph("En torsk.", Kind.NOTE, marker="1.", within=(Box(BoxKind.NOTE, 0, label="1"),)),
    ]


def test_empty_cells_keep_their_places() -> None:
    cells = [p.cell.cell for p in read("| a | | c |\n|-|-|-|\n| | | |\n") if p.cell and p.cell.cell]
    assert [(cell.row, cell.column) for cell in cells] == [(row, column) for row in (0, 1) for column in (0, 1, 2)]


def test_a_table_of_too_many_columns_is_read_as_paragraphs_and_told() -> None:
    parsed = parse_markdown("a|" * 65 + "\n" + "-|" * 65 + "\nslutt|\n")
    assert {(p.kind, p.within) for p in parsed.paragraphs} == {(Kind.PARAGRAPH, ())}
    assert len(parsed.paragraphs) == 66
    assert parsed.left_out == ("One table was too large for a grid and is shown as paragraphs.",)


def test_markdown_in_a_table_of_html_is_in_its_cell() -> None:
    paragraphs = read(
        "<table><tr><td>\n\n- *en*\n\n</td><td>to</td></tr>\n<tr><td>\n\ntre\n\n</td></tr></table>\n\nute"
    )
    assert [(p.kind, p.text, p.cell and p.cell.cell) for p in paragraphs] == [
        (Kind.LIST_ITEM, "en", Cell(0, 0)),
        (Kind.TABLE_CELL, "to", Cell(0, 1)),
        (Kind.TABLE_CELL, "tre", Cell(1, 0)),
        (Kind.TABLE_CELL, "", Cell(1, 1)),
        (Kind.PARAGRAPH, "ute", None),
    ]


def test_cells_of_html_in_a_cell_of_markdown_are_none() -> None:
    paragraphs = read("| a<td>b | c |\n|---|---|\n| d<tr>e | f |\n")
    check_tables(tuple(paragraphs))
    assert "".join(p.text for p in paragraphs) == "abcdef"


def test_quotes_know_their_depth_and_the_list_they_are_in() -> None:
    paragraphs = read("> en\n>\n> > to\n> > - tre\n>\n> fire\n\n- fem\n\n  > seks")
    first, second, third = Box(BoxKind.QUOTE, 0), Box(BoxKind.QUOTE, 1), Box(BoxKind.QUOTE, 2, level=1)
    assert [(p.kind, p.text, p.within) for p in paragraphs] == [
        (Kind.QUOTE, "en", (first,)),
        (Kind.QUOTE, "to", (first, second)),
        (Kind.LIST_ITEM, "tre", (first, second)),
        (Kind.QUOTE, "fire", (first,)),
        (Kind.LIST_ITEM, "fem", ()),
        (Kind.QUOTE, "seks", (third,)),
    ]


def test_an_empty_quote_has_no_number() -> None:
    assert [p.within for p in read(">\n\n<blockquote></blockquote>\n\n> a")] == [(Box(BoxKind.QUOTE, 0),)]


def test_a_quote_that_a_paragraph_leaves_open_ends_with_it() -> None:
    assert [p.kind for p in read("en <blockquote>to\n\ntre")] == [Kind.PARAGRAPH, Kind.QUOTE, Kind.PARAGRAPH]


def test_levels_in_a_cell_count_from_it() -> None:
    paragraphs = read("- a\n\n  | b | c |\n  |---|---|\n  | <ul><li>d</ul> | |\n")
    item, other, cell = (next(p for p in paragraphs if p.text == text) for text in "abd")
    assert (item.level, other.level, cell.level) == (1, 0, 1)
    assert cell.within[0].level == 1


def test_a_task_has_a_box_as_its_marker() -> None:
    found = [(p.marker, p.text) for p in read("- [ ] ikke\n- [x] gjort\n  1. [X] inni\n- [y] nei\n\n[ ] ute")]
    assert found == [("☐", "ikke"), ("☑", "gjort"), ("☑", "inni"), ("•", "[y] nei"), ("", "[ ] ute")]


def test_the_number_of_an_item_without_words_goes_to_what_it_has() -> None:
    found = [(p.kind, p.marker) for p in read("1. ```\n   kode\n   ```\n2. # Tittel\n   tekst\n3. tekst")]
    assert found == [(Kind.CODE, "1."), (Kind.TITLE, ""), (Kind.LIST_ITEM, "2."), (Kind.LIST_ITEM, "3.")]


def test_terms_and_definitions_are_told_apart() -> None:
    found = [(p.kind, p.text) for p in read("Elv\n: Vann som renner.\n: Større enn en bekk.\n\n    Mer.\n\nute")]
    assert found == [
        (Kind.TERM, "Elv"),
        (Kind.DEFINITION, "Vann som renner."),
        (Kind.DEFINITION, "Større enn en bekk."),
        (Kind.DEFINITION, "Mer."),
        (Kind.PARAGRAPH, "ute"),
    ]


def test_notes_follow_in_the_order_of_their_references_and_those_without_last() -> None:
    text = "[^c]: tre\n[^a]: en [^c]\n[^b]: to\n\nførst[^b] så[^a] igjen[^b]\n\n[^b]: nok en"
    paragraphs = read(text)
    assert [(p.marker, p.text) for p in paragraphs] == [
        ("", "først[1] så[2] igjen[1]"),
        ("1.", "to"),
        ("2.", "en [3]"),
        ("3.", "tre"),
        ("4.", "nok en"),
    ]
    assert [m.href for p in paragraphs for m in p.marks] == ["#note:0", "#note:1", "#note:0", "#note:2"]
    assert [p.note.label for p in paragraphs if p.note] == ["1", "2", "3", "4"]


def test_a_note_may_be_one_word_or_many_blocks() -> None:
    text = "a[^1] b[^2]\n\n[^1]: ord\n[^2]: en\n\n    to\n\n    - tre\n\n    ```\n    kode\n    ```\n\nute"
    found = [(p.kind, p.text, p.level, p.marker, p.note and p.note.number) for p in read(text)]
    assert found == [
        (Kind.PARAGRAPH, "a[1] b[2]", 0, "", None),
        (Kind.PARAGRAPH, "ute", 0, "", None),
        (Kind.NOTE, "ord", 0, "1.", 0),
        (Kind.NOTE, "en", 0, "2.", 1),
        (Kind.NOTE, "to", 0, "", 1),
        (Kind.LIST_ITEM, "tre", 1, "•", 1),
        (Kind.CODE, "kode", 0, "", 1),
    ]


def test_a_note_may_stand_in_its_reference() -> None:
    found = [(p.kind, p.text) for p in read("Elva^[Den *store*.] er lang.")]
    assert found == [(Kind.PARAGRAPH, "Elva[1] er lang."), (Kind.NOTE, "Den store.")]


def test_a_note_that_shows_nothing_is_there_if_something_refers_to_it() -> None:
    assert [(p.kind, p.text) for p in read("a[^1]\n\n[^1]:\n[^2]:\n")] == [
        (Kind.PARAGRAPH, "a[1]"),
        (Kind.NOTE, "–"),
    ]


def test_a_note_in_its_reference_has_none_in_it() -> None:
    assert [p.text for p in read("a^[b ^[c] d]")] == ["a[1]", "b ^[c] d"]


def test_a_link_may_stand_around_the_reference_of_a_note() -> None:
    [paragraph, _] = read("Se [rapporten[^1]](http://x.no) nå.\n\n[^1]: Fra i fjor.")
    assert paragraph.text == "Se rapporten[1] nå."
    assert paragraph.marks == (
        Mark(3, 15, MarkKind.LINK, "http://x.no"),
        Mark(12, 15, MarkKind.NOTE, "#note:0"),
    )


def test_a_note_in_a_list_or_quote_is_outside_of_it() -> None:
    *_, note = read("- a[^1]\n\n  > [^1]: notis\n\n- b")
    assert (note.text, note.level, note.within) == ("notis", 0, (Box(BoxKind.NOTE, 0, label="1"),))


def test_an_image_alone_is_a_figure_with_its_description() -> None:
    parsed = parse_markdown("![En *elv*](bilder/en%20elv.png)\n\n- ![](b.png)\n\nved ![hav](c.png) her")
    assert list(parsed.paragraphs) == [
        Paragraph("En elv", Kind.FIGURE, within=(Box(BoxKind.FIGURE, 0),)),
        Paragraph("", Kind.FIGURE, level=1, marker="•", within=(Box(BoxKind.FIGURE, 1, level=1),)),
        Paragraph("ved hav her"),
    ]
    assert parsed.figures == (Figure("bilder/en elv.png"), Figure("b.png"))


def test_images_beside_each_other_are_figures_that_keep_their_links() -> None:
    paragraphs = read("[![en](a.png)](https://a.no) ![to](b.png)")
    assert [(p.kind, p.text, p.marks) for p in paragraphs] == [
        (Kind.FIGURE, "en", (Mark(0, 2, MarkKind.LINK, "https://a.no"),)),
        (Kind.FIGURE, "to", ()),
    ]


def test_a_caption_is_in_the_box_of_its_image() -> None:
    parsed = parse_markdown(
        '<figure><img src="a.png" alt="en" width=40><figcaption>To <b>tre</b></figcaption></figure>'
    )
    box = Box(BoxKind.FIGURE, 0)
    assert list(parsed.paragraphs) == [
        Paragraph("en", Kind.FIGURE, within=(box,)),
        Paragraph("To tre", Kind.CAPTION, (Mark(3, 6, MarkKind.STRONG),), within=(box,)),
    ]
    assert parsed.figures == (Figure("a.png", 40),)


def test_places_have_the_names_that_links_use() -> None:
    text = '# Å gå: ut!\n\n## Del\n\n## Del\n\n## Slutt {#egen}\n\n<a id="her"></a>der\n\n[a](#%C3%A5-g%C3%A5-ut)'
    parsed = parse_markdown(text)
    expected = {"å-gå-ut": 0, "del": 1, "del-1": 2, "slutt": 3, "egen": 3, "her": 4}
    assert parsed.targets == expected
    assert parsed.paragraphs[-1].marks == (Mark(0, 1, MarkKind.LINK, "#å-gå-ut"),)


PIECES = st.sampled_from(
    [
        *("<table>", "<tr>", "<td>", "</td>", "</table>", "<ul>", "<li>", "</ul>", "<blockquote>", "</blockquote>"),
        *("<figure>", "</figure>", "<img alt=a>", "<figcaption>", "<dl>", "<dt>", "<dd>", "<pre>", "</pre>", "<h1>"),
        *("\n", "\n\n", "\n    ", "> ", "- ", "1. ", "|a|b|\n|-|-|\n|", "|", "ord ", "[^1]", "\n\n[^1]: ", "^[", "]"),
        *(
            "![a](b)",
            "![](b)",
            "# ",
            "\n:::tip\n",
            "\n:::\n",
            "\n: ",
            "[!note] ",
            "<a id=x>",
            "{#y}",
            " ^id",
            "$",
            "%%",
        ),
    ]
)


@given(st.one_of(st.lists(PIECES, max_size=40).map("".join), markdown_texts()))
def test_any_document_is_whole(text: str) -> None:
    parsed = parse_markdown(text)
    paragraphs = tuple(parsed.paragraphs)
    check_tables(paragraphs)
    check_boxes(paragraphs, parsed.figures)
    assert all(0 <= place < len(paragraphs) for place in parsed.targets.values())


def check_boxes(paragraphs: tuple[Paragraph, ...], figures: tuple[Figure, ...]) -> None:
    """Numbers of boxes count up from 0, and what marks and boxes refer to is there."""
    document = Document("", paragraphs, None, "nb", certain=True, figures=figures)
    for kind in (BoxKind.QUOTE, BoxKind.ASIDE, BoxKind.CELL, BoxKind.NOTE, BoxKind.FIGURE):
        numbers = {box.number for p in paragraphs for box in p.within if box.kind is kind}
        assert numbers == set(range(len(numbers)))
    assert sum(p.kind is Kind.FIGURE for p in paragraphs) == len(figures)
    for mark in (mark for p in paragraphs for mark in p.marks if mark.kind is MarkKind.NOTE):
        assert int(mark.href.removeprefix("#note:")) < len(document.notes)
    assert all(p.level >= 0 for p in paragraphs)

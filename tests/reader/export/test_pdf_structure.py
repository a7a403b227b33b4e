"""Tables, lists, notes, quotes and figures in the bilingual PDF, read back."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, strategies as st

from reader.export import Layout, Paper, set_pdf
from reader.parallel import ParallelText, State
from reader.text import Box, BoxKind, Cell, Kind, Paragraph
from tests.pdf_text import page_texts
from tests.reader.export.exported import ARRANGED
from tests.reader.export.parallels import EVERY_COLUMN
from tests.reader.export.pdfs import DAY, bookmarks, opened, parallel, row, tag_names, tags, text_of
from tests.reader.export.structured import EVERYTHING, cells, letters, note, noted, of, translated
from tests.samples import crossed
from tests.structures import EXAMPLE, paragraphs

pytestmark = pytest.mark.usefixtures("in_this_process")

LAYOUTS = ARRANGED
FISH = [["Art", "Tonn"], ["Torsk", "1 204"], ["Sei", "98"]]


def set_(text: ParallelText, layout: Layout = Layout.COLUMNS, **choices: Any) -> bytes:
    return set_pdf(text, replace(DAY, layout=layout, **choices)).data


def shape(data: bytes) -> list[list[list[str]]]:
    """Of each table the tags of the cells of each row."""
    with opened(data) as pdf:
        found = [tag for tag in tags(pdf.Root.StructTreeRoot.K) if tag.S == "/Table"]
        return [
            [
                [str(cell.S)[1:] for cell in tags(each) if cell.S in ("/TH", "/TD")]
                for each in tags(table)
                if each.S == "/TR"
            ]
            for table in found
        ]


def places(data: bytes, word: str) -> list[tuple[int, float, float]]:
    """Page, left and top of each occurrence of a word."""
    found = []
    with pypdfium2.PdfDocument(data) as pdf:
        for number, page in enumerate(pdf):
            text = page.get_textpage()
            search = text.search(word, match_case=True)
            while place := search.get_next():
                left, _, _, top = text.get_charbox(place[0], loose=True)
                found.append((number, left, top))
    return found


def links(data: bytes) -> Iterator[pikepdf.Object]:
    with opened(data) as pdf:
        for page in pdf.pages:
            yield from (
                each for each in page.get("/Annots", []) if each.Subtype == "/Link" and "/URI" not in each.get("/A", {})
            )


def test_in_columns_two_narrow_tables_are_one_with_heads_and_locked_rows() -> None:
    data = set_(of([Paragraph("Fangst."), *cells(0, FISH)]))
    assert shape(data) == [[["TH"] * 4, ["TD"] * 4, ["TD"] * 4]]
    ((_, left, top),), ((_, right, other),) = places(data, "Torsk"), places(data, "tORSK")
    assert left < right
    assert top == other


def test_a_table_too_wide_for_columns_stands_above_its_translation() -> None:
    wide = [[f"Et langt hode nummer {n}" for n in range(5)], [f"en lang celle nummer {n}" for n in range(5)]]
    data = set_(of(cells(0, wide)))
    assert shape(data) == [[["TH"] * 5, ["TD"] * 5]] * 2
    assert places(data, "Et langt")[0][2] > places(data, "eT LANGT")[0][2]


@pytest.mark.parametrize(("layout", "count"), [(Layout.STACKED, 2), (Layout.FACING, 2), (Layout.TRANSLATION, 1)])
def test_in_other_layouts_each_text_has_a_table_of_its_own(layout: Layout, count: int) -> None:
    assert (
        shape(set_(of([Paragraph("Hei du."), *cells(0, FISH)]), layout))
        == [[["TH"] * 2, ["TD"] * 2, ["TD"] * 2]] * count
    )


def test_heads_repeat_on_every_page() -> None:
    table = [["Hodet", "Tall"], *([f"rad {n}", str(n)] for n in range(120))]
    pages = page_texts(set_(of(cells(0, table)), Layout.TRANSLATION))
    assert len(pages) > 2
    assert all("hODET" in page for page in pages[:-1])


def test_on_facing_pages_rows_of_a_table_stand_at_the_same_height_below_heads_on_every_spread() -> None:
    table = [["Hodet", "Tall"], *([f"kilde{n} " + "og mer " * (n % 7) * 5, f"x{n}"] for n in range(60))]
    text = of(cells(0, table))
    # Every third translation is much shorter.
    text.rows = [replace(each, target=each.target[:12]) if n % 3 else each for n, each in enumerate(text.rows)]
    data = set_(text, Layout.FACING)
    for n in range(60):
        ((left, _, top),) = places(data, f"kilde{n} ")
        ((right, _, other),) = places(data, f"KILDE{n} ")
        assert (right, round(other, 1)) == (left + 1, round(top, 1))
    pages = page_texts(data)
    assert len(pages) > 4
    assert all("Hodet" in page for page in pages[1:-2:2])


def test_only_a_document_with_tables_has_the_names_of_the_languages_in_the_heads_of_its_pages() -> None:
    assert tag_names(set_(of([Paragraph("Hei du.")]))).count("TH") == 2
    data = set_(of([Paragraph("Hei du."), *cells(0, FISH)]))
    assert tag_names(data).count("TH") == 4
    assert "NORSK BOKMÅL" in page_texts(data)[0]


def test_merged_cells_are_tagged_as_such_and_empty_ones_are_there() -> None:
    def at(text: str, r: int, c: int, **more: Any) -> Paragraph:
        return Paragraph(text, Kind.TABLE_CELL, within=(Box(BoxKind.CELL, 0, cell=Cell(r, c, **more)),))

    data = set_(
        of([at("Begge", 0, 0, columns=2, head=True), at("Ned", 1, 0, rows=2), at("a", 1, 1), at("", 2, 1)]),
        Layout.TRANSLATION,
    )
    with opened(data) as pdf:
        found = [tag for tag in tags(pdf.Root.StructTreeRoot.K) if tag.S in ("/TH", "/TD")]
        spans = [
            {
                key: int(each[key])
                for each in ([tag.A] if isinstance(tag.A, pikepdf.Dictionary) else tag.A)
                for key in ("/ColSpan", "/RowSpan")
                if key in each
            }
            if "/A" in tag
            else {}
            for tag in found
        ]
    assert spans == [{"/ColSpan": 2}, {"/RowSpan": 2}, {}, {}]


def test_columns_of_numbers_are_aligned_at_the_right() -> None:
    data = set_(
        of(cells(0, [["Art", "Fangsten i tonn"], ["Torsk", "7"], ["Sei", "12"]])), Layout.TRANSLATION, numbers=False
    )
    (_, seven, _), *_ = places(data, "7")
    (_, two, _), *_ = [place for place in places(data, "2") if place[1] > 100]
    assert seven == pytest.approx(two, abs=0.1)


def test_a_very_wide_table_becomes_a_list_with_the_heads_of_its_columns() -> None:
    table = [[f"Kolonne{n}" for n in range(40)], *([f"celle{r}x{n}" for n in range(40)] for r in range(3))]
    data = set_(of(cells(0, table)), Layout.TRANSLATION)
    assert shape(data) == [[["TD"] * 2] * 120]
    text = text_of(data)
    assert "kOLONNE7 CELLE2X7" in text


def test_alone_notes_are_at_the_foot_of_the_page_and_several_references_lead_to_one() -> None:
    text = of([noted("Brød[a] og mer.", "a"), Paragraph("Slutt her."), note(0, "Bakt i går.", "a")])
    data = set_(text, Layout.TRANSLATION, numbers=False)
    names = tag_names(data)
    assert names.count("Note") == 1
    ((page, _, top),) = places(data, "bAKT")
    assert top < places(data, "sLUTT")[0][2]
    assert page == 0
    twice = of([noted("Brød[a].", "a"), noted("Smør[a].", "a"), note(0, "Bakt i går.", "a")])
    assert text_of(set_(twice, Layout.TRANSLATION)).count("bAKT") == 1


@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.STACKED, Layout.FACING])
def test_beside_the_original_notes_are_rows_linked_both_ways(layout: Layout) -> None:
    data = set_(of([noted("Brød[1].", "1"), note(0, "Bakt i går.")]), layout)
    assert "Note" not in tag_names(data)
    assert len(list(links(data))) == 4  # to the note and back, in both languages


def test_notes_that_refer_to_each_other_and_to_nothing_are_all_there() -> None:
    notes = [
        replace(noted(f"Note{n} se[{(n + 1) % 3 + 1}].", str((n + 1) % 3 + 1), first=(n + 1) % 3)) for n in range(3)
    ]
    boxed = [
        replace(each, kind=Kind.NOTE, marker=f"{n + 1}.", within=(Box(BoxKind.NOTE, n, label=str(n + 1)),))
        for n, each in enumerate(notes)
    ]
    for layout in LAYOUTS:
        shown = text_of(set_(of([noted("Start[1].", "1"), *boxed]), layout))
        assert all(f"nOTE{n}" in shown for n in range(3))


def nesting(data: bytes) -> list[int]:
    """How many lists are around each item, in order."""

    def below(element: pikepdf.Object, depth: int) -> Iterator[int]:
        if isinstance(element, pikepdf.Array):
            for kid in element:
                yield from below(kid, depth)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            if element.S == "/LI":
                yield depth
            yield from below(element.get("/K", pikepdf.Array()), depth + (element.S == "/L"))

    with opened(data) as pdf:
        return list(below(pdf.Root.StructTreeRoot.K, 0))


def items(*levels: int) -> list[Paragraph]:
    return [Paragraph(f"punkt{n}", Kind.LIST_ITEM, level=level, marker=f"{n}.") for n, level in enumerate(levels)]


@pytest.mark.parametrize("levels", [(1, 1, 2, 2, 3, 1), (2, 1, 2), (1, 3, 2), (3, 3, 1)])
def test_alone_lists_nest(levels: tuple[int, ...]) -> None:
    data = set_(of(items(*levels)), Layout.TRANSLATION, numbers=False)
    assert len(nesting(data)) == len(levels)
    if levels[0] == 1:
        ranks = [sorted(set(levels)).index(level) + 1 for level in levels]
        assert nesting(data) == ranks if levels[1] != 3 else [1, 2, 2]
    lefts = [places(data, f"PUNKT{n}")[0][1] for n in range(len(levels))]
    assert sorted(range(len(levels)), key=lambda n: (lefts[n], n)) == sorted(
        range(len(levels)), key=lambda n: (levels[n], n)
    )


def test_a_paragraph_in_an_item_stands_below_its_text_and_ends_no_list() -> None:
    more = Paragraph("mer her", level=1)
    data = set_(of([*items(1), more, *items(1)]), Layout.TRANSLATION, numbers=False)
    assert tag_names(data).count("L") == 1
    assert places(data, "MER")[0][1] == pytest.approx(places(data, "PUNKT0")[0][1], abs=8)


def test_lists_are_indented_as_deep_as_they_may_be() -> None:
    data = set_(of(items(*range(1, 30))), Layout.TRANSLATION)
    shown = text_of(data)
    assert all(f"PUNKT{n}" in shown for n in range(29))
    lefts = [places(data, f"{n}. PUNKT{n}")[0][1] for n in range(10)]
    assert all(left + 10 < right for left, right in pairwise(lefts))


def test_a_quotation_in_a_quotation_is_tagged_as_one() -> None:
    names = tag_names(set_(translated(EXAMPLE), Layout.TRANSLATION))
    assert names.count("BlockQuote") == 3


def test_a_figure_has_its_description_for_screen_readers_in_the_language_of_the_page() -> None:
    with opened(set_(translated(EXAMPLE), Layout.TRANSLATION)) as pdf:
        (figure,) = [tag for tag in tags(pdf.Root.StructTreeRoot.K) if tag.S == "/Figure"]
        assert str(figure.Alt) == "eT BRØD PÅ ET BORD"
    assert "▣ eT BRØD" in text_of(set_(translated(EXAMPLE), Layout.TRANSLATION))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_picture_without_a_description_lacks_no_translation(layout: Layout) -> None:
    picture = Paragraph("", Kind.FIGURE, within=(Box(BoxKind.FIGURE, 0),))
    shown = text_of(set_(of([Paragraph("Et bilde."), picture, Paragraph("Mer.")]), layout))
    assert "▣" in shown and "not translated" not in shown


def test_a_heading_in_a_box_structures_no_page() -> None:
    box = (Box(BoxKind.ASIDE, 0),)
    data = set_(of([Paragraph("Ute", Kind.HEADING, level=1), Paragraph("Inne", Kind.HEADING, level=2, within=box)]))
    assert [title for _, title in bookmarks(data)] == ["Tittel", "Ute"]
    assert "Inne" in text_of(data)


def test_a_callout_has_its_label_once() -> None:
    box = (Box(BoxKind.ASIDE, 0, label="tips"),)
    shown = text_of(set_(of([Paragraph("En ting.", within=box), Paragraph("En til.", within=box)]), Layout.TRANSLATION))
    assert shown.count("Tip") == 1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_callout_is_named_in_each_language(layout: Layout) -> None:
    box = Box(BoxKind.ASIDE, 0, label="caution")
    table = [
        Paragraph(word, Kind.TABLE_CELL, within=(box, Box(BoxKind.CELL, 0, cell=Cell(0, column))))
        for column, word in enumerate("ab")
    ]
    for found in ([Paragraph("En ting.", within=(box,))], table):
        shown = text_of(set_(of(found), layout))
        assert (shown.count("Forsiktig"), shown.count("Caution")) == (int(layout is not Layout.TRANSLATION), 1)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_every_kind_of_paragraph_and_mark_in_every_box_is_set(layout: Layout, paper: Paper) -> None:
    text = translated(EVERYTHING)
    data = set_(text, layout, paper=paper, columns=EVERY_COLUMN, sentence_marks=True)
    shown = letters(text_of(data))
    assert not Counter(letters("".join(each.target for each in text.rows if each.source.kind is not Kind.RULE))) - shown
    with opened(data) as pdf, pdf.open_metadata() as metadata:
        assert metadata.pdfa_status == "2A"


@given(paragraphs(), st.sampled_from(LAYOUTS), st.sampled_from(list(Paper)), st.booleans())
def test_every_letter_of_a_random_document_is_on_its_pages(
    found: list[Paragraph], layout: Layout, paper: Paper, landscape: bool
) -> None:
    text = of(found)
    shown = letters(text_of(set_(text, layout, paper=paper, landscape=landscape, numbers=False)))
    wanted = Counter[str]()
    for each in text.rows:
        wanted += letters(each.target)
        once = layout is Layout.TRANSLATION or (layout is Layout.STACKED and each.state is State.SAME)
        wanted += letters("" if once else each.source.text)
    assert not wanted - shown


UNUSUAL: dict[str, list[Paragraph]] = {
    "empty": cells(0, [[""]]),
    "one": cells(0, [["bare en"]]),
    "heads": cells(0, [["Hode", "Hode to"]]),
    "tall head": cells(0, [["ord " * 900, "x"], ["y", "z"]]),
    "tall cell": cells(0, [["a", "b"], ["ord " * 6000, "b"]]),
    "long words": cells(0, [["x" * 300, "https://example.org/" + "å" * 200], ["y", "z"]]),
    "quotes": [Paragraph("dypt", Kind.QUOTE, within=tuple(Box(BoxKind.QUOTE, n) for n in range(60)))],
    "items": [Paragraph("punkt", Kind.LIST_ITEM, level=n, marker="•") for n in range(1, 40)],
    "hebrew": [Paragraph("שלום"), *cells(0, [["שלום", "עולם"], ["אחת", ""]])],
    "overlapping": [
        Paragraph("x", within=(Box(BoxKind.CELL, 0, cell=Cell(0, 0, rows=9, columns=9)),)),
        *cells(0, [["", "y"], ["z", "w"]]),
    ],
}


@pytest.mark.parametrize(("name", "layout"), crossed([*UNUSUAL], LAYOUTS))
def test_what_no_page_is_made_for_is_set_with_all_its_letters(name: str, layout: Layout) -> None:
    found = UNUSUAL[name]
    text = of([Paragraph("Før alt."), *found])
    data = set_(text, layout, paper=Paper.A5)
    wanted = letters("".join(each.target for each in text.rows))
    assert not {letter for letter in wanted if letter.isascii()} - set(letters(text_of(data)))
    for page in page_texts(data):
        assert page.strip()


def test_without_a_table_nothing_is_in_the_head_of_the_first_page() -> None:
    assert page_texts(set_pdf(parallel(row("Hei.", "Hello."), title="Tittel…"), DAY).data)[0].startswith("Tittel")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_text_that_looks_like_typst_is_text_in_cells_notes_labels_and_markers(layout: Layout) -> None:
    text = "#panic(1) $x$ *a* @d <e> \\ // ] } ) = f"
    found = [
        *cells(0, [[text, "b"], ["c", text]]),
        Paragraph(text, within=(Box(BoxKind.ASIDE, 0, label="#x"),)),
        Paragraph(text, Kind.FIGURE, within=(Box(BoxKind.FIGURE, 0),)),
        Paragraph(text, Kind.LIST_ITEM, level=1, marker="#1$"),
        noted(f"{text}[#]", "#"),
        note(0, text, "#"),
    ]
    shown = text_of(set_(translated(of(found).document, str), layout))
    assert shown.count("#panic(1)") >= 7
    assert shown.count("#1$") == (2 if layout in (Layout.COLUMNS, Layout.FACING) else 1)


def test_the_ground_of_a_callout_ends_between_the_columns_also_behind_a_table() -> None:
    box = Box(BoxKind.ASIDE, 0, label="caution")
    table = [
        Paragraph(word, Kind.TABLE_CELL, within=(box, Box(BoxKind.CELL, 0, cell=Cell(0, n))))
        for n, word in enumerate("ab")
    ]
    with pypdfium2.PdfDocument(set_(of([Paragraph("En ting.", within=(box,)), *table]), Layout.COLUMNS)) as pdf:
        page = pdf[0].render(scale=1, grayscale=True).to_numpy()
    (ground, _), *_ = Counter(page[page < 255].tolist()).most_common(1)
    grounds = (page == ground).sum(axis=(0, 2) if page.ndim == 3 else 0) > 20
    edges = [place for place, (one, other) in enumerate(pairwise(grounds.tolist())) if one != other]
    assert len(edges) == 4 and edges[2] - edges[1] > 15


ITEM = Paragraph("Punkt.", Kind.LIST_ITEM, level=1, marker="•")
INSIDE = Paragraph("Inni.", level=1)
QUOTED = Paragraph("Sagt.", Kind.QUOTE, within=(Box(BoxKind.QUOTE, 0),))


@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.FACING])
@pytest.mark.parametrize(
    "ends",
    [
        [ITEM],
        [ITEM, INSIDE],
        [Paragraph("Ord.", Kind.TERM), Paragraph("Sak.", Kind.DEFINITION)],
        [Paragraph("Ord.", Kind.TERM)],
        [Paragraph("Sti.", Kind.FIGURE)],
        [QUOTED],
        [Paragraph("Kode.", Kind.CODE)],
        [Paragraph("Linje.", Kind.VERSE)],
    ],
    ids=lambda ends: "-".join(each.kind.value for each in ends),
)
def test_a_paragraph_has_the_same_white_space_above_it_whatever_it_follows(
    layout: Layout, ends: list[Paragraph]
) -> None:
    data = set_(of([Paragraph("Først."), Paragraph("Andre."), *ends, Paragraph("Sist.")]), layout)
    height = {word: places(data, word)[0][2] for word in ("Først", "Andre", ends[-1].text[:-1], "Sist")}
    between = height["Først"] - height["Andre"]
    assert height[ends[-1].text[:-1]] - height["Sist"] == pytest.approx(between, abs=3)


@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.FACING])
def test_items_of_a_list_and_what_is_in_them_stand_closer_than_paragraphs(layout: Layout) -> None:
    other = replace(ITEM, text="Siste.")
    data = set_(of([Paragraph("Først."), Paragraph("Andre."), ITEM, INSIDE, other]), layout)
    tops = [places(data, word)[0][2] for word in ("Først", "Andre", "Punkt", "Inni", "Siste")]
    paragraphs_apart, _, *in_list = (above - below for above, below in pairwise(tops))
    assert all(step < paragraphs_apart for step in in_list)

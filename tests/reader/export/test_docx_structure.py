"""Tables, lists, notes, quotes and figures in the Word export, read back as XML."""

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings, strategies as st

from reader.export import Layout, Paper
from reader.export.docx.document import docx_bytes
from reader.parallel import ParallelText, State
from reader.text import Box, BoxKind, Cell, Kind, Mark, MarkKind, Paragraph
from tests.reader.export.exported import ARRANGED
from tests.reader.export.parallels import EVERY_COLUMN, HOSTILE, options
from tests.reader.export.structured import EVERYTHING, cells, letters, note, noted, of, translated
from tests.structures import EXAMPLE, paragraphs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUE = f"{W}val"
LAYOUTS = ARRANGED
FISH = [["Art", "Tonn"], ["Torsk", "1 204"], ["Sei", "98"]]


def opened(text: ParallelText, layout: Layout = Layout.TRANSLATION, **more: Any) -> ZipFile:
    return ZipFile(BytesIO(docx_bytes(text, replace(options(layout), **more))))


def part(file: ZipFile, name: str = "document") -> ET.Element:
    return ET.fromstring(file.read(f"word/{name}.xml"))


def words(element: ET.Element) -> str:
    return "".join(
        {f"{W}t": each.text or "", f"{W}br": "\n", f"{W}tab": "\t"}.get(each.tag, "") for each in element.iter()
    )


def tables(root: ET.Element) -> list[list[list[str]]]:
    return [[[words(c) for c in r.iter(f"{W}tc")] for r in table.iter(f"{W}tr")] for table in root.iter(f"{W}tbl")]


def values(root: ET.Element, path: str) -> list[str]:
    return [each.get(VALUE, "") for each in root.iterfind(f".//{path}")]


def bookmarks(root: ET.Element) -> list[str]:
    return [each.attrib[f"{W}name"] for each in root.iter(f"{W}bookmarkStart")]


def anchors(root: ET.Element) -> list[str]:
    return [each.attrib[f"{W}anchor"] for each in root.iter(f"{W}hyperlink") if f"{W}anchor" in each.attrib]


def item(marker: str, level: int = 1, text: str = "et punkt") -> Paragraph:
    return Paragraph(text, Kind.LIST_ITEM, level=level, marker=marker)


def test_in_columns_two_narrow_tables_are_one_between_the_tables_of_pairs() -> None:
    root = part(
        opened(of([Paragraph("Før nå."), *cells(0, FISH), Paragraph("Etter nå.")]), Layout.COLUMNS, numbers=False)
    )
    before, table, after = tables(root)
    assert before == [["Før nå.", "fØR NÅ."]]
    assert table == [
        ["Art", "Tonn", "", "aRT", "tONN"],
        ["Torsk", "1 204", "", "tORSK", "1 204"],
        ["Sei", "98", "", "sEI", "98"],
    ]
    assert after == [["Etter nå.", "eTTER NÅ."]]


def test_tables_that_follow_each_other_do_not_grow_together() -> None:
    found = [*cells(0, FISH), *cells(1, FISH), Paragraph("Mellom dem."), *cells(2, FISH)]
    root = part(opened(of(found), Layout.COLUMNS))
    kinds = [each.tag for each in root[0]]
    assert (f"{W}tbl", f"{W}tbl") not in list(pairwise(kinds))


def test_a_table_too_wide_for_columns_stands_above_its_translation() -> None:
    wide = [[f"Et langt hode nummer {n}" for n in range(5)], [f"en lang celle nummer {n}" for n in range(5)]]
    root = part(opened(of(cells(0, wide)), Layout.COLUMNS))
    assert [table[0][0] for table in tables(root)] == ["Et langt hode nummer 0", "eT LANGT HODE NUMMER 0"]


@pytest.mark.parametrize(("layout", "count"), [(Layout.STACKED, 2), (Layout.TRANSLATION, 1)])
def test_in_other_layouts_each_text_has_a_table_of_its_own(layout: Layout, count: int) -> None:
    found = tables(part(opened(of(cells(0, FISH)), layout)))
    assert [len(table) for table in found] == [3] * count


def test_heads_repeat_and_columns_of_numbers_are_aligned_at_the_right() -> None:
    root = part(opened(of(cells(0, [*FISH, ["Hyse", "7"]]))))
    rows = list(root.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False, False]
    assert [values(row, f"{W}jc") for row in rows] == [["right"]] * 4


def test_merged_cells_span_columns_and_rows_and_every_row_is_full() -> None:
    def at(text: str, r: int, c: int, **more: Any) -> Paragraph:
        return Paragraph(text, Kind.TABLE_CELL, within=(Box(BoxKind.CELL, 0, cell=Cell(r, c, **more)),))

    found = [at("Begge", 0, 0, columns=2, head=True), at("Ned", 1, 0, rows=2), at("a", 1, 1), at("", 2, 1)]
    root = part(opened(of(found)))
    assert tables(root) == [[["bEGGE"], ["nED", "A"], ["", ""]]]
    assert values(root, f"{W}gridSpan") == ["2"]
    assert values(root, f"{W}vMerge") == ["restart", "continue"]


@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.FACING])
def test_the_head_of_each_page_names_the_languages_if_there_is_a_table(layout: Layout) -> None:
    file = opened(of(cells(0, FISH)), layout)
    for name in ("header", "header_first"):
        assert words(part(file, name)).endswith("Norsk bokmål\tEnglish")
    assert "word/header_first.xml" not in opened(of([Paragraph("Hei du.")]), layout).namelist()


def numbering(file: ZipFile) -> list[tuple[str, str, str, str]]:
    """Format, text, start and level of each list."""
    root = part(file, "numbering")
    forms = {
        each.attrib[f"{W}abstractNumId"]: (values(each, f"{W}numFmt")[0], values(each, f"{W}lvlText")[0])
        for each in root.iter(f"{W}abstractNum")
    }
    found = []
    for each in root.iter(f"{W}num"):
        starts = [
            (start.attrib[f"{W}ilvl"], values(start, f"{W}startOverride")[0]) for start in each.iter(f"{W}lvlOverride")
        ]
        level, start = starts[0] if starts else ("", "")
        found.append((*forms[values(each, f"{W}abstractNumId")[0]], start, level))
    return found


def listed(file: ZipFile) -> list[tuple[str, str]]:
    """The list and the level of each item."""
    items = part(file).iter(f"{W}numPr")
    return [(values(each, f"{W}numId")[0], values(each, f"{W}ilvl")[0]) for each in items]


def test_alone_lists_are_counted_by_word_and_nest() -> None:
    found = [item("1."), item("2."), item("a)", 2), item("b)", 2), item("3."), item("•", 2), item("4.")]
    file = opened(of(found))
    assert listed(file) == [("1", "0"), ("1", "0"), ("2", "1"), ("2", "1"), ("1", "0"), ("3", "1"), ("1", "0")]
    assert numbering(file) == [("decimal", "%1.", "1", "0"), ("lowerLetter", "%1)", "1", "1"), ("bullet", "•", "", "")]
    assert [words(each) for each in part(file).iter(f"{W}p") if each.find(f".//{W}numPr") is not None] == [
        "ET PUNKT"
    ] * 7


@pytest.mark.parametrize(
    ("markers", "expected"),
    [
        (["(3)", "(4)"], [("decimal", "(%1)", "3", "0")]),
        (["1.", "3."], [("decimal", "%1.", "1", "0"), ("decimal", "%1.", "3", "0")]),
        (["i.", "ii.", "iii.", "iv."], [("lowerRoman", "%1.", "1", "0")]),
        (["h)", "i)", "j)"], [("lowerLetter", "%1)", "8", "0")]),
        (["IV.", "V."], [("upperRoman", "%1.", "4", "0")]),
        (["A.", "B."], [("upperLetter", "%1.", "1", "0")]),
        (["☐", "☑"], [("bullet", "☐", "", ""), ("bullet", "☑", "", "")]),
        (["1.2.", "–"], [("bullet", "1.2.", "", ""), ("bullet", "–", "", "")]),
        (["mm"], [("bullet", "mm", "", "")]),
    ],
)
def test_a_marker_tells_how_a_list_is_counted(
    markers: Sequence[str], expected: list[tuple[str, str, str, str]]
) -> None:
    assert numbering(opened(of([item(marker) for marker in markers]))) == expected


def test_beside_the_original_items_have_their_markers_as_text() -> None:
    file = opened(of([item("1."), item("a)", 2)]), Layout.STACKED, numbers=False)
    assert "word/numbering.xml" not in file.namelist()
    assert "1.\tet punkt" in words(part(file))


def test_alone_notes_are_footnotes_with_a_part_of_their_own() -> None:
    file = opened(of([noted("Brød[1] og smør[2].", "1", "2"), note(0, "Bakt i går."), note(1, "Kjernet i dag.")]))
    root, notes = part(file), part(file, "footnotes")
    references = [each.attrib[f"{W}id"] for each in root.iter(f"{W}footnoteReference")]
    texts = {each.attrib[f"{W}id"]: words(each).strip() for each in notes.iter(f"{W}footnote")}
    assert [texts[each] for each in references] == ["bAKT I GÅR.", "kJERNET I DAG."]
    assert not any("bAKT" in words(each) for each in root.iter(f"{W}p"))
    assert len(list(notes.iter(f"{W}footnoteRef"))) == 2
    assert ET.fromstring(file.read("word/_rels/footnotes.xml.rels")) is not None


def test_labels_that_word_does_not_count_are_kept_and_a_second_reference_leads_to_the_first() -> None:
    twice = Paragraph("Brød[a] og[a].", marks=tuple(Mark(at, at + 3, MarkKind.NOTE, "#note:0") for at in (4, 10)))
    file = opened(of([twice, noted("Smør[a].", "a"), note(0, "Bakt i går.", "a")]))
    root = part(file)
    (reference,) = root.iter(f"{W}footnoteReference")
    assert reference.attrib[f"{W}customMarkFollows"] == "1"
    assert [each.attrib[f"{W}instr"].split()[1] for each in root.iter(f"{W}fldSimple")] == ["note0"] * 2
    assert bookmarks(root).count("note0") == 1
    assert "bRØDA OGA." in words(root)
    assert "sMØRA." in words(root)


@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.STACKED])
def test_beside_the_original_notes_are_rows_linked_both_ways(layout: Layout) -> None:
    root = part(opened(of([noted("Brød[1].", "1"), note(0, "Bakt i går.")]), layout))
    assert sorted(anchors(root)) == sorted(bookmarks(root)) == ["row0s", "row0t", "row1s", "row1t"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_link_inside_a_file_leads_somewhere_and_every_name_is_there_once(layout: Layout) -> None:
    file = opened(translated(EXAMPLE), layout)
    roots = [part(file)] + ([part(file, "footnotes")] if "word/footnotes.xml" in file.namelist() else [])
    named = [name for root in roots for name in bookmarks(root)]
    assert len(named) == len(set(named))
    assert {anchor for root in roots for anchor in anchors(root)} <= set(named)


def test_quotations_are_indented_by_their_depth_with_a_line_beside_them() -> None:
    boxes = tuple(Box(BoxKind.QUOTE, n) for n in range(3))
    root = part(opened(of([Paragraph("Dypt sitat.", Kind.QUOTE, within=boxes[:n]) for n in (1, 2, 3)]), numbers=False))
    quotes = [each for each in root.iter(f"{W}p") if "Quote" in values(each, f"{W}pStyle")]
    assert [int(each.find(f".//{W}ind").attrib[f"{W}left"]) for each in quotes] == [300, 600, 900]  # type: ignore[union-attr]
    assert all(each.find(f".//{W}pBdr/{W}left") is not None for each in quotes)


def test_marks_look_like_what_they_are() -> None:
    kinds = (MarkKind.SUPER, MarkKind.SUB, MarkKind.UNDERLINE, MarkKind.MATH)
    marks = tuple(Mark(n, n + 1, kind) for n, kind in enumerate(kinds))
    source = Paragraph("abcd", marks=marks)
    root = part(opened(translated(of([source]).document, str)))
    looks = {
        words(run): {each.tag.removeprefix(W) for each in run.iterfind(f"{W}rPr/*")} - {"lang"}
        for run in root.iter(f"{W}r")
    }
    assert [looks[letter] for letter in "abcd"] == [{"vertAlign"}, {"vertAlign"}, {"u"}, {"rFonts", "noProof"}]
    assert values(root, f"{W}vertAlign")[:2] == ["superscript", "subscript"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_kind_of_paragraph_and_mark_in_every_box_is_written_and_every_style_is_there(layout: Layout) -> None:
    text = translated(EVERYTHING)
    file = opened(text, layout, columns=EVERY_COLUMN, sentence_marks=True)
    shown = letters(words(part(file)))
    wanted = letters("".join(each.target for each in text.rows if each.source.kind is not Kind.RULE))
    assert not wanted - shown
    used = values(part(file), f"{W}pStyle") + values(part(file), f"{W}rStyle")
    assert set(used) <= {each.get(f"{W}styleId") for each in part(file, "styles").iter(f"{W}style")}
    types = ET.fromstring(file.read("[Content_Types].xml"))
    declared = {each.attrib["PartName"].lstrip("/") for each in types if "PartName" in each.attrib}
    assert declared == {name for name in file.namelist() if name.endswith(".xml") and name != "[Content_Types].xml"}


@settings(max_examples=2 * settings().max_examples)
@given(paragraphs(), st.sampled_from(LAYOUTS), st.sampled_from(list(Paper)))
def test_every_letter_of_a_random_document_is_in_its_file(found: list[Paragraph], layout: Layout, paper: Paper) -> None:
    text = of(found)
    file = opened(text, layout, paper=paper, numbers=False)
    shown = letters(words(part(file)))
    if "word/footnotes.xml" in file.namelist():
        shown += letters(words(part(file, "footnotes")))
        shown += Counter(str(n) for n in range(1, 10) for _ in found)  # which Word counts
    wanted = Counter[str]()
    for each in text.rows:
        wanted += letters(each.target)
        once = layout is Layout.TRANSLATION or (layout is Layout.STACKED and each.state is State.SAME)
        wanted += letters("" if once else each.source.text)
    assert not wanted - shown


@settings(max_examples=2 * settings().max_examples)
@given(paragraphs(), st.sampled_from(LAYOUTS))
def test_every_row_of_a_table_in_a_file_covers_all_its_columns(found: list[Paragraph], layout: Layout) -> None:
    for table in part(opened(of(found), layout)).iter(f"{W}tbl"):
        columns = len(list(table.iter(f"{W}gridCol")))
        for each in table.iterfind(f"{W}tr"):
            assert sum(int((values(cell, f"{W}gridSpan") or ["1"])[0]) for cell in each.iterfind(f"{W}tc")) == columns


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_makes_no_element_in_cells_notes_labels_and_markers(text: str, layout: Layout) -> None:
    def tags(said: str) -> Counter[str]:
        found = [
            *cells(0, [[said, "b"], ["c", said]]),
            Paragraph(said, within=(Box(BoxKind.ASIDE, 0, label=said[:6]),)),
            Paragraph(said, Kind.LIST_ITEM, level=1, marker=said[:6].strip() or "–"),
            replace(noted("Se her[1].", "1"), text=f"Se her[1]. {said}"),
            note(0, said),
        ]
        file = opened(translated(of(found).document, str), layout)
        roots = [
            part(file, name) for name in ("document", "footnotes", "numbering") if f"word/{name}.xml" in file.namelist()
        ]
        text_tags = (f"{W}br", f"{W}tab", f"{W}t", f"{W}gridCol")
        return Counter(each.tag for root in roots for each in root.iter() if each.tag not in text_tags)

    known = {each for each in tags("ord") if each}
    assert set(tags(text)) <= known | {f"{W}tabs", f"{W}lvlOverride", f"{W}startOverride"}

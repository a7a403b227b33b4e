"""The translation alone: as plain text, Markdown and JSON."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from reader import (
    Document,
    Kind,
    Mark,
    MarkKind,
    Paragraph,
    ParallelText,
    Row,
    SentencePair,
    State,
    as_json,
    as_markdown,
    as_text,
)
from reader.formats.markdown import parse_markdown
from reader.packages import LanguagePackage
from reader.parallel import initial_row
from reader.text import Box, BoxKind
from tests.reader.export.parallels import shouted
from tests.structures import EXAMPLE, NOTE, document, in_cell

PACKAGE = LanguagePackage(Path("translate-nb_en"), "nb", "en", "1.9", starter=True)


def parallel(*rows: Row, path: Path | None = None, package: LanguagePackage | None = PACKAGE) -> ParallelText:
    document = Document("Tittelen", tuple(row.source for row in rows), path, "nb", True)
    return ParallelText(document, "nb", "en", (package,) if package else (), list(rows))


def done(source: Paragraph, target: str, *marks: Mark) -> Row:
    return Row(source, target, State.DONE, marks=marks)


TITLE = done(Paragraph("Brann", Kind.TITLE, level=1), "Fire")
RULE = initial_row(Paragraph("", Kind.RULE))
BODY = done(Paragraph("Det *brant*."), "It *burned*.")
ITEM = done(Paragraph("røyk", Kind.LIST_ITEM, level=1, marker="•"), "smoke")
NUMBER = done(Paragraph("aske", Kind.LIST_ITEM, level=1, marker="2."), "ash")
CODE = initial_row(Paragraph("x = 1", Kind.CODE))
FAILED = Row(Paragraph("Gikk galt."), state=State.FAILED, reason="The language model could not translate this text.")
PENDING = initial_row(Paragraph("Venter."))


def test_text_has_an_empty_line_between_paragraphs() -> None:
    assert as_text(parallel(TITLE, RULE, BODY)) == "Fire\n\n---\n\nIt *burned*.\n"


def test_text_keeps_the_markers_of_lists_and_what_is_the_same() -> None:
    assert as_text(parallel(ITEM, NUMBER, CODE)) == "- smoke\n2. ash\n\nx = 1\n"


def test_text_has_a_line_for_each_row_of_a_table_and_a_tab_between_columns() -> None:
    cells = [in_cell("a", 0, 0, columns=2), in_cell("b\nc", 0, 2), in_cell("d", 1, 0), in_cell("", 1, 1)]
    item = Paragraph("e", Kind.LIST_ITEM, level=1, marker="•", within=in_cell("", 1, 2).within)
    written = as_text(shouted(document(Paragraph("før"), *cells, item, Paragraph("etter"))))
    assert written == "FØR\n\nA\t\tB C\nD\t\t- E\n\nETTER\n"


def test_text_keeps_the_columns_of_a_cell_that_failed() -> None:
    text = shouted(document(in_cell("a", 0, 0), in_cell("b", 0, 1), in_cell("c", 0, 2)))
    text.rows[1] = initial_row(text.rows[1].source)
    assert as_text(text) == "A\t\tC\n"


def test_text_indents_the_items_in_an_item_to_its_text() -> None:
    items = [("1.", 1), ("a)", 2), ("•", 3), ("b)", 2), ("10.", 1), ("•", 2)]
    found = [Paragraph("x\ny", Kind.LIST_ITEM, level=level, marker=marker) for marker, level in items[:2]]
    found += [Paragraph("x", Kind.LIST_ITEM, level=level, marker=marker) for marker, level in items[2:]]
    found.insert(2, Paragraph("z", level=2))
    written = as_text(shouted(document(*found)))
    assert written == "1. X\n   Y\n   a) X\n      Y\n\n      Z\n\n      - X\n   b) X\n10. X\n    - X\n"


def test_text_indents_an_item_whose_parent_is_gone_as_far_as_the_nearest_one() -> None:
    items = [("1.", 1), ("10000)", 2), ("2.", 1), ("•", 3)]
    found = [Paragraph("x", Kind.LIST_ITEM, level=level, marker=marker) for marker, level in items]
    assert as_text(shouted(document(*found))) == "1. X\n   10000) X\n2. X\n   - X\n"


def test_text_has_the_signs_of_quoted_mail_before_each_line() -> None:
    outer, inner = Box(BoxKind.QUOTE, 0), Box(BoxKind.QUOTE, 1)
    found = [
        Paragraph("a\nb", Kind.QUOTE, within=(outer,)),
        Paragraph("c", Kind.LIST_ITEM, level=1, marker="•", within=(outer,)),
        Paragraph("d", Kind.QUOTE, within=(outer, inner)),
        Paragraph("e", Kind.QUOTE),
        Paragraph("f"),
    ]
    written = as_text(shouted(document(*found)))
    assert written == "> A\n> B\n\n> - C\n\n>> D\n\n> E\n\nF\n"


def test_text_has_the_notes_last_and_signs_for_images() -> None:
    note = Paragraph("note", Kind.NOTE, marker="1.", within=(NOTE,))
    figure = Paragraph("", Kind.FIGURE, within=(Box(BoxKind.FIGURE, 0),))
    written = as_text(shouted(document(Paragraph("før \ufffc"), note, figure, Paragraph("etter"))))
    assert written == "FØR ▣\n\n▣\n\nETTER\n\n1. NOTE\n"


@pytest.mark.parametrize("row", [FAILED, PENDING], ids=["failed", "pending"])
def test_what_has_no_translation_is_left_out_of_text_and_markdown(row: Row) -> None:
    assert as_text(parallel(TITLE, row, ITEM)) == "Fire\n\n- smoke\n"
    assert as_markdown(parallel(TITLE, row, ITEM)) == "# Fire\n\n- smoke\n"


def test_a_list_item_that_failed_leaves_no_marker() -> None:
    failed = Row(ITEM.source, state=State.FAILED, reason="Nei.")
    assert as_text(parallel(failed)).strip() == ""


def test_an_item_below_one_that_failed_is_an_item_and_no_code() -> None:
    failed = Row(ITEM.source, state=State.FAILED, reason="Nei.")
    inner = done(Paragraph("inni", Kind.LIST_ITEM, level=2, marker="•"), "inside")
    found = parse_markdown(as_markdown(parallel(BODY, failed, inner))).paragraphs
    assert [(paragraph.kind, paragraph.text) for paragraph in found][1:] == [(Kind.LIST_ITEM, "inside")]


def test_markdown_has_the_kinds_and_reads_back() -> None:
    number = done(Paragraph("aske", Kind.LIST_ITEM, level=1, marker="1."), "ash")
    written = as_markdown(parallel(TITLE, RULE, BODY, ITEM, number, CODE))
    assert written == "# Fire\n\n---\n\nIt \\*burned\\*.\n\n- smoke\n\n1. ash\n\n```\nx = 1\n```\n"
    assert [paragraph.text for paragraph in parse_markdown(written).paragraphs] == [
        "Fire",
        "",
        "It *burned*.",
        "smoke",
        "ash",
        "x = 1",
    ]


def test_markdown_has_the_marks_of_the_target_and_not_of_the_source() -> None:
    source = Paragraph("han sa nei", marks=(Mark(0, 3, MarkKind.STRONG),))
    row = done(source, "he said no", Mark(8, 10, MarkKind.EMPHASIS), Mark(0, 2, MarkKind.LINK, "#"))
    assert as_markdown(parallel(row)) == "[he](<#>) said *no*\n"


def read_json(text: ParallelText) -> Any:
    return json.loads(as_json(text))


def test_json_names_the_document_its_languages_and_the_package() -> None:
    data = read_json(parallel(BODY, path=Path("/a/brann.txt")))
    assert data["document"] == {
        "name": "brann.txt",
        "title": "Tittelen",
        "source_language": "nb",
        "target_language": "en",
    }
    assert data["package"] == {"name": "translate-nb_en", "version": "1.9"}


def test_json_without_a_package_or_a_file_says_so() -> None:
    data = read_json(parallel(BODY, package=None))
    assert data["package"] is None
    assert data["document"]["name"] == "standard input"


def test_json_has_each_paragraph_with_its_state() -> None:
    data = read_json(parallel(TITLE, RULE, FAILED, PENDING))
    assert data["paragraphs"] == [
        {"source": "Brann", "target": "Fire", "kind": "title", "level": 1, "state": "done", "sentences": []},
        {"source": "", "target": "", "kind": "rule", "state": "same", "sentences": []},
        {
            "source": "Gikk galt.",
            "target": "",
            "kind": "paragraph",
            "state": "failed",
            "sentences": [],
            "reason": "The language model could not translate this text.",
        },
        {"source": "Venter.", "target": "", "kind": "paragraph", "state": "pending", "sentences": []},
    ]


def test_json_says_where_a_paragraph_stands() -> None:
    found = read_json(shouted(EXAMPLE))["paragraphs"]
    standing = ("marker", "level", "table", "note", "quote")
    told = {index: {key: p[key] for key in standing if key in p} for index, p in enumerate(found)}
    assert {index: where for index, where in told.items() if where} == {
        0: {"level": 1},
        1: {"table": [0, 0, 0, 1, 1]},
        2: {"table": [0, 0, 1, 1, 1]},
        3: {"table": [0, 1, 0, 1, 1]},
        4: {"marker": "•", "level": 1, "table": [0, 1, 1, 1, 1]},
        5: {"marker": "•", "level": 1, "table": [0, 1, 1, 1, 1]},
        6: {"table": [0, 2, 0, 1, 1]},
        7: {"table": [0, 2, 1, 1, 1]},
        8: {"marker": "1.", "level": 1},
        9: {"marker": "2.", "level": 1},
        10: {"marker": "a)", "level": 2},
        11: {"marker": "☐", "level": 2},
        12: {"quote": 1},
        13: {"quote": 2},
        20: {"marker": "1.", "note": "1"},
    }


def test_json_has_the_spans_of_sentences_in_code_points() -> None:
    source, target = "😀 Hei. Ja.", "😀 Hello. Yes."
    pairs = (
        SentencePair((0, 6), (0, 8), -0.123456, ((2, 5, 2, 7, 0.5),), ("number",)),
        SentencePair((7, 10), (9, 13)),
    )
    [paragraph] = read_json(parallel(Row(Paragraph(source), target, State.DONE, pairs)))["paragraphs"]
    first, second = paragraph["sentences"]
    assert first == {
        "source": [0, 6],
        "target": [0, 8],
        "score": -0.1235,
        "links": [[2, 5, 2, 7, 0.5]],
        "warnings": ["number"],
    }
    assert second == {"source": [7, 10], "target": [9, 13], "score": None, "links": [], "warnings": []}
    assert paragraph["source"][slice(*first["source"])] == "😀 Hei."
    assert paragraph["target"][slice(*second["target"])] == "Yes."


def test_json_says_which_sentences_the_user_has_edited() -> None:
    pairs = (SentencePair((0, 3), (0, 3), edited=True), SentencePair((4, 7), (4, 7), -0.5))
    [paragraph] = read_json(parallel(Row(Paragraph("Ja. Ja."), "Aye Yes", State.DONE, pairs)))["paragraphs"]
    assert [sentence.get("edited") for sentence in paragraph["sentences"]] == [True, None]


def test_json_is_readable_by_people() -> None:
    written = as_json(parallel(done(Paragraph("Blåbær"), "«Blueberry»")))
    assert "Blåbær" in written
    assert "«Blueberry»" in written
    assert written.endswith("}\n")


def test_a_file_name_that_is_no_text_can_be_written_out() -> None:
    written = as_json(parallel(BODY, path=Path(os.fsdecode(b"caf\xe9.txt"))))
    assert json.loads(written.encode())["document"]["name"] == "caf?.txt"

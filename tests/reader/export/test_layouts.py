"""Layouts and options of the bilingual PDF, read back."""

import os
import re
import shutil
from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from reader.export import ExportOptions, Layout, Paper
from reader.export.colophon import moment_of
from reader.export.pdf.content import PdfContent
from reader.export.pdf.document import set_pdf
from reader.export.pdf.typesetter import typeset
from reader.formats import read_text
from reader.packages import LanguagePackage
from reader.parallel import ParallelText, Row, SentencePair, State
from reader.paths import RESOURCES
from reader.text import Kind, Paragraph
from tests.archives import NB_EN, VERSION
from tests.pdf_text import page_texts
from tests.reader.export.exported import ARRANGED
from tests.reader.export.parallels import EVERY_COLUMN, REFERENCE
from tests.reader.export.pdfs import (
    BOOK,
    DAY,
    ENGLISH,
    NORWEGIAN,
    bookmarks,
    opened,
    parallel,
    row,
    tag_names,
    text_of,
)
from tests.samples import sample
from tests.versions import with_texts

pytestmark = pytest.mark.usefixtures("in_this_process")

FACING = replace(DAY, layout=Layout.FACING)
PAPERS = {Paper.A4: (595, 842), Paper.A5: (420, 595), Paper.LETTER: (612, 792)}


def set_(*rows: Row, title: str = "", **choices: Any) -> bytes:
    return set_pdf(parallel(*rows, title=title), replace(DAY, **choices)).data


def sentences(*pairs: tuple[str, str], **more: object) -> Row:
    """A row of sentence pairs; `edited` and `warned` are indices of pairs."""
    edited, warned = more.pop("edited", None), more.pop("warned", None)
    spans = []
    source = target = 0
    for number, (left, right) in enumerate(pairs):
        warnings = ("number",) if number == warned else ()
        ends = (source, source + len(left)), (target, target + len(right))
        spans.append(SentencePair(*ends, warnings=warnings, edited=number == edited))
        source, target = source + len(left) + 1, target + len(right) + 1
    texts = (" ".join(side) for side in zip(*pairs, strict=True))
    return Row(Paragraph(next(texts)), next(texts), State.DONE, tuple(spans), **more)  # type: ignore[arg-type]


@lru_cache
def all_places(data: bytes) -> dict[str, list[tuple[int, float]]]:
    found = defaultdict(list)
    with pypdfium2.PdfDocument(data) as pdf:
        for number, page in enumerate(pdf, start=1):
            text = page.get_textpage()
            for word in re.finditer(r"\w+", text.get_text_range()):
                found[word[0]].append((number, text.get_charbox(word.start(), loose=True)[3]))
    return found


def places(data: bytes, word: str) -> list[tuple[int, float]]:
    """Page (from 1) and top (in points from below) of each occurrence of `word`."""
    return all_places(data)[word]


@pytest.fixture(scope="module")
def facing() -> bytes:
    return set_pdf(parallel(*BOOK, title="Huset"), FACING).data


def test_on_facing_pages_a_paragraph_and_its_translation_stand_at_the_same_height(facing: bytes) -> None:
    for n in range(60):
        ((left, height),) = places(facing, f"kilde{n}")
        assert left % 2 == 0
        ((right, other),) = places(facing, f"target{n}")
        assert right == left + 1
        assert other == pytest.approx(height, abs=0.1)


def test_facing_pages_ask_to_be_shown_side_by_side_and_stay_valid(facing: bytes) -> None:
    with opened(facing) as pdf:
        assert pdf.Root.PageLayout == "/TwoPageRight"
        assert len(pdf.pages) % 2 == 1
        assert pdf.check_pdf_syntax() == []


def test_facing_pages_name_the_language_of_the_page(facing: bytes) -> None:
    _, *pages = page_texts(facing)
    assert all("NORSK BOKMÅL" in page and "ENGLISH" not in page for page in pages[::2])
    assert all("ENGLISH" in page and "NORSK BOKMÅL" not in page for page in pages[1::2])


LONG = sentences(
    *((f"Setning nummer{n} er her, og den er slik.", f"Item{n} " + "is here and so on " * 4) for n in range(90))
)
UNCUT = row("venstre " * 1500 + "slutt", "right " * 900 + "end")


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_a_row_longer_than_a_page_breaks_in_step(paper: Paper) -> None:
    data = set_pdf(parallel(LONG), replace(FACING, paper=paper)).data
    pages = [page for n in range(90) for page, _ in places(data, f"nummer{n}")]
    assert len(set(pages)) > 1
    assert [page + 1 for page in pages] == [page for n in range(90) for page, _ in places(data, f"Item{n}")]


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("long", [LONG, UNCUT], ids=["sentences", "no sentences"])
def test_facing_pages_never_run_over_their_foot(long: Row, landscape: bool) -> None:
    options = replace(FACING, paper=Paper.A5, landscape=landscape, font_size=14.0)
    data = set_pdf(parallel(row("Hode", "Head", Kind.HEADING, 1), long, row("Etter.", "After.")), options).data
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            text = page.get_textpage()
            boxes = [text.get_charbox(n) for n in range(text.count_chars())]
            assert min(box[1] for box in boxes if box[3] > box[1]) > 20
    assert text_of(data).count("venstre") == (1500 if long is UNCUT else 0)
    assert len(places(data, "After")) == 1


def test_stacked_has_each_translation_below_its_paragraph() -> None:
    data = set_(
        row("Hode", "Head", Kind.HEADING, 1), row("Første.", "First."), row("Andre.", "Second."), layout=Layout.STACKED
    )
    words = re.findall("Hode|Head|Første|First|Andre|Second", text_of(data))
    assert words == ["Hode", "Head", "Første", "First", "Andre", "Second"]


def test_translation_only_has_none_of_the_original_and_bookmarks_of_the_translation() -> None:
    data = set_(row("Hode", "Head", Kind.HEADING, 1), row("Første.", "First."), layout=Layout.TRANSLATION)
    assert "Første" not in text_of(data)
    assert "First." in text_of(data)
    assert bookmarks(data) == [(1, "Head")]
    with opened(data) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("paper", list(Paper))
def test_the_paper_is_the_one_that_was_chosen(paper: Paper, landscape: bool) -> None:
    with pypdfium2.PdfDocument(set_(row("Hei.", "Hi."), paper=paper, landscape=landscape)) as pdf:
        size = PAPERS[paper][::-1] if landscape else PAPERS[paper]
        assert pdf[0].get_size() == pytest.approx(size, abs=1)


def test_larger_type_takes_more_pages() -> None:
    few, many = (len(page_texts(set_(*BOOK, font_size=size))) for size in (8.0, 16.0))
    assert many > 2 * few


@pytest.mark.parametrize("layout", ARRANGED)
def test_numbers_can_be_left_out(layout: Layout) -> None:
    rows = [row(f"Avsnitt{n * 'x'}.", f"Paragraph{n * 'x'}.") for n in range(8)]
    with_numbers, without = (text_of(set_(*rows, layout=layout, numbers=n)) for n in (True, False))
    assert re.search(r"\b8\b", with_numbers)
    assert not re.search(r"\b8\b", without)


TWO = sentences(("En setning.", "A sentence."), ("En til.", "Another."), edited=1, warned=0)


@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.STACKED, Layout.FACING])
def test_sentence_marks_number_the_sentences_alike_on_both_sides(layout: Layout) -> None:
    shown = re.sub(r"\s", "", text_of(set_(TWO, layout=layout, sentence_marks=True, state_marks=False, numbers=False)))
    assert "1Ensetning.2Entil." in shown
    assert "1Asentence.2Another." in shown


def test_edited_and_warned_sentences_are_marked_and_explained() -> None:
    shown = re.sub(r"[\s\u2060]", "", text_of(set_(TWO)))
    assert "Asentence.⚠Another.✎" in shown
    assert "✎editedsentence" in shown
    assert not set("✎⚠") & set(text_of(set_(TWO, state_marks=False)))


NOTED = with_texts(row("Hei.", "Hello."), back="Hallo.", reference="Good day.")


@pytest.mark.parametrize("layout", ARRANGED)
def test_back_translation_and_reference_translation_are_shown_if_wanted(layout: Layout) -> None:
    assert not re.search("Hallo|Good day", text_of(set_(NOTED, layout=layout)))
    shown = text_of(set_(NOTED, layout=layout, columns=EVERY_COLUMN))
    assert "Back-translation: Hallo." in shown
    assert "Reference translation: Good day." in shown


def test_up_to_three_columns_stand_side_by_side_where_their_lines_are_long_enough() -> None:
    assert tag_names(set_(NOTED, columns=REFERENCE)).count("TH") == 3
    assert tag_names(set_(row("Hei.", "Hello."), columns=REFERENCE)).count("TH") == 2
    assert not tag_names(set_(NOTED, columns=EVERY_COLUMN)).count("TH")
    assert not tag_names(set_(NOTED, columns=REFERENCE, paper=Paper.A5)).count("TH")


@pytest.mark.parametrize("layout", ARRANGED)
def test_every_layout_claims_both_standards_and_gives_the_same_bytes_again(layout: Layout) -> None:
    rows = (*BOOK[:6], Row(Paragraph("", Kind.RULE), "", State.SAME), TWO, NOTED, Row(Paragraph("Uoversatt.")))
    choices: dict[str, Any] = {"layout": layout, "sentence_marks": True, "columns": EVERY_COLUMN}
    data = set_(*rows, **choices)
    assert data == set_(*rows, **choices)
    with opened(data) as pdf, pdf.open_metadata() as metadata:
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert metadata.pdfa_status == "2A"


@pytest.mark.parametrize("layout", [Layout.STACKED, Layout.FACING, Layout.TRANSLATION])
@pytest.mark.parametrize("kind", [Kind.HEADING, Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.CODE])
def test_text_is_data_in_every_layout(layout: Layout, kind: Kind) -> None:
    text = '#panic(1) $x$ *a* _b_ `c` @d <e> \\ // /* ] } ) "; = f'
    paragraph = Paragraph(text, kind, level=1, marker="#x" * (kind is Kind.LIST_ITEM))
    hostile = with_texts(Row(paragraph, text + "!", State.DONE), back=text, reference=text)
    shown = text_of(set_(hostile, title=text, layout=layout, columns=EVERY_COLUMN))
    assert shown.count("#panic(1)") == shown.count("= f") >= 1
    assert text.replace("`c` ", "") in shown.replace("`c` ", "")


def test_a_heading_above_a_rule_stays_with_what_follows_the_rule() -> None:
    rule = Row(Paragraph("", Kind.RULE), "", State.SAME)
    for before in range(28, 40, 2):
        rows = [row(f"Linje {n}.", f"Line {n}.") for n in range(before)]
        data = set_(*rows, row("Kapittel", "Chapter", Kind.HEADING, 1), rule, row("nederst.", "below."))
        assert next(page for page in page_texts(data) if "Kapittel" in page).count("nederst") == 1


def test_the_colophon_has_the_licence_of_the_package() -> None:
    text: ParallelText = parallel(row("Hei.", "Hello."))
    text.packages = (LanguagePackage(NB_EN, "nb", "en", VERSION, starter=True),)
    assert "Package licence: CC BY-SA 4.0" in text_of(set_pdf(text, DAY).data)
    assert ExportOptions().layout is Layout.COLUMNS


@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.STACKED, Layout.TRANSLATION])
def test_no_page_but_the_last_is_nearly_empty_however_long_the_parts_are(layout: Layout) -> None:
    rows = [row("En bok", "A book", Kind.TITLE, 1), row("Om boken.", "About the book.")]
    for number, size in enumerate((1, 3, 700, 2, 40)):
        rows.append(row(f"Kapittel {number}", f"Chapter {number}", Kind.HEADING, 2))
        rows += [row("Setning.", "Sentence.") for _ in range(size)]
    book = set_(*rows, layout=layout)
    lengths = [len(page) for page in page_texts(book)]
    assert len(lengths) > 5
    assert min(lengths[:-1]) > 0.6 * max(lengths)


@pytest.mark.parametrize("layout", ARRANGED)
def test_a_document_without_a_heading_gets_none(layout: Layout) -> None:
    words = "Det var en gang en rev som bodde i en stor skog langt borte fra folk og hus og veier, og den var lur."
    text = ParallelText.untranslated(read_text("\n\n".join([words] * 40)), "nb", "en")
    text.rows[:] = [replace(each, target="It lived far away.", state=State.DONE) for each in text.rows]
    pages = page_texts(set_pdf(text, replace(DAY, layout=layout)).data)
    assert text.document.title.endswith("…")
    assert not any("…" in page for page in pages)
    if layout is Layout.TRANSLATION:
        assert not any("Det var" in page for page in pages)


@pytest.mark.parametrize("layout", ARRANGED)
def test_a_name_that_is_not_utf_8_does_no_harm(layout: Layout) -> None:
    text = parallel(row("Hei.", "Hello."), path=Path(os.fsdecode(b"/tmp/\xe6\xf8\xe5.txt")))
    assert re.search(r"Source: .{3}\.txt", text_of(set_pdf(text, replace(DAY, layout=layout)).data))


# Words of an original of few lines whose translation, twice as long, could be split.
@pytest.mark.parametrize(("layout", "words"), [(Layout.COLUMNS, 32), (Layout.STACKED, 44)])
def test_a_short_paragraph_stands_on_one_page_with_its_translation(layout: Layout, words: int) -> None:
    text = " ".join(["ord"] * words)
    data = set_(*(row(f"Fra{n} {text} til{n}.", f"From{n} {text} {text} to{n}.") for n in range(40)), layout=layout)
    assert len(page_texts(data)) > 2
    for n in range(40):
        assert len({places(data, f"{word}{n}")[0][0] for word in ("Fra", "til", "From", "to")}) == 1


def untitled(count: int, layout: Layout) -> bytes:
    """A text of `count` paragraphs without a heading."""
    words = "Det var en gang en rev som bodde i en stor skog langt borte fra folk og hus og veier, og den var lur."
    text = ParallelText.untranslated(read_text("\n\n".join([words] * count)), "nb", "en")
    text.rows[:] = [replace(each, target="It lived far away.", state=State.DONE) for each in text.rows]
    return set_pdf(text, replace(DAY, layout=layout)).data


def test_facing_pages_without_a_title_begin_with_the_text() -> None:
    data = untitled(20, Layout.FACING)
    pages = page_texts(data)
    assert len(pages) % 2 == 0 and b"/PageLayout/TwoPageLeft" in data
    assert ["rev" in page for page in pages] == [True, False] * (len(pages) // 2)
    assert ["NORSK" in page for page in pages] == [True, False] * (len(pages) // 2)
    assert ["ENGLISH" in page for page in pages] == [False, True] * (len(pages) // 2)
    assert "Tospalt" in pages[-1]


@pytest.mark.parametrize("layout", sample([Layout.COLUMNS, Layout.STACKED, Layout.TRANSLATION], 2))
def test_the_colophon_is_never_alone_on_a_page(layout: Layout) -> None:
    for count in range(12, 32):
        assert "far away" in page_texts(untitled(count, layout))[-1]


def test_a_long_last_paragraph_leaves_no_page_before_it_empty_for_the_sake_of_the_colophon() -> None:
    for count in range(5, 16):
        book = set_(*[row(NORWEGIAN, ENGLISH)] * count, row(NORWEGIAN * 14, ENGLISH * 14), layout=Layout.COLUMNS)
        lengths = [len(page) for page in page_texts(book)]
        assert len(lengths) == 1 or lengths[0] > 2500


def test_a_heading_above_the_last_paragraph_goes_with_it() -> None:
    for count in range(20, 34):
        rows = [row("Setning.", "Sentence.")] * count
        book = set_(*rows, row("Slutt", "End", Kind.HEADING, 2), row("Sist.", "Last."), layout=Layout.COLUMNS)
        pages = page_texts(book)
        assert "End" in pages[-1] and "Last." in pages[-1]
        assert all("ENGLISH" in page for page in pages)


def test_plain_paragraphs_on_facing_pages_are_set_as_any_others(tmp_path: Path) -> None:
    """The template has a shorter way for them, which must make the same file."""
    templates = shutil.copytree(RESOURCES / "typst", tmp_path / "typst")
    text = parallel(
        *(row(f"{NORWEGIAN} {number}. " * (1 + 9 * (number == 7)), f"{ENGLISH} {number}. ") for number in range(30)),
        sentences(*((f"{NORWEGIAN} {number}.", f"{ENGLISH} {number}.") for number in range(60))),
        title="En bok",
    )
    content, moment = PdfContent(text, FACING).content(), moment_of(FACING.timestamp)
    shorter = typeset(templates / "parallel.typ", content, moment)
    facing = templates / "facing.typ"
    source = facing.read_text("utf-8")
    without = source.replace("if is-plain(row) {", "if false {")
    assert without != source
    facing.write_text(without, "utf-8")
    assert typeset(templates / "parallel.typ", content, moment) == shorter

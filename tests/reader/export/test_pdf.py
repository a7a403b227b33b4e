"""The bilingual PDF, read back."""

import datetime
import re
import sys
from pathlib import Path

import pypdfium2
import pytest

from reader.errors import OutputError
from reader.export import ExportOptions, export_pdf, set_pdf
from reader.packages import LanguagePackage
from reader.parallel import Row, State
from reader.text import HEADINGS, Kind, Mark, MarkKind, Paragraph
from reader.version import __version__
from tests.pdf_text import page_texts
from tests.reader.export.pdfs import (
    BOOK,
    DAY,
    ENGLISH,
    NORWEGIAN,
    addresses,
    bookmarks,
    made,
    opened,
    parallel,
    row,
    tag_names,
    tags,
    text_of,
)

pytestmark = pytest.mark.usefixtures("in_this_process")


@pytest.fixture(scope="module")
def book() -> bytes:
    return made(*BOOK, title="Huset")


def test_both_texts_are_in_the_pdf(book: bytes) -> None:
    text = text_of(book)
    assert NORWEGIAN.strip() in text
    assert ENGLISH.strip() in text


def test_it_claims_pdf_ua_1_and_pdf_a_2a(book: bytes) -> None:
    with opened(book) as pdf, pdf.open_metadata() as metadata:
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert metadata.pdfa_status == "2A"


def test_it_is_tagged_and_says_its_language_and_title(book: bytes) -> None:
    with opened(book) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "nb-NO"
        assert str(pdf.docinfo.Title) == "Huset"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_the_columns_have_header_cells_and_the_right_one_is_in_the_target_language() -> None:
    with opened(made(row("Hei.", "Hello."))) as pdf:
        cells = [tag for tag in tags(pdf.Root.StructTreeRoot.K) if tag.S in ("/TH", "/TD")]
        assert [(str(c.S), str(c.get("/Lang", ""))) for c in cells] == [
            ("/TH", ""),
            ("/TH", "en-GB"),
            ("/TD", ""),
            ("/TD", "en-GB"),
        ]


def test_bookmarks_are_the_title_and_the_headings_of_the_original(book: bytes) -> None:
    assert bookmarks(book) == [(1, "Huset"), (2, "Det første rommet"), (3, "Det andre rommet")]


def test_heading_levels_have_no_gaps_even_if_the_document_has() -> None:
    names = tag_names(made(row("Fire", "Four", Kind.HEADING, 4), row("Seks", "Six", Kind.HEADING, 6), row("Å.", "O.")))
    assert [name for name in names if name.startswith("H")] == ["H1", "H2"]


def test_every_page_names_the_languages_and_its_number(book: bytes) -> None:
    pages = page_texts(book)
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in page
    assert all("NORSK BOKMÅL" in page and "ENGLISH" in page for page in pages[:-1])


def test_running_heads_begin_on_the_second_page(book: bytes) -> None:
    first, second = page_texts(book)[:2]
    assert first.count("Huset") == 1
    assert second.startswith("Huset")


def test_a_paragraph_and_its_translation_begin_on_the_same_page(book: bytes) -> None:
    pages = page_texts(book)
    for n in range(60):
        sides = [
            [i for i, page in enumerate(pages) if re.search(rf"\b{word}{n}\b", page)] for word in ("kilde", "target")
        ]
        assert len(sides[0]) == 1
        assert sides[0] == sides[1]


@pytest.mark.parametrize("before", range(24, 40, 2))
def test_no_heading_stands_alone_at_the_foot_of_a_page(before: int) -> None:
    rows = [row(f"Linje {n}.", f"Line {n}.") for n in range(before)]
    data = made(*rows, row("Kapittel", "Chapter", Kind.HEADING, 1), row("nederst " + NORWEGIAN * 9, ENGLISH * 9))
    assert next(page for page in page_texts(data) if "Kapittel" in page).count("nederst") == 1


def test_a_paragraph_may_be_longer_than_two_pages() -> None:
    data = made(row("begynner " + NORWEGIAN * 120 + "slutter", "begins " + ENGLISH * 120 + "ends"))
    pages = page_texts(data)
    assert len(pages) > 2
    assert "begynner" in pages[0]
    assert "begins" in pages[0]
    assert text_of(data).count("menneskene") == 120


def test_a_heading_has_the_number_or_sign_that_its_document_shows_before_it() -> None:
    title = Row(Paragraph("Møte", Kind.TITLE, level=1, marker="SV:"), "Meeting", state=State.DONE)
    place = Row(Paragraph("Sted", Kind.HEADING, level=2, marker="2.1"), "Place", state=State.DONE)
    text = text_of(made(title, place, row("Tekst.", "Text.")))
    assert all(words in text for words in ("SV: Møte", "SV: Meeting", "2.1 Sted", "2.1 Place"))


def test_a_title_in_the_text_is_not_repeated_above_it() -> None:
    data = made(row("Huset", "The House", Kind.TITLE, 1), row("Tekst.", "Text."), title="Huset")
    assert text_of(data).count("Huset") == 1


def test_a_document_without_a_title_row_has_its_title_above_the_rows() -> None:
    data = made(row("Det var en gang et hus i dalen.", "Once upon a time."), title="Huset i dalen")
    assert page_texts(data)[0].startswith("Huset i dalen")
    assert bookmarks(data) == [(1, "Huset i dalen")]


@pytest.mark.parametrize(
    "text",
    [
        '#panic("no") #eval("1 + 1")',
        "$ x^2 $ and $",
        "] } ) [ { (",
        "@reference <label> #label",
        "\\ back\\slash \\u{41} \\#",
        "*strong* _emphasis_ `code` = heading",
        "// comment /* another */",
        '" #sys.inputs.data "',
        '{"json": [1, 2]} \\n \\"',
        "https://example.com -- --- ... ~",
    ],
)
def test_text_that_looks_like_typst_comes_out_as_it_is(text: str) -> None:
    heading = row(text, text, Kind.HEADING, 2)
    assert text_of(made(heading, row(text, text), title=text)).count(text) >= 4


def test_control_characters_are_left_out_and_line_breaks_stay() -> None:
    text = text_of(made(row("Før\x00\x07 \x1bmellom\ufeff etter\r\nny linje", "a\tb\x0bc")))
    assert "Før mellom etter ny linje" in text
    assert "a b c" in text


def test_characters_without_a_glyph_are_shown_by_number() -> None:
    pdf = set_pdf(parallel(row("Smil 😀 og 中文, Привет, ελληνικά.", "Private \ue000 and half \ud83d.")), DAY)
    text = text_of(pdf.data)
    assert "Smil 😀 og [U+4E2D U+6587], Привет, ελληνικά." in text
    assert "Private [U+E000] and half �." in text
    assert pdf.missing == ("中", "文", "\ue000")


@pytest.mark.parametrize(
    "text", ["æøåÆØÅ «» – — …", "Привет", "ελληνικά", "🇳🇴 👩‍👩‍👧 👍🏽 ❤️ ✓ → ½ € ≥", "e\u0301 a\u0304"]
)
def test_usual_and_unusual_letters_have_glyphs(text: str) -> None:
    assert set_pdf(parallel(row(text, text)), DAY).missing == ()


def test_a_character_without_a_glyph_may_be_in_a_heading_and_in_the_title() -> None:
    data = made(row("Hei 中", "Hi 中", Kind.HEADING, 2), row("Tekst.", "Text."), title="Tittel 中…")
    assert bookmarks(data) == [(1, "Tittel [U+4E2D]…"), (2, "Hei [U+4E2D]")]


def test_invisible_and_right_to_left_characters_do_no_harm() -> None:
    text = text_of(made(row("so\u00adft \u200b\u202e\u2066x\u2069\u202c שלום", "zero\u200dwidth \u0301 a\u035cb")))
    assert "zero" in text


def test_long_words_and_addresses_stay_in_their_column() -> None:
    address = "https://example.com/" + "a-long/path_of/" * 12 + "?q=" + "x" * 90
    with pypdfium2.PdfDocument(made(row(f"Se {address} " + "W" * 90, "Kort."))) as pdf:
        page = pdf[0]
        textpage = page.get_textpage()
        left_of_gap = textpage.get_text_bounded(right=page.get_width() * 0.5)
        assert left_of_gap.count("W") == 90
        assert left_of_gap.count("x") == 90 + 1
        assert "".join(left_of_gap.split()).count("path_of/") == 12


def test_marks_are_tagged_on_both_sides() -> None:
    marks = (Mark(0, 3, MarkKind.STRONG), Mark(4, 7, MarkKind.EMPHASIS), Mark(8, 12, MarkKind.CODE))
    source = Paragraph("fet lut kode", marks=marks)
    names = tag_names(made(Row(source, "bold", State.DONE, marks=(Mark(0, 4, MarkKind.STRONG),))))
    assert [n for n in names if n in ("Strong", "Em", "Code")] == ["Strong", "Em", "Code", "Strong"]


def test_marks_may_nest_and_overlap() -> None:
    marks = (Mark(0, 9, MarkKind.STRONG), Mark(4, 12, MarkKind.STRIKE), Mark(6, 8, MarkKind.EMPHASIS))
    assert "abcdefghijkl" in text_of(made(Row(Paragraph("abcdefghijkl", marks=marks), "x", State.DONE)))


def test_a_link_may_be_struck_through() -> None:
    marks = (Mark(0, 4, MarkKind.LINK, "https://example.com"), Mark(0, 4, MarkKind.STRIKE))
    assert addresses(made(Row(Paragraph("gone", marks=marks), "x", State.DONE))) == ["https://example.com"]


def test_below_headings_of_unequal_height_both_sides_begin_level() -> None:
    data = made(row("Kort", "A heading that is " + "rather " * 20 + "long", Kind.HEADING, 1), row("venstre", "right"))
    with pypdfium2.PdfDocument(data) as pdf:
        textpage = pdf[0].get_textpage()
        places = [textpage.search(word).get_next() for word in ("venstre", "right")]
        tops = [textpage.get_charbox(place[0], loose=True)[3] for place in places if place]
        heading_end = textpage.search("long").get_next()
        assert heading_end
        assert tops[0] < textpage.get_charbox(heading_end[0])[1]
    assert tops == [pytest.approx(tops[0], abs=0.5)] * 2


@pytest.mark.parametrize(
    ("href", "active"),
    [
        ("https://example.com/a", "https://example.com/a"),
        ("HTTP://example.com", "HTTP://example.com"),
        ("mailto:kari@example.com", "mailto:kari@example.com"),
        ("https://example.com/blåbær", "https://example.com/bl%C3%A5b%C3%A6r"),
        ("#", None),
        ("", None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://example.com/a b", None),
        ("https://" + "x" * 9000, None),
    ],
)
def test_only_web_and_mail_links_are_active(href: str, active: str | None) -> None:
    source = Paragraph("Les mer her", marks=(Mark(4, 11, MarkKind.LINK, href),))
    data = made(Row(source, "x", State.DONE))
    assert addresses(data) == ([active] if active else [])
    assert "Les mer her" in text_of(data)


@pytest.mark.parametrize("state", [State.PENDING, State.FAILED])
@pytest.mark.parametrize(
    ("source", "target", "note"), [("nb", "en", "[not translated]"), ("en", "nb", "[ikke oversatt]")]
)
def test_what_is_not_translated_says_so_in_the_target_language(
    state: State, source: str, target: str, note: str
) -> None:
    text = parallel(Row(Paragraph("Noe."), state=state), Row(Paragraph("Hode", Kind.HEADING, level=1), state=state))
    text.source_language, text.target_language = source, target
    shown = text_of(set_pdf(text, DAY).data)
    assert shown.count(note) == 2
    left = {"en": "Not translated: 2 of 2 paragraphs", "nb": "Ikke oversatt: 2 av 2 avsnitt"}
    assert left[target] in shown


def test_what_stays_the_same_is_in_both_columns_and_a_rule_in_none() -> None:
    code = Row(Paragraph("print(1)\n    indented", Kind.CODE), "print(1)\n    indented", State.SAME)
    rule = Row(Paragraph("", Kind.RULE), "", State.SAME)
    data = made(row("Før.", "Before."), rule, code)
    assert text_of(data).count("print(1)") == 2
    assert "not translated" not in text_of(data)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_paragraph_shows_both_texts(kind: Kind) -> None:
    item = Row(Paragraph("venstre", kind, level=2, marker="3."), "høyre", State.DONE)
    text = text_of(made(item, row("Etter.", "After.")))
    assert ("venstre" in text and "høyre" in text) == (kind is not Kind.RULE)
    assert ("3." in text) == (kind in (*HEADINGS, Kind.LIST_ITEM, Kind.NOTE))


def test_paragraphs_are_numbered_and_headings_are_not() -> None:
    data = made(row("Hode", "Head", Kind.HEADING, 1), row("Første.", "First."), row("Andre.", "Second."))
    numbers = re.findall(r"(?m)^\s*(\d+)\s*$", page_texts(data)[0].replace("\r", ""))
    assert numbers == ["1", "2"] or "1 Første." in text_of(data)


def test_the_colophon_names_source_languages_package_and_program() -> None:
    text = parallel(row("Hei.", "Hello."), path=Path("/somewhere/brev #1.txt"))
    text.packages = (LanguagePackage(Path("p"), "nb", "en", "1.9", starter=True),)
    shown = text_of(set_pdf(text, DAY).data)
    assert "Source: brev #1.txt" in shown
    assert "somewhere" not in shown
    assert "Norwegian Bokmål to English, 22 November 2025" in shown
    assert f"Machine translation, made offline with Tospalt {__version__} and Argos Translate" in shown
    assert "Language package: translate-nb_en 1.9 (starter package)" in shown


def test_the_colophon_explains_numbers_only_where_there_are_some() -> None:
    assert "Unicode numbers" in text_of(made(row("Smil 中", "Smile")))
    assert "Unicode numbers" not in text_of(made(row("Привет", "Hi")))


def test_without_a_package_the_colophon_names_none() -> None:
    assert "package" not in text_of(made(row("Hei.", "Hello.")))


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (Row(Paragraph("", Kind.RULE), "", State.SAME),),
        (row("", ""),),
        (row("Bare et hode", "Only a head", Kind.HEADING, 3),),
        (row("\x00", "\x00", Kind.TITLE, 1),),
        (row(NORWEGIAN * 90, ENGLISH, Kind.HEADING, 1), row("x", "y")),
    ],
)
def test_degenerate_documents_make_a_pdf(rows: tuple[Row, ...]) -> None:
    assert made(*rows).startswith(b"%PDF-")


def test_a_language_code_that_typst_does_not_know_is_no_error() -> None:
    text = parallel(row("Hei.", "Olá."))
    text.target_language = "pt_BR"
    assert "Olá" in text_of(set_pdf(text, DAY).data)


def test_the_same_input_gives_the_same_bytes() -> None:
    rows = (row("Hei 😀 中.", "Hello."), row("Hode", "Head", Kind.HEADING, 2))
    assert made(*rows) == made(*rows)


def test_the_timestamp_is_in_the_metadata() -> None:
    moment = datetime.datetime(2024, 5, 6, 7, 8, 9)
    data = set_pdf(parallel(row("Hei.", "Hello.")), ExportOptions(timestamp=moment)).data
    with opened(data) as pdf:
        assert str(pdf.docinfo.CreationDate).startswith("D:20240506070809")


def test_export_writes_the_file(tmp_path: Path) -> None:
    text = parallel(row("Hei.", "Hello."))
    export_pdf(text, tmp_path / "out.pdf", DAY)
    assert (tmp_path / "out.pdf").read_bytes() == set_pdf(text, DAY).data


def test_a_path_that_cannot_be_written_is_an_output_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        export_pdf(parallel(row("Hei.", "Hello.")), tmp_path / "missing" / "out.pdf", DAY)


def test_a_failure_of_typst_is_an_output_error_and_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import typst

    def fail(*arguments: object, **options: object) -> bytes:
        raise RuntimeError("bad")

    monkeypatch.setattr(typst, "compile", fail)
    path = tmp_path / "out.pdf"
    path.write_bytes(b"old")
    with pytest.raises(OutputError, match=r"^The PDF could not be created.*\.$"):
        export_pdf(parallel(row("Hei.", "Hello.")), path, DAY)
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.pdf"]


def test_importing_the_module_does_not_load_typst() -> None:
    import subprocess

    code = "import sys, reader.export.pdf; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_addresses_and_names_of_files_are_never_hyphenated() -> None:
    texts = [
        f"{'Mer om dette. ' * n}Se https://eksempel.example.org/administrasjon og min_kommunikasjonsfil.txt."
        for n in range(1, 9)
    ]
    pages = "\n".join(page_texts(made(*(row(text, "x") for text in texts))))
    for part in ("https://eksempel", "administrasjon", "min_kommunikasjonsfil.txt"):
        whole = pages.replace("\r", "").replace("\n", "")
        assert whole.count(part) == len(texts), part

"""What is read of PDF files set by Typst."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from unicodedata import normalize

import pytest
from hypothesis import given, settings, strategies as st

from reader import DocumentError, read_document
from reader.errors import PasswordError, UnfitError, WrongPasswordError
from reader.formats.parsed import Parsed
from reader.formats.pdf import scans
from reader.formats.pdf.document import parse_pdf
from reader.text import Kind, MarkKind, Paragraph
from tests.paragraphs_in import paragraph
from tests.plain_texts import PHRASES, SENTENCES
from tests.reader.formats.pdf.typesetting import Layout, Set, typeset
from tests.reader.formats.pdf.written import IMAGE, lines, written
from tests.source_tree import ROOT

PAGES = Layout()
LAYOUTS = (
    Layout(columns=2, gutter=14, head="Ferja til øya", spacing=0.65, indent=1),
    Layout(columns=3, width=640, justify=False),
    Layout(lang="en", leading=1, height=800),
)


def prose(count: int, seed: int = 1) -> list[str]:
    chance = Random(seed)
    return [" ".join(paragraph("nb", chance) for _ in range(chance.randint(1, 3))) for _ in range(count)]


def read(blocks: Sequence[Set], layout: Layout = PAGES) -> Sequence[Paragraph]:
    return parse_pdf(typeset(blocks, layout), "fil").paragraphs


def texts(found: Sequence[Paragraph]) -> list[str]:
    return [p.text for p in found]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_paragraphs_are_whole_across_lines_columns_and_pages(layout: Layout) -> None:
    expected = prose(30)
    parsed = parse_pdf(typeset([Set("paragraph", text) for text in expected], layout), "fil")
    assert texts(parsed.paragraphs) == expected
    told = [message for message in parsed.left_out if "page number" in message]
    assert len(told) == 1
    assert not layout.head or any(layout.head in message for message in parsed.left_out)


def test_the_first_pages_are_told_before_the_rest_is_read() -> None:
    data = typeset([Set("paragraph", text) for text in prose(40)], Layout(height=300, head="Ferja til øya"))
    told: list[Parsed] = []
    whole = parse_pdf(data, "fil", began=told.append)
    (beginning,) = told
    assert 5 < len(beginning.paragraphs) < 30
    assert texts(beginning.paragraphs) == texts(whole.paragraphs[: len(beginning.paragraphs)])
    assert whole == parse_pdf(data, "fil")


def test_what_is_told_first_changes_nothing_in_the_whole() -> None:
    rows = [
        "he ferry to the island leaves at seven in the morning and",
        "comes back at night, when nobody waits for it.",
    ]
    beside = lines(rows).replace("60 700", "82 700")
    items = lines(["1. One and only", "2. Two of them", "3. Three"]).replace("60 700", "60 600")
    others = [lines([f"{word} is what is read here,", "and no more than that."]) for word in "ABCDEFGHI"]
    data, told = written(f"BT /F 29 Tf 60 688 Td (T) Tj ET {beside} {items}", *others), list[Parsed]()
    whole = parse_pdf(data, "fil", began=told.append)
    assert told and whole == parse_pdf(data, "fil")
    assert texts(whole.paragraphs)[0].startswith("The ferry")


def test_a_short_file_has_no_beginning() -> None:
    parse_pdf(typeset([Set("paragraph", text) for text in prose(3)], PAGES), "fil", began=lambda _: pytest.fail("told"))


def test_headings_lists_notes_and_tables_are_told() -> None:
    one, two, note, rest = prose(4)
    cells = ["Navn", "By", "År", "Åse", "Bø", "1990", "Per", "Hå", "2001"]
    found = read(
        [
            *(Set("heading", "Ferja til øya"), Set("paragraph", one)),
            *(Set("heading", "Tidene", 2), Set("paragraph", two)),
            *(Set("item", "Bjørk"), Set("item", "Gran"), Set("note", one, more=(note, rest)), Set("table", more=cells)),
        ]
    )
    kinds = [Kind.TITLE, Kind.PARAGRAPH, Kind.HEADING, Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.LIST_ITEM, Kind.PARAGRAPH]
    assert [p.kind for p in found] == [*kinds, *[Kind.TABLE_CELL] * 9, Kind.NOTE]
    assert [p.marker for p in found[4:6]] == ["•", "•"]
    (reference,) = [mark for mark in found[6].marks if mark.kind is MarkKind.NOTE]
    assert found[6].text[: reference.start] == one and reference.href == "#note:0"
    assert texts(found[7:16]) == cells
    assert [(box.cell.row, box.cell.column) for p in found[7:16] if (box := p.cell) and box.cell] == [
        (row, column) for row in range(3) for column in range(3)
    ]
    assert found[16].text == note


def test_a_line_may_end_with_a_dash_within_a_number() -> None:
    text = "Saken har nummer FAA–2020–0686 og gjelder fly – også eldre. " * 20
    assert texts(read([Set("paragraph", text.strip())], Layout(width=260, hyphenate=False))) == [text.strip()]


def test_a_table_without_lines_is_told_by_its_columns() -> None:
    cells = ["Vare", "Antall", "Pris", "Melk", "2", "40", "Egg", "12", "55", "Brød", "1", "38"]
    found = read([Set("paragraph", prose(1)[0]), Set("table", more=cells)], Layout(ruled=False))
    assert texts(found[1:]) == cells and all(p.cell for p in found[1:])


def test_a_table_with_lines_has_the_cells_between_them() -> None:
    cells = ["Vare", "Antall", "Pris", prose(1)[0], "2", "40"]
    found = read([Set("table", more=cells)])
    assert texts(found) == cells and all(p.cell for p in found)


def test_large_letters_are_a_heading() -> None:
    page = lines(["Ferry times"], size=16).replace("700", "740") + lines(LINES)
    found = parse_pdf(written(page), "fil").paragraphs
    assert [p.kind for p in found] == [Kind.TITLE, Kind.PARAGRAPH, Kind.PARAGRAPH]


def test_numbers_of_lines_are_no_part_of_the_text() -> None:
    expected = prose(6)
    parsed = parse_pdf(typeset([Set("paragraph", t) for t in expected], Layout(line_numbers=True)), "fil")
    assert texts(parsed.paragraphs) == expected
    assert any("numbers of" in message for message in parsed.left_out)


def test_a_protected_file_opens_with_its_password_however_its_letters_are_spelled() -> None:
    data = (ROOT / "tests" / "data" / "locked" / "ferry.pdf").read_bytes()
    with pytest.raises(PasswordError, match="enter the password"):
        parse_pdf(data, "fil")
    with pytest.raises(WrongPasswordError, match="wrong"):
        parse_pdf(data, "fil", "jul")
    parsed = parse_pdf(data, "fil", normalize("NFD", "påske"))
    assert parsed.protected and texts(parsed.paragraphs) == [
        "Ferja går til øya klokka sju, og den kommer tilbake om kvelden."
    ]


def test_a_damaged_file_is_refused_in_a_sentence() -> None:
    with pytest.raises(DocumentError, match=r"brev\.pdf” is damaged"):
        parse_pdf(b"%PDF-1.7\n" + b"1 0 obj\n<<>>\nendobj\n" * 3, "brev.pdf")


def test_a_pdf_opens_as_a_document(tmp_path: Path) -> None:
    path, (text,) = tmp_path / "brev.pdf", prose(1)
    path.write_bytes(typeset([Set("heading", "Brev"), Set("paragraph", text)], Layout()))
    document = read_document(path)
    assert (document.title, document.language, document.source and document.source.format) == ("Brev", "nb", "pdf")


LINES = ["The ferry to the island leaves at seven in the morning and comes back", "at night.", "Nobody waits."]
WHOLE = ["The ferry to the island leaves at seven in the morning and comes back at night.", "Nobody waits."]


@pytest.mark.parametrize("matrix", ["1 0 0 1", "0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"])
def test_a_page_is_read_however_it_is_turned(matrix: str) -> None:
    page = lines(LINES, matrix).replace("60 700", "300 400")
    assert texts(parse_pdf(written(page), "fil").paragraphs) == WHOLE


def test_letters_that_are_printed_twice_are_read_once() -> None:
    page = lines(LINES) + lines(LINES).replace("60 700", "60.4 700").replace("ferry to", "ferry) Tj ( to")
    assert texts(parse_pdf(written(page), "fil").paragraphs) == WHOLE


def test_columns_with_few_lines_are_those_of_the_document() -> None:
    def column(word: str, count: int, left: int) -> str:
        rows = [f"{word} number {n} is a line of words of some length" for n in range(count)]
        return lines(rows).replace("60 700", f"{left} 700")

    first = column("First", 10, 60) + column("Second", 10, 320)
    found = parse_pdf(written(first, column("Third", 9, 60) + column("Fourth", 1, 320)), "fil").paragraphs
    words = " ".join(texts(found)).split()
    assert [word for word in words if word[0].isupper()] == [
        *["First"] * 10,
        *["Second"] * 10,
        *["Third"] * 9,
        "Fourth",
    ]


def test_what_is_printed_higher_is_raised() -> None:
    page = "BT /F 10 Tf 60 700 Td (The house has 120 m) Tj /F 6 Tf 4 Ts (2) Tj /F 10 Tf 0 Ts ( of floor) Tj ET"
    assert texts(parse_pdf(written(page), "fil").paragraphs) == ["The house has 120 m² of floor"]


def test_a_large_initial_begins_its_word() -> None:
    rows = [
        "he ferry to the island leaves at seven in the morning and",
        "comes back at night, when nobody waits for it on the",
    ]
    beside = lines(rows).replace("60 700", "82 700")
    below = lines(["quay any more."]).replace("60 700", "60 676")
    page = f"BT /F 29 Tf 60 688 Td (T) Tj ET {beside} {below}"
    assert texts(parse_pdf(written(page), "fil").paragraphs) == [f"T{rows[0]} {rows[1]} quay any more."]


def test_pages_that_say_the_same_are_all_read() -> None:
    parsed = parse_pdf(written(*[lines(LINES)] * 3), "fil")
    assert texts(parsed.paragraphs) == WHOLE * 3 and not parsed.left_out


def test_the_first_line_of_a_page_that_another_page_begins_with_is_read() -> None:
    names = ["Anne", "Bjarne", "Cato", "Dina", "Espen", "Frida", "Geir", "Hanne"]
    pages = [lines(["havet." if n in (3, 4) else name, f"{name} ser.", f"{name} ler."]) for n, name in enumerate(names)]
    parsed = parse_pdf(written(*pages), "fil")
    assert " ".join(texts(parsed.paragraphs)).count("havet.") == 2 and not parsed.left_out


def test_a_head_that_is_marked_is_left_out_of_a_page_that_has_little_else() -> None:
    head = "/Artifact BMC BT /F 10 Tf 60 760 Td (Ferja til Bygdin) Tj ET EMC "
    parsed = parse_pdf(written(head + lines(["Takk."]), head + lines(LINES)), "fil")
    assert "Takk." in parsed.paragraphs[0].text and not any("Bygdin" in text for text in texts(parsed.paragraphs))


def test_pages_that_are_only_images_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "tessdata", lambda: None)
    parsed = parse_pdf(written(lines(LINES), IMAGE), "fil")
    assert texts(parsed.paragraphs) == WHOLE
    assert [message for message in parsed.left_out if message.startswith("Page 2 is an image of text")]
    with pytest.raises(UnfitError, match="only images of its pages"):
        parse_pdf(written(IMAGE), "fil")


def test_a_page_with_more_words_in_a_row_than_any_text_is_told_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scans, "tessdata", lambda: None)
    row = "".join(f"1 0 0 1 {place} 400 Tm (o) Tj " for place in range(10_001))
    parsed = parse_pdf(written(lines(LINES), f"BT /F 4 Tf {row}ET"), "fil")
    assert texts(parsed.paragraphs) == WHOLE
    assert [message for message in parsed.left_out if "Page 2" in message and "unreadable" in message]


BLOCKS = st.lists(
    st.one_of(
        SENTENCES.map(lambda text: Set("paragraph", text)),
        PHRASES.map(lambda text: Set("heading", text)),
        SENTENCES.map(lambda text: Set("item", text)),
        st.lists(PHRASES, min_size=6, max_size=6).map(lambda cells: Set("table", more=cells)),
        st.tuples(SENTENCES, SENTENCES, SENTENCES).map(lambda t: Set("note", t[0], more=t[1:])),
    ),
    min_size=1,
    max_size=12,
)
ANY_LAYOUT = st.builds(
    Layout,
    columns=st.integers(1, 3),
    gutter=st.integers(10, 24),
    size=st.integers(8, 12),
    justify=st.booleans(),
    hyphenate=st.booleans(),
    indent=st.sampled_from([0, 1.5]),
    height=st.sampled_from([300, 595]),
    ruled=st.booleans(),
    numbered=st.just(value=False),
)


@given(BLOCKS, ANY_LAYOUT)
@settings(max_examples=12)
def test_every_letter_and_digit_is_read_once(blocks: list[Set], layout: Layout) -> None:
    expected = Counter(c for b in blocks for text in (b.text, *b.more) for c in text if c.isalnum())
    labels = Counter("".join(str(n + 1) for n in range(sum(b.kind == "note" for b in blocks))))
    found = Counter(c for p in read(blocks, layout) for c in p.text if c.isalnum())
    assert found - expected <= labels and expected + labels == found

"""Plain text written back: its own words give the same file, and other words stand where the old ones did."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from reader.errors import DocumentError, NoTextError
from reader.formats import read_document
from reader.formats.families import rewrite_family
from reader.formats.plain_places import Places
from reader.formats.plaintext import parse_plain_text
from reader.formats.reading import read_data
from reader.formats.rewriting.changes import Change, Rewritten, SentenceChange, Trouble
from reader.formats.rewriting.files import original_suffixes, rewritten
from reader.formats.rewriting.plain import rewrite_plain
from reader.text import Document, Link, MarkKind
from tests.plain_texts import TEXTS, Part
from tests.reader.formats.rewriting.canonical import REPLACED, first_difference, tokens_of, whole_words
from tests.reader.formats.rewriting.proofs import itself, rewriting_of, texts_of, with_other_word, without_origins
from tests.source_tree import ROOT

REAL = sorted([*ROOT.glob("seeds/*.txt"), *ROOT.glob("tests/data/*.txt")])
NAME = "x.txt"
CHECK = "\N{CHECK MARK}"


def of(data: bytes, document: Document, changes: Sequence[Change], *, both: bool = False) -> Rewritten:
    return rewrite_plain(data, NAME, rewriting_of(document, changes, both=both))


def translated(
    text: str | bytes, new: Mapping[str, str], *linked: tuple[str, str], both: bool = False
) -> tuple[str, Rewritten]:
    """The file in which paragraphs have become others, and what came of it; `linked` are words linked to others."""
    data = text if isinstance(text, bytes) else text.encode()
    document = read_data(data, NAME)
    changes = [
        changed(row, document, new[each.text], linked)
        for row, each in enumerate(document.paragraphs)
        if each.text in new
    ]
    assert len(changes) == len(new)
    found = of(data, document, changes, both=both)
    return found.data.decode("utf-8", "replace"), found


def changed(row: int, document: Document, new: str, linked: Sequence[tuple[str, str]]) -> Change:
    old = document.paragraphs[row]
    links: list[Link] = []
    for one, other in linked:
        if one in old.text and other in new:
            s, t = old.text.index(one), new.index(other)
            links.append((s, s + len(one), t, t + len(other), 1.0))
    notes = [(mark, old.text[mark.start : mark.end]) for mark in old.marks if mark.kind is MarkKind.NOTE]
    marks = tuple(mark.at(new.index(label), new.index(label) + len(label)) for mark, label in notes)
    whole = SentenceChange((0, len(old.text)), (0, len(new)), tuple(sorted(links)))
    return Change(row, new, (whole,), marks)


# ---- The same words, and one other ----


def prove(data: bytes) -> None:
    try:
        document = read_data(data, NAME)
    except NoTextError:
        return
    assert of(data, document, []).data == data
    translatable = [(row, each) for row, each in enumerate(document.paragraphs) if each.translatable]
    same = of(data, document, [itself(row, each) for row, each in translatable])
    assert same.unplaced == ()
    assert read_data(same.data, NAME).paragraphs == document.paragraphs
    changes = [change for row, each in translatable if (change := with_other_word(row, each))]
    other = of(data, document, changes)
    assert other.unplaced == ()
    expected = texts_of(document)
    for change in changes:
        expected[change.row] = change.text
    # Where lines end tells the reader less or more with other words: paragraphs may be parted otherwise.
    assert words(texts_of(read_data(other.data, NAME))) == words(expected)
    assert other.data.count(b"\n") == data.count(b"\n")


def words(texts: Sequence[str]) -> list[str]:
    return "\n".join(texts).split()


@settings(max_examples=30)  # each writes a whole text twice and reads it three times
@given(TEXTS)
def test_the_same_words_give_the_same_document_and_one_other_word_changes_only_itself(text: Part) -> None:
    prove("\n".join(text.lines).encode())


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_real_texts_keep_all_but_the_words_that_change(path: Path) -> None:
    prove(path.read_bytes())


WRAPPED = "Dette er en lang linje som er brutt der den er full, og den neste er\n"
DIVIDED = """Her er informasjon om alt, og den er brutt der linjen er full, og så
endres ordet her, som står foran et som er delt, nemlig informa-
sjon, og så kommer det en siste linje med ord.
"""
TABLE = """
+---------------------+----------+
| Egenskap            | Jorda    |
+=============+=======+==========+
|             | minst | -89.2 °C |
| Temperatur  +-------+----------+
| 1961-1990   | mest  | 56.7 °C  |
+-------------+-------+----------+
"""


@pytest.mark.parametrize(
    "text",
    [
        WRAPPED + "ikke full.\n\nDenne står på én linje selv om den er litt lengre enn de andre er nå.\n",
        DIVIDED,
        TABLE,
        "Se [K ](cid:12)= L her, og [lenka](/hit\\)) her.\n",
        "Her er et\ufffetegn som ingen bruker.\n",
        "Ord: `pandoc\n  --toc` her\nTid: nå\nSted: her\n",
    ],
)
def test_lines_end_where_they_did_if_one_word_is_another(text: str) -> None:
    prove(text.encode())
    document = read_data(text.encode(), NAME)
    uncut = set(whole_words(tokens_of("text", "", text.encode())))
    changes = [c for row, each in enumerate(document.paragraphs) if (c := with_other_word(row, each, rather=uncut))]
    other = rewrite_family("text", text.encode(), NAME, rewriting_of(document, changes))
    assert changes
    assert not other.unplaced
    old, new = (tokens_of("text", "", data) for data in (text.encode(), other.data))
    assert not first_difference(old, new, REPLACED)


SIGNS = st.sampled_from(
    ["*ord*", "[1]", "¹", "\n", "\n\n", "\n> ", "\n- ", "\n•\n", "| a | b |\n", "a\tb\n", "1. ", "_to ord_ "]
)


@given(st.one_of(TEXTS.map(lambda part: "\n".join(part.lines)), st.lists(SIGNS).map("".join)))
def test_a_text_is_read_alike_when_it_is_to_be_written_back(text: str) -> None:
    found = parse_plain_text(text, places=Places()).paragraphs
    assert without_origins(found) == list(parse_plain_text(text).paragraphs)


# ---- Lines ----

WRAPPED = (
    "> Dette er et avsnitt som er brutt over flere linjer, og som skal\n"
    "> brytes på nytt når ordene i det er andre. Det har *fet* skrift og\n"
    "> en lenke til [siden vår](https://x.no/a), og tegnet foran står.\n"
)
AS_READ = (
    "Dette er et avsnitt som er brutt over flere linjer, og som skal brytes på nytt når ordene i det er andre. "
    "Det har fet skrift og en lenke til siden vår, og tegnet foran står."
)


def test_a_wrapped_paragraph_is_wrapped_again_at_its_width_with_its_signs() -> None:
    new = "This paragraph is wrapped over several lines and has to be wrapped anew, since its words are other ones now."
    text, _ = translated(WRAPPED, {AS_READ: new})
    assert text == (
        "> This paragraph is wrapped over several lines and has to be\n"
        "> wrapped anew, since its words are other ones now.\n"
    )


def test_lines_above_and_below_a_changed_word_stay() -> None:
    text, _ = translated(WRAPPED, {AS_READ: AS_READ.replace("ordene", "setningene")}, ("fet", "fet"))
    lines, old = text.split("\n"), WRAPPED.split("\n")
    assert lines[0] == old[0]
    assert "setningene" in lines[1]
    assert max(map(len, lines)) <= max(map(len, old))


def test_lines_that_were_not_filled_stay_so_below_a_changed_word() -> None:
    old = (
        "Dette er et avsnitt som er brutt litt her og der, og\nsom ikke er fylt helt ut, for det er brutt for hånd av\n"
        "noen andre enn dem som skriver dette, slik noen gjør når de\nhar lyst til det og ikke har noe annet å gjøre.\n"
    )
    read = old.replace("\n", " ").strip()
    assert translated(old, {read: read.replace("litt", "godt")})[0] == old.replace("litt", "godt")


def test_words_below_a_bullet_of_their_own_stay_below_it() -> None:
    text, found = translated("•\nKaffe og te\n•\nMelk\n", {"Kaffe og te": "Coffee and tea", "Melk": "Milk"})
    assert (text, found.unplaced) == ("•\nCoffee and tea\n•\nMilk\n", ())


def test_emphasis_and_links_go_with_their_words() -> None:
    new = "The paragraph has a link to our page, and bold type."
    text, found = translated(WRAPPED, {AS_READ: new}, ("fet", "bold"), ("siden vår", "our page"))
    assert text == "> The paragraph has a link to [our page](https://x.no/a),\n> and *bold* type.\n"
    assert (found.looks, found.unplaced) == (2, ())


def test_emphasis_that_no_words_tell_of_is_counted() -> None:
    _, found = translated(WRAPPED, {AS_READ: "Something else."})
    assert [each.trouble for each in found.unplaced] == [Trouble.LOOK, Trouble.LOOK]


def test_items_keep_their_markers_and_the_indent_below_them() -> None:
    text = "Varer:\n\n1. Kaffe og te\n2. Et langt punkt i en liste som er brutt over flere linjer, med\n   innrykk.\n"
    old = "Et langt punkt i en liste som er brutt over flere linjer, med innrykk."
    new = "A long item of a list that is wrapped over several lines, and has to have an indent below its first line."
    found, _ = translated(text, {"Kaffe og te": "Coffee", old: new})
    assert found == (
        "Varer:\n\n1. Coffee\n2. A long item of a list that is wrapped over several lines, and\n"
        "   has to have an indent below its first line.\n"
    )


def test_an_underline_is_as_long_as_its_heading() -> None:
    text, _ = translated("Kort\n====\n\nEn setning er her.\n", {"Kort": "Rather long"})
    assert text == "Rather long\n===========\n\nEn setning er her.\n"


def test_a_frame_stays_around_its_lines() -> None:
    text = "*********************\n* Viktig for alle   *\n* som reiser i dag  *\n*********************\n"
    found, _ = translated(text, {"Viktig for alle\nsom reiser i dag": "Important to\nall"})
    assert found == "*********************\n* Important to      *\n* all               *\n*********************\n"


def test_verse_keeps_its_lines_however_long() -> None:
    verse = "Jeg gikk meg over sjø og land,\nder møtte jeg en gammel mann,\nhan så på meg og sa så,\nat du ikke går."
    new = "I walked across the sea and land,\nand there I met a man who was far older than all others,\nhe said,\nstay."
    assert translated(f"Tittel\n\n{verse}\n", {verse: new})[0] == f"Tittel\n\n{new}\n"


def test_notes_keep_their_labels_and_references_theirs() -> None:
    text = "Han kom i går¹, og det regnet.\n\nNoter\n\n¹ Det var en onsdag.\n"
    new = {"Han kom i går[1], og det regnet.": "It rained when he came[1].", "Det var en onsdag.": "A Wednesday."}
    found, result = translated(text, new)
    assert found == "It rained when he came¹.\n\nNoter\n\n¹ A Wednesday.\n"
    assert result.unplaced == ()


def test_no_line_begins_with_what_would_be_read_as_a_marker() -> None:
    old = "Dette er et avsnitt som er brutt over flere linjer, og det er\nfordi det er langt, og det er meningen.\n"
    read = old.replace("\n", " ").strip()
    new = "This paragraph has a sum in it, which is one that says 12345 - 45 is as much as 12300 and no more."
    found, _ = translated(old, {read: new})
    assert [line[:2] for line in found.split("\n")] == ["Th", "12", ""]


# ---- Tables ----

BOXED = "+------+-------+\n| Vare | Pris  |\n+======+=======+\n| Brød | 12    |\n| her  |       |\n+------+-------+\n"


def test_a_box_is_widened_in_all_its_rows() -> None:
    text, _ = translated(BOXED, {"Vare": "Product", "Brød her": "Bread that is here"})
    assert text == (
        "+------------+-------+\n| Product    | Pris  |\n+============+=======+\n"
        "| Bread that | 12    |\n| is here    |       |\n+------------+-------+\n"
    )


def test_a_box_with_room_for_the_words_stays_as_wide() -> None:
    assert translated(BOXED, {"Pris": "Price"})[0] == BOXED.replace("Pris ", "Price")


def test_columns_are_widened_on_the_side_where_their_words_do_not_stand_in_line() -> None:
    rows = ["Vare         Antall    Pris", "-" * 27, "Brød              2   12,50", "Te                1    7,00", ""]
    table = "\n".join(rows)
    text, _ = translated(table, {"Antall": "How many", "Brød": "Bread with seeds"})
    assert text == (
        "Vare              How many    Pris\n----------------------------------\n"
        "Bread with seeds         2   12,50\nTe                       1    7,00\n"
    )


def test_cells_between_bars_and_tabs_keep_what_is_between() -> None:
    bars = "| Vare | Til |\n|:-----|----:|\n| Brød | mat |\n"
    assert translated(bars, {"Vare": "Product"})[0] == "| Product | Til |\n|:--------|----:|\n| Brød    | mat |\n"
    tabs = "Vare\tPris\tMer\nBrød\t12\tja\nMelk\t7\tnei\n"
    assert translated(tabs, {"Vare": "Product", "ja": "yes"})[0] == tabs.replace("Vare", "Product").replace("ja", "yes")


def test_a_bar_in_a_cell_stays_escaped() -> None:
    text, found = translated("| A | B |\n|---|---|\n| en\\|to | tre |\n", {"en|to": "one|two|three", "tre": "four"})
    assert text == "| A | B |\n|---|---|\n| one\\|two\\|three | four |\n"
    assert found.unplaced == ()


# ---- Both texts ----


def test_a_copy_stands_behind_the_paragraph_in_the_same_style_without_marker_or_reference() -> None:
    text = "Kort\n====\n\nVarer.[1]\n\n- Kaffe\n- Te\n\n> Han sa det.\n\nNoter\n\n[1] En note.\n"
    new = {
        "Kort": "Short",
        "Varer.[1]": "Goods.[1]",
        "Kaffe": "Coffee",
        "Han sa det.": "He said it.",
        "En note.": "A note.",
    }
    found, _ = translated(text, new, both=True)
    assert found == (
        "Kort\n====\n\nShort\n=====\n\nVarer.[1]\n\nGoods.\n\n- Kaffe\n  Coffee\n- Te\n\n"
        "> Han sa det.\n>\n> He said it.\n\nNoter\n\n[1] En note.\n\n    A note.\n"
    )


def test_a_copy_of_a_note_has_no_label() -> None:
    text = "Han kom i går*, og det regnet.\n\n*Det var en onsdag.\n"
    new = {"Det var en onsdag.": "A day."}
    assert translated(text, new)[0] == text.replace("Det var en onsdag", "A day")
    assert translated(text, new, both=True)[0].count("*") == 2


def test_a_cell_has_both_texts_in_it() -> None:
    text, _ = translated(BOXED, {"Vare": "Product"}, both=True)
    assert text.split("\n")[1] == "| Vare / Product | Pris  |"


# ---- Bytes ----


def test_encoding_line_ends_and_the_last_line_stay() -> None:
    data = "Blåbær er gode.\r\n\r\nDe vokser på fjellet, ja\r\nog det vet alle.".encode("cp1252")
    _, found = translated(data, {"Blåbær er gode.": "Bjørnebær er røde."})
    assert found.data == data.replace("Blåbær er gode".encode("cp1252"), "Bjørnebær er røde".encode("cp1252"))
    assert found.encoding == ""


@pytest.mark.parametrize(
    ("data", "new"),
    [
        ("Blåbær på øya. ".encode() * 3 + b"\xa5\n\n\xa5 \xa5 \xa5 og mer.\n", "Berries."),
        ("Nå".encode("utf-16-le"), "\N{GRINNING FACE}"),
    ],
)
def test_letters_that_tell_of_the_encoding_may_go(data: bytes, new: str) -> None:
    first = texts_of(read_data(data, NAME))[0]
    _, found = translated(data, {first: new})
    assert (texts_of(read_data(found.data, NAME))[0], found.encoding) == (new, "utf-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marks_of_byte_order_stay(encoding: str) -> None:
    _, found = translated("Blåbær er gode.\n".encode(encoding), {"Blåbær er gode.": "Berries."})
    assert found.data == "Berries.\n".encode(encoding)


def test_a_letter_that_the_encoding_lacks_makes_the_file_utf_8_and_that_is_said() -> None:
    data = "Blåbær er gode.\n\nDe vokser på fjellet.\n".encode("cp1252")
    text, found = translated(data, {"Blåbær er gode.": f"Blåbær {CHECK}"})
    assert text == f"Blåbær {CHECK}\n\nDe vokser på fjellet.\n"
    assert found.encoding == "utf-8"


def test_bytes_that_were_mended_stay_in_lines_without_a_change() -> None:
    data = "Blåbær er gode på fjellet.\n\nDe vokser på ".encode() + b"fj\xe6ra.\n"
    _, found = translated(data, {"Blåbær er gode på fjellet.": "Berries."})
    assert found.data == b"Berries.\n\n" + data.split(b"\n\n")[1]
    _, found = translated(data, {"De vokser på fjæra.": "They grow."}, both=True)
    assert found.data == data + b"\nThey grow.\n"


def test_separators_of_pages_and_lines_stay() -> None:
    text, _ = translated("En side her.\fEn ny side.\u2029Den tredje.\n", {"En ny side.": "A new page."})
    assert text == "En side her.\fA new page.\u2029Den tredje.\n"


# ---- The file ----


def test_a_document_is_written_back_into_its_file(tmp_path: Path) -> None:
    path = tmp_path / "brev.text"
    path.write_bytes(b"Hei der.\n")
    document = read_document(path)
    assert original_suffixes(document) == (".text", ".txt")
    assert rewritten(document, path, rewriting_of(document, [changed(0, document, "Hello.", ())])).data == b"Hello.\n"
    path.write_bytes(b"Noe annet.\n")
    with pytest.raises(DocumentError, match="has changed since it was opened"):
        rewritten(document, path, rewriting_of(document, []))

"""Rich text is written back as it was read, but for its words."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from reader.errors import DocumentError
from reader.formats.finishing import clean
from reader.formats.rewriting.changes import Change, Rewriting, Rewritten, SentenceChange, Trouble
from reader.formats.rtf.document import parse_rtf
from reader.formats.rtf.rewriting import rewrite_rtf
from reader.text import Kind, Mark, MarkKind, Paragraph, word_spans
from tests.reader.formats.rewriting.canonical import REPLACED, first_difference
from tests.reader.formats.rewriting.proofs import itself, with_other_word
from tests.reader.formats.rtf.canonical import tokens
from tests.reader.formats.rtf.rtf_files import letter, row, rtf
from tests.reader.formats.rtf.rtf_texts import DOCUMENTS, numbered


def read(data: bytes) -> list[Paragraph]:
    return list(map(clean, parse_rtf(data, "a").paragraphs))


def rewritten(data: bytes, *changes: Change, both: bool = False, language: str = "nb") -> Rewritten:
    return rewrite_rtf(data, "a", Rewriting([p.text for p in read(data)], changes, both, language))


@settings(max_examples=30)
@given(text=DOCUMENTS)
def test_whatever_is_written_back_is_read_as_it_was_but_for_the_words_that_change(text: str) -> None:
    data = rtf(numbered(text)[0])
    paragraphs = read(data)
    assert rewritten(data).data == data
    same = rewritten(data, *map(itself, range(len(paragraphs)), paragraphs))
    assert read(same.data) == paragraphs
    changes = [
        change
        for row, paragraph in enumerate(paragraphs)
        if paragraph.kind is not Kind.FIGURE and (change := with_other_word(row, paragraph))
    ]
    other = rewritten(data, *changes)
    expected = list(paragraphs)
    for change in changes:
        expected[change.row] = replace(expected[change.row], text=change.text)
    assert read(other.data) == expected
    assert not first_difference(tokens(data), tokens(same.data))
    assert not first_difference(tokens(data), tokens(other.data), REPLACED)
    assert not other.unplaced


def translated(data: bytes, new: str, links: str, *, both: bool = False, language: str = "nb") -> Rewritten:
    """The first paragraph as `new`; `links` are those of its words to words of that, as "01 12"."""
    old = read(data)[0]
    words, others = word_spans(old.text), word_spans(new)
    linked = tuple((*words[int(link[0])], *others[int(link[1])], 1.0) for link in links.split())
    marks = []
    for mark in old.marks:
        place = new.find(old.text[mark.start : mark.end])
        if mark.kind in (MarkKind.NOTE, MarkKind.IMAGE, MarkKind.VERBATIM) and place >= 0:
            marks.append(Mark(place, place + mark.end - mark.start, mark.kind, mark.href))
    sentence = SentenceChange((0, len(old.text)), (0, len(new)), linked)
    return rewritten(data, Change(0, new, (sentence,), tuple(marks)), both=both, language=language)


def first(found: Rewritten) -> tuple[str, list[tuple[str, str]]]:
    """The first paragraph, and its words under marks."""
    paragraph = read(found.data)[0]
    return paragraph.text, [(paragraph.text[m.start : m.end], m.kind + m.href[:9]) for m in paragraph.marks]


LINK = r"{\field{\*\fldinst HYPERLINK a.no}{\fldrslt{\ul kart}}}"
NOTE = r"{\super\chftn{\footnote\chftn  En note.}}"


@pytest.mark.parametrize(
    ("text", "new", "links", "marks"),
    [
        (r"Et {\b raskt} svar", "An answer fast", "00 12 21", [("fast", "strong")]),
        (r"{\b Raskt} {\i svar}", "Svar raskt", "01 10", [("Svar", "emphasis"), ("raskt", "strong")]),
        (rf"Se {LINK} her", "Here see map", "01 12 20", [("map", "linka.no")]),
        (rf"{LINK} viser {{\b vei}}", "Way shows the map", "03 11 20", [("Way", "strong"), ("map", "linka.no")]),
        (rf"En{NOTE} to tre", "Three two one[1]", "02 21 30", [("[1]", "note#note:0")]),
        (r"Ble {\field{\*\fldinst DATE}{\fldrslt 17.}} da", "Then 17. was", "02 20", [("17.", "verbatim")]),
    ],
)
def test_looks_links_and_things_go_to_the_words_that_theirs_are_linked_to(
    text: str, new: str, links: str, marks: list[tuple[str, str]]
) -> None:
    found = translated(rtf(text + r"\par Mer."), new, links)
    assert first(found) == (new, marks)
    assert read(found.data)[1].text == "Mer."
    assert found.data.count(rb"{\fldrslt{\ul map}}") == text.count("HYPERLINK")


def test_links_and_notes_whose_order_changes_are_moved_whole() -> None:
    links = LINK, LINK.replace("a.no", "b.no").replace("kart", "sti")
    notes = NOTE, NOTE.replace("En note", "To")
    data = rtf(rf"{links[0]} en{notes[0]} to{notes[1]} {links[1]}\par")
    found = translated(data, "Path two[2] one[1] map", "05 13 31 50 24 42")
    assert [p.text for p in read(found.data)] == ["Path two[1] one[2] map", "To.", "En note."]
    assert first(found)[1] == [
        ("Path", "linkb.no"),
        ("[1]", "note#note:0"),
        ("[2]", "note#note:1"),
        ("map", "linka.no"),
    ]
    assert [found.data.count(each) for each in (b"HYPERLINK", b"footnote")] == [2, 2]
    assert not found.unplaced


def test_all_else_stays_byte_for_byte() -> None:
    data = rtf("\\s1\\b\\'e5 {\\i\\insrsid7 ja}\r\n\\par{\\*\\bkmkstart a} To \\par")
    found = translated(data, "oh no", "00 11").data
    assert found == data.replace(rb"\b\'e5 {", rb"\b oh {").replace(rb"\insrsid7 ja", rb"\insrsid7 no")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Hei", rb"\'e5 \u937? \{\}\\ \~\u-10179?\u-8704?\tab x\line "),
        (r"\uc0 Hei", rb"\'e5 \u937  \{\}\\ \~\u-10179 \u-8704 \tab x\line "),
        (r"{\f3\uc2 Hei}", rb"\u229?? \u937?? \{\}\\ \~\u-10179??\u-8704??\tab x\line "),
        (r"{\f2 Hei\page du}", rb"\u229? \u937? \{\}\\ \~\u-10179?\u-8704?\tab x\page "),
    ],
)
def test_letters_are_written_so_that_every_program_knows_them(text: str, written: bytes) -> None:
    new = "å Ω {}\\ \xa0😀\tx\ny"
    found = translated(rtf(rf"{text}\par"), new, "")
    assert written + b"y" in found.data
    assert first(found)[0] == new


def test_what_changes_says_its_language_and_so_does_a_file_that_changes_whole() -> None:
    found = translated(rtf(r"Hei du\par"), "Hello you", "00 11", language="en")
    assert rb"{\lang1033\langfe1033\langnp1033 Hello you}" in found.data
    assert rb"\deflang1033" in found.data
    part = translated(rtf(r"Hei du\par Dette er en lang tekst som ikke endres."), "Hello you", "00 11", language="en")
    assert rb"\deflang1044" in part.data


def test_numbers_of_pages_stay_between_words() -> None:
    page, pages = r"{\field{\*\fldinst PAGE}{\fldrslt 7}}", r"{\field{\*\fldinst NUMPAGES}{\fldrslt 9}}"
    found = translated(rtf(rf"Side {page} av boka"), "Page of the book", "00 11 23")
    assert rf"\plain Page {page} of the book}}" in found.data.decode()
    found = translated(rtf(rf"Side {{{page}}}{{ av }}{pages}"), "Page of", "00 11")
    assert rf"\plain Page {{{page}}}{{ of }}{pages}}}" in found.data.decode()
    found = translated(rtf(rf"Side {page} av boka\par"), "Page of the book", "00 11 23", both=True)
    copied = rf"{{\uc1\plain Page}} {{\plain {page}}}{{\uc1\plain  of the book}}"
    assert copied in found.data.decode()
    found = translated(rtf(rf"{page} av boka\par"), "of the book", "00 12", both=True)
    assert rf"{{\plain {page}}} {{\uc1\plain of the book}}" in found.data.decode()


def test_with_both_texts_the_translation_stands_behind_the_original_in_its_style() -> None:
    box = r"{\shp{\*\shpinst{\shptxt\pard Boks\par}}}"
    heading = rf"\s2\b Om {LINK}{NOTE}{{\field{{\*\fldinst SHAPE}}{{\fldrslt{box}}}}}\par"
    text = heading + r"\pard\plain{\listtext 1.\tab}\ls1 En\par\pard{\pntext -\tab}To\par\pard "
    data = rtf(text + row(["Tre"]) + r"\par Slutt")
    paragraphs = read(data)
    changes = [
        Change(n, new, (SentenceChange((0, len(paragraphs[n].text)), (0, len(new)), ((3, 7, 6, 9, 1.0),) * (n == 0)),))
        for n, new in zip((0, 2, 3, 4, 5), ("About map", "One", "Two", "Three", "End"), strict=True)
    ]
    found = rewritten(data, *changes, both=True, language="en")
    assert [(p.text, p.kind, p.marker) for p in read(found.data) if p.kind is not Kind.NOTE and p.text != "Boks"] == [
        ("Om kart[1]", Kind.HEADING, ""),
        ("About map", Kind.HEADING, ""),
        ("En", Kind.LIST_ITEM, "1."),
        ("One", Kind.PARAGRAPH, ""),
        ("To\nTwo", Kind.LIST_ITEM, "-"),
        ("Tre", Kind.PARAGRAPH, ""),
        ("Three", Kind.PARAGRAPH, ""),
        ("Slutt", Kind.PARAGRAPH, ""),
        ("End", Kind.PARAGRAPH, ""),
    ]
    assert found.data.count(b"Boks") == 1
    assert [m.kind for m in read(found.data)[2].marks if m.kind is not MarkKind.LANGUAGE] == [MarkKind.LINK]


def test_descriptions_of_images_and_headers_that_say_the_same_change_too() -> None:
    shape = r"{\shp{\*\shpinst{\sp{\sn wzDescription}{\sv Et kart}}{\sp{\sn pib}{\sv{\pict 00}}}}}"
    data = rtf(rf"\sectd{{\header Topp}}Tekst{shape}\sect\sectd{{\header Topp}}Mer")
    paragraphs = read(data)
    assert [p.text for p in paragraphs] == ["Tekst", "Et kart", "Mer", "Topp"]
    changes = [Change(row, new, (SentenceChange((0, 4), (0, 4)),)) for row, new in ((1, "A mÅp"), (3, "Head"))]
    found = rewritten(data, *changes)
    assert rb"{\sv A m\'c5p}" in found.data
    assert found.data.count(rb"{\header Head}") == 2
    assert [p.text for p in read(found.data)] == ["Tekst", "A mÅp", "Mer", "Head"]


def test_what_has_no_place_is_counted() -> None:
    found = translated(rtf(rf"Et {{\b fett}} ord{NOTE} til"), "One word", "")
    assert [each.trouble for each in found.unplaced] == [Trouble.LOOK, Trouble.OBJECT]
    assert b"footnote" in found.data


def test_a_file_that_has_changed_meanwhile_is_not_written() -> None:
    with pytest.raises(DocumentError, match="“a”"):
        rewrite_rtf(letter(), "a", Rewriting(["Noe annet"], [], both=False, language="en"))

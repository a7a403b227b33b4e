"""Whole files of rich text: nothing lost, nothing twice, and no file that does harm."""

import re
from collections import Counter
from itertools import count
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings, strategies as st

from reader import read_document
from reader.formats.rtf.document import parse_rtf
from reader.text import BoxKind, MarkKind
from tests.reader.formats.rtf.rtf_files import letter, parsed, row, rtf
from tests.reader.formats.table_checks import check_tables

# Blocks and what stands in lines: "@" is a word that is shown, "%" one that is not, "<>" further blocks or lines.
BLOCKS = (
    r"@\par ",
    r"\par ",
    r"<>\par ",
    r"{\pard\s1 <>\par}",
    r"{\pard\plain\s3 @\par}",
    r"\pard\plain\s4 <>\par\pard ",
    r"{\listtext @.\tab}\ls1\ilvl1 @\par\pard ",
    r"\pard\ls1 <>\par\pard ",
    row(["<>", "@"]) + row(["", "<>"]) + r"\par ",
    row([r"@\par <>"], [r"\clvmgf"]) + r"@\par ",
    row([r"\itap2\intbl @\nestcell @\nestcell{\*\nesttableprops\trowd\nestrow}\pard\intbl @"]),
    r"{\*\ukjent %\par}<>\par ",
    r"{\ukjent <>\par}",
    r"@\sect\sectd ",
    r"{\header @\par}{\footer\pard <>}",
    r"{\pict %}{\colortbl;\red0 %;}",
)
LINES = (
    "@ ",
    r"{\b <>}",
    r"{\super @}",
    r"\i @\i0 ",
    r"{\lang1031 @} ",
    r"{\v %}",
    r"{\deleted %}",
    r"\tab\line\u8364?",
    r"{\field{\*\fldinst HYPERLINK %}{\fldrslt <>}}",
    r"{\field{\*\fldinst PAGE}{\fldrslt %}}",
    r"{\super\chftn{\footnote\chftn  <>\par @}}",
    r"{\*\annotation %}",
    r"{\shp{\*\shpinst{\sp{\sn pib}{\sv %}}{\shptxt <>\par}}{\shprslt %}}",
    r"{\shp{\*\shpinst{\sp{\sn wzDescription}{\sv @}}{\sp{\sn pib}{\sv {\pict %}}}}}",
    r"{\*\shppict{\pict %}}",
    r"{\xe %}{\*\bkmkstart %}",
    r"\u229\'e5@\uc0\u229 ",
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """The text of a document, with "@" and "%" for words."""
    return "".join(draw(st.lists(_filled(BLOCKS, 3), min_size=1, max_size=5)))


def _filled(templates: tuple[str, ...], depth: int) -> st.SearchStrategy[str]:
    usable = [each for each in templates if depth or "<>" not in each]
    return st.sampled_from(usable).flatmap(lambda template: _inside(template, depth - 1))


def _inside(template: str, depth: int) -> st.SearchStrategy[str]:
    parts = template.split("<>")
    inner = [_filled(LINES, depth) for _ in parts[1:]]
    return st.tuples(*inner).map(lambda found: parts[0] + "".join(map("".join, zip(found, parts[1:], strict=True))))


def _numbered(text: str) -> tuple[str, list[str]]:
    """The text with a word of its own in each place, and those words that are shown."""
    numbers, shown = count(), []

    def word(place: re.Match[str]) -> str:
        made = f"q{next(numbers)}x"
        if place[0] == "@":
            shown.append(made)
        return made

    return re.sub("[@%]", word, text), shown


@settings(max_examples=60)
@given(text=documents())
def test_every_word_that_a_page_shows_is_there_once_and_no_other(text: str) -> None:
    written, shown = _numbered(text)
    found = parsed(written).paragraphs
    words = re.findall(r"q\d+x", "\n".join(f"{p.marker} {p.text}" for p in found))
    assert Counter(words) == Counter(shown)
    check_tables(tuple(found))
    assert all(0 <= mark.start < mark.end <= len(p.text) for p in found for mark in p.marks)
    notes = {box.number for p in found for box in p.within if box.kind is BoxKind.NOTE}
    assert {int(m.href[6:]) for p in found for m in p.marks if m.kind is MarkKind.NOTE} <= notes
    assert notes == set(range(len(notes)))


@pytest.mark.parametrize(
    "text",
    [
        "{" * 100_000,
        r"{\footnote " * 3000,
        r"{\field{\fldrslt " * 3000 + "x",
        r"\itap99999999\intbl x\nestcell\nestrow",
        r"\pard\intbl x\cell" * 4_000 + r"\row",
        r"\trowd\cellx1" * 4_000,
        r"{\*\moMath " + r"{\mf{\mnum" * 3000,
        "".join(rf"\fs{number} x" for number in range(4_000)),
        r"\uc9999999999 \u8364 x" * 1000,
        r"{\b\bin9999999999 x",
        r"}}}}\'",
    ],
)
def test_no_file_takes_long_or_ends_in_another_error(text: str) -> None:
    start = process_time()
    parse_rtf(rtf(text), "brev.rtf")
    assert process_time() - start < 5


def test_a_file_is_read_in_a_process_of_its_own_whatever_its_name_is(tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_bytes(letter())
    document = read_document(path)
    assert document.source is not None
    assert document.source.format == "rtf"
    assert (document.title, document.paragraphs[1].text) == ("Tittel", "Noe fett[1] og hit, å €.")
    path.write_bytes(b"\xef\xbb\xbf{\\rtf1 Bare s\\'e5.\\par}")
    assert read_document(path).paragraphs[0].text == "Bare så."

"""Whole files of rich text: nothing lost, nothing twice, and no file that does harm."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings

from reader import read_document
from reader.formats import read_member
from reader.formats.families import packed_family
from reader.formats.rtf.document import parse_rtf
from tests.reader.formats.numbered_words import check_words
from tests.reader.formats.rtf.rtf_files import letter, parsed, rtf
from tests.reader.formats.rtf.rtf_texts import DOCUMENTS, numbered


@settings(max_examples=60)
@given(text=DOCUMENTS)
def test_every_word_that_a_page_shows_is_there_once_and_no_other(text: str) -> None:
    written, shown = numbered(text)
    check_words(parsed(written).paragraphs, shown)


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


@pytest.mark.parametrize(
    "picture",
    [
        r"{\pict{\*\picprop{\sp{\sn a}{\sv 1}}}\pngblip\picwgoal300 89504e47 0\nd0a}",
        r"{\shp{\*\shpinst{\sp{\sn pib}{\sv {\pict\picwgoal300\jpegblip ffd8ff}}}}}",
        r"{\pict\picwgoal300\pngblip\bin6 {\}\PG}",
    ],
)
def test_pictures_that_can_be_shown_are_found_in_the_file(picture: str, tmp_path: Path) -> None:
    path, picture = tmp_path / "brev.rtf", picture.replace(r"\n", "\n")
    path.write_bytes(rtf(rf"Hei {{\pict\wmetafile8 89504e47}} og {picture}\par "))
    old, shown = parse_rtf(path.read_bytes(), "brev.rtf").figures
    assert (old.name, old.inside, shown.inside, shown.width) == ("", False, True, 20)
    content = read_member(path, shown.name, 6)
    assert content == (
        b"{\\}\\PG" if "bin" in picture else bytes.fromhex("ffd8ff" if "jpeg" in picture else "89504e470d0a")
    )
    path.write_bytes(letter()[:99])
    assert read_member(path, shown.name, 6) == read_member(path, "x", 6) == b""


def test_what_stands_before_and_behind_the_text_belongs_to_no_program() -> None:
    data = b"\xef\xbb\xbf{\\rtf1\\ansi Bare s\\'e5.\\par}\0 nei"
    assert packed_family(data, "a") == "rtf"
    assert [p.text for p in parse_rtf(data, "a").paragraphs] == ["Bare så."]

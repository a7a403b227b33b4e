"""Importing TMX files of other programs."""

import os
import tracemalloc
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader.errors import DocumentError, OutputError
from reader.memory import Memory, import_tmx, read_tmx
from reader.parallel import user_edit
from reader.text import composed, shown
from tests.reader.memory.tmx_files import pairs, tmx, tuv, unit


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "minne.tmx"


HELLO = unit(tuv("nb-NO", "Hei på deg."), tuv("en-GB", "Hello."))


@pytest.mark.skipif(os.name != "posix", reason="named pipes are POSIX's")
def test_a_pipe_is_refused_rather_than_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.tmx")
    with pytest.raises(DocumentError, match=r"cannot be read: it is not an ordinary file\.$"):
        list(read_tmx(tmp_path / "a.tmx", "nb", "en"))


def test_a_file_without_end_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.memory.tmx_reading._MOST_PIECES", 31)
    path = tmp_path / "a.tmx"
    path.write_bytes(b'<tmx version="1.4"><body>' + b" " * 31 * 65536)
    with pytest.raises(DocumentError, match=r"is too large\. Tospalt reads TMX files of up to 2 MB\.$"):
        list(read_tmx(path, "nb", "en"))


def test_a_pair_is_found_in_either_direction(file: Path) -> None:
    assert pairs(file, tmx(HELLO)) == [("Hei på deg.", "Hello.")]
    assert pairs(file, tmx(HELLO), "en", "nb") == [("Hello.", "Hei på deg.")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252", "iso-8859-1"])
def test_the_encodings_that_programs_write_are_read(file: Path, encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{name}"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n{tmx(HELLO)}'
    assert pairs(file, text.encode(encoding)) == [("Hei på deg.", "Hello.")]


@pytest.mark.parametrize(
    ("segments", "expected"),
    [
        (("A &amp; b &#229; <hi>c</hi>", "x"), [("A & b å c", "x")]),
        (('En <bpt i="1">&lt;b&gt;</bpt>katt<ept i="1">&lt;/b&gt;</ept><ph x="1"/>.', "x"), [("En katt.", "x")]),
        (("a<ph>{<sub>note</sub>}</ph>b", "x"), [("ab", "x")]),
        (("<![CDATA[a < b]]>", "x"), [("a < b", "x")]),
        ((" \n a\nb\u00a0c \n", "x"), [("a b\u00a0c", "x")]),
        (("a", ""), []),
        (("a", '<ph x="1"/>'), []),
    ],
)
def test_a_segment_is_its_text_without_codes(
    file: Path, segments: tuple[str, str], expected: list[tuple[str, str]]
) -> None:
    assert pairs(file, tmx(unit(tuv("no", segments[0]), tuv("en", segments[1])))) == expected


def test_the_first_variant_counts_and_other_languages_are_passed_over(file: Path) -> None:
    several = unit(tuv("de", "Farbe"), tuv("en-GB", "colour"), tuv("en-US", "color"), tuv("nb", "farge"))
    assert pairs(file, tmx(several, unit(tuv("nb", "alene")))) == [("farge", "colour")]


def test_the_attribute_of_older_versions_is_understood(file: Path) -> None:
    assert pairs(file, tmx(unit(tuv("NO", "ja", "lang"), tuv("EN", "yes", "lang")))) == [("ja", "yes")]


BOMB = '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
PARAMETER = '<!DOCTYPE tmx [<!ENTITY % a SYSTEM "http://127.0.0.1/a.dtd"> %a;]>'


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE, PARAMETER], ids=["bomb", "file", "parameter"])
def test_entities_are_refused(file: Path, doctype: str) -> None:
    text = tmx(unit(tuv("nb", "&a;"), tuv("en", "x")), doctype=doctype)
    with pytest.raises(DocumentError, match=r"defines entities that Tospalt does not read \(line 1\)\.$"):
        pairs(file, text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Hei på deg.", r"is not a TMX file\.$"),
        ("", r"is empty\.$"),
        ("<html><body/></html>", r"is a web page, not a TMX file\.$"),
        ('<xliff version="1.2"/>', r"is an XLIFF file, not a TMX file\.$"),
        ("<document/>", r"is not a TMX file\.$"),
        ("<tu><tuv xml:lang='nb'><seg>Hei.</seg></tuv></tu>", r"is not a TMX file\.$"),
        ("nb;en\nHei.;Hi.\n", r"is not a TMX file\.$"),
        (b"PK\x03\x04rest", r"is a ZIP archive\. Unpack it and import the TMX file in it\.$"),
        (b"\x1f\x8brest", r"is a compressed file\. Unpack it"),
        (tmx(HELLO)[:-20], r"is incomplete: it ends in line 1\.$"),
        (tmx(HELLO).replace("</tu>", "</tuv>"), r"is not a valid TMX file \(line 1\)\.$"),
        ('<?xml version="1.0" encoding="klingon"?><tmx/>', "(encoding|valid)"),
        (b"\x00\x01\x02", "is not a TMX file"),
    ],
    ids=["text", "empty", "html", "xliff", "other", "unit", "csv", "zip", "gz", "cut", "wrong", "encoding", "binary"],
)
def test_what_is_no_tmx_file_is_said_in_one_sentence(file: Path, text: str | bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message) as error:
        pairs(file, text)
    assert str(file) in str(error.value)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot be read: no such file"):
        list(read_tmx(tmp_path / "borte.tmx", "nb", "en"))


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters=".!?…")))
def test_whatever_a_segment_says_is_read(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    from xml.sax.saxutils import escape

    file = tmp_path_factory.getbasetemp() / "any.tmx"
    text = "x" + text.translate(dict.fromkeys((0xFFFE, 0xFFFF)))  # not allowed in XML
    assert pairs(file, tmx(unit(tuv("nb", escape(text)), tuv("en", "x")))) == [(composed(shown(text)).strip(), "x")]


def test_a_large_file_is_read_piece_by_piece(file: Path) -> None:
    with file.open("w", encoding="utf-8") as opened:
        opened.write('<tmx version="1.4"><body>')
        opened.writelines(unit(tuv("nb", f"Setning {i}."), tuv("en", "x" * 1000)) for i in range(5000))
        opened.write("</body></tmx>")
    tracemalloc.start()
    try:
        assert sum(1 for _ in read_tmx(file, "nb", "en")) == 5000
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


# Importing into the memory


def test_imported_translations_are_kept_as_edits_but_replace_none(file: Path, tmp_path: Path) -> None:
    file.write_text(tmx(HELLO, unit(tuv("nb", "Ja."), tuv("en", "Yes.")), unit(tuv("nb", "Ja."), tuv("en", "Aye."))))
    with closing(Memory(tmp_path / "memory.db")) as memory:
        memory.keep_edits("nb", "en", {"Hei på deg.": user_edit("Hei på deg.", "Hi!")})
        report = import_tmx(file, "nb", "en", memory)
        assert (report.added, report.known, report.kept) == (1, 0, 1)
        found = memory.edits("nb", "en", ["Hei på deg.", "Ja."])
    assert {sentence: edit.text for sentence, edit in found.items()} == {"Hei på deg.": "Hi!", "Ja.": "Aye."}


def test_a_file_without_these_languages_and_a_memory_that_takes_nothing_are_said(file: Path) -> None:
    file.write_text(tmx(HELLO), "utf-8")
    with closing(Memory(None)) as memory:
        with pytest.raises(DocumentError, match="no translations between Norwegian Bokmål and German"):
            import_tmx(file, "nb", "de", memory)
        with pytest.raises(OutputError, match="cannot be remembered"):
            import_tmx(file, "nb", "en", memory)


def test_noncharacters_are_dropped(file: Path) -> None:
    found = pairs(file, tmx(unit(tuv("nb", "Kjør \ufdd0git\ufdd1 nå."), tuv("en", "Run \ufdefgit."))))
    assert found == [("Kjør git nå.", "Run git.")]


def test_an_imported_translation_is_that_of_a_sentence_with_code(file: Path, tmp_path: Path) -> None:
    file.write_text(tmx(unit(tuv("nb", "Kjør git nå."), tuv("en", "Run git now."))), "utf-8")
    key = "Kjør \ufdd0git\ufdd1 nå."
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        import_tmx(file, "nb", "en", memory)
        assert memory.edits("nb", "en", [key])[key].text == "Run \ufdd0git\ufdd1 now."

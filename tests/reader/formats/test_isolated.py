"""Files from outside are read in a process of their own, and nothing that they hold can harm."""

import io
import pickle
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.errors import CancelledError, DocumentError, UnfitError
from reader.exchange import ahead
from reader.formats import isolated, read_data, read_document, read_member, xml_parts
from reader.formats.epub.document import parse_epub
from reader.formats.isolated import parse_isolated, rewrite_isolated
from reader.formats.parsed import Parsed
from reader.formats.rewriting.changes import Rewriting
from reader.formats.xml_parts import parse_xml
from reader.formats.zipped import Zipped
from reader.text import Paragraph
from tests.reader.formats.books import archive, book, chapter
from tests.reader.formats.docx.word_files import p, r, word_file
from tests.reader.formats.odt.files import odt

_EXTERNAL = '<!DOCTYPE a [<!ENTITY x SYSTEM "{}">]><a>før &x; etter</a>'
_LAUGHS = '<!DOCTYPE a [<!ENTITY l0 "ha">{}]><a>&l9;</a>'.format(
    "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
)


def test_what_is_read_there_is_what_is_read_here() -> None:
    note = '<a epub:type="noteref" href="#n">1</a></p><p id="n">Ja</p>'
    data = book({"a.xhtml": f"<h1>Å</h1><p>En <b>fet</b> note{note}"})
    here = parse_epub(data, "bok.epub")
    assert parse_isolated("epub", data, "bok.epub") == replace(here, paragraphs=tuple(here.paragraphs))


@pytest.mark.parametrize("family", ["docx", "epub", "html", "odt"])
def test_how_a_long_document_begins_is_told_before_all_of_it_is_read(family: str) -> None:
    texts = [f"Avsnitt {number} a\u030a" for number in range(300)]
    told: list[Parsed] = []
    whole = parse_isolated(family, _of(family, texts), f"a.{family}", began=told.append)
    [beginning] = told
    assert 50 < len(beginning.paragraphs) < 150
    assert beginning.paragraphs == whole.paragraphs[: len(beginning.paragraphs)]
    assert whole.paragraphs[-1].text == "Avsnitt 299 å"


def _of(family: str, texts: Sequence[str]) -> bytes:
    if family == "docx":
        return word_file("".join(p(r(text)) for text in texts))
    if family == "odt":
        return odt("".join(f"<text:p>{text}</text:p>" for text in texts))
    markup = "".join(f"<p>{text}</p>" for text in texts)
    return book({"a.xhtml": markup}) if family == "epub" else markup.encode()


def test_the_beginning_comes_before_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    said = ahead(pickle.dumps(Parsed([Paragraph("Først")])))
    program = f"import sys, time; sys.stdout.buffer.write({said!r}); sys.stdout.flush(); time.sleep(600)"
    monkeypatch.setattr(isolated, "command", lambda _module: [sys.executable, "-c", program])
    told: list[Parsed] = []
    with pytest.raises(CancelledError):
        parse_isolated("epub", b"", "a.epub", lambda: bool(told), began=told.append)
    assert [paragraph.text for paragraph in told[0].paragraphs] == ["Først"]


def test_each_page_that_is_recognised_is_told_of_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    said = b"".join(ahead(pickle.dumps(each)) for each in ((0, 3), Parsed([Paragraph("Først")]), (1, 3), (2, "3")))
    program = f"import sys, time; sys.stdout.buffer.write({said!r}); sys.stdout.flush(); time.sleep(600)"
    monkeypatch.setattr(isolated, "command", lambda _module: [sys.executable, "-c", program])
    told: list[object] = []
    with pytest.raises(CancelledError):
        parse_isolated(
            "pdf",
            b"",
            "a.pdf",
            lambda: len(told) == 3,
            began=lambda begun: told.append(begun.paragraphs[0].text),
            recognising=lambda number, count: told.append((number, count)),
        )
    assert told == [(0, 3), "Først", (1, 3)]


@pytest.mark.parametrize("size", [b"x", b"-1", b"9" * 30])
def test_nonsense_ahead_of_an_answer_is_nonsense(size: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    program = f"import sys; sys.stdout.buffer.write({b'AHEAD ' + size + bytes([10])!r})"
    monkeypatch.setattr(isolated, "command", lambda _module: [sys.executable, "-c", program])
    with pytest.raises(UnfitError, match="cannot be read"):
        parse_isolated("epub", b"", "a.epub", began=lambda _said: pytest.fail("told"))


def test_texts_are_composed_and_their_marks_stay_at_their_words() -> None:
    paragraph = parse_isolated(
        "html", "<p>Bla\u030a<b>ba\u030a</b>r\ufdd0 <i>e\u0301</i></p>".encode(), "a.html"
    ).paragraphs[0]
    assert paragraph.text == "Blåbår é"
    assert [paragraph.text[mark.start : mark.end] for mark in paragraph.marks] == ["bå", "é"]


def test_an_error_comes_back_as_the_sentence_that_it_is() -> None:
    with pytest.raises(DocumentError) as caught:
        parse_isolated("epub", archive({"a": "b"}), "bok.epub")
    assert str(caught.value).startswith("“bok.epub” is damaged.")
    assert caught.value.message.values == {"name": "bok.epub"}


@pytest.mark.parametrize("kind", ["crash", "silence", "nonsense", "code"])
def test_whatever_becomes_of_the_process_ends_in_a_sentence(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    programs = {
        "crash": "import os; os.abort()",
        "silence": "",
        "nonsense": "print('DOC'); print('x' * 100)",
        "code": f"import sys; sys.stdout.buffer.write({b'DOC' + bytes([10]) + pickle.dumps(subprocess.Popen)!r})",
    }
    monkeypatch.setattr(isolated, "command", lambda _module: [sys.executable, "-c", programs[kind]])
    with pytest.raises(UnfitError, match=r"“a.epub” cannot be read: it is damaged"):
        parse_isolated("epub", b"", "a.epub")


def test_a_process_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "command", lambda _module: [sys.executable, "-c", "import time; time.sleep(600)"])
    monkeypatch.setattr(isolated, "_PATIENCE_S", 0.05)
    with pytest.raises(UnfitError, match="cannot be read"):
        parse_isolated("epub", b"", "a.epub")


def test_a_file_that_is_not_written_in_time_is_not_said_to_be_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "command", lambda _module: [sys.executable, "-c", "import time; time.sleep(600)"])
    monkeypatch.setattr(isolated, "_PATIENCE_S", 0.05)
    with pytest.raises(DocumentError, match=r"“a\.epub” is too large, or too unusual, to be written in its own layout"):
        rewrite_isolated("epub", b"", "a.epub", Rewriting((), (), both=False, language="en"))


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there it looks at itself now and then")
def test_it_gets_no_more_memory_than_it_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "_MEMORY", 128 * 1024**2)
    body = "<p>" + "ord " * 10_000_000
    with pytest.raises(UnfitError, match=r"unpacks to more|larger than any"):
        parse_isolated("html", body.encode(), "a.html")


# Archives


def _bomb(size: int) -> bytes:
    return archive({"mimetype": "application/epub+zip", "META-INF/container.xml": b" " * size})


def test_an_archive_that_unpacks_to_more_than_a_document_is_not_unpacked() -> None:
    with pytest.raises(UnfitError, match="unpacks to more"):
        Zipped(_bomb(129 * 1024 * 1024), "a.epub").read("META-INF/container.xml")


def test_what_an_archive_says_of_its_sizes_is_not_believed() -> None:
    data = bytearray(archive({"a": b"x" * 100_000}))
    place = data.rindex(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 5)
    with pytest.raises(DocumentError, match="is damaged"):
        Zipped(bytes(data), "a.epub").read("a")


def test_an_archive_of_countless_members_is_not_read() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as written:
        for number in range(50_001):
            written.writestr(str(number), b"")
    with pytest.raises(UnfitError, match="unpacks to more"):
        Zipped(file.getvalue(), "a.epub")


def test_xml_of_countless_elements_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_parts, "_MOST_TAGS", 10)
    assert len(parse_xml(b"<a>" + b"<b/>" * 8 + b"</a>", "a.docx")) == 8
    with pytest.raises(UnfitError, match="unpacks to more"):
        parse_xml(b"<a>" + b"<b/>" * 9 + b"</a>", "a.docx")


def test_xml_with_megabytes_in_one_place_is_too_large_and_not_damaged() -> None:
    with pytest.raises(UnfitError, match="unpacks to more"):
        parse_xml(b"<a>" + b"x" * 10_000_001 + b"</a>", "a.docx")


def _encrypted(data: bytes) -> bytes:
    found = bytearray(data)
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found[found.index(sign) + place] |= 1
    return bytes(found)


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _spoiled(data: bytes) -> bytes:
    place = data.index(b"a") + 1
    return data[:place] + bytes(255 - byte for byte in data[place : place + 20]) + data[place + 20 :]


@pytest.mark.parametrize(
    ("harm", "what"),
    [(_encrypted, "protected"), (_cut, "damaged"), (_spoiled, "damaged")],
    ids=["encrypted", "cut", "spoiled"],
)
def test_a_member_that_cannot_be_read_is_said_to_be(harm: Callable[[bytes], bytes], what: str) -> None:
    with pytest.raises(DocumentError, match=what):
        Zipped(harm(archive({"a": b"hei " * 100})), "a.epub").read("a")


def test_an_image_is_read_from_its_archive_and_nothing_is_of_what_is_none(tmp_path: Path) -> None:
    path = tmp_path / "bok.epub"
    path.write_bytes(archive({"img/a.png": b"x" * 50}))
    assert read_member(path, "img/a.png", 50) == b"x" * 50
    assert read_member(path, "img/a.png", 49) == read_member(path, "../a.png", 50) == b""
    path.write_bytes(b"no archive any more")
    assert read_member(path, "img/a.png", 50) == read_member(tmp_path / "nei", "a", 1) == b""


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_member_that_may_unpack_to_any_size_at_once_is_not_read(tmp_path: Path, method: int) -> None:
    path = tmp_path / "bok.epub"
    with zipfile.ZipFile(path, "w", method) as written:
        written.writestr("a.png", b"x")
    assert read_member(path, "a.png", 50) == b""
    with pytest.raises(DocumentError, match="damaged"):
        Zipped(path.read_bytes(), "bok.epub").read("a.png")


# XML


def test_nothing_is_fetched_and_no_entity_is_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "hemmelig.txt"
    secret.write_text("HEMMELIG")
    for address in (secret.as_uri(), "http://127.0.0.1:9/x", str(secret)):
        root = parse_xml(_EXTERNAL.format(address).encode(), "a.docx")
        assert "HEMMELIG" not in "".join(root.itertext())


def test_entities_that_grow_are_not_expanded() -> None:
    try:
        text = "".join(parse_xml(_LAUGHS.encode(), "a.docx").itertext())
    except DocumentError as error:
        text = str(error)
    assert len(text) < 200


@pytest.mark.parametrize("data", [b"", b"<a>", b"\xff\xfe", b"<a" + b"<b>" * 10, b"<b>" * 5000 + b"</b>" * 5000])
def test_what_is_not_well_formed_or_too_deep_is_damaged(data: bytes) -> None:
    with pytest.raises(DocumentError, match="is damaged"):
        parse_xml(data, "a.docx")


# Whole files


def test_a_large_archive_is_read_where_a_large_text_is_not(tmp_path: Path) -> None:
    image = bytes(range(256)) * 140_000  # 36 MB
    path = tmp_path / "bok.epub"
    data = book({"a.xhtml": "<p>Båten lå ved brygga.</p>"})
    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_STORED) as written:
        written.writestr("OEBPS/a.jpg", image)
    path.write_bytes(file.getvalue())
    assert [p.text for p in read_document(path).paragraphs] == ["Båten lå ved brygga."]
    path.write_bytes(b"Hei " * 9_000_000)
    with pytest.raises(DocumentError, match="too large"):
        read_document(path)


def test_a_book_of_one_endless_paragraph_and_one_of_many_tags_are_read() -> None:
    deep = "<div>" * 3000 + "dypt" + "</div>" * 3000
    found = read_data(book({"a.xhtml": deep, "b.xhtml": "<p>" + "ord " * 100_000}), "bok.epub")
    assert [len(p.text) for p in found.paragraphs] == [4, 399_999]


def test_a_chapter_is_no_xml_that_has_to_be_well_formed() -> None:
    found = read_data(book({"a.xhtml": chapter("<p>En & to<br> tre</p>").encode()}), "bok.epub")
    assert [p.text for p in found.paragraphs] == ["En & to\ntre"]


def test_reading_that_is_cancelled_ends_with_its_process(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def noted(*arguments: Any, **named: Any) -> "subprocess.Popen[bytes]":
        started.append(start(*arguments, **named))
        return started[-1]

    monkeypatch.setattr("subprocess.Popen", noted)
    monkeypatch.setattr(isolated, "command", lambda _module: [sys.executable, "-c", "import time; time.sleep(600)"])
    with pytest.raises(CancelledError):
        read_data(book({"a.xhtml": "<p>Ja</p>"}), "a.epub", cancelled=lambda: bool(started))
    assert started[0].returncode is not None

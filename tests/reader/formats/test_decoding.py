"""Bytes to text: recognising encodings, and what is not text."""

import codecs
from contextlib import suppress

import pytest
from hypothesis import given, strategies as st

from reader.errors import DocumentError
from reader.formats import decode

TEXT = "Blåbærsyltetøy – «godt», sa hun.\nOg så? 😀 Nei."
WESTERN = "Blåbærsyltetøy – «godt», sa hun … for 5 €."


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(TEXT.encode(), TEXT, id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), TEXT, id="UTF-8 with a mark"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), TEXT, id="UTF-16 LE with a mark"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT, id="UTF-16 BE with a mark"),
        pytest.param(codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), TEXT, id="UTF-32 LE with a mark"),
        pytest.param(codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), TEXT, id="UTF-32 BE with a mark"),
        pytest.param(WESTERN.encode("utf-16-le"), WESTERN, id="UTF-16 LE without"),
        pytest.param(WESTERN.encode("utf-16-be"), WESTERN, id="UTF-16 BE without"),
        pytest.param(WESTERN.encode("cp1252"), WESTERN, id="Windows-1252"),
        pytest.param("blåbær".encode("latin-1"), "blåbær", id="Latin-1"),
        pytest.param(b"", "", id="nothing"),
        pytest.param(codecs.BOM_UTF8, "", id="only a mark"),
        pytest.param(b"\tto\x0b\x0c\r\n\x1b[1mfet", "\tto\x0b\x0c\r\n\x1b[1mfet", id="the controls that texts have"),
    ],
)
def test_the_encoding_is_told_by_the_bytes(data: bytes, text: str) -> None:
    assert decode(data, "a.txt").text == text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", id="a picture"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x00\x01\x02", id="a PDF"),
        pytest.param(b"PK\x03\x04\x14\x00\x06\x00\x08\x00", id="a zip, as DOCX and EPUB are"),
        pytest.param(b"\x7fELF\x02\x01\x01" + bytes(16), id="a program"),
        pytest.param(bytes(5000), id="nothing but zeros"),
        pytest.param(b"hei\x01du", id="a control character"),
        pytest.param(b"hei\x7fdu", id="a delete character"),
        pytest.param(b"hei\x8ddu\xff", id="a byte that Windows-1252 lacks"),
        pytest.param(codecs.BOM_UTF8 + b"bl\xe5b\xe6r", id="damaged UTF-8 behind a mark"),
        pytest.param(codecs.BOM_UTF16_LE + b"a\0b", id="half a UTF-16 unit"),
        pytest.param(codecs.BOM_UTF16_LE + b"a\0\0\0b\0", id="a zero in UTF-16"),
        pytest.param(b"hei " * 2000 + b"\0", id="a zero far into a long text"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence_with_its_name(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"^“bilde\.txt” is not a text file\. .*\.$"):
        decode(data, "bilde.txt")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with suppress(DocumentError):
        assert "\0" not in decode(data, "x").text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_text_comes_back_whole(text: str, encoding: str) -> None:
    # A byte-order mark is not part of the text.
    text = text.lstrip("\ufeff")
    assert decode(text.encode(encoding), "x").text == text

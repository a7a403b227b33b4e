"""Formats that are no text: what is refused, by what a file holds and by its name, and what is text all the same."""

import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from email.message import EmailMessage
from mailbox import mbox
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from reader import DocumentError, read_document
from reader.formats import READABLE_SUFFIXES, refuse_binary, refuse_other_text
from reader.formats.other_formats import Other, refusal
from reader.paths import SEEDS
from tests.markdown_texts import markdown_texts
from tests.plain_texts import PHRASES, SENTENCES, lists

BODY = "Åse gikk hjem over fjellet. Kaka ventet på bordet."
HOSTILE = ("<", "{", "[", "<a ", "<!--", "<?", "\\", "%", "\n", " ", "f(", '"', "1:", "-->", "From ", "X-A: b\n", "\0")


def said(data: bytes, name: str) -> str:
    """The format that a file with these bytes is refused as, in words; "" if it is not refused."""
    try:
        refuse_binary(data, name)
        refuse_other_text(data.decode("utf-8"), name)
    except DocumentError as error:
        return str(error).removeprefix(f"“{name}” is ").partition(", not plain text. ")[0]
    return ""


def archive(*members: tuple[str, str]) -> bytes:
    """A ZIP file with these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as out:
        for name, content in members:
            out.writestr(name, content)
    return file.getvalue()


def mail(sentence: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "aase@eksempel.no", "per@eksempel.no", "Møte på fjellet"
    message.set_content(sentence)
    return bytes(message)


def rtf(sentence: str) -> bytes:
    return rf"{{\rtf1\ansi\deff0 {{\fonttbl {{\f0 Arial;}}}}\f0 {sentence}\par}}".encode()


def page(sentence: str) -> bytes:
    return f"<!doctype html>\n<title>Fjell</title>\n<p>{sentence}</p>\n".encode()


def xml(root: str, attributes: str = "") -> Callable[[str], bytes]:
    head = f"<?xml version='1.0' encoding='UTF-8'?>\n<!-- laget i går -->\n<{root} {attributes}>"
    return lambda sentence: f"{head}{sentence}</{root}>".encode()


WRITERS: dict[str, tuple[Callable[[str], bytes], str]] = {
    "rtf": (rtf, "a rich text file (RTF)"),
    "html": (page, "a web page (HTML)"),
    "html without a document type": (
        lambda s: f"<html>\n<body>\n<h1>Fjell</h1>{s}</body></html>".encode(),
        "a web page (HTML)",
    ),
    "part of a page": (lambda s: f"<h2>Fjell</h2>\n<p>{s}</p>\n<p>{s}</p>".encode(), "a web page (HTML)"),
    "xml": (xml("bok"), "an XML file"),
    "tmx": (xml("tmx", 'version="1.4"'), "a translation memory (TMX)"),
    "xliff": (xml("xliff", 'version="1.2"'), "a file for translation programs"),
    "svg": (xml("svg", 'xmlns="http://www.w3.org/2000/svg"'), "an image (SVG)"),
    "svg alone": (
        lambda s: f'<svg xmlns="http://www.w3.org/2000/svg"><text>{s}</text></svg>'.encode(),
        "an image (SVG)",
    ),
    "fb2": (xml("FictionBook", 'xmlns="x"'), "an e-book (FictionBook)"),
    "fodt": (
        xml("office:document", 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'),
        "an OpenDocument text (ODT)",
    ),
    "mail": (mail, "a stored e-mail (EML)"),
    "pdf": (lambda s: f"%PDF-1.7\n1 0 obj\n({s}) Tj\nendobj".encode(), "a PDF file"),
    "postscript": (lambda s: f"%!PS-Adobe-3.0 EPSF-3.0\n({s}) show".encode(), "a PostScript file"),
    "json": (lambda s: json.dumps({"tekst": s, "antall": 3}, indent=1).encode(), "a data file (JSON)"),
    "json lines": (lambda s: (json.dumps({"tekst": s}) + "\n").encode() * 3, "a data file (JSON)"),
    "list": (lambda s: json.dumps([s, [s]], ensure_ascii=False).encode(), "a data file (JSON)"),
    "notebook": (
        lambda s: json.dumps({"cells": [{"cell_type": "code", "source": [s]}], "nbformat": 4}).encode(),
        "a Jupyter notebook",
    ),
    "tex": (
        lambda s: f"% kladd\n\\documentclass{{article}}\n\\begin{{document}}{s}\\end{{document}}".encode(),
        "a TeX document",
    ),
    "script": (lambda s: f"#!/usr/bin/env python3\nprint('{s}')\n".encode(), "the source code of a program"),
    "calendar": (lambda s: f"BEGIN:VCALENDAR\r\nSUMMARY:{s}\r\n".encode(), "a calendar file"),
    "subtitles": (
        lambda s: f"[Script Info]\nTitle: x\n[Events]\nDialogue: {s}".encode(),
        "a subtitle file of another kind than SRT and WebVTT",
    ),
    "docx": (lambda s: archive(("[Content_Types].xml", ""), ("word/document.xml", s)), "a Word document (DOCX)"),
    "odt": (
        lambda s: archive(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", s)),
        "an OpenDocument text (ODT)",
    ),
    "epub": (lambda s: archive(("mimetype", "application/epub+zip"), ("a.xhtml", s)), "an e-book (EPUB)"),
    "xlsx": (lambda s: archive(("xl/workbook.xml", s)), "a spreadsheet"),
    "zip": (lambda s: archive(("brev.txt", s)), "a compressed file"),
    "doc": (
        lambda s: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64) + "WordDocument".encode("utf-16-le") + s.encode(),
        "a Word document (DOC)",
    ),
    "png": (lambda s: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + s.encode(), "an image"),
    "mp3": (lambda s: b"ID3\x04\0\0" + s.encode(), "a sound or video file"),
    "webp": (lambda s: b"RIFF\x10\0\0\0WEBPVP8 " + s.encode(), "an image"),
    "mp4": (lambda s: b"\0\0\0\x20ftypisom" + s.encode(), "a sound or video file"),
    "mobi": (lambda s: bytes(60) + b"BOOKMOBI" + s.encode(), "an e-book (MOBI)"),
    "tar": (lambda s: b"brev.txt".ljust(257, b"\0") + b"ustar\x0000" + s.encode(), "a compressed file"),
    "gzip": (lambda s: b"\x1f\x8b\x08\0\0\0\0\0" + s.encode(), "a compressed file"),
}


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=12)
@given(sentence=SENTENCES, blank=st.sampled_from(["", "\n", "\ufeff"]), suffix=st.sampled_from([".txt", "", ".text"]))
def test_what_a_file_holds_tells_its_format_whatever_its_name(
    name: str, sentence: str, blank: str, suffix: str
) -> None:
    write, what = WRITERS[name]
    data = write(sentence)
    textual = b"\0" not in data
    assert said(blank.encode() * textual + data, f"fil{suffix}") == what


def test_a_mailbox_is_told_from_a_letter(tmp_path: Path) -> None:
    box = mbox(tmp_path / "post")
    box.add(mail(BODY))
    box.close()
    assert said((tmp_path / "post").read_bytes(), "post") == "a mailbox with e-mails"
    assert said(f"From the desk of Per, 12:30 at night in 1905\n\n{BODY}".encode(), "post.txt") == ""


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.py", "# Fjell", "the source code of a program"),
        ("a.c", "int main(void) {\n}\n", "the source code of a program"),
        ("a.yaml", "navn: Åse\nalder: 7\n", "a file of settings or data"),
        ("a.html", f"<b>Åse:</b> {BODY}", "a web page (HTML)"),
        ("a.json", "[]", "a data file (JSON)"),
        ("a.tex", "\\section{Fjell}\nTekst", "a TeX document"),
        ("a.po", 'msgid "Fjell"\nmsgstr ""', "a file for translation programs"),
        ("a.eml", f"From: Åse\nTo: Per\n\n{BODY}", "a stored e-mail (EML)"),
        (
            "a.mht",
            f"From: Åse\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n{BODY}",
            "a saved web page (MHTML)",
        ),
        ("a.xml", "<bok><side>Fjell</side></bok>", "an XML file"),
    ],
)
def test_the_ending_of_a_name_tells_the_format_of_what_shows_a_sign_of_it(name: str, content: str, what: str) -> None:
    assert said(content.encode(), name) == what


@pytest.mark.parametrize("suffix", ["rtf", "html", "json", "tex", "eml", "xml", "c", "po", "ipynb", "r", "fb2"])
@given(sentences=st.lists(SENTENCES, min_size=1, max_size=4))
def test_prose_is_text_though_its_name_says_otherwise(suffix: str, sentences: list[str]) -> None:
    assert said("\n\n".join(sentences).encode(), f"brev.{suffix}") == ""


TEXTS = (
    "<navn> skrev i går at kaka ventet.",
    "<html> er roten av en nettside, og </html> avslutter den.",
    "<!DOCTYPE html> står øverst på hver side.",
    "<?xml version='1.0'?> er den første linja i mange filer.",
    "<b>Merk:</b> møtet er flyttet.",
    "<p> og </p> omslutter et avsnitt.",
    "<tmx> er et format.",
    "<document>\nFjellet sto.\n</document>",
    "Content-Type: en linje i en e-post",
    "<dikt>\nFjellet sto\ni natta\n</dikt>",
    "{Parentesen} åpner teksten.",
    '{"Navn" skrev hun, og så ventet de.}',
    "[1]",
    "[1] Fotnoten forklarer tallet.",
    '["Sitat" i klammer]',
    "{\\rtf1 er det en RTF-fil begynner med.}",
    "%PDF-1.4 er de første tegnene i en PDF-fil.",
    "\\documentclass er en kommando.",
    "#! kalles shebang.",
    "GIF89a er navnet på et format.",
    "MZ var initialene hans. ID3 heter merkelappen, BM bildet, PK pakken.",
    "BMW-en sto ved fjor\x02\nden, helt i nord\x1eenden.",
    "Fra: Åse\nTil: Per\nEmne: Møte\n\nHei Per!",
    "From: Åse\nSent: Monday 3 May\nTo: Per\nSubject: Meeting\n\nHello Per!",
    "From: the desk of Per\n\nDear Åse!",
    "From here 12:30 it is far.",
    "Navn: Åse\nAlder: 7\n",
    "09:00 --> 10:00 Frokost\n10:00 --> 11:00 Møte",
    "WEBVTT er et format for undertekster.",
    "--- slutt ---\nBEGIN: her",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("suffix", [".txt", ".md", ""])
def test_a_text_that_only_names_a_format_is_text(text: str, suffix: str) -> None:
    assert said(f"{text}\n\n{BODY}\n".encode(), f"brev{suffix}") == ""
    assert said(text.encode(), f"brev{suffix}") == ""


@pytest.mark.parametrize(
    "opening",
    [
        '<div align="center">\n\n# Fjell\n\n</div>',
        "<!-- kommentar -->\n\n# Fjell",
        "<p>Hei</p>\n\n<p>der</p>",
        '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
        "---\ntitle: Fjell\n---\n",
        "{{< advarsel >}}",
        "<details><summary>Mer</summary>\n\nTekst\n\n</details>",
    ],
)
def test_markdown_may_begin_with_any_tag(opening: str) -> None:
    assert said(f"{opening}\n\n{BODY}\n\n</div>\n".encode(), "les.md") == ""


@given(markdown_texts())
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_no_generated_markdown_is_refused(text: object) -> None:
    assert said(str(getattr(text, "text", text)).encode(), "les.md") == ""


def test_ordinary_texts_cut_anywhere_are_never_refused() -> None:
    chance = random.Random(7)
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    for _ in range(2000):
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        piece = text[start : start + chance.randrange(1, 400)]
        assert said(piece.encode(), f"bit{chance.choice(READABLE_SUFFIXES)}") == "", piece


@given(
    st.one_of(PHRASES, SENTENCES, lists().map(lambda part: "\n".join(part.lines))), st.sampled_from(READABLE_SUFFIXES)
)
def test_no_generated_text_is_refused(text: str, suffix: str) -> None:
    assert said(text.encode(), f"tekst{suffix}") == ""


@given(
    st.one_of(st.sampled_from(list(WRITERS)).map(lambda name: WRITERS[name][0](BODY)), st.binary(max_size=40)),
    st.data(),
    st.sampled_from(["a.html", "a.json", "a.eml", "a.doc", "a.xml", "a.c", "a.srt", "a.vtt", "a.md", "a.txt", "a"]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged_files_raise_nothing_but_what_the_user_can_read(
    tmp_path: Path, data: bytes, draws: st.DataObject, name: str
) -> None:
    cut = draws.draw(st.integers(0, len(data)))
    noise = draws.draw(st.binary(max_size=6))
    path = tmp_path / name
    path.write_bytes(data[:cut] + noise + data[cut + draws.draw(st.integers(0, 30)) :])
    with suppress(DocumentError):
        read_document(path)


@pytest.mark.parametrize("sign", HOSTILE)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.xml", "a.c", "a.ini", "a.eml"])
def test_signs_without_end_are_looked_at_in_linear_time(sign: str, name: str) -> None:
    said((sign * 200_000).encode(), name)  # a quadratic look would meet the time limit of the tests
    said((f"<a{sign * 100_000}").encode(), name)
    said((f"a\n{sign * 100_000} b").encode(), name)
    said((f"<!DOCTYPE {sign.strip('<>') * 100_000}").encode(), name)


@pytest.mark.parametrize("other", list(Other))
def test_every_format_has_a_name_and_a_way_out(other: Other) -> None:
    assert re.fullmatch(r"“a” is (an? |the )[^.]+, not plain text\. [A-Z][^{}]+\.", str(refusal(other, "a")))


def test_the_sentence_says_what_the_file_is_and_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_bytes(b"BEGIN:VCARD\nFN:Per\nEND:VCARD\n")
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    assert str(caught.value) == (
        f"“{path}” is a contact card, not plain text. "
        "Open it in the program that it belongs to, copy the text into a text file, and open that."
    )


@pytest.mark.parametrize("suffix", [".mdx", ".qmd", ".Rmd", ".markdown", ".mkd", ".mdown"])
def test_the_dialects_of_markdown_are_read_as_markdown(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"notat{suffix}"
    path.write_text("Setext\n======\n\nTekst.\n", "utf-8")
    document = read_document(path)
    assert document.source is not None
    assert (document.source.format, document.title) == ("markdown", "Setext")


def test_signs_that_programs_leave_around_a_file_do_not_hide_what_it_is() -> None:
    assert said(rtf(BODY) + b"\r\n\0", "brev.txt") == "a rich text file (RTF)"
    assert said(b'{\n  // navn\n  "navn": "Per",\n}', "a.txt") == "a data file (JSON)"
    fields = b"Format: https://eksempel.no/\nSource: a\nX-Opphav: b\nX-Navn: c\n"
    assert said(fields, "a.txt") == ""


@pytest.mark.parametrize(
    ("name", "what"),
    [("brev.docx", "is damaged"), ("tall.XLSX", "a spreadsheet"), ("bok.epub", "is damaged")],
)
def test_a_damaged_archive_is_told_by_the_name_of_its_file(name: str, what: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"PK\x03\x04 nonsense")
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    assert what in str(caught.value) and "Unpack" not in str(caught.value)


@pytest.mark.parametrize("name", ["brev.docx", "brev"])
def test_an_office_document_with_a_password_is_said_to_have_one(name: str) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(99)
    with pytest.raises(DocumentError, match="protected by a password"):
        refuse_binary(data, name)

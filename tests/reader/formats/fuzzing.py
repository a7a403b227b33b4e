"""Files with random damage, for every family of formats that comes from outside, and hostile changes of them."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random

from reader.formats.decoding import decode
from reader.formats.families import parse_family
from reader.formats.finishing import clean
from reader.formats.reading import read_data
from reader.formats.rewriting.changes import Change, Rewriting, SentenceChange
from reader.text import MarkKind, Paragraph, word_spans
from tests.reader.formats.books import archive, book
from tests.reader.formats.mail.mails import whole
from tests.reader.formats.odt.files import letter
from tests.reader.formats.pdf.typesetting import Layout, Set, typeset
from tests.reader.formats.rtf.rtf_files import letter as rich
from tests.source_tree import ROOT

_WEB_PAGE = (
    '<!DOCTYPE html><html lang="nb"><head><title>Side</title></head><body><h1 id="a">Tittel</h1><p>Noe <b>fett</b>'
    '<sup><a href="#fn1">1</a></sup> og <a href="#a">hit</a>.</p><ol start="3"><li>En<ul><li>To</ul></ol>'
    '<table><tr><th rowspan="2">A<td colspan=2>B<tr><td>C<table><tr><td>D</table></table><img src="x.png" alt="Kart">'
    '<div hidden>Skjult</div><p translate="no" lang="en">Keep</p><pre>kode  her</pre><p id="fn1">Note</p></body></html>'
)

_TEXT = (
    "TITTEL\n======\n\nFørste avsnitt, som går over\nto linjer[1] og er _fremhevet_.\n\n  1. En\n  2. To\n"
    "     - Tre\n\n> sitat\n> > dypere\n\nNavn    Antall\n-----   ------\nÅse     3\nOla     12\n\n"
    "-- \nHilsen Åse\n\n[1] Noten.\n"
)
_MARKDOWN = (
    "---\ntitle: Tittel\nlang: nb\n---\n\n# En *overskrift* {#a}\n\nNoe **fett**[^1] og [hit](#a) `kode`.\n\n"
    "1. En\n   - To\n\n> Sitat\n\n| A | B |\n|---|--:|\n| 1 | **2** |\n\n<p align=x>HTML</p>\n\n"
    "```\nkode\n```\n\n[^1]: Note.\n"
)
# What a translation may have that a format cannot have, or means something else by.
_PIECES = (
    *("", "\0", "\x01\x0b\x1f", "\ud800", "\ufffe\uffff", "\n\n", "\r\n", "\t", "\u2028\x85", "e\u0301", "\u202e"),
    *("<b>", "</p>", "&amp;&#0;", "]]>", "-->", "\ufffc", "[1]", "\U0001f600", "x" * 300),
)


def _page() -> bytes:
    return _WEB_PAGE.encode()


def _book() -> bytes:
    return book({"a.xhtml": _WEB_PAGE, "b.xhtml": '<p><a href="a.xhtml#fn1">1</a></p>'})


def _report() -> bytes:
    return (ROOT / "tests" / "data" / "word" / "rapport.docx").read_bytes()


def _printed() -> bytes:
    cells = ("A", "B", "C", "1", "2", "3")
    blocks = [Set("heading", "Tittel"), Set("note", "Noe", more=("Note", "og mer.")), Set("table", more=cells)]
    return typeset(blocks, Layout(columns=2, head="Hode", height=300), tagged=True)


def _text() -> bytes:
    return _TEXT.encode()


def _markdown() -> bytes:
    return _MARKDOWN.encode()


def _srt() -> bytes:
    return (
        "1\n00:00:01,000 --> 00:00:02,500\n- <i>Hei</i> på\n- deg.\n\n2\n00:00:03,000 --> 00:00:04,000\nTo\n".encode()
    )


def _vtt() -> bytes:
    first = b"WEBVTT\n\nNOTE x\n\na\n00:01.000 --> 00:02.000 line:0\n<v Ola>Hei <b>der</b></v>\n\n"
    return first + b"00:03.000 --> 00:04.000\nTo\n"


# What makes a whole file of each family that is read in a process of its own.
WHOLE: Mapping[str, Callable[[], bytes]] = {
    "html": _page,
    "epub": _book,
    "odt": letter,
    "docx": _report,
    "mail": whole,
    "pdf": _printed,
    "rtf": rich,
}
# The same of those that are read in the program.
TEXTS: Mapping[str, Callable[[], bytes]] = {"text": _text, "markdown": _markdown, "srt": _srt, "vtt": _vtt}

_TOKENS = (
    *(b"<", b">", b"</", b"/>", b"&", b'"', b"'", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?", b"\0", b"\xff"),
    *(b"<table>", b"<td rowspan=99999999>", b"<td colspan='999999999'>", b"<tr>", b"<li value=99999999999>"),
    *(b"&#0;", b"&#xd800;", b"&#99999999999;", b"9" * 5000, b"-1", b"", b"\xe2\x80\xae", b"\xef\xb7\x90"),
    *(b"<div>" * 200, b"<!DOCTYPE a [<!ENTITY x 'y'>]>&x;"),
)


_RICH_TOKENS = (
    *(b"\\", b"{", b"}", b"\\*", b"\\bin9999 ", b"\\cell", b"\\row", b"\\itap9", b"\\uc9 \\u-10179 ", b"{\\footnote "),
    *(
        b"\\par",
        b"\\trowd\\cellx9",
        b"{\\field{\\fldrslt ",
        b"\\'",
        b"\\f3 ",
        b"{\\*\\moMath{\\mf ",
        b"\0",
        b"9" * 5000,
        b"\\v",
    ),
)


def damaged(data: bytes, chance: Random) -> bytes:
    """A file with some damage: of an archive, in a member or in the archive itself."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _with_damaged_members(data, chance)
    return _damaged_bytes(data, chance)


def _with_damaged_members(data: bytes, chance: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        members = {name: found.read(name) for name in found.namelist()}
    for name in chance.sample(sorted(members), chance.randint(1, min(3, len(members)))):
        if chance.random() < 0.1:
            del members[name]
        else:
            members[name] = _damaged_bytes(members[name], chance)
    return archive(members)


def _damaged_bytes(data: bytes, chance: Random) -> bytes:
    tokens = _RICH_TOKENS if data.startswith(b"{\\rtf") else _TOKENS
    for _ in range(chance.randint(1, 5)):
        start = chance.randint(0, len(data))
        end = min(start + int(chance.expovariate(0.02)), len(data))
        piece = data[start:end]
        new = chance.choice(
            [b"", piece * chance.randint(2, 20), chance.choice(tokens), piece[::-1], _elsewhere(data, chance)]
        )
        data = data[:start] + new + data[end:]
    return data


def _elsewhere(data: bytes, chance: Random) -> bytes:
    start = chance.randint(0, len(data))
    return data[start : start + chance.randint(0, 200)]


def found_in(family: str, data: bytes) -> tuple[str, list[Paragraph]]:
    """The format that a file of a family, or of one in `TEXTS`, is read as, and its paragraphs.

    Raises:
        DocumentError: it cannot be read.
    """
    if family == "html":  # the program decodes it
        data = decode(data, "fil").text.encode("utf-8", "replace")
    if family not in TEXTS:
        return family, list(map(clean, parse_family(family, data, "fil").paragraphs))
    document = read_data(data, "fil", Path(f"fil.{family}"), markdown=family == "markdown")
    assert document.source is not None
    return document.source.format, list(document.paragraphs)


def hostile(paragraphs: Sequence[Paragraph], chance: Random) -> Rewriting:
    """Changes of all these paragraphs that no format would expect."""
    changes = [_changed(row, paragraph, chance) for row, paragraph in enumerate(paragraphs)]
    return Rewriting([paragraph.text for paragraph in paragraphs], changes, chance.random() < 0.5, "en")


def _changed(row: int, paragraph: Paragraph, chance: Random) -> Change:
    """A paragraph with pieces in some places, and links between any of its words."""
    old = new = paragraph.text
    for _ in range(chance.randint(0, 3)):
        start = chance.randint(0, len(new))
        new = new[:start] + chance.choice(_PIECES) + new[start + chance.randint(0, 5) :]
    words = word_spans(new)
    links = tuple((*span, *chance.choice(words), chance.random()) for span in word_spans(old)) if words else ()
    marks = tuple(m for m in paragraph.marks if m.end <= len(new) and m.kind is not MarkKind.ORIGIN)
    return Change(row, new, (SentenceChange((0, len(old)), (0, len(new)), links),), marks)

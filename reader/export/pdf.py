"""The bilingual PDF: a parallel edition, paragraph beside paragraph, set by Typst.

Typst reads the document as JSON and the template `parallel.typ` treats it as data only: no text of a
document is ever part of Typst source. What the file is to be, PDF/UA-1 and PDF/A-2a, forbids a character
that no font has; such a character is shown as its Unicode number.
"""

import datetime
import json
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import quote

from reader.document import Kind, Mark, Paragraph
from reader.errors import OutputError
from reader.files import write_atomically
from reader.languages import language_name
from reader.parallel import ParallelText, Row, State
from reader.places import FONTS, RESOURCES
from reader.runs import runs
from reader.version import __version__

_TEMPLATE = RESOURCES / "typst" / "parallel.typ"
_STANDARDS: Any = ["ua-1", "a-2a"]

# Over the columns each language has its own name for itself.
_OWN_NAMES = {"nb": "Norsk bokmål", "nn": "Norsk nynorsk", "da": "Dansk", "sv": "Svenska", "en": "English"}
_REGIONS = {"nb": "NO", "nn": "NO", "da": "DK", "sv": "SE"}
_NOT_TRANSLATED = {
    "nb": "[ikke oversatt]",
    "nn": "[ikkje omsett]",
    "da": "[ikke oversat]",
    "sv": "[inte översatt]",
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_HEADINGS = (Kind.TITLE, Kind.HEADING)
# A heading of more characters is set like a paragraph: Typst does not break a heading row across pages.
_LONGEST_HEADING = 600
_LONGEST_RUNNING_HEAD = 80
# Typst refuses longer addresses.
_LONGEST_ADDRESS = 2000

_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]")
_INDENT = re.compile(r"^\t+", re.MULTILINE)
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f]+", re.IGNORECASE)

# Addresses and names of files, in which a hyphen at the end of a line would be read as part of them.
_UNHYPHENATED = re.compile(r"(\S*(?:://|www\.|\w@\w|\w_\w)\S*)")

# Words longer than this may not fit on a line, and hyphenation knows nothing of addresses.
_LONG_TOKEN = re.compile(r"\S{30,}")
_LONGEST_WORD = 36
_BREAK_BEHIND = re.compile(r"(?<=[/?&=._,;:@#%+~|\\)\]}–—-])(?=[^/\s])")
_CHUNK = re.compile(r"[\s\S]{1,4}[\u0300-\u036f\u200d\ufe00-\ufe0f]*")
_UNBROKEN = 16

# What Typst says of a character without a glyph; the text is quoted as Rust quotes strings.
_NO_GLYPH = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_RUST_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
_PROBE = b"""
#set document(title: "probe")
#for character in json(bytes(sys.inputs.data)) { text(character); parbreak() }
"""

# Every font for text has the letters up to here.
_LAST_USUAL = "\u017f"
# Joiners and marks of direction: set as nothing, whatever the font.
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"

# In lines: rows up to the first are kept together; a side up to the second is a short one.
_KEPT_LINES = 4
_SHORT_LINES = 3
_LINE_LENGTH = 46


_PDFIUM = Lock()


def export_pdf(
    text: ParallelText,
    path: Path,
    *,
    today: datetime.date | None = None,
    timestamp: datetime.datetime | None = None,
) -> int:
    """Write `text` as a bilingual PDF to `path`; a file that is there stays whole until the new one is.

    The other arguments are those of `pdf_bytes`.

    Returns:
        The number of pages, read back from what was set: another program can open it.

    Raises:
        OutputError: the pages cannot be set, or the file cannot be written.
    """
    data = pdf_bytes(text, today=today, timestamp=timestamp)
    pages = _page_count(data)
    write_atomically(path, data)
    return pages


def _page_count(data: bytes) -> int:
    import pypdfium2

    # PDFium is not made for several threads at once.
    with _PDFIUM, pypdfium2.PdfDocument(data) as document:
        return len(document)


def pdf_bytes(
    text: ParallelText,
    *,
    today: datetime.date | None = None,
    timestamp: datetime.datetime | None = None,
) -> bytes:
    """Set `text` as a tagged PDF (PDF/UA-1 and PDF/A-2a): the original left, the translation right.

    The same text, day and time give the same bytes.

    Args:
        text: the rows; one that is not translated yet says so in its right column.
        today: the date in the colophon; by default the present day.
        timestamp: when the file was made, for its metadata; by default the beginning of `today` if that
            is given, else now. One without a time zone is in UTC.

    Raises:
        OutputError: the pages cannot be set.
    """
    day = today or datetime.date.today()
    moment = _moment(today, timestamp)
    template = _TEMPLATE.read_bytes()
    unusual = _unusual_characters(text)
    # A font may have a character and yet not what it combines with: the second try shows none of the unusual.
    for missing in dict.fromkeys((_without_glyph(unusual), unusual)):
        try:
            return _compile(template, _Edition(text, missing).content(day), moment)
        except RuntimeError as error:  # TypstError is one
            failure = error
    raise OutputError("The PDF cannot be made: its pages could not be set.") from failure


def _compile(source: bytes, content: object, moment: datetime.datetime) -> bytes:
    import typst  # late: it is large, and most of what the program does needs no PDF

    try:
        return typst.compile(
            source,
            # No fonts of the system: the same pages on every computer.
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=[FONTS]),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(content)},
            pdf_standards=_STANDARDS,
            timestamp=moment,
        )
    except BaseException as error:
        # A panic inside Typst comes as a BaseException of a class that cannot be imported.
        if type(error).__name__ == "PanicException":
            raise RuntimeError("Typst stopped on a fault of its own.") from error
        raise


def _moment(today: datetime.date | None, timestamp: datetime.datetime | None) -> datetime.datetime:
    if timestamp is None and today is not None:
        timestamp = datetime.datetime.combine(today, datetime.time())
    if timestamp is None:
        return datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    aware = timestamp if timestamp.tzinfo else timestamp.replace(tzinfo=datetime.UTC)
    return aware.astimezone(datetime.UTC)  # Typst takes no zone whose offset varies


@dataclass(frozen=True, slots=True)
class _Edition:
    """A parallel text on its way to the template; `missing` are the characters no font has."""

    text: ParallelText
    missing: Collection[str]

    def content(self, today: datetime.date) -> dict[str, object]:
        """What the template reads; texts are lists of runs."""
        text = self.text
        rows = _numbered_rows(text)
        title = self._one_line(text.document.title) or self._one_line(text.document.name)
        title_style = _title_style(text)
        return {
            "title": title,
            "title_style": title_style,
            "running_head": _shorten(title, _LONGEST_RUNNING_HEAD),
            "languages": [_language(text.source_language), _language(text.target_language)],
            "not_translated": _NOT_TRANSLATED.get(text.target_language, "[not translated]"),
            "rows": list(self._rows(rows, 0 if title_style == "none" else 1)),
            "colophon": [self._runs(line) for line in self._colophon(today)],
        }

    def _rows(self, rows: Sequence[tuple[int | None, Row]], level: int) -> Iterator[dict[str, object]]:
        for number, row in rows:
            kind = _set_as(row.source)
            if kind in _HEADINGS:
                # A heading may be one step below the one before it, no more: PDF/UA forbids gaps.
                level = min(max(row.source.level, 1), level + 1)
            yield {
                "kind": kind.value,
                "level": level if kind in _HEADINGS else row.source.level,
                "number": str(number or ""),
                "breaks": _breaks(row),
                "marker": self._one_line(row.source.marker),
                "source": self._runs(row.source.text, row.source.marks),
                "target": self._target(row),
            }

    def _target(self, row: Row) -> list[dict[str, object]] | None:
        if row.state is State.SAME:
            return self._runs(row.source.text, row.source.marks)
        if row.state is State.DONE and row.target.strip():
            return self._runs(row.target, row.marks)
        return None

    def _one_line(self, text: str) -> str:
        return " ".join("".join(part for part, _ in self._shown(text)).split())

    def _runs(self, text: str, marks: Sequence[Mark] = ()) -> list[dict[str, object]]:
        """Stretches of `text` under the same marks, each in parts between which a line may end."""
        return [
            {
                "parts": _breakable(piece),
                "styles": sorted(run.kinds) + ["missing"] * absent + ["address"] * (number % 2),
                "href": _address(run.href),
            }
            for run in runs(text, marks)
            for part, absent in self._shown(run.text)
            # Every second piece is what the pattern is about.
            for number, piece in enumerate(_UNHYPHENATED.split(part))
            if piece
        ]

    def _shown(self, text: str) -> Iterator[tuple[str, bool]]:
        """Parts of `text` and whether each stands for characters that cannot be shown."""
        for absent, characters in groupby(_clean(text), key=self.missing.__contains__):
            part = "".join(characters)
            yield (_numbers(part) if absent else part), absent

    def _colophon(self, today: datetime.date) -> Iterator[str]:
        text = self.text
        source, target = language_name(text.source_language), language_name(text.target_language)
        yield f"Source: {text.document.name}"
        yield f"{source} to {target}, {today.day} {_MONTHS[today.month - 1]} {today.year}"
        yield f"Machine translation, made offline with Tospalt {__version__} and Argos Translate"
        for package in text.packages:
            starter = " (starter package)" if package.starter else ""
            yield f"Language package: {package.name} {package.version}{starter}"
        if left := len(text.outstanding()):
            yield f"Not translated: {left} of {len(text.rows)} paragraphs"
        if self.missing:
            yield "Characters that no font here has are shown by their Unicode numbers, in brackets"


def _set_as(paragraph: Paragraph) -> Kind:
    """The kind that a paragraph is set as: what cannot be a heading in a PDF becomes a paragraph."""
    length = len(_clean(paragraph.text).strip())
    if paragraph.kind in _HEADINGS and not 0 < length <= _LONGEST_HEADING:
        return Kind.PARAGRAPH
    return paragraph.kind


def _numbered_rows(text: ParallelText) -> list[tuple[int | None, Row]]:
    """The rows with their numbers, without blank ones and without rules at either end, which divide nothing."""
    numbered = zip(text.numbers(), text.rows, strict=True)
    rows = [(n, row) for n, row in numbered if row.source.kind is Kind.RULE or row.source.text or row.target]
    inner = [index for index, (_, row) in enumerate(rows) if row.source.kind is not Kind.RULE]
    return rows[inner[0] : inner[-1] + 1] if inner else []


def _title_style(text: ParallelText) -> str:
    """How the title stands above the rows: "none" if it is in one of them, "incipit" if first words."""
    title = text.document.title.strip()
    paragraphs = text.document.paragraphs
    if not title or any(p.kind is Kind.TITLE or " ".join(p.text.split()) == title for p in paragraphs):
        return "none"
    return "incipit" if title.endswith("…") else "title"


def _breaks(row: Row) -> str:
    """Where a row may go on over the page: "never", "anywhere" or "well", not leaving single lines.

    Beside a long text a short one must not be moved to the next page as a whole, or the two get out of step.
    """
    short, long = sorted(map(_lines, (row.source.text, row.target)))
    if long <= _KEPT_LINES or (short <= _SHORT_LINES and long <= 2 * _KEPT_LINES):
        return "never"
    return "anywhere" if short <= _SHORT_LINES else "well"


def _lines(text: str) -> int:
    """Roughly how many lines of a column `text` takes."""
    return sum(1 + len(line) // _LINE_LENGTH for line in text.split("\n"))


def _language(code: str) -> dict[str, str]:
    """The language for Typst, which takes two or three letters, and its name for itself."""
    tag = re.match(r"[a-z]{2,3}(?![a-z])", code)
    name = _OWN_NAMES.get(code, language_name(code)) or "?"
    return {"lang": tag[0] if tag else "und", "region": _REGIONS.get(code, ""), "name": name}


def _address(href: str) -> str:
    """The target of a link that is safe to follow from a PDF, in ASCII; else ""."""
    if len(href) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(href):
        return ""
    return quote(href, safe="!#$%&'()*+,/:;=?@[]~", errors="replace")


def _clean(text: str) -> str:
    """`text` without control characters; whatever ends a line is "\n", and tabs are spaces."""
    text = _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
    return _INDENT.sub(lambda tabs: "    " * len(tabs[0]), text).replace("\t", " ")


def _breakable(text: str) -> list[str]:
    """Cut long words and addresses where they may be broken; joined, the parts are `text`."""
    parts = [""]
    end = 0
    for token in _LONG_TOKEN.finditer(text):
        first, *others = _cuts(token[0])
        parts[-1] += text[end : token.start()] + first
        parts += others
        end = token.end()
    parts[-1] += text[end:]
    return parts


def _cuts(token: str) -> list[str]:
    if token.isalpha() and len(token) <= _LONGEST_WORD:
        return [token]
    pieces = [_CHUNK.findall(p) if len(p) > _UNBROKEN else [p] for p in _BREAK_BEHIND.split(token)]
    return list(chain.from_iterable(pieces))


def _numbers(characters: str) -> str:
    """Characters by their Unicode numbers: "[U+4E2D U+6587]"."""
    return "[" + " ".join(f"U+{ord(character):04X}" for character in characters) + "]"


def _unusual_characters(text: ParallelText) -> frozenset[str]:
    """Characters of `text` that some font may not have."""
    parts = [text.document.title, text.document.name]
    for row in text.rows:
        parts += (row.source.marker, row.source.text, row.target)
    characters = set().union(*map(_clean, parts))
    return frozenset(c for c in characters if c > _LAST_USUAL and c not in _INVISIBLE)


def _without_glyph(characters: Collection[str]) -> frozenset[str]:
    """Those of `characters` that cannot be in the PDF: Typst is asked to set each of them."""
    # Private use, unassigned, half a surrogate pair: PDF/A forbids them whatever the fonts have.
    forbidden = frozenset(c for c in characters if unicodedata.category(c) in ("Co", "Cn", "Cs"))
    doubtful = sorted(set(characters) - forbidden)
    try:
        if doubtful:
            _compile(_PROBE, doubtful, datetime.datetime.fromtimestamp(0, datetime.UTC))
        return forbidden
    except RuntimeError as error:  # TypstError is one
        named = set("".join(map(_unquoted, _NO_GLYPH.findall(getattr(error, "diagnostic", "")))))
        return forbidden | (named.intersection(doubtful) or frozenset(doubtful))


def _unquoted(text: str) -> str:
    return _RUST_ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


def _shorten(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + "…"

"""The units of a TMX file, read piece by piece with expat: TMX 1.4b (https://www.gala-global.org/tmx-14b), 1.1 to 1.3.

The file is not trusted, and nothing outside it is read.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from reader import late_re as re
from reader.errors import DocumentError, Message, reason, template
from reader.files import open_regular
from reader.late_dataclasses import dataclass
from reader.memory.tmx_codes import CODES, left_of
from reader.memory.tmx_encoding import encoding_instead, without_blank_start
from reader.memory.tmx_entities import Entities, unknown_entity, unknown_in
from reader.memory.tmx_sentences import LONGEST
from reader.text import CLOSE, OPEN, looseness, named_language, shown

if TYPE_CHECKING:
    from xml.parsers.expat import ExpatError, XMLParserType

# What the files of a memory of Tospalt say that they are from.
OWN_FORMAT = "Tospalt translation memory"
_PIECE = 1 << 16
_MOST_PIECES = 1 << 14  # a gigabyte; also an end for a file that keeps growing
# Elements within each other; expat keeps them all.
_DEEPEST = 1000
# Within one tag or comment.
_LONGEST_MARKUP = 1 << 23
# In place of how loosely a code names its language.
_NOT_KNOWN = -1
# Of a unit's languages that are not known, and of characters of the name of one.
_MOST_UNKNOWN, _LONGEST_NAME = 100, 100
_DATE = re.compile(r"\d{8}T\d{6}Z")
_STANDALONE = re.compile(rb"\A((?:\xef\xbb\xbf)?<\?xml[^>]{0,200}?\sstandalone\s{0,9}=\s{0,9})[\"']yes[\"']")
_OTHERS = {
    b"PK\x03\x04": template("“{path}” is a ZIP archive. Unpack it and import the TMX file in it."),
    b"\x1f\x8b": template("“{path}” is a compressed file. Unpack it and import the TMX file in it."),
}
_KINDS = {
    "xliff": template("an XLIFF file"),
    "martif": template("a list of terms (TBX)"),
    "tbx": template("a list of terms (TBX)"),
    "html": template("a web page"),
    "TS": template("a Qt translation file"),
}
_NOT_TMX = template("“{path}” is not a TMX file.")


@dataclass(slots=True)
class TmxUnit:
    """A translation unit.

    Attributes:
        texts: the segment of each language that is wanted, with what codes left in it (see `reader.memory.tmx_codes`);
            None is one that is too long. Of several in one language that whose code names it most exactly.
        changed: when it was changed or made, in the form of the standard; "" if that is not known.
        source: the language that it says it is from, wanted or not; "" if it says none.
        exact: whether its texts are to the letter those of a memory of Tospalt.
        machine: whether it is from there and a machine translation.
        unknown: what it calls languages of which it is not known which they are.
    """

    texts: dict[str, str | None] = field(default_factory=dict)
    changed: str = ""
    source: str = ""
    exact: bool = False
    machine: bool = False
    unknown: list[str] = field(default_factory=list)


def read_units(
    path: Path,
    languages: Callable[[str], bool],
    progress: Callable[[int, int], None] = lambda done, of: None,
    named: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[TmxUnit]:
    """The units of a TMX file.

    Args:
        path: the file.
        languages: whether a language is wanted, by the code that packages have for it.
        named: the codes of packages for languages that the file calls otherwise, by what it calls them.
        progress: called now and then with the bytes that are read, and of how many.

    Raises:
        DocumentError: it cannot be read, is not a TMX file, or has entities that are not read.
    """
    try:
        with open_regular(path) as file:
            yield from _units(file, path, _Wanted(languages, named), progress)
    except OSError as error:
        raise DocumentError("“{path}” cannot be read: {reason}.", path=path, reason=reason(error)) from error
    except ValueError as error:  # a NUL character in the name
        raise DocumentError("This is not a valid file name.") from error


def _units(file: BinaryIO, path: Path, wanted: "_Wanted", progress: Callable[[int, int], None]) -> Iterator[TmxUnit]:
    size = file.seek(0, 2)
    file.seek(0)
    _refuse_other(file.read(_PIECE), path)
    reader = _Reader(path, wanted, encoding_instead(file))
    file.seek(0)
    for count in range(1, _MOST_PIECES + 1):
        piece = file.read(_PIECE)
        if count == 1:  # or the characters of HTML would be refused, which the file does not declare itself
            piece = _STANDALONE.sub(rb'\1"no" ', without_blank_start(piece))
        yield from reader.feed(piece, last=not piece)
        if not piece:
            return
        progress(min(count * _PIECE, size), size)
    raise DocumentError(
        "“{path}” is too large. Tospalt reads TMX files of up to {limit} MB.",
        path=path,
        limit=_MOST_PIECES * _PIECE // 1_000_000,
    )


def _refuse_other(start: bytes, path: Path) -> None:
    if not start:
        raise DocumentError("“{path}” is empty.", path=path)
    for mark, sentence in _OTHERS.items():
        if start.startswith(mark):
            raise DocumentError(sentence, path=path)


class _Segment:
    """The segment that is being read; its methods are those that expat calls."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = self._depth = 0
        self._code: tuple[str, dict[str, str]] = "", {}
        self._content: list[str] = []
        self._signs: list[str] = []

    def text(self, text: str) -> None:
        if self._depth > 1:
            return  # a subflow
        self._length += len(text)
        if self._length <= LONGEST:
            (self._content if self._depth else self._parts).append(text if text.isascii() else shown(text))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in CODES:
            self._depth += 1
            if self._depth == 1:
                self._code, self._content = (name, attributes), []
        elif name == "hi" and not self._depth:
            verbatim = attributes.get("type") == "x-verbatim"
            self._parts.append(OPEN if verbatim else "")
            self._signs.append(CLOSE if verbatim else "")

    def end(self, name: str) -> None:
        if name in CODES:
            self._depth -= 1
            if not self._depth:
                self._parts.append(left_of(*self._code, "".join(self._content)))
        elif name == "hi" and not self._depth:
            self._parts.append(self._signs.pop())

    def take(self) -> str | None:
        """The whole segment; None if it is too long. Begins the next."""
        text = "".join(self._parts) if self._length <= LONGEST else None
        self._parts, self._length, self._depth = [], 0, 0  # a segment within a code ends in it
        return text


class _Wanted(NamedTuple):
    """Which languages are wanted; see `read_units`."""

    languages: Callable[[str], bool]
    named: Mapping[str, str]

    def language(self, name: str) -> str:
        """The code of a language; "" if it is not known."""
        return self.named.get(name) or named_language(name)


class _Reader:
    """A parser of one file, fed piece by piece."""

    def __init__(self, path: Path, wanted: _Wanted, encoding: str | None) -> None:
        from xml.parsers import expat

        self._path, self._piece, self._fed = path, b"", 0
        self._wanted = wanted
        self._named = lru_cache(1000)(self._language)
        self._units: list[TmxUnit] = []
        self._unit, self._ranks = TmxUnit(), dict[str, int]()
        self._variant: tuple[str, int] = "", 0
        self._source, self._exact = "", False  # of units that do not say theirs, and of all
        self._root, self._in_segment, self._segment, self._depth = True, False, _Segment(), 0
        self._parser: XMLParserType = expat.ParserCreate(encoding)
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._entities = Entities(path, self._parser)

    def feed(self, piece: bytes, *, last: bool = False) -> list[TmxUnit]:
        """The units that this piece completes."""
        from xml.parsers.expat import ExpatError

        self._piece = piece
        try:
            self._parser.Parse(piece, last)
        except ExpatError as error:
            raise self._failure(error) from None
        except (LookupError, UnicodeError, ValueError):  # an encoding that Python or expat does not support
            raise DocumentError("“{path}” uses an encoding that Tospalt does not support.", path=self._path) from None
        self._fed += len(piece)
        if self._fed - self._parser.CurrentByteIndex > _LONGEST_MARKUP:
            raise self._invalid(self._parser.CurrentLineNumber)
        units, self._units = self._units, []
        return units

    def _failure(self, error: "ExpatError") -> DocumentError:
        from xml.parsers.expat import errors

        if error.code in _codes(errors.XML_ERROR_UNDEFINED_ENTITY, errors.XML_ERROR_ENTITY_DECLARED_IN_PE):
            start = max(0, self._parser.ErrorByteIndex - self._fed)
            name = re.match(rb"&[^;\s<]{0,40};?", self._piece[start : start + 200].replace(b"\0", b""))
            return unknown_entity(self._path, name[0].decode("ascii", "replace") if name else "&", error.lineno)
        if self._root:
            return DocumentError(_NOT_TMX, path=self._path)
        if error.code in _codes(errors.XML_ERROR_NO_ELEMENTS, errors.XML_ERROR_UNCLOSED_TOKEN):
            return DocumentError("“{path}” is incomplete: it ends in line {line}.", path=self._path, line=error.lineno)
        return self._invalid(error.lineno)

    def _invalid(self, line: int) -> DocumentError:
        return DocumentError("“{path}” is not a valid TMX file (line {line}).", path=self._path, line=line)

    def _language(self, code: str) -> tuple[str, int]:
        """The language of a code that comes for the first time in the file, and how loosely the code names it."""
        tag = (self._parser.GetInputContext() or b"")[:1000].replace(b"\0", b"").split(b">", 1)[0]
        if unknown := unknown_in(tag.decode("ascii", "replace")):
            raise unknown_entity(self._path, unknown, self._parser.CurrentLineNumber)
        language = self._wanted.language(code)
        return (language, looseness(code)) if self._wanted.languages(language) else ("", 0 if language else _NOT_KNOWN)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._invalid(self._parser.CurrentLineNumber)
        if self._root:
            self._check_root(name)
        elif self._in_segment:
            self._segment.start(name, attributes)
        elif name == "seg":
            if self._variant[0]:
                self._in_segment = True
                self._parser.CharacterDataHandler = self._segment.text
        elif name == "tuv":
            self._begin_variant(attributes)
        elif name == "tu":
            source = self._wanted.language(attributes["srclang"]) if "srclang" in attributes else self._source
            self._unit, self._ranks = TmxUnit(source=source, exact=self._exact), {}
            self._note_date(attributes)
        elif name == "prop":
            self._unit.machine |= self._exact and attributes.get("type") == "x-machine-translation"
        elif name == "header":
            self._source = self._wanted.language(attributes.get("srclang", ""))
            self._exact = attributes.get("o-tmf") == OWN_FORMAT

    def _check_root(self, name: str) -> None:
        if kind := _KINDS.get(name):
            raise DocumentError("“{path}” is {kind}, not a TMX file.", path=self._path, kind=Message(kind))
        if name != "tmx":
            raise DocumentError(_NOT_TMX, path=self._path)
        self._root = False

    def _begin_variant(self, attributes: dict[str, str]) -> None:
        name = attributes.get("xml:lang") or attributes.get("lang", "")
        self._variant = self._named(name)
        if self._variant[0]:
            self._note_date(attributes)
        elif name and self._variant[1] == _NOT_KNOWN and len(self._unit.unknown) < _MOST_UNKNOWN:
            self._unit.unknown.append(name[:_LONGEST_NAME])

    def _note_date(self, attributes: dict[str, str]) -> None:
        date = attributes.get("changedate") or attributes.get("creationdate", "")
        if date > self._unit.changed and _DATE.fullmatch(date):
            self._unit.changed = date

    def _end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        self._depth -= 1
        if self._in_segment:
            if name == "seg":
                self._parser.CharacterDataHandler = None
                self._in_segment = False
                self._put(self._segment.take())
            else:
                self._segment.end(name)
        elif name == "tu":
            self._units.append(self._unit)

    def _put(self, text: str | None) -> None:
        language, rank = self._variant
        if rank < self._ranks.get(language, rank + 1):
            self._unit.texts[language], self._ranks[language] = text, rank


def _codes(*sentences: str) -> list[int]:
    """The codes of expat's errors."""
    from xml.parsers.expat import errors

    return [errors.codes[sentence] for sentence in sentences]

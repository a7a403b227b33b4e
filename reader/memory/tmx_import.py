"""Translation memories of other programs: TMX files (TMX 1.4b, https://www.gala-global.org/tmx-14b; also 1.1 to 1.3).

The file is read piece by piece with expat and is not trusted: only XML's five predefined entities are expanded, and
nothing outside the file is read.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import CancelledError, DocumentError, OutputError, reason
from reader.files import open_regular
from reader.memory.tmx_report import TmxReport
from reader.parallel import user_edit
from reader.text import base_language, composed, language_name, shown

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

    from reader.memory.memory import Memory

_PIECE = 1 << 16
_MOST_PIECES = 1 << 14  # a gigabyte; also an end for a file that keeps growing
# Elements of a segment with formatting codes, or text that is not part of the sentence; not <hi>.
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut", "sub"})


@dataclass(frozen=True, slots=True)
class TmxPair:
    """A text and its translation in a TMX file, without formatting codes."""

    source: str
    target: str


def read_tmx(path: Path, source: str, target: str) -> Iterator[TmxPair]:
    """The pairs of a TMX file in two languages, whichever of them it calls the source.

    Args:
        path: the file.
        source, target: language codes such as "nb" and "en". Codes in the file are matched loosely: "nb-NO", "no" and
            "NOR" are Bokmål, "en-GB" is English; of several variants in one unit the first counts.

    Raises:
        DocumentError: it cannot be read, is not a TMX file, or declares entities.
    """
    reader = _Reader(path, (source, target))
    try:
        with open_regular(path) as file:
            for _ in range(_MOST_PIECES):
                piece = file.read(_PIECE)
                if not piece:
                    break
                yield from reader.feed(piece)
            else:
                raise DocumentError(
                    "“{path}” is too large. Tospalt reads TMX files of up to {limit} MB.",
                    path=path,
                    limit=_MOST_PIECES * _PIECE // 1_000_000,
                )
        yield from reader.feed(b"", last=True)
    except OSError as error:
        raise DocumentError("“{path}” cannot be read: {reason}.", path=path, reason=reason(error)) from error
    except ValueError as error:  # a NUL character in the name
        raise DocumentError("This is not a valid file name.") from error


def import_tmx(
    path: Path,
    source: str,
    target: str,
    memory: "Memory",
    *,
    both: bool = False,
    said: bool = False,
    progress: Callable[[int, int], None] = lambda done, of: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> TmxReport:
    """Save the translations in a TMX file as edits of the user: all of them or none.

    Existing edits stay; of several for one sentence the newest counts.

    Args:
        path: the file.
        source, target: language codes.
        memory: where they go.
        progress: called now and then with how much is done, and of how much.
        cancelled: called now and then; if it returns True nothing is saved.

    Raises:
        DocumentError: it cannot be read, is not a TMX file, or has nothing in these two languages.
        OutputError: the memory cannot save them.
        CancelledError: it was cancelled.
    """
    pairs: dict[str, str] = {}
    size = path.stat().st_size if path.is_file() else 0
    for pair in read_tmx(path, source, target):
        if cancelled():
            raise CancelledError
        pairs[pair.source] = pair.target
    if not pairs:
        raise DocumentError(
            "“{path}” has no translations between {source} and {target}.",
            path=path,
            source=language_name(source),
            target=language_name(target),
        )
    known = memory.edits(source, target, list(pairs), exactly=True)
    edits = {sentence: user_edit(sentence, text) for sentence, text in pairs.items()}
    if not memory.keep_edits(source, target, edits, replace=False):
        raise OutputError("The translations of “{path}” cannot be remembered on this disk.", path=path)
    progress(size, size)
    return TmxReport(len(edits), len(edits) - len(known), len(known))


@dataclass(slots=True)
class _Unit:
    """A translation unit while it is read: the first text of each language."""

    texts: dict[str, str] = field(default_factory=dict)
    language: str = ""
    segment: list[str] | None = None
    codes: int = 0


class _Reader:
    """A parser of one file, fed piece by piece."""

    def __init__(self, path: Path, languages: tuple[str, str]) -> None:
        self._path = path
        self._source, self._target = map(base_language, languages)
        self._unit = _Unit()
        self._pairs: list[TmxPair] = []
        self._root = True
        self._parser = self._new_parser()

    def _new_parser(self) -> "XMLParserType":
        from xml.parsers import expat

        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        # A DOCTYPE naming tmx14.dtd is usual and harmless, for it is not fetched; entities are neither.
        parser.EntityDeclHandler = self._refuse_entity
        return parser

    def feed(self, piece: bytes, *, last: bool = False) -> list[TmxPair]:
        """The pairs that this piece completes."""
        from xml.parsers.expat import ExpatError

        try:
            self._parser.Parse(piece, last)
        except ExpatError as error:
            raise DocumentError(
                "“{path}” is not a valid TMX file (line {line}).", path=self._path, line=error.lineno
            ) from None
        except (LookupError, UnicodeError, ValueError):  # an encoding that Python or expat does not support
            raise DocumentError("“{path}” uses an encoding that Tospalt does not support.", path=self._path) from None
        pairs, self._pairs = self._pairs, []
        return pairs

    def _refuse_entity(self, *_: object) -> None:
        raise DocumentError("“{path}” defines its own entities, which Tospalt does not support.", path=self._path)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._root and name != "tmx":
            raise DocumentError("“{path}” is not a TMX file.", path=self._path)
        self._root = False
        unit = self._unit
        if name == "tu":
            self._unit = _Unit()
        elif name == "tuv":
            unit.language = base_language(attributes.get("xml:lang") or attributes.get("lang", ""))
        elif name == "seg":
            unit.segment, unit.codes = [], 0
        elif name in _CODES:
            unit.codes += 1

    def _text(self, text: str) -> None:
        if self._unit.segment is not None and not self._unit.codes:
            self._unit.segment.append(text)

    def _end(self, name: str) -> None:
        unit = self._unit
        if name in _CODES:
            unit.codes -= 1
        elif name == "seg" and unit.segment is not None:
            unit.texts.setdefault(unit.language, composed(shown("".join(unit.segment)).strip()))
            unit.segment = None
        elif name == "tu":
            source, target = unit.texts.get(self._source), unit.texts.get(self._target)
            if source and target:
                self._pairs.append(TmxPair(source, target))

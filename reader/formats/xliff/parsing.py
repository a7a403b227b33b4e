"""An XLIFF file to units, with expat. It is not trusted: nothing outside it is read, and no entities of its own."""

from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from reader.errors import DocumentError, NoTextError
from reader.formats.xliff.texts import Opened, Text, opened, opened_before
from reader.formats.xliff.units import File, NoteOf, Piece, Unit
from reader.xliff_words import CORE, CORE_1, METADATA, OWN

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

_SPACE = "http://www.w3.org/XML/1998/namespace space"
# Elements within each other; programs write some twenty.
_DEEPEST = 200
# Of version 1, those whose content is code of the format that the text came from.
_NATIVE = frozenset({"bpt", "ept", "ph", "it", "sub"})
# What holds other versions of a translation, or a text of the program's own.
_LEFT_OUT = frozenset({"alt-trans", "matches", "glossary", "skeleton", "header", "bin-unit"})


def parse_xliff(text: str, name: str) -> File:
    """The units of an XLIFF file; `name` is for messages.

    Raises:
        DocumentError: it is damaged, or of a version that is not known.
        NoTextError: there are no units in it.
    """
    from xml.parsers import expat

    parser = expat.ParserCreate("utf-8", " ")
    reader = _Reader(parser, name)
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        raise DocumentError(
            "“{name}” is a damaged XLIFF file: line {line} cannot be read.", name=name, line=error.lineno
        ) from error
    if not reader.units:
        raise NoTextError("“{name}” is an XLIFF file without text.", name=name)
    return File(reader.version, reader.attributes, reader.own, reader.units)


class _Kind(Enum):
    """Whose an element is."""

    CORE = auto()
    OWN = auto()
    OTHER = auto()


class _Reader:
    """Collects units while expat reads."""

    def __init__(self, parser: "XMLParserType", name: str) -> None:
        self.version, self.attributes, self.own = "", dict[str, str](), dict[str, str]()
        self.units: list[Unit] = []
        self._parser, self._name = parser, name
        self._stack: list[tuple[str, bool]] = []  # elements, and whether white space in them is preserved
        self._kinds = dict[str, tuple[_Kind, str]]()  # by what expat calls elements
        self._unit: Unit | None = None
        self._text: Text | None = None  # what letters are added to
        self._letters: list[str] | None = None  # or these, of an element with these attributes
        self._labels = dict[str, str]()
        self._left_out = 0  # how deep in what is left out
        self._native = 0
        self._segment = dict[str, str]()
        self._starts = (0, 0)
        self._cuts = dict[str, dict[str, tuple[int, int]]]()  # of version 1: the segments in a text, by their ids
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._add
        parser.EntityDeclHandler = self._refuse_entities
        parser.SkippedEntityHandler = self._refuse_entities
        parser.buffer_text = True

    def _refuse_entities(self, *_: Any) -> None:
        raise DocumentError(
            "“{name}” has entities of its own, which Tospalt does not read. Save it again without them.",
            name=self._name,
        )

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        kind, name = self._kinds.get(tag) or self._kind_of(tag)
        if len(self._stack) > _DEEPEST:
            raise DocumentError("“{name}” is nested too deeply to be read.", name=self._name)
        preserved = self._stack[-1][1] if self._stack else False
        if _SPACE in attributes:
            preserved = {"preserve": True, "default": False}.get(attributes[_SPACE], preserved)
        self._stack.append((name, preserved))
        if not self.version:
            self._begin_file(tag.rpartition(" ")[0], name, attributes)
        elif self._left_out or name in _LEFT_OUT:
            self._left_out += 1
        elif kind is _Kind.CORE:
            self._start_core(name, attributes)
        elif kind is _Kind.OWN:
            self._start_own(name, attributes)

    def _kind_of(self, tag: str) -> "tuple[_Kind, str]":
        """Whose an element is, and its name without the namespace."""
        space, _, name = tag.rpartition(" ")
        is_core = space == CORE or space.startswith(CORE_1) or not space
        found = _Kind.CORE if is_core else _Kind.OWN if space == METADATA else _Kind.OTHER
        return self._kinds.setdefault(tag, (found, name))

    def _begin_file(self, space: str, name: str, attributes: dict[str, str]) -> None:
        version = attributes.get("version", "")
        if name != "xliff" or not (space in (CORE, "") or space.startswith(CORE_1)):
            raise DocumentError("“{name}” is not an XLIFF file.", name=self._name)
        if not version.startswith(("1.", "2.")):
            raise DocumentError(
                "“{name}” is an XLIFF file of version {version}. Tospalt reads 1.2 and 2.0 to 2.1.",
                name=self._name,
                version=version or "?",
            )
        self.version, self.attributes = version, dict(attributes)

    def _start_own(self, name: str, attributes: dict[str, str]) -> None:
        if name == "meta":
            self._letters, self._labels = [], dict(attributes)
        elif name == "metaGroup":
            self._left_out += attributes.get("category", "") + ":" != OWN

    def _start_core(self, name: str, attributes: dict[str, str]) -> None:
        match name:  # the most frequent ones first
            case "source" | "target" | "seg-source" if self._unit is not None:
                self._start_text(name, attributes)
            case "segment" | "ignorable" if self._unit is not None:
                self._segment = attributes
                self._starts = self._unit.source.length, self._unit.target.length
            case "unit" | "trans-unit":
                self._unit, self._cuts, self._segment = Unit(attributes), {}, {}
            case "note" | "data":
                self._letters, self._labels = [], attributes
            case "file":
                self.attributes = {**attributes, **self.attributes}
            case _ if self._text is not None:
                self._start_inline(name, attributes)

    def _start_text(self, name: str, attributes: dict[str, str]) -> None:
        assert self._unit is not None
        if name == "target":
            self._text = self._unit.target
            self._segment["target"] = "yes"
            if attributes:
                self._segment |= {f"target {key}": value for key, value in attributes.items()}
        elif name == "seg-source":  # the same text again, with its segments
            self._unit.source = self._text = Text()
        else:
            self._text = self._unit.source

    def _start_inline(self, name: str, attributes: dict[str, str]) -> None:
        assert self._text is not None and self._unit is not None
        if self.version.startswith("1."):
            self._start_inline_1(name, attributes)
            return
        href = self._unit.data.get(attributes.get("dataRefStart") or attributes.get("dataRef", ""), "")
        found = opened(self._text.length, name, attributes, href)
        key = attributes.get("id", "")
        match name:
            case "cp":
                self._add_code_point(attributes.get("hex", ""))
            case "ph":
                self._text.begin(f"ph {key}", found)
                if found.kind is not None:
                    self._text.add(attributes.get("equiv", ""))
                self._text.end(f"ph {key}")
            case "sc" | "sm":
                self._text.begin(f"{name[0]} {key}", found)
            case "ec" | "em":
                self._text.end(f"s {attributes.get('startRef') or key}")
            case "pc" | "mrk":
                self._text.begin(f"nested {len(self._stack)}", found)

    def _start_inline_1(self, name: str, attributes: dict[str, str]) -> None:
        assert self._text is not None
        if name in _NATIVE:
            self._native += 1
        elif name == "mrk" and attributes.get("mtype") == "seg":
            self._text.begin(
                f"nested {len(self._stack)}", Opened(self._text.length, None, note=attributes.get("mid", ""))
            )
        elif name in ("g", "mrk"):
            self._text.begin(f"nested {len(self._stack)}", opened_before(self._text.length, name, attributes))

    def _add_code_point(self, digits: str) -> None:
        assert self._text is not None
        try:
            self._text.add(chr(int(digits, 16)))
        except (ValueError, OverflowError):  # no code point
            return

    def _add(self, letters: str) -> None:
        if self._left_out or self._native:
            return
        if self._letters is not None:
            self._letters.append(letters)
        elif self._text is not None:
            self._text.add(letters, preserved=self._stack[-1][1])

    def _end(self, tag: str) -> None:
        kind, name = self._kinds[tag]
        if self._left_out:
            self._left_out -= 1
        elif kind is _Kind.CORE:
            self._end_core(name)
        elif kind is _Kind.OWN:
            self._end_own(name)
        self._stack.pop()

    def _end_own(self, name: str) -> None:
        if name == "meta" and self._letters is not None:
            own = self._unit.own if self._unit is not None else self.own
            own[self._labels.get("type", "")] = "".join(self._letters)
            self._letters = None

    def _end_core(self, name: str) -> None:
        match name:
            case "source" | "seg-source" | "target" if self._text is not None:
                self._end_text(name)
            case "segment" | "ignorable" if self._unit is not None:
                self._unit.pieces.append(self._piece(name == "segment"))
            case "unit" | "trans-unit" if self._unit is not None:
                self._end_unit(self._unit)
            case "note" | "data" if self._letters is not None:
                self._end_letters(name, "".join(self._letters))
            case "pc" | "mrk" | "g" if self._text is not None:
                self._text.end(f"nested {len(self._stack)}")
            case _ if name in _NATIVE and self._native:
                self._native -= 1

    def _end_letters(self, name: str, letters: str) -> None:
        if name == "data" and self._unit is not None:
            self._unit.data[self._labels.get("id", "")] = letters
        elif self._unit is not None:
            self._unit.notes.append(NoteOf(self._labels, letters))
        self._letters = None

    def _end_text(self, name: str) -> None:
        assert self._unit is not None and self._text is not None
        if self.version.startswith("1."):
            self._text.end_all()
            self._cuts["target" if name == "target" else "source"] = self._text.notes
            self._text.notes = {}
        self._text = None

    def _piece(self, is_segment: bool) -> Piece:
        assert self._unit is not None
        said, (start, begin) = self._segment, self._starts
        target = (begin, self._unit.target.length) if said.get("target") else None
        return Piece(
            (start, self._unit.source.length), target, said.get("state", ""), said.get("subState", ""), is_segment
        )

    def _end_unit(self, unit: Unit) -> None:
        if self.version.startswith("1."):
            unit.pieces = self._pieces_1(unit)
        for text in (unit.source, unit.target):
            text.end_all()
        self.units.append(unit)
        self._unit = None

    def _pieces_1(self, unit: Unit) -> list[Piece]:
        """The segments of version 1, where both texts say which they are; else the whole unit is one."""
        state = self._segment.get("target state", "")
        state = "final" if unit.attributes.get("approved") == "yes" else state
        ours, theirs = self._cuts.get("source", {}), self._cuts.get("target", {})
        if ours and ours.keys() == theirs.keys():
            return [Piece(span, theirs[key], state) for key, span in ours.items()]
        target = (0, unit.target.length) if self._segment.get("target") else None
        return [Piece((0, unit.source.length), target, state)]

"""The text of a segment with its inline codes, put together piece by piece: letters, marks, and where notes begin."""

from dataclasses import field

from reader import late_re as re
from reader.late_dataclasses import dataclass
from reader.text import Mark, MarkKind, Span, composed
from reader.xliff_words import OWN

_KINDS = {kind.value: kind for kind in MarkKind if kind is not MarkKind.ORIGIN}
_FORMATS = {"xlf:b": MarkKind.STRONG, "xlf:i": MarkKind.EMPHASIS, "xlf:u": MarkKind.UNDERLINE}
# The `ctype` of version 1.
_CTYPES = {"bold": MarkKind.STRONG, "italic": MarkKind.EMPHASIS, "underlined": MarkKind.UNDERLINE}
_CTYPES |= {"x-bold": MarkKind.STRONG, "x-italic": MarkKind.EMPHASIS}
_INDENTED = re.compile(r"[ \t]*[\n\t][ \t\n]*")
_LINE_END = re.compile("\r\n?|[\u2028\u2029\x85\v\f]")
# Controls, surrogates and noncharacters, which no text has that is read.
_UNREADABLE = re.compile("[\0-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Opened:
    """A code that has begun: its mark, without an end; and the note it refers to, if it is the place of one."""

    start: int
    kind: MarkKind | None
    href: str = ""
    note: str = ""


@dataclass(slots=True)
class Text:
    """The text of a unit in one language.

    Attributes:
        marks: so far, in no order.
        notes: stretches that notes are about, by the ids of the notes.
    """

    marks: list[Mark] = field(default_factory=list)
    notes: dict[str, Span] = field(default_factory=dict)
    length: int = 0
    _parts: list[str] = field(default_factory=list)
    _open: dict[str, Opened] = field(default_factory=dict)
    _last: str = ""

    def add(self, letters: str, *, preserved: bool = True) -> None:
        """Add letters; unless they are `preserved`, line ends and tabs are only how the file is laid out."""
        if not letters.isprintable():  # most are
            letters = _UNREADABLE.sub("", _LINE_END.sub("\n", letters))
        if not preserved:
            letters = _INDENTED.sub(" ", letters)
            if self._last in ("", " ") and letters.startswith(" "):
                letters = letters.lstrip(" ")
        if letters:
            letters = letters if letters.isascii() else composed(letters)
            self._parts.append(letters)
            self.length += len(letters)
            self._last = letters[-1]

    def begin(self, key: str, opened: Opened) -> None:
        """A code begins here, which `end` with the same key ends."""
        self._open[key] = opened

    def end(self, key: str) -> None:
        """The code ends here; one that has not begun is none."""
        if (opened := self._open.pop(key, None)) is None:
            return
        if opened.kind is not None:
            self.marks.append(Mark(opened.start, self.length, opened.kind, opened.href))
        if opened.note:
            self.notes[opened.note] = opened.start, self.length

    def end_all(self) -> None:
        """The text ends, and with it every code."""
        for key in list(self._open):
            self.end(key)

    def __str__(self) -> str:
        """The letters."""
        return "".join(self._parts)

    def sorted_marks(self) -> tuple[Mark, ...]:
        """The marks as paragraphs have them: by their start, the longer first."""
        return tuple(sorted(self.marks, key=lambda mark: (mark.start, -mark.end)))


def opened(start: int, name: str, attributes: dict[str, str], href: str) -> Opened:
    """What begins with an inline element of version 2.

    Args:
        start: where, in code points.
        name: of the element.
        attributes: its.
        href: the data that it refers to.
    """
    if name in ("mrk", "sm"):
        kind = _own(attributes.get("type", ""))
        if kind is None and attributes.get("translate") == "no":
            kind = MarkKind.VERBATIM
        is_note = attributes.get("type") == "comment"
        note = attributes.get("ref", "").rpartition("n=")[2] if is_note else ""
        return Opened(start, kind, attributes.get("value", "") if kind is not MarkKind.VERBATIM else "", note)
    subtype = attributes.get("subType", "")
    kind = _own(subtype) or _FORMATS.get(subtype)
    if kind is None and attributes.get("type") == "link" and href:
        kind = MarkKind.LINK
    return Opened(start, kind, href if subtype.startswith(OWN) or kind is MarkKind.LINK else "")


def opened_before(start: int, name: str, attributes: dict[str, str]) -> Opened:
    """The same of version 1."""
    if name == "mrk":
        kept = attributes.get("mtype") == "protected"
        return Opened(start, MarkKind.VERBATIM if kept else None)
    return Opened(start, _CTYPES.get(attributes.get("ctype", "")))


def _own(name: str) -> MarkKind | None:
    return _KINDS.get(name.removeprefix(OWN)) if name.startswith(OWN) else None

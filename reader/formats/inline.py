"""The text of one paragraph as it is put together from pieces, and the marks on it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from urllib.parse import unquote

from reader.late_dataclasses import dataclass
from reader.text import Figure, Mark, MarkKind

_HIGH = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOW = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_UNRAISED, _UNLOWERED = ({other: chr(one) for one, other in letters.items()} for letters in (_HIGH, _LOW))
_SHIFTED = {MarkKind.SUPER: _HIGH, MarkKind.SUB: _LOW}
# Deeper ones have no effect: text may open thousands.
_DEEPEST = 100


@dataclass(slots=True)  # these are made for every stretch and paragraph: frozen ones take three times as long
class Opened:
    """A stretch that began at `start`, with part `part`, under `name`; a page does not show one that is `hidden`."""

    name: str
    start: int
    part: int
    kind: MarkKind | None
    href: str = ""
    hidden: bool = False


@dataclass(slots=True)
class Taken:
    """What was collected.

    Attributes:
        text: without surrounding white space; `whole` is with it.
        marks: on the text.
        images: if there is nothing beside them, with their spans in the text.
        origins: marks on the whole that tell where it comes from.
    """

    text: str
    whole: str = ""
    marks: tuple[Mark, ...] = ()
    images: tuple[tuple[int, int, Figure], ...] = ()
    origins: Sequence[Mark] = ()


@dataclass(slots=True)
class Inline:
    """Collects text, stretches under marks and images; `origins` are marks that tell where text comes from."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    opened: list[Opened] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    images: list[tuple[int, int, Figure]] = field(default_factory=list)
    skipping: bool = False
    origins: list[Mark] = field(default_factory=list)

    def skip(self) -> None:
        """Leave something out: of the spaces on its two sides one stays."""
        self.skipping = self._at_space()

    def append(self, text: str) -> None:
        """Add text."""
        if self.skipping and text:
            text, self.skipping = text.removeprefix(" "), False
        if text:
            self.parts.append(text)
            self.length += len(text)

    def append_collapsed(self, text: str) -> None:
        """Add text of HTML, whose white space counts as one space, and at the beginning of a line as none."""
        if not text:
            return
        words = " ".join(text.replace("\xa0", "\0").split()).replace("\0", "\xa0")
        if _is_space(text[0]) and not self._at_space():
            self.append(" ")
        if words:
            self.append(words + " " * _is_space(text[-1]))

    def _at_space(self) -> bool:
        return not self.parts or self.parts[-1][-1] in _SPACES

    def marked(self, text: str, kind: MarkKind, href: str = "") -> None:
        """Add text under a mark."""
        self._mark(self.length, self.length + len(text), kind, href)
        self.append(text)

    def image(self, text: str, figure: Figure) -> None:
        """Add an image by its description."""
        self.images.append((self.length, self.length + len(text), figure))
        self.append(text)

    def open(self, name: str, kind: MarkKind | None, href: str = "", *, hidden: bool = False) -> None:
        """Begin a stretch, under a mark if `kind` is not None; one that is `hidden` and is closed is left out."""
        if len(self.opened) < _DEEPEST:
            self.opened.append(Opened(name, self.length, len(self.parts), kind, href, hidden))

    def close(self, name: str) -> None:
        """End the innermost stretch of this name, and those in it; none is no error."""
        place = next((i for i in reversed(range(len(self.opened))) if self.opened[i].name == name), None)
        if place is not None:
            for opened in reversed(self.opened[place:]):
                self._drop(opened) if opened.hidden else self.finish(opened)
            del self.opened[place:]

    def innermost(self, name: str) -> Opened | None:
        """The innermost stretch of this name that is open."""
        return next((opened for opened in reversed(self.opened) if opened.name == name), None)

    def text_since(self, opened: Opened) -> str:
        """The text of a stretch so far."""
        return "".join(self.parts[opened.part :])

    def refer(self, opened: Opened, text: str, href: str) -> None:
        """Make an open stretch the reference of a note: its text is this instead."""
        del self.parts[opened.part :]
        self.length = opened.start
        _drop_from(opened.start, self.marks)
        _drop_from(opened.start, self.origins)
        opened.kind = None
        self.marked(text, MarkKind.NOTE, href)

    def _drop(self, opened: Opened) -> None:
        del self.parts[opened.part :]
        self.length = opened.start
        _drop_from(opened.start, self.marks)
        _drop_from(opened.start, self.origins)
        while self.images and self.images[-1][0] >= opened.start:
            self.images.pop()
        self.skip()

    def finish(self, opened: Opened) -> None:
        """Give what has been added since a stretch began its mark."""
        if opened.kind in _SHIFTED and (self._refers(opened) or self._shifted(opened, _SHIFTED[opened.kind])):
            return
        if opened.kind is not None:
            self._mark(opened.start, self.length, opened.kind, opened.href)

    def _refers(self, opened: Opened) -> bool:
        """Whether a stretch is nothing but the reference of a note, which pages show raised."""
        last = self.marks[-1] if self.marks else None
        return last is not None and last.kind is MarkKind.NOTE and (last.start, last.end) == (opened.start, self.length)

    def _shifted(self, opened: Opened, letters: dict[int, int]) -> bool:
        """Write raised or lowered text as Unicode has it, if it has all of it."""
        text = _all_of(self.text_since(opened), letters)
        if text:
            self.parts[opened.part :] = [text]
        return bool(text)

    def _mark(self, start: int, end: int, kind: MarkKind, href: str = "") -> None:
        if end > start:
            self.marks.append(Mark(start, end, kind, href))

    def come_from(self, place: int) -> None:
        """Remember that all text since the last origin comes from this place of the file."""
        start = self.origins[-1].end if self.origins else 0
        if start < self.length:
            self.origins.append(Mark(start, self.length, MarkKind.ORIGIN, str(place)))

    def take(self) -> Taken:
        """What has been collected; stretches that are open go on in the next paragraph."""
        for opened in reversed(self.opened):
            self.finish(opened)
        self.marks += self.origins
        whole = "".join(self.parts)
        text = whole.strip()
        offset = len(whole) - len(whole.lstrip()) if text else 0
        images = self.images and _lone(whole, self.images)
        taken = Taken(text, whole, clipped(self.marks, offset, len(text)) if self.marks else (), tuple(images or ()))
        taken.origins = self.origins
        if self.opened:
            self.opened = [Opened(o.name, 0, 0, o.kind, o.href, o.hidden) for o in self.opened]
        self.parts, self.length, self.marks, self.images, self.skipping = [], 0, [], [], False
        self.origins = []
        return taken

    @property
    def empty(self) -> bool:
        """Whether nothing has been collected, not even an image without a description."""
        return not self.parts and not self.images


def _drop_from(start: int, marks: list[Mark]) -> None:
    while marks and marks[-1].start >= start:
        marks.pop()


def raised(text: str) -> str:
    """A text raised as Unicode has it; "" if it does not have all of it."""
    return _all_of(text, _HIGH)


def lowered(text: str) -> str:
    """A text lowered as Unicode has it; "" if it does not have all of it."""
    return _all_of(text, _LOW)


def unshifted(text: str) -> str:
    """A text that Unicode has raised or lowered as it is on the line; "" if it is not all of that."""
    return _all_of(text, _UNRAISED) or _all_of(text, _UNLOWERED)


def _all_of(text: str, letters: Mapping[int, int | str]) -> str:
    return text.translate(letters) if all(ord(letter) in letters for letter in text) else ""


_SPACES = " \t\n\r\f"


def _is_space(letter: str) -> bool:
    return letter in _SPACES or (letter.isspace() and letter != "\xa0")


def _lone(whole: str, images: list[tuple[int, int, Figure]]) -> list[tuple[int, int, Figure]]:
    """The images, with spans in the text without surrounding white space, if there is nothing beside them."""
    offset = len(whole) - len(whole.lstrip())
    position = 0
    for start, end, _ in images:
        if whole[position:start].strip():
            return []
        position = end
    rest = whole[position:].strip()
    return [] if rest else [(max(start - offset, 0), max(end - offset, 0), figure) for start, end, figure in images]


def local(href: str) -> str:
    """An address; one inside the document, "#name", as `Document.targets` has it."""
    return unquote(href) if href.startswith("#") else href


def clipped(marks: Sequence[Mark], offset: int, length: int) -> tuple[Mark, ...]:
    """Marks moved `offset` to the left and clipped to a text; of two with the same start the wider is first."""
    if not offset and all(mark.end <= length for mark in marks):
        return tuple(_outermost(sorted(marks, key=_outermost_first))) if len(marks) > 1 else tuple(marks)
    moved = [(max(m.start - offset, 0), min(m.end - offset, length), m.kind, m.href) for m in marks]
    kept = [Mark(*values) for values in moved if values[0] < values[1]]
    return tuple(_outermost(sorted(kept, key=_outermost_first)))


def _outermost_first(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end


def _outermost(marks: list[Mark]) -> Iterator[Mark]:
    """Drop marks inside others that say the same: they have no effect, and may be nested by the thousands."""
    ends: dict[tuple[MarkKind, str], int] = {}
    for mark in marks:
        same = mark.kind, mark.href
        if mark.end > ends.get(same, 0):
            ends[same] = mark.end
            yield mark

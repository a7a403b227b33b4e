"""Where a paragraph of plain text stands, and its new words with the signs of mark-up that the old ones had."""

from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader import late_re as re
from reader.formats.plain_lines import RAISED
from reader.formats.plain_places import Part, Places, Raw
from reader.formats.rewriting.changes import Change
from reader.formats.rewriting.filling import OldLine
from reader.formats.rewriting.looks import Atom, atoms_of, with_signs
from reader.formats.rewriting.placement import Fixed, Object, Piece, Placement, placed
from reader.late_dataclasses import dataclass
from reader.text import Mark, MarkKind, Paragraph

# What may refer to a note.
_REFERENCE = re.compile(rf"\[\d{{1,3}}\]|[{RAISED}]{{1,3}}|\(\d{{1,3}}\)|\*{{1,3}}\)?")


class Kept(NamedTuple):
    """A span of a paragraph's text, and the span of the raw text that it is; an object may be written otherwise."""

    start: int
    end: int
    raw_start: int
    raw_end: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a paragraph stands.

    Attributes:
        raw: what it was read from, perhaps with others.
        kept: what its text is of that.
        objects: the references of notes in it.
        start, end: what of the raw text is written anew.
        parts: its lines.
    """

    raw: Raw
    kept: Sequence[Kept]
    objects: Sequence[Kept]
    start: int
    end: int
    parts: Sequence[Part]

    @property
    def head(self) -> str:
        """What stands before its words: the label of a note."""
        return self.raw.text[self.parts[0].start : self.start]

    @property
    def tail(self) -> str:
        """What stands behind its words."""
        return self.raw.text[self.end : self._stops()[-1]].removesuffix("\n").removesuffix(" ")

    @property
    def lines(self) -> list[OldLine]:
        """Its lines as they were."""
        text, found = self.raw.text, list[OldLine]()
        for part, stop in zip(self.parts, self._stops(), strict=True):
            read = text[part.start : stop]
            joint = read[-1:] if read[-1:] in (" ", "\n") and stop < len(text) else ""
            found.append(OldLine(part.text, read.removesuffix(joint) if joint else read, joint))
        return found

    def _stops(self) -> list[int]:
        starts = [part.start for part in self.raw.parts if part.start > self.parts[0].start]
        return [*starts, len(self.raw.text)][: len(self.parts)]


def spot_of(paragraph: Paragraph, places: Places) -> Spot | None:
    """Where a paragraph stands; None if that cannot be told of all of it."""
    origins = [mark for mark in paragraph.marks if mark.kind is MarkKind.ORIGIN]
    if not origins:
        return None
    notes = deque(mark for mark in paragraph.marks if mark.kind is MarkKind.NOTE)
    kept, objects = list[Kept](), list[Kept]()
    raw = places.raws[places.slices[int(origins[0].href)].raw]
    end = 0
    for mark in origins:
        found = places.slices[int(mark.href)]
        inside = list[Mark]()
        while notes and notes[0].end <= mark.end:
            inside.append(notes.popleft())
        if places.raws[found.raw] is not raw or mark.start != end:
            return None
        end = mark.end
        if not _align(paragraph.text, mark, (found.start, found.end), raw.text, inside, kept, objects):
            return None
    return _spot(raw, kept, objects) if end == len(paragraph.text) else None


def _align(
    text: str,
    mark: Mark,
    span: tuple[int, int],
    raw: str,
    notes: Sequence[Mark],
    kept: list[Kept],
    objects: list[Kept],
) -> bool:
    """Add what the text under a mark is of a raw one; False if it is not."""
    place, start = mark.start, span[0]
    if not notes and raw[start : start + mark.end - mark.start] != text[mark.start : mark.end]:
        start = span[1] - (mark.end - mark.start)  # a label was before it
    for note in notes:
        before = start + note.start - place
        found = _REFERENCE.match(raw, before)
        if found is None or raw[start:before] != text[place : note.start]:
            return False
        kept.append(Kept(place, note.start, start, before))
        objects.append(Kept(note.start, note.end, before, found.end()))
        place, start = note.end, found.end()
    stop = start + mark.end - place
    kept.append(Kept(place, mark.end, start, stop))
    return start >= span[0] and stop <= span[1] and raw[start:stop] == text[place : mark.end]


def _spot(raw: Raw, kept: Sequence[Kept], objects: Sequence[Kept]) -> Spot:
    whole = [*kept, *objects]
    start, end = min(each.raw_start for each in whole), max(each.raw_end for each in whole)
    for pair in reversed(raw.signs):
        start = pair.start if pair.inner == start else start
        end = pair.stop if pair.end == end else end
    starts = [*(part.start for part in raw.parts[1:]), len(raw.text) + 1]
    parts = [part for part, stop in zip(raw.parts, starts, strict=True) if part.start < end and stop > start]
    return Spot(raw, [each for each in kept if each.start < each.end], objects, start, end, parts)


# ---- The new words ----


class Written(NamedTuple):
    """New words with signs of mark-up, as they are read without these, and how they came to be."""

    raw: str
    read: str
    placement: Placement


def written(paragraph: Paragraph, change: Change, spot: Spot, *, references: bool) -> Written:
    """The new words of a paragraph with the signs that its old ones have, and its `references` of notes."""
    pieces = list(_pieces(spot))
    objects = [Fixed(each.start, each.end) for each in spot.objects] if references else []
    marks = [mark for mark in paragraph.marks if mark.kind is not MarkKind.ORIGIN]
    placement = placed(paragraph.text, marks, change, pieces, objects)
    atoms = list(_atoms(placement, pieces, spot))
    raw = spot.raw.text
    signs = [(raw[pair.start : pair.inner], raw[pair.end : pair.stop]) for pair in spot.raw.signs]
    return Written("".join(with_signs(atoms, signs)), "".join(atom.text for atom in atoms), placement)


def _pieces(spot: Spot) -> Iterator[Piece]:
    """The pieces of the text; a look is the indices of the pairs of signs around it, outermost first."""
    signs, opened, place = spot.raw.signs, list[int](), 0
    for each in spot.kept:
        while place < len(signs) and signs[place].start < each.raw_start:
            opened.append(place)
            place += 1
        opened = [number for number in opened if signs[number].end > each.raw_start]
        look = tuple(number for number in opened if signs[number].inner <= each.raw_start)
        yield Piece(each.start, each.end, look, not look)


def _atoms(placement: Placement, pieces: Sequence[Piece], spot: Spot) -> Iterator[Atom]:
    for part in placement.parts:
        if isinstance(part, Object):
            found = spot.objects[part.number]
            yield Atom(spot.raw.text[found.raw_start : found.raw_end], None)
            continue
        text, look = part.text, pieces[part.piece].look if part.piece >= 0 else ()
        assert isinstance(look, tuple)
        yield from atoms_of(text, look, _own_spaces(spot.kept[part.piece], look, spot) if look else (False, False))


def _own_spaces(kept: Kept, look: tuple[int, ...], spot: Spot) -> tuple[bool, bool]:
    """Whether a piece begins and ends with white space that stands inside its signs, as it may in a link."""
    signs, raw = spot.raw.signs[look[-1]], spot.raw.text
    return (
        kept.raw_start == signs.inner and raw[signs.inner].isspace(),
        kept.raw_end == signs.end and raw[signs.end - 1].isspace(),
    )

"""Writing subtitles back: the text of cues with other words; times, settings and all else stay as they are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from itertools import groupby

from reader import late_re as re
from reader.formats.cue_text import ENTITIES, CuePlaces
from reader.formats.rewriting.changes import Change, Rewriting, Rewritten, Trouble, Unplaced
from reader.formats.rewriting.checking import cleaned_lines, refuse_other
from reader.formats.rewriting.cue_lines import in_lines, lines_of
from reader.formats.rewriting.cue_spots import CueSpot, spot_of
from reader.formats.rewriting.looks import Atom, atoms_of, with_signs
from reader.formats.rewriting.placement import Fixed, Object, placed
from reader.formats.rewriting.text_lines import Edit, TextLines
from reader.formats.subtitles import parse_subtitles
from reader.gc_pause import gc_paused
from reader.late_dataclasses import dataclass
from reader.text import MarkKind, Paragraph, Span

_LANGUAGE = re.compile(r"([Ll]anguage[ \t]*:[ \t]*)[A-Za-z]{2,3}(?:-\w+)*(?=[ \t]*\Z)")
_LINE_ENDS = re.compile(r"\s*[\n\r\f\u2028\u2029]\s*")
# How long the lines of subtitles may be, where the file's own are shorter or longer.
_SHORTEST, _LONGEST = 42, 60
_SIGNS = str.maketrans({sign: entity for entity, sign in ENTITIES.items()})


def rewrite_cues(data: bytes, name: str, format_: str, rewriting: Rewriting) -> Rewritten:
    """Write the bytes of subtitles anew.

    Args:
        data: the bytes.
        name: of the document, for messages.
        format_: "srt" or "vtt".
        rewriting: what is to be done.

    Raises:
        DocumentError: the file is no longer as it was when it was opened.
    """
    with gc_paused():
        return _Rewriter(TextLines(data, name, rewriting.encoding), name, format_ == "vtt", rewriting).rewritten(data)


@dataclass(slots=True)
class _Rewriter:
    file: TextLines
    name: str
    webvtt: bool
    rewriting: Rewriting
    looks: int = 0
    longest: int = _SHORTEST
    unplaced: list[Unplaced] = field(default_factory=list)

    def rewritten(self, data: bytes) -> Rewritten:
        """The file with other words."""
        places = CuePlaces()
        read = parse_subtitles("\n".join(self.file.texts), "vtt" if self.webvtt else "srt", places).paragraphs
        found = cleaned_lines(read)
        refuse_other([paragraph.text for paragraph in found], self.rewriting.texts, self.name)
        if not self.rewriting.changes:
            return Rewritten(data)
        lengths = [len(self.file.texts[each.line][each.column : each.stop].strip()) for each in places.slices]
        self.longest = min(max([_SHORTEST, *lengths]), _LONGEST)
        edits = [edit for change in self.rewriting.changes for edit in self._edits(found[change.row], change, places)]
        result, encoding = self.file.with_edits([*edits, *self._language(found, places)])
        return Rewritten(result, self.looks, tuple(self.unplaced), encoding)

    def _language(self, paragraphs: Sequence[Paragraph], places: CuePlaces) -> Iterator[Edit]:
        """The header with the new language, if all text is in that."""
        kept = {each.row for each in self.unplaced if each.trouble is Trouble.KEPT}
        rows = {change.row for change in self.rewriting.changes} - kept
        whole = all(row in rows for row, paragraph in enumerate(paragraphs) if paragraph.translatable)
        if not self.webvtt or self.rewriting.both or not whole or not places.slices:
            return
        for number, line in enumerate(self.file.texts[: places.slices[0].line]):
            if "-->" in line or (number and not line.strip()):
                return
            if _LANGUAGE.match(line):
                yield Edit(number, number + 1, [_LANGUAGE.sub(rf"\g<1>{self.rewriting.language}", line)])

    def _edits(self, paragraph: Paragraph, change: Change, places: CuePlaces) -> Iterator[Edit]:
        signs = list[tuple[str, str]]()
        spot = spot_of(paragraph, places, self.file.texts, signs)
        text = _LINE_ENDS.sub("\n", change.text).strip()
        # In captions that roll up each line is there several times, and lines stay apart.
        rolls = bool(places.repeats)
        if spot is None or text != change.text or (rolls and spot.joint != "\n"):
            self.unplaced.append(Unplaced(change.row, Trouble.KEPT))
            return
        row = _Row(paragraph, change, spot)
        self.looks += row.placement.looks
        self.unplaced += row.placement.unplaced(change.row)
        if self.rewriting.both and rolls:
            yield from self._standing(row, places, signs)
        elif self.rewriting.both:
            old = self.file.texts[spot.first : spot.stop]
            yield Edit(spot.first, spot.stop, [*old, *self._lines(row, spot.around, signs)])
        elif text != paragraph.text and rolls:
            yield from self._rolled(row, places, signs)
        elif text != paragraph.text:
            yield Edit(spot.first, spot.stop, self._lines(row, (spot.before, spot.behind), signs))

    def _standing(self, row: "_Row", places: CuePlaces, signs: Sequence[tuple[str, str]]) -> Iterator[Edit]:
        """A row with its translation, which take the room of the lines above: these are not repeated there."""
        first, stop = row.spot.first, row.spot.stop
        new = self._lines(row, row.spot.around, signs)
        yield Edit(first, stop, [*self.file.texts[first:stop], *new])
        for number in range(first, stop):
            for repeat in places.repeats.get(number, ()):
                if repeat not in places.alone:
                    yield Edit(repeat, repeat + 1, [])
                elif number == stop - 1:
                    yield Edit(repeat, repeat + 1, [self.file.texts[repeat], *new])

    def _rolled(self, row: "_Row", places: CuePlaces, signs: Sequence[tuple[str, str]]) -> Iterator[Edit]:
        """A row with as many lines as it had, and the lines that repeat these."""
        first, count = row.spot.first, row.spot.stop - row.spot.first
        spans = in_lines(row.text, count)
        yield Edit(first, row.spot.stop, self._lines(row, (row.spot.before, row.spot.behind), signs, spans))
        words = [self._written(row.text[start:end]) for start, end in spans] + [""] * (count - len(spans))
        for number, line in enumerate(words):
            for repeat in places.repeats.get(first + number, ()):
                yield Edit(repeat, repeat + 1, [line] if line else [])

    def _lines(
        self,
        row: "_Row",
        around: tuple[str, str],
        signs: Sequence[tuple[str, str]],
        spans: Sequence[Span] | None = None,
    ) -> list[str]:
        """The lines of a row, with what is `around` them; none for a text that the user left out."""
        if not row.text:
            return []
        spans = spans if spans is not None else lines_of(row.text, self.longest)
        atoms = [list(row.atoms(start, end, self._written)) for start, end in spans]
        if row.spot.by_line:
            lines = ["".join(with_signs(line, signs)) for line in atoms]
        else:
            whole = [atom for line in atoms for atom in (Atom("\n", None), *line)]
            lines = "".join(with_signs(whole, signs)).removeprefix("\n").split("\n")
        before, behind = around
        return (before + row.spot.joint.join(lines) + behind).split("\n")

    def _written(self, text: str) -> str:
        return text.translate(_SIGNS) if self.webvtt else text


class _Row:
    """What a row becomes.

    Attributes:
        text: its new text.
        spot: where it stands.
        placement: its looks and tags in the new text.
    """

    def __init__(self, paragraph: Paragraph, change: Change, spot: CueSpot) -> None:
        self.text, self.spot = change.text, spot
        marks = [mark for mark in paragraph.marks if mark.kind is not MarkKind.ORIGIN]
        fixed = [Fixed(tag.place, tag.place, opens=tag.opens) for tag in spot.tags]
        self.placement = placed(paragraph.text, marks, change, spot.pieces, fixed)
        self._looks, self._tags = list[tuple[int, ...]](), list[tuple[int, str]]()
        for part in self.placement.parts:
            if isinstance(part, Object):
                tag = spot.tags[part.number]
                place = len(self._looks)
                self._tags.append(
                    (place if _in_word(paragraph.text, tag.place) else _apart(self.text, place), tag.text)
                )
                continue
            look = spot.pieces[part.piece].look if part.piece >= 0 else ()
            assert isinstance(look, tuple)
            self._looks += [look] * len(part.text)

    def atoms(self, start: int, end: int, written: Callable[[str], str]) -> Iterator[Atom]:
        """What stands in a span of the new text."""
        at = start
        for place, tag in self._tags:
            if start <= place <= end:
                yield from self._stretches(at, place, written)
                yield Atom(tag, None)
                at = place
        yield from self._stretches(at, end, written)

    def _stretches(self, start: int, end: int, written: Callable[[str], str]) -> Iterator[Atom]:
        for look, run in groupby(range(start, end), lambda place: self._looks[place]):
            letters = list(run)
            yield from atoms_of(written(self.text[letters[0] : letters[-1] + 1]), look)


def _in_word(text: str, place: int) -> bool:
    return text[place - 1 : place].isalnum() and text[place : place + 1].isalnum()


def _apart(text: str, place: int) -> int:
    """The place, or where the word that it is in begins."""
    while _in_word(text, place):
        place -= 1
    return place

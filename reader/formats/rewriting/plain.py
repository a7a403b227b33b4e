"""Writing plain text back: its lines with other words, wrapped as they were, and all else as it is."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from reader import late_re as re
from reader.formats.choices import Lines
from reader.formats.kinds import recognise_kinds
from reader.formats.plain_inline import Inline
from reader.formats.plain_places import Part, Places
from reader.formats.plaintext import parse_plain_text
from reader.formats.rewriting.changes import (
    Change,
    Rewriting,
    Rewritten,
    SentenceChange,
    Trouble,
    Unplaced,
)
from reader.formats.rewriting.checking import cleaned_lines, refuse_other
from reader.formats.rewriting.plain_grid import GridError, Slot, rewritten_table
from reader.formats.rewriting.plain_layout import Layout
from reader.formats.rewriting.plain_spots import Spot, spot_of, written
from reader.formats.rewriting.text_lines import Edit, TextLines
from reader.gc_pause import gc_paused
from reader.late_dataclasses import dataclass
from reader.text import MarkKind, Paragraph

_LINE_ENDS = re.compile(r"\s*[\n\r\f\u2028\u2029]\s*")
# Narrower columns are no running text, and longer lines no wrapped one.
_NARROWEST, _WIDEST = 40, 120


def rewrite_plain(data: bytes, name: str, rewriting: Rewriting) -> Rewritten:
    """Write the bytes of a plain text anew.

    Args:
        data: the bytes.
        name: of the document, for messages.
        rewriting: what is to be done.

    Raises:
        DocumentError: the file is no longer as it was when it was opened.
    """
    with gc_paused():
        return _Rewriter(TextLines(data, name, rewriting.encoding), name, rewriting).rewritten(data)


@dataclass(slots=True)
class _Put:
    """New words for a paragraph, with their signs."""

    row: int
    paragraph: Paragraph
    spot: Spot
    text: str


@dataclass(slots=True)
class _Rewriter:
    file: TextLines
    name: str
    rewriting: Rewriting
    looks: int = 0
    unplaced: list[Unplaced] = field(default_factory=list)
    inline: Inline = field(default_factory=Inline)
    width: int = 0
    below: Mapping[str, str] = field(default_factory=dict)  # what begins further lines, by what begins the first

    def rewritten(self, data: bytes) -> Rewritten:
        text = "\n".join(self.file.texts)
        places = Places()
        read = parse_plain_text(text, Lines(self.rewriting.lines or Lines.JUDGED.value), places).paragraphs
        found = cleaned_lines(read)
        refuse_other([paragraph.text for paragraph in found], self.rewriting.texts, self.name)
        if not self.rewriting.changes:
            return Rewritten(data)
        self.inline = Inline(text)
        paragraphs = recognise_kinds(found, infer_headings=True)
        self._measure(places)
        puts = list(self._puts(paragraphs, places))
        edits = [*self._outside_tables(puts), *self._in_tables(puts, paragraphs, places)]
        result, encoding = self.file.with_edits(edits)
        return Rewritten(result, self.looks, tuple(sorted(self.unplaced)), encoding)

    def _measure(self, places: Places) -> None:
        """How wide the wrapped lines of the text are, and what stands before them."""
        tabled = {line for start, stop in places.tables for line in range(start, stop)}
        widths, below = Counter[int](), defaultdict[str, Counter[str]](Counter)
        for raw in places.raws:
            if len(raw.parts) < 2 or raw.parts[0].line in tabled:
                continue
            first, second = (self.file.texts[part.line][: max(part.column, 0)] for part in raw.parts[:2])
            below[first][second] += 1
            if "\n" not in raw.text:
                widths[max(part.stop for part in raw.parts)] += len(raw.parts) - 1
        self.below = {first: seconds.most_common(1)[0][0] for first, seconds in below.items()}
        lines, half = 0, widths.total() * 3 / 4
        for width in sorted(widths):
            lines += widths[width]
            if lines >= half:
                self.width = width if _NARROWEST <= width <= _WIDEST else 0
                break

    # New words

    def _puts(self, paragraphs: Sequence[Paragraph], places: Places) -> Iterator[_Put]:
        for change in self.rewriting.changes:
            paragraph = paragraphs[change.row]
            spot = spot_of(paragraph, places)
            text = self._words(paragraph, change, spot) if spot and self._stands(spot) else None
            if spot is None or text is None:
                self._trouble(change.row)
            else:
                yield _Put(change.row, paragraph, spot, text)

    def _stands(self, spot: Spot) -> bool:
        """Whether the lines are where they are said to be: all but such as were put together of two."""
        told = all(part.column >= 0 and _same_words(self._shown(part), part.text) for part in spot.parts)
        return told and not spot.tail

    def _shown(self, part: Part) -> str:
        return self.file.texts[part.line][part.column : part.stop]

    def _trouble(self, row: int, trouble: Trouble = Trouble.KEPT, count: int = 1) -> None:
        self.unplaced += [Unplaced(row, trouble)] * count

    def _words(self, paragraph: Paragraph, change: Change, spot: Spot) -> str | None:
        """The new words as the file has them; None if they could not be read again."""
        both = self.rewriting.both
        found = written(paragraph, _without_references(change) if both else change, spot, references=not both)
        head = "" if both else spot.head
        self.looks += found.placement.looks
        self._trouble(change.row, Trouble.OBJECT, found.placement.guessed)
        for signs, lost in ((found.raw, found.placement.lost), (found.read, found.placement.looks)):
            raw = _LINE_ENDS.sub("\n", (head + signs).strip())
            if raw and self.inline.read(raw)[0] == _LINE_ENDS.sub("\n", (head + found.read).strip()):
                self._trouble(change.row, Trouble.LOOK, lost)
                return raw
        return None

    # Lines

    def _outside_tables(self, puts: Sequence[_Put]) -> Iterator[Edit]:
        for put in puts:
            if put.paragraph.cell is not None:
                continue
            lines = [part.line for part in put.spot.parts]
            if lines != list(range(lines[0], lines[-1] + 1)):
                self._trouble(put.row)
                continue
            layout = Layout(put.paragraph, put.spot, self.file.texts, self.width, self.below)
            lines_of = layout.with_copy if self.rewriting.both else layout.lines
            yield Edit(layout.start, layout.stop, lines_of(put.text))

    def _in_tables(self, puts: Sequence[_Put], paragraphs: Sequence[Paragraph], places: Places) -> Iterator[Edit]:
        changed = {put.row: put for put in puts if put.paragraph.cell is not None}
        tables = {put.paragraph.cell.number for put in changed.values() if put.paragraph.cell is not None}
        rows = defaultdict[int, list[int]](list)
        for row, paragraph in enumerate(paragraphs):
            if paragraph.cell is not None and paragraph.cell.number in tables:
                rows[paragraph.cell.number].append(row)
        for number in sorted(tables):
            lines = {line: self.file.texts[line] for line in range(*places.tables[number])}
            slots = [slot for row in rows[number] if (slot := self._slot(paragraphs[row], changed.get(row), places))]
            try:
                found = rewritten_table(lines, slots)
            except GridError:
                for row in rows[number]:
                    self._trouble(row, count=row in changed)
                continue
            yield from (Edit(line, line + 1, [found[line]]) for line in lines if found[line] != lines[line])

    def _slot(self, paragraph: Paragraph, put: _Put | None, places: Places) -> Slot | None:
        """What a paragraph has in its cell; None if that is nothing that the file shows."""
        spot = put.spot if put is not None else spot_of(paragraph, places)
        if spot is None or paragraph.cell is None or paragraph.cell.cell is None or not self._stands(spot):
            return None
        text, old = put.text if put is not None else None, "".join(line.read + line.joint for line in spot.lines)
        if text is not None and self.rewriting.both:
            text = f"{' '.join(old.split(chr(10)))} / {text}"
        elif text == old:
            text = None
        lines = [line._replace(shown=self._shown(part)) for line, part in zip(spot.lines, spot.parts, strict=True)]
        return Slot(paragraph.cell.cell, spot.parts, lines, text)


def _same_words(shown: str, text: str) -> bool:
    """Whether a part of a line is a text; bars in cells are escaped."""
    return shown.split() == text.split() or shown.replace("\\|", "|").split() == text.split()


def _without_references(change: Change) -> Change:
    """A change without the references of notes, for a copy behind the old text; only the old one has them."""
    notes = [mark for mark in change.marks if mark.kind is MarkKind.NOTE]
    if not notes:
        return change
    pieces, end = list[str](), 0
    for mark in notes:
        pieces.append(change.text[end : mark.start])
        end = mark.end
    pieces.append(change.text[end:])

    def moved(place: int) -> int:
        return place - sum(min(place, mark.end) - mark.start for mark in notes if mark.start < place)

    sentences = tuple(
        SentenceChange(
            each.source,
            (moved(each.target[0]), moved(each.target[1])),
            tuple((a, b, moved(c), moved(d), weight) for a, b, c, d, weight in each.links),
        )
        for each in change.sentences
    )
    marks = tuple(mark.at(moved(mark.start), moved(mark.end)) for mark in change.marks if mark not in notes)
    return Change(change.row, "".join(pieces), sentences, marks)

"""The runs of the texts of a row, with what they lead to; see data.typ."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import groupby

from reader.export.blocks import Block, Piece, Segment
from reader.export.labels import EDITED_SIGN, WARNED_SIGN
from reader.export.pdf.runs import Run, one_line, runs_of, styled
from reader.late_dataclasses import dataclass
from reader.parallel import Column
from reader.text import MarkKind

# What texts of a column are called where something leads to them, besides "c" and its number.
SIDES: Mapping[int, str] = {Column.ORIGINAL: "s", Column.TRANSLATION: "t"}
# Selects the text form over the emoji form; the fonts here have only the former.
VARIATION = "\ufe0e"


@dataclass(frozen=True, slots=True)
class References:
    """What is linked with what.

    Attributes:
        named: the rows that something leads to.
        footnotes: the numbers (from 0) of notes at the foot of the page, by the row in which they begin.
        noted: the row that refers to each of these notes first.
    """

    named: Collection[int] = frozenset()
    footnotes: Mapping[int, int] = field(default_factory=dict)
    noted: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Texts:
    """Makes runs.

    Attributes:
        missing: the characters that no font has.
        references: what is linked with what.
        tinted: whether every second sentence pair is tinted, on both sides.
    """

    missing: Collection[str]
    references: References
    tinted: bool

    def runs(self, block: Block, segments: Iterable[Segment], column: int) -> list[Run]:
        """The runs of a text of a column."""
        side = SIDES.get(column, f"c{column}")
        runs: list[Run] = []
        for segment in segments:
            if segment.label:
                runs.append(styled(segment.label, "label"))
            tint = ("tint",) * ((segment.index or 0) % 2) if self.tinted else ()
            runs += self._pieces(block, segment.pieces, side, *tint)
            runs += [styled(sign, "sign") for sign in _signs(segment)]
        return runs

    def _pieces(self, block: Block, pieces: Sequence[Piece], side: str, *styles: str) -> Iterator[Run]:
        if all(piece.row is None for piece in pieces):
            yield from runs_of(pieces, self.missing, *styles)
            return
        begun: set[int] = set()
        for row, group in groupby(pieces, key=lambda piece: (piece.row, MarkKind.NOTE in piece.kinds)):
            own = list(group)
            if row[0] is None:
                yield from runs_of(own, self.missing, *styles)
            elif not row[1]:
                yield from (_leading(run, row[0], side) for run in runs_of(own, self.missing, *styles))
            else:
                yield self._reference(block, row[0], "".join(piece.text for piece in own), side, begun)

    def _reference(self, block: Block, row: int, text: str, side: str, begun: set[int]) -> Run:
        """A reference to a note: a footnote where it is the first one, else a link."""
        shown = one_line(text.strip("[]") or text, self.missing)
        number = self.references.footnotes.get(row)
        if number is None:
            return _leading(styled(shown, "note"), row, side)
        first = self.references.noted[row] == block.index and row not in begun
        begun.add(row)
        return {**_styles(styled(shown, "note")), "footnote": number, "first": first}


def _styles(run: Run) -> dict[str, object]:
    return {"parts": [run], "styles": [], "href": ""} if isinstance(run, str) else run


def _leading(run: Run, row: int, side: str) -> Run:
    """A run that leads to the text of a row on the same side."""
    return {**_styles(run), "ref": f"row-{row}", "side": side}


def _signs(segment: Segment) -> Iterator[str]:
    if segment.edited:
        yield EDITED_SIGN
    if segment.warnings:
        yield WARNED_SIGN.replace(VARIATION, "")

"""What is highlighted, selected and found in the reading view: what painting needs besides the text."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from reader.late_dataclasses import dataclass
from reader.text import Span
from ui.reading.places import LinkedWord, Place


@dataclass(frozen=True, slots=True)
class Block:
    """Cells of a table that are selected together: rows of one column."""

    column: int
    rows: frozenset[int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one column that is selected: from one place to another behind it, each a row and a code point."""

    column: int
    start: tuple[int, int]
    end: tuple[int, int]

    @property
    def rows(self) -> range:
        """The rows that it reaches into."""
        return range(self.start[0], self.end[0] + 1)

    def span(self, row: int, length: int) -> Span | None:
        """What is selected of the text of a row, which has a `length`; None for nothing."""
        if not self.start[0] <= row <= self.end[0]:
            return None
        first = self.start[1] if row == self.start[0] else 0
        last = min(self.end[1], length) if row == self.end[0] else length
        return (first, last) if first < last else None


@dataclass(slots=True)
class Highlights:
    """The current highlights. Written by `Highlighter`, and the selection by `Selection`.

    Attributes:
        place: the sentence highlighted on both sides.
        word: the word that is hovered or at the caret, and its partners.
        pinned: whether `place` stays highlighted regardless of the pointer.
        focused: whether the view has the keyboard focus.
        selection: the selected text.
        block: the selected cells of a table.
        found: spans found by a search, by row and column.
        named: spans of the words that a warning about the sentence at the caret names, likewise.
        current: row, column and span of the current hit.
        revealed: row and column of a blurred cell that is shown.
    """

    place: Place | None = None
    word: LinkedWord | None = None
    pinned: bool = False
    focused: bool = False
    selection: Stretch | None = None
    block: Block | None = None
    found: Mapping[tuple[int, int], Sequence[Span]] = field(default_factory=dict)
    named: Mapping[tuple[int, int], Sequence[Span]] = field(default_factory=dict)
    current: tuple[int, int, Span] | None = None
    revealed: tuple[int, int] | None = None

    def clear(self) -> None:
        """Clear all highlights: another text is shown."""
        self.place = self.word = self.selection = self.current = self.revealed = self.block = None
        self.pinned, self.found, self.named = False, {}, {}

    def rows(self) -> set[int]:
        """The rows whose appearance depends on place, word or revealed cell."""
        marked = (
            self.place.row if self.place else None,
            self.word.row if self.word else None,
            self.revealed[0] if self.revealed else None,
        )
        return {row for row in marked if row is not None}

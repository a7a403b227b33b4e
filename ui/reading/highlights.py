"""What is highlighted, selected and found in the reading view: what painting needs besides the text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.text import Span
from ui.reading.places import LinkedWord, Place


@dataclass(frozen=True, slots=True)
class Block:
    """Cells of a table that are selected together: rows of one column."""

    column: int
    rows: frozenset[int]


@dataclass(slots=True)
class Highlights:
    """The current highlights. Written by `Highlighter`, and the selection by `Selection`.

    Attributes:
        place: the sentence highlighted on both sides.
        word: the word that is hovered or at the caret, and its partners.
        pinned: whether `place` stays highlighted regardless of the pointer.
        focused: whether the view has the keyboard focus.
        selection: row, column and span of the selected text.
        block: the selected cells of a table.
        found: spans found by a search, by row and column.
        current: row, column and span of the current hit.
        revealed: row and column of a blurred cell that is shown.
    """

    place: Place | None = None
    word: LinkedWord | None = None
    pinned: bool = False
    focused: bool = False
    selection: tuple[int, int, Span] | None = None
    block: Block | None = None
    found: Mapping[tuple[int, int], Sequence[Span]] = field(default_factory=dict)
    current: tuple[int, int, Span] | None = None
    revealed: tuple[int, int] | None = None

    def clear(self) -> None:
        """Clear all highlights: another text is shown."""
        self.place = self.word = self.selection = self.current = self.revealed = self.block = None
        self.pinned, self.found = False, {}

    def rows(self) -> set[int]:
        """The rows whose appearance depends on place, word, selection or revealed cell."""
        marked = (
            self.place.row if self.place else None,
            self.word.row if self.word else None,
            self.selection[0] if self.selection else None,
            self.revealed[0] if self.revealed else None,
        )
        return {row for row in marked if row is not None}

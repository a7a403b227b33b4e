"""What is highlighted, selected and found in the reading view: what a paint needs beside the text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.text import Span
from ui.reading.places import LinkedWord, Place


@dataclass(slots=True)
class Highlights:
    """The state of the marks. `Highlighter` writes it, and `Selection` what is selected.

    Attributes:
        place: the sentence that is highlighted on both sides.
        word: the word that is hovered or that the caret is on, and its partners.
        pinned: whether `place` stays whatever the pointer does.
        focused: whether the view has the keyboard.
        selection: row, column and span of selected text.
        found: spans that a search found, by row and column.
        current: row, column and span of the hit that is looked at.
        revealed: row and column of a blurred cell that may be read.
    """

    place: Place | None = None
    word: LinkedWord | None = None
    pinned: bool = False
    focused: bool = False
    selection: tuple[int, int, Span] | None = None
    found: Mapping[tuple[int, int], Sequence[Span]] = field(default_factory=dict)
    current: tuple[int, int, Span] | None = None
    revealed: tuple[int, int] | None = None

    def clear(self) -> None:
        """Another text: nothing of it is marked yet."""
        self.place = self.word = self.selection = self.current = self.revealed = None
        self.pinned, self.found = False, {}

    def rows(self) -> set[int]:
        """The rows that look different because of place, word, selection or revealing."""
        marked = (
            self.place.row if self.place else None,
            self.word.row if self.word else None,
            self.selection[0] if self.selection else None,
            self.revealed[0] if self.revealed else None,
        )
        return {row for row in marked if row is not None}

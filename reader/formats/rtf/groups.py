"""What a group of rich text is while it is followed: how its letters look, and where what is in it goes."""

from collections.abc import Callable
from dataclasses import field
from typing import TYPE_CHECKING

from reader.formats.rtf.content import Field, RowShape, Text
from reader.formats.rtf.looks import Letters, Shape
from reader.late_dataclasses import dataclass
from reader.text import Span

if TYPE_CHECKING:
    from reader.formats.rtf.stories import Running


class Sink:
    """Where the content of a group goes: here it is dropped."""

    def text(self, text: Text) -> None:
        """Letters that look alike."""

    def word(self, name: str, number: int, start: int, end: int) -> None:
        """A word of command, with its number or 1, and where it stands."""


class Collected(Sink):
    """Keeps letters."""

    def __init__(self) -> None:
        """Begin with none."""
        self.texts: list[Text] = []

    def text(self, text: Text) -> None:
        """Keep letters."""
        self.texts.append(text)

    @property
    def whole(self) -> str:
        """All letters."""
        return "".join(text.text for text in self.texts)


@dataclass(slots=True)
class Drawing:
    """Something that is drawn: its properties, where the letters of their values stand, and what is in it.

    `picture` is where the picture stands that it is, if that is of a kind that can be shown.
    """

    properties: dict[str, Text] = field(default_factory=dict)
    name: str = ""
    has_picture: bool = False
    width: int = 0
    height: int = 0
    picture: Span | None = None


@dataclass(slots=True)
class Group:
    """A group that is open.

    Attributes:
        start: where its brace stands.
        letters, shape: how letters look and what a paragraph is, so far.
        fallback: how many signs stand for a letter that is not known.
        sink: where its content goes.
        field: the field that it is in.
        drawing: the drawing that it is in.
        row: what is said of the row of a table in a table.
        story: where things in it go that are not for `sink`.
        before: where the content of what is said in two ways goes.
        leave: called when it ends, with the place behind it.
    """

    start: int
    letters: Letters
    shape: Shape
    fallback: int
    sink: Sink
    field: Field | None = None
    drawing: Drawing | None = None
    row: RowShape | None = None
    story: "Running | None" = None
    before: Sink | None = None
    leave: Callable[[int], object] | None = None

    def inner(self, start: int) -> "Group":
        """A group in it."""
        return Group(
            start,
            self.letters,
            self.shape,
            self.fallback,
            self.sink,
            self.field,
            self.drawing,
            self.row,
            self.story,
            self.before,
        )

"""What a file of rich text consists of once its words of command have been followed."""

from dataclasses import field

from reader.formats.rtf.looks import Letters, Shape
from reader.formats.xml_parts import Element
from reader.late_dataclasses import dataclass
from reader.text import Span


@dataclass(slots=True, eq=False)
class Field:
    """A field.

    Attributes:
        start, end: where it stands; the end is -1 while it is open.
        around: the field that it is in.
        code: what it does.
        lasting: whether it goes on in another paragraph.
        value: what a field of a form shows.
        said: where the group with its code stands.
        depth: how many are around it.
    """

    start: int
    around: "Field | None" = None
    code: str = ""
    end: int = -1
    lasting: bool = False
    value: str = ""
    depth: int = 0
    said: tuple[int, int] = (0, 0)


@dataclass(slots=True, eq=False)
class Text:
    """Letters that look alike, where they stand in the file, and how many signs stand for one that is not known."""

    start: int
    end: int
    text: str
    letters: Letters
    field: Field | None = None
    fallback: int = 1
    sign: bool = False


@dataclass(slots=True, eq=False)
class Thing:
    """Something in a paragraph that is not letters, and where it stands in the file."""

    start: int
    end: int
    letters: Letters
    field: Field | None = None


@dataclass(slots=True, eq=False)
class Reference(Thing):
    """The reference to a note; `label` is the one that is typed, "" for a counted one."""

    story: "Story | None" = None
    kind: str = "footnote"
    label: str = ""


@dataclass(slots=True, eq=False)
class Picture(Thing):
    """An image, and what describes it, with the place of that in the file; `content` is the place of what is shown."""

    text: str = ""
    said: tuple[int, int] = (0, 0)
    floating: bool = False
    width: int = 0
    height: int = 0
    fallback: int = 1
    content: Span | None = None


@dataclass(slots=True, eq=False)
class Formula(Thing):
    """A formula, as it is written in a line."""

    text: str = ""


@dataclass(slots=True, eq=False)
class Name(Thing):
    """A place that has a name."""

    name: str = ""


@dataclass(slots=True, eq=False)
class Boxed(Thing):
    """A text box."""

    story: "Story | None" = None


@dataclass(slots=True, eq=False)
class Gap(Thing):
    """Something that is left out: of the spaces around it one stays."""


@dataclass(slots=True, eq=False)
class Break(Thing):
    """The end of a paragraph that runs on, since its end has been deleted."""


Piece = Text | Thing


@dataclass(slots=True, eq=False)
class Paragraph:
    """A paragraph.

    Attributes:
        pieces: what is in it.
        shape: what it is.
        marker: what is written before it as its number or bullet, "" for nothing.
        listed: whether anything is.
        end, behind: where what ends it stands; equal if nothing does that ends it alone.
        depth: in how many tables it is.
    """

    pieces: list[Piece]
    shape: Shape
    marker: str = ""
    listed: bool = False
    end: int = 0
    behind: int = 0
    depth: int = 0


@dataclass(slots=True, eq=False)
class CellShape:
    """What a row says of a cell: where it ends, and whether it is one with others, as "first" or "more"."""

    end: int
    down: str = ""
    right: str = ""


@dataclass(slots=True, eq=False)
class RowShape:
    """What is said of a row."""

    cells: list[CellShape] = field(default_factory=list)
    head: bool = False
    left: int = 0


@dataclass(slots=True, eq=False)
class CellEnd:
    """The end of a cell, in a table that is so deep."""

    depth: int


@dataclass(slots=True, eq=False)
class RowEnd:
    """The end of a row, in a table that is so deep."""

    depth: int
    shape: RowShape


Item = Paragraph | CellEnd | RowEnd


@dataclass(slots=True, eq=False)
class Story:
    """A text that runs: the body, a note, a text box, the header or footer of pages."""

    items: list[Item] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Style:
    """A style: its name, what it is based on, what it makes of letters and paragraphs."""

    name: str
    based: int
    letters: Letters
    shape: Shape


@dataclass(slots=True)
class Content:
    """A whole file.

    Attributes:
        body: its text.
        furniture: "header" or "footer" and its text, in order.
        styles: by "s" or "cs" and their number.
        fonts: the names of fonts by their number.
        pages: their code pages, "" for those of signs.
        font, page: those where nothing else is said.
        info: what the file says about itself.
        language: Windows' number of the language of the whole.
        notes: words that say how notes are counted, with their numbers.
        lists: what the lists are, as Word has it in XML.
        comments, objects: how many there are that are not read.
    """

    body: Story
    furniture: list[tuple[str, Story]] = field(default_factory=list)
    styles: dict[tuple[str, int], Style] = field(default_factory=dict)
    fonts: dict[int, str] = field(default_factory=dict)
    pages: dict[int, str] = field(default_factory=dict)
    font: int = 0
    page: str = "cp1252"
    info: dict[str, str] = field(default_factory=dict)
    language: int = 0
    notes: dict[str, int] = field(default_factory=dict)
    lists: Element | None = None
    comments: int = 0
    objects: int = 0

    def page_of(self, letters: Letters) -> str:
        """The code page of letters that look so."""
        font = letters.own_font
        return self.pages.get(font if font >= 0 else self.font, self.page)

    def font_of(self, letters: Letters) -> str:
        """The name of their font."""
        font = letters.own_font
        return self.fonts.get(font if font >= 0 else self.font, "")

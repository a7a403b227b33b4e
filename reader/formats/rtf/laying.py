"""Makes a document of what a file of rich text consists of, as a Word document is made."""

from collections.abc import Sequence

from reader.formats.building import Builder
from reader.formats.docx.adding import Adding
from reader.formats.docx.fields import Field as Code
from reader.formats.docx.lines import Line, Shape
from reader.formats.docx.notes import LONGEST_LABEL
from reader.formats.docx.number_formats import written
from reader.formats.docx.numbering import Numbering
from reader.formats.docx.shared import Worn
from reader.formats.docx.symbols import in_unicode
from reader.formats.index_entries import drop_page_number
from reader.formats.inline import local
from reader.formats.rtf.content import (
    Boxed,
    Content,
    Field,
    Formula,
    Gap,
    Name,
    Paragraph,
    Picture,
    Piece,
    Reference,
    Story,
    Text,
)
from reader.formats.rtf.looks import Letters
from reader.formats.rtf.origins import Origins, Twin
from reader.formats.rtf.pictures import picture_name
from reader.formats.rtf.roles import Role, Roles
from reader.formats.rtf.rows import Block, Place, Table, blocks_of, places_of
from reader.formats.rtf.words import language_of
from reader.formats.tables import WIDEST, OpenCell
from reader.late_dataclasses import dataclass
from reader.text import Figure, MarkKind

_NOTE_FORMS = {
    **{"ar": "decimal", "alc": "lowerLetter", "auc": "upperLetter", "rlc": "lowerRoman", "ruc": "upperRoman"},
    "chi": "chicago",
}


@dataclass(slots=True)
class Worded:
    """How letters of a paragraph are read: the marks on them, and whether they are hidden or deleted."""

    worn: frozenset[Worn]
    shift: str
    dropped: str


class Laying:
    """Lays a document.

    Attributes:
        builder: what it is laid into.
    """

    def __init__(self, content: Content, builder: Builder, origins: Origins | None = None) -> None:
        """Begin; `origins`, if any, remembers where each text stands."""
        self.builder, self._content, self._origins = builder, content, origins
        self._roles = Roles(content)
        self._numbering = Numbering(content.lists, lambda _: "")
        self._line = Line()
        self._boxed: list[Boxed] = []
        self._notes: list[tuple[str, Reference]] = []
        self._counts = {"footnote": 0, "endnote": 0}
        self._letters: dict[tuple[Letters, Role], Worded] = {}
        self._codes: dict[int, Code] = {}
        self._adding = Adding(builder, self._describes)
        self._swallow = ""
        self._hid = False
        self._role = Role()

    def lay(self) -> None:
        """Lay it all: the body, its notes, then the headers and footers of pages."""
        self._story(self._content.body)
        self._lay_notes()
        seen = dict[tuple[str, str], int]()
        for label, story in self._content.furniture:
            key = label, _letters_in(story)
            if key in seen:
                self._remember_twin(seen[key], story)
                continue
            seen[key], first = len(self.builder.paragraphs), len(self._notes)
            depth = self.builder.enter_furniture(label)
            self._story(story)
            self.builder.unwind(depth)
            self._lay_notes(first)

    def _remember_twin(self, first: int, story: Story) -> None:
        """Remember, if that is asked for, what says the same as the paragraphs from one on."""
        if self._origins is not None:
            twin = Laying(self._content, Builder(), self._origins)
            twin._story(story)
            self._origins.twins.append(Twin(first, twin.builder.paragraphs))

    def _lay_notes(self, number: int = 0) -> None:
        while number < len(self._notes):
            label, reference = self._notes[number]
            depth = self.builder.enter_note(label, number)
            self._swallow = reference.label
            if reference.story is not None:
                self._story(reference.story)
            self._swallow = ""
            self.builder.unwind(depth)
            number += 1

    # Blocks

    def _story(self, story: Story) -> None:
        self._blocks(blocks_of(story.items))

    def _blocks(self, blocks: Sequence[Block]) -> None:
        around, self._adding.quote = self._adding.quote, None
        for block in blocks:
            if isinstance(block, Table):
                self._adding.close_quote()
                self._table(block)
            else:
                self._paragraph(block)
        self._adding.close_quote()
        self._adding.quote = around

    def _table(self, table: Table) -> None:
        depth = self.builder.enter_table("table")
        above: dict[int, OpenCell] = {}
        heads = True
        for row, places in zip(table.rows, places_of(table), strict=True):
            self.builder.tables[-1].begin_row()
            heads = heads and row.shape is not None and row.shape.head
            before: OpenCell | None = None
            for blocks, place in zip(row.cells, places, strict=True):
                before = self._cell(blocks, place, above, before, head=heads)
        self.builder.unwind(depth)

    def _cell(
        self,
        blocks: Sequence[Block],
        place: Place,
        above: dict[int, OpenCell],
        before: OpenCell | None,
        *,
        head: bool,
    ) -> OpenCell | None:
        """Read a cell; returns it, or the one that it only continues."""
        continued = above.get(place.column) if place.down == "more" else None
        if continued is not None and not blocks:
            continued.height += 1
            return None
        if place.more and before is not None and not blocks:
            before.width = min(before.width + place.width, WIDEST + 1)
            return before
        first = next((block for block in blocks if isinstance(block, Paragraph)), None)
        align = first.shape.align if first is not None else ""
        cell = OpenCell(width=min(place.width, WIDEST + 1), head=head, align=align)
        above.pop(place.column, None)
        if place.down:
            above[place.column] = cell
        depth = self.builder.enter_cell("cell", cell)
        self._blocks(blocks)
        self.builder.unwind(depth)
        return cell

    # Paragraphs

    def _paragraph(self, paragraph: Paragraph) -> None:
        self._hid = False
        if self._origins is not None:
            self._origins.paragraph = paragraph
        self._role = self._roles.of(paragraph.shape)
        for piece in paragraph.pieces:
            self._piece(piece)
        if any(_is_entry(piece.field) for piece in paragraph.pieces):
            drop_page_number(self._line.inline)
        whole = self._line.take(self.builder.figures)
        marker = self._marker(paragraph)
        look = self._roles.look(paragraph.shape, marker, len(whole.text))
        if whole.text or whole.shapes or look.marker:
            self._adding.add(whole, look)
        self._adding.figures(whole.shapes)
        boxed, self._boxed = self._boxed, []
        for box in boxed:
            depth = self.builder.enter_aside("box", "")
            assert box.story is not None
            self._story(box.story)
            self.builder.unwind(depth)

    def _describes(self, picture: Picture) -> None:
        """Remember, if that is asked for, that what has just been added is the description of an image."""
        if self._origins is not None:
            self._origins.add(self.builder.inline, picture, describes=True)

    def _marker(self, paragraph: Paragraph) -> str:
        """What stands before a paragraph: what a program has written there, but for bullets without their font."""
        shape = paragraph.shape
        number, place = str(shape.list), shape.level
        counted = self._numbering.next(number, place) if shape.list else ""
        if not paragraph.listed or (
            counted and len(paragraph.marker) == 1 and self._numbering.has_bullets(number, place)
        ):
            return counted
        return paragraph.marker

    # What is in a paragraph

    def _piece(self, piece: Piece) -> None:
        if isinstance(piece, Text):
            self._text(piece)
        elif isinstance(piece, Name):
            self.builder.name(piece.name)
        elif not self._shows(piece):
            return
        elif isinstance(piece, Reference):
            self._reference(piece)
        elif isinstance(piece, Picture):
            name = picture_name(*piece.content) if piece.content is not None else ""
            figure = Figure(name, piece.width, piece.height, inside=bool(name))
            shape = Shape(figure, piece.text, self.code(piece.field).href, piece)
            self._line.image(shape, floating=piece.floating)
            self._came_from(piece)
        elif isinstance(piece, Formula):
            self._line.marked(piece.text, MarkKind.MATH)
            self._came_from(piece)
        elif isinstance(piece, Boxed):
            self._boxed.append(piece)
        elif isinstance(piece, Gap):
            self._line.skip()

    def _shows(self, piece: Piece) -> bool:
        return not piece.letters.hidden and not piece.letters.deleted and not self.code(piece.field).silent

    def _text(self, piece: Text) -> None:
        key = piece.letters, self._role
        look = self._letters.get(key)
        if look is None:
            look = self._letters[key] = self._worded(piece.letters)
        if look.dropped:
            self._drop(piece, look.dropped)
            return
        code = self.code(piece.field)
        if code.silent:
            self._line.skip()
            return
        text = self.in_unicode(piece)
        verbatim = piece.sign or code.verbatim or text != piece.text
        if self._swallow:
            text = self._without_label(text)
        worn = look.worn
        if code.href:
            worn = frozenset({each for each in worn if each[0] is not MarkKind.UNDERLINE})
            worn |= {(MarkKind.LINK, local(code.href))}
        if verbatim:
            worn |= {(MarkKind.VERBATIM, "")}
        self._line.add(text, worn, look.shift)
        self._came_from(piece)

    def in_unicode(self, piece: Text) -> str:
        """Letters as Unicode has them, which may be those of a font of signs."""
        font = self._content.fonts.get(piece.letters.own_font, "")
        return in_unicode(piece.text, font) if font or not piece.text.isascii() else piece.text

    def _came_from(self, piece: Piece) -> None:
        """Remember, if that is asked for, that what has just been added is a piece of the file."""
        if self._origins is not None:
            self._origins.add(self._line.inline, piece)

    def _drop(self, piece: Text, what: str) -> None:
        self._line.skip()
        if piece.text.strip() and (what == "deleted" or not self._hid):
            self.builder.left_out[what] += 1
            self._hid = self._hid or what == "hidden"

    def _without_label(self, text: str) -> str:
        label = self._swallow
        words = text.lstrip()
        if not words:
            return text
        self._swallow = ""
        return words.removeprefix(label).lstrip() if words.startswith(label) else text

    def _worded(self, letters: Letters) -> Worded:
        dropped = "deleted" if letters.deleted else "hidden" if letters.hidden else ""
        worn = set(self._roles.worn(letters, self._role))
        language, usual = language_of(letters.language), language_of(self._content.language)
        if language and usual and language != usual:
            worn.add((MarkKind.LANGUAGE, language))
        return Worded(frozenset(worn), letters.shift, dropped)

    def code(self, field: Field | None) -> Code:
        """The field that something is in, as Word understands its code."""
        if field is None:
            return _NO_FIELD
        known = self._codes.get(id(field))
        if known is None:
            around = self.code(field.around)
            known = Code(None, [field.code], href=around.href, lasting=field.lasting, verbatim=around.verbatim)
            known.settle()
            known.silent = known.silent or around.silent
            self._codes[id(field)] = known
        return known

    def _reference(self, piece: Reference) -> None:
        label = piece.label[:LONGEST_LABEL] or self._counted(piece.kind)
        self._line.marked(f"[{label}]", MarkKind.NOTE, f"#note:{len(self._notes)}")
        self._notes.append((label, piece))
        self._came_from(piece)

    def _counted(self, kind: str) -> str:
        prefix, said = "ftn" if kind == "footnote" else "aftn", self._content.notes
        form = next((form for name, form in _NOTE_FORMS.items() if f"{prefix}n{name}" in said), "decimal")
        number = said.get(f"{prefix}start", 1) + self._counts[kind]
        self._counts[kind] += 1
        return written(number, form) or str(number)


_NO_FIELD = Code(None)


def _is_entry(field: Field | None) -> bool:
    """Whether something is in a list of contents or an index."""
    while field is not None:
        if field.lasting and field.code.split()[:1] in (["TOC"], ["INDEX"]):
            return True
        field = field.around
    return False


def _letters_in(story: Story) -> str:
    """What a story shows, to know it again."""
    paragraphs = (item for item in story.items if isinstance(item, Paragraph))
    return "\n".join("".join(map(_shown, each.pieces)) for each in paragraphs)


def _shown(piece: Piece) -> str:
    if isinstance(piece, Boxed | Reference):
        return f"({_letters_in(piece.story)})" if piece.story is not None else ""
    return piece.text if isinstance(piece, Text | Picture | Formula) else ""

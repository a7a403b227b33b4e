"""Documents with structure: an example of each kind, and a generator of random ones for property tests."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from hypothesis import strategies as st

from reader.text import Box, BoxKind, Cell, Document, Figure, Kind, Mark, MarkKind, Paragraph

NOTE = Box(BoxKind.NOTE, 0, label="1")
QUOTE = Box(BoxKind.QUOTE, 0)


def cell(table: int, row: int, column: int, **more: object) -> Box:
    """The box of a cell of a table; `more` are further attributes of `Cell`."""
    return Box(BoxKind.CELL, table, cell=Cell(row, column, **more))  # type: ignore[arg-type]


def in_cell(text: str, row: int, column: int, **more: object) -> Paragraph:
    """A plain paragraph in a cell of the first table."""
    return Paragraph(text, Kind.TABLE_CELL, within=(cell(0, row, column, **more),))


def document(*paragraphs: Paragraph, figures: tuple[Figure, ...] = ()) -> Document:
    """A Norwegian document."""
    return Document("Tittel", paragraphs, None, "nb", certain=True, figures=figures)


# A table with a list in a cell, an empty cell and a note; a nested list, a quote in a quote, a figure, a definition.
EXAMPLE = document(
    Paragraph("Handleliste", Kind.TITLE, level=1),
    in_cell("Vare", 0, 0, head=True, align="l"),
    in_cell("Innhold", 0, 1, head=True, align="r"),
    Paragraph("Brød[1]", Kind.TABLE_CELL, (Mark(4, 7, MarkKind.NOTE, "#note:0"),), within=(cell(0, 1, 0, align="l"),)),
    Paragraph("mel", Kind.LIST_ITEM, level=1, marker="•", within=(cell(0, 1, 1, align="r"),)),
    Paragraph("vann", Kind.LIST_ITEM, level=1, marker="•", within=(cell(0, 1, 1, align="r"),)),
    in_cell("Melk", 2, 0, align="l"),
    in_cell("", 2, 1, align="r"),
    Paragraph("Først handler vi.", Kind.LIST_ITEM, level=1, marker="1."),
    Paragraph("Så lager vi mat.", Kind.LIST_ITEM, level=1, marker="2."),
    Paragraph("Vi koker.", Kind.LIST_ITEM, level=2, marker="a)"),
    Paragraph("Vi steker.", Kind.LIST_ITEM, level=2, marker="☐"),
    Paragraph("Maten er god.", Kind.QUOTE, within=(QUOTE,)),
    Paragraph("Ja, den er det.", Kind.QUOTE, within=(QUOTE, Box(BoxKind.QUOTE, 1))),
    Paragraph("Et brød på et bord", Kind.FIGURE, within=(Box(BoxKind.FIGURE, 0),)),
    Paragraph("Brødet vårt", Kind.CAPTION, within=(Box(BoxKind.FIGURE, 0),)),
    Paragraph("Deig", Kind.TERM),
    Paragraph("Mel og vann.", Kind.DEFINITION),
    Paragraph("Husk å kjøre lag_deig() først.", marks=(Mark(13, 23, MarkKind.CODE),)),
    Paragraph("Pass opp!", within=(Box(BoxKind.ASIDE, 0, label="tip"),)),
    Paragraph("Bakt i går.", Kind.NOTE, marker="1.", within=(NOTE,)),
    figures=(Figure("brod.png", 640, 480),),
)

_SENTENCE = "Brød og smør Åse gikk hjem på fjellet i går 7 m² – «ja» the end"
_WORDS = st.sampled_from(_SENTENCE.split())
TEXTS = st.lists(_WORDS, min_size=1, max_size=12).map(" ".join)


@dataclass
class _Builder:
    """Puts paragraphs together so that numbers of boxes count up."""

    draw: st.DrawFn
    tables: int = 0
    quotes: int = 0
    notes: list[str] = field(default_factory=list)

    def block(self) -> Iterator[Paragraph]:
        kind = self.draw(st.sampled_from(["plain", "list", "quote", "table", "heading", "note"]))
        match kind:
            case "list":
                yield from self._list()
            case "quote":
                yield from self._quote()
            case "table":
                yield from self._table()
            case "heading":
                yield Paragraph(self.draw(TEXTS), Kind.HEADING, level=self.draw(st.integers(1, 6)))
            case "note":
                yield self._noted()
            case _:
                yield Paragraph(self.draw(TEXTS))

    def _list(self, level: int = 1) -> Iterator[Paragraph]:
        for number in range(self.draw(st.integers(1, 3))):
            marker = self.draw(st.sampled_from(["•", f"{number + 1}.", f"{'abc'[number]})", "☐"]))
            yield Paragraph(self.draw(TEXTS), Kind.LIST_ITEM, level=level, marker=marker)
            if level < 3 and self.draw(st.booleans()):
                yield from self._list(level + 1)

    def _quote(self) -> Iterator[Paragraph]:
        boxes: tuple[Box, ...] = ()
        for _ in range(self.draw(st.integers(1, 3))):
            boxes += (Box(BoxKind.QUOTE, self.quotes),)
            self.quotes += 1
            yield Paragraph(self.draw(TEXTS), Kind.QUOTE, within=boxes)

    def _table(self) -> Iterator[Paragraph]:
        rows, columns = self.draw(st.integers(1, 5)), self.draw(st.integers(1, 5))
        header, table = self.draw(st.integers(0, 1)), self.tables
        self.tables += 1
        taken: set[tuple[int, int]] = set()
        for row in range(rows):
            for column in range(columns):
                if (row, column) not in taken:
                    yield from self._cell(table, row, column, self._span(row, column, rows, columns, taken), header)

    def _span(self, row: int, column: int, rows: int, columns: int, taken: set[tuple[int, int]]) -> tuple[int, int]:
        """How many rows and columns a cell covers; now and then several, and never what others cover."""
        down, right = self.draw(st.sampled_from([(1, 1)] * 8 + [(2, 1), (1, 2), (2, 2)]))
        places = {(row + r, column + c) for r in range(down) for c in range(right)}
        empty = (column == 0 and down > 1) or (row == 0 and right > 1)  # a row or column in which no cell begins
        if empty or row + down > rows or column + right > columns or places & taken:
            down = right = 1
            places = {(row, column)}
        taken |= places
        return down, right

    def _cell(self, table: int, row: int, column: int, size: tuple[int, int], header: int) -> Iterator[Paragraph]:
        box = cell(table, row, column, rows=size[0], columns=size[1], head=row < header)
        content = self.draw(st.sampled_from(["text"] * 6 + ["", "list"]))
        if content == "list":
            yield from (replace(p, within=(box,)) for p in self._list())
        else:
            yield Paragraph(content and self.draw(TEXTS), Kind.TABLE_CELL, within=(box,))

    def _noted(self) -> Paragraph:
        before, after = self.draw(TEXTS), self.draw(st.sampled_from(["", ".", " og mer."]))
        number = len(self.notes)
        self.notes.append(label := str(number + 1))
        mark = Mark(len(before), len(before) + len(label) + 2, MarkKind.NOTE, f"#note:{number}")
        return Paragraph(f"{before}[{label}]{after}", marks=(mark,))

    def ending(self) -> Iterator[Paragraph]:
        """The notes."""
        for number, label in enumerate(self.notes):
            for part in range(self.draw(st.integers(1, 2))):
                box = Box(BoxKind.NOTE, number, label=label)
                yield Paragraph(self.draw(TEXTS), Kind.NOTE, marker="" if part else f"{label}.", within=(box,))


@st.composite
def paragraphs(draw: st.DrawFn, largest: int = 8) -> Sequence[Paragraph]:
    """The paragraphs of a document of up to `largest` blocks: prose, lists, quotes, tables, headings, notes."""
    builder = _Builder(draw)
    found = [Paragraph(draw(TEXTS))]
    for _ in range(draw(st.integers(0, largest))):
        found += builder.block()
    return [*found, *builder.ending()]

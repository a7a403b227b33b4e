"""The texts of a row in a Word file, with what they lead to: links, notes, bookmarks."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import lru_cache
from itertools import groupby
from typing import TypeVar

from reader.export.blocks import Block, Piece, Segment, Side
from reader.export.columns import caption, needs_caption
from reader.export.docx.lists import Lists
from reader.export.docx.styles import LINK, QUIET, WARNING
from reader.export.docx.text import Look, Place, link_to, margin, paragraph, run
from reader.export.footnotes import Footnotes
from reader.export.labels import EDITED_SIGN, WARNED_SIGN, Labels
from reader.export.markup import Markup, element
from reader.export.options import ExportOptions
from reader.late_dataclasses import dataclass
from reader.parallel import Column
from reader.text import HEADINGS, BoxKind, Kind, MarkKind

_S = TypeVar("_S", Side, Side | None)
_STYLES = {
    Kind.LIST_ITEM: "ListParagraph",
    Kind.QUOTE: "Quote",
    Kind.CODE: "Code",
    Kind.MATH: "Code",
    Kind.DATE: "Dateline",
    Kind.BYLINE: "Dateline",
    Kind.SEE_ALSO: "SeeAlso",
    Kind.FIGURE: "Figure",
    Kind.CAPTION: "Caption",
    Kind.NOTE: "FootnoteText",
    Kind.TERM: "Term",
    Kind.VERSE: "Verse",
}
_PLAIN_KINDS = (Kind.PARAGRAPH, Kind.TABLE_CELL, Kind.CUE)
_FIGURE_SIGN = "▣"


@dataclass(slots=True)
class Sides:
    """Writes texts.

    Attributes:
        options, labels: of the export.
        named: the rows that something leads to.
        footnotes: the notes at the foot of the page.
        lists: the lists that Word counts; None where each item has its marker as text.
        links: addresses and their relationship ids.
        bookmarks: how many there are.
        noted: the footnotes that have been referred to.
    """

    options: ExportOptions
    labels: Labels
    named: Collection[int]
    footnotes: Footnotes
    lists: Lists | None = None
    links: dict[str, str] = field(default_factory=dict)
    bookmarks: int = 0
    noted: set[int] = field(default_factory=set)

    def side(self, block: Block, side: Side, place: Place, names: str = "", lead: Sequence[Markup] = ()) -> Markup:
        """A text in the style of its kind.

        Args:
            block: the row.
            side: its text.
            place: how it is placed.
            names: which texts of the row links to it lead to, "s", "t" or both.
            lead: runs before it.
        """
        place = self._placed(block, place, names)
        before, properties = margin(block, place)
        runs = self._runs(block, side, names) if side.segments or block.same else [self._untranslated(side)]
        start, end = self._bookmark(block, names)
        sign = [run(f"{_FIGURE_SIGN} ".rstrip() if block.blank else f"{_FIGURE_SIGN} ", side.language)]
        shown = sign if block.kind is Kind.FIGURE else []
        style = self._style_of(block, side, place)
        return paragraph(style, [*before, *start, *lead, *shown, *runs, *end], *properties)

    def label(self, block: Block, place: Place, side: Side | None = None) -> Iterator[Markup]:
        """What stands above the first row of a callout: above one side of it, or above both."""
        label, language = (side.label, side.language) if side else (block.label, self.labels.language)
        if label:
            yield paragraph(
                "AsideLabel",
                [run(label, language)],
                *margin(replace(block, marker="", kind=Kind.PARAGRAPH), self._placed(block, place, ""))[1],
            )

    def titled(self, block: Block, side: Side, place: Place, names: str) -> Markup:
        """A text as by `side`, with what it is before it, unless its language tells."""
        plain = block.kind in HEADINGS or not needs_caption(side.column, self.options)
        return self.side(block.of(side), side, place, names, [] if plain else [self._caption(side)])

    def extra(self, side: Side, indent: int = 0) -> Markup:
        """A further text below the others, with what it is before it."""
        style = "TranslatedBack" if side.column == Column.BACK else "ReferenceTranslation"
        indented = [element("w:ind", {"w:left": str(indent)})] if indent else []
        return paragraph(style, [self._caption(side), *self._runs(None, side, "")], *indented)

    def _caption(self, side: Side) -> Markup:
        words = caption(side.column, self.options, self.labels)
        return run(f"{words}: ", self.labels.language, Look(size=self._size(0.78), upright=True, colour=QUIET))

    def _placed(self, block: Block, place: Place, names: str) -> Place:
        listed = self.lists.place(block) if self.lists and "t" in names else None
        if not block.within:
            return replace(place, listed=listed) if listed else place
        steps = 0
        kinds: set[BoxKind] = set()
        for box in block.within:
            if box.kind is BoxKind.CELL:
                steps, kinds = 0, set()
            kinds.add(box.kind)
            steps += box.kind in (BoxKind.QUOTE, BoxKind.ASIDE)
        leads_to = bookmark(block.referred, names) if block.referred is not None and block.marker and names else ""
        return replace(
            place,
            listed=listed,
            quoted=BoxKind.QUOTE in kinds,
            aside=BoxKind.ASIDE in kinds,
            steps=steps,
            leads_to=leads_to,
        )

    def _untranslated(self, side: Side) -> Markup:
        return run(self.labels.not_translated, side.language)

    def _style_of(self, block: Block, side: Side, place: Place) -> str:
        if not side.segments and not block.same:
            return "NotTranslated"
        if block.kind in HEADINGS:
            if block.within:  # a heading there structures nothing
                return "Term"
            return f"{'' if place.lead else 'Translated'}Heading{block.level}"
        if block.kind in _PLAIN_KINDS:
            if place.tight:
                return "TableText"
            return "PageFurniture" if any(box.kind is BoxKind.FURNITURE for box in block.within) else "Normal"
        return _STYLES.get(block.kind, "Normal")

    def _bookmark(self, block: Block, names: str) -> tuple[Sequence[Markup], Sequence[Markup]]:
        if block.index not in self.named:
            return (), ()
        start, end = [], []
        for name in names:
            self.bookmarks += 1
            identifier = {"w:id": str(self.bookmarks)}
            start.append(element("w:bookmarkStart", {**identifier, "w:name": bookmark(block.index, name)}))
            end.append(element("w:bookmarkEnd", identifier))
        return start, end

    def _runs(self, block: Block | None, side: Side, names: str) -> Iterator[Markup]:
        for segment in side.segments:
            if segment.label:
                yield run(segment.label, self.labels.language, _LABEL)
            yield from self._pieces(block, segment.pieces, side.language, names)
            yield from self._signs(segment)

    def _signs(self, segment: Segment) -> Iterator[Markup]:
        if segment.edited:
            yield self._sign(EDITED_SIGN, LINK)
        if segment.warnings:
            yield self._sign(WARNED_SIGN, WARNING)

    def _sign(self, sign: str, colour: str) -> Markup:
        return _sign(sign, colour, self.labels.language, self._size(0.8))

    def _pieces(self, block: Block | None, pieces: Sequence[Piece], language: str, names: str) -> Iterator[Markup]:
        if block is None or all(piece.row is None for piece in pieces):
            yield from (self._piece(piece, language) for piece in pieces)
            return
        for (row, noted), group in groupby(pieces, key=lambda piece: (piece.row, MarkKind.NOTE in piece.kinds)):
            own = list(group)
            if row is None:
                yield from (self._piece(piece, language) for piece in own)
            elif noted:
                yield self._reference(block, row, "".join(piece.text for piece in own), language, names)
            else:
                looks = [replace(_look_of(piece.kinds, linked=True)) for piece in own]
                shown = [run(piece.text, language, look) for piece, look in zip(own, looks, strict=True)]
                yield link_to(bookmark(row, names or "t"), *shown)

    def _reference(self, block: Block, row: int, text: str, language: str, names: str) -> Markup:
        """A reference to a note."""
        shown = text.strip("[]") or text
        number = self.footnotes.numbers.get(row)
        if number is None:
            return link_to(bookmark(row, names or "t"), run(shown, language, _REFERENCE))
        if row not in self.noted and self.footnotes.referring[row] == block.index:
            self.noted.add(row)
            identifier = {"w:id": str(number + 1)}
            custom = {} if self.counted else {"w:customMarkFollows": "1"}
            mark = element("w:footnoteReference", {**identifier, **custom})
            own = [element("w:t", {}, shown)] if custom else []
            properties = element("w:rPr", {}, *_REFERENCE.properties())
            self.bookmarks += 1
            bookmarked = {"w:id": str(self.bookmarks)}
            return Markup(
                element("w:bookmarkStart", {**bookmarked, "w:name": f"note{number}"})
                + element("w:r", {}, properties, mark, *own)
                + element("w:bookmarkEnd", bookmarked)
            )
        return element("w:fldSimple", {"w:instr": f" NOTEREF note{number} \\h "}, run(shown, language, _REFERENCE))

    @property
    def counted(self) -> bool:
        """Whether the labels of the footnotes are those that Word counts itself."""
        return all(label == str(number) for number, label in enumerate(self.footnotes.labels, start=1))

    def _piece(self, piece: Piece, language: str) -> Markup:
        look = _look_of(piece.kinds, linked=bool(piece.href))
        written = run(piece.text, piece.language or language, look)
        if not piece.href:
            return written
        identifier = self.links.setdefault(piece.href, f"link{len(self.links) + 1}")
        return element("w:hyperlink", {"r:id": identifier, "w:history": "1"}, written)

    def _size(self, scale: float) -> int:
        return round(self.options.font_size * 2 * scale)


def named_sides(sides: Sequence[_S], names: str = "st") -> Iterator[tuple[_S, str]]:
    """Texts of a row, and which of `names` lead to each: "s" to the original and "t" to the translation.

    Names of what is not among them lead to the first.
    """
    own = [_NAMES.get(side.column, "") if side is not None else "" for side in sides]
    for place, (side, name) in enumerate(zip(sides, own, strict=True)):
        yield side, name + "".join(each for each in names if each not in own) * (place == 0)


_NAMES: Mapping[int, str] = {Column.ORIGINAL: "s", Column.TRANSLATION: "t"}
_LABEL = Look(raised=True, colour=QUIET)
_REFERENCE = Look(raised=True, colour=LINK)


def bookmark(row: int, name: str) -> str:
    """The name of the bookmark at a text of a row."""
    return f"row{row}{name[:1]}"


@lru_cache(maxsize=64)
def _sign(sign: str, colour: str, language: str, size: int) -> Markup:
    return run(f"\u00a0{sign}", language, Look(size=size, colour=colour, upright=True))


@lru_cache(maxsize=64)
def _look_of(kinds: frozenset[MarkKind], *, linked: bool) -> Look:
    return Look(
        bold=MarkKind.STRONG in kinds,
        italic=MarkKind.EMPHASIS in kinds,
        struck=MarkKind.STRIKE in kinds,
        code=MarkKind.CODE in kinds or MarkKind.MATH in kinds,
        raised=MarkKind.SUPER in kinds,
        lowered=MarkKind.SUB in kinds,
        underlined=MarkKind.UNDERLINE in kinds and not linked,
        style="Hyperlink" if linked else "",
    )

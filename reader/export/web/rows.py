"""Rows as HTML that is XML too: what a web page and the chapters of a book have in common."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from reader.export.blocks import Block, Piece, Segment, Side, has_reference
from reader.export.labels import EDITED_SIGN, WARNED_SIGN, Labels
from reader.export.markup import Markup, broken, element, joined
from reader.export.options import ExportOptions, Layout
from reader.export.web.word_links import word_links
from reader.parallel import ParallelText
from reader.text import Kind, MarkKind, language_tag, own_name

# From the outside in.
_TAGS = (
    (MarkKind.STRONG, "strong"),
    (MarkKind.EMPHASIS, "em"),
    (MarkKind.STRIKE, "s"),
    (MarkKind.CODE, "code"),
)
_DEEPEST = 6
# Rows in a part. Browsers lay out a table as a whole, and again when a word in it is marked.
_PART = 200


@dataclass(frozen=True, slots=True)
class Web:
    """Writes the blocks of one parallel text.

    Attributes:
        text: whose blocks they are.
        options: how they are laid out; facing pages become columns.
        labels: the words.
        linked: whether sentences and words are marked, so that a script can find partners.
        xml: whether languages are said in XML's way too.
    """

    text: ParallelText
    options: ExportOptions
    labels: Labels
    linked: bool = False
    xml: bool = False

    @property
    def columns(self) -> bool:
        """Whether the texts stand side by side."""
        return self.options.layout in (Layout.COLUMNS, Layout.FACING)

    def body(self, blocks: Iterable[Block]) -> Markup:
        """All of `blocks`, in the layout, in parts that a browser can lay out one by one."""
        found = iter(blocks)
        first = list(islice(found, _PART))
        others = iter(lambda: list(islice(found, _PART)), [])
        return joined(self._part(part) for part in chain([first], others))

    def _part(self, blocks: Sequence[Block]) -> Markup:
        if self.columns:
            return self._table(blocks)
        name = "stacked" if self.options.layout is Layout.STACKED else "alone"
        name += " numbered" * self.options.numbers
        return element("div", {"class": f"parallel {name}"}, *map(self._stack, blocks))

    def lang(self, code: str) -> dict[str, str | None]:
        """The attributes that say a language."""
        tag = language_tag(code)
        return {"lang": tag, "xml:lang": tag if self.xml else None}

    def _row(self, block: Block) -> dict[str, str | None]:
        words = word_links(block, self.text.rows[block.index]) if self.linked else None
        return {"class": f"row {block.kind.value}", "id": f"r{block.index + 1}", "data-words": words}

    # Side by side

    def _table(self, blocks: Iterable[Block]) -> Markup:
        three = has_reference(self.text, self.options)
        write = self._row_writer(three)
        name = "parallel columns" + " three" * three + " numbered" * self.options.numbers
        head = element("thead", {}, element("tr", {}, *self._heads(three)))
        return element("table", {"class": name}, head, element("tbody", {}, *map(write, blocks)))

    def _heads(self, three: bool) -> Iterator[Markup]:
        if self.options.numbers:
            yield element("td", {"class": "number"})
        for code in (self.text.source_language, self.text.target_language):
            yield element("th", {"scope": "col", **self.lang(code)}, own_name(code))
        if three:
            yield element("th", {"scope": "col", **self.lang(self.labels.language)}, self.labels.reference)

    def _row_writer(self, three: bool) -> Callable[[Block], Markup]:
        width = 2 + three + self.options.numbers

        def write(block: Block) -> Markup:
            if block.kind is Kind.RULE:
                return element("tr", {"class": "rule"}, element("td", {"colspan": str(width)}, element("hr")))
            return element("tr", self._row(block), *self._cells(block, three))

        return write

    def _cells(self, block: Block, three: bool) -> Iterator[Markup]:
        if self.options.numbers:
            yield element("td", {"class": "number"}, str(block.number or ""))
        yield element(
            "td", {"class": "source", **self.lang(block.source.language)}, self._side(block, block.source, lead=True)
        )
        target = self._side(block, block.target)
        below = [self._extra("back", self.labels.back, block.back)] if block.back else []
        yield element("td", {"class": "target", **self.lang(block.target.language)}, target, *below)
        if three:
            reference = [self._side(block, block.reference)] if block.reference else []
            yield element("td", {"class": "reference", **self.lang(self.text.target_language)}, *reference)

    # One under the other

    def _stack(self, block: Block) -> Markup:
        if block.kind is Kind.RULE:
            return element("hr")
        return element("div", self._row(block), *self._stacked(block))

    def _stacked(self, block: Block) -> Iterator[Markup]:
        number = element("span", {"class": "number"}, str(block.number)) if block.number else Markup()
        alone = self.options.layout is Layout.TRANSLATION
        if not alone:
            body = self._side(block, block.source, lead=True)
            yield element("div", {"class": "source", **self.lang(block.source.language)}, number, body)
        if alone or not block.same:
            body = self._side(block, block.target, lead=alone)
            before = number if alone else Markup()
            yield element("div", {"class": "target", **self.lang(block.target.language)}, before, body)
        if block.back:
            yield self._extra("back", self.labels.back, block.back)
        if block.reference:
            yield self._extra("reference", self.labels.reference, block.reference)

    def _extra(self, name: str, caption: str, side: Side) -> Markup:
        told = element("span", {"class": "caption", **self.lang(self.labels.language)}, f"{caption}:")
        return element("p", {"class": name, **self.lang(side.language)}, told, " ", self._inline(side))

    # One text

    def _side(self, block: Block, side: Side, *, lead: bool = False) -> Markup:
        """A text as its kind asks; only the text that leads is a heading, else each would be listed twice."""
        if not side.segments:
            labels = self.lang(side.language)
            return element("p", {"class": "missing", **labels}, self.labels.not_translated)
        body = self._inline(side)
        match block.kind:
            case Kind.TITLE | Kind.HEADING if lead:
                return element(f"h{block.level}", {"class": "heading"}, body)
            case Kind.TITLE | Kind.HEADING:
                return element("p", {"class": f"heading h{block.level}"}, body)
            case Kind.CODE:
                return element("pre", {}, element("code", {}, body))
            case Kind.QUOTE:
                return element("blockquote", {}, element("p", {}, body))
            case Kind.LIST_ITEM:
                marker = element("span", {"class": "marker"}, block.marker) if block.marker else Markup()
                return element("p", {"class": f"item depth{min(max(block.level, 1), _DEEPEST)}"}, marker, body)
        inner = f"inner depth{min(block.level, _DEEPEST)}" if block.level else None
        return element("p", {"class": inner}, body)

    def _inline(self, side: Side) -> Markup:
        return joined(part for segment in side.segments for part in self._segment(segment))

    def _segment(self, segment: Segment) -> Iterator[Markup]:
        if segment.label:
            yield element("sup", {"class": "mark"}, segment.label)
        body = joined(map(_piece, segment.pieces))
        if self.linked and segment.index is not None:
            body = element("span", {"class": "s", "data-s": str(segment.index)}, body)
        yield body
        if segment.edited:
            yield self._sign("edited", EDITED_SIGN, self.labels.edited)
        if segment.warnings:
            told = ", ".join(self.labels.warnings.get(code, code) for code in segment.warnings)
            yield self._sign("warned", WARNED_SIGN, f"{self.labels.warned}: {told}")

    def _sign(self, name: str, sign: str, meaning: str) -> Markup:
        language = self.lang(self.labels.language)
        told = {"role": "img", "aria-label": meaning, "title": meaning}
        return element("span", {"class": f"sign {name}", **told, **language}, sign)


def _piece(piece: Piece) -> Markup:
    body = broken(piece.text)
    for kind, tag in reversed(_TAGS):
        if kind in piece.kinds:
            body = element(tag, {}, body)
    return element("a", {"href": piece.href}, body) if piece.href else body

"""Writing paragraphs back into HTML: its files with other words, all else the same characters."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import field
from functools import cached_property
from typing import NamedTuple

from reader.formats.html_encoding import is_xml
from reader.formats.html_languages import Languages
from reader.formats.html_origins import Origins, Token
from reader.formats.html_regions import Region, region_of
from reader.formats.html_tags import without_names
from reader.formats.html_writing import Manner, with_text, written_anew
from reader.formats.rewriting.changes import Change, Rewriting, SentenceChange, Trouble, Unplaced
from reader.formats.rewriting.texts import beside
from reader.late_dataclasses import dataclass
from reader.text import Kind, MarkKind, Paragraph, Span, language_tag

# What a second paragraph may be made of; in others the words are put behind a line break.
_COPIED = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
# In these there are no elements.
_BARE = frozenset({"option", "textarea", "title"})


@dataclass
class Edited:
    """The files of a document with other words.

    Attributes:
        parts: their markup.
        looks, unplaced: as for `Rewritten`.
        whole: whether the document is in the new language now.
    """

    parts: list[str]
    looks: int = 0
    unplaced: list[Unplaced] = field(default_factory=list)
    whole: bool = False


class Place(NamedTuple):
    """A paragraph that is written anew: what it was and becomes, and its markup."""

    paragraph: Paragraph
    change: Change
    region: Region


def rewritten_markup(origins: Origins, paragraphs: Sequence[Paragraph], rewriting: Rewriting) -> Edited:
    """Write paragraphs, which have origins, back into the markup that they were read from."""
    return _Editing(origins, paragraphs, rewriting).edited()


class _Editing:
    def __init__(self, origins: Origins, paragraphs: Sequence[Paragraph], rewriting: Rewriting) -> None:
        self._origins, self._tokens = origins, origins.tokens
        self._paragraphs, self._rewriting = paragraphs, rewriting
        self._edits: dict[tuple[int, int, int], str] = {}
        self._edited = Edited(list(origins.parts))
        self._manners = [
            Manner(language_tag(rewriting.language) if rewriting.language else "", is_xml(part))
            for part in origins.parts
        ]

    def edited(self) -> Edited:
        """The files."""
        images: list[tuple[Token, Change]] = []
        places: list[Place] = []
        for change in self._rewriting.changes:
            paragraph = self._paragraphs[change.row]
            if paragraph.kind is Kind.FIGURE:
                images += ((token, change) for token in self._tokens_of(paragraph))
            elif (region := region_of(self._origins, paragraph, preformatted=paragraph.kind is Kind.CODE)) is not None:
                places.append(Place(paragraph, change, region))
            elif change.text != paragraph.text:
                self._edited.unplaced.append(Unplaced(change.row, Trouble.KEPT))
        for token, change in images:
            self._describe(token, change)
        if self._rewriting.both:
            for place in places:
                self._add(place)
        else:
            self._replace(places)
        self._apply()
        return self._edited

    def _tokens_of(self, paragraph: Paragraph) -> Iterator[Token]:
        return (self._tokens[int(mark.href)] for mark in paragraph.marks if mark.kind is MarkKind.ORIGIN)

    def _markup(self, token: Token) -> str:
        return self._origins.parts[token.part][token.start : token.end]

    def _edit(self, token: Token, text: str) -> None:
        self._edits[token.part, token.start, token.end] = text

    def _tag(self, token: Token) -> str:
        """A tag with what has been done to it so far."""
        return self._edits.get((token.part, token.start, token.end)) or self._markup(token)

    def _describe(self, token: Token, change: Change) -> None:
        """Give an image that stands alone its description."""
        text = change.text
        if self._rewriting.both:
            text = beside(self._paragraphs[change.row].text, text)
        if change.text != self._paragraphs[change.row].text:
            self._edit(token, with_text(self._tag(token), text))

    # In place of the old text

    def _replace(self, places: Sequence[Place]) -> None:
        changed = {change.row for change in self._rewriting.changes}
        kept = (p for row, p in enumerate(self._paragraphs) if row not in changed and p.translatable)
        starts = ((next(self._tokens_of(paragraph), None), len(paragraph.text)) for paragraph in kept)
        new = [(self._tokens[place.region.first], len(place.paragraph.text)) for place in places]
        languages = Languages(self._origins, self._manners)
        apart = languages.apart(new, [(token, length) for token, length in starts if token is not None])
        self._edited.whole = languages.whole
        for token, tag in languages.edits:
            self._edit(token, tag)
        for number, place in enumerate(places):
            self._replace_one(place, tell=number in apart)

    def _replace_one(self, place: Place, *, tell: bool) -> None:
        """Write a paragraph; `tell`: it is to say its language itself."""
        region, part = place.region, self._tokens[place.region.first].part
        manner = self._manners[part]
        text = self._written(place, manner)
        if tell and (block := self._block_around(region)) is not None:
            self._edit(block[0], manner.in_language(self._tag(block[0])))
        elif tell and self._may_have_elements(region) and not region.is_cut:
            text = manner.in_language("<span>") + text + "</span>"
        self._edits[part, region.start, region.end] = text

    def _written(self, place: Place, manner: Manner) -> str:
        part = self._tokens[place.region.first].part
        text, placement = written_anew(place.region, self._origins.parts[part], place.paragraph, place.change, manner)
        row = place.change.row
        self._edited.looks += placement.looks
        self._edited.unplaced += placement.unplaced(row)
        return text

    def _may_have_elements(self, region: Region) -> bool:
        return not region.preformatted and self._tokens[region.first - 1].name not in _BARE

    def _block_around(self, region: Region) -> tuple[Token, Token] | None:
        """The tags of the element that a paragraph is all of, if there is one."""
        before, behind = self._tokens[region.first - 1], self._tokens[region.last]
        if not before.name or before.closing or not behind.closing or before.name != behind.name:
            return None
        return (before, behind) if before.end <= region.start and region.end <= behind.start else None

    # Behind the old text

    def _add(self, place: Place) -> None:
        region = place.region
        part = self._tokens[region.first].part
        manner = self._manners[part]
        block = self._block_around(region)
        if not self._may_have_elements(region) or self._is_listed(region):
            self._edits[part, region.start, region.end] = self._written(_beside(place), manner)
            return
        text = self._written(place, Manner(manner.language, manner.xml, copy=True))
        if block is None or block[0].name not in _COPIED:
            span = manner.in_language("<span>")
            self._edits[part, region.end, region.end] = f"{manner.line_break}{span}{text}</span>"
            return
        opening, closing = block
        whole = f"{manner.in_language(without_names(self._markup(opening)))}{text}{self._markup(closing)}"
        indent = self._indent(part, opening.start)
        self._edits[part, closing.end, closing.end] = indent + whole

    def _is_listed(self, region: Region) -> bool:
        """Whether a paragraph is in a list of contents of a book, or a drawing: neither has room for other elements."""
        token = self._tokens[region.first]
        if self._tokens[region.first - 1].name == "svg":
            return True
        behind = bisect_right(self._navigation, region.first)
        return self._manners[token.part].xml and behind > 0 and not self._tokens[self._navigation[behind - 1]].closing

    @cached_property
    def _navigation(self) -> list[int]:
        """The tags around lists of contents."""
        return [number for number, token in enumerate(self._tokens) if token.name == "nav"]

    def _indent(self, part: int, place: int) -> str:
        """The line end and the white space before a tag, if it is the first on its line."""
        markup = self._origins.parts[part]
        start = place
        while start and markup[start - 1] in " \t":
            start -= 1
        if not start or markup[start - 1] != "\n":
            return ""
        return markup[start - 2 if markup[start - 2 : start] == "\r\n" else start - 1 : place]

    def _apply(self) -> None:
        by_part: dict[int, list[tuple[Span, str]]] = {}
        for (part, start, end), text in sorted(self._edits.items()):
            by_part.setdefault(part, []).append(((start, end), text))
        for part, edits in by_part.items():
            self._edited.parts[part] = with_edits(self._origins.parts[part], edits)


def _beside(place: Place) -> Place:
    """A paragraph that is to have both texts."""
    old, change = place.paragraph, place.change
    between = "\n" if place.region.preformatted else " / "
    text = f"{old.text}{between}{change.text}"
    marks = tuple(mark for mark in old.marks if mark.kind is not MarkKind.ORIGIN)
    whole = SentenceChange((0, len(old.text)), (0, len(text)))
    return place._replace(change=Change(change.row, text, (whole,), marks))


def with_edits(text: str, edits: Sequence[tuple[Span, str]]) -> str:
    """A text with other text at some spans, which are in order and apart."""
    pieces: list[str] = []
    place = 0
    for (start, end), new in edits:
        pieces += text[place:start], new
        place = end
    return "".join([*pieces, text[place:]])

"""What a paragraph of HTML consists of in its file: stretches of text in elements, and what is no text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import NamedTuple

from reader.formats.html_letters import Letter, itself, length_of_marks, letters_of
from reader.formats.html_origins import Form, Origins, Token
from reader.late_dataclasses import dataclass
from reader.text import MarkKind, Paragraph, Span

# What is seen though it has no text, and stays in the elements that it is in.
_SEEN = frozenset({"img", "image", "input", "svg", "math", "object", "embed", "button", "picture", "progress", "meter"})
_NO_ATTRIBUTE = -1
# Of elements that are deeper in others words do not come to stand in the right ones.
_DEEPEST = 100


class Element(NamedTuple):
    """An element in a line: the tokens that open and close it."""

    opening: Token
    closing: Token


@dataclass(slots=True)
class Run:
    """A stretch of text, with nothing between its letters.

    Attributes:
        start: where it begins in the paragraph.
        letters: as they are written, one for each code point.
        path: the elements around it, outermost first; indices into `Region.elements`.
        tag: the index of the tag whose attribute it is; -1 if it is none.
    """

    start: int
    letters: list[Letter]
    path: tuple[int, ...]
    tag: int = _NO_ATTRIBUTE

    @property
    def text(self) -> str:
        """The text."""
        return "".join(letter.text for letter in self.letters)


class Atom(NamedTuple):
    """Something that is moved as it is.

    Attributes:
        written: the markup.
        span: in the text of the paragraph: what it stands for, or where it is.
        path: as for runs.
        seen: whether it stays in the elements that it is in.
        loose: whether it opens or closes an element that begins or ends outside the paragraph.
        tag: the index of the tag whose attribute is text; -1 if there is none.
        reference: whether it is the reference of a note.
    """

    written: str
    span: Span
    path: tuple[int, ...]
    seen: bool = False
    loose: bool = False
    tag: int = _NO_ATTRIBUTE
    reference: bool = False


@dataclass
class Region:
    """The markup of a paragraph.

    Attributes:
        first, last: its tokens, from the first to behind the last.
        start, end: the span of the markup, without white space at its edges.
        elements: those in it that are both opened and closed in it.
        parts: runs and atoms, in order.
        preformatted: whether white space counts.
    """

    first: int
    last: int
    start: int
    end: int
    preformatted: bool
    elements: list[Element] = field(default_factory=list)
    parts: list[Run | Atom] = field(default_factory=list)

    @property
    def is_cut(self) -> bool:
        """Whether an element begins or ends outside."""
        return any(isinstance(part, Atom) and part.loose for part in self.parts)


def region_of(origins: Origins, paragraph: Paragraph, *, preformatted: bool) -> Region | None:
    """The markup of a paragraph with origins; None if it has none of its own."""
    spans = {int(m.href): (m.start, m.end) for m in paragraph.marks if m.kind is MarkKind.ORIGIN}
    if not spans:
        return None
    tokens = origins.tokens
    first, last = min(spans), max(spans) + 1
    if any(tokens[number].form is Form.BLOCK for number in range(first, last)):
        return None
    while tokens[first - 1].form is not Form.BLOCK:
        first -= 1
    while tokens[last].form is not Form.BLOCK:
        last += 1
    markup = origins.parts[tokens[first].part]
    start, end = tokens[first - 1].end, tokens[last].start
    inner, before = markup[start:end], "\r\n" if preformatted else _SPACES
    start, end = start + len(inner) - len(inner.lstrip(before)), end - len(inner) + len(inner.rstrip(_SPACES))
    region = Region(first, last, start, end, preformatted)
    _Taking(region, markup, tokens, spans, paragraph).take()
    return region


_SPACES = " \t\n\r\f"


class _Taking:
    """Takes the tokens of a region apart."""

    def __init__(
        self, region: Region, markup: str, tokens: Sequence[Token], spans: dict[int, Span], paragraph: Paragraph
    ) -> None:
        self._region, self._markup, self._tokens = region, markup, tokens
        self._spans, self._text = spans, paragraph.text
        self._partners = dict(_paired(markup, tokens, region))
        self._lettered, self._bearing = self._counted()
        self._path: list[tuple[int, int]] = []  # of open elements the index, and the token that closes it
        self._place = 0
        self._is_behind_text = False

    def take(self) -> None:
        region, number, end = self._region, self._region.first, self._region.start
        while number < region.last:
            token = self._tokens[number]
            self._gap(end, min(token.start, region.end))
            number, end = self._token(number, token)
        self._gap(end, region.end)

    def _gap(self, start: int, end: int) -> None:
        """What is between pieces, such as a comment."""
        if written := self._markup[start:end].strip(_SPACES) if start < end else "":
            self._atom(written, None)

    def _token(self, number: int, token: Token) -> tuple[int, int]:
        """Take a token, or all of the element that it opens; returns where to go on."""
        partner = self._partners.get(number, -1)
        if partner > number and len(self._path) == _DEEPEST:  # then its tags only keep their order
            del self._partners[number], self._partners[partner]
            partner = -1
        if token.form is Form.TEXT:
            self._take_text(number, token)
        elif partner > number:
            if self._is_one(number, partner):
                self._whole(number, partner)
                return partner + 1, self._tokens[partner].end
            self._path.append((len(self._region.elements), partner))
            self._region.elements.append(Element(token, self._tokens[partner]))
        elif partner >= 0:
            self._path.pop()
        else:
            self._tag(number, token)
        return number + 1, token.end

    def _is_one(self, opening: int, closing: int) -> bool:
        """Whether an element is moved as it is: it has no letters, and stands for one thing at most."""
        if self._tokens[opening].name == "math":
            return True
        first = self._region.first
        letters = self._lettered[closing - first] - self._lettered[opening - first]
        return not letters and self._bearing[closing + 1 - first] - self._bearing[opening - first] < 2

    def _whole(self, opening: int, closing: int) -> None:
        found = [self._spans[number] for number in range(opening, closing + 1) if number in self._spans]
        span = (found[0][0], found[-1][1]) if found else None
        names = {self._tokens[number].name for number in range(opening, closing)}
        written, end = "", self._tokens[opening].start
        for token in self._tokens[opening : closing + 1]:
            written, end = written + self._markup[end : token.start], self._start_of(token)
        written += self._markup[end : self._tokens[closing].end]
        written += self._second_space(self._tokens[closing].end) if not found else ""
        self._atom(written, span, seen=bool(found) or not names.isdisjoint(_SEEN), reference=bool(found))

    def _tag(self, number: int, token: Token) -> None:
        """A tag that is alone."""
        written, span = self._markup[token.start : token.end], self._spans.get(number)
        if span is None:
            loose = token.closing or not (written.endswith("/>") or token.name in _VOID)
            written += self._second_space(token.end) if not loose else ""
            self._atom(written, None, seen=token.name in _SEEN, loose=loose)
        elif token.name in ("br", "q"):
            if token.name == "br" and not self._region.preformatted:
                written += self._space_at(token.end)
            text = self._text[slice(*span)]
            self._letters(span, [Letter(text[0], written, tag=True), *map(itself, text[1:])])
        elif self._is_attribute(number):
            self._letters(span, [Letter(letter, letter) for letter in self._text[slice(*span)]], number)
            path = self._ids()
            self._region.parts.append(Atom(written, (span[1], span[1]), path, seen=True, tag=number))
        else:
            is_field = token.name == "input"  # of which the text has a space, too
            written += self._space_at(token.end) if is_field and not self._region.preformatted else ""
            self._atom(written, span, seen=True, reference=not is_field)

    def _take_text(self, number: int, token: Token) -> None:
        start, span = self._start_of(token), self._spans.get(number)
        written = self._markup[start : token.end]
        if span is None:
            self._unshown(max(start, self._region.start), min(token.end, self._region.end))
            return
        shown = self._text[slice(*span)]
        found = letters_of(written, shown, preformatted=self._region.preformatted)
        self._unshown(max(start, self._region.start), start + found.before)
        self._letters(span, found.letters)
        self._unshown(token.end - found.behind, min(token.end, self._region.end))

    def _start_of(self, token: Token) -> int:
        """Where a token begins, without marks that have become part of the letter before it."""
        if not self._is_behind_text or token.form is not Form.TEXT:
            return token.start
        return token.start + length_of_marks(self._markup[token.start : token.end])

    def _unshown(self, start: int, end: int) -> None:
        """What a paragraph does not show of a stretch of text; white space only counts at its edges."""
        written = self._markup[start:end] if start < end else ""
        if written and 0 < self._place < len(self._text):
            written = written.strip()
        if written:
            self._atom(written, None)

    def _space_at(self, start: int) -> str:
        """The white space at a place, behind which there is text."""
        end = start
        while end < self._region.end and self._markup[end] in _SPACES:
            end += 1
        return self._markup[start:end] if end < self._region.end else ""

    def _second_space(self, start: int) -> str:
        """The white space at a place, if there is some before the element that ends there, so that the text has one."""
        once = not self._region.preformatted and 0 < self._place < len(self._text)
        return self._space_at(start) if once and self._text[self._place - 1] == " " else ""

    def _letters(self, span: Span, letters: list[Letter], tag: int = _NO_ATTRIBUTE) -> None:
        last = self._region.parts[-1] if self._region.parts else None
        self._place = span[1]
        self._is_behind_text = True
        if isinstance(last, Run) and last.path == self._ids() and last.tag == tag == _NO_ATTRIBUTE:
            last.letters += letters
        else:
            self._region.parts.append(Run(span[0], letters, self._ids(), tag))

    def _atom(self, written: str, span: Span | None, **more: bool) -> None:
        self._place = span[1] if span else self._place
        self._is_behind_text = self._is_behind_text and span is None
        self._region.parts.append(Atom(written, span or (self._place, self._place), self._ids(), **more))

    def _ids(self) -> tuple[int, ...]:
        return tuple(index for index, _ in self._path)

    def _counted(self) -> tuple[list[int], list[int]]:
        """For each token how many before it have letters, and how many stand for something else."""
        lettered, bearing = [0], [0]
        for number in range(self._region.first, self._region.last):
            token, known = self._tokens[number], number in self._spans
            written = known and (token.form is Form.TEXT or token.name in ("br", "q") or self._is_attribute(number))
            lettered.append(lettered[-1] + written)
            bearing.append(bearing[-1] + (known and not written))
        return lettered, bearing

    def _is_attribute(self, number: int) -> bool:
        """Whether the text of a tag is that of an attribute."""
        name = self._tokens[number].name
        return name in ("img", "image") or (name == "input" and self._text[slice(*self._spans[number])] not in _BOXES)


_BOXES = frozenset({"☐ ", "☑ ", "☐", "☑"})
_VOID = frozenset({"br", "img", "image", "input", "wbr", "embed", "area", "base", "basefont", "link", "meta", "spacer"})


def _paired(markup: str, tokens: Sequence[Token], region: Region) -> Iterator[tuple[int, int]]:
    """The tokens that open or close an element that is both opened and closed in a region, each with the other."""
    opened: list[int] = []
    counts = Counter[str]()
    for number in range(region.first, region.last):
        token = tokens[number]
        if token.form is not Form.INLINE or token.name in _VOID or token.name == "q":
            continue
        if markup.startswith("/>", token.end - 2):
            continue
        if not token.closing and token.name != "a":
            opened.append(number)
            counts[token.name] += 1
            continue
        found = -1
        while (
            counts[token.name] and found < 0
        ):  # what is open in it is closed elsewhere, and a link ends the one before
            last = opened.pop()
            counts[tokens[last].name] -= 1
            found = last if tokens[last].name == token.name else -1
        if token.closing and found >= 0:
            yield found, number
            yield number, found
        elif not token.closing:
            opened.append(number)
            counts[token.name] += 1

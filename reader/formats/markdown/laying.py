"""A paragraph of Markdown with other words: where its mark-up goes, and how it is written."""

from collections.abc import Iterator, Sequence
from dataclasses import field

from reader import late_re as re
from reader.formats.markdown.elements import Element, What
from reader.formats.markdown.escaping import code_span, escaped, escaped_start
from reader.formats.markdown.signs import SIGNS, Part, without_misplaced
from reader.formats.markdown.wrapping import LINE_END, SPACE
from reader.formats.rewriting.changes import Change
from reader.formats.rewriting.placement import Fixed, Object, Piece, Placement, Stretch, placed
from reader.late_dataclasses import dataclass
from reader.text import Mark

# Words that are written as they are, as most are.
_PLAIN = re.compile(r"(?:[\w,.:;?()–—«»\"'/-](?<!_)| (?! ))*")
# Signs that are none within a word.
_IN_WORD = re.compile(r"(?<=[^\W_])\\_(?=[^\W_])")
_WHITE = re.compile(r"([ \n]+)")


@dataclass(frozen=True, slots=True)
class Laid:
    """A paragraph as it is written, with what came of it.

    Attributes:
        written: its Markdown, with `SPACE` where lines may end.
        text: what reading it must give.
        looks, lost, guessed: see `Placement`.
    """

    written: str
    text: str
    looks: int = 0
    lost: int = 0
    guessed: int = 0


@dataclass(slots=True)
class Style:
    """How a paragraph is to be written.

    Attributes:
        at_line_start: whether it begins a line of its block.
        one_line: whether it cannot have several.
        spelled: whether words of the old text are written as they were.
        plain: whether it is written without mark-up around its words.
        objects: whether what stands between the words is written, too.
        line_ends: the places in the new text where a line is to end.
    """

    at_line_start: bool
    one_line: bool
    spelled: bool = True
    plain: bool = False
    objects: bool = True
    line_ends: frozenset[int] = frozenset()


def laid(text: str, marks: Sequence[Mark], change: Change, elements: Sequence[Element], style: Style) -> Laid:
    """A paragraph with other words; `text`, `marks` and `elements` are those of the old one."""
    return _Laying(text, elements, style).laid(marks, change)


@dataclass(slots=True)
class _Item:
    """Words or something between them, with the pairs that are to be around it."""

    pairs: tuple[int, ...]
    text: str = ""
    at: int = 0
    element: Element | None = None


@dataclass
class _Laying:
    text: str
    elements: Sequence[Element]
    style: Style
    pieces: list[Piece] = field(default_factory=list)
    pairs: list[tuple[int, ...]] = field(default_factory=list)
    verbatim: dict[int, Element] = field(default_factory=dict)
    objects: list[tuple[Element, tuple[int, ...]]] = field(default_factory=list)
    opens: dict[int, Element] = field(default_factory=dict)
    closes: dict[int, Element] = field(default_factory=dict)
    spelled: dict[str, str] = field(default_factory=dict)
    breaks: list[str] = field(default_factory=list)
    lost: int = 0

    def laid(self, marks: Sequence[Mark], change: Change) -> Laid:
        self._collect()
        fixed = [Fixed(each.start, each.end, opens=_opens(each)) for each, _ in self.objects]
        placement = placed(self.text, marks, change, self.pieces, fixed)
        items = list(self._items(placement))
        _settle_space(items)
        parts = without_misplaced(list(self._parts(items)))
        self.lost += sum(part is None for part in parts) // 2
        kept = [part for part in parts if part is not None]
        written = "".join(part.source for part in self._with_labels(kept))
        lost = min(placement.lost + self.lost, placement.looks)
        expected = "".join(each.text for each in items)
        return Laid(written, expected, placement.looks, lost, placement.guessed)

    def _collect(self) -> None:
        """Sort the elements into what `placed` takes."""
        opened: list[Element] = []
        for element in self.elements:
            around = tuple(each.pair for each in opened)
            if element.what is What.OPEN:
                opened.append(element)
                self.opens[element.pair] = element
            elif element.what is What.CLOSE:
                opened.pop()
                self.closes[element.pair] = element
            elif element.what is What.OBJECT:
                self.objects.append((element, around))
            else:
                if element.what is What.VERBATIM:
                    self.verbatim[len(self.pieces)] = element
                elif element.what is What.BREAK:
                    self.breaks.append(element.source)
                self.spelled |= element.words
                usual = element.what is not What.VERBATIM and not opened
                look = (around, element.start) if element.what is What.VERBATIM else (around, -1)
                if element.start < element.end:
                    self.pieces.append(Piece(element.start, element.end, look, usual))
                    self.pairs.append(around)

    # What goes where

    def _items(self, placement: Placement) -> Iterator[_Item]:
        at = 0
        parts = placement.parts
        for index, part in enumerate(parts):
            if isinstance(part, Stretch):
                yield self._words(part, at)
                at += len(part.text)
            else:
                if self.style.objects:
                    element, around = self.objects[part.number]
                    yield _Item(self._around(parts, index, around), self._text_of(element, part), at, element)
                at += len(part.text)

    def _words(self, part: Stretch, at: int) -> _Item:
        pairs = self.pairs[part.piece] if part.piece >= 0 and not self.style.plain else ()
        element = None if self.style.plain else self.verbatim.get(part.piece)
        if element is not None and element.name == "text" and part.text != self.text[element.start : element.end]:
            pairs, element = (), None  # Unicode has these letters without mark-up
        return _Item(pairs, part.text, at, element)

    def _text_of(self, element: Element, part: Object) -> str:
        """What stands for an object in the new text: of an image its description."""
        return part.text if element.alt else self.text[element.start : element.end]

    def _around(self, parts: Sequence[Stretch | Object], index: int, around: tuple[int, ...]) -> tuple[int, ...]:
        """The pairs around an object: its own if they are around the words beside it, else what these share."""
        if self.style.plain:
            return ()
        before = next((self._words(p, 0).pairs for p in reversed(parts[:index]) if isinstance(p, Stretch)), ())
        behind = next((self._words(p, 0).pairs for p in parts[index + 1 :] if isinstance(p, Stretch)), ())
        if around in (before[: len(around)], behind[: len(around)]):
            return around
        return _common(before, behind)

    # How it is written

    def _parts(self, items: Sequence[_Item]) -> Iterator[Part]:
        stack: tuple[int, ...] = ()
        begins = self.style.at_line_start
        for pairs, source in self._sources(items):
            shared = len(_common(stack, pairs))
            for pair in reversed(stack[shared:]):
                yield Part(self.closes[pair].source, pair)
            for pair in pairs[shared:]:
                begins = False
                yield Part(self.opens[pair].source, pair, opens=True)
            stack = pairs
            if begins and source:
                source = self._line_start(source)
            begins = source.endswith("\n") or (begins and not source)
            yield Part(source)
        for pair in reversed(stack):
            yield Part(self.closes[pair].source, pair)

    def _line_start(self, source: str) -> str:
        """Escape what would make something else of a line, unless the old text began so."""
        first = source.split(SPACE, 1)[0]
        old = next((each for each in self.elements if each.end > each.start or each.source), None)
        if old is not None and old.what is What.TEXT and old.source.split(" ", 1)[0].split("\n", 1)[0] == first:
            return source
        changed = escaped_start(source.replace(SPACE, " "))
        return (
            escaped_start(first + " ")[:-1] + source[len(first) :] if changed != source.replace(SPACE, " ") else source
        )

    def _sources(self, items: Sequence[_Item]) -> Iterator[tuple[tuple[int, ...], str]]:
        """What is written one after another, with the pairs around it: none around white space at their edges."""
        breaks = iter(self.breaks)
        for index, item in enumerate(items):
            if item.element is not None:
                yield item.pairs, self._source(item.element, item.text)
                continue
            before = items[index - 1].pairs if index else ()
            behind = items[index + 1].pairs if index + 1 < len(items) else ()
            core = item.text.strip(" \n")
            lead = item.text[: len(item.text) - len(item.text.lstrip(" \n"))] if core else item.text
            tail = item.text[len(lead) + len(core) :]
            first = self._around_space(item.pairs, _common(before, item.pairs))
            last = self._around_space(item.pairs, _common(item.pairs, behind))
            for pairs, text, at in (
                (first if core else _common(first, last), lead, item.at),
                (item.pairs, core, item.at + len(lead)),
                (last, tail, item.at + len(lead) + len(core)),
            ):
                if text:
                    yield pairs, self._written(text, at, breaks)

    def _around_space(self, pairs: tuple[int, ...], least: tuple[int, ...]) -> tuple[int, ...]:
        """The pairs that may be around white space at the edge of all: of signs none."""
        signs = (n for n, pair in enumerate(pairs) if SIGNS.fullmatch(self.opens[pair].source))
        return max(least, pairs[: next(signs, len(pairs))], key=len)

    def _source(self, element: Element, text: str) -> str:
        old = self.text[element.start : element.end]
        if element.alt:
            return described(element, old, text)
        if element.what is What.VERBATIM and text != old:
            return code_span(text) if element.name == "code_inline" else escaped(text, at_line_start=False)
        return element.source

    def _written(self, text: str, at: int, breaks: Iterator[str]) -> str:
        """Words escaped, with what ends the lines in them."""
        if _PLAIN.fullmatch(text) and not self.style.line_ends and not self.spelled:
            return text.replace(" ", SPACE)
        found: list[str] = []
        for word in _WHITE.split(text):
            if not word.strip(" \n"):
                found.append(self._white(word, at, breaks) if word else "")
            elif self.style.spelled and word in self.spelled:
                found.append(self.spelled[word])
            else:
                new = escaped(word, at_line_start=False)
                found.append(_IN_WORD.sub("_", new) if self.style.spelled else new)
            at += len(word)
        return "".join(found)

    def _white(self, white: str, at: int, breaks: Iterator[str]) -> str:
        if "\n" in white:
            plain = "<br>" if self.style.one_line else "\\\n"
            before = white[: white.index("\n")]  # is read where a backslash ends the line
            return before + "".join(next(breaks, plain) for _ in range(white.count("\n")))
        if white == " ":
            return LINE_END if at in self.style.line_ends else SPACE
        return white

    def _with_labels(self, parts: Sequence[Part]) -> Iterator[Part]:
        """Links whose words were their label, or their page, with that beside the new words."""
        opened: dict[int, int] = {}
        found = list(parts)
        for index, part in enumerate(found):
            if part.pair < 0 or not self.opens[part.pair].link:
                continue
            if part.opens:
                opened[part.pair] = index
                continue
            first = opened[part.pair]
            new = "".join(each.source for each in found[first + 1 : index]).replace(SPACE, " ").replace(LINE_END, " ")
            old = self._inner(part.pair)
            if new == old:
                continue
            if found[first].source.endswith("[[") and part.source.startswith("]]"):
                found[first].source += f"{old}|"
            elif label := _labelled(part.source, old):
                part.source = label
        return iter(found)

    def _inner(self, pair: int) -> str:
        """What is written between the two parts of a pair."""
        inside, found = False, ""
        for element in self.elements:
            if element.what is What.CLOSE and element.pair == pair:
                break
            if inside:
                found += " " if element.what is What.SPACE else element.source
            inside = inside or (element.what is What.OPEN and element.pair == pair)
        return found


def described(image: Element, old: str, new: str) -> str:
    """An image with another description than its `old` one, both as text."""
    assert image.alt is not None
    if new == old:
        return image.source
    start, end = image.alt
    tail = image.source[end:]
    tail = _labelled(tail, image.source[start:end]) or tail
    return image.source[:start] + escaped(" ".join(new.split()), at_line_start=False) + tail


def _settle_space(items: Sequence[_Item]) -> None:
    """Put white space between words into what is around both of these, and into nothing that is around neither."""
    for before, item, behind in zip(items, items[1:], [*items[2:], _Item(())], strict=False):
        if item.element is None and not item.text.strip(" "):
            shared = _common(before.pairs, behind.pairs)
            beside = item.pairs in (before.pairs[: len(item.pairs)], behind.pairs[: len(item.pairs)])
            item.pairs = item.pairs if beside and len(item.pairs) > len(shared) else shared


def _labelled(tail: str, label: str) -> str:
    """The end of a link that leads where the label says, if it was the words of the link that said so."""
    rest = tail[3:] if tail.startswith("][]") else tail[1:] if tail.startswith("]") else None
    if rest is None or rest.startswith(("(", "[")):
        return ""
    return f"][{label}]{rest}"


def _opens(element: Element) -> bool:
    """Whether an object belongs to the words behind it: a tag that opens something, and is never closed."""
    return element.name == "html_inline" and not element.source.startswith("</")


def _common(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    length = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:length]

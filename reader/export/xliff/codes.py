"""The marks of a text as inline codes of XLIFF, piece by piece: a text is cut into segments, and marks may cross these.

A mark within one piece is an element around its text; one that crosses a border, or another mark, is two empty ones.
What is no word (an image, the reference of a note) is a placeholder.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field

from reader import late_re as re
from reader.export.markup import Markup, clean, element, joined
from reader.late_dataclasses import dataclass
from reader.text import OBJECT_KINDS, Mark, MarkKind, Span
from reader.xliff_words import FORMAT_TYPES, OTHER_TYPES, OWN

# Kinds whose text is not to be translated: annotations. All others are codes.
_KEPT = frozenset({MarkKind.CODE, MarkKind.MATH, MarkKind.VERBATIM})
# What XML cannot have, or would change.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Code:
    """What is on a stretch of a text: a mark, or a note of the user.

    Attributes:
        start, end: the stretch, in code points.
        mark: the mark; None for a note.
        note: the id of the note, in the unit.
        id: unique in the unit; that of a mark of the source and of the same one in the target is the same.
    """

    start: int
    end: int
    mark: Mark | None
    note: str = ""
    id: str = ""

    @property
    def annotates(self) -> bool:
        """Whether it says something of the text, and is no code of it."""
        return self.mark is None or self.mark.kind in _KEPT


@dataclass(slots=True)
class Codes:
    """The codes of one unit: their ids, and the data that they refer to.

    Attributes:
        data: the texts, by id.
    """

    data: dict[str, str] = field(default_factory=dict)
    _known: dict[str, str] = field(default_factory=dict)
    _count: int = 0

    def named(
        self, marks: Iterable[Mark], notes: Iterable[tuple[Span, str]] = (), like: Sequence[Code] = ()
    ) -> list[Code]:
        """The codes of marks and of notes, with ids; marks that codes `like` have too get theirs, in order."""
        ids = defaultdict[tuple[MarkKind, str], list[str]](list)
        for code in reversed(like):
            if code.mark is not None:
                ids[code.mark.kind, code.mark.href].append(code.id)
        codes = [Code(start, end, None, note, self._new()) for (start, end), note in notes]
        for mark in marks:
            same = ids.get((mark.kind, mark.href))
            codes.append(Code(mark.start, mark.end, mark, id=same.pop() if same else self._new()))
        return codes

    def _new(self) -> str:
        self._count += 1
        return f"m{self._count}"

    def reference(self, text: str) -> str | None:
        """The id of data with this text; None for none."""
        if not text:
            return None
        if text not in self._known:
            self._known[text] = f"d{len(self._known) + 1}"
            self.data[self._known[text]] = text
        return self._known[text]

    def pieces(self, text: str, codes: Sequence[Code], spans: Sequence[Span]) -> list[Markup]:
        """The content of the pieces of a text, which follow on each other, with its codes."""
        events = _Events(self, text, codes, spans)
        return [events.piece(number) for number in range(len(spans))]


class _Events:
    """What stands where in a text besides its letters."""

    def __init__(self, codes: Codes, text: str, all_codes: Sequence[Code], spans: Sequence[Span]) -> None:
        self._codes, self._text, self._spans = codes, text, spans
        self._starts, self._ends = [start for start, _ in spans], [end for _, end in spans]
        self._borders = sorted(at for code in all_codes for at in (code.start, code.end))
        self._alike = Counter((code.start, code.end) for code in all_codes)
        # By piece: place, whether something begins there, which one of those, what is written, and where to go on.
        self._at = defaultdict[int, list[tuple[int, bool, int, Markup, int]]](list)
        ordered = sorted(all_codes, key=lambda code: (code.start, -code.end))
        homes = [self._home(code) for code in ordered]
        nested = set(_nested(ordered, homes))
        for number, (code, home) in enumerate(zip(ordered, homes, strict=True)):
            if home is not None and number in nested:
                self._add_whole(home, number, code)
            else:
                self._add_halves(number, code)

    def _home(self, code: Code) -> int | None:
        """The piece that a code is in as a whole."""
        number = bisect_right(self._starts, code.start) - 1
        return number if code.end <= self._ends[number] else None

    def _add_whole(self, home: int, number: int, code: Code) -> None:
        events = self._at[home]
        if self._is_placeholder(code):
            events.append((code.start, True, number, self._placeholder(code), code.end))
            return
        before, after = _tags(code, self._attributes(code, paired=True))
        if code.start == code.end:
            events.append((code.start, True, number, Markup(before + after), code.start))
            return
        events.append((code.start, True, number, before, code.start))
        events.append((code.end, False, -number, after, code.end))

    def _add_halves(self, number: int, code: Code) -> None:
        opening, closing = ("sm", "em") if code.annotates else ("sc", "ec")
        first, last = bisect_right(self._starts, code.start) - 1, bisect_left(self._ends, code.end)
        attributes = self._attributes(code, paired=False)
        begin, end = _empty(opening, {"id": code.id, **attributes}), _empty(closing, {"startRef": code.id})
        self._at[first].append((code.start, True, number, begin, code.start))
        self._at[last].append((code.end, False, -number, end, code.end))

    def _is_placeholder(self, code: Code) -> bool:
        """Whether a code is of what is no word, with nothing else in it."""
        if code.mark is None or code.mark.kind not in OBJECT_KINDS or code.start == code.end:
            return False
        text = self._text[code.start : code.end]
        inside = bisect_left(self._borders, code.end) > bisect_right(self._borders, code.start)
        beside = self._alike[code.start, code.end] > 1 or self._alike[code.start, code.start]
        alone = not (inside or beside)
        return alone and clean(text) == text and "\n" not in text and "\t" not in text

    def _placeholder(self, code: Code) -> Markup:
        assert code.mark is not None
        text, kind = self._text[code.start : code.end], code.mark.kind
        reference = self._codes.reference(code.mark.href)
        named = {"type": OTHER_TYPES[kind], "subType": f"{OWN}{kind}", "dataRef": reference}
        return _empty("ph", {"id": code.id, **named, "equiv": text, "disp": text})

    def _attributes(self, code: Code, *, paired: bool) -> dict[str, str | None]:
        if code.mark is None:
            return {"type": "comment", "ref": f"#n={code.note}"}
        kind, href = code.mark.kind, code.mark.href
        if code.annotates:
            return {"translate": "no", "type": f"{OWN}{kind}", "value": href or None}
        named = {"type": OTHER_TYPES.get(kind, "fmt"), "subType": FORMAT_TYPES.get(kind, f"{OWN}{kind}")}
        return {**named, "dataRefStart" if paired else "dataRef": self._codes.reference(href)}

    def piece(self, number: int) -> Markup:
        """The content of a piece."""
        start, stop = self._spans[number]
        written = list[str]()
        for at, _, _, markup, then in sorted(self._at[number], key=lambda event: event[:3]):
            written += [content(self._text[start:at]), markup]
            start = then
        return Markup("".join([*written, content(self._text[start:stop])]))


def _nested(ordered: Sequence[Code], homes: Sequence[int | None]) -> Iterator[int]:
    """Those of the codes, by number, that are in one piece and do not cross each other."""
    inside = list[Code]()
    for number, (code, home) in enumerate(zip(ordered, homes, strict=True)):
        while inside and inside[-1].end <= code.start:
            inside.pop()
        if home is not None and not (inside and code.end > inside[-1].end):
            inside.append(code)
            yield number


def _tags(code: Code, attributes: dict[str, str | None]) -> tuple[Markup, Markup]:
    name = "mrk" if code.annotates else "pc"
    whole = element(name, {"id": code.id, **attributes}, "")
    before = whole.removesuffix(f"</{name}>")
    return Markup(before), Markup(f"</{name}>")


def _empty(name: str, attributes: dict[str, str | None]) -> Markup:
    return Markup(element(name, attributes, "").removesuffix(f"></{name}>") + "/>")


def content(text: str) -> Markup:
    """Text as the content of an element of XLIFF, with characters that XML cannot have."""
    if text.isprintable():
        return joined([text])
    pieces, end = list[str](), 0
    for found in _UNWRITABLE.finditer(text):
        pieces += [_written(text[end : found.start()]), f'<cp hex="{ord(found[0]):04X}"/>']
        end = found.end()
    return Markup("".join([*pieces, _written(text[end:])]))


def _written(text: str) -> str:
    for sign, reference in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;"), ("\x85", "&#133;")):
        text = text.replace(sign, reference)
    return text

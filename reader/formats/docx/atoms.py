"""What a paragraph of a file consists of: texts, and things that are none, each with what is around it."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace

from reader.formats.docx.fields import Field
from reader.formats.docx.tokens import Chain, Token, Wrap, tokens_of
from reader.formats.docx.wrapped_fields import with_fields
from reader.formats.rewriting.texts import around_covered
from reader.formats.xml_parts import Element, attribute, local_name
from reader.late_dataclasses import dataclass
from reader.text import Span, composed, shown

# By the element: the span of a paragraph's text that it shows.
Spans = Mapping[Element, Span]
# What is text of the paragraph where it has a span, and what it is then.
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
# What ends something that another element begins, which is called so but for its ending.
_ENDS = ("RangeEnd", "End")


@dataclass(frozen=True, slots=True)
class Text:
    """A text that stands in one place: its span in the paragraph, and what it stands in."""

    start: int
    end: int
    token: Token


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that is moved as it is: one element, or a whole field.

    Attributes:
        start, end: the span of the text that it stands for; empty if there is none.
        tokens: what it consists of.
        closes: the index of the thing that it closes, or -1.
        opens: whether it belongs to the word behind it.
        shown: whether it shows a number of a page, which stands between words though the paragraph does not have it.
        before, behind: whether there is a space before that, and one behind that the paragraph does not have.
        text: if it is a text that the paragraph does not have, such as one between white space.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    closes: int = -1
    opens: bool = False
    shown: bool = False
    before: bool = False
    behind: bool = False
    text: str = ""

    @property
    def chain(self) -> Chain:
        """What is around it."""
        return self.tokens[0].chain


@dataclass
class Atoms:
    """The texts and things of a paragraph, in order, and the elements of its line breaks and tabs.

    `signs` tells whether a text is set in a font of signs, so that its letters are not those of the document.
    """

    text: str
    spans: Spans
    signs: Callable[[str, Token], bool]
    texts: list[Text] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)
    breaks: dict[str, deque[Element]] = field(default_factory=lambda: defaultdict(deque))
    place: int = 0
    _space: bool = True
    _begun: dict[tuple[str, str], int] = field(default_factory=dict)

    def read(self, elements: Iterable[Element]) -> None:
        """Take apart what is in the elements of a paragraph, of which a file may have several."""
        for element in elements:
            for group in with_fields(list(tokens_of(element))):
                self._group(group)

    def look_alike(self, first: int) -> None:
        """Have the texts before one look like that."""
        properties = self.texts[first].token.properties
        for place, text in enumerate(self.texts[:first]):
            self.texts[place] = replace(text, token=text.token._replace(properties=properties))

    def _group(self, group: "Token | tuple[Field, Sequence[Token]]") -> None:
        if isinstance(group, Token):
            self._token(group)
            return
        opened, tokens = group
        self._thing(tokens, shown=opened.silent)

    def _token(self, token: Token) -> None:
        element, name = token.element, local_name(token.element)
        span = self.spans.get(element)
        if name == "t" and token.in_run:
            self._letters(token, span)
        elif name in SIGNS and token.in_run and span is not None:
            self.breaks[SIGNS[name]].append(element)
            self._add(Text(*span, token))
        elif name == "fldSimple":
            opened = Field(None, [attribute(element, "instr")])
            opened.settle()
            self._thing((token,), shown=opened.silent)
        else:
            self._thing((token,))

    def _letters(self, token: Token, span: Span | None) -> None:
        raw = composed(shown((token.element.text or "").replace("\n", " ").replace("\t", " ")))
        covered = self.text[span[0] : span[1]] if span is not None else ""
        before, behind = around_covered(raw, covered, self.text, self.place)
        if span is None or self.signs(raw, token):
            if before != raw and not covered:  # a combining mark of the letter before it
                self._apart(before, token)
            elif span is not None or raw != " " or not self._behind_page():
                self._thing((token,))
            return
        self._apart(before, token)
        self._add(Text(*span, token))
        self._apart(behind, token)

    def _apart(self, text: str, token: Token) -> None:
        """A part of a text that the paragraph does not have."""
        if text and not (text == " " and self._behind_page()):
            self.things.append(Thing(self.place, self.place, (token,), text=text))

    def _behind_page(self) -> bool:
        """Whether the number of a page is what was last; a space behind it is remembered there."""
        last = self.things[-1] if self.things else None
        if last is None or not last.shown or last.end != self.place or last.behind:
            return False
        self.things[-1] = replace(last, behind=True)
        return True

    def _add(self, text: Text) -> None:
        self.texts.append(text)
        self.place = text.end
        self._space = self.text[: self.place][-1:].isspace()

    def _thing(self, tokens: Sequence[Token], *, shown: bool = False) -> None:
        spans = list(self._spans_in(tokens))
        start = min((span[0] for span in spans), default=self.place)
        end = max((span[1] for span in spans), default=self.place)
        page = shown and start == end
        thing = Thing(start, end, tuple(tokens), shown=page, before=page and self._space and self.place > 0)
        self.things.append(self._paired(thing) if len(tokens) == 1 else thing)
        self.place = max(self.place, end)
        self._space = self._space and start == end and not page

    def _spans_in(self, tokens: Iterable[Token]) -> Iterator[Span]:
        for token in tokens:
            for each in token.element.iter():
                if (span := self.spans.get(each)) is not None:
                    yield span

    def _paired(self, thing: Thing) -> Thing:
        """Something that may begin or end something else."""
        element = thing.tokens[0].element
        name = local_name(element)
        for end in _ENDS:
            start = end.replace("End", "Start")
            if name.endswith(end):
                return replace(thing, closes=self._begun.pop((name.removesuffix(end), attribute(element, "id")), -1))
            if name.endswith(start):
                self._begun[name.removesuffix(start), attribute(element, "id")] = len(self.things)
                # What a paragraph begins with stays there.
                return replace(thing, opens=thing.start > 0)
        return thing


def links_in(texts: Iterable[Text]) -> set[Wrap]:
    """What is around any of the texts."""
    return {wrap for text in texts for wrap in text.token.chain}

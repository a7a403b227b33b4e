"""Writes the content of a paragraph: texts and things, each in a run and inside what is around it."""

from collections import deque
from collections.abc import Hashable, Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import field

from reader import late_re as re
from reader.formats.docx.atoms import SIGNS
from reader.formats.docx.letters import tag_beside
from reader.formats.docx.tokens import PROPERTIES, Chain, Token, Wrap
from reader.formats.xml_parts import Element, attribute, child, children, local_name
from reader.late_dataclasses import dataclass

_TOKEN = re.compile("[\t\n\u2011\u00ad]|[^\t\n\u2011\u00ad]+")
# What a new break or tab is written as; other signs are letters.
_MADE = {"\t": "tab", "\n": "br"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# What a content control has of its own, and what ties its text to something else.
_OF_ONE = ("id", "dataBinding")


@dataclass
class Writer:
    """Writes into a paragraph, which is emptied first but for its properties.

    Attributes:
        paragraph: the paragraph.
        breaks: elements of tabs and line breaks to use before new ones are made.
        copy: whether it stands behind the one whose content it has, and may take nothing from it.
    """

    paragraph: Element
    breaks: Mapping[str, "deque[Element]"]
    copy: bool = False
    spaced: bool = True
    _open: list[tuple[Wrap, Element]] = field(default_factory=list)
    _used: set[Wrap] = field(default_factory=set)
    _run: Element = None
    _look: Hashable = None

    def __post_init__(self) -> None:
        """Empty the paragraph."""
        for each in [each for each in self.paragraph if local_name(each) != "pPr"]:
            self.paragraph.remove(each)

    def text(self, text: str, chain: Chain, look: Hashable, properties: Element | None) -> None:
        """Write a text of the document in a run that looks so, with these properties."""
        for token in _TOKEN.findall(text):
            kept = self.breaks.get(token)
            if kept:
                self.in_run(kept.popleft(), chain, look, properties)
            elif token in _MADE:
                self.in_run(self._made(_MADE[token]), chain, look, properties)
            else:
                self._letters(token, chain, look, properties)
            self.spaced = token[-1].isspace()

    def in_run(self, element: Element, chain: Chain, look: Hashable, properties: Element | None) -> None:
        """Write an element as it is in a run."""
        self._in_run(chain, look, properties).append(_alone(element))

    def beside_runs(self, element: Element, chain: Chain) -> None:
        """Write an element as it is between runs."""
        self._under(chain).append(_alone(element))
        self._run = None

    def end(self) -> None:
        """End all that is still open."""
        self._under(())

    def _letters(self, text: str, chain: Chain, look: Hashable, properties: Element | None) -> None:
        run = self._in_run(chain, look, properties)
        last = run[-1] if len(run) else None
        if last is None or local_name(last) != "t":
            last = self._made("t")
            run.append(last)
        last.text = (last.text or "") + text
        if last.text != last.text.strip() or "  " in last.text:
            last.set(_SPACE, "preserve")

    def _made(self, name: str) -> Element:
        return self.paragraph.makeelement(tag_beside(self.paragraph, name))

    def _in_run(self, chain: Chain, look: Hashable, properties: Element | None) -> Element:
        inside = self._under(chain)
        if self._run is None or self._look != look:
            self._run, self._look = self._made("r"), look
            if properties is not None:
                self._run.append(deepcopy(properties))
            inside.append(self._run)
        return self._run

    def _under(self, chain: Chain) -> Element:
        """The element that is written into, inside of exactly these."""
        same = 0
        while same < min(len(chain), len(self._open)) and chain[same] is self._open[same][0]:
            same += 1
        if same < max(len(chain), len(self._open)):
            self._run = None
        while len(self._open) > same:
            wrap, _ = self._open.pop()
            self._signs(wrap, wrap.tail)
            self._used.add(wrap)
        for wrap in chain[same:]:
            if wrap.element is None:
                self._signs(wrap, wrap.head)
                self._open.append((wrap, self._innermost()))
            else:
                outer, inner = self._like(wrap)
                self._innermost().append(outer)
                self._open.append((wrap, inner))
        return self._innermost()

    def _innermost(self) -> Element:
        return self._open[-1][1] if self._open else self.paragraph

    def _signs(self, wrap: Wrap, tokens: Iterable[Token]) -> None:
        """Write what a field begins or ends with."""
        for token in tokens:
            element = deepcopy(token.element) if self.copy or wrap in self._used else token.element
            run = self._made("r")
            if token.properties is not None:
                run.append(deepcopy(token.properties))
            run.append(_alone(element))
            self._innermost().append(run)

    def _like(self, wrap: Wrap) -> tuple[Element, Element]:
        """An element like one that is around runs, and the element in it that these are in."""
        old = wrap.element
        made = old.makeelement(old.tag, dict(old.attrib), old.nsmap)
        made.extend(_alone(deepcopy(each)) for each in children(old, *PROPERTIES))
        if local_name(old) != "sdt":
            return made, made
        unbind(made)
        properties = child(made, "sdtPr")
        if properties is not None and (self.copy or wrap in self._used):
            _drop(properties, ("id",))
        self._used.add(wrap)
        content = made.makeelement(tag_beside(made, "sdtContent"))
        end = child(made, "sdtEndPr")
        made.append(content)
        if end is not None:
            content.addprevious(end)
        return made, content


def unbind(control: Element) -> None:
    """Have a content control show the text that it has, not one that is kept elsewhere."""
    properties = child(control, "sdtPr")
    if properties is not None:
        _drop(properties, ("dataBinding",))


def without_names(element: Element) -> Element:
    """A copy of an element without what only one may have."""
    new = _alone(deepcopy(element))
    for properties in new.iter("{*}sdtPr"):
        _drop(properties, _OF_ONE)
    for point in list(new.iter("{*}bookmarkStart", "{*}bookmarkEnd")):
        if point is not new:
            point.getparent().remove(point)
    return new


def breaks_page(element: Element) -> bool:
    """Whether a break ends more than its line."""
    return local_name(element) == "br" and attribute(element, "type") in ("page", "column")


def left_over(breaks: Mapping[str, Sequence[Element]]) -> list[Element]:
    """The breaks that have not been used and end a page or column."""
    return [each for each in breaks.get(SIGNS["br"], ()) if breaks_page(each)]


def _drop(properties: Element, names: Sequence[str]) -> None:
    for each in list(children(properties, *names)):
        properties.remove(each)


def _alone(element: Element) -> Element:
    element.tail = None
    return element

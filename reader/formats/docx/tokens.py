"""What stands in a paragraph of a file, in order: texts, breaks and things, each with its run and what is around it."""

from collections.abc import Iterator
from typing import NamedTuple

from reader.formats.docx.fields import Field, shows_value
from reader.formats.xml_parts import Element, attribute, child, children, local_name
from reader.late_dataclasses import dataclass

# What says how something is, and is no content.
PROPERTIES = frozenset({"pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"})
# What is gone once a change has been accepted, or says something of a text that is no longer there.
_GONE = frozenset({"del", "moveFrom", "delText", "delInstrText", "proofErr", "lastRenderedPageBreak"})
_GONE |= {f"{change}Range{edge}" for change in ("moveFrom", "moveTo") for edge in ("Start", "End")}
_GONE |= {f"customXml{change}Range{edge}" for change in ("Ins", "Del") for edge in ("Start", "End")}
_ACCEPTED = frozenset({"ins", "moveTo"})
# What stands around runs. What nobody knows is moved as it is.
_AROUND = frozenset({"hyperlink", "fldSimple", "smartTag", "customXml", "sdt", "bdo", "dir"})
_POINTS = ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd")


@dataclass(eq=False, slots=True)
class Wrap:
    """What is around runs: an element, or a field with what it begins and ends with."""

    element: Element = None
    head: tuple["Token", ...] = ()
    tail: tuple["Token", ...] = ()


Chain = tuple[Wrap, ...]


class Token(NamedTuple):
    """Something in a paragraph.

    Attributes:
        element: what it is.
        properties: of its run, if that has any.
        in_run: whether it stands in a run.
        chain: what is around that, outermost first.
    """

    element: Element
    properties: Element | None
    in_run: bool
    chain: Chain


def tokens_of(element: Element, chain: Chain = ()) -> Iterator[Token]:
    """What stands in a paragraph, or in something that is around runs; tracked changes are accepted."""
    for each in list(element):
        name = local_name(each)
        if name in PROPERTIES or not name:
            continue
        if name in _GONE:
            for point in each.iter(*(f"{{*}}{name}" for name in _POINTS)):
                yield Token(point, None, False, chain)
        elif name == "r":
            yield from _of_run(each, chain)
        elif name in _ACCEPTED:
            yield from tokens_of(each, chain)
        elif name in _AROUND and not is_value(each):
            yield from _around(each, chain)
        else:
            yield Token(each, None, False, chain)


def _of_run(run: Element, chain: Chain) -> Iterator[Token]:
    properties = child(run, "rPr")
    for each in children(run):
        if local_name(each) not in _GONE and each is not properties:
            yield Token(each, properties, True, chain)


def _around(element: Element, chain: Chain) -> Iterator[Token]:
    content = child(element, "sdtContent") if local_name(element) == "sdt" else element
    found = list(tokens_of(content, (*chain, Wrap(element)))) if content is not None else []
    yield from found or [Token(element, None, False, chain)]


def is_value(element: Element) -> bool:
    """Whether an element around runs shows a value, which is no text of its own."""
    name = local_name(element)
    if name == "fldSimple":
        opened = Field(None, [attribute(element, "instr")])
        opened.settle()
        return opened.silent or opened.verbatim
    return name == "sdt" and shows_value(element)

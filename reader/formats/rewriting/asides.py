"""Comments and processing instructions: taken out while a part of XML is read and changed, and then put back."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.formats.xml_parts import Element


class _Aside(NamedTuple):
    """Something that was taken out.

    Attributes:
        node: the comment or instruction.
        parent: what it stood in.
        before: the element before it in that; None if there is none.
        place: where it stood in the text behind `before`, or at the beginning of `parent`.
    """

    node: Element
    parent: Element
    before: Element | None
    place: int


class Asides:
    """What is in a part of XML besides elements and text."""

    def __init__(self, root: Element) -> None:
        """Take it out of the element `root`; what stands around that stays."""
        from lxml import etree

        self._root = root
        self._taken = list(_places(root, (etree.Comment, etree.ProcessingInstruction)))
        self._around: dict[Element, Element | None] = {}
        for each in self._taken:
            self._remember(each.parent)
        etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
        self._texts = {(parent, before): _text(parent, before) for _, parent, before, _ in self._taken}

    def _remember(self, element: Element) -> None:
        """Remember what an element is in, and what that is in."""
        while element is not None and element not in self._around:
            around = self._around[element] = element.getparent()
            element = around

    def put_back(self) -> None:
        """Put all back where the text around is as it was, else at the end of what is still there."""
        there = {self._root: True}
        for (parent, before), group in groupby(self._taken, lambda each: (each.parent, each.before)):
            asides = list(group)
            is_there = self._is_there(parent, there) and (before is None or before.getparent() is parent)
            if is_there and _text(parent, before) == self._texts[parent, before]:
                _put(parent, before, asides)
                continue
            while not self._is_there(parent, there):
                parent = self._around[parent]
            for each in asides:
                parent.append(each.node)

    def _is_there(self, element: Element, known: dict[Element, bool]) -> bool:
        """Whether an element is still in the part."""
        passed = []
        while element is not None and element not in known:
            passed.append(element)
            element = element.getparent()
        found = element is not None and known[element]
        known.update(dict.fromkeys(passed, found))
        return found


def _places(root: Element, kinds: Sequence[object]) -> Iterator[_Aside]:
    last: _Aside | None = None
    for node in root.iter(*kinds):
        before, parent = node.getprevious(), node.getparent()
        if last is not None and before is last.node:
            last = _Aside(node, parent, last.before, last.place + len(before.tail or ""))
        else:
            last = _Aside(node, parent, before, len(_text(parent, before)))
        yield last


def _text(parent: Element, before: Element | None) -> str:
    """The text behind an element, or at the beginning of what is around."""
    return str((parent.text if before is None else before.tail) or "")


def _put(parent: Element, before: Element | None, asides: Sequence[_Aside]) -> None:
    """Put what stood in one text back into it."""
    text = _text(parent, before)
    if before is None:
        parent.text = None
    else:
        before.tail = None
    ends = [*(each.place for each in asides[1:]), len(text)]
    for each, end in zip(reversed(asides), reversed(ends), strict=True):
        each.node.tail = text[each.place : end]
        parent.insert(0, each.node) if before is None else before.addnext(each.node)
    if before is None:
        parent.text = text[: asides[0].place]
    else:
        before.tail = text[: asides[0].place]

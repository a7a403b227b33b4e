"""Formulas in rich text, which has Word's elements for them as words of command."""

from reader.formats.docx.maths import formula
from reader.formats.rewriting.texts import without_unfit
from reader.formats.rtf.content import Text
from reader.formats.rtf.groups import Sink
from reader.formats.xml_parts import Element

_DEEPEST = 100


class Formulas(Sink):
    """Puts the elements of a formula together."""

    def __init__(self) -> None:
        """Begin a formula."""
        from lxml import etree

        self._root = etree.Element("oMath")
        self._open: list[Element] = [self._root]

    def open(self, name: str) -> bool:
        """Begin an element, if a word is one."""
        if not name.startswith("m") or len(self._open) > _DEEPEST:
            return False
        self._open.append(self._open[-1].makeelement(name[1:]))
        self._open[-2].append(self._open[-1])
        return True

    def close(self) -> None:
        """End the element that is open."""
        self._open.pop()

    def text(self, text: Text) -> None:
        """Letters: of a formula, or the value of a property of it."""
        letters = without_unfit(text.text)
        inside = self._open[-1]
        if inside.tag == "r":
            inside.append(inside.makeelement("t"))
            inside[-1].text = letters
        else:
            inside.set("val", inside.get("val", "") + letters.strip())

    @property
    def written(self) -> str:
        """The formula in a line."""
        return formula(self._root)

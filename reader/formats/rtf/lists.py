"""The lists of a file of rich text, which count paragraphs as Word does."""

from typing import TYPE_CHECKING

from reader.formats.docx.symbols import is_of_signs
from reader.formats.rewriting.texts import without_unfit
from reader.formats.rtf.content import Text
from reader.formats.rtf.groups import Sink
from reader.formats.rtf.looks import Letters
from reader.formats.xml_parts import Element

if TYPE_CHECKING:
    from reader.formats.rtf.parsing import Parser

_FORMS = {
    **{0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal"},
    **{22: "decimalZero", 23: "bullet", 255: "none"},
}


def list_reader(parser: "Parser") -> None:
    """Read a table of lists, or of what uses them."""
    if parser.content.lists is None:
        from lxml import etree

        parser.content.lists = etree.Element("numbering")
    parser.now.sink = _Lists(parser, parser.content.lists)


def level_reader(parser: "Parser") -> None:
    """Read a level of a list: the font of its bullet is told behind that."""
    group, lists = parser.now, parser.now.sink
    if isinstance(lists, _Lists):
        group.leave = lambda _: lists.end_level(_font(parser, group.letters))


def _font(parser: "Parser", letters: Letters) -> str:
    """The font of a bullet: LibreOffice names it as that of letters to the left."""
    fonts = parser.content.fonts
    names = [fonts.get(font, "") for font in (letters.font, letters.other_font)]
    return next((name for name in names if is_of_signs(name)), names[0] or names[1])


class _Lists(Sink):
    """Puts lists together as Word has them in XML: so they are counted by the same rules."""

    def __init__(self, parser: "Parser", root: Element) -> None:
        self._parser, self._root = parser, root
        self._levels: list[Element] = []
        self._list = self._start = 0

    def text(self, text: Text) -> None:
        if self._parser.now.sink is not self or not self._levels:
            return
        written = text.text
        if _child(self._levels[-1], "lvlText") is None and written[:1] < " ":
            self._set("lvlText", _places(written))

    def word(self, name: str, number: int, start: int, end: int) -> None:
        if name == "levelnfc":
            self._levels.append(self._root.makeelement("lvl", ilvl=str(len(self._levels))))
            self._set("numFmt", _FORMS.get(number, "decimal"))
        elif name == "levelstartat" and self._levels:
            self._set("start", str(number))
        elif name == "listid":
            self._list = number
            if self._levels:
                found = self._element(self._root, "abstractNum")
                found.set("abstractNumId", str(number))
                found.extend(self._levels)
                self._levels = []
        elif name == "ls":
            found = self._element(self._root, "num")
            found.set("numId", str(number))
            self._set("abstractNumId", str(self._list), found)

    def end_level(self, font: str) -> None:
        """The level that is read is whole."""
        if self._levels:
            self._element(self._element(self._levels[-1], "rPr"), "rFonts").set("ascii", without_unfit(font))

    def _element(self, around: Element, name: str) -> Element:
        found = around.makeelement(name)
        around.append(found)
        return found

    def _set(self, name: str, value: str, around: Element | None = None) -> None:
        self._element(self._levels[-1] if around is None else around, name).set("val", without_unfit(value))


def _child(element: Element, name: str) -> Element | None:
    return next((each for each in element if each.tag == name), None)


def _places(written: str) -> str:
    """The text of a level as Word has it in XML: behind its length; numbers of levels stand as they are."""
    text = written[1 : 1 + ord(written[0])]
    return "".join(f"%{ord(letter) + 1}" if letter < "\t" else letter for letter in text)

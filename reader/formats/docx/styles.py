"""The styles of a Word document: what a paragraph of a style is, and how its letters look."""

from collections.abc import Sequence
from dataclasses import field

from reader import late_re as re
from reader.formats.docx.properties import Looks, inherited, looks_of, property_of
from reader.formats.xml_parts import Element, attribute, child, children
from reader.late_dataclasses import dataclass
from reader.text import Kind

# What the built-in styles for headings are called; other programs and older ones translate it.
_HEADING = re.compile(
    r"(?:heading|overskrift|rubrik|überschrift|titre|título|titolo|kop|otsikko|nagłówek|nadpis|заголовок)[ _-]?([1-9])",
    re.IGNORECASE,
)
# The names of other styles whose paragraphs are something, in lower case and without spaces.
_ROLES = {
    **dict.fromkeys(("title", "tittel", "titel", "titre"), Kind.TITLE),
    **dict.fromkeys(("caption", "bildetekst", "imagecaption", "tablecaption"), Kind.CAPTION),
    **dict.fromkeys(("quote", "intensequote", "blocktext", "blockquote", "quotations", "quotation"), Kind.QUOTE),
    **dict.fromkeys(("sitat", "sterktsitat", "zitat", "intensivtsitat"), Kind.QUOTE),
    **dict.fromkeys(("sourcecode", "htmlpreformatted", "preformattedtext", "codeblock", "code", "kode"), Kind.CODE),
    **dict.fromkeys(("macro", "macrotext"), Kind.CODE),
    **{"definitionterm": Kind.TERM, "definition": Kind.DEFINITION, "tocheading": Kind.HEADING},
}
_CODE = {"verbatimchar", "htmlcode", "htmlkeyboard", "htmlsample", "htmltypewriter", "sourcetext"}
_CODE |= {"code", "codechar", "inlinecode", "kode", "htmlpreformattedchar", "sourcecodechar"}
_LINKS = frozenset({"hyperlink", "followedhyperlink", "internetlink", "hyperkobling", "hyperkoblet"})
BODY_LEVEL = 9
# Word reads no styles that are based on each other further than this.
_LONGEST_CHAIN = 50


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What paragraphs of a style are.

    Attributes:
        identifier: of the style.
        role: the kind, if it is not a plain one.
        level: of a heading.
        looks: of the letters.
        number: the list that numbers it ("" for none), and the level in it, -1 where the style does not say.
        align: how the text is aligned, as Word says it.
    """

    identifier: str
    role: Kind | None = None
    level: int = 0
    looks: Looks = field(default_factory=dict)
    number: tuple[str, int] = ("", -1)
    align: str = ""


@dataclass(frozen=True, slots=True)
class LetterStyle:
    """How letters of a style look, and whether it is one of code, or of links."""

    looks: Looks
    code: bool = False
    link: bool = False


class Styles:
    """The styles of a document."""

    def __init__(self, root: Element | None) -> None:
        """Read the part with the styles, if there is one."""
        styles = list(children(root, "style")) if root is not None else []
        self._styles = {attribute(style, "styleId"): style for style in reversed(styles)}
        self._default = next((attribute(s, "styleId") for s in styles if _is_default(s)), "")
        defaults = child(root, "docDefaults") if root is not None else None
        run = child(defaults, "rPrDefault") if defaults is not None else None
        looks = looks_of(child(run, "rPr") if run is not None else None)
        self.language = str(looks.get("lang", ""))
        self._looks = {"font": looks["font"]} if "font" in looks else {}
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._letters: dict[str, LetterStyle] = {}

    def paragraph(self, identifier: str) -> ParagraphStyle:
        """What paragraphs of a style are; "" is the style of those that name none."""
        if identifier not in self._paragraphs:
            self._paragraphs[identifier] = self._read(identifier or self._default)
        return self._paragraphs[identifier]

    def letters(self, identifier: str) -> LetterStyle:
        """How letters of a style look."""
        if identifier not in self._letters:
            chain = self._chain(identifier)
            names = [name for style in chain for name in _names(style)] or [identifier]
            looks = inherited(looks_of(child(style, "rPr")) for style in reversed(chain))
            self._letters[identifier] = LetterStyle(
                looks, any(map(is_code_style, names)), any(map(is_link_style, names))
            )
        return self._letters[identifier]

    def number(self, identifier: str) -> str:
        """The list that a style numbers by; "" for none."""
        return self.paragraph(identifier).number[0]

    def say_language(self, language: str) -> None:
        """From now on the document, and all styles that say its old language, are in this one."""
        old, self.language = self.language, language
        for element in self._styles.values():
            for said in element.iter("{*}lang"):
                if attribute(said, "val") == old:
                    said.set(next(key for key in said.attrib if key.endswith("val")), language)
        self._paragraphs.clear()
        self._letters.clear()

    def _chain(self, identifier: str) -> Sequence[Element]:
        """A style and those it is based on, itself first."""
        chain: dict[str, Element] = {}
        while identifier in self._styles and identifier not in chain and len(chain) < _LONGEST_CHAIN:
            chain[identifier] = self._styles[identifier]
            base = child(chain[identifier], "basedOn")
            identifier = attribute(base, "val") if base is not None else ""
        return list(chain.values())

    def _read(self, identifier: str) -> ParagraphStyle:
        chain = self._chain(identifier)
        given = [pPr for style in chain if (pPr := child(style, "pPr")) is not None]
        looks = inherited([self._looks, *(looks_of(child(style, "rPr")) for style in reversed(chain))])
        role, level = _role(chain, identifier, _first(given, "outlineLvl"))
        return ParagraphStyle(identifier, role, level, looks, _number(given), _first(given, "jc"))


def _is_default(style: Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on")


def _first(given: Sequence[Element], name: str) -> str:
    """The value of a property in the first of the elements that has it."""
    found = (property_of(properties, name) for properties in given)
    return next((attribute(element, "val") for element in found if element is not None), "")


def _number(given: Sequence[Element]) -> tuple[str, int]:
    list_, level = "", -1
    for properties in given:
        number = property_of(properties, "numPr")
        if number is None:
            continue
        ilvl, num = child(number, "ilvl"), child(number, "numId")
        level = whole(attribute(ilvl, "val"), level) if ilvl is not None and level < 0 else level
        if num is not None:
            list_ = attribute(num, "val")
            break
    return ("", -1) if list_ == "0" else (list_, level)


def _role(chain: Sequence[Element], identifier: str, outline: str) -> tuple[Kind | None, int]:
    """What paragraphs of a style are, and their level: by the name of the style or of one that it is based on, unless
    the style says that it is no heading."""
    for style in chain:
        role, level = named_role(_names(style))
        if role is Kind.HEADING and style is not chain[0] and outline == str(BODY_LEVEL):
            return None, 0
        if role is not None:
            return role, level
        if style is chain[0] and 0 <= (level := whole(outline, BODY_LEVEL)) < BODY_LEVEL:
            return Kind.HEADING, level + 1
    return (None, 0) if chain else named_role([identifier])


def named_role(names: Sequence[str]) -> tuple[Kind | None, int]:
    """What paragraphs of a style are that has these names, the first that says it, and their level."""
    for name in names:
        if found := _HEADING.fullmatch(name):
            return Kind.HEADING, int(found[1])
        if role := _ROLES.get(_plain(name)):
            return role, int(role is Kind.HEADING)
    return None, 0


def is_code_style(name: str) -> bool:
    """Whether letters of a style of this name are code."""
    return _plain(name) in _CODE


def is_link_style(name: str) -> bool:
    """Whether letters of a style of this name are those of links."""
    return _plain(name) in _LINKS


def _names(style: Element) -> list[str]:
    """The name of a style and its identifier, which may be its name in another language."""
    name = child(style, "name")
    named = attribute(name, "val") if name is not None else ""
    return [part.strip() for part in (named, attribute(style, "styleId")) if part]


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", "", name.partition(",")[0]).lower()


def whole(value: str, otherwise: int = 0) -> int:
    """A number of at most six digits as written; `otherwise` if it is none."""
    digits = value.strip().removeprefix("-")
    if not digits.isdecimal() or len(digits) > 6:
        return otherwise
    return int(value)

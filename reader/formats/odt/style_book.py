"""The styles of a part of a document that is written anew: what differs in look, and styles in other languages."""

from collections.abc import Hashable, Iterable, Iterator
from copy import deepcopy

from reader.formats.odt.names import name_of, tag, value
from reader.formats.odt.styles import Styles
from reader.formats.rewriting.scripts import is_complex, is_eastern
from reader.formats.xml_parts import Element
from reader.text import base_language, language_tag

# What says nothing of how letters look: their language, and when they were typed.
_SAYS_NO_LOOK = frozenset(
    f"{what}{script}"
    for what in ("language", "country", "script", "rfc-language-tag")
    for script in ("", "-asian", "-complex")
) | {"rsid", "paragraph-rsid"}
_AUTOMATIC = "office:automatic-styles"
_BEHIND_AUTOMATIC = ("office:master-styles", "office:body")
_BREAKS = ("fo:break-before", "fo:break-after")
_NAME = "Language"


class StyleBook:
    """The styles that paragraphs under a root use; new ones are added to those that programs make."""

    def __init__(self, common: Iterable[Element], root: Element) -> None:
        """Take the `office:styles` elements, and those that stand right in the root."""
        self._root, self._automatic = root, root.find(tag(_AUTOMATIC))
        self.styles = Styles(common, self._automatic)
        self._own = {(value(each, "style:family"), value(each, "style:name")): each for each in self._styles()}
        self._names = {name for _, name in self._own}
        self._languages: dict[tuple[str, ...], str] = {}
        self._looks: dict[str, Hashable] = {}
        self._made: dict[tuple[str, str, str, bool], str] = {}

    def _styles(self) -> Iterable[Element]:
        return self._automatic if self._automatic is not None else ()

    def look(self, element: Element) -> Hashable:
        """What something that is around text makes of it, to compare; None if nothing that shows."""
        if name_of(element) != "text:span":
            itself: Hashable = element
            return itself
        name = value(element, "text:style-name")
        if name not in self._looks:
            self._looks[name] = self._look(name)
        return self._looks[name]

    def _look(self, name: str) -> Hashable:
        style = self._own.get(("text", name))
        if style is None:
            return ("style", name) if name else None
        said = frozenset(
            (key, worth)
            for properties in style
            for key, worth in properties.attrib.items()
            if key.rpartition("}")[2] not in _SAYS_NO_LOOK
        )
        parent = value(style, "style:parent-style-name")
        return (parent, said) if parent or said else None

    def language(self, name: str) -> str:
        """The language of text in a paragraph of this style."""
        return base_language(self.styles.paragraph(name).look.language)

    def text_language(self, names: tuple[str, ...]) -> str:
        """The language that styles of text say, the innermost last; "" if none does."""
        if names not in self._languages:
            self._languages[names] = self._text_language(names)
        return self._languages[names]

    def _text_language(self, names: tuple[str, ...]) -> str:
        said = (self.styles.text(name).language for name in reversed(names))
        return base_language(next(filter(None, said), ""))

    def breaks_page(self, name: str) -> bool:
        """Whether a page ends before or behind paragraphs of this style, or another kind of pages begins there."""
        says = any(self.styles.paragraph_says(name, what) for what in (*_BREAKS, "style:page-number"))
        return says or bool(self.styles.masters("paragraph", name))

    def in_language(self, family: str, name: str, language: str, *, copy: bool = False) -> str:
        """The name of a style that is the same but for the language; that of a paragraph which is a `copy` breaks no
        page."""
        key = family, name, language, copy
        if key not in self._made:
            self._made[key] = self._make(*key)
        return self._made[key]

    def _make(self, family: str, name: str, language: str, copy: bool) -> str:
        style = deepcopy(self._own.get((family, name)))
        if style is None:
            style = self._root.makeelement(tag("style:style"), {tag("style:family"): family})
            if name:
                style.set(tag("style:parent-style-name"), name)
        style.tail = None
        new = self._new_name()
        style.set(tag("style:name"), new)
        if language:
            _say_language(_properties(style, "style:text-properties"), language)
        if copy:
            self._without_breaks(style, name)
        if self._automatic is None:
            self._automatic = _added(self._root)
        self._automatic.append(style)
        return new

    def _without_breaks(self, style: Element, name: str) -> None:
        own = style.find(tag("style:paragraph-properties"))
        for what in _BREAKS if own is not None else ():
            own.attrib.pop(tag(what), None)
        if own is not None:
            own.attrib.pop(tag("style:page-number"), None)
        style.attrib.pop(tag("style:master-page-name"), None)
        for what in _BREAKS:
            if self.styles.paragraph_says(name, what):
                _properties(style, "style:paragraph-properties").set(tag(what), "auto")
        if self.styles.masters("paragraph", name):
            style.set(tag("style:master-page-name"), "")

    def _new_name(self) -> str:
        number = len(self._made) + 1
        while f"{_NAME}{number}" in self._names:
            number += 1
        self._names.add(name := f"{_NAME}{number}")
        return name


def say_default_language(common: Iterable[Element], language: str) -> Iterator[Element]:
    """Have the styles that say what text is in where nothing else is said name this language; yields those changed."""
    for style in (each for group in common for each in group if name_of(each) == "style:default-style"):
        properties = style.find(tag("style:text-properties"))
        if properties is not None or value(style, "style:family") == "paragraph":
            said = _properties(style, "style:text-properties")
            if base_language(value(said, "fo:language")) != base_language(language):
                _say_language(said, language)
                yield said


def _say_language(properties: Element, language: str) -> None:
    code, _, country = (language if "-" in language else language_tag(language, region=True)).partition("-")
    for suffix in ("", *["-asian"][: is_eastern(language)], *["-complex"][: is_complex(language)]):
        prefix = "style" if suffix else "fo"
        properties.set(tag(f"{prefix}:language{suffix}"), code)
        properties.set(tag(f"{prefix}:country{suffix}"), country.upper() or "none")
        properties.attrib.pop(tag(f"style:rfc-language-tag{suffix}"), None)
        properties.attrib.pop(tag(f"{prefix}:script{suffix}"), None)


def _properties(style: Element, name: str) -> Element:
    """The properties of a style, added where they belong if there are none."""
    found = style.find(tag(name))
    if found is None:
        found = style.makeelement(tag(name))
        before = sum(name_of(each) == "style:paragraph-properties" for each in style)
        style.insert(before if name == "style:text-properties" else 0, found)
    return found


def _added(root: Element) -> Element:
    made = root.makeelement(tag(_AUTOMATIC))
    behind = next((place for place, child in enumerate(root) if name_of(child) in _BEHIND_AUTOMATIC), len(root))
    root.insert(behind, made)
    return made

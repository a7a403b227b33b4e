"""How the letters of runs look: told alike or different, and in which language they are said to be."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import field

from reader.formats.docx.properties import Looks, combined, looks_of
from reader.formats.docx.styles import ParagraphStyle, Styles
from reader.formats.docx.symbols import in_unicode
from reader.formats.rewriting.scripts import is_complex, is_eastern
from reader.formats.xml_parts import Element, child, local_name
from reader.late_dataclasses import dataclass
from reader.text import base_language, language_tag

# What says nothing of how letters look.
_UNSEEN = frozenset({"lang", "noProof", "rPrChange", "ins", "del", "moveFrom", "moveTo"})
# What is not taken over into a run that is written anew.
_OLD = _UNSEEN - {"lang", "noProof"}
# What stands behind the language in the properties of a run, in the order that they have.
_BEHIND_LANGUAGE = frozenset({"eastAsianLayout", "specVanish", "oMath", "rPrChange"})
# Of so many runs what is written there is remembered.
_REMEMBERED = 10_000


@dataclass(slots=True)
class LetterBook:
    """Tells what the properties of runs mean; many are alike."""

    styles: Styles
    _written: dict[Element, bytes] = field(default_factory=dict)
    _seen: dict[bytes, tuple[bytes, ...]] = field(default_factory=dict)
    _looks: dict[tuple[bytes, str], Looks] = field(default_factory=dict)
    _new: dict[tuple[bytes, str], Element | None] = field(default_factory=dict)
    _said: dict[tuple[str, str], str] = field(default_factory=dict)

    def look(self, properties: Element | None) -> tuple[bytes, ...]:
        """What letters with these properties look like, but for their language: equal if they look alike."""
        written = self._as_written(properties)
        if written not in self._seen:
            seen = [each for each in properties if local_name(each) not in _UNSEEN] if properties is not None else []
            self._seen[written] = tuple(sorted(map(_written, seen)))
        return self._seen[written]

    def looks(self, properties: Element | None, style: ParagraphStyle) -> Looks:
        """What they say together with the styles."""
        key = self._as_written(properties), style.identifier
        if key not in self._looks:
            own = looks_of(properties)
            name = str(own.get("rStyle", ""))
            self._looks[key] = combined(style.looks, self.styles.letters(name).looks if name else {}, own)
        return self._looks[key]

    def is_shifted(self, properties: Element | None, style: ParagraphStyle) -> bool:
        """Whether letters are raised or lowered."""
        return self.looks(properties, style).get("vertAlign") in ("superscript", "subscript")

    def has_signs(self, text: str, properties: Element | None, style: ParagraphStyle) -> bool:
        """Whether a text is set in a font of signs, whose letters are others than those that it has."""
        return in_unicode(text, str(self.looks(properties, style).get("font", ""))) != text

    def in_language(self, properties: Element | None, style: ParagraphStyle, language: str) -> str:
        """The language that a run has to say that it is in; "" if it does not have to."""
        key = str(self.looks(properties, style).get("lang", "")) or self.styles.language, language
        if key not in self._said:
            alike = base_language(key[0]) == base_language(language)
            self._said[key] = "" if alike else language_tag(language, region=True)
        return self._said[key]

    def of_new_run(self, properties: Element | None, language: str, like: Element) -> Element | None:
        """The properties of a run that is written anew, in a language if it has to say one; None if it has none.

        They are to be copied; `like` is any element with the same names.
        """
        key = self._as_written(properties), language
        if key not in self._new:
            self._new[key] = _of_new_run(properties, language, like)
        return self._new[key]

    def _as_written(self, properties: Element | None) -> bytes:
        """The properties as the file has them; those of a run are asked for several times."""
        if properties is None:
            return b""
        if len(self._written) > _REMEMBERED:
            self._written.clear()
        if properties not in self._written:
            self._written[properties] = _written(properties)
        return self._written[properties]


def _written(element: Element) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(element, with_tail=False))


def _of_new_run(properties: Element | None, language: str, like: Element) -> Element | None:
    new = deepcopy(properties) if properties is not None else like.makeelement(tag_beside(like, "rPr"))
    for each in [each for each in new if local_name(each) in _OLD]:
        new.remove(each)
    if language:
        say_language(new, language)
    return new if len(new) else None


def say_language(properties: Element, language: str) -> None:
    """Have the properties of a run say that it is in a language."""
    element = child(properties, "lang")
    if element is None:
        element = properties.makeelement(tag_beside(properties, "lang"))
        behind = next((each for each in properties if local_name(each) in _BEHIND_LANGUAGE), None)
        properties.append(element) if behind is None else behind.addprevious(element)
    element.set(tag_beside(properties, _script(language)), language)


def _script(language: str) -> str:
    return "eastAsia" if is_eastern(language) else "bidi" if is_complex(language) else "val"


def tag_beside(element: Element, name: str) -> str:
    """A name in the namespace of an element, as lxml has it."""
    return f"{element.tag.rpartition('}')[0]}}}{name}" if "}" in element.tag else name


def names_in_order(properties: Element, name: str, order: Sequence[str]) -> Element:
    """The property of this name of a paragraph, made where it belongs if it is not there."""
    found = child(properties, name)
    if found is None:
        found = properties.makeelement(tag_beside(properties, name))
        later = set(order[order.index(name) + 1 :])
        behind = next((each for each in properties if local_name(each) in later), None)
        properties.append(found) if behind is None else behind.addprevious(found)
    return found

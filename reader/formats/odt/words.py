"""Texts that stand in no paragraph of a file: descriptions of images, words of charts, labels of fields."""

from reader.formats.odt.atoms import Spans
from reader.formats.odt.forms import SIGNS
from reader.formats.odt.names import tag
from reader.formats.rewriting.texts import beside
from reader.formats.xml_origins import Slot
from reader.formats.xml_parts import Element


def rewrite_words(spans: Spans, old: str, new: str, *, both: bool) -> None:
    """Write a text into the places where the old one stands: instead of it, or behind it."""
    for element, slot in spans:
        match slot:
            case Slot.ALT:
                _rewrite_alt(element, old, new, both=both)
            case Slot.LABEL:
                words = _without_sign(new)
                label = str(element.get(tag("form:label"), ""))
                element.set(tag("form:label"), _together(label, words, both=both))
            case Slot.TAIL:
                element.tail = _together(old, new, both=both)
            case _:
                holder = _holder(element) if slot is Slot.WORDS else element
                holder.text = _together(old, new, both=both)


def _together(old: str, new: str, *, both: bool) -> str:
    return beside(old, new) if both else new


def _without_sign(text: str) -> str:
    """A label without the sign that shows whether its box is ticked."""
    return text[1:].lstrip() if text[:1] in SIGNS else text


def _rewrite_alt(frame: Element, old: str, new: str, *, both: bool) -> None:
    """The title is the first line, the description the others; if both say the same there is one line."""
    said = [each for each in map(frame.find, map(tag, ("svg:title", "svg:desc"))) if each is not None]
    said = [each for each in said if "".join(each.itertext()).strip()]
    lines, others = old.split("\n"), new.split("\n")
    apart = len(said) > 1 and len(lines) > 1
    parts = [(lines[0], others[0]), (" ".join(lines[1:]), " ".join(others[1:]))] if apart else [(old, new)] * len(said)
    for element, (before, behind) in zip(said, parts, strict=True):
        _fill(element, _together(before, behind, both=both))


def _holder(element: Element) -> Element:
    """The innermost element that holds all text of one; what is in it is left out."""
    while len(element) == 1 and not (element.text or "").strip() and not (element[0].tail or "").strip():
        element = element[0]
    _fill(element, "")
    return element


def _fill(element: Element, text: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = text

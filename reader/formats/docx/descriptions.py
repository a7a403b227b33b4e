"""The descriptions of images, which attributes have."""

from collections.abc import Iterator

from reader.formats.rewriting.texts import beside
from reader.formats.xml_parts import Element, attribute, local_name


def describe(element: Element, old: str, new: str, *, both: bool) -> None:
    """Have an element say what an image shows, and those in the older forms of it that say the same."""
    words = beside(old, new) if both else new
    for each in (element, *_older(element)):
        for key, value in each.attrib.items():
            if key.rpartition("}")[2] in ("descr", "title", "alt") and " ".join(value.split()) == old:
                each.set(key, words)


def _older(element: Element) -> Iterator[Element]:
    around = next((each for each in element.iterancestors() if local_name(each) == "AlternateContent"), None)
    if around is not None:
        yield from (each for each in around.iter() if each is not element and attribute(each, "alt"))

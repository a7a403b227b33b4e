"""Words that are drawn: of diagrams, charts and WordArt. They are read, and written anew where they stand."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.formats.docx.drawings import Drawn
from reader.formats.docx.package import Part, Parts
from reader.formats.rewriting.texts import beside
from reader.formats.xml_parts import Element, attribute, local_name
from reader.text import language_tag


class Words(NamedTuple):
    """A text, and the elements that show it."""

    text: str
    elements: tuple[Element, ...]


def drawn_words(found: Drawn, part: Part, parts: Parts, *, all_of_them: bool) -> Iterator[Words]:
    """The texts in what has been drawn in a part.

    Diagrams have a picture of theirs beside them, which is looked at if all elements are asked for.
    """
    for element in found.words:
        yield Words(attribute(element, "string"), (element,))
    for path in (each for each in found.diagrams if each in parts.archive):
        root = parts.part(path).root
        pictured = _pictured(root, part, parts) if all_of_them else {}
        for paragraph in root.iter("{*}p"):
            text = _text(paragraph)
            yield Words(text, (paragraph, *pictured.get(text, ())))
    for path in (each for each in found.charts if each in parts.archive):
        yield from _of_chart(parts.part(path).root)


def _of_chart(root: Element) -> Iterator[Words]:
    """The texts of a chart: its titles, and the names of what it compares, each once; its values are no text."""
    found = defaultdict[str, list[Element]](list)
    for each in root.iter("{*}p", "{*}v"):
        if local_name(each) == "p" or next(each.iterancestors("{*}numCache", "{*}numLit"), None) is None:
            found[_text(each)].append(each)
    yield from (Words(text, tuple(elements)) for text, elements in found.items())


def _pictured(root: Element, part: Part, parts: Parts) -> Mapping[str, Sequence[Element]]:
    """The paragraphs of the picture of a diagram, which programs show until someone changes the diagram, by text."""
    found = defaultdict[str, list[Element]](list)
    for said in root.iter("{*}dataModelExt"):
        path = part.target(attribute(said, "relId"))
        for paragraph in parts.part(path).root.iter("{*}p") if path in parts.archive else ():
            found[_text(paragraph)].append(paragraph)
    return found


def _text(element: Element) -> str:
    text = element.text if local_name(element) == "v" else "".join(each.text or "" for each in element.iter("{*}t"))
    return " ".join((text or "").split())


def rewrite_drawn(element: Element, old: str, new: str, language: str, *, both: bool) -> None:
    """Have an element that shows a text show another in a language, or both texts; it looks as its beginning did."""
    words = beside(old, new) if both else new
    match local_name(element):
        case "textpath":
            element.set("string", words)
        case "v":
            element.text = words
        case _:
            first, *others = element.iter("{*}t")
            first.text = words
            for each in others:
                each.text = None
            for properties in first.itersiblings("{*}rPr", preceding=True):
                properties.set("lang", language_tag(language, region=True))

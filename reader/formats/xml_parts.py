"""XML that comes from outside, parsed by libxml2: no entities, no document types, nothing fetched."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from reader.formats.zipped import damaged, too_large

# An element of lxml, which has no types of its own.
Element = Any
# A book of 1,500 pages has half a million; elements take much more memory than the file, and time.
_MOST_TAGS = 6_000_000


def parse_xml(data: bytes, name: str, *, asides: bool = False) -> Element:
    """The root of an XML file; `name` is the document's, for messages. `asides` keeps comments and instructions.

    What a document type declares is not there: an entity is nothing, wherever it stands. Deeper than 256 elements, or
    with more than 10 million characters in one place, it is refused, as libxml2 has it.

    Raises:
        DocumentError: it is not well-formed, or larger than any document.
    """
    from lxml import etree

    if data.count(b"<") > _MOST_TAGS:
        raise too_large(name)

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=not asides,
        remove_pis=not asides,
        huge_tree=False,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        long = "XML_PARSE_HUGE" in str(error) and "depth" not in str(error)
        raise (too_large(name) if long else damaged(name)) from error


def local_name(element: Element) -> str:
    """The name of an element without its namespace; "" of what is no element."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(4096)  # a file has few different ones, and asks a million times
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """The value of an attribute, whatever its namespace is; "" if there is none."""
    for key, value in element.attrib.items():
        if key == name or key.endswith("}" + name):
            return str(value)
    return ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """The elements right in an element, with one of these names if any are given."""
    for child in element:
        name = local_name(child)
        if name and (not names or name in names):
            yield child


def child(element: Element, name: str) -> Element | None:
    """The first element of this name right in an element."""
    return next((each for each in element if local_name(each) == name), None)

"""The names of OpenDocument, as its specification writes them: "text:p", whatever prefixes a file has."""

from functools import lru_cache

from reader.formats.xml_parts import Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES = {
    "office": f"{_OASIS}office:1.0",
    "text": f"{_OASIS}text:1.0",
    "style": f"{_OASIS}style:1.0",
    "table": f"{_OASIS}table:1.0",
    "draw": f"{_OASIS}drawing:1.0",
    "dr3d": f"{_OASIS}dr3d:1.0",
    "form": f"{_OASIS}form:1.0",
    "chart": f"{_OASIS}chart:1.0",
    "meta": f"{_OASIS}meta:1.0",
    "presentation": f"{_OASIS}presentation:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}svg-compatible:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "math": "http://www.w3.org/1998/Math/MathML",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_PREFIXES = {uri: prefix for prefix, uri in _NAMESPACES.items()}


def name_of(element: Element) -> str:
    """The name of an element; of one in an unknown namespace without a prefix, "" of what is no element."""
    tag = element.tag
    return _prefixed(tag) if isinstance(tag, str) else ""


def value(element: Element, name: str, other: str = "") -> str:
    """The value of an attribute, `other` if there is none."""
    return str(element.get(tag(name), other))


@lru_cache(1000)
def tag(name: str) -> str:
    """A name as lxml writes it."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}" if local else name


@lru_cache(1000)
def _prefixed(written: str) -> str:
    uri, _, local = written[1:].rpartition("}")
    prefix = _PREFIXES.get(uri, "")
    return f"{prefix}:{local}" if prefix else local or written

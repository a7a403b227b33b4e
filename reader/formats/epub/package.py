"""What the package of an EPUB says: its metadata, and which files are its chapters, in order."""

import posixpath
from collections.abc import Mapping, Sequence
from urllib.parse import unquote, urlsplit

from reader.errors import UnfitError
from reader.formats.xml_parts import Element, attribute, children, parse_xml
from reader.formats.zipped import Zipped, damaged
from reader.late_dataclasses import dataclass

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_CHAPTERS = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "image/svg+xml"})
_CONTENTS = "application/x-dtbncx+xml"
_FONTS = (".ttf", ".otf", ".woff", ".woff2")
_STATED = {"title": "title", "creator": "author", "date": "date", "language": "language"}


@dataclass(frozen=True, slots=True)
class Package:
    """Attributes:
    path: its own.
    chapters: paths of the files with text, in reading order.
    contents: paths of lists of contents that are no chapters.
    metadata: "title", "author", "date", "language", as far as it says.
    """

    path: str
    chapters: Sequence[str]
    contents: Sequence[str]
    metadata: Mapping[str, str]


def read_package(book: Zipped) -> Package:
    """Read the package of a book.

    Raises:
        DocumentError: there is none, it is damaged, or the chapters are encrypted.
    """
    path = _package_path(book)
    root = parse_xml(book.read(path), book.name)
    items = {attribute(item, "id"): item for item in root.iter() if _is(item, "item")}
    folder = posixpath.dirname(path)
    chapters = [
        resolved(folder, attribute(item, "href"))
        for reference in root.iter()
        if _is(reference, "itemref") and (item := _with_text(items, attribute(reference, "idref"))) is not None
    ]
    there = [chapter for chapter in dict.fromkeys(chapters) if chapter in book]
    if not there:
        raise damaged(book.name)
    _refuse_encrypted(book, there)
    lists = (resolved(folder, attribute(item, "href")) for item in items.values() if _is_contents(item))
    return Package(path, there, [each for each in lists if each in book and each not in there], _metadata(root))


def _with_text(items: Mapping[str, Element], identifier: str) -> Element | None:
    """The file of this identifier, or what stands in for it: an image may be a page, with text in its place."""
    seen = set[str]()
    while identifier in items and identifier not in seen:
        item = items[identifier]
        if attribute(item, "media-type") in _CHAPTERS:
            return item
        seen.add(identifier)
        identifier = attribute(item, "fallback")
    return None


def resolved(folder: str, address: str) -> str:
    """The path in the archive of an address in a file of this folder, without what is behind "#"."""
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return ""
    # Above the archive there is nothing.
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/") if path else ""


def _package_path(book: Zipped) -> str:
    if _CONTAINER in book:
        container = parse_xml(book.read(_CONTAINER), book.name)
        paths = (attribute(element, "full-path") for element in container.iter() if _is(element, "rootfile"))
        if path := next((path for path in paths if path in book), ""):
            return path
    path = next((name for name in book.names if name.endswith(".opf")), "")
    if not path:
        raise damaged(book.name)
    return path


def _refuse_encrypted(book: Zipped, chapters: Sequence[str]) -> None:
    """Refuse a book whose chapters are encrypted, as sellers do; fonts often are, and are not read."""
    if _ENCRYPTION not in book:
        return
    listed = parse_xml(book.read(_ENCRYPTION), book.name)
    paths = {unquote(attribute(element, "URI")) for element in listed.iter() if _is(element, "CipherReference")}
    if not paths.isdisjoint(chapters):
        raise UnfitError(
            "“{name}” is copy-protected (DRM): only the programs that its seller names can open it.", name=book.name
        )


def _is_contents(item: Element) -> bool:
    return attribute(item, "media-type") == _CONTENTS or "nav" in attribute(item, "properties").split()


def _metadata(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in next((part for part in children(root, "metadata")), ()):
        name = _STATED.get(element.tag.rpartition("}")[2]) if isinstance(element.tag, str) else None
        if name and (value := " ".join("".join(element.itertext()).split())):
            found.setdefault(name, value)
    return found


def _is(element: Element, name: str) -> bool:
    return isinstance(element.tag, str) and element.tag.rpartition("}")[2] == name

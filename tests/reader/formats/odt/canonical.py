"""What an OpenDocument file has, to compare: letters with their looks, and elements, however they are written."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DC_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
_BREAKS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
# What the text of a paragraph may stand in, besides spans; nobody knows "new".
_AROUND = (f"{_TEXT}a", f"{_TEXT}meta", "new")
# Gone where a paragraph is written anew, or said anew.
_GONE = {f"{_OFFICE}automatic-styles", _DC_LANGUAGE}
_GONE |= {f"{_TEXT}{name}" for name in ("tracked-changes", "change", "change-start", "change-end")}
# Marks the end of what shows nothing in its line.
_SILENT = "~"
# A space that is always shown.
_KEPT = "  "
_LANGUAGES = ("language", "country", "rsid")
_LABEL = "{urn:oasis:names:tc:opendocument:xmlns:form:1.0}label"

Element = Any
# A letter or the name of an element, and what is around or said of it.
Token = tuple[str, object]


def parts_of(data: bytes) -> Mapping[str, bytes]:
    """The members of a file by their names; of one without an archive only "content.xml"."""
    if data[:2] != b"PK":
        return {"content.xml": data}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tokens(part: bytes) -> list[Token]:
    """What a part of XML has, without languages, and styles that only name one."""
    root = etree.fromstring(part, etree.XMLParser(huge_tree=True))
    return list(_Canonical(root).inside(root, ()))


def _is_silent(element: Element) -> bool:
    inside = {each.tag.rpartition("}")[2] for each in element}
    return bool(inside & {"title", "desc", "text-box", "creator"})


class _Canonical:
    def __init__(self, root: Element) -> None:
        automatic = root.find(f"{_OFFICE}automatic-styles")
        found = automatic if automatic is not None else ()
        self._styles = {(each.get(f"{_STYLE}family"), each.get(f"{_STYLE}name")): each for each in found}

    def inside(self, element: Element, around: tuple[object, ...]) -> Iterator[Token]:
        is_paragraph = element.tag in (f"{_TEXT}p", f"{_TEXT}h")
        yield from self._paragraph(element) if is_paragraph else self._content(element, around)

    def _paragraph(self, paragraph: Element) -> Iterator[Token]:
        """White space counts once, and none at the edges; what is in further elements has been seen to."""
        space, depth = True, 0
        pending: list[Token] = []
        for token in self._content(paragraph, ()):
            if len(token[0]) > len(_KEPT):
                depth += -1 if token[0][0] == "/" else 1
                space = space and (depth > 0 or token[0].endswith(_SILENT) or f"/{pending[-1][0]}" == token[0])
            elif not depth:
                if token[0] == " " and space:
                    continue
                space = token[0] in (" ", "\n", _KEPT)
            pending.append(token)
        while pending and pending[-1][0] == " ":
            pending.pop()
        yield from ((" " if sign == _KEPT else sign, said) for sign, said in pending)

    def _content(self, element: Element, around: tuple[object, ...]) -> Iterator[Token]:
        yield from self._letters(element.text, around)
        for child in element:
            name = child.tag
            if name == f"{_TEXT}s":
                yield from [(_KEPT, around)] * int(child.get(f"{_TEXT}c", "1"))
            elif name in _BREAKS:
                yield _BREAKS[name], around
            elif name == f"{_TEXT}span":
                yield from self._content(child, (*around, *self._looks("text", child)))
            elif name in _AROUND:
                yield from self._content(child, (*around, (name, *sorted(child.attrib.items()))))
            elif name not in _GONE:
                yield name, (around, self._said(child))
                yield from ((letter, _LABEL) for letter in child.get(_LABEL, ""))
                yield from self.inside(child, ())
                yield f"/{name}{_SILENT * _is_silent(child)}", ()
            yield from self._letters(child.tail, around)

    def _letters(self, text: str | None, around: tuple[object, ...]) -> Iterator[Token]:
        for letter in text or "":
            yield (" " if letter.isspace() else letter), around

    def _said(self, element: Element) -> object:
        said = {key: value for key, value in element.attrib.items() if not key.endswith(_LANGUAGES)}
        for name in (f"{_TEXT}style-name", _LABEL):
            said.pop(name, None)
        return tuple(sorted(said.items())), self._looks("paragraph", element)

    def _looks(self, family: str, element: Element) -> tuple[object, ...]:
        name = element.get(f"{_TEXT}style-name")
        style = self._styles.get((family, name))
        if style is None:
            return ((name, ()),) if name else ()
        said = sorted(
            (properties.tag, key, value)
            for properties in style
            for key, value in properties.attrib.items()
            if not key.endswith(_LANGUAGES)
        )
        parent = style.get(f"{_STYLE}parent-style-name")
        return ((parent, tuple(said)),) if parent or said else ()

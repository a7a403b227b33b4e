"""What a Word document has, to compare: letters with their looks, and elements, however runs are cut."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from unicodedata import normalize

from lxml import etree

# What is of no account, or gone where a paragraph is written anew.
_GONE = frozenset(
    {"proofErr", "lastRenderedPageBreak", "del", "moveFrom", "lang", "noProof", "dataBinding", "language"}
)
_AROUND = frozenset({"ins", "moveTo"})

Element = Any
# A letter or the name of an element, and what it looks like or says.
Token = tuple[str, object]


def parts_of(data: bytes) -> Mapping[str, bytes]:
    """The members of a file by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tokens(part: bytes) -> list[Token]:
    """What a part of XML has, with tracked changes accepted, without languages."""
    return list(_inside(etree.fromstring(part), ()))


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _look(run: Element) -> tuple[bytes, ...]:
    properties = [each for each in run if _name(each) == "rPr"]
    seen = [each for found in properties for each in found if _name(each) not in _GONE]
    return tuple(sorted(etree.tostring(each, method="c14n") for each in seen))


def _runs_on(paragraph: Element) -> bool:
    """Whether the end of a paragraph is deleted, so that it is one with the next."""
    marks = [_name(each) for each in paragraph.iterfind("{*}pPr/{*}rPr/*")]
    return ("del" in marks or "moveFrom" in marks) and paragraph.find("{*}pPr/{*}sectPr") is None


def _joined(children: Iterable[Element]) -> Iterator[tuple[Element, list[Element]]]:
    """Elements in order, paragraphs with those before them that are one with them."""
    before: list[Element] = []
    for child in children:
        if _name(child) == "p" and _runs_on(child):
            before.append(child)
        elif _name(child) == "p":
            yield child, before
            before = []
        else:
            yield child, []
    yield from ((each, []) for each in before)


def _inside(elements: Iterable[Element], look: tuple[bytes, ...], *, in_run: bool = False) -> Iterator[Token]:
    for child, before in _joined(elements):
        name = _name(child)
        if name in _GONE or (name == "rPr" and in_run):
            continue
        if name in _AROUND:
            yield from _inside(child, look)
        elif name == "r":
            yield from _inside(child, _look(child), in_run=True)
        elif name == "t":
            yield from (((" " if letter.isspace() else letter), look) for letter in normalize("NFC", child.text or ""))
        else:
            said = {key: value for key, value in child.attrib.items() if "rsid" not in key}
            yield from ((" " if letter.isspace() else letter, "descr") for letter in said.pop("descr", ""))
            yield f"<{name}", (look, tuple(sorted(said.items())), (child.text or "").strip())
            own = [each for each in child if before and _name(each) == "pPr"]
            rest = [each for paragraph in before for each in paragraph if _name(each) != "pPr"]
            yield from _inside([*own, *rest, *(each for each in child if each not in own)], look)
            yield f"/{name}", ()

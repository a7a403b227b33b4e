"""PDF files written by hand, to show what typesetting programs seldom do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


def written(*pages: str, height: float = 800) -> bytes:
    """A file with pages of these contents, 600 points wide, with Helvetica as "F" and its bold letters as "B"."""
    count = len(pages)
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{' '.join(f'{5 + 2 * n} 0 R' for n in range(count))}]/Count {count}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>",
    ]
    for number, content in enumerate(pages):
        resources = "/Resources<</Font<</F 3 0 R/B 4 0 R>>>>"
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 {height}]{resources}/Contents {6 + 2 * number} 0 R>>",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
        ]
    return file_of(objects)


@dataclass(frozen=True)
class Branch:
    """An element of a structure tree: its role, and parts: others, and pages with numbers of their marked content."""

    role: str
    parts: Sequence["Branch | tuple[int, int]"]
    attributes: str = ""


def branch(role: str, *parts: Branch | tuple[int, int], attributes: str = "") -> Branch:
    """An element."""
    return Branch(role, parts, attributes)


def tagged(tree: Branch, *pages: str) -> bytes:
    """A file as `written` makes it, with a structure tree; the numbers of parts of the pages begin at 0 in each."""
    count = len(pages)
    first = 4 + 2 * count
    objects = ["<</Type/Catalog/Pages 2 0 R/StructTreeRoot " + f"{first + 1} 0 R/MarkInfo<</Marked true>>>>"]
    objects += [f"<</Type/Pages/Kids[{' '.join(f'{4 + 2 * n} 0 R' for n in range(count))}]/Count {count}>>"]
    objects += ["<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    for number, content in enumerate(pages):
        page = f"/Resources<</Font<</F 3 0 R>>>>/Contents {5 + 2 * number} 0 R/StructParents {number}"
        objects += [f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]{page}>>"]
        objects += [f"<</Length {len(content)}>>stream\n{content}\nendstream"]
    parents: dict[tuple[int, int], int] = {}
    elements: list[str] = []
    root = _element(tree, first + 1, first + 2, elements, parents)
    numbers = " ".join(f"{page} [{_parents(parents, page)}]" for page in range(count))
    objects += [f"<</Nums[{numbers}]>>", f"<</Type/StructTreeRoot/K {root} 0 R/ParentTree {first} 0 R>>", *elements]
    return file_of(objects)


def _element(tree: Branch, parent: int, first: int, elements: list[str], parents: dict[tuple[int, int], int]) -> int:
    """Add an element and those in it; its number. `first` is that of the first of all."""
    own = first + len(elements)
    elements.append("")
    parts = []
    for part in tree.parts:
        if isinstance(part, Branch):
            parts.append(f"{_element(part, own, first, elements, parents)} 0 R")
        else:
            page, content = part
            parents[page, content] = own
            parts.append(f"<</Type/MCR/Pg {4 + 2 * page} 0 R/MCID {content}>>")
    elements[own - first] = f"<</Type/StructElem/S/{tree.role}/P {parent} 0 R/K[{' '.join(parts)}]{tree.attributes}>>"
    return own


def _parents(parents: Mapping[tuple[int, int], int], page: int) -> str:
    last = max((content for at, content in parents if at == page), default=-1)
    return " ".join(f"{parents[page, n]} 0 R" if (page, n) in parents else "null" for n in range(last + 1))


def marked(*texts: tuple[int, int, str], size: int = 10, first: int = 0) -> str:
    """The content of a page that shows texts, each at a point, and in marked content with a number of its own."""
    return " ".join(
        f"/P <</MCID {number}>> BDC BT /F {size} Tf {x} {y} Td ({text}) Tj ET EMC"
        for number, (x, y, text) in enumerate(texts, first)
    )


def file_of(objects: Sequence[str]) -> bytes:
    """A file of these objects, numbered from 1 on; the first is its root."""
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return f"{out}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def lines(texts: Sequence[str], matrix: str = "1 0 0 1", size: int = 10) -> str:
    """The content of a page that shows lines, 12 points apart, from the point (60, 700) on, turned by a matrix."""
    shown = " T* ".join(f"({text}) Tj" for text in texts)
    return f"BT /F {size} Tf 12 TL {matrix} 60 700 Tm {shown} ET "


IMAGE = "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q "

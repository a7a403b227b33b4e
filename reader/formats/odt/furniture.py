"""The headers and footers of the pages that a document has."""

from collections.abc import Callable, Iterator

from reader.formats.odt.names import name_of, tag, value
from reader.formats.odt.reading import Reading
from reader.formats.odt.styles import Styles
from reader.formats.xml_origins import Twin
from reader.formats.xml_parts import Element

_FIRST = "Standard"


def read_furniture(reading: Reading, blocks: Callable[[Element], None]) -> None:
    """Read the headers and footers, each once; `blocks` reads the blocks in an element."""
    package, builder = reading.package, reading.builder
    root = next((root for root in package.roots if root.find(tag("office:master-styles")) is not None), None)
    if root is None:
        return
    used = list(_used(root.find(tag("office:master-styles")), reading.masters))
    reading.styles = Styles(package.parts("office:styles"), root.find(tag("office:automatic-styles")))
    seen = dict[tuple[str, str], tuple[int, int]]()
    for part in (part for page in used for part in page):
        label = _label(part)
        content = label, _content(part)
        if not label or value(part, "style:display") == "false":
            continue
        if content in seen:
            if reading.origins is not None:
                reading.origins.twins.append(Twin(part, *seen[content]))
            continue
        first = len(builder.paragraphs)
        depth = builder.enter_furniture(label)
        blocks(part)
        builder.unwind(depth)
        seen[content] = first, len(builder.paragraphs)


def _label(part: Element) -> str:
    """What a part of a page style is: "header", "footer" or ""."""
    local = name_of(part).partition(":")[2]
    return next((label for label in ("header", "footer") if local.split("-")[0] == label), "")


def _content(part: Element) -> str:
    """What a part shows, to know it again."""
    images = (value(image, "xlink:href") for image in part.iter(tag("draw:image")))
    return "\n".join(["".join(part.itertext()), *images])


def _used(masters: Element, begun: dict[str, None]) -> Iterator[Element]:
    """The page styles that pages have: those that paragraphs begin, and those that follow them."""
    pages = {value(page, "style:name"): page for page in masters.iterchildren(tag("style:master-page"))}
    usual = _FIRST if _FIRST in pages else next(iter(pages), "")
    first = next(iter(begun), "") or usual
    used = dict[str, None]()
    for name in (first, *begun):
        while name in pages and name not in used:
            used[name] = None
            yield pages[name]
            name = value(pages[name], "style:next-style-name")

"""PDF files set by Typst from blocks of text, in many layouts, to see what is read of them."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from functools import cache

import typst

from reader.paths import FONTS

_TEMPLATE = """
#let data = json(bytes(sys.inputs.data))
#let layout = data.layout
#set document(title: layout.title)
#set page(
  width: layout.width * 1pt, height: layout.height * 1pt, margin: layout.margin * 1pt, columns: layout.columns,
  numbering: if layout.numbered { "1" } else { none },
  header: if layout.head != "" { text(size: 0.8em, layout.head) } else { none },
)
#set columns(gutter: layout.gutter * 1pt)
#set text(
  font: "Source Serif 4", size: layout.size * 1pt, lang: layout.lang, region: none, hyphenate: layout.hyphenate,
)
#set par(
  justify: layout.justify, leading: layout.leading * 1em, spacing: layout.spacing * 1em,
  first-line-indent: layout.indent * 1em,
)
#set heading(outlined: true, bookmarked: layout.outline)
#set par.line(numbering: if layout.line_numbers { "1" } else { none })
#for block in data.blocks {
  if block.kind == "heading" { heading(level: block.level, block.text) }
  else if block.kind == "item" { list.item(block.text) }
  else if block.kind == "number" { enum.item(block.text) }
  else if block.kind == "note" { [#block.text#footnote(block.more.at(0)) #block.more.at(1)]; parbreak() }
  else if block.kind == "table" {
    table(columns: layout.cells, stroke: if layout.ruled { 0.5pt } else { none }, ..block.more)
  }
  else { text(block.text); parbreak() }
}
"""


@dataclass(frozen=True)
class Layout:
    """How the blocks are set; lengths in points, or in sizes of letters."""

    width: float = 420
    height: float = 595
    margin: float = 50
    columns: int = 1
    gutter: float = 16
    size: float = 10
    lang: str = "nb"
    hyphenate: bool = True
    justify: bool = True
    leading: float = 0.65
    spacing: float = 1.2
    indent: float = 0
    numbered: bool = True
    head: str = ""
    title: str = ""
    outline: bool = True
    line_numbers: bool = False
    cells: int = 3
    ruled: bool = True


@dataclass(frozen=True)
class Set:
    """A block: a "paragraph", "heading", "item", "number"; a "note" has more: the note and what follows it; a "table"
    has its cells there.
    """

    kind: str
    text: str = ""
    level: int = 1
    more: Sequence[str] = field(default_factory=tuple)


def typeset(blocks: Sequence[Set], layout: Layout, *, tagged: bool = False) -> bytes:
    """The file."""
    data = {"blocks": [asdict(block) for block in blocks], "layout": asdict(layout)}
    return typst.compile(
        _TEMPLATE.encode(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data)},
        format="pdf",
        pdf_tags=tagged,
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])

"""A file of rich text as a document: its body, its notes, then the headers and footers of its pages."""

from collections import Counter

from reader.formats.building import Builder
from reader.formats.docx.document import find_title
from reader.formats.left_out import left_out_sentences
from reader.formats.parsed import Began, Parsed
from reader.formats.rtf.destinations import content_of
from reader.formats.rtf.laying import Laying


def parse_rtf(data: bytes, name: str, began: Began | None = None) -> Parsed:
    """Read a file of rich text; `name` is for messages. `began` is told of the beginning before the rest is read."""
    del name  # whatever is in it can be read
    content = content_of(data)
    builder = Builder(began=began)
    Laying(content, builder).lay()
    find_title(builder)
    more = {"tables": builder.layout.wide, "comments": content.comments, "objects": content.objects}
    return Parsed(
        builder.paragraphs,
        tuple(builder.figures),
        builder.targets(),
        {name: said for name, said in content.info.items() if said},
        left_out_sentences(builder.left_out + Counter(more)),
        languages=True,
        doubtful=True,  # a word processor also writes what it was only set to
    )

"""HTML as programs copy it: what they mean by it that its elements do not say."""

from reader import late_re as re
from reader.formats.building import Builder
from reader.formats.html import parse_html
from reader.formats.webpage import divided
from reader.formats.word_html import with_items

# An empty line, in web mail the usual end of a paragraph.
_EMPTY_LINE = re.compile(r"<br(?:\s[^<>]*)?/?>(?:(?:\s|&nbsp;)*<br(?:\s[^<>]*)?/?>)+", re.IGNORECASE)


def parse_copied_html(markup: str) -> Builder:
    """Read HTML that was copied: without the title of its window, with empty lines between paragraphs, and with lists
    where word processors have paragraphs that look like items.
    """
    builder = parse_html(_EMPTY_LINE.sub("<div></div>", divided(markup)[1]), placeholders=False)
    builder.paragraphs[:] = with_items(builder.paragraphs, markup)
    return builder

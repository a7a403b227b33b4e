"""Entries of lists of contents and indexes: the numbers of pages at their ends are no text."""

from reader import late_re as re
from reader.formats.inline import Inline

# Behind a tab or, in an index of words, a comma.
_PAGES = re.compile(r"(?:\t|,[  ])[\t .…]*[0-9ivxlcIVXLC]{1,6}(?:[,–-][  ]?[0-9ivxlcIVXLC]{1,6})*\s*\Z")
# No entry's numbers take more.
_END = 200


def drop_page_number(inline: Inline) -> None:
    """Take the page numbers from the end of an entry that has been read."""
    text = "".join(inline.parts)
    place = max(len(text) - _END, 0)
    if found := _PAGES.search(text, place):
        inline.parts[:] = [text[: found.start()]] if found.start() else []
        inline.length = found.start()

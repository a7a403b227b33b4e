"""The title that a file states beside its text, as in the head of a web page: whether the text has it, too."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reader import late_re as re
from reader.text import Kind, Mark, Paragraph, Span

# What stands between the title of a page and the name of the site.
_BETWEEN = re.compile(r"\s+[-–—|•·:/»«]+\s+|:\s+")
_MOST_PARTS = 8


def parts_of_title(title: str) -> Iterator[Span]:
    """What of a title may be a heading, the longest first: all of it, or all but what is before or behind a sign."""
    found = {(0, len(title))}
    for between in list(_BETWEEN.finditer(title))[:_MOST_PARTS]:
        found.add((0, between.start()))
        if len(title) - between.end() > between.start():  # what is behind is seldom more than the name of the site
            found.add((between.end(), len(title)))
    yield from sorted(found, key=lambda span: (span[0] - span[1], span))


def folded(text: str) -> str:
    """A title as it is compared with others."""
    return " ".join(text.casefold().split())


def with_title(
    paragraphs: Sequence[Paragraph], targets: Mapping[str, int], title: str, marks: Sequence[Mark] = ()
) -> tuple[Sequence[Paragraph], Mapping[str, int]]:
    """The paragraphs of a text and the places in it, with a title in front that only the file states.

    Headings of the first level are no titles then.
    """
    first = Paragraph(title, Kind.TITLE, tuple(marks), level=1)
    return [first, *map(_without_title, paragraphs)], {name: place + 1 for name, place in targets.items()}


def _without_title(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, kind=Kind.HEADING) if paragraph.kind is Kind.TITLE else paragraph

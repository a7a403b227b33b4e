"""What the fields above a mail are called: "From", "Fra"."""

from collections.abc import Iterator, Sequence

from reader import late_re as re
from reader.text.document import Kind, MarkKind, Paragraph
from reader.text.spans import Span

# Each in the languages of the program, as mail programs write them.
_NAMES = (
    {"en": "From", "nb": "Fra", "nn": "Frå"},
    {"en": "To", "nb": "Til", "nn": "Til"},
    {"en": "Cc", "nb": "Kopi", "nn": "Kopi"},
    {"en": "Bcc", "nb": "Blindkopi", "nn": "Blindkopi"},
    {"en": "Date", "nb": "Dato", "nn": "Dato"},
    {"en": "Attachments", "nb": "Vedlegg", "nn": "Vedlegg"},
)
_BY_NAME = {name: names for names in _NAMES for name in names.values()}
_LINE = re.compile(r"[^\n]+")


def mail_field_name(name: str, language: str) -> str:
    """The name of a field in a language (a code): "From" is "Fra" in "nb"; an unknown one, or language, leaves it."""
    return _BY_NAME.get(name, {}).get(language, name)


def lines_above_mail(paragraph: Paragraph) -> Sequence[tuple[Span, int]]:
    """The lines of the paragraph above a mail, each with the length of the name of its field; else nothing.

    It is one if all that stands behind known names is verbatim.
    """
    if paragraph.kind is not Kind.BYLINE or not paragraph.marks:
        return ()
    kept = {(mark.start, mark.end) for mark in paragraph.marks if mark.kind is MarkKind.VERBATIM}
    lines = list(_lines(paragraph.text))
    known = all((start + length + 2, end) in kept for (start, end), length in lines)
    return lines if known else ()


def _lines(text: str) -> Iterator[tuple[Span, int]]:
    """Each line, with the length of the known name before its colon; -1 for none."""
    for line in _LINE.finditer(text):
        name = line[0].partition(": ")[0]
        yield line.span(), len(name) if name in _BY_NAME else -len(text)

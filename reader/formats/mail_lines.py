"""The lines above a mail, in a stored one or a copied one: "From: …", "Til: …". Names and addresses in them stay."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from reader import late_re as re
from reader.text import INLINE_KINDS, Kind, Mark, MarkKind, Paragraph, lines_above_mail, mail_field_name

# Names of fields, in English, Bokmål and Nynorsk: those whose values are names, addresses and files, and others.
_SENDERS = frozenset({"From", "Fra", "Frå"})
_KEPT = _SENDERS | {"To", "Til", "Cc", "CC", "Kopi", "Kopi til", "Bcc", "BCC", "Blindkopi", "Reply-To", "Svar til"}
_KEPT |= {"Attachments", "Attachment", "Vedlegg"}
# What no memorandum says.
_SENT = frozenset({"Sent", "Sendt"})
_LABELS = _KEPT | _SENT | {"Date", "Dato", "Subject", "Emne", "Importance", "Priority", "Viktighet", "Prioritet"}
# Of all these, the English: mail programs write some of them in Norwegian mail.
_ENGLISH = frozenset({"From", "To", "Cc", "CC", "Bcc", "BCC", "Reply-To", "Attachments", "Attachment"})
_ENGLISH |= {"Sent", "Date", "Subject", "Importance", "Priority"}
_LINE = re.compile(r"([A-ZÅ][\wå]*(?:[ -][A-Za-z]+)?)(:[ \t\xa0]*)(?=(.*))")
# Names of fields that there are at least, and one more where text follows right below.
_FEWEST = 2
_LONGEST_LINE = 500
# What stands behind a name: "Kari Nordmann <kari@example.com>".
_ADDRESS = re.compile(r"<[^<>\s@]{1,80}@[^<>\s@]{1,80}>")
_PARTICLES = frozenset(["av", "da", "de", "del", "den", "der", "di", "du", "la", "le", "ten", "ter", "van", "von"])
_NOON = frozenset({"AM", "PM"})
_LONGEST_NAME = 6


def label_of(line: str) -> str:
    """The name of the field that a line above a mail has, "From"; "" if it is no such line."""
    found = _LINE.match(line)
    return found[1] if found and found[1] in _LABELS else ""


def header_lines(values: Sequence[tuple[str, str]]) -> Paragraph:
    """The lines above a mail, of the English names of its fields and what these say, of which all stays."""
    paragraph = Paragraph("\n".join(f"{name}: {value}" for name, value in values), Kind.BYLINE)
    return replace(paragraph, marks=tuple(_values(paragraph.text, frozenset(name for name, _ in values))))


def in_language(paragraph: Paragraph, language: str) -> Paragraph:
    """Such lines with the names of the fields in this language, if these are known in it."""
    text, lines = paragraph.text, lines_above_mail(paragraph)
    values = [
        (mail_field_name(text[start : start + length], language), text[start + length + 2 : end])
        for (start, end), length in lines
    ]
    return header_lines(values) if values else paragraph


def with_names_kept(paragraph: Paragraph) -> Paragraph:
    """A paragraph with marks on the names and addresses that stay, if it is the lines above a mail."""
    text = paragraph.text
    if ":" not in text or paragraph.kind in (Kind.CODE, Kind.CUE):
        return paragraph
    if "\n" not in text:
        return _with(paragraph, _introducing(text)) if text.endswith(":") and "@" in text else paragraph
    head = _head(text)
    return _with(paragraph, [*_other_names(head), *_values(head, _KEPT)]) if head else paragraph


def _head(text: str) -> str:
    """The lines above a mail that a paragraph begins with; "" if it does not. A memorandum has such lines, too."""
    lines = text.split("\n")
    head = list(takewhile(label_of, lines))
    labels = {label_of(line) for line in head}
    is_mail = "@" in "".join(head) or _SENT & labels
    enough = len(labels) >= _FEWEST + (len(head) < len(lines))
    return "\n".join(head) if enough and is_mail and _SENDERS & labels else ""


def _introducing(text: str) -> list[Mark]:
    """Who wrote what is quoted below: "On Tuesday, Kari Nordmann <kari@example.com> wrote:"."""
    found = (_ADDRESS.search(text[:_LONGEST_LINE]),)
    return [Mark(_start_of_name(text, m.start()), m.end(), MarkKind.VERBATIM) for m in found if m is not None]


def _start_of_name(text: str, end: int) -> int:
    """Where the name begins that ends here, before a space."""
    start = end
    for word in reversed(text[:end].split()[-_LONGEST_NAME:]):
        if not (word[0].isupper() or word in _PARTICLES) or word[-1] in ",:;" or word in _NOON:
            break
        start = text.rindex(word, 0, start)
    return start


def _values(text: str, kept: frozenset[str]) -> Iterator[Mark]:
    """Marks on what stands behind these names of fields."""
    place = 0
    for line in text.split("\n"):
        found = _LINE.match(line)
        if found is not None and found[1] in kept and found[3].strip():
            yield Mark(place + found.end(), place + len(line), MarkKind.VERBATIM)
        place += len(line) + 1


def _other_names(head: str) -> Iterator[Mark]:
    """Marks on the names of fields that are not in the language of the sender's: "To" below "Fra"."""
    english = any(label_of(line) == "From" for line in head.split("\n"))
    place = 0
    for line in head.split("\n"):
        if ((name := label_of(line)) in _ENGLISH) is not english:
            yield Mark(place, place + len(name), MarkKind.VERBATIM)
        place += len(line) + 1


def _with(paragraph: Paragraph, marks: Sequence[Mark]) -> Paragraph:
    """A paragraph with more marks, but where it has such."""
    there = [mark for mark in paragraph.marks if mark.kind in INLINE_KINDS]
    new = [m for m in marks if not any(m.start < other.end and other.start < m.end for other in there)]
    if not new:
        return paragraph
    return replace(paragraph, marks=tuple(sorted((*paragraph.marks, *new), key=lambda m: (m.start, -m.end))))

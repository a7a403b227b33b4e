"""What proves that a format is written back as it was read, whatever the format."""

from collections.abc import Callable, Container, Sequence
from dataclasses import replace

from reader.formats.rewriting.changes import Change, Rewriting, Rewritten, SentenceChange
from reader.text import Document, Link, Mark, MarkKind, Paragraph, word_spans

Rewrite = Callable[[Rewriting], Rewritten]


def texts_of(document: Document) -> list[str]:
    """The texts of all paragraphs."""
    return [paragraph.text for paragraph in document.paragraphs]


def rewriting_of(
    document: Document, changes: Sequence[Change], *, both: bool = False, language: str = "en"
) -> Rewriting:
    """What writes these changes into the file of a document."""
    source = document.source
    lines, encoding = (source.lines, source.encoding * source.chosen) if source is not None else ("", "")
    return Rewriting(texts_of(document), changes, both, language, encoding, lines)


def itself(row: int, paragraph: Paragraph) -> Change:
    """The change of a paragraph into itself, with all its words linked."""
    text = paragraph.text
    links = tuple((a, b, a, b, 1.0) for a, b in word_spans(text))
    return Change(row, text, (SentenceChange((0, len(text)), (0, len(text)), links),), paragraph.marks)


def with_other_word(row: int, paragraph: Paragraph, word: str = "", rather: Container[str] = ()) -> Change | None:
    """The change of one word of a paragraph, the middle one of those without marks that tell; None if there is none.

    `word` is the new one; "" for one of the same length. If any of the words is among `rather`, one of these changes.
    """
    text = paragraph.text
    fixed = [mark for mark in paragraph.marks if mark.kind not in (MarkKind.STRONG, MarkKind.EMPHASIS)]
    words = [
        (a, b)
        for a, b in word_spans(text)
        if text[a:b].isalpha() and not any(mark.start < b and a < mark.end for mark in fixed)
    ]
    words = [(a, b) for a, b in words if text[a:b] in rather] or words
    if not words:
        return None
    start, end = words[len(words) // 2]
    other = "Q" + "x" * (end - start - 1) if text[start].isupper() else "x" * (end - start)
    return replaced(row, paragraph, start, end, word or other)


def replaced(row: int, paragraph: Paragraph, start: int, end: int, word: str) -> Change:
    """The change of the span of one word into another."""
    text, more = paragraph.text, len(word) - (end - start)

    def moved(place: int) -> int:
        return place if place <= start else place + more

    new = text[:start] + word + text[end:]
    links: list[Link] = [(a, b, moved(a), moved(b), 1.0) for a, b in word_spans(text)]
    marks = tuple(Mark(moved(m.start), moved(m.end), m.kind, m.href) for m in paragraph.marks)
    return Change(row, new, (SentenceChange((0, len(text)), (0, len(new)), tuple(links)),), marks)


def without_origins(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Paragraphs as they are read when they are not to be written back."""
    kept = ((each, tuple(m for m in each.marks if m.kind is not MarkKind.ORIGIN)) for each in paragraphs)
    return [replace(each, marks=marks) for each, marks in kept]

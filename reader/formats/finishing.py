"""From what a format gives to a document: kinds that form tells, language, title."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reader.errors import NoTextError
from reader.formats.declared_languages import with_believed_languages
from reader.formats.kinds import recognise_kinds
from reader.formats.languages import document_language
from reader.formats.mail_lines import in_language, with_names_kept
from reader.formats.parsed import Parsed
from reader.formats.suffixes import PACKED_FORMATS
from reader.gc_pause import gc_paused
from reader.text import (
    Document,
    Figure,
    Kind,
    Mark,
    MarkKind,
    Paragraph,
    Source,
    composed,
    heading_names,
    plain_title,
    shown,
)

_TITLE_LENGTH = 70


def finished(parsed: Parsed, path: Path | None, source: Source) -> Document:
    """The document with this content; `path` is its file, if any.

    Headings are told by their form where the format, that of `source`, has no mark-up.

    Raises:
        NoTextError: there is no text in it.
    """
    source = replace(
        source,
        format=parsed.family or source.format,
        left_out=parsed.left_out,
        protected=parsed.protected,
        recognition=parsed.recognition,
    )
    infer = source.format in ("text", "srt", "vtt")
    with gc_paused():
        paragraphs = tuple(map(with_names_kept, recognise_kinds(parsed.paragraphs, infer_headings=infer)))
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        raise _empty(path)
    language, certain = document_language(paragraphs, parsed.metadata.get("language", ""))
    if source.format == "mail":
        paragraphs = tuple(in_language(paragraph, language) for paragraph in paragraphs)
    if parsed.doubtful:
        paragraphs = with_believed_languages(paragraphs)
    if parsed.languages:
        paragraphs = tuple(_without_own_language(paragraph, language) for paragraph in paragraphs)
    return Document(
        _title(paragraphs, parsed.title),
        paragraphs,
        path,
        language,
        certain,
        tuple(map(_inside, parsed.figures)) if source.format in PACKED_FORMATS else parsed.figures,
        parsed.targets or (heading_names(paragraphs) if _has_jumps(paragraphs) else {}),
        parsed.metadata,
        source,
    )


def clean(paragraph: Paragraph) -> Paragraph:
    """A paragraph with its text in NFC and without noncharacters, as all texts are; its marks stay at their words."""
    text = paragraph.text
    if is_clean(text):
        return paragraph
    new, moved = cleaned(text, (place for mark in paragraph.marks for place in (mark.start, mark.end)))
    marks = (Mark(moved[mark.start], moved[mark.end], mark.kind, mark.href) for mark in paragraph.marks)
    return replace(paragraph, text=new, marks=tuple(mark for mark in marks if mark.start < mark.end))


def is_clean(text: str) -> bool:
    """Whether a text is in NFC and without noncharacters."""
    return text.isascii() or (shown(text) == text and composed(text) == text)


def cleaned(text: str, places: Iterable[int]) -> tuple[str, Mapping[int, int]]:
    """A text in NFC and without noncharacters, and where some of its places are then: a letter is in one with what is
    written as two.
    """
    moved, pieces, length = {}, [], 0
    start = 0
    for place in sorted({0, len(text), *places}):
        end = _before_letter(text, place)
        piece = composed(shown(text[start:end])) if end > start else ""
        pieces.append(piece)
        length += len(piece)
        moved[place], start = length, max(start, end)
    return "".join(pieces), moved


def _before_letter(text: str, place: int) -> int:
    """The first place from `place` on that nothing stands behind which belongs to the letter before it."""
    while 0 < place < len(text) and _belongs(text[place - 1], text[place]):
        place += 1
    return place


def _belongs(before: str, letter: str) -> bool:
    """Whether a letter is a mark on the one before it, or one with it."""
    return bool(unicodedata.combining(letter)) or len(composed(before + letter)) < 2


def _without_own_language(paragraph: Paragraph, language: str) -> Paragraph:
    """A paragraph without marks that only say that its language is that of the document."""
    marks = tuple(m for m in paragraph.marks if m.kind is not MarkKind.LANGUAGE or m.href != language)
    return paragraph if len(marks) == len(paragraph.marks) else replace(paragraph, marks=marks)


def _inside(figure: Figure) -> Figure:
    return figure if "://" in figure.name else replace(figure, inside=True)


def _empty(path: Path | None) -> NoTextError:
    if path is None:
        return NoTextError("There is no text to read.")
    return NoTextError("“{path}” is empty.", path=path)


def _has_jumps(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether any link leads to a place in the document."""
    return any(mark.href.startswith("#") for paragraph in paragraphs for mark in paragraph.marks)


def _title(paragraphs: tuple[Paragraph, ...], named: str) -> str:
    """The title in the text; else what the file is `named`, or its first words."""
    for paragraph in paragraphs:
        if paragraph.kind is Kind.TITLE and (words := plain_title(paragraph.text, paragraph.marks)):
            return words
    if named:
        return _shorten(named)
    words = next(filter(None, (plain_title(p.text, p.marks) for p in paragraphs)), "…")  # perhaps there are only images
    # Without a speech dash; quotation marks stay, or the closing one would be left alone.
    return _shorten(words.lstrip("–—-*• ") or words)


def _shorten(text: str) -> str:
    if len(text) <= _TITLE_LENGTH:
        return text
    return text[:_TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + "…"

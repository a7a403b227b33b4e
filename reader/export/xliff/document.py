"""Both texts as an XLIFF file (https://docs.oasis-open.org/xliff/xliff-core/v2.1/), which translation programs read.

It has all that is known of a document and of its translation, so that reading it gives the same document again.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import pairwise
from typing import NamedTuple

from reader.annotations import BOOKMARK, Placed
from reader.errors import CancelledError
from reader.export.markup import Markup, element, one_line
from reader.export.notes_at_end import notes_by_row
from reader.export.options import ExportOptions
from reader.export.xliff.codes import Code, Codes, content
from reader.parallel import ParallelText, Row, SentencePair, State
from reader.text import Box, Inline, Paragraph, Span, language_tag, split_sentences
from reader.version import __version__
from reader.xliff_words import (
    ACCEPTED,
    BOOKMARK as BOOKMARK_CATEGORY,
    BOTH,
    CORE,
    EDITED,
    MACHINE,
    METADATA,
    NOTE as NOTE_CATEGORY,
    OWN,
    OWN_SPACE,
)

# In ASCII, since XML cannot have every character.
_encode = json.JSONEncoder(separators=(",", ":")).encode


class _Piece(NamedTuple):
    """A piece of a paragraph: a sentence, or what is between two.

    Attributes:
        source, target: spans in code points; None for no translation.
        pair: the sentence; None between two, and of a sentence that is not translated.
        is_sentence: whether it is one.
    """

    source: Span
    target: Span | None
    pair: SentencePair | None = None
    is_sentence: bool = True


def xliff_bytes(
    text: ParallelText, options: ExportOptions | None = None, *, cancelled: Callable[[], bool] = lambda: False
) -> bytes:
    """An XLIFF 2.1 file with a unit for each paragraph, a segment for each sentence, and the notes in the options.

    Raises:
        CancelledError: `cancelled`, called before each row, returned True.
    """
    notes = notes_by_row((options or ExportOptions()).notes)
    parts = [_beginning(text)]
    for number, row in enumerate(text.rows):
        if cancelled():
            raise CancelledError
        parts.append(_unit(number, row, text.source_language, notes.get(number, ())))
    return "".join([*parts, "</file>\n</xliff>\n"]).encode()


def _beginning(text: ParallelText) -> str:
    root = {
        "xmlns": CORE,
        "xmlns:mda": METADATA,
        "xmlns:tospalt": OWN_SPACE,
        "version": "2.1",
        "srcLang": language_tag(text.source_language),
        "trgLang": language_tag(text.target_language),
        "xml:space": "preserve",
    }
    document = text.document
    known = {
        "program": f"Tospalt {__version__}",
        "title": document.title,
        "format": document.source.format if document.source is not None else "",
        "packages": ", ".join(f"{package.name} {package.version}" for package in text.packages),
        "metadata": _encode(dict(document.metadata)) if document.metadata else "",
        "figures": _encode([asdict(figure) for figure in document.figures]) if document.figures else "",
        "targets": _encode(dict(document.targets)) if document.targets else "",
    }
    start = element("xliff", root, "").removesuffix("</xliff>")
    file = element("file", {"id": "f1", "original": one_line(document.name)}, "").removesuffix("</file>")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{start}\n{file}\n{_metadata(known)}'


def _metadata(known: Mapping[str, str]) -> str:
    values = [element("mda:meta", {"type": name}, value) for name, value in known.items() if value]
    if not values:
        return ""
    group = element("mda:metaGroup", {"category": OWN.rstrip(":")}, *values)
    return f"{element('mda:metadata', {}, group)}\n"


def _unit(number: int, row: Row, language: str, notes: Sequence[Placed]) -> str:
    paragraph, codes = row.source, Codes()
    pieces = list(_pieces(row, language))
    ids = [f"n{place}" for place in range(1, len(notes) + 1)]
    about = [(each.spot.span, note) for each, note in zip(notes, ids, strict=True) if each.spot.span is not None]
    ours = codes.named(paragraph.marks, about)
    sources = codes.pieces(paragraph.text, ours, [piece.source for piece in pieces])
    targets = _targets(row, pieces, codes, ours)
    parts = [_metadata(_known(row))]
    if notes:
        parts.append(element("notes", {}, *(_note(each, note) for each, note in zip(notes, ids, strict=True))) + "\n")
    if codes.data:
        data = (element("data", {"id": name}, content(value)) for name, value in codes.data.items())
        parts.append(element("originalData", {}, *data) + "\n")
    for place, (piece, source, target) in enumerate(zip(pieces, sources, targets, strict=True), 1):
        parts.append(_segment(place, piece, source, target, row.state) + "\n")
    attributes = {
        "id": f"p{number + 1}",
        "type": f"{OWN}{paragraph.kind}",
        "translate": "no" if row.state is State.SAME else None,
    }
    start = element("unit", attributes, "").removesuffix("</unit>")
    return f"{start}\n{''.join(parts)}</unit>\n"


def _known(row: Row) -> Mapping[str, str]:
    """What the standard has no words for."""
    paragraph = row.source
    return {
        "level": str(paragraph.level) if paragraph.level else "",
        "marker": paragraph.marker,
        "within": _encode([_box(box) for box in paragraph.within]) if paragraph.within else "",
        "language": row.language,
        "reason": row.reason,
    }


def _box(box: Box) -> Mapping[str, object]:
    """The values of a box that are not the usual ones."""
    values = asdict(box)
    return {name: value for name, value in values.items() if value not in ("", None)}


def _pieces(row: Row, language: str) -> Iterator[_Piece]:
    """The sentences of a row and what is between them; one at least."""
    pairs, length = row.sentences, len(row.source.text)
    if row.state is not State.DONE or not pairs:
        whole = row.state is State.DONE
        yield from _untranslated(row.source, language, (0, len(row.target)) if whole else None)
        return
    if pairs[0].source[0] or pairs[0].target[0]:
        yield _Piece((0, pairs[0].source[0]), (0, pairs[0].target[0]), is_sentence=False)
    for before, after in pairwise((*pairs, None)):
        assert before is not None
        yield _Piece(before.source, before.target, before)
        ends = after.source[0] if after else length, after.target[0] if after else len(row.target)
        gap = (before.source[1], ends[0]), (before.target[1], ends[1])
        if any(a < b for a, b in gap):
            yield _Piece(*gap, is_sentence=False)


def _untranslated(paragraph: Paragraph, language: str, target: Span | None) -> Iterator[_Piece]:
    text, inline = paragraph.text, Inline.of(paragraph.text, paragraph.marks)
    if target is not None or not paragraph.translatable:
        yield _Piece((0, len(text)), target)
        return
    done = 0
    for start, end in split_sentences(inline.for_splitting() if inline is not None else text, language):
        if done < start:
            yield _Piece((done, start), None, is_sentence=False)
        yield _Piece((start, end), None)
        done = end
    if done < len(text) or not done:
        yield _Piece((done, len(text)), None, is_sentence=not done)


def _targets(row: Row, pieces: Sequence[_Piece], codes: Codes, ours: Sequence[Code]) -> Sequence[Markup | None]:
    spans = [piece.target for piece in pieces if piece.target is not None]
    if len(spans) < len(pieces):
        return [None] * len(pieces)
    return codes.pieces(row.target, codes.named(row.marks, like=ours), spans)


def _segment(place: int, piece: _Piece, source: Markup, target: Markup | None, state: State) -> Markup:
    texts = [element("source", {}, source), *([] if target is None else [element("target", {}, target)])]
    if not piece.is_sentence:
        return element("ignorable", {"id": f"s{place}"}, *texts)
    said, more = _state(piece.pair, state if target is not None else State.PENDING)
    return element("segment", {"id": f"s{place}", "state": said, "subState": f"{OWN}{more}" if more else None}, *texts)


def _state(pair: SentencePair | None, state: State) -> tuple[str, str]:
    """What is said of a sentence, in the standard's words and in ours."""
    if state is not State.DONE:
        return "initial", ""
    if pair is None or not (pair.edited or pair.accepted):
        return "translated", MACHINE
    if pair.edited:
        return "reviewed", BOTH if pair.accepted else EDITED
    return "reviewed", ACCEPTED


def _note(each: Placed, name: str) -> Markup:
    annotation = each.annotation
    category = BOOKMARK_CATEGORY if each.kind == BOOKMARK else NOTE_CATEGORY
    attributes = {
        "id": name,
        "appliesTo": "source",
        "category": f"{OWN}{category}",
        "tospalt:made": _moment(annotation.made),
        "tospalt:changed": _moment(annotation.changed) if annotation.changed != annotation.made else None,
    }
    return element("note", attributes, annotation.text)


def _moment(seconds: int) -> str | None:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if seconds else None

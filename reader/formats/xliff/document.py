"""An XLIFF file as a document that brings its translation: its units are the paragraphs."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import Any

from reader import late_re as re
from reader.errors import NoTextError
from reader.formats.decoding import Decoded
from reader.formats.encoding_names import known_encoding
from reader.formats.languages import document_language
from reader.formats.xliff.parsing import parse_xliff
from reader.formats.xliff.units import File, NoteOf, Piece, Unit
from reader.text import (
    Box,
    BoxKind,
    Cell,
    Document,
    Figure,
    Given,
    GivenNote,
    GivenSegment,
    GivenState,
    Inline,
    Kind,
    Paragraph,
    Source,
    language_code,
    plain_title,
)
from reader.xliff_words import ACCEPTED, BOOKMARK, BOTH, EDITED, MACHINE, OWN, OWN_SPACE

_ROOT = re.compile(
    r"[\s\ufeff]*+(?>(?:<(?:\?(?>(?:(?!\?>)[\s\S]){0,1000})\?|!--(?>(?:(?!-->)[\s\S]){0,4000})--)>\s*+)*)"
    r"(?:<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\]\s*)?>\s*)?<(?:\w+:)?xliff[\s>]"
)
_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
_KINDS = {kind.value: kind for kind in Kind}
# What translation programs call a translation that is none, or none yet.
_UNFINISHED = frozenset({"initial", "new", "needs-translation", "needs-adaptation", "needs-l10n"})
_REVIEWED = frozenset({"reviewed", "final", "signed-off"})
_MOMENT = "%Y-%m-%dT%H:%M:%S%z"
_LONGEST_TITLE = 200


def is_xliff(text: str) -> bool:
    """Whether a decoded file is XLIFF, by its root."""
    return _ROOT.match(text[:65536]) is not None


def as_declared(data: bytes, found: Decoded) -> Decoded:
    """The text of the bytes of a file in the encoding that its first line names; as `found` if it is not that."""
    said = _ENCODING.match(data)
    try:
        encoding = known_encoding(said[1].decode("ascii")) if said else ""
        return Decoded(data.decode(encoding), encoding) if encoding else found
    except (LookupError, UnicodeDecodeError):
        return found


def read_xliff(found: Decoded, name: str, path: Path | None = None) -> Document:
    """The document in an XLIFF file, and the translation that it brings; `name` is for messages.

    Raises:
        DocumentError: it cannot be read.
        NoTextError: there is no text in it.
    """
    file = parse_xliff(found.text.lstrip("\ufeff \t\r\n"), name)
    paragraphs = tuple(_paragraph(unit) for unit in file.units)
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        raise NoTextError("“{name}” is an XLIFF file without text.", name=name)
    named = _language(file, "srcLang", "source-language")
    language, certain = (named, True) if named else document_language(paragraphs, "")
    return Document(
        _title(file, paragraphs),
        paragraphs,
        path,
        language,
        certain,
        _figures(file.own),
        {key: index for key, index in _object(file.own, "targets").items() if _is_index(index, len(paragraphs))},
        {key: value for key, value in _object(file.own, "metadata").items() if isinstance(value, str)},
        Source("xliff", found.encoding, found.repaired),
        Given(_language(file, "trgLang", "target-language"), tuple(_segments(file.units)), tuple(_notes(file.units))),
    )


def _language(file: File, *names: str) -> str:
    """The code of a language by the first of these attributes that the file has; "" if it says none."""
    tag = next((file.attributes[name] for name in names if file.attributes.get(name)), "")
    return "" if tag.lower() in ("", "und", "x-none") else language_code(tag)


def _paragraph(unit: Unit) -> Paragraph:
    kind = _KINDS.get(unit.attributes.get("type", "").removeprefix(OWN), Kind.PARAGRAPH)
    own, level = unit.own, unit.own.get("level", "")
    within = tuple(box for each in _list(own, "within") if (box := _box(each)) is not None)
    return Paragraph(
        str(unit.source),
        kind,
        unit.source.sorted_marks(),
        int(level) if level.isdecimal() and len(level) < 4 else 0,
        own.get("marker", ""),
        within,
    )


def _box(value: Any) -> Box | None:
    """A box that was written as an object; None for what is none."""
    try:
        cell = value.get("cell")
        known = {each.name: value[each.name] for each in fields(Box) if each.name in value} | {
            "kind": BoxKind(value["kind"])
        }
        known["cell"] = None if cell is None else Cell(**cell)
        box = Box(**known)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    numbers = [box.number, box.level]
    if box.cell is not None:
        place = box.cell
        numbers += [place.row, place.column, place.rows - 1, place.columns - 1]
        if not (isinstance(place.head, bool) and isinstance(place.align, str)):
            return None
    sound = all(_is_index(number, 1_000_000) for number in numbers) and isinstance(box.label, str)
    return box if sound and (box.kind is BoxKind.CELL) == (box.cell is not None) else None


def _title(file: File, paragraphs: Sequence[Paragraph]) -> str:
    known = file.own.get("title", "") or file.attributes.get("original", "").replace("\\", "/").rpartition("/")[2]
    first = next(filter(None, (plain_title(each.text, each.marks) for each in paragraphs)), "…")
    return (known or first)[:_LONGEST_TITLE]


def _figures(own: Mapping[str, str]) -> tuple[Figure, ...]:
    found = []
    for each in _list(own, "figures"):
        with suppress(AttributeError, TypeError, KeyError):
            sizes = each.get("width", 0), each.get("height", 0)
            if isinstance(each["name"], str) and all(_is_index(size, 1_000_000) for size in sizes):
                found.append(Figure(each["name"], *sizes))
    return tuple(found)


def _segments(units: Sequence[Unit]) -> Iterator[GivenSegment]:
    for row, unit in enumerate(units):
        if unit.attributes.get("translate") == "no":
            continue
        target, inline = str(unit.target), Inline.of(str(unit.target), unit.target.sorted_marks())
        for piece in unit.pieces:
            if (found := _segment(row, piece, target, inline)) is not None:
                yield found


def _segment(row: int, piece: Piece, target: str, inline: Inline | None) -> GivenSegment | None:
    """The translation of a segment; None if there is none."""
    more = piece.more.removeprefix(OWN) if piece.more.startswith(OWN) else ""
    if not piece.is_segment or piece.target is None or piece.state in _UNFINISHED:
        return None
    text = inline.asked(piece.target).text if inline is not None else target[slice(*piece.target)]
    if not text.strip() and more not in (EDITED, BOTH):  # left out on purpose only if that is said
        return None
    state = GivenState.REVIEWED if piece.state in _REVIEWED or more == ACCEPTED else GivenState.TRANSLATED
    return GivenSegment(
        row, piece.source, text, GivenState.MACHINE if more == MACHINE else state, more in (EDITED, BOTH)
    )


def _notes(units: Sequence[Unit]) -> Iterator[GivenNote]:
    for row, unit in enumerate(units):
        for note in unit.notes:
            span = unit.source.notes.get(note.attributes.get("id", ""))
            bookmark = note.attributes.get("category") == f"{OWN}{BOOKMARK}"
            made = _moment(note, "made")
            if bookmark or note.text.strip():
                yield GivenNote(row, span, note.text, bookmark, made, _moment(note, "changed") or made)


def _moment(note: NoteOf, name: str) -> int:
    try:
        return max(int(datetime.strptime(note.attributes[f"{OWN_SPACE} {name}"], _MOMENT).timestamp()), 0)
    except (KeyError, ValueError, OverflowError):
        return 0


def _object(own: Mapping[str, str], name: str) -> dict[str, Any]:
    found = _decoded(own.get(name, ""))
    return found if isinstance(found, dict) else {}


def _list(own: Mapping[str, str], name: str) -> list[Any]:
    found = _decoded(own.get(name, ""))
    return found if isinstance(found, list) else []


def _decoded(text: str) -> Any:
    try:
        return json.loads(text) if text else None
    except (ValueError, RecursionError):
        return None


def _is_index(value: object, end: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < end

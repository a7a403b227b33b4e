"""The translation alone, as plain text, Markdown or JSON."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from reader.annotations import Placed
from reader.errors import CancelledError
from reader.export.blocks import stands_empty
from reader.export.markdown.front import titled_in_front, translated_metadata
from reader.export.markdown.paragraphs import write_markdown
from reader.export.notes_at_end import notes_by_row
from reader.export.options import ExportOptions
from reader.export.text_blocks import plain_text
from reader.parallel import Column, ParallelText, Row, SentencePair, Version, checked_in
from reader.text import Kind, Paragraph, heading_names

_VERSIONS: Mapping[int, str] = {Column.BACK: "back", Column.REFERENCE: "reference"}


def as_text(text: ParallelText) -> str:
    """The translation as plain text; failed paragraphs are left out.

    There is an empty line between paragraphs, but none between items of lists. A row of a table is a line, with tabs
    between its cells. Items of lists are indented to the text of the item around them, quotes begin with ">", and
    notes come last.
    """
    return plain_text(translation(text)) + "\n"


def as_markdown(text: ParallelText) -> str:
    """The translation as Markdown, with the kinds of the paragraphs; failed paragraphs are left out."""
    paragraphs = list(_with_names(text))
    if titled_in_front(text.document) and paragraphs and paragraphs[0].kind is Kind.TITLE:
        del paragraphs[0]
    return write_markdown(paragraphs, text.document.figures, translated_metadata(text))


def _with_names(text: ParallelText) -> Iterator[Paragraph]:
    """The paragraphs of the translation, where links to headings have the names that these have there."""
    rows = _rows(text)
    names = {index: f"#{name}" for name, index in heading_names([_target(row) for row in rows]).items()}
    named = {id(row): names[index] for index, row in enumerate(rows) if index in names}
    new = {f"#{name}": named.get(id(text.rows[index]), "") for name, index in text.document.targets.items()}
    for row in rows:
        paragraph = _target(row)
        marks = tuple(replace(mark, href=new.get(mark.href) or mark.href) for mark in paragraph.marks)
        yield replace(paragraph, marks=marks)


def translation(text: ParallelText) -> list[Paragraph]:
    """The paragraphs of the translation. One that failed is left out, or is an empty cell."""
    return [_target(row) for row in _rows(text)]


def _rows(text: ParallelText) -> list[Row]:
    return [row for row in text.rows if row.target or stands_empty(row.source)]


def _target(row: Row) -> Paragraph:
    source = row.source
    return Paragraph(row.target, source.kind, row.marks, source.level, source.marker, source.within)


def json_bytes(text: ParallelText, options: ExportOptions, *, cancelled: Callable[[], bool] = lambda: False) -> bytes:
    """The same as a file, with what the options name besides.

    Raises:
        CancelledError: `cancelled`, called before each row, returned True.
    """
    names = {**_VERSIONS, **dict(options.names)}
    versions = {column: names[column] for column in options.columns if column in names}
    return as_json(text, checked=options.checked, notes=options.notes, versions=versions, cancelled=cancelled).encode(
        "utf-8", "replace"
    )


def as_json(
    text: ParallelText,
    *,
    checked: bool = False,
    notes: Sequence[Placed] = (),
    versions: Mapping[int, str] = MappingProxyType({}),
    cancelled: Callable[[], bool] = lambda: False,
) -> str:
    """Both texts, sentence by sentence, as JSON; spans count code points in the paragraph's source and target.

    With `checked` it says how many sentences the user has checked; `notes` stand at their paragraphs, those whose
    paragraph is gone behind all paragraphs. `versions` are the further columns whose texts it has, and what they
    are called. Their sentences are likewise pairs of spans: `source` in the paragraph's source, of a back-translation
    in its target, and `target` in the version.

    Raises:
        CancelledError: `cancelled`, called before each row, returned True.
    """
    here = notes_by_row([each for each in notes if not each.spot.gone])
    data = {
        "document": {
            # A file name that is not valid UTF-8 has lone surrogates, which cannot be encoded.
            "name": text.document.name.encode("utf-8", "replace").decode(),
            "title": text.document.title,
            "source_language": text.source_language,
            "target_language": text.target_language,
        },
        "package": _package(text),
        **({"checked": checked_in(text)._asdict()} if checked else {}),
        "paragraphs": [
            {**_paragraph(row), **_versions(row, versions), **_noted(here.get(index, []))}
            for index, row in enumerate(_until(cancelled, text.rows))
        ],
        **_noted([each for each in notes if each.spot.gone]),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _until(cancelled: Callable[[], bool], rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        if cancelled():
            raise CancelledError
        yield row


def _versions(row: Row, names: Mapping[int, str]) -> dict[str, Any]:
    """What a row has in further columns, if there is anything."""
    found = {names[version.column]: _version(version) for version in row.versions if version.column in names}
    return {"versions": found} if found else {}


def _version(version: Version) -> dict[str, Any]:
    sentences = [
        {**_sentence(pair), **({"unsure": True} if number in version.unsure else {})}
        for number, pair in enumerate(version.pairs)
    ]
    told = {"text": version.text, "state": version.state.value, "sentences": sentences}
    return {**told, "reason": version.reason} if version.reason else told


def _noted(notes: Sequence[Placed]) -> dict[str, Any]:
    """Notes and bookmarks, if there are any; spans count code points of the source."""
    if not notes:
        return {}
    return {
        "notes": [
            {
                "kind": each.kind,
                "text": each.annotation.text.encode("utf-8", "replace").decode(),
                "words": each.annotation.anchor.words.encode("utf-8", "replace").decode(),
                "source": list(each.spot.span) if each.spot.span is not None else None,
                "made": each.annotation.made,
                "changed": each.annotation.changed,
            }
            for each in notes
        ]
    }


def _package(text: ParallelText) -> dict[str, str] | None:
    """Name and version, joined by plus signs if there are several packages."""
    if not text.packages:
        return None
    names, versions = zip(*((package.name, package.version) for package in text.packages), strict=True)
    return {"name": "+".join(names), "version": "+".join(versions)}


def _paragraph(row: Row) -> dict[str, Any]:
    paragraph = {
        "source": row.source.text,
        "target": row.target,
        "kind": row.source.kind.value,
        **dict(_structure(row.source)),
        "state": row.state.value,
        **({"language": row.language} if row.language else {}),
        "sentences": [_sentence(pair) for pair in row.sentences],
    }
    return {**paragraph, "reason": row.reason} if row.reason else paragraph


def _structure(paragraph: Paragraph) -> Iterator[tuple[str, Any]]:
    """What says where a paragraph stands: only what has a value."""
    if paragraph.marker:
        yield "marker", paragraph.marker
    if paragraph.level:
        yield "level", paragraph.level
    if (box := paragraph.cell) and (cell := box.cell):
        yield "table", [box.number, cell.row, cell.column, cell.rows, cell.columns]
    if (note := paragraph.note) and note.label:
        yield "note", note.label
    if paragraph.quote:
        yield "quote", paragraph.quote
    if paragraph.cue is not None:
        yield "time", [paragraph.cue.start, paragraph.cue.end]


def _sentence(pair: SentencePair) -> dict[str, Any]:
    sentence = {
        "source": list(pair.source),
        "target": list(pair.target),
        "score": None if pair.score is None else round(pair.score, 4),
        "links": [list(link) for link in pair.links],
        "warnings": list(pair.warnings),
    }
    states = {"edited": pair.edited, "accepted": pair.accepted}
    return {**sentence, **{name: True for name, so in states.items() if so}}

"""The translation in the document's own file: it looks as it did, and only its words change."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from reader.errors import CancelledError, Message, OutputError, plural, template
from reader.export.options import ExportOptions
from reader.export.result import Exported
from reader.export.writing import FORMATS
from reader.files import write_atomically
from reader.formats import (
    Change,
    Rewriting,
    Rewritten,
    SentenceChange,
    Trouble,
    original_suffixes,
    rewritten,
    usual_suffixes,
)
from reader.parallel import ParallelText, Row, State
from reader.text import Document

# So many paragraphs are named where something could not be placed.
_MOST_NAMED = 10


def write_original(
    text: ParallelText,
    path: Path,
    options: ExportOptions,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    suffix: str = "",
) -> Exported:
    """Write the document's own file with the translation to `path`; paragraphs without one stay as they are.

    With `options.both` each paragraph stays, and its translation stands behind it. `suffix` names the format if that of
    `path` does not.

    Raises:
        DocumentError: the document's file cannot be read, or has changed since it was opened.
        OutputError: its format cannot be written back, or not to a file of this name.
    """
    document = text.document
    check_original(document, path, suffix)
    assert document.path is not None
    try:
        result = rewritten(document, document.path, _rewriting(text, options), cancelled)
    except CancelledError:
        return Exported(written=False)
    if cancelled():
        return Exported(written=False)
    write_atomically(path, result.data)
    return Exported(remarks=tuple(_remarks(text, result)))


# Formats that have no other layout than the document's own, by their suffix; names are those of FORMATS.
_NAMES = {
    ".odt": "OpenDocument",
    ".fodt": "OpenDocument",
    ".txt": "TXT",
    ".srt": "SubRip",
    ".vtt": "WebVTT",
}


def own_format(document: Document) -> tuple[str, str] | None:
    """The suffix and name of the format that the document can be written back in; None if it cannot.

    The suffix is one of `FORMATS` if possible.
    """
    suffixes, known = original_suffixes(document), dict(FORMATS)
    if not suffixes:
        return None
    suffix = next((each for each in suffixes if each in known), suffixes[0])
    return suffix, known.get(suffix) or _NAMES.get(suffix, suffix[1:].upper())


def own_suffix(document: Document) -> str:
    """The suffix of a file in the document's own format and layout.

    Raises:
        OutputError: it cannot be written so.
    """
    suffix = next(iter(original_suffixes(document)), "")
    check_original(document, Path(document.name), suffix)
    return suffix


def check_original(document: Document, path: Path, suffix: str = "") -> None:
    """Make sure that the document can be written back into a file of this name, or with this suffix.

    Raises:
        OutputError: it cannot.
    """
    suffixes = original_suffixes(document)
    if not suffixes:
        raise OutputError(
            "“{name}” cannot be saved in its own layout: files ending in {suffixes} can. Choose another layout.",
            name=document.name,
            suffixes=", ".join(usual_suffixes()),
        )
    if (suffix or path.suffix).lower() not in suffixes:
        raise OutputError(
            "In the layout of “{name}”, the name “{path}” must end in one of these: {suffixes}.",
            name=document.name,
            path=path,
            suffixes=", ".join(suffixes),
        )


def _rewriting(text: ParallelText, options: ExportOptions) -> Rewriting:
    source = text.document.source
    return Rewriting(
        [paragraph.text for paragraph in text.document.paragraphs],
        [_change(index, row) for index, row in enumerate(text.rows) if _is_changed(row)],
        options.both,
        text.target_language,
        source.encoding if source is not None and source.chosen else "",
        source.lines if source is not None else "",
    )


def _is_changed(row: Row) -> bool:
    return row.state is State.DONE and row.target != row.source.text


def _change(index: int, row: Row) -> Change:
    sentences = tuple(SentenceChange(pair.source, pair.target, pair.links) for pair in row.sentences)
    return Change(index, row.target, sentences, row.marks)


def _remarks(text: ParallelText, result: Rewritten) -> Iterator[Message]:
    if left := text.counted(text.outstanding()):
        yield plural(
            left,
            "One paragraph is not translated and stays as it is.",
            "{count} paragraphs are not translated and stay as they are.",
        )
    troubles = {each: [unplaced.row for unplaced in result.unplaced if unplaced.trouble is each] for each in Trouble}
    yield from (_remark(text, trouble, list(dict.fromkeys(rows))) for trouble, rows in troubles.items() if rows)
    if result.encoding:
        yield Message("The translation has letters that the file could not have. It is saved as UTF-8.")
    if result.unsigned:
        yield Message("The signature of the document was left out: it would no longer be valid.")


_REMARKS = {
    Trouble.LOOK: (
        template("The formatting of some words has no place in the translation and is left out: paragraph {rows}."),
        template("The formatting of some words has no place in the translation and is left out: paragraphs {rows}."),
    ),
    Trouble.OBJECT: (
        template("It is not certain where a link, bookmark or image belongs in the translation: paragraph {rows}."),
        template(
            "It is not certain where some links, bookmarks or images belong in the translation: paragraphs {rows}."
        ),
    ),
    Trouble.KEPT: (
        template("A paragraph could not be written in this layout and stays as it is: {rows}."),
        template("{count} paragraphs could not be written in this layout and stay as they are: {rows}."),
    ),
}


def _remark(text: ParallelText, trouble: Trouble, rows: Sequence[int]) -> Message:
    """What to say of paragraphs with a trouble, by their numbers as the window has them, where they have one."""
    named = list(dict.fromkeys(text.label(row) or str(row + 1) for row in rows))
    words = ", ".join(islice(named, _MOST_NAMED)) + ("…" if len(named) > _MOST_NAMED else "")
    return plural(len(rows), *_REMARKS[trouble], rows=words)

"""Whether files are written back as they were: `python -m tests.benchmarks.identity FOLDER [SUFFIX ...]`.

Takes every file below the folder that can be written back in its own layout, of these suffixes if any are given, and
proves three things: without changes it has the same bytes; with what is translated written as its own words it reads
as the same document, and its parts are the same; and with one word of each paragraph replaced, one that nothing in the
file cuts if there is any, exactly these words differ in the document and in the parts. Parts of XML, HTML, RTF
and text are compared in a canonical form, of other files the texts only. Prints one line of JSON for each format: how
many files there were and how many of them were refused, how many held each proof, how many stretches of letters with
a look of their own there were in the second and how many of them were lost, and what failed.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from unittest import mock

from reader.errors import DocumentError
from reader.formats import read_document
from reader.formats.families import parse_family, rewrite_family
from reader.formats.finishing import clean
from reader.formats.parsed import Parsed
from reader.formats.reading import file_bytes, read_data
from reader.formats.rewriting.changes import Change, Rewritten, Trouble
from reader.formats.rewriting.files import WRITTEN_BACK
from reader.text import Document, MarkKind, Paragraph, word_spans
from tests.reader.formats.rewriting.canonical import REPLACED, first_difference, parts_of, tokens_of, whole_words
from tests.reader.formats.rewriting.proofs import itself, rewriting_of, texts_of, with_other_word

_ALL = sorted({suffix for suffixes in WRITTEN_BACK.values() for suffix in suffixes})


@dataclass
class _Found:
    """What came of the files of a format."""

    files: int = 0
    refused: int = 0
    held: list[int] = field(default_factory=lambda: [0, 0, 0])
    looks: int = 0
    lost: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)


class _FailedError(Exception):
    """A proof does not hold; says why."""


def main() -> None:
    """Prove, and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("suffixes", nargs="*", default=_ALL, metavar="SUFFIX")
    given = parser.parse_args()
    found: dict[str, _Found] = defaultdict(_Found)
    # In this process: it takes longer to start another than to read a small file.
    with mock.patch("reader.formats.isolated.parse_isolated", _parsed):
        for path in sorted(given.folder.rglob("*")):
            if path.suffix.lower() in given.suffixes and path.is_file():
                _try(path, str(path.relative_to(given.folder)), found)
    for format_, each in sorted(found.items()):
        print(json.dumps({"format": format_, **vars(each)}, ensure_ascii=False))


def _parsed(family: str, data: bytes, name: str, *_: object) -> Parsed:
    parsed = parse_family(family, data, name)
    return replace(parsed, paragraphs=tuple(map(clean, parsed.paragraphs)))


def _try(path: Path, name: str, all_found: dict[str, _Found]) -> None:
    try:
        document = read_document(path)
    except DocumentError:
        all_found[path.suffix.lower().lstrip(".")].refused += 1
        return
    assert document.source is not None
    found = all_found[document.source.format]
    found.files += 1
    for number, prove in enumerate((_same_bytes, _own_words, _other_words)):
        try:
            prove(path, document, found)
            found.held[number] += 1
        except _FailedError as error:
            found.failed.append((name, f"{number + 1}: {error}"))
        except Exception as error:  # noqa: BLE001, that is what is looked for
            found.failed.append((name, f"{number + 1}: {error!r}"[:300]))


def _same_bytes(path: Path, document: Document, _: _Found) -> None:
    if _written(path, document, []).data != file_bytes(path):
        raise _FailedError("the bytes are others")


def _own_words(path: Path, document: Document, found: _Found) -> None:
    rows = ((row, each) for row, each in enumerate(document.paragraphs) if each.translatable)
    written = _written(path, document, [itself(row, each) for row, each in rows])
    found.looks += written.looks
    found.lost += sum(each.trouble is Trouble.LOOK for each in written.unplaced)
    if written.unplaced:
        raise _FailedError(f"{len(written.unplaced)} unplaced, the first in row {written.unplaced[0].row}")
    again = _read(path, document, written)
    for row, (old, new) in enumerate(zip(document.paragraphs, again.paragraphs, strict=True)):
        if _compared(old) != _compared(new):
            raise _FailedError(f"row {row} is read as another")
    if (_figures(again), again.targets) != (_figures(document), document.targets):
        raise _FailedError("figures or targets are others")
    _compare(document, path, written.data, "")


def _other_words(path: Path, document: Document, _: _Found) -> None:
    changes = list(_changes(path, document))
    written = _written(path, document, changes)
    expected = {each.row: each.text for each in changes}
    texts = [expected.get(row, each.text) for row, each in enumerate(document.paragraphs)]
    again = texts_of(_read(path, document, written))
    # In plain text other words tell other paragraphs, and which words are divided; its lines are compared below.
    alike = _letters(again) == _letters(texts) if _is_plain(document) else again == texts
    if not alike:
        row = next((row for row, (a, b) in enumerate(zip(texts, again, strict=False)) if a != b), len(texts))
        raise _FailedError(f"row {row} has another text")
    _compare(document, path, written.data, REPLACED)


def _figures(document: Document) -> object:
    """The images of a document; those of RTF are named by their places in the file, which other words move."""
    named = document.source is None or document.source.format != "rtf"
    return [each if named else replace(each, name="") for each in document.figures]


def _letters(texts: Sequence[str]) -> str:
    return "".join("".join(texts).replace("-", "").split())


def _is_plain(document: Document) -> bool:
    return document.source is not None and document.source.format == "text"


def _uncut(path: Path, document: Document, *, alike: bool) -> set[str]:
    """The words of a document that nothing in its file cuts, such as a bookmark, and that look `alike` throughout."""
    assert document.source is not None
    whole, parts = Counter[str](), parts_of(file_bytes(path))
    for name in parts:
        whole.update(whole_words(tokens_of(document.source.format, name, parts[name]), alike=alike))
    words = Counter(text[start:end] for text in texts_of(document) for start, end in word_spans(text))
    return {word for word in words if whole[word] >= words[word]}


def _changes(path: Path, document: Document) -> Iterator[Change]:
    """The change of one word of each paragraph, but of those in which something cuts all words."""
    best, good = (_uncut(path, document, alike=alike) for alike in (True, False))
    for row, paragraph in enumerate(document.paragraphs):
        words = {paragraph.text[start:end] for start, end in word_spans(paragraph.text)}
        change = with_other_word(row, paragraph, rather=best) if paragraph.translatable else None
        if change is not None and not (good and words.isdisjoint(good)):
            yield change


def _written(path: Path, document: Document, changes: Sequence[Change]) -> Rewritten:
    assert document.source is not None
    rewriting = rewriting_of(document, changes, language=document.language)
    return rewrite_family(document.source.format, file_bytes(path), str(path), rewriting)


def _read(path: Path, document: Document, written: Rewritten) -> Document:
    assert document.source is not None
    return read_data(written.data, str(path), path, markdown=document.source.format == "markdown")


def _compared(paragraph: Paragraph) -> Paragraph:
    """A paragraph without languages, which are said anew; marks on the same letters have no order."""
    marks = (mark for mark in paragraph.marks if mark.kind is not MarkKind.LANGUAGE)
    return replace(paragraph, marks=tuple(sorted(marks, key=repr)))


def _compare(document: Document, path: Path, data: bytes, letters: str) -> None:
    """Make sure that the parts of a file are as they were, but for these letters."""
    assert document.source is not None
    old, new = parts_of(file_bytes(path)), parts_of(data)
    if list(old) != list(new):
        raise _FailedError("there are other parts")
    for name in (each for each in old if old[each] != new[each]):
        format_ = document.source.format
        before, after = (tokens_of(format_, name, part) for part in (old[name], new[name]))
        if difference := first_difference(before, after, letters):
            raise _FailedError(f"{name or 'file'}: {difference}")


if __name__ == "__main__":
    main()

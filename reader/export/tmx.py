"""The sentence pairs as a TMX 1.4b file, which every translation tool reads."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC
from operator import attrgetter

from reader.errors import CancelledError
from reader.export.colophon import moment_of
from reader.export.markup import Markup, clean, element, one_line
from reader.export.options import ExportOptions
from reader.parallel import ParallelText, Row, State
from reader.text import HEADINGS, OBJECT_KINDS, Mark, Paragraph, Span, language_tag
from reader.version import __version__

_START = attrgetter("start")


def tmx_bytes(
    text: ParallelText, options: ExportOptions | None = None, *, cancelled: Callable[[], bool] = lambda: False
) -> bytes:
    """A TMX file with a unit per sentence pair, in the order of the text; untranslated sentences are left out.

    It names no DTD, which some readers would fetch over the network and others would reject.

    Raises:
        CancelledError: `cancelled`, called before each row, returned True.
    """
    units = [unit for row in text.rows for unit in _units(row, text, cancelled)]
    root = element("tmx", {"version": "1.4"}, _header(text, options or ExportOptions()), element("body", {}, *units))
    # One unit per line, so that files can be compared.
    lines = root.replace("<body>", "<body>\n", 1).replace("</tu>", "</tu>\n")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{lines}\n'.encode()


def _header(text: ParallelText, options: ExportOptions) -> Markup:
    when = moment_of(options.timestamp).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    attributes = {
        "creationtool": "Tospalt",
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": "Tospalt",
        "adminlang": "en",
        "srclang": language_tag(text.source_language),
        "datatype": "plaintext",
        "creationdate": when,
    }
    packages = (f"{package.name} {package.version}" for package in text.packages)
    return element(
        "header",
        attributes,
        element("prop", {"type": "x-document"}, one_line(text.document.name)),
        *(element("prop", {"type": "x-machine-translation"}, one_line(package)) for package in packages),
    )


def _units(row: Row, text: ParallelText, cancelled: Callable[[], bool]) -> Iterator[Markup]:
    if cancelled():
        raise CancelledError
    if row.state is not State.DONE:
        return
    # A row without sentence pairs is one unit.
    whole = [((0, len(row.source.text)), (0, len(row.target)), False)]
    level, marker = _level(row.source), _marker(row.source)
    ours, theirs = _objects(row.source.marks), _objects(row.marks)
    for source, target, edited in [(p.source, p.target, p.edited) for p in row.sentences] or whole:
        sides = _words(row.source.text, ours, source), _words(row.target, theirs, target)
        if all(sides):
            told = [element("prop", {"type": "x-edited"}, "yes")] if edited else []
            codes = (text.source_language, text.target_language)
            yield element("tu", {}, *told, *marker, *level, *map(_variant, codes, sides))
            marker = []  # it stands before the first sentence


def _marker(paragraph: Paragraph) -> list[Markup]:
    marker = one_line(paragraph.marker)
    return [element("prop", {"type": "x-marker"}, marker)] if marker else []


def _level(paragraph: Paragraph) -> list[Markup]:
    """How many list items a paragraph stands in."""
    level = 0 if paragraph.kind in HEADINGS else paragraph.level
    return [element("prop", {"type": "x-level"}, str(level))] if level else []


def _objects(marks: Sequence[Mark]) -> list[Mark]:
    """The marks on what is no word of a sentence: references to notes, images."""
    return sorted((mark for mark in marks if mark.kind in OBJECT_KINDS), key=_START)


def _words(text: str, objects: Sequence[Mark], span: Span) -> str:
    """A sentence without the objects in it."""
    done, stop = span
    parts: list[str] = []
    for mark in objects[bisect_left(objects, done, key=_START) : bisect_left(objects, stop, key=_START)]:
        if done <= mark.start < mark.end <= stop:
            parts.append(text[done : mark.start])
            done = mark.end
            if parts[-1].endswith(" ") and text.startswith(" ", done):
                done += 1
    return clean("".join([*parts, text[done:stop]])).strip()


def _variant(code: str, sentence: str) -> Markup:
    return element("tuv", {"xml:lang": language_tag(code)}, element("seg", {}, sentence))

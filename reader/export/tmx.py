"""The sentence pairs as a TMX 1.4b file, which every translation tool reads."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC

from reader.errors import CancelledError
from reader.export.colophon import moment_of
from reader.export.markup import Markup, clean, element, one_line
from reader.export.options import ExportOptions
from reader.parallel import ParallelText, Row, State, sentence_texts, translation_texts
from reader.text import HEADINGS, Inline, Mark, Paragraph, language_tag, shown
from reader.version import __version__


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
    whole = [(_bare(row.source.text, row.source.marks), _bare(row.target, row.marks), False)]
    level, marker = _level(row.source), _marker(row.source)
    edited_too = (pair.edited for pair in row.sentences)
    for source, target, edited in [*zip(sentence_texts(row), translation_texts(row), edited_too, strict=True)] or whole:
        sides = clean(shown(source)).strip(), clean(shown(target)).strip()
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


def _bare(text: str, marks: Sequence[Mark]) -> str:
    inline = Inline.of(text, marks)
    return text if inline is None else inline.without_objects()


def _variant(code: str, sentence: str) -> Markup:
    return element("tuv", {"xml:lang": language_tag(code)}, element("seg", {}, sentence))

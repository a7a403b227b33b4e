"""The sentence pairs of a document as a TMX file."""

from collections.abc import Callable, Iterator, Sequence

from reader.annotations import Placed
from reader.errors import CancelledError
from reader.export.markup import Markup, element, one_line
from reader.export.notes_at_end import notes_by_row
from reader.export.options import ExportOptions
from reader.export.tmx_units import tmx_header, tmx_lines, tmx_prop, tmx_unit
from reader.parallel import (
    Column,
    ParallelText,
    Row,
    SentencePair,
    State,
    Version,
    sentence_texts,
    translation_texts,
)
from reader.text import HEADINGS, Inline, Mark, Paragraph, Span, shown


def tmx_bytes(
    text: ParallelText, options: ExportOptions | None = None, *, cancelled: Callable[[], bool] = lambda: False
) -> bytes:
    """A TMX file with a unit per sentence pair, in the order of the text; untranslated sentences are left out.

    A human translation and those by other packages are units of their own, which say what they are: of several
    translations of a sentence in one unit, most programs read one. Of several units they use the last, so a human
    translation comes behind the machine's and other packages' before it. What was translated back is left out, and so
    are sentences of which it is not sure that they belong together.

    Raises:
        CancelledError: `cancelled`, called before each row, returned True.
    """
    options = options or ExportOptions()
    notes = notes_by_row(options.notes)
    units = (
        unit
        for index, row in enumerate(text.rows)
        for unit in _all_units(row, text, options, notes.get(index, []), cancelled)
    )
    return b"".join(tmx_lines(_header(text, options), units))


def _all_units(
    row: Row, text: ParallelText, options: ExportOptions, notes: Sequence[Placed], cancelled: Callable[[], bool]
) -> Iterator[Markup]:
    if cancelled():
        raise CancelledError
    versions = [version for version in row.versions if version.column in options.columns]
    for version in versions:
        if version.column >= Column.OTHER:
            name = one_line(dict(options.names).get(version.column, ""))
            yield from _version_units(row, version, text, [tmx_prop("machine-translation", name)])
    if Column.TRANSLATION in options.columns or not any(map(_is_translation, options.columns)):
        yield from _units(row, text, notes)
    for version in versions:
        if version.column == Column.REFERENCE:
            yield from _version_units(row, version, text, [tmx_prop("reference", "yes")])


def _is_translation(column: int) -> bool:
    return column == Column.REFERENCE or column >= Column.OTHER


def _version_units(row: Row, version: Version, text: ParallelText, props: Sequence[Markup]) -> Iterator[Markup]:
    """The sentences of a further translation, or all of it if nothing is known of them."""
    if version.state is not State.DONE:
        return
    pairs = version.pairs or (SentencePair((0, len(row.source.text)), (0, len(version.text))),)
    for number, pair in enumerate(pairs):
        if number not in version.unsure:
            source = _within(row.source.text, row.source.marks, pair.source)
            target = _within(version.text, version.marks, pair.target)
            if unit := tmx_unit({text.source_language: source, text.target_language: target}, props):
                yield unit


def _header(text: ParallelText, options: ExportOptions) -> Markup:
    packages = (f"{package.name} {package.version}" for package in text.packages)
    return tmx_header(
        text.source_language,
        options.timestamp,
        tmx_prop("document", one_line(text.document.name)),
        *(tmx_prop("machine-translation", one_line(package)) for package in packages),
    )


def _units(row: Row, text: ParallelText, notes: Sequence[Placed]) -> Iterator[Markup]:
    if row.state is not State.DONE:
        return
    # A row without sentence pairs is one unit.
    whole = [(_bare(row.source.text, row.source.marks), _bare(row.target, row.marks), False)]
    level, marker = _level(row.source), _marker(row.source)
    edited_too = (pair.edited for pair in row.sentences)
    sentences = [*zip(sentence_texts(row), translation_texts(row), edited_too, strict=True)] or whole
    noted = _noted(row, notes, len(sentences))
    for number, (source, target, edited) in enumerate(sentences):
        props = [*noted.get(number, []), *([tmx_prop("edited", "yes")] if edited else []), *marker, *level]
        sides = {text.source_language: shown(source), text.target_language: shown(target)}
        if unit := tmx_unit(sides, props):
            yield unit
            marker = []  # it stands before the first sentence


def _noted(row: Row, notes: Sequence[Placed], count: int) -> dict[int, list[Markup]]:
    """The notes on a row, by the sentence that they are about; those about all of it stand at the first."""
    found: dict[int, list[Markup]] = {}
    for each in notes:
        start = each.spot.span[0] if each.spot.span is not None else 0
        behind = sum(pair.source[1] <= start for pair in row.sentences)
        if text := one_line(each.annotation.text):
            found.setdefault(min(behind, count - 1), []).append(element("note", {}, text))
    return found


def _marker(paragraph: Paragraph) -> list[Markup]:
    marker = one_line(paragraph.marker)
    return [tmx_prop("marker", marker)] if marker else []


def _level(paragraph: Paragraph) -> list[Markup]:
    """How many list items a paragraph stands in."""
    level = 0 if paragraph.kind in HEADINGS else paragraph.level
    return [tmx_prop("level", str(level))] if level else []


def _within(text: str, marks: Sequence[Mark], span: Span) -> str:
    """Part of a text, without references and images."""
    inline = Inline.of(text, marks)
    return text[slice(*span)] if inline is None else shown(inline.asked(span).key)


def _bare(text: str, marks: Sequence[Mark]) -> str:
    inline = Inline.of(text, marks)
    return text if inline is None else inline.without_objects()

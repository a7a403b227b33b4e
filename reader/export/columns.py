"""The columns of an export: which of them a text has, how they can be arranged, and what they are called."""

from dataclasses import replace

from reader.export.labels import Labels
from reader.export.markup import one_line
from reader.export.options import USUAL_COLUMNS, ExportOptions, Layout
from reader.late_dataclasses import dataclass
from reader.parallel import Column, ParallelText, State
from reader.text import own_name

# Any number of columns stands side by side.
ANY = 1000
# In characters, of a third column on paper; shorter lines are hard to read.
SHORTEST_LINE = 24


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a column.

    Attributes:
        words: them.
        language: code of the language that they are in.
    """

    words: str
    language: str


def arranged(text: ParallelText, options: ExportOptions, beside: int = ANY) -> ExportOptions:
    """The options with the columns that are shown, and the layout in which they are.

    A column in which no row has anything is left out, unless it is to be translated or could not be. A single column,
    and more than `beside` side by side, stand one under the other.
    """
    columns = tuple(column for column in chosen(options) if _has(text, column)) or options.columns
    layout = options.layout
    if layout is not Layout.TRANSLATION and (len(columns) == 1 or (layout is Layout.COLUMNS and len(columns) > beside)):
        layout = Layout.STACKED
    return replace(options, columns=columns, layout=layout)


def chosen(options: ExportOptions) -> tuple[int, ...]:
    """The columns that the options ask for, each once; with the translation alone, that and what stands below it."""
    columns = tuple(dict.fromkeys(options.columns))
    if options.layout is not Layout.TRANSLATION:
        return columns
    return (Column.TRANSLATION, *(each for each in columns if each not in USUAL_COLUMNS))


def _has(text: ParallelText, column: int) -> bool:
    """Whether a text has a column."""
    if column in USUAL_COLUMNS:
        return True
    versions = (found for row in text.rows if (found := row.version(column)) is not None)
    return any(found.text.strip() or found.state is not State.DONE for found in versions)


def language_of(column: int, source: str, target: str) -> str:
    """The language of what stands in a column of a text from language `source` to `target`."""
    return source if column in (Column.ORIGINAL, Column.BACK) else target


def heading(column: int, text: ParallelText, options: ExportOptions, labels: Labels) -> Heading:
    """What stands above a column: a language for original and translation, else what it is."""
    if column in USUAL_COLUMNS:
        language = language_of(column, text.source_language, text.target_language)
        return Heading(own_name(language), language)
    return Heading(caption(column, options, labels), labels.language)


def number_heading(text: ParallelText, labels: Labels) -> str:
    """What stands above the numbers of paragraphs, or the times of subtitles."""
    return labels.time if any(row.source.cue is not None for row in text.rows) else labels.number


def needs_caption(column: int, options: ExportOptions) -> bool:
    """Whether it must be said what stands in a column where no heading names it: its language does not tell."""
    return column not in USUAL_COLUMNS and len(options.columns) > 1


def caption(column: int, options: ExportOptions, labels: Labels) -> str:
    """What stands before a text of a column where no heading names it."""
    words: dict[int, str] = {
        Column.ORIGINAL: labels.original,
        Column.TRANSLATION: labels.translation,
        Column.BACK: labels.back,
        Column.REFERENCE: labels.reference,
        Column.NOTES: labels.notes,
    }
    return words.get(column) or one_line(dict(options.names).get(column, "")) or labels.translation

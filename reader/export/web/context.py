"""What all parts of a web page or chapter are written with."""

from collections.abc import Mapping
from dataclasses import field

from reader.export.blocks import Block
from reader.export.columns import Heading, heading, language_of
from reader.export.labels import Labels
from reader.export.options import USUAL_COLUMNS, ExportOptions, Layout
from reader.late_dataclasses import dataclass
from reader.parallel import Column, ParallelText
from reader.text import HEADINGS, Kind, MarkKind, Paragraph, language_tag

_CLASSES: Mapping[int, str] = {Column.ORIGINAL: "source", Column.TRANSLATION: "target"}
# What the plain styles are enough for.
_FLAT = (*HEADINGS, Kind.PARAGRAPH, Kind.CUE, Kind.CODE, Kind.RULE, Kind.DATE, Kind.BYLINE, Kind.SEE_ALSO)
_OLD_MARKS = frozenset({MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.CODE, MarkKind.STRIKE, MarkKind.LINK})


@dataclass(frozen=True, slots=True)
class Web:
    """How the blocks of one parallel text are written.

    Attributes:
        text: the parallel text.
        options: how it is laid out; facing pages become columns.
        labels: the words to use.
        linked: whether sentences and word links are marked up for the script.
        xml: whether it is XML: languages are also given as xml:lang, and notes as epub:type.
        fragment: whether it is part of a text, to be pasted elsewhere: without names, and lists count by themselves.
        files: names of the files that the rows are in, if they are in several.
    """

    text: ParallelText
    options: ExportOptions
    labels: Labels
    linked: bool = False
    xml: bool = False
    fragment: bool = False
    files: Mapping[int, str] = field(default_factory=dict)

    @property
    def columns(self) -> bool:
        """Whether the texts are side by side."""
        return self.options.layout in (Layout.COLUMNS, Layout.FACING)

    def name(self, column: int) -> str:
        """The class of the texts of a column."""
        return _CLASSES.get(column, "reference")

    def heading(self, column: int) -> Heading:
        """What stands above a column."""
        return heading(column, self.text, self.options, self.labels)

    def language(self, column: int) -> str:
        """The language of the texts of a column."""
        return language_of(column, self.text.source_language, self.text.target_language)

    @property
    def alone(self) -> bool:
        """Whether only the translation is shown."""
        return self.options.layout is Layout.TRANSLATION

    @property
    def words_linked(self) -> bool:
        """Whether there are links between words: original and translation are both shown."""
        return self.linked and set(USUAL_COLUMNS) <= set(self.options.columns)

    def sentences_linked(self, column: int) -> bool:
        """Whether the sentences of a column are linked.

        The script takes the first two of the linked sentences in a row for those whose words are linked.
        """
        usual = set(self.options.columns[:2]) == set(USUAL_COLUMNS)
        return self.linked and (usual or not self.words_linked or column in USUAL_COLUMNS)

    def lang(self, code: str) -> dict[str, str | None]:
        """The attributes for a language."""
        tag = language_tag(code)
        return {"lang": tag, "xml:lang": tag if self.xml else None}

    def role(self, name: str) -> dict[str, str | None]:
        """The attributes that tell screen readers and e-readers what a link or note is: "noteref", "footnote"."""
        return {"role": f"doc-{name}", "epub:type": name if self.xml else None}

    def identifier(self, row: int) -> str | None:
        """The id of the element of a row, if it has one."""
        return None if self.fragment else identifier(row)

    def place(self, row: int) -> str:
        """The address of a row."""
        return f"{self.files.get(row, '')}#{identifier(row)}"

    def note_place(self, row: int) -> str:
        """The address of the note that begins with a row."""
        # E-readers show the element that a reference leads to: the whole note, where it is one element.
        return f"{self.files.get(row, '')}#{note_identifier(row)}" if self.alone else self.place(row)


def note_identifier(row: int) -> str:
    """The id of the element of the note that begins with a row."""
    return f"note{row + 1}"


def identifier(row: int) -> str:
    """The id of the element of a row."""
    return f"r{row + 1}"


def is_flat(text: ParallelText) -> bool:
    """Whether a text has nothing but headings and paragraphs, so that no styles for structure are needed."""
    return all(_is_flat(row.source) for row in text.rows)


def _is_flat(paragraph: Paragraph) -> bool:
    plain = not paragraph.within and paragraph.kind in _FLAT and not paragraph.marker
    return plain and (not paragraph.marks or all(mark.kind in _OLD_MARKS for mark in paragraph.marks))


def row_class(block: Block) -> str:
    """The class of the element of a row."""
    return f"row {block.kind.value}"

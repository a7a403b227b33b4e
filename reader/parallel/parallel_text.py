"""A document and its translation: the rows that the window, the command line and every export read."""

from collections.abc import Collection
from dataclasses import field, replace
from itertools import count

from reader.late_dataclasses import dataclass
from reader.packages import LanguagePackage
from reader.parallel.assembly import Part, assembled, parts_of
from reader.parallel.events import (
    Event,
    PackagesChosen,
    ReferenceAligned,
    RowEdited,
    RowForced,
    RowLinked,
    RowTranslated,
    RowTranslatedBack,
    VersionLinked,
    VersionMade,
)
from reader.parallel.figures import with_figures
from reader.parallel.forced import paragraph_key
from reader.parallel.mail_header import with_mail_fields
from reader.parallel.pairs import State
from reader.parallel.rows import Row, initial_row
from reader.parallel.versions import Column, Version
from reader.text import Document, Paragraph, is_numbered, time_code


@dataclass(slots=True)
class ParallelText:
    """A document and its translation, row by row; row n always belongs to paragraph n.

    Attributes:
        document: the original.
        source_language, target_language: codes.
        packages: those that translate it: one, or several by way of other languages; () if unknown.
        rows: one a paragraph; only `apply` changes them.
        forced: keys of the paragraphs that the user wants translated whatever language they seem to be in; None for all
            of them. Only `apply` changes it.
    """

    document: Document
    source_language: str
    target_language: str
    packages: tuple[LanguagePackage, ...] = ()
    rows: list[Row] = field(default_factory=list)
    forced: frozenset[str] | None = frozenset()
    _numbers: list[int | None] = field(default_factory=list, repr=False, compare=False)

    @classmethod
    def untranslated(
        cls, document: Document, source: str, target: str, forced: frozenset[str] | None = frozenset()
    ) -> "ParallelText":
        """The document with nothing translated yet; rows without words are finished already, also those of figures
        and those above a mail."""
        rows = with_figures([initial_row(p, source) for p in document.paragraphs], source, target)
        rows = with_mail_fields(rows, target)
        text = cls(document, source, target, (), rows, forced)
        text.numbers()
        return text

    def snapshot(self) -> "ParallelText":
        """A copy of the text, which later events do not change."""
        return replace(self, rows=list(self.rows))

    def outstanding(self) -> list[int]:
        """Indices of the rows that are still to be translated, including failed ones."""
        return [i for i, row in enumerate(self.rows) if row.state in (State.PENDING, State.FAILED)]

    def is_forced(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is translated whatever language it seems to be in."""
        return self.forced is None or (bool(self.forced) and paragraph_key(paragraph) in self.forced)

    def rows_without_back_translation(self) -> list[int]:
        """Indices of the translated rows that have no back-translation; figures alone need none."""
        waiting = ((i, row) for i, row in enumerate(self.rows) if row.state is State.DONE and not row.back)
        return [i for i, row in waiting if row.source.translatable and row.translated_paragraph.translatable]

    def numbers(self) -> list[int | None]:
        """The paragraph number of each row in the margin, from 1.

        None for headings, dates and the like, and in tables, notes, and the headers and footers of pages.
        """
        if len(self._numbers) != len(self.rows):  # else they are the same: row n always belongs to paragraph n
            counter = count(1)
            self._numbers = [next(counter) if is_numbered(row.source) else None for row in self.rows]
        return self._numbers

    def label(self, index: int) -> str:
        """What stands in the margin beside a row: its number, of a cue the time at which it is shown, or ""."""
        cue, number = self.rows[index].source.cue, self.numbers()[index]
        if cue is not None:
            return time_code(cue.start)
        return str(number) if number is not None else ""

    def last_label(self) -> str:
        """The last of these that is not "", which is as long as any."""
        return next(filter(None, map(self.label, reversed(range(len(self.rows))))), "")

    def counted(self, rows: Collection[int]) -> int:
        """How many paragraphs these rows are: those with a number, and at least one if there is any row."""
        numbers = self.numbers()
        numbered = sum(numbers[row] is not None for row in rows) if any(numbers) else len(rows)
        return max(numbered, min(len(rows), 1))

    def apply(self, event: Event) -> None:
        """Apply an event; of one that comes late, only what still fits the row.

        The user's edits survive a translation and new links, a reference translation survives both, and a
        back-translation survives what leaves the translation unchanged.
        """
        if isinstance(event, PackagesChosen):
            self.packages = event.packages
            return
        before = self.rows[event.index]
        match event:
            case RowTranslated(_, row) if row.language and self.is_forced(row.source):
                return  # the user has asked for its translation meanwhile
            case RowTranslated(_, row):
                after = _with_edits_of(before, row).carrying_over(before)
            case RowEdited(_, row):
                after = row.carrying_over(before)
            case RowForced(_, row, forced):
                after = row.carrying_over(before)
                self._force(row.source, forced)
            case RowLinked(_, row):
                after = _linked_as(row, before)
            case RowTranslatedBack(_, target, back, pairs, reason):
                state = State.FAILED if reason else State.DONE
                version = Version(Column.BACK, back, pairs, state=state, reason=reason)
                fits = target == before.target and not (reason and before.back)
                after = before.with_version(version) if fits else before
            case ReferenceAligned(_, text, pairs):
                after = before.with_reference(text, pairs)
            case VersionMade(_, version):
                after = before.with_version(version)
            case VersionLinked(_, version):
                now = before.version(version.column)
                after = before.with_version(version) if now is not None and version.same_but_links(now) else before
        self.rows[event.index] = after

    def _force(self, paragraph: Paragraph, forced: bool) -> None:
        if self.forced is not None:
            key = frozenset({paragraph_key(paragraph)})
            self.forced = self.forced | key if forced else self.forced - key


def _with_edits_of(before: Row, row: Row) -> Row:
    """A row from the model, with the edits that the user has made in it meanwhile."""
    edits = {pair.source: part for pair, part in zip(before.sentences, parts_of(before), strict=True) if pair.edited}
    if not edits or row.state is not State.DONE:
        return row
    parts = [edits.get(part.source, part) if not part.edited else part for part in parts_of(row)]
    return assembled(row.source, parts)


def _linked_as(linked: Row, row: Row) -> Row:
    """`row` with the links that `linked` has for the same translations of sentences; edits keep their own."""
    if not row.sentences:
        return row  # it is to be translated anew, or that has failed
    edited = any(pair.edited for pair in (*row.sentences, *linked.sentences))
    if not edited and row.target == linked.target and _cut(row) == _cut(linked):
        return row.with_links(linked.sentences, linked.marks)
    found = {part.source: part for part in parts_of(linked)}
    parts = [_with_links_of(found.get(part.source), part) for part in parts_of(row)]
    return assembled(row.source, parts).carrying_over(row)  # objects may have moved


def _cut(row: Row) -> list[object]:
    return [(pair.source, pair.target) for pair in row.sentences]


def _with_links_of(linked: Part | None, part: Part) -> Part:
    if linked is None or linked.edited or part.edited or linked.text != part.text:
        return part
    return part._replace(links=linked.links, linked=linked.linked)

"""A row: a paragraph and its translation. The only module that creates and changes rows."""

import operator
from collections.abc import Sequence
from dataclasses import replace

from reader.late_dataclasses import dataclass
from reader.parallel.pairs import ReferencePair, SentencePair, State
from reader.parallel.versions import Column, Version, version_in, with_version
from reader.text import Mark, Paragraph, in_language


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph and its translation.

    Attributes:
        source: the paragraph.
        target: its translation; the source's own text if `state` is SAME, empty while PENDING or FAILED.
        state: that of the translation.
        sentences: the sentence pairs, in the order of the source.
        marks: on the target.
        reason: one sentence on why it failed.
        versions: its further texts, such as a back-translation, in the order of their columns.
        language: code of the language that the paragraph is in if it was left as it is for that, else "".
    """

    source: Paragraph
    target: str = ""
    state: State = State.PENDING
    sentences: tuple[SentencePair, ...] = ()
    marks: tuple[Mark, ...] = ()
    reason: str = ""
    versions: tuple[Version, ...] = ()
    language: str = ""

    @property
    def translated_paragraph(self) -> Paragraph:
        """The target as a paragraph of its own, to be translated back."""
        return Paragraph(self.target, marks=self.marks)

    def version(self, column: int) -> Version | None:
        """Its text in a column other than those of original and translation; None if there is none (yet)."""
        return version_in(self.versions, column)

    @property
    def back(self) -> str:
        """The back-translation of the target, or ""."""
        return self._text_in(Column.BACK)

    @property
    def reference(self) -> str:
        """The paragraph in a reference translation, or ""."""
        return self._text_in(Column.REFERENCE)

    @property
    def reference_pairs(self) -> tuple[ReferencePair, ...]:
        """Which sentences of the reference belong to which of the source, in the order of the source."""
        found = self.version(Column.REFERENCE)
        pairs = found.pairs if found is not None else ()
        unsure = found.unsure if found is not None else frozenset()
        return tuple(ReferencePair(pair.source, pair.target, n not in unsure) for n, pair in enumerate(pairs))

    @property
    def reference_unsure(self) -> bool:
        """Whether it is not sure that the reference, or a sentence of it, belongs to this row."""
        found = self.version(Column.REFERENCE)
        return found is not None and not found.certain

    def _text_in(self, column: int) -> str:
        found = self.version(column)
        return found.text if found is not None else ""

    def carrying_over(self, before: "Row") -> "Row":
        """This row with the further texts of `before`; with its back-translation only if the target is the same."""
        same = before.target == self.target
        kept = tuple(each for each in before.versions if same or each.column != Column.BACK)
        return self if self.versions == kept else replace(self, versions=kept)

    def with_links(self, sentences: tuple[SentencePair, ...], marks: tuple[Mark, ...]) -> "Row":
        """The row with other links between its words, and the marks on the target that follow from them."""
        return replace(self, sentences=sentences, marks=marks)

    def as_judged(self, judged: Sequence[tuple[tuple[str, ...], bool]]) -> "Row":
        """The row as it is shown: of each sentence the warnings that are left, and whether it is accepted."""
        pairs = tuple(_as_judged(pair, *each) for pair, each in zip(self.sentences, judged, strict=True))
        return self if all(map(operator.is_, pairs, self.sentences)) else replace(self, sentences=pairs)

    def with_version(self, version: Version) -> "Row":
        """The row with a further text, instead of one that it had in that column."""
        versions = with_version(self.versions, version)
        return self if versions == self.versions else replace(self, versions=versions)

    def with_reference(self, text: str, pairs: Sequence[ReferencePair] = ()) -> "Row":
        """The row with a reference translation of its paragraph, and which sentences of both belong together.

        Where that is certain, their words are still to be linked.
        """
        sentences = tuple(SentencePair(pair.source, pair.target, linked=not _is_linkable(pair)) for pair in pairs)
        unsure = frozenset(n for n, pair in enumerate(pairs) if not pair.certain)
        return self.with_version(Version(Column.REFERENCE, text, sentences, unsure=unsure))

    def without_version(self, column: int) -> "Row":
        """The row without its text in a column."""
        kept = tuple(each for each in self.versions if each.column != column)
        return self if len(kept) == len(self.versions) else replace(self, versions=kept)


def _is_linkable(pair: ReferencePair) -> bool:
    return pair.certain and pair.source[0] < pair.source[1] and pair.target[0] < pair.target[1]


def _as_judged(pair: SentencePair, warnings: tuple[str, ...], accepted: bool) -> SentencePair:
    if pair.warnings == warnings and pair.accepted == accepted:
        return pair
    return replace(pair, warnings=warnings, accepted=accepted)


def initial_row(paragraph: Paragraph, language: str = "") -> Row:
    """The row of a paragraph before translation from `language`; what is in another language is verbatim in it."""
    if paragraph.marks:
        paragraph = in_language(paragraph, language)
    if paragraph.translatable:
        return Row(paragraph)
    return Row(paragraph, paragraph.text, State.SAME, marks=paragraph.marks)


def left_row(paragraph: Paragraph, language: str) -> Row:
    """The row of a paragraph that is left as it is, since it is in `language`."""
    return Row(paragraph, paragraph.text, State.SAME, marks=paragraph.marks, language=language)


def pending_row(paragraph: Paragraph) -> Row:
    """The row of a paragraph, as the row has it, that is to be translated again."""
    return Row(paragraph)


def translated_row(
    paragraph: Paragraph, target: str, sentences: tuple[SentencePair, ...], marks: tuple[Mark, ...]
) -> Row:
    """The row of a paragraph that is translated."""
    return Row(paragraph, target, State.DONE, sentences, marks)


def failed_row(paragraph: Paragraph, reason: str) -> Row:
    """The row of a paragraph that could not be translated."""
    return Row(paragraph, state=State.FAILED, reason=reason)

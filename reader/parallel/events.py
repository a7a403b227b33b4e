"""What happens to a parallel text, one thing at a time; `ParallelText.apply` makes it so."""

from dataclasses import dataclass

from reader.packages import LanguagePackage
from reader.parallel.rows import Row, SentencePair


@dataclass(frozen=True, slots=True)
class PackagesChosen:
    """These packages translate the text: one, or several by way of other languages."""

    packages: tuple[LanguagePackage, ...]


@dataclass(frozen=True, slots=True)
class RowTranslated:
    """Row `index` is finished, done or failed."""

    index: int
    row: Row


@dataclass(frozen=True, slots=True)
class RowLinked:
    """The words of row `index` are linked (anew); nothing else in `row` is new."""

    index: int
    row: Row


@dataclass(frozen=True, slots=True)
class RowTranslatedBack:
    """The translation of row `index` was translated back, or could not be.

    Attributes:
        index: of the row.
        target: what was translated back.
        back: what came of it; "" if `reason` is not.
        sentences: which sentence of `target` (`source` of a pair) became which of `back` (`target`).
        reason: one sentence on why it failed.
    """

    index: int
    target: str
    back: str
    sentences: tuple[SentencePair, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RowEdited:
    """The user has a sentence of row `index` otherwise now, or takes that back; `row` is the whole row."""

    index: int
    row: Row


@dataclass(frozen=True, slots=True)
class ReferenceAligned:
    """`text` is what a reference translation has for row `index`; "" is nothing."""

    index: int
    text: str


RowEvent = RowTranslated | RowLinked | RowTranslatedBack | RowEdited | ReferenceAligned
Event = PackagesChosen | RowEvent

"""The events that change a parallel text; see `ParallelText.apply`."""

from reader.late_dataclasses import dataclass
from reader.packages import LanguagePackage
from reader.parallel.pairs import ReferencePair, SentencePair
from reader.parallel.rows import Row
from reader.parallel.versions import Version


@dataclass(frozen=True, slots=True)
class PackagesChosen:
    """The packages that translate the text: one, or several by way of other languages."""

    packages: tuple[LanguagePackage, ...]


@dataclass(frozen=True, slots=True)
class RowTranslated:
    """Row `index` is translated, or has failed."""

    index: int
    row: Row


@dataclass(frozen=True, slots=True)
class RowForced:
    """Row `index` is to be translated whatever language it seems to be in, or with `forced` False no longer."""

    index: int
    row: Row
    forced: bool = True


@dataclass(frozen=True, slots=True)
class RowLinked:
    """The words of row `index` are linked, or linked again; nothing else in `row` has changed."""

    index: int
    row: Row


@dataclass(frozen=True, slots=True)
class RowTranslatedBack:
    """The translation of row `index` was back-translated, or that failed.

    Attributes:
        index: of the row.
        target: the translation.
        back: its back-translation; "" if that failed.
        sentences: the sentence pairs, with `source` spans of `target` and `target` spans of `back`.
        reason: one sentence on why it failed, or "": then it takes the place of no back-translation.
    """

    index: int
    target: str
    back: str
    sentences: tuple[SentencePair, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RowEdited:
    """The user has edited a sentence of row `index`, or undone an edit; `row` is the whole new row."""

    index: int
    row: Row


@dataclass(frozen=True, slots=True)
class ReferenceAligned:
    """`text` is the reference translation of row `index`; "" if there is none. `pairs`: see `Row.reference_pairs`."""

    index: int
    text: str
    pairs: tuple[ReferencePair, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionMade:
    """Row `index` has another text in a column of its own."""

    index: int
    version: Version


@dataclass(frozen=True, slots=True)
class VersionLinked:
    """The words of a further text of row `index` are linked; nothing else in `version` has changed."""

    index: int
    version: Version


RowEvent = (
    RowTranslated
    | RowForced
    | RowLinked
    | RowTranslatedBack
    | RowEdited
    | ReferenceAligned
    | VersionMade
    | VersionLinked
)
Event = PackagesChosen | RowEvent

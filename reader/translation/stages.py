"""What a pipeline tells of its work, besides what it did to the rows."""

from enum import StrEnum

from reader.errors import PackageError
from reader.late_dataclasses import dataclass


class Stage(StrEnum):
    """What is being done."""

    TRANSLATING = "translating"
    LINKING = "linking"
    TRANSLATING_BACK = "translating back"


@dataclass(frozen=True, slots=True)
class StageStarted:
    """A stage begins; it has `total` rows to do."""

    stage: Stage
    total: int


@dataclass(frozen=True, slots=True)
class PackageSubstituted:
    """Another package than the best one translates, because of `problem`."""

    problem: PackageError


@dataclass(frozen=True, slots=True)
class Advance:
    """One more row is finished; `reason` says why it failed, or is "".

    `done` of `total` counts paragraphs as people do: those with a number, or all rows of a text that has none.
    """

    stage: Stage
    done: int
    total: int
    reason: str = ""

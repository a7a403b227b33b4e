"""What became of a TMX file that was imported, for people."""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum

from reader.errors import Message, plural, template
from reader.late_dataclasses import dataclass

# The most languages of a file that are named because it is not known which they are.
MOST_NAMED = 5


class Unusable(Enum):
    """Why a unit can never be the translation of a sentence, in words for the user: for one and for more."""

    LANGUAGES = (
        template("One unit is not in both languages."),
        template("{count} units are not in both languages."),
    )
    EMPTY = (
        template("One unit has no words in one of the languages."),
        template("{count} units have no words in one of the languages."),
    )
    SENTENCES = (
        template("One unit has several sentences that cannot be told apart in both languages."),
        template("{count} units have several sentences that cannot be told apart in both languages."),
    )
    CODES = (
        template("One unit lacks its numbers or dates."),
        template("{count} units lack their numbers or dates."),
    )
    LONG = (
        template("One unit is too long."),
        template("{count} units are too long."),
    )
    MACHINE = (
        template("One machine translation was left out."),
        template("{count} machine translations were left out."),
    )


@dataclass(frozen=True, slots=True)
class TmxReport:
    """What became of the units of a TMX file.

    Attributes:
        units: how many the file has; one may have several sentences.
        added: how many sentences the memory has a translation of that it did not have before.
        known: how many it had the same one of already.
        repeated: how many sentences came again with another translation; the newest counts.
        never: how many units can never be the translation of a sentence, by reason; only reasons that there are.
        unknown: what the file calls languages of which it is not known which they are, in units without one of those
            that are wanted.
        replaced: how many sentences had another translation, imported before.
        kept: how many have an edit by the user with another translation, which stays.
    """

    units: int = 0
    added: int = 0
    known: int = 0
    repeated: int = 0
    never: tuple[tuple[Unusable, int], ...] = ()
    unknown: tuple[str, ...] = ()
    replaced: int = 0
    kept: int = 0

    def __add__(self, other: "TmxReport") -> "TmxReport":
        """What became of two files."""
        never = Counter(dict(self.never)) + Counter(dict(other.never))
        return TmxReport(
            self.units + other.units,
            self.added + other.added,
            self.known + other.known,
            self.repeated + other.repeated,
            tuple(never.items()),
            tuple(dict.fromkeys(self.unknown + other.unknown)),
            self.replaced + other.replaced,
            self.kept + other.kept,
        )

    def sentences(self) -> Iterator[Message]:
        """The same for people, a sentence each; that of what was added always comes, and first."""
        yield plural(self.added, "One sentence was added.", "{count} sentences were added.")
        if self.replaced:
            yield plural(
                self.replaced,
                "One that was imported before was replaced.",
                "{count} that were imported before were replaced.",
            )
        if self.known:
            yield plural(self.known, "One was already there.", "{count} were already there.")
        if self.kept:
            yield plural(self.kept, "One is kept as you have edited it.", "{count} are kept as you have edited them.")
        if self.repeated:
            yield plural(
                self.repeated,
                "One had several translations; the newest was used.",
                "{count} had several translations; the newest was used.",
            )
        for why, count in self.never:
            yield plural(count, *why.value)
        if self.unknown:
            yield Message("Tospalt does not know these languages: {names}.", names=listed(self.unknown))


def listed(names: Iterable[str]) -> str:
    """What a file calls languages, for people."""
    several = list(names)
    return ", ".join(several[:MOST_NAMED] + ["…"] * (len(several) > MOST_NAMED))

"""Which columns the user wants of a document, in which order, how wide: as it is kept, and put together."""

from collections.abc import Mapping
from dataclasses import field

from reader.late_dataclasses import dataclass
from reader.memory import ByPlace, Json

# The kind of value that they are kept as.
KIND = "columns"
ORIGINAL, TRANSLATION = "original", "translation"
# The most columns that are kept of a document.
_MOST = 24
# The least and the largest width of a column, relative to the mean.
_LEAST, _LARGEST = 0.1, 10.0


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen for a document.

    Attributes:
        names: of the columns in their order.
        shares: of the width, by name, relative to each other; 1 for those that are not there.
    """

    names: tuple[str, ...] = (ORIGINAL, TRANSLATION)
    shares: Mapping[str, float] = field(default_factory=dict)

    def merged(self, before: "Chosen", there: "Chosen") -> "Chosen":
        """This choice, which was made knowing `before`, with what others have added and left out by then in `there`."""
        names = [name for name in self.names if name in there.names or name not in before.names]
        names += [name for name in there.names if name not in before.names and name not in names]
        return Chosen(tuple(names) or self.names, self._merged_shares(before.shares, there.shares))

    def _merged_shares(self, before: Mapping[str, float], there: Mapping[str, float]) -> Mapping[str, float]:
        mine = {name for name in {*before, *self.shares} if before.get(name) != self.shares.get(name)}
        widths = {name: (self.shares if name in mine else there).get(name) for name in {**there, **self.shares}}
        return {name: share for name, share in widths.items() if share is not None}

    @property
    def is_usual(self) -> bool:
        """Whether it is what every document has at first; nothing is kept then."""
        return self == Chosen()

    def as_value(self) -> Json:
        """As it is stored."""
        shares = {name: share for name, share in self.shares.items() if name in self.names}
        return {"names": list(self.names), "shares": shares}

    @classmethod
    def parsed(cls, value: Json) -> "Chosen":
        """From what is stored; what cannot be understood is left out."""
        if not isinstance(value, Mapping):
            return cls()
        names, shares = value.get("names"), value.get("shares")
        known = [each for each in names if isinstance(each, str)] if isinstance(names, list) else []
        widths = shares if isinstance(shares, Mapping) else {}
        return cls(
            tuple(dict.fromkeys(known[:_MOST])) or cls().names,
            {name: share for name, each in widths.items() if (share := _share(each)) is not None},
        )


def rounded_share(share: float) -> float:
    """A share as it is stored, so that what is kept can be compared with what is known."""
    return round(min(max(share, _LEAST), _LARGEST), 4)


def _share(value: Json) -> float | None:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    return float(value) if _LEAST <= value <= _LARGEST else None


def merged_columns(changes: ByPlace, before: ByPlace, there: ByPlace) -> ByPlace:
    """For `DocumentValues`: what was chosen since stays, with what was added and left out in a late change."""
    mine, known, theirs = (Chosen.parsed(each.get("")) for each in (changes, before, there))
    return values_of(mine if not before or theirs in (known, mine) else theirs.merged(known, mine))


def values_of(chosen: Chosen) -> dict[str, Json]:
    """What is chosen as the values that are kept."""
    return {"": None if chosen.is_usual else chosen.as_value()}

"""Days of the week that a model took for others: "Tirsdag 4. mars" as "Thursday 4 March"."""

from collections import Counter
from itertools import chain

from reader import late_re as re

_NORWEGIAN = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = {name: number for names in (_NORWEGIAN, _ENGLISH) for number, name in enumerate(names)}
_NB = re.compile(rf"\b(?:{'|'.join(_NORWEGIAN)})(?=(?:en|er|ene)?s?\b)", re.IGNORECASE)
_EN = re.compile(rf"\b(?:{'|'.join(_ENGLISH)})(?=s?\b)", re.IGNORECASE)


def with_weekdays_of(source: str, target: str, to_norwegian: bool) -> str:
    """A translation in which days of the week that its source does not have are those that it lacks.

    Nothing changes unless both have as many: a day may also be "i går" or "the day before". The time is linear.
    """
    theirs, ours = (_NB, _EN) if to_norwegian else (_EN, _NB)
    wanted = [_NUMBERS[day.lower()] for day in ours.findall(source)]
    there = [_NUMBERS[day.lower()] for day in theirs.findall(target)]
    if len(wanted) != len(there) or Counter(wanted) == Counter(there):
        return target
    lost, added = Counter(wanted) - Counter(there), Counter(there) - Counter(wanted)
    missing = chain.from_iterable([day] * count for day, count in lost.items())

    def corrected(match: re.Match[str]) -> str:
        if not added[_NUMBERS[match[0].lower()]]:
            return match[0]
        added[_NUMBERS[match[0].lower()]] -= 1
        day = (_NORWEGIAN if to_norwegian else _ENGLISH)[next(missing)]
        return day.capitalize() if match[0][0].isupper() else day

    return theirs.sub(corrected, target)

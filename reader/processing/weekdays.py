"""Days of the week that a model took for others: "Tirsdag 4. mars" as "Thursday 4 March"."""

from collections import Counter
from itertools import chain

from reader import late_re as re

NORWEGIAN_DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = {name: number for names in (NORWEGIAN_DAYS, ENGLISH_DAYS) for number, name in enumerate(names)}
_NB = re.compile(rf"\b(?:{'|'.join(NORWEGIAN_DAYS)})(?=(?:en|er|ene)?s?\b)", re.IGNORECASE)
_EN = re.compile(rf"\b(?:{'|'.join(ENGLISH_DAYS)})(?=s?\b)", re.IGNORECASE)


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
        day = (NORWEGIAN_DAYS if to_norwegian else ENGLISH_DAYS)[next(missing)]
        return day.capitalize() if match[0][0].isupper() else day

    return theirs.sub(corrected, target)

"""Texts with wrapped lines, and texts whose lines are deliberate, for tests and benchmarks of line ends."""

import random
import re
from collections.abc import Callable, Mapping
from functools import cache

_NOUNS = [
    "fjord", "stein", "måne", "båt", "hage", "elv", "sommer", "natt", "vind", "dør",
    "bror", "øy", "snø", "klokke", "vei", "sang", "regn", "kyst", "hest", "brønn",
]  # fmt: skip
_VERBS = [
    "sover", "venter", "synger", "faller", "stiger", "tenner",
    "finner", "glemmer", "kaller", "henter", "bærer", "lukker",
]  # fmt: skip
_WORDS = ["stille", "blå", "gammel", "langsom", "hvit", "mørk", "lys", "fremmed", "liten", "kald", "tung", "rolig"]
_JOINS = ["over", "under", "bak", "ved", "mot", "gjennom", "langs"]
_NAMES = ["Ingrid", "Solveig", "Torstein", "Eirik", "Marit", "Håkon", "Sigrid", "Jørgen", "Åse", "Lars"]
_SURNAMES = ["Bakken", "Lunde", "Haugland", "Moe", "Strand", "Viken", "Dale", "Nygård"]
_STREETS = ["Kirkegata", "Strandveien", "Skolegata", "Elveveien", "Bjørkelia", "Parkveien"]
_TOWNS = ["Lillevik", "Nordby", "Sandnes", "Fossum", "Hamar", "Moss", "Voss"]
_TASKS = [
    "godkjenning av innkallingen og sakslista",
    "regnskapet for første halvår",
    "ny avtale med grunneieren",
    "valg av komité",
    "dugnad på stranda",
]


def optimal(text: str, width: int) -> list[str]:
    """Wrap with the least sum of squares of what is left at the ends of lines, as TeX and fmt do."""
    words = text.split()

    @cache
    def best(start: int) -> tuple[int, int]:
        size, found = -1, (10**12, start + 1)
        for stop in range(start + 1, len(words) + 1):
            size += 1 + len(words[stop - 1])
            if size > width and stop > start + 1:
                break
            rest = 0 if stop == len(words) else max(0, width - size) ** 2 + best(stop)[0]
            found = min(found, (rest, stop))
        return found

    for start in range(len(words), 0, -200):
        best(start - 1)
    lines, start = list[str](), 0
    while start < len(words):
        stop = best(start)[1]
        lines.append(" ".join(words[start:stop]))
        start = stop
    return lines


_SYLLABLE = re.compile(
    r"(?<=[aeiouyæøå])(?=[bcdfghjklmnpqrstvwxz][aeiouyæøå])|(?<=[lmnrst])(?=[bcdfghjkmpst][aeiouyæøå])"
)


def hyphenated(text: str, width: int) -> list[str]:
    """Wrap and divide words of small letters between syllables."""
    lines, line = list[str](), ""
    for word in text.split():
        room = width - len(line) - (1 if line else 0)
        if len(word) <= room:
            line = f"{line} {word}" if line else word
            continue
        cuts = [m.start() for m in _SYLLABLE.finditer(word) if 2 <= m.start() <= min(room - 1, len(word) - 3)]
        if cuts and word.rstrip(".,").isalpha() and word.islower():
            lines.append(f"{line} {word[: cuts[-1]]}-".strip())
            line = word[cuts[-1] :]
        else:
            lines += [line] if line else []
            line = word
    return [*lines, line]


def _phrase(chance: random.Random) -> str:
    return (
        f"{chance.choice(['en', 'den', 'min', 'hver', 'ingen'])} {chance.choice(_WORDS)} {chance.choice(_NOUNS)} "
        f"{chance.choice(_VERBS)}{chance.choice(['', f' {chance.choice(_JOINS)} {chance.choice(_NOUNS)}'])}"
    )


def verse(chance: random.Random) -> list[str]:
    """A stanza: with capitals or without, of short lines or long ones, with commas or few."""
    capital, long = chance.random() < 0.5, chance.random() < 0.3
    lines = []
    for _ in range(chance.randint(3, 6)):
        line = _phrase(chance)
        if long:
            line += f" {chance.choice(['og', 'mens', 'når'])} {_phrase(chance)}"
        line += chance.choice([",", ",", "", "", ";"])
        lines.append(line[0].upper() + line[1:] if capital else line)
    lines[0] = lines[0][0].upper() + lines[0][1:]
    return [*lines[:-1], f"{lines[-1].rstrip(',;')}."]


def address(chance: random.Random) -> list[str]:
    """The lines of an address."""
    return [
        f"{chance.choice(_NAMES)} {chance.choice(_SURNAMES)}",
        *chance.choice([[], [f"Stiftelsen {chance.choice(_NOUNS).title()} og {chance.choice(_NOUNS).title()}"]]),
        f"{chance.choice(_STREETS)} {chance.randint(1, 99)}",
        f"{chance.randint(1000, 9999)} {chance.choice(_TOWNS)}",
    ]


def table(chance: random.Random) -> list[str]:
    """Rows in columns."""
    return [
        f"{chance.choice(_NOUNS).title():<14}{chance.choice(_TOWNS):<14}{chance.randint(10, 9999):>6}"
        for _ in range(chance.randint(3, 6))
    ]


def labels(chance: random.Random) -> list[str]:
    """Lines that begin with labels, some long."""
    return [
        f"Sted: {chance.choice(_TOWNS)}",
        f"Tid: kl. {chance.randint(8, 20)}.{chance.randint(10, 59)}",
        f"Til stede: {', '.join(chance.sample(_NAMES, chance.randint(3, 9)))}",
        f"Referent: {chance.choice(_NAMES)} {chance.choice(_SURNAMES)}",
    ]


def minutes(chance: random.Random) -> list[str]:
    """A programme or agenda, a time each."""
    start = chance.randint(8, 14)
    return [
        f"{start + n}.{chance.choice(['00', '15', '30'])} {chance.choice(_TASKS)}" for n in range(chance.randint(3, 5))
    ]


def asides() -> Mapping[str, Callable[[random.Random], list[str]]]:
    """What makes blocks whose lines are deliberate, by name."""
    return {"verse": verse, "address": address, "table": table, "labels": labels, "minutes": minutes}

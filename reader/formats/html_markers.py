"""The markers of numbered lists in HTML."""

from collections.abc import Iterator, Mapping


def is_size(value: str) -> bool:
    """Whether an attribute is a number of up to six digits."""
    return value.isascii() and value.isdigit() and len(value) < 7


def list_markers(given: Mapping[str, str]) -> Iterator[str]:
    """The markers of a numbered list."""
    number = int(given["start"]) if is_size(given.get("start", "")) else 1
    written = {"a": _letters, "A": _letters, "i": _roman, "I": _roman}.get(given.get("type", ""), str)
    while True:
        marker = written(number)
        yield (marker.upper() if given.get("type", "") in ("A", "I") else marker) + "."
        number += 1


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters or "0"


_ROMAN = {1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x", 9: "ix"}
_ROMAN |= {5: "v", 4: "iv", 1: "i"}


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, letters in _ROMAN.items():
        written += letters * (number // value)
        number %= value
    return written

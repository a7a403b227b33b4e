"""The markers of numbered lists in HTML."""

from collections.abc import Iterator, Mapping

from reader.formats.roman import roman


def is_size(value: str) -> bool:
    """Whether an attribute is a number of up to six digits."""
    return value.isascii() and value.isdigit() and len(value) < 7


def list_markers(given: Mapping[str, str]) -> Iterator[str]:
    """The markers of a numbered list."""
    number = int(given["start"]) if is_size(given.get("start", "")) else 1
    written = {"a": _letters, "A": _letters, "i": roman, "I": roman}.get(given.get("type", ""), str)
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

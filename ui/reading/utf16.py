"""Conversion between code points, which the core uses, and UTF-16 units, which Qt uses."""

from bisect import bisect_left


class Utf16:
    """Converts positions in one text both ways. Characters beyond U+FFFF are two units long."""

    def __init__(self, text: str) -> None:
        """Prepare conversion for `text`."""
        # Code-point positions of the characters that take two units; usually none.
        some = max(set(text), default="") > "\uffff"
        self._long = [i for i, character in enumerate(text) if character > "\uffff"] if some else []
        self._long_units = [position + number for number, position in enumerate(self._long)]

    def units(self, position: int) -> int:
        """The number of UTF-16 units before the code point at `position`."""
        return position + bisect_left(self._long, position)

    def code_points(self, unit: int) -> int:
        """The number of code points before UTF-16 unit `unit`; within a surrogate pair, before the pair."""
        return unit - bisect_left(self._long_units, unit)

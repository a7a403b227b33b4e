"""Code points, which the core counts in, against UTF-16 units, which Qt counts in."""

from bisect import bisect_left


class Utf16:
    """Positions in one text, both ways. Characters beyond U+FFFF are two units long."""

    def __init__(self, text: str) -> None:
        """Prepare the positions of `text`."""
        # Code-point positions of the characters that take two units; mostly there are none.
        self._long = [] if text.isascii() else [i for i, character in enumerate(text) if character > "\uffff"]
        self._long_units = [position + number for number, position in enumerate(self._long)]

    def units(self, position: int) -> int:
        """UTF-16 units before the code point at `position`."""
        return position + bisect_left(self._long, position)

    def code_points(self, unit: int) -> int:
        """Code points before UTF-16 unit `unit`; inside a pair it is the position of the pair."""
        return unit - bisect_left(self._long_units, unit)

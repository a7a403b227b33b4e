"""How often something was forgotten while this program runs: by itself, and by others."""

import sqlite3

from reader.memory.database import forgetting


class Forgettings:
    """Counts; other programs are noticed when the memory is looked at.

    Attributes:
        here: how often this program has forgotten something, or tried to.
        elsewhere: how often others are known to have done so; several times between two looks count as one.
    """

    def __init__(self) -> None:
        """Nothing was forgotten, and the memory not looked at yet."""
        self.here = self.elsewhere = 0
        self._number: int | None = None

    def look(self, connection: sqlite3.Connection) -> None:
        """Notice what others have forgotten since the last look; for certain if within a transaction."""
        number = forgetting(connection)
        if number and self._number is not None and number != self._number:  # 0: another file has taken its place
            self.elsewhere += 1
        self._number = number

    def forgot(self, number: int) -> None:
        """This program has forgotten something, right after a look; `number` is what the memory has for that."""
        self._number = number

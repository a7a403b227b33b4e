"""What the user types in a list to get to a row whose title begins so."""

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication


class TypeAhead:
    """Puts together what is typed quickly, as Qt's item views do."""

    def __init__(self) -> None:
        """Nothing has been typed."""
        self._typed = ""
        self._since = QElapsedTimer()

    def add(self, text: str) -> tuple[str, bool]:
        """Add what was typed; returns what to look for, and whether to go on to another row if this one has it.

        The same letter again and again goes from one row that begins with it to the next.
        """
        goes_on = self._since.isValid() and self._since.elapsed() <= QApplication.keyboardInputInterval()
        self._typed = self._typed + text if goes_on else text
        self._since.start()
        if len(self._typed) > 1 and len(set(self._typed)) == 1:
            return self._typed[0], True
        return self._typed, not goes_on

"""The bar below the text for entering a paragraph number."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.toolkit.bar import Bar
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label
from ui.toolkit.selecting import focus_and_select, select_all
from ui.toolkit.theme import Theme


class GoToBar(Bar):
    """Asks for a number as shown in the margin, and shows which numbers there are."""

    chosen = Signal(int)  # row

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """A hidden bar with the colours of `theme`, without paragraphs."""
        super().__init__(self.tr("Go to paragraph"), parent)
        self._rows: dict[int, int] = {}
        self.field, self.hint = QLineEdit(), Label()
        label = Label(self.tr("Go to paragraph"))
        label.setBuddy(self.field)
        self.field.setAccessibleName(self.tr("Paragraph number"))
        self.field.setFixedWidth(9 * self.field.fontMetrics().horizontalAdvance("0"))
        self.hint.setObjectName("caption")
        self.hint.setWordWrap(True)  # a long sentence must not widen the window, but may make the bar higher
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.addWidget(label)
        layout.addWidget(self.field)
        layout.addWidget(self.hint, 1)
        layout.addWidget(self.close_button)
        self.order(self.field)
        self.field.returnPressed.connect(self._choose)
        self.field.textEdited.connect(self._hint_range)
        self.set_theme(theme)

    def set_numbers(self, numbers: Sequence[int | None]) -> None:
        """Set the number that each row has in the margin."""
        self._rows = {number: row for row, number in enumerate(numbers) if number is not None}
        self._hint_range()

    def open_bar(self) -> None:
        """Show the bar with its number selected."""
        self._hint_range()
        self.rise()
        focus_and_select(self.field)

    @guarded
    def _hint_range(self) -> None:
        self.hint.setText(self._range())

    def _range(self) -> str:
        last = len(self._rows)
        if not last:
            return self.tr("This document has no numbered paragraphs.")
        if last == 1:
            return "1"
        return self.tr("1 to {last}").format(last=QLocale().toString(last))

    @guarded
    def _choose(self) -> None:
        number = _number(self.field.text())
        row = self._rows.get(number) if number is not None else None
        if row is None:
            self._refuse(number)
            return
        self.close_bar()
        self.chosen.emit(row)

    def _refuse(self, number: int | None) -> None:
        if not self._rows:
            words = self._range()
        elif number is None:
            words = self.tr("Type a number ({range}).").format(range=self._range())
        else:
            words = self.tr("There is no paragraph {number}. Type a number ({range}).").format(
                number=QLocale().toString(number), range=self._range()
            )
        self.hint.setText(words)
        select_all(self.field)
        self.announce(words)


def _number(text: str) -> int | None:
    """The number that was typed, with or without separators between thousands."""
    digits = "".join(character for character in text if character not in " \u00a0\u202f.,'’#")
    return int(digits) if digits.isdecimal() and len(digits) < 10 else None

"""The bar below the text for searching."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QHBoxLayout, QWidget

from reader.search import SOURCE, TARGET, Query
from ui.navigation.finder import MANY, Tally
from ui.toolkit.bar import Bar
from ui.toolkit.elided import ElidedLabel
from ui.toolkit.flow import FlowLayout
from ui.toolkit.guard import guarded
from ui.toolkit.search_field import SearchField
from ui.toolkit.selecting import focus_and_select
from ui.toolkit.theme import Theme

_FIELD = 100, 320
_MARGIN, _GAP = 12, 16


class FindBar(Bar):
    """A field, the number of hits, buttons for the next and the previous one, and options.

    In a narrow window the options are below the field, on several lines if need be.
    """

    changed = Signal(object)  # Query
    stepped = Signal(int)  # 1 for the next hit, -1 for the previous one

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """A hidden bar with the colours of `theme`."""
        super().__init__(self.tr("Find"), parent)
        self.field, self.count = SearchField(self.tr("Find in text")), ElidedLabel()
        self._previous = self.button(self.tr("Previous (Shift+F3)"), "previous")
        self._next = self.button(self.tr("Next (F3)"), "next")
        self.match_case, self.whole_words = QCheckBox(self.tr("Match case")), QCheckBox(self.tr("Whole words"))
        self.where = QComboBox()
        self._tally = Tally()
        self._name()
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def _name(self) -> None:
        self.set_columns([(SOURCE, ""), (TARGET, "")])
        self.where.setAccessibleName(self.tr("Search in"))
        self.where.setAccessibleDescription(self.where.accessibleName())  # on Linux Qt reads out the value as the name

    def _lay_out(self) -> None:
        self.field.setMinimumWidth(_FIELD[0])
        self.field.setMaximumWidth(_FIELD[1])
        self._search, self._options = QHBoxLayout(), FlowLayout(10)
        # The count is last, or the buttons would move away from the pointer.
        for widget in (self.field, self._previous, self._next, self.count):
            self._search.addWidget(widget)
        self._search.setSpacing(10)
        self._search.setStretchFactor(self.field, 1)
        metrics = self.count.fontMetrics()  # the field gets narrower first
        self.count.setMinimumWidth(max(map(metrics.horizontalAdvance, (self.tr("Not found"), self.tr("Searching…")))))
        self._search.addStretch()
        for option in (self.match_case, self.whole_words, self.where):
            self._options.addWidget(option)
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom)  # how narrow the bar may get
        self._rows.addLayout(self._search, 1)
        self._rows.addLayout(self._options, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(_MARGIN, 4, _MARGIN, 4)
        whole.addLayout(self._rows, 1)
        whole.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.order(self.field, self._previous, self._next, self.match_case, self.whole_words, self.where)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_change)
        self.match_case.toggled.connect(self._on_change)
        self.whole_words.toggled.connect(self._on_change)
        self.where.currentIndexChanged.connect(self._on_change)
        self._previous.clicked.connect(guarded(lambda: self.stepped.emit(-1)))
        self._next.clicked.connect(guarded(lambda: self.stepped.emit(1)))

    @property
    def query(self) -> Query:
        """The current query."""
        columns = self.where.currentData()
        return Query(self.field.text(), self.match_case.isChecked(), self.whole_words.isChecked(), tuple(columns))

    def open_bar(self, words: str = "") -> None:
        """Show the bar with `words`, or those it had, selected so that typing replaces them."""
        self.rise()
        if words and words != self.field.text():
            self.field.setText(words)
        elif words:
            self._on_change()
        focus_and_select(self.field)

    def set_columns(self, shown: Sequence[tuple[int, str]]) -> None:
        """Set which columns are visible, in their order, with what stands above further ones: others are not searched.

        It is no change of what the user has chosen: that stays if it can.
        """
        own = {SOURCE: self.tr("Original"), TARGET: self.tr("Translation")}
        choices: list[tuple[str, tuple[int, ...]]] = [(own.get(column) or name, (column,)) for column, name in shown]
        if len(choices) > 1:
            both = {column for column, _ in shown} == own.keys()
            every = self.tr("Both texts") if both else self.tr("All columns")
            choices.insert(0, (every, tuple(column for column, _ in shown)))
        before = self.where.currentData() if self.where.isEnabled() and self.where.currentIndex() > 0 else None
        blocker = QSignalBlocker(self.where)
        self.where.clear()
        for name, columns in choices:
            self.where.addItem(name, columns)
        self.where.setCurrentIndex(max(self._place_of(before), 0))
        self.where.setEnabled(len(choices) > 1)
        blocker.unblock()

    def _place_of(self, columns: object) -> int:
        return next((n for n in range(self.where.count()) if self.where.itemData(n) == columns), -1)

    @guarded
    def show_tally(self, tally: Tally) -> None:
        """Show the state of the search, and announce it when it is complete."""
        before, self._tally = self._tally, tally
        words = self._words(tally) if self.query else ""
        round_ = self._wrapped_text(tally) if words else ""
        self.count.setText(f"{words} ↻" if round_ else words)
        self.count.hint = round_
        words = f"{words}, {round_}" if round_ else words
        self.count.setAccessibleName(words)
        if self.isVisible() and words and tally.complete and tally != before:
            self.announce(words)

    def _words(self, tally: Tally) -> str:
        if not tally.total:
            return self.tr("Not found") if tally.complete else self.tr("Searching…")
        if tally.total > MANY:
            return self._many()
        if not tally.number:
            return self.tr("%Ln found", "", tally.total)
        number, total = map(QLocale().toString, (tally.number, tally.total))
        return self.tr("{number} of {total}").format(number=number, total=total)

    def _wrapped_text(self, tally: Tally) -> str:
        if not tally.wrapped:
            return ""
        return self.tr("continued from the beginning") if tally.wrapped > 0 else self.tr("continued from the end")

    def _many(self) -> str:
        return self.tr("more than {many}").format(many=QLocale().toString(MANY))

    def _least_search(self) -> int:
        """The width of the field and its buttons, with the longest count."""
        longest = self.count.fontMetrics().horizontalAdvance(f"{self._many()} ↻ ")
        return self._search.minimumSize().width() - self.count.minimumSizeHint().width() + longest

    @guarded
    def _on_change(self) -> None:
        self.changed.emit(self.query)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the options below the field if there is no room beside it."""
        widths = self._least_search() + self._options.sizeHint().width() + self.close_button.sizeHint().width()
        beside = event.size().width() >= widths + 2 * (_MARGIN + _GAP)
        ways = QBoxLayout.Direction
        self._rows.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._rows.setSpacing(_GAP if beside else 2)
        super().resizeEvent(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes to the next hit, Shift+Return to the previous one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

"""The choice of the columns of an export: a list with ticks, in the order in which they are written."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reader.parallel import Column
from ui.export.reference import ReferenceChoice
from ui.toolkit.focus_items import tell_ticked
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, tool_tip

_COLUMN = Qt.ItemDataRole.UserRole
_STEPS: Mapping[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TICKED, _UNTICKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ColumnChoice(QWidget):
    """Offers columns, at least one of which is ticked; a reference translation is asked for when it is ticked first."""

    changed = Signal()

    def __init__(
        self,
        titles: Mapping[int, str],
        chosen: Sequence[int],
        reference: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """A list of columns by number.

        Args:
            titles: what they are called.
            chosen: those that are ticked, in their order; the others stand below them. One without a file for the
                `reference` is not.
            reference: the file of the reference translation.
            parent: the widget around it.
        """
        super().__init__(parent)
        self.list, self._reference = _List(), ReferenceChoice()
        self._up, self._down = QPushButton(self.tr("Move &up")), QPushButton(self.tr("Move do&wn"))
        self._reference.set(reference)
        self._reference.setVisible(Column.REFERENCE in titles)
        self._fill(titles, chosen)
        self._lay_out()
        self._connect()
        self.list.setCurrentRow(0)

    def _fill(self, titles: Mapping[int, str], chosen: Sequence[int]) -> None:
        ticked = [column for column in chosen if column in titles and self._can_be(column)]
        ticked = ticked or list(titles)[:1]
        for column in (*ticked, *(each for each in titles if each not in ticked)):
            item = QListWidgetItem(titles[column], self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setData(_COLUMN, column)
            item.setCheckState(_TICKED if column in ticked else _UNTICKED)

    def _lay_out(self) -> None:
        label = Label(self.tr("Colu&mns:"))
        label.setBuddy(self.list)
        self.list.setAccessibleName(self.tr("Columns, in their order"))
        buttons = QHBoxLayout()
        for button in (self._up, self._down):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label)
        column.addWidget(self.list)
        column.addLayout(buttons)
        column.addWidget(self._reference)

    def _connect(self) -> None:
        self.list.itemChanged.connect(self._on_item)
        self.list.moving.connect(guarded(lambda step: self._move(step)))
        self.list.currentRowChanged.connect(self._show_moves)
        self._reference.changed.connect(self._on_reference)
        self._reference.declined.connect(self._on_declined)
        for button, (key, step) in zip((self._up, self._down), _STEPS.items(), strict=True):
            button.clicked.connect(guarded(lambda _=False, step=step: self._move(step)))
            keys = QKeySequence(Qt.KeyboardModifier.AltModifier.value | key)
            button.setToolTip(tool_tip(keys.toString(QKeySequence.SequenceFormat.NativeText)))

    @property
    def chosen(self) -> tuple[int, ...]:
        """The numbers of the columns that are ticked, in their order."""
        items = [item for item in self._items() if item.checkState() is _TICKED]
        return tuple(column for item in items if self._can_be(column := int(item.data(_COLUMN))))

    @property
    def reference(self) -> Path | None:
        """The file of the reference translation, if its column is ticked."""
        return self._reference.file if Column.REFERENCE in self.chosen else None

    def give_up(self) -> None:
        """Leave only the columns that need nothing to be made for them, without emitting a signal."""
        self._reference.set(None)
        self._tick_only(
            [column for column in self.chosen if column in (Column.ORIGINAL, Column.TRANSLATION, Column.NOTES)]
        )

    def _tick_only(self, columns: Sequence[int]) -> None:
        self.list.blockSignals(True)
        for item in self._items():
            item.setCheckState(_TICKED if item.data(_COLUMN) in (columns or [Column.TRANSLATION]) else _UNTICKED)
        self.list.blockSignals(False)
        self.list.viewport().update()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _can_be(self, column: int) -> bool:
        """Whether there is something for a column, or it can be made."""
        return column != Column.REFERENCE or self._reference.file is not None

    @guarded
    def _on_item(self, item: QListWidgetItem) -> None:
        ticked, column = item.checkState() is _TICKED, int(item.data(_COLUMN))
        if ticked and not self._can_be(column):
            self._reference.ask()
            return
        if not ticked and not self.chosen:  # one stays
            self._tick_only([column])
        if item is self.list.currentItem():
            tell_ticked(self.list)
        self.changed.emit()

    @guarded
    def _on_reference(self) -> None:
        self._tick_only([*self.chosen, Column.REFERENCE])
        self.changed.emit()

    @guarded
    def _on_declined(self) -> None:
        self._tick_only(self.chosen)

    def _move(self, step: int) -> None:
        """Move the current column up (-1) or down (1)."""
        row = self.list.currentRow()
        if not 0 <= row + step < self.list.count():
            return
        before = self.chosen
        self.list.blockSignals(True)
        self.list.insertItem(row + step, self.list.takeItem(row))
        self.list.blockSignals(False)
        self.list.setCurrentRow(row + step)
        self._show_moves()
        if self.chosen != before:
            self.changed.emit()

    @guarded
    def _show_moves(self, *_: object) -> None:
        row = self.list.currentRow()
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < self.list.count() - 1)


class _List(QListWidget):
    """Shows all its rows: what is around it scrolls."""

    moving = Signal(int)  # by key: the current row up (-1) or down (1)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current row with Alt and an arrow."""
        step = _STEPS.get(event.key(), 0)
        if step and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier:
            self.moving.emit(step)
        else:
            super().keyPressEvent(event)

    @guarded
    def sizeHint(self) -> QSize:
        """As high as its rows."""
        self.ensurePolished()
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        return QSize(super().sizeHint().width(), rows + 2 * self.frameWidth())

    @guarded
    def minimumSizeHint(self) -> QSize:
        """As high as its rows, too."""
        return QSize(80, self.sizeHint().height())

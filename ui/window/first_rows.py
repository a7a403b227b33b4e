"""How a long document begins, shown while the rest of it is being read."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.parallel import ParallelText
from ui.reading.style import Looks
from ui.reading.table import RowTable
from ui.toolkit.announce import announce
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, breakable


class FirstRows(QWidget):
    """Rows that can be read and scrolled and nothing else, as they will stand in the view, above what is being done."""

    def __init__(self, looks: Callable[[], Looks]) -> None:
        """Nothing; `looks` gives how texts look now."""
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._looks = looks
        self._rows: RowTable | None = None
        self._caption = Label()
        self._caption.setObjectName("hint")
        self._caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._caption.setContentsMargins(8, 6, 8, 6)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._caption)

    def show_rows(self, text: ParallelText, at: tuple[int, float], caption: str) -> None:
        """Show the rows of a text from a place on (see `RowTable.position`)."""
        self.clear_rows()
        self._caption.setText(breakable(caption))
        self._rows = rows = RowTable(self._looks())
        rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rows.setAccessibleName(caption)
        self._column.insertWidget(0, rows, 1)
        rows.show()  # else the layout would do it later, and give it no size now
        self._column.activate()  # it has its size before its rows are laid
        rows.show_text(text, at=at)
        announce(self, caption)

    @guarded
    def tell(self, caption: str) -> None:
        """Say below the rows what is being done; a screen reader has been told of it."""
        self._caption.setText(breakable(caption))

    def position(self) -> tuple[int, float] | None:
        """Where the reader is in what is shown; None if nothing is."""
        return self._rows.position() if self._rows is not None else None

    def clear_rows(self) -> None:
        """Show nothing any more."""
        if self._rows is not None:
            self._column.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
            self._rows = None

"""The window with the information on the open document."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize
from PySide6.QtGui import QGuiApplication, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QDialogButtonBox, QTextEdit, QWidget

from ui.toolkit.dialog import Dialog
from ui.toolkit.folder_opening import open_folder
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import breakable, unbroken
from ui.toolkit.message_line import MessageLine
from ui.window.information_text import Line, Part, as_text
from ui.window.reading_field import lay_out, prepare_field

_SIZE = QSize(620, 560)
_SMALLEST = QSize(420, 320)
_GAP = 16  # between the names and the values
_SPACING = 14  # between the parts
_MARGIN = 8
_Role = QDialogButtonBox.ButtonRole


class _Field(QTextEdit):
    @guarded
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is selected without the line breaks that are possible in it."""
        data = super().createMimeDataFromSelection()  # one made here would outlive Python on the clipboard
        words = unbroken(data.text())
        data.clear()
        data.setText(words)
        return data


class InformationDialog(Dialog):
    """Shows parts of lines, each a name and a value, as one text to read, select and copy."""

    def __init__(self, folder: Path | None, parent: QWidget | None = None) -> None:
        """A window without information; `folder` is the document's, which a button opens."""
        super().__init__(parent)
        self._parts: Sequence[Part] = ()
        self.field, self._told = _Field(), MessageLine()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = self._buttons.addButton(self.tr("&Copy"), _Role.ActionRole)
        self.folder_button = self._buttons.addButton(self.tr("Open &folder"), _Role.ActionRole)
        self._prepare_field()
        self._lay_out()
        self.copy_button.clicked.connect(self._copy)
        self.copy_button.setEnabled(False)  # until there is information
        self.folder_button.setEnabled(folder is not None)
        if folder is not None:
            self.folder_button.clicked.connect(guarded(partial(self._open, folder)))
        self._buttons.rejected.connect(self.close)

    def _prepare_field(self) -> None:
        prepare_field(self.field, self.tr("Document information"))
        self.field.document().setDocumentMargin(_MARGIN)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Document information"))
        lay_out(self, (self.field, self._told, self._buttons), _SIZE, _SMALLEST)
        self.field.setFocus()

    # Contents

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show the information; where it is shown already, the position and the selection stay."""
        where, scrolled = self.field.textCursor(), self.field.verticalScrollBar().value()
        anchor, position = where.anchor(), where.position()
        self._parts = parts
        self._write(parts)
        self._select(anchor, position)
        self.field.verticalScrollBar().setValue(scrolled)
        self.copy_button.setEnabled(True)

    def _select(self, anchor: int, position: int) -> None:
        last, cursor = self.field.document().characterCount() - 1, self.field.textCursor()
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
        self.field.setTextCursor(cursor)

    def _write(self, parts: Sequence[Part]) -> None:
        self.field.clear()
        cursor = QTextCursor(self.field.document())
        line_format = self._line_format(line.name for part in parts for line in part.lines)
        for number, part in enumerate(parts):
            self._write_title(cursor, part.title, first=number == 0)
            for line in part.lines:
                self._write_line(cursor, line, line_format)

    def _write_title(self, cursor: QTextCursor, title: str, *, first: bool) -> None:
        block, bold = QTextBlockFormat(), QTextCharFormat()
        block.setTopMargin(0 if first else _SPACING)
        block.setHeadingLevel(2)  # screen readers go from heading to heading
        bold.setFontWeight(700)
        if first:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        cursor.insertText(title, bold)

    def _write_line(self, cursor: QTextCursor, line: Line, block: QTextBlockFormat) -> None:
        cursor.insertBlock(block if line.name else QTextBlockFormat(), QTextCharFormat())
        value = breakable(line.value)
        cursor.insertText(f"{line.name}:\t{value}" if line.name else value, QTextCharFormat())

    def _line_format(self, names: Iterable[str]) -> QTextBlockFormat:
        """Values in a column of their own, in which they are also wrapped."""
        metrics, block = self.field.fontMetrics(), QTextBlockFormat()
        column = max((metrics.horizontalAdvance(f"{name}:") for name in names), default=0) + _GAP
        block.setLeftMargin(column)
        block.setTextIndent(-column)
        block.setTabPositions([QTextOption.Tab(column, QTextOption.TabType.LeftTab)])
        return block

    @guarded
    def say(self, words: str) -> None:
        """Show a message below the information, and announce it."""
        self._told.say(words)

    @property
    def told(self) -> str:
        """The message below the information."""
        return self._told.text()

    # Actions

    @guarded
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._parts))
        self.say(self.tr("Copied."))

    def _open(self, folder: Path) -> None:
        self.say(open_folder(folder))

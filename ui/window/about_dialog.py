"""The About window: what Tospalt is, its components and their licences, and its folders."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.about import About, licence_name
from reader.components import Component, licence_text
from reader.errors import Message
from reader.version import __version__
from ui.toolkit.dialog import Dialog
from ui.toolkit.folder_opening import open_folder
from ui.toolkit.grouped_list import GroupedList
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import localised, said
from ui.toolkit.icons import app_icon
from ui.toolkit.jobs import Pool
from ui.toolkit.latest import Latest
from ui.toolkit.line_breaks import Label
from ui.toolkit.message_line import MessageLine
from ui.window.text_dialog import TextDialog

_SIZE = QSize(680, 620)
_SMALLEST = QSize(480, 380)
_ICON = 48
_LICENCE = 2  # the column
_Role = QDialogButtonBox.ButtonRole


class AboutDialog(Dialog):
    """Shows the name and the folders at once; versions and licences when they have been gathered."""

    def __init__(
        self,
        folders: Mapping[Message, Path],
        gather: Callable[[], About],
        pool: Pool,
        parent: QWidget | None = None,
    ) -> None:
        """A window that runs `gather` in `pool`; the names of the `folders` are translated here."""
        super().__init__(parent)
        self._about: About | None = None
        self._gathering, self._reading = Latest(pool, self), Latest(pool, self)
        columns = [self.tr("Name"), self.tr("Version"), self.tr("Licence")]
        self.list = GroupedList(self.tr("Versions and licences"), columns, wide=_LICENCE)
        self.list.currentItemChanged.connect(self._on_chosen)
        self._told, self._buttons = MessageLine(), QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = self._buttons.addButton(self.tr("&Copy"), _Role.ActionRole)
        self.licence_button = self._buttons.addButton(self.tr("Show &licence"), _Role.ActionRole)
        self._lay_out(folders)
        self._connect()
        self._told.say(self.tr("Looking up versions and licences…"))
        self._gathering.start(lambda _: gather(), finished=self._show, failed=self._fail)

    # Building

    def _lay_out(self, folders: Mapping[Message, Path]) -> None:
        self.setWindowTitle(self.tr("About Tospalt"))
        self.resize(_SIZE)
        self.setMinimumSize(_SMALLEST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(self._header())
        layout.addWidget(self.list, 1)
        layout.addWidget(self._told)
        layout.addLayout(self._folder_rows(folders))
        layout.addWidget(self._buttons)
        self.foot = self._buttons
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)  # only once it has been laid out
        self.list.setFocus()

    def _connect(self) -> None:
        self.copy_button.clicked.connect(self._copy)
        self.licence_button.clicked.connect(self._read_licence)
        for button in (self.copy_button, self.licence_button):
            button.setEnabled(False)  # until the list is filled
        self._buttons.rejected.connect(self.close)

    def _header(self) -> QHBoxLayout:
        picture, name, sentence = Label(), Label(f"Tospalt {__version__}"), Label()
        picture.setPixmap(app_icon().pixmap(QSize(_ICON, _ICON), self.devicePixelRatio()))
        font = name.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.4)
        name.setFont(font)
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        sentence.setText(self.tr("Shows a text and its translation side by side. Everything stays on this computer."))
        sentence.setWordWrap(True)
        words, row = QVBoxLayout(), QHBoxLayout()
        words.addWidget(name)
        words.addWidget(sentence)
        words.setSpacing(2)
        row.setSpacing(16)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _folder_rows(self, folders: Mapping[Message, Path]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for row, (name, folder) in enumerate(folders.items()):
            label, field = Label(f"{localised(name)}:"), QLineEdit(str(folder))
            button = QPushButton(self.tr("Open folder"))
            field.setReadOnly(True)
            field.setCursorPosition(0)
            field.setAccessibleName(localised(name))
            button.setAccessibleName(f"{button.text()}: {localised(name)}")
            button.setAutoDefault(False)
            button.clicked.connect(guarded(partial(self._open, folder)))
            for column, widget in enumerate((label, field, button)):
                grid.addWidget(widget, row, column)
        return grid

    # Contents

    def _show(self, about: About) -> None:
        self._about = about
        for section in about.sections:
            rows = [(each.name, each.version, localised(licence_name(each))) for each in section.components]
            self.list.add_group(localised(section.title), rows)
        self._on_chosen()
        self.copy_button.setEnabled(True)
        self._told.say("")

    def _fail(self, error: Exception) -> None:
        self._told.say(said(error))

    @property
    def told(self) -> str:
        """The message below the list."""
        return self._told.text()

    @property
    def _component(self) -> Component | None:
        if self._about is None or (place := self.list.place) is None:
            return None
        return self._about.sections[place[0]].components[place[1]]

    # Actions

    @guarded
    def _on_chosen(self) -> None:
        component = self._component
        self.licence_button.setEnabled(component is not None and bool(component.texts))

    @guarded
    def _copy(self) -> None:
        if self._about is not None:
            QGuiApplication.clipboard().setText(self._about.text(localised))
            self._told.say(self.tr("Copied."))

    @guarded
    def _read_licence(self) -> None:
        component = self._component
        if component is None:
            return
        title = self.tr("Licence of {name}").format(name=component.name)
        self._reading.start(
            lambda _: licence_text(component), finished=partial(self._show_licence, title), failed=self._fail
        )

    def _show_licence(self, title: str, text: str) -> None:
        dialog = TextDialog(title, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show_text(text)
        dialog.open()

    def _open(self, folder: Path) -> None:
        self._told.say(open_folder(folder))

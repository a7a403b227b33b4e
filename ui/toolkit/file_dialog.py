"""The dialog for choosing files: the desktop's, or where there is none, Qt's, made to fit in."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QSignalBlocker, QSize
from PySide6.QtGui import QIcon, QPainter, QPalette, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHeaderView, QListView, QToolButton, QTreeView, QWidget

from ui.toolkit.fitting import available, fit, place_over
from ui.toolkit.guard import guarded
from ui.toolkit.sizes import remember, remembered

_SIZE = QSize(820, 540)
_Flag = QItemSelectionModel.SelectionFlag
# Qt's buttons with icons that are black in every theme.
_BLACK = ("backButton", "forwardButton", "toParentButton")


class FileDialog(QFileDialog):
    """Wide enough for the names of files, with icons in the colour of the text."""

    def __init__(self, parent: QWidget, title: str, start: str = "") -> None:
        """A dialog called `title` that begins at the folder, or with the file, `start`."""
        super().__init__(parent, title, start)
        self.setOption(QFileDialog.Option.HideNameFilterDetails)  # dozens of suffixes
        self._shown = QSize()  # its size when it was shown

    @guarded
    def setVisible(self, visible: bool) -> None:
        """Before Qt's dialog is shown, fit it on the screen; when it is closed, remember its size."""
        shows = visible and not self.isVisible()
        if shows:
            fit(self, remembered(self) or _SIZE, available(self))
            place_over(self, available(self))
        elif not visible and self.isVisible():
            remember(self, self._shown)
        super().setVisible(visible)
        if shows:
            self._shown = self.size()

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        """Draw icons in the colours of the theme, and prepare the lists for use; Qt's dialog has them only now."""
        super().showEvent(event)
        if (files := self.findChild(QTreeView, "treeView")) is not None:
            _fit(files.header())
        if (places := self.findChild(QListView, "sidebar")) is not None:
            _begin(places)
        self._ink()

    @guarded
    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons again in another theme, which the system may change while this is open."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._ink()

    def _ink(self) -> None:
        for button in self.findChildren(QToolButton):
            if button.objectName() in _BLACK:
                button.setIcon(_inked(button.icon(), button.iconSize(), self.palette()))


def _begin(places: QListView) -> None:
    """Give a list a current row, which the keyboard begins at, without going there, as Qt does when told of it."""
    if not places.currentIndex().isValid():
        with QSignalBlocker(places.selectionModel()):
            places.selectionModel().setCurrentIndex(places.model().index(0, 0), _Flag.NoUpdate)


def _fit(header: QHeaderView) -> None:
    """Give names what the other columns leave, which are as wide as what they show."""
    header.setStretchLastSection(False)
    header.setResizeContentsPrecision(0)  # only the rows on screen: a folder may have thousands
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def _inked(icon: QIcon, size: QSize, palette: QPalette) -> QIcon:
    """The shape of an icon in the colours of text that is enabled and disabled."""
    inked = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        picture = icon.pixmap(size)
        painter = QPainter(picture)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(picture.rect(), palette.color(group, QPalette.ColorRole.WindowText))
        painter.end()
        inked.addPixmap(picture, mode)
    return inked

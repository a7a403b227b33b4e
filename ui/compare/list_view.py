"""The list of sentences in the checklist."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.compare.model import SentenceModel
from ui.compare.spots import Spot
from ui.toolkit.guard import guarded

_PADDING = 10  # pixels that a row is higher than its text
_GOING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_Flag = QItemSelectionModel.SelectionFlag


class SentenceListView(QTableView):
    """Lists sentences in rows of one line; selected is the sentence with the caret of the text, if it is listed.

    A table rather than a list, since Qt would lay out each of a hundred thousand rows of that again and again.
    """

    pointed = Signal(object)  # the Spot that the user went to in the list
    chosen = Signal(object)  # the Spot where the user wants to go on in the text

    def __init__(self, model: SentenceModel, parent: QWidget | None = None) -> None:
        """A view of `model`."""
        super().__init__(parent)
        self._sentences = model
        self._here: Spot | None = None
        self.setObjectName("sentences")
        self.setModel(model)
        self.setAccessibleName(self.tr("Sentences"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heights = self.verticalHeader()
        heights.hide()
        heights.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heights.setDefaultSectionSize(self.fontMetrics().height() + _PADDING)
        self.clicked.connect(self._point)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._stay)

    @guarded
    def minimumSizeHint(self) -> QSize:
        """Room for two rows."""
        return QSize(0, 2 * self.verticalHeader().defaultSectionSize())

    def tell_empty(self, why: str) -> None:
        """The list is empty, for this reason; "" if it is not."""
        self.setAccessibleDescription(why)
        if (empty := bool(why)) != self.property("empty"):
            self.setProperty("empty", empty)  # the focus is seen at no entry then
            self.style().unpolish(self)
            self.style().polish(self)

    def show_spot(self, spot: Spot | None) -> None:
        """Select this sentence, and bring it into view, if it is listed."""
        self._here = spot
        index = self._sentences.index_of(spot)
        self._go_to(index)
        if index.isValid():
            self.scrollTo(index)

    def _go_to(self, index: QModelIndex) -> None:
        selection = self.selectionModel()
        if index.isValid():
            selection.setCurrentIndex(index, _Flag.ClearAndSelect)
            return
        selection.clearSelection()
        if self._here is not None:  # from where the arrow keys go on
            selection.setCurrentIndex(self._sentences.index_near(self._here), _Flag.NoUpdate)

    @guarded
    def _stay(self) -> None:
        """Other sentences are listed: what was selected still is, if it is listed, and nothing else."""
        self._go_to(self._sentences.index_of(self._here))

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Space go to the sentence in the text; the arrow keys take the text along."""
        before = self.currentIndex()
        if event.key() in _GOING and before.isValid():
            self.chosen.emit(self._sentences.spot(before))
        elif event.key() == Qt.Key.Key_Down and before.isValid() and self._is_beyond(before):
            self._point(before)
        else:
            super().keyPressEvent(event)
            if self.currentIndex().isValid() and self.currentIndex() != before:
                self._point(self.currentIndex())

    def _is_beyond(self, index: QModelIndex) -> bool:
        """Whether the entry with the focus is one after the sentence with the caret, which is not listed."""
        return not self.selectionModel().hasSelection() and (
            self._here is None or self._sentences.spot(index) > self._here
        )

    @guarded
    def _point(self, index: QModelIndex) -> None:
        self.pointed.emit(self._sentences.spot(index))

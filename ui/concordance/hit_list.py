"""The list of hits, grouped by what the word has become."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QTreeView, QWidget

from reader.concordance import Hit
from ui.concordance.delegate import HitDelegate
from ui.concordance.model import HIT_ROLE, HitModel
from ui.toolkit.guard import guarded
from ui.toolkit.theme import Theme

_INDENT = 12


class HitList(QTreeView):
    """Hits in groups that can be folded; Return or a double click chooses one."""

    moved = Signal()  # another hit is current, or none
    chosen = Signal(object)  # Hit

    def __init__(
        self, theme: Callable[[], Theme], numbers: Callable[[], Sequence[int | None]], parent: QWidget | None = None
    ) -> None:
        """An empty list.

        Args:
            theme: gives the colours.
            numbers: gives the numbers of the paragraphs of the document, by row; None for those without.
            parent: of the widget.
        """
        super().__init__(parent)
        self.hits = HitModel(numbers)
        self.setModel(self.hits)
        self.setHeaderHidden(True)
        self.setIndentation(_INDENT)
        self.setAccessibleName(self.tr("Sentences"))
        self.setItemDelegate(HitDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(False)
        self.selectionModel().currentChanged.connect(self.moved)
        self.activated.connect(self._on_activated)
        key = QShortcut(QKeySequence.StandardKey.Copy, self, context=Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self._copy)

    @property
    def hit(self) -> Hit | None:
        """The current one."""
        found = self.currentIndex().data(HIT_ROLE)
        return found if isinstance(found, Hit) else None

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show these; the one that was current stays so if it is among them, else the first is."""
        before = self.hit
        self.hits.show_hits(hits)
        self.expandAll()
        self.setCurrentIndex(self.hits.index_of(before))
        if before is None:
            self.scrollToTop()
        self.moved.emit()

    @guarded
    def _on_activated(self, index: QModelIndex) -> None:
        if isinstance(hit := index.data(HIT_ROLE), Hit):
            self.chosen.emit(hit)
        else:
            self.setExpanded(index, not self.isExpanded(index))

    @guarded
    def _copy(self) -> None:
        if (hit := self.hit) is not None:
            QApplication.clipboard().setText(f"{hit.text}\t{hit.other}")

"""The view of the package list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from ui.packages.delegate import PackageDelegate
from ui.packages.model import Index, PackageModel, PackageRow
from ui.toolkit.guard import guarded
from ui.toolkit.theme import Theme


class PackageList(QListView):
    """The list of packages; its rows are drawn by `delegate`."""

    def __init__(self, model: PackageModel, theme: Theme) -> None:
        """A view of `model` in the colours of `theme`."""
        super().__init__()
        self.setObjectName("packages")
        self.delegate = PackageDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(self.tr("Language packages"))

    @guarded
    def scrollTo(self, index: Index, hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible) -> None:
        """Scroll so that the heading above a section's first row is visible too."""
        above = self.model().index(index.row() - 1, 0)
        if above.isValid() and not above.flags() & Qt.ItemFlag.ItemIsSelectable:
            super().scrollTo(above, hint)
        super().scrollTo(index, hint)


def key_of(row: PackageRow | None) -> object:
    """Identifies a row when the list is rebuilt: its direction, and its folder if it has one."""
    if row is None:
        return None
    if row.broken is not None:
        return row.broken.path
    if row.package is not None:
        return row.package.path
    return (row.offer.source, row.offer.target) if row.offer else None

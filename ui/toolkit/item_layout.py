"""The base of layouts of our own: the list of items that Qt wants from every one of them."""

from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.toolkit.guard import guarded


class ItemLayout(QLayout):
    """Keeps the items in the order in which they were added; where they stand is up to the class made from it."""

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        """An empty layout, that of `parent` if one is given, with `spacing` pixels between its items."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)

    @guarded
    def addItem(self, item: QLayoutItem) -> None:
        """Add an item behind the others."""
        self._items.append(item)

    @guarded
    def count(self) -> int:
        """The number of items."""
        return len(self._items)

    @guarded
    def itemAt(self, index: int) -> QLayoutItem | None:
        """An item, or None if there are not that many."""
        return self._items[index] if 0 <= index < len(self._items) else None

    @guarded
    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove an item and return it, or None if there are not that many."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

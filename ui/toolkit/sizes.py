"""The sizes that the user gives to dialogs, kept by the names of their classes."""

from typing import Protocol
from weakref import WeakKeyDictionary

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLayout, QWidget


class Sizes(Protocol):
    """Where the sizes that the user gives to dialogs are kept, by the name of their class."""

    def size_of(self, name: str) -> QSize | None:
        """The size last kept, if any."""

    def keep_size(self, name: str, size: QSize) -> None:
        """Keep a size."""


_sizes: WeakKeyDictionary[QWidget, Sizes] = WeakKeyDictionary()


def remember_sizes(window: QWidget, sizes: Sizes) -> None:
    """Keep the sizes of all dialogs over `window`, and over those, in `sizes`."""
    _sizes[window] = sizes


def remembered(dialog: QWidget) -> QSize | None:
    """The size that the user last gave to such a dialog, if any."""
    sizes = _keeper(dialog)
    return sizes.size_of(type(dialog).__name__) if sizes is not None else None


def remember(dialog: QWidget, shown: QSize) -> None:
    """Keep the size of a dialog that is being closed, unless it is the one in which it was `shown`."""
    sizes, layout = _keeper(dialog), dialog.layout()
    follows = layout is not None and layout.sizeConstraint() == QLayout.SizeConstraint.SetFixedSize
    if sizes is not None and not follows and dialog.size() != shown:
        sizes.keep_size(type(dialog).__name__, dialog.size())


def _keeper(dialog: QWidget) -> Sizes | None:
    above = dialog.parentWidget()
    while above is not None and above not in _sizes:
        above = above.parentWidget()
    return None if above is None else _sizes[above]

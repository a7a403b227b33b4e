"""A panel at the side of the text, as the user wants it."""

from PySide6.QtWidgets import QWidget

from reader.late_dataclasses import dataclass


@dataclass(slots=True)
class Side:
    """A panel that hides by itself where there is no room for it, and comes back.

    Attributes:
        widget: the panel.
        width: the one that it is to have, in device-independent pixels; where there is little room it has less.
        usual: its width when it is shown for the first time.
        wanted: whether the user wants it.
        insisted: whether the user has shown it where there was no room for it, so that it does not hide.
    """

    widget: QWidget
    width: int
    usual: int
    wanted: bool = False
    insisted: bool = False

    @classmethod
    def kept(cls, widget: QWidget, width: int, usual: int) -> "Side":
        """As it was remembered: a `width` of 0 is that of a panel that the user has hidden."""
        return cls(widget, width or usual, usual, wanted=width > 0)

    @property
    def hidden(self) -> bool:
        """Whether it is hidden."""
        return self.widget.isHidden()

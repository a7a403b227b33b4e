"""The row in which the more important widgets get their room first."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.patience import PATIENCE
from ui.toolkit.elided import ElidedLabel
from ui.toolkit.ranked import RankedRow

LONG, SHORT = "4,370 of 12,000 paragraphs · about an hour left", "4,370 of 12,000"


class Holder(QWidget):
    """A label that can be short at the right end, and a less important one at the left."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.last = ElidedLabel(), ElidedLabel()
        row = RankedRow(10, right=1, parent=self)
        row.rank(self.first, 2, lambda: self.first.widths)
        row.rank(self.last, 1, lambda: self.last.widths)
        self.first.setText("Norwegian Bokmål → English · translate-nb_en 0.3", "Norwegian Bokmål → English")
        self.last.setText(LONG, SHORT)

    @property
    def both(self) -> tuple[str, str]:
        return self.first.shown, self.last.shown


@pytest.fixture
def holder(qtbot: QtBot) -> Holder:
    holder = Holder()
    qtbot.addWidget(holder)
    holder.show()
    return holder


def test_each_is_as_long_as_there_is_room_and_the_important_one_is_short_last(holder: Holder) -> None:
    long, short = (label.text() for label in (holder.first, holder.last)), ("Norwegian Bokmål → English", SHORT)
    first, last = holder.first, holder.last
    widths = {
        tuple(long): first.sizeHint().width() + last.sizeHint().width() + 10,
        (short[0], LONG): first.widths[0] + last.sizeHint().width() + 10,
        short: first.widths[0] + last.widths[0] + 10,
    }
    for shown, width in widths.items():
        holder.resize(width, 30)
        assert holder.both == shown
    holder.resize(last.widths[0] + 10 + 60, 30)
    assert last.shown == SHORT and first.shown.endswith("…")


def test_what_stands_at_the_right_end_does_so_and_nothing_overlaps(holder: Holder) -> None:
    for width in (90, 200, 400, 1200):
        holder.resize(width, 30)
        assert holder.last.geometry().right() == holder.width() - 1
        assert holder.first.geometry().right() < holder.last.x()
    assert holder.first.x() == 0 and holder.minimumSizeHint().width() < 90


def test_one_that_is_hidden_takes_no_room(holder: Holder, qtbot: QtBot) -> None:
    holder.resize(holder.last.sizeHint().width(), 30)
    holder.first.hide()
    qtbot.waitUntil(lambda: holder.last.shown == LONG, timeout=PATIENCE)
    assert holder.sizeHint().width() == holder.last.sizeHint().width()

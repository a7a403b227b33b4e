"""The tests' watchdog reports what blocks the event loop."""

import time
from functools import partial

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from tests.ui.patience import PATIENCE
from tests.watchdog import PROPERTY, SlowCall, Watchdog, summary, watchdog
from ui.app import Tospalt
from ui.toolkit.guard import guarded


class Slow(QObject):
    """Has a slow slot."""

    done = False

    @guarded
    def slot(self) -> None:
        """Take clock time, but no CPU time."""
        self.inner()
        self.done = True

    @guarded
    def inner(self) -> None:
        """Counts as part of the slot that calls it."""
        time.sleep(0.15)  # to be reported


def test_a_slot_that_keeps_the_loop_is_named(qtbot: QtBot) -> None:
    slow = Slow()
    QTimer.singleShot(0, slow.slot)
    qtbot.waitUntil(lambda: slow.done, timeout=PATIENCE)
    [held] = watchdog.take()
    assert held.slot.endswith("test_watchdog.Slow.slot")
    assert held.clock > 100 > held.processor


def test_the_slots_of_the_program_are_watched(program: Tospalt) -> None:
    clocked = vars(Tospalt.save)["__wrapped__"]
    assert clocked.__wrapped__ is not None  # by the watchdog, below the guard
    everything = Watchdog(limit_ms=0)
    everything.clocked(program.save)()
    assert [held.slot for held in everything.take()] == ["ui.app.Tospalt.save"]


def test_quick_slots_are_not_named() -> None:
    patient = Watchdog(limit_ms=60_000)
    patient.clocked(time.time)()
    assert not patient.take()


@pytest.mark.parametrize("most", [1, 2])
def test_the_summary_tells_the_slowest_first(most: int) -> None:
    slower, slow = str(SlowCall(200.4, 1, "a.B.c")), str(SlowCall(101, 100, "a.B.d"))
    told = [("t::one", PROPERTY, slow), ("t::two", "other", "3 ms"), ("t::three", PROPERTY, slower)]
    first = "200 ms (1 ms computing) a.B.c in t::three"
    second = "101 ms (100 ms computing) a.B.d in t::one" if most == 2 else "… and 1 more"
    assert summary(told, most) == [first, second]


def test_a_slot_made_of_another_function_is_named_by_that() -> None:
    dog = Watchdog(limit_ms=0)
    dog.clocked(partial(max, 1))(2)
    assert [held.slot for held in dog.take()] == ["builtins.max"]

"""Cycles are collected only on the window's thread."""

import gc
import threading
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reader.gc_pause import freeze_existing_objects, gc_paused
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.toolkit import cycle_collector
from ui.toolkit.cycle_collector import CycleCollector
from ui.toolkit.jobs import Job


class Knot:
    """A reference cycle of one object."""

    def __init__(self) -> None:
        self.itself = self


def litter(_job: Job) -> None:
    """Make far more garbage than triggers a collection."""
    for _ in range(200_000):
        Knot()


def test_cycles_are_collected_on_the_windows_thread_though_another_one_makes_them(
    start: Callable[[], Tospalt], qtbot: QtBot
) -> None:
    gc.enable()  # as in the program; tests turn it off
    program = start()
    collected_on: list[threading.Thread] = []
    knot = Knot()
    weakref.finalize(knot, lambda: collected_on.append(threading.current_thread()))
    del knot
    program.pools.files.start(Job(litter))
    qtbot.waitUntil(lambda: bool(collected_on), timeout=PATIENCE)
    assert collected_on == [threading.main_thread()]


def test_it_waits_while_the_collector_is_at_rest(qtbot: QtBot) -> None:
    collector, looks = CycleCollector(), list[None]()
    gc.callbacks.append(watch := lambda *_: looks.append(None))
    try:
        with gc_paused():
            litter(Job(lambda _: None))
            collector._look()
            assert looks == []
        collector._look()
        assert looks
    finally:
        gc.callbacks.remove(watch)
        collector.close()


def test_what_has_lived_long_is_left_out_until_everything_is_collected(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cycle_collector, "_NOTICED_S", 0.0)
    collector, kept = CycleCollector(), Knot()
    ended = weakref.ref(kept)
    monkeypatch.setattr(gc, "get_count", lambda: (10_000, 10_000, 10_000))
    collector._look()
    del kept
    collector._not_before = 0.0
    collector._look()
    assert ended() is not None
    collector.collect_all()
    assert ended() is None
    collector.close()


def test_everything_is_collected_once_the_user_does_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    field, collector, kept = QLineEdit(), CycleCollector(), Knot()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow, timeout=PATIENCE)
    ended = weakref.ref(kept)
    freeze_existing_objects()
    del kept
    collector.collect_all_when_quiet()
    first = collector._quiet.remainingTime()
    monkeypatch.setattr(cycle_collector, "_QUIET_MS", 60_000)
    window = field.windowHandle()
    assert window is not None
    QTest.keyClick(window, Qt.Key.Key_A)
    assert collector._quiet.remainingTime() > first and ended() is not None
    monkeypatch.setattr(cycle_collector, "_QUIET_MS", 1)
    QTest.keyClick(window, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: ended() is None, timeout=PATIENCE)
    collector.close()


def test_everything_is_collected_now_and_then_while_the_user_is_elsewhere(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    collector, kept = CycleCollector(), Knot()
    ended = weakref.ref(kept)
    freeze_existing_objects()
    del kept
    monkeypatch.setattr(cycle_collector, "_in_front", lambda: True)
    collector._thorough_at = 0.0
    collector._look()
    assert ended() is not None
    monkeypatch.setattr(cycle_collector, "_in_front", lambda: False)
    collector._look()
    assert ended() is None
    collector.close()


def test_python_collects_again_when_the_program_has_ended(start: Callable[[], Tospalt]) -> None:
    gc.enable()
    program = start()
    assert not gc.isenabled()
    program.close()
    assert gc.isenabled()

"""Cycles are collected only on the window's thread."""

import gc
import threading
import weakref
from collections.abc import Callable

from pytestqt.qtbot import QtBot

from reader.gc_pause import gc_paused
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
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


def test_python_collects_again_when_the_program_has_ended(start: Callable[[], Tospalt]) -> None:
    gc.enable()
    program = start()
    assert not gc.isenabled()
    program.close()
    assert gc.isenabled()

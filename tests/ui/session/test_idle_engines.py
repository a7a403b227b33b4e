"""Engines are unloaded when nobody has used them for a while, on their own thread."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from reader.engine import Engines
from tests.ui.patience import PATIENCE
from ui.session.idle_engines import IdleEngines
from ui.toolkit.jobs import Pool


class CountingEngines(Engines):
    """Tells on which threads it was asked to unload what is idle."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def unload_idle(self, seconds: float) -> None:
        assert seconds == 300
        self.asked.append(threading.current_thread().name)


@pytest.fixture
def pool() -> Iterator[Pool]:
    pool = Pool("engine", 1)
    yield pool
    pool.close()


def look(idle: IdleEngines) -> None:
    idle._timer.timeout.emit()


def test_engines_are_unloaded_on_their_own_thread_unless_they_translate(
    pool: Pool, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    engines, busy, seconds = CountingEngines(), [True], list[float]()
    monkeypatch.setattr("ui.session.idle_engines.unload_idle_detector", seconds.append)
    idle = IdleEngines(engines, pool, lambda: busy[0])
    look(idle)
    assert not pool._running
    busy[0] = False
    with qtbot.waitSignal(pool.ended, timeout=PATIENCE):
        look(idle)
    assert [name.split("_")[0] for name in engines.asked] == ["engine"]
    assert seconds == [60]


def test_the_detector_stays_while_the_window_needs_it(
    pool: Pool, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    engines = CountingEngines()
    monkeypatch.setattr("ui.session.idle_engines.unload_idle_detector", lambda _: pytest.fail("it was unloaded"))
    idle = IdleEngines(engines, pool, lambda: False, lambda: True)
    with qtbot.waitSignal(pool.ended, timeout=PATIENCE):
        look(idle)
    assert engines.asked


def test_nothing_is_looked_at_any_more_once_it_is_stopped(pool: Pool) -> None:
    idle = IdleEngines(Engines(), pool, lambda: False)
    assert idle._timer.isActive()
    idle.stop()
    assert not idle._timer.isActive()

"""Modules are loaded one by one, on another thread, while nothing else is done."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.patience import PATIENCE
from ui.toolkit.imports_ahead import ImportsAhead
from ui.toolkit.jobs import Pool

_NAMES = ["needed_later_one", "needed_later_two"]


@pytest.fixture
def pool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pool]:
    """A pool, and two modules that tell on which thread they were loaded."""
    for name in _NAMES:
        (tmp_path / f"{name}.py").write_text("import threading\nthread = threading.current_thread().name\n")
    monkeypatch.syspath_prepend(tmp_path)
    pool = Pool("files", 2)
    yield pool
    pool.close()
    for name in _NAMES:
        sys.modules.pop(name, None)


def loaded() -> list[str]:
    return [name for name in _NAMES if name in sys.modules]


def test_modules_are_loaded_one_at_a_time_once_nothing_else_is_done(pool: Pool, qtbot: QtBot) -> None:
    busy = [True]
    ahead = ImportsAhead((), _NAMES, pool, lambda: busy[0])
    assert not ahead._timer.isActive()
    ahead.begin()
    assert ahead._timer.isActive()
    ahead._timer.timeout.emit()
    assert not ahead._loading.running and not loaded()
    busy[0] = False
    with qtbot.waitSignal(pool.ended, timeout=PATIENCE):
        ahead._timer.timeout.emit()
        ahead._timer.timeout.emit()  # the first is still being loaded
    assert loaded() == _NAMES[:1] and sys.modules[_NAMES[0]].thread.startswith("files")
    qtbot.waitUntil(lambda: not ahead._loading.running, timeout=PATIENCE)
    with qtbot.waitSignal(pool.ended, timeout=PATIENCE):
        ahead._timer.timeout.emit()
    assert loaded() == _NAMES
    qtbot.waitUntil(lambda: not ahead._loading.running, timeout=PATIENCE)
    ahead._timer.timeout.emit()
    assert not ahead._timer.isActive()


def test_no_module_is_loaded_any_more_once_it_is_stopped(pool: Pool) -> None:
    ahead = ImportsAhead((), _NAMES, pool, lambda: False)
    ahead.begin()
    ahead.stop()
    assert not ahead._timer.isActive() and not loaded()


def test_what_is_needed_soon_is_loaded_at_once_whatever_is_done(pool: Pool, qtbot: QtBot) -> None:
    ahead = ImportsAhead(_NAMES, (), pool, lambda: True)
    with qtbot.waitSignal(pool.ended, timeout=PATIENCE):
        ahead.begin()
    assert loaded() == _NAMES and sys.modules[_NAMES[0]].thread.startswith("files")
    ahead.stop()

"""The models of a document are loaded while it is read."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from reader.engine import Engines
from reader.library import Entry
from reader.packages import Packages
from tests.ui.patience import PATIENCE
from ui.session.loading_ahead import LoadingAhead
from ui.toolkit.jobs import Pool


class Noting(Engines):
    """Notes what it is to load."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[tuple[str, str]] = []

    def load_ahead(self, installed: Packages, source: str, target: str, cancelled: Callable[[], bool]) -> None:
        self.loaded.append((source, target))


class Document(QObject):
    opening = Signal(object)
    turning = Signal()
    closed = Signal()


@pytest.fixture
def pool() -> Iterator[Pool]:
    pool = Pool("engine", 1)
    yield pool
    pool.close()


def test_what_a_document_is_translated_with_is_loaded_as_soon_as_it_is_to_be_opened(pool: Pool, qtbot: QtBot) -> None:
    engines, document = Noting(), Document()
    ahead = LoadingAhead(document, engines, pool)  # type: ignore[arg-type]
    for entry in (
        Entry(Path("/a.txt"), source="nb"),
        Entry(Path("/a.txt"), source="en"),
        Entry(Path("/a.txt"), source="nb", target="fr", translated=0.5),
    ):
        with qtbot.waitSignal(pool.ended, timeout=PATIENCE):
            document.opening.emit(entry)
    assert engines.loaded == [("nb", "en"), ("en", "nb"), ("nb", "fr")]
    del ahead


def test_nothing_is_loaded_for_a_document_in_an_unknown_language_or_all_translated(pool: Pool) -> None:
    engines, document = Noting(), Document()
    ahead = LoadingAhead(document, engines, pool)  # type: ignore[arg-type]
    document.opening.emit(Entry(Path("/a.txt")))
    document.opening.emit(Entry(Path("/a.txt"), source="nb", translated=1.0))
    pool.flush(PATIENCE / 1000)
    assert engines.loaded == []
    del ahead


class Slow(Engines):
    """Loads until that is cancelled."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = Event()

    def load_ahead(self, installed: Packages, source: str, target: str, cancelled: Callable[[], bool]) -> None:
        self.begun.set()
        while not cancelled():
            pass


@pytest.mark.parametrize("signal", ["turning", "closed"])
def test_it_ends_when_the_document_is_closed_or_turned(pool: Pool, qtbot: QtBot, signal: str) -> None:
    engines, document = Slow(), Document()
    ahead = LoadingAhead(document, engines, pool)  # type: ignore[arg-type]
    document.opening.emit(Entry(Path("/a.txt"), source="nb"))
    assert engines.begun.wait(PATIENCE / 1000)
    with qtbot.waitSignal(pool.ended, timeout=PATIENCE):
        getattr(document, signal).emit()
    del ahead

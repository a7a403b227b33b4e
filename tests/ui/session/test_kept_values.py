"""What is kept for documents follows their files, is forgotten with them, and is saved once the disk takes it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.library import Entry
from reader.memory import DocumentValues, Memory
from tests.ui.patience import PATIENCE
from ui.session import kept_values
from ui.session.kept_values import KeptValues
from ui.toolkit.jobs import Pool

ONE, TWO = Path("/one.txt"), Path("/two.txt")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "memory.sqlite"


@pytest.fixture
def pool(qapp: object) -> Iterator[Pool]:
    pool = Pool("edits", 1)
    yield pool
    assert pool.close(PATIENCE / 1000)


@pytest.fixture
def memory(file: Path) -> Iterator[Memory]:
    with closing(Memory(file)) as memory:
        yield memory


@pytest.fixture
def kept(memory: Memory, pool: Pool) -> KeptValues:
    return KeptValues(DocumentValues(memory), pool)


def keep(kept: KeptValues, document: Path, pool: Pool, qtbot: QtBot) -> None:
    kept.do(lambda values: values.change(document, "note", {"1": "a note"}))
    done(pool, qtbot)


def done(pool: Pool, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not pool._running, timeout=PATIENCE)


def test_what_was_done_is_handed_over_and_in_the_memory(
    kept: KeptValues, memory: Memory, pool: Pool, qtbot: QtBot
) -> None:
    found: list[object] = []
    keep(kept, ONE, pool, qtbot)
    kept.do(lambda values: values.of(ONE, "note"), found.append)
    done(pool, qtbot)
    assert found == [memory.values_of(ONE, "note")] == [{"1": "a note"}]


def test_it_is_kept_for_the_file_that_a_document_has_now(
    kept: KeptValues, memory: Memory, pool: Pool, qtbot: QtBot
) -> None:
    keep(kept, ONE, pool, qtbot)
    kept.follow(Entry(ONE), Entry(TWO))
    done(pool, qtbot)
    assert memory.documents_with_values() == [TWO]


def test_what_could_not_be_saved_is_saved_by_itself_unless_it_was_forgotten(
    kept: KeptValues, memory: Memory, file: Path, pool: Pool, qtbot: QtBot
) -> None:
    file.mkdir()
    keep(kept, ONE, pool, qtbot)
    keep(kept, TWO, pool, qtbot)
    assert kept.unsaved == 2
    kept.forget(ONE)
    done(pool, qtbot)
    file.rmdir()
    kept._again.setInterval(0)
    kept._again.start()
    qtbot.waitUntil(lambda: not kept.unsaved, timeout=PATIENCE)
    done(pool, qtbot)
    assert memory.documents_with_values() == [TWO] and not kept._again.isActive()


def test_it_is_tried_again_after_some_seconds(
    file: Path, memory: Memory, pool: Pool, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_values, "_AGAIN_MS", 1)
    kept = KeptValues(DocumentValues(memory), pool)
    file.mkdir()
    keep(kept, ONE, pool, qtbot)
    file.rmdir()
    qtbot.waitUntil(lambda: not kept.unsaved, timeout=PATIENCE)
    done(pool, qtbot)
    assert memory.documents_with_values() == [ONE]


def test_it_is_tried_again_however_often_something_is_read_meanwhile(
    kept: KeptValues, file: Path, pool: Pool, qtbot: QtBot
) -> None:
    file.mkdir()
    keep(kept, ONE, pool, qtbot)
    begun: list[object] = []
    kept._again.start = lambda: begun.append(None)  # type: ignore[assignment,method-assign]
    kept.do(lambda values: values.of(ONE, "note"))
    done(pool, qtbot)
    assert kept._again.isActive() and not begun
    file.rmdir()

"""Work on thousands of things that leaves the window time."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from tests.ui.patience import PATIENCE
from ui.toolkit import portions
from ui.toolkit.portions import Portions, portions_of


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is time for one portion at a time."""
    monkeypatch.setattr(portions, "_AT_ONCE_S", -1.0)


@pytest.fixture
def owner(qapp: object) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()


def noted(done: list[object]) -> Callable[[Sequence[int]], object]:
    return lambda part: done.append(list(part))


def test_what_is_little_is_done_at_once_even_if_there_is_no_time(owner: QObject, hurried: None) -> None:
    done = list[object]()
    Portions(owner).begin(portions_of(range(3), 3, noted(done)), lambda: done.append("then"))
    assert done == [[0, 1, 2], "then"]
    Portions(owner).begin(portions_of(range(0), 3, noted(done)), lambda: done.append("nothing"))
    assert done[-1] == "nothing"


def test_what_is_much_is_done_in_turns_of_the_event_loop_one_work_after_another(
    owner: QObject, hurried: None, qtbot: QtBot
) -> None:
    done, turns = list[object](), Portions(owner)
    turns.begin(portions_of(range(5), 2, noted(done)), lambda: done.append("one"))
    turns.begin(portions_of(range(1), 2, noted(done)), lambda: done.append("two"))
    assert done == [[0, 1]]
    qtbot.waitUntil(lambda: "two" in done, timeout=PATIENCE)
    assert done == [[0, 1], [2, 3], [4], "one", [0], "two"]


def test_what_is_to_be_done_later_waits_for_the_event_loop_however_little_it_is(owner: QObject, qtbot: QtBot) -> None:
    done, turns = list[object](), Portions(owner)
    for number in range(3):
        turns.begin(portions_of(range(1), 2, noted(done)), partial(done.append, number), later=True)
    assert done == []
    qtbot.waitUntil(lambda: 2 in done, timeout=PATIENCE)
    assert done == [[0], 0, [0], 1, [0], 2]


def test_what_something_depends_on_is_finished_before_it(owner: QObject, hurried: None) -> None:
    done, turns = list[object](), Portions(owner)
    turns.begin(portions_of(range(5), 2, noted(done)), turns.finish)
    turns.finish()
    assert done == [[0, 1], [2, 3], [4]]
    turns.finish()


def test_work_that_fails_does_not_stand_in_the_way_of_others(owner: QObject, hurried: None, qtbot: QtBot) -> None:
    done, turns = list[object](), Portions(owner)

    def failing() -> Iterator[None]:
        yield
        raise ValueError

    turns.begin(failing(), lambda: done.append("never"))
    turns.begin(portions_of(range(1), 2, noted(done)), lambda: done.append("two"))
    with capture_exceptions() as caught:
        qtbot.waitUntil(lambda: "two" in done, timeout=PATIENCE)
    assert [kind for kind, *_ in caught] == [ValueError] and "never" not in done

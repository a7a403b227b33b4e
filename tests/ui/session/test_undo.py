"""The steps that can be undone: of the open document and of the library, in turns."""

from functools import partial
from pathlib import Path

import pytest

from ui.session.undo import Step, Undo

ONE, TWO = Path("/one.txt"), Path("/two.txt")


@pytest.fixture
def done() -> list[str]:
    """What was done and not undone, in order."""
    return []


def nothing() -> None:
    """Do nothing."""


def _do(undo: Undo, done: list[str], name: str, document: Path | None = None, *about: Path) -> None:
    done.append(name)
    undo.push(Step(lambda: name, lambda: done.remove(name), lambda: done.append(name), document, frozenset(about)))


def test_steps_are_undone_from_the_last_to_the_first_and_redone_in_order(done: list[str]) -> None:
    undo = Undo()
    undo.show(ONE)
    for name in "abc":
        _do(undo, done, name, ONE)
    undo.undo()
    undo.undo()
    assert done == ["a"]
    undo.redo()
    assert done == ["a", "b"]
    undo.redo()
    undo.redo()
    assert done == ["a", "b", "c"]


def test_only_steps_of_the_open_document_and_of_the_library_are_undone(done: list[str]) -> None:
    undo = Undo()
    _do(undo, done, "one", ONE)
    _do(undo, done, "library")
    _do(undo, done, "two", TWO)
    undo.show(ONE)
    undo.undo()
    undo.undo()
    undo.undo()
    assert done == ["two"]
    undo.show(TWO)
    undo.undo()
    assert done == []


def test_a_new_step_ends_what_can_be_redone_but_not_in_another_document(done: list[str]) -> None:
    undo = Undo()
    undo.show(ONE)
    _do(undo, done, "one", ONE)
    undo.undo()
    undo.show(TWO)
    _do(undo, done, "two", TWO)
    undo.undo()
    _do(undo, done, "other", TWO)
    assert undo.next_redo is None
    undo.show(ONE)
    assert undo.next_redo is not None and undo.next_redo.words() == "one"


def test_a_step_that_fails_does_not_stand_in_the_way_of_those_before(done: list[str]) -> None:
    undo = Undo()
    _do(undo, done, "first")

    def fail() -> None:
        raise ValueError("no")

    undo.push(Step(lambda: "bad", fail, fail))
    with pytest.raises(ValueError, match="no"):
        undo.undo()
    undo.undo()
    assert done == []


def test_steps_that_know_of_a_forgotten_document_are_gone(done: list[str]) -> None:
    undo = Undo()
    undo.show(ONE)
    _do(undo, done, "kept")
    _do(undo, done, "edit", ONE)
    _do(undo, done, "removed", None, ONE)
    undo.undo()
    undo.forget(ONE)
    assert undo.next_redo is None
    assert undo.next_undo is not None and undo.next_undo.words() == "kept"
    undo.forget(None)
    assert undo.next_undo is None


def test_undoing_pushes_no_steps(done: list[str]) -> None:
    undo = Undo()
    undo.push(Step(lambda: "loud", lambda: _do(undo, done, "echo"), lambda: None))
    undo.undo()
    assert undo.next_undo is None


def test_a_later_step_of_another_document_on_the_same_subject_is_undone_and_redone_first(done: list[str]) -> None:
    undo = Undo()
    for name, document in (("first", ONE), ("second", TWO)):
        done.append(name)
        subject = frozenset({"sentence"})
        acts = partial(done.remove, name), partial(done.append, name)
        undo.push(Step(partial(str, name), *acts, document, subjects=subject))
    undo.show(ONE)
    undo.undo()
    assert done == ["first"]
    undo.undo()
    assert done == []
    undo.show(TWO)
    undo.redo()
    undo.redo()
    assert done == ["first", "second"]


def test_a_certain_step_is_undone_only_while_nothing_followed_it(done: list[str]) -> None:
    undo = Undo()
    steps = [Step(str, partial(done.append, name), partial(done.remove, name), ONE) for name in "ab"]
    for step in steps:
        undo.push(step)
    assert not undo.is_latest(steps[0])
    undo.undo_step(steps[0])
    assert done == []
    undo.undo_step(steps[1])
    undo.undo_step(steps[0])
    undo.undo_step(steps[0])
    assert done == ["b", "a"]


def test_what_followed_on_a_step_that_can_no_longer_be_redone_cannot_be_either() -> None:
    undo = Undo()
    for name, document, subjects in (("both", ONE, {"s", "t"}), ("later", TWO, {"t"}), ("other", TWO, {"u"})):
        undo.push(Step(partial(str, name), nothing, nothing, document, subjects=frozenset(subjects)))
    undo.show(TWO)
    undo.undo()
    undo.undo()
    undo.show(ONE)
    undo.undo()
    undo.push(Step(str, nothing, nothing, Path("/three.txt"), subjects=frozenset({"s"})))
    undo.show(TWO)
    assert undo.next_redo is not None and undo.next_redo.words() == "other"
    undo.redo()
    assert undo.next_redo is None


def test_of_what_others_have_changed_nothing_is_undone_and_the_rest_is(done: list[str]) -> None:
    undo = Undo()
    undo.show(ONE)
    rest = Step(lambda: "rest", partial(done.append, "rest"), nothing, ONE, subjects=frozenset({"t"}))
    undo.push(Step(lambda: "alone", nothing, nothing, ONE, subjects=frozenset({"s"})))
    undo.push(Step(lambda: "both", nothing, nothing, ONE, subjects=frozenset({"s", "t"}), without=lambda _: rest))
    undo.push(Step(lambda: "undone", nothing, nothing, ONE, subjects=frozenset({"s"})))
    undo.undo()
    undo.drop("s")
    assert undo.next_redo is None
    undo.undo()
    assert done == ["rest"] and undo.next_undo is None


def test_nothing_is_undone_or_redone_while_something_is_forgotten(done: list[str]) -> None:
    undo = Undo()
    undo.show(ONE)
    _do(undo, done, "first", ONE)
    _do(undo, done, "second", ONE)
    undo.undo()
    undo.pause()
    undo.pause()
    assert undo.next_undo is undo.next_redo is None
    undo.undo()
    undo.redo()
    undo.resume()
    undo.undo()
    assert done == ["first"]
    undo.resume()
    undo.redo()
    assert done == ["first", "second"]


@pytest.mark.parametrize("forgotten", [False, True])
def test_a_step_whose_button_is_pressed_meanwhile_is_undone_after_that(forgotten: bool, done: list[str]) -> None:
    undo = Undo()
    _do(undo, done, "step", ONE)
    step = undo._done[-1]
    undo.pause()
    undo.undo_step(step)
    assert done == ["step"]
    if forgotten:
        undo.forget(ONE)
    undo.resume()
    assert done == (["step"] if forgotten else [])

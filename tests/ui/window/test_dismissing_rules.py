"""Rules that are dismissed for a document: stored with its choices, and undone and redone like these."""

from pytestqt.qtbot import QtBot

from reader.library import Library
from reader.paths import LIBRARY_FILE
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt


def rules(program: Tospalt, folders: Folders) -> tuple[str, ...]:
    """The rules dismissed for the open document, as the library's file has them."""
    entry = program.document.entry
    assert entry is not None
    program.shelf.save()
    program.pools.edits.flush(PATIENCE / 1000)
    stored = Library(folders.data / LIBRARY_FILE).find(entry.path)
    assert stored is not None and stored.dismissed == entry.dismissed
    return entry.dismissed


def test_a_rule_is_dismissed_for_a_document_and_that_is_undone_and_redone(
    opened: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    steps = opened.window._services.document_steps
    with qtbot.waitSignal(steps.rules_changed, timeout=PATIENCE):
        steps.dismiss_rule("number")
    steps.dismiss_rule("name")
    assert set(rules(opened, folders)) == {"number", "name"}
    steps.dismiss_rule("number", dismissed=False)
    for expected in ({"number", "name"}, {"number"}, set()):
        opened.window.actions_["undo"].trigger()
        assert set(rules(opened, folders)) == expected
    for expected in ({"number"}, {"number", "name"}, {"name"}):
        opened.window.actions_["redo"].trigger()
        assert set(rules(opened, folders)) == expected


def test_what_changes_nothing_is_no_step(opened: Tospalt) -> None:
    steps = opened.window._services.document_steps
    assert steps.dismiss_rule("number", dismissed=False) is None
    assert steps.dismiss_rule("number") is not None and steps.dismiss_rule("number") is None


def test_without_a_document_nothing_is_dismissed(program: Tospalt) -> None:
    assert program.window._services.document_steps.dismiss_rule("number") is None  # none is open

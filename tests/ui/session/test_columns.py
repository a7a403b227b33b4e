"""Further columns of the open document: chosen, filled, kept for each document, and changed by what happens to it."""

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.parallel import Column, State
from tests.archives import NB_EN
from tests.ui.documents import NORWEGIAN, open_and_translate, text_of
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.reading.places import Place
from ui.session.chosen_columns import ORIGINAL, TRANSLATION, Chosen
from ui.session.columns import BACK

ORIGINAL_AND_TRANSLATION: list[int] = [Column.ORIGINAL, Column.TRANSLATION]


@pytest.fixture
def opened(program: Tospalt, qtbot: QtBot) -> Tospalt:
    open_and_translate(qtbot, program, NORWEGIAN)
    qtbot.waitUntil(lambda: not program.translation.linking, timeout=PATIENCE)
    return program


@pytest.fixture
def other_package(user_folder: Path) -> Path:
    """A package from Norwegian to English, of version 9.9, that is installed after the text was translated."""
    folder = user_folder / "translate-nb_en-9_9"
    copytree(NB_EN, folder)
    metadata = folder / "metadata.json"
    known = json.loads(metadata.read_text("utf-8"))
    metadata.write_text(json.dumps({**known, "package_version": "9.9"}), "utf-8")
    return folder


def shown(program: Tospalt) -> list[int]:
    """The columns that are shown."""
    return list(program.window.reading_view.looks.columns)


def filled(program: Tospalt, column: int) -> list[str]:
    """The texts in a column of the rows that are translated."""
    versions = [row.version(column) for row in text_of(program).rows if row.state is State.DONE]
    return [version.text if version is not None else "" for version in versions]


def wait_until_filled(qtbot: QtBot, program: Tospalt, column: int) -> None:
    qtbot.waitUntil(lambda: all(filled(program, column)) and bool(filled(program, column)), timeout=PATIENCE)


def test_the_translation_is_translated_back_in_a_column(opened: Tospalt, qtbot: QtBot) -> None:
    opened.window.actions_["column_back"].trigger()
    assert shown(opened) == [*ORIGINAL_AND_TRANSLATION, Column.BACK]
    assert opened.window.actions_["column_back"].isChecked()
    wait_until_filled(qtbot, opened, Column.BACK)
    row = next(row for row in text_of(opened).rows if row.sentences)
    version = row.version(Column.BACK)
    assert version is not None
    assert [pair.source for pair in version.pairs] == [pair.target for pair in row.sentences]
    assert any(pair.links for pair in version.pairs)
    opened.window.actions_["column_back"].trigger()
    assert shown(opened) == ORIGINAL_AND_TRANSLATION


def test_what_is_edited_is_translated_back_again(opened: Tospalt, qtbot: QtBot) -> None:
    opened.columns.toggle(BACK)
    wait_until_filled(qtbot, opened, Column.BACK)
    index = next(index for index, row in enumerate(text_of(opened).rows) if row.sentences)
    opened.window.reading_view.move_caret(Place(index, Column.TRANSLATION, 0))
    opened.window.editing.begin()
    opened.window.editing.bar.field.setPlainText("Tools helped.")
    opened.window.editing.finish()
    assert text_of(opened).rows[index].target.startswith("Tools helped.")
    qtbot.waitUntil(lambda: "hjalp" in text_of(opened).rows[index].back, timeout=PATIENCE)


def test_what_is_edited_while_it_is_translated_back_is_so_again(opened: Tospalt, qtbot: QtBot) -> None:
    index = next(index for index, row in enumerate(text_of(opened).rows) if row.sentences)
    opened.window.reading_view.move_caret(Place(index, Column.TRANSLATION, 0))
    opened.window.editing.begin()
    opened.window.editing.bar.field.setPlainText("Tools helped.")
    opened.columns.toggle(BACK)
    opened.window.editing.finish()
    wait_until_filled(qtbot, opened, Column.BACK)
    assert "hjalp" in text_of(opened).rows[index].back


def test_the_columns_of_a_document_are_kept_for_it(
    opened: Tospalt, start: Callable[[], Tospalt], qtbot: QtBot, tmp_path: Path
) -> None:
    opened.columns.toggle(BACK)
    opened.columns.move(Column.BACK, -1)
    opened.columns.set_shares([2.0, 1.0, 1.0])
    other = tmp_path / "en annen.txt"
    other.write_text("Noe annet enn det første dokumentet.", "utf-8")
    open_and_translate(qtbot, opened, other)
    assert shown(opened) == ORIGINAL_AND_TRANSLATION
    opened.pools.edits.flush(PATIENCE)
    again = start()
    open_and_translate(qtbot, again, NORWEGIAN)
    qtbot.waitUntil(lambda: len(again.columns.shown) == 3, timeout=PATIENCE)
    assert again.columns.shown == (Column.ORIGINAL, Column.BACK, Column.TRANSLATION)
    assert again.columns.shares[0] == pytest.approx(2 * again.columns.shares[1], rel=0.01)
    wait_until_filled(qtbot, again, Column.BACK)
    again.columns.even()
    again.pools.edits.flush(PATIENCE)
    open_and_translate(qtbot, again, other)
    open_and_translate(qtbot, again, NORWEGIAN)
    qtbot.waitUntil(lambda: len(again.columns.shown) == 3, timeout=PATIENCE)
    assert again.columns.shares == (1.0, 1.0, 1.0)


def test_another_package_translates_in_a_column_of_its_own(opened: Tospalt, qtbot: QtBot, other_package: Path) -> None:
    opened.columns.look_for_packages()
    qtbot.waitUntil(lambda: bool(opened.columns.others), timeout=PATIENCE)
    [package] = opened.columns.others
    assert package.path == other_package
    opened.window.columns.fill()
    action = opened.window.columns._added[-1]
    assert "9.9" in action.text() and not action.isChecked()
    action.trigger()
    wait_until_filled(qtbot, opened, Column.OTHER)
    row = next(row for row in text_of(opened).rows if row.sentences)
    version = row.version(Column.OTHER)
    assert version is not None and version.text == row.target  # the same model
    assert "9.9" in str(opened.window.reading_view.model().headerData(Column.OTHER, Qt.Orientation.Horizontal))
    view = opened.window.reading_view
    qtbot.waitUntil(lambda: view.settled, timeout=PATIENCE)
    assert view._model.differing(text_of(opened).rows.index(row), Column.OTHER) == ()


def test_the_column_of_a_package_that_is_removed_goes(opened: Tospalt, qtbot: QtBot, other_package: Path) -> None:
    opened.columns.look_for_packages()
    qtbot.waitUntil(lambda: bool(opened.columns.others), timeout=PATIENCE)
    opened.columns.toggle(opened.columns.name_of(opened.columns.others[0]))
    wait_until_filled(qtbot, opened, Column.OTHER)
    folder, away = opened.columns.others[0].path, other_package.parents[1] / "away"
    folder.rename(away)
    opened.columns.look_for_packages()
    qtbot.waitUntil(lambda: not opened.columns.others, timeout=PATIENCE)
    assert shown(opened) == ORIGINAL_AND_TRANSLATION
    away.rename(folder)
    opened.columns.look_for_packages()
    qtbot.waitUntil(lambda: Column.OTHER in opened.columns.shown, timeout=PATIENCE)
    wait_until_filled(qtbot, opened, Column.OTHER)


def test_a_package_that_cannot_be_loaded_is_told_of_and_the_rest_goes_on(
    opened: Tospalt, qtbot: QtBot, other_package: Path
) -> None:
    opened.columns.look_for_packages()
    qtbot.waitUntil(lambda: bool(opened.columns.others), timeout=PATIENCE)
    (other_package / "model" / "model.bin").write_bytes(b"not a model")
    with qtbot.waitSignal(opened.columns.notice, timeout=PATIENCE) as told:
        opened.columns.toggle(opened.columns.name_of(opened.columns.others[0]))
        opened.columns.toggle(BACK)
    assert "9.9" in told.args[0]
    wait_until_filled(qtbot, opened, Column.BACK)


def test_columns_follow_the_direction_of_the_text(opened: Tospalt, qtbot: QtBot) -> None:
    opened.columns.toggle(BACK)
    wait_until_filled(qtbot, opened, Column.BACK)
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
        opened.window.actions_["from_en"].trigger()
    qtbot.waitUntil(lambda: not opened.translation.translating, timeout=PATIENCE)
    assert Column.BACK in opened.columns.shown
    wait_until_filled(qtbot, opened, Column.BACK)


def test_commands_move_hide_and_widen_the_column_of_the_caret(opened: Tospalt, qtbot: QtBot) -> None:
    view, actions = opened.window.reading_view, opened.window.actions_
    view.resize(1500, 600)
    opened.columns.toggle(BACK)
    view.move_caret(Place(0, Column.BACK, 0))
    actions["column_left"].trigger()
    assert shown(opened) == [Column.ORIGINAL, Column.BACK, Column.TRANSLATION]
    actions["column_left"].trigger()
    actions["column_left"].trigger()  # it is the first already
    assert shown(opened) == [Column.BACK, *ORIGINAL_AND_TRANSLATION]
    actions["column_right"].trigger()
    assert shown(opened) == [Column.ORIGINAL, Column.BACK, Column.TRANSLATION]
    before = view._layout.arrangement.band(Column.BACK).width
    actions["wider_original"].trigger()
    assert view._layout.arrangement.band(Column.BACK).width > before
    actions["even_columns"].trigger()
    assert view._layout.arrangement.band(Column.BACK).width == pytest.approx(before, abs=1)
    actions["hide_column"].trigger()
    assert shown(opened) == ORIGINAL_AND_TRANSLATION
    view.move_caret(Place(0, Column.ORIGINAL, 0))
    actions["hide_column"].trigger()
    assert shown(opened) == [Column.TRANSLATION]
    actions["hide_column"].trigger()  # the last one stays
    assert shown(opened) == [Column.TRANSLATION]


def test_dragging_a_boundary_of_three_columns_changes_their_widths(opened: Tospalt, qtbot: QtBot) -> None:
    view = opened.window.reading_view
    opened.window.resize(1800, 700)
    opened.columns.toggle(BACK)
    header = view.horizontalHeader()
    width = header.sectionSize(Column.ORIGINAL)
    header.resizeSection(Column.ORIGINAL, width + 100)
    assert header.sectionSize(Column.ORIGINAL) == pytest.approx(width + 100, abs=2)
    assert header.sectionSize(Column.TRANSLATION) == pytest.approx(width - 100, abs=4)
    assert opened.preferences.settings.column_split == 500  # that of other documents stays


def test_a_column_that_is_chosen_while_one_text_is_alone_is_seen(opened: Tospalt) -> None:
    opened.preferences.change(view="original")
    opened.window.actions_["column_back"].trigger()
    assert opened.preferences.settings.view == "both" and Column.BACK in opened.columns.shown


@pytest.mark.parametrize(
    "value",
    [
        None,
        3,
        [],
        {"names": 3},
        {"names": [3, None]},
        {"names": [], "shares": []},
        {"names": ["x"], "shares": {"x": "y"}},
    ],
)
def test_what_is_no_choice_of_columns_is_the_usual_one_or_does_no_harm(value: object) -> None:
    chosen = Chosen.parsed(value)  # type: ignore[arg-type]
    assert chosen.names and all(isinstance(name, str) for name in chosen.names) and not chosen.shares


def test_a_choice_is_read_as_it_was_stored() -> None:
    chosen = Chosen((ORIGINAL, "package:x 1 2", TRANSLATION), {ORIGINAL: 0.5, TRANSLATION: 2.0})
    assert Chosen.parsed(chosen.as_value()) == chosen
    assert Chosen.parsed({"names": [ORIGINAL], "shares": {ORIGINAL: 1e9, TRANSLATION: True}}) == Chosen((ORIGINAL,))


def test_forgetting_a_document_forgets_its_columns(opened: Tospalt, qtbot: QtBot) -> None:
    opened.columns.toggle(BACK)
    opened.pools.edits.flush(PATIENCE)
    assert opened.memory.count_values([NORWEGIAN])["columns"] == 1
    opened.columns.toggle(BACK)
    opened.pools.edits.flush(PATIENCE)
    assert not opened.memory.count_values([NORWEGIAN])


def test_columns_chosen_while_another_document_opens_are_for_neither(
    opened: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "annen.txt"
    other.write_text("Hunden sover.", "utf-8")
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
        opened.window.open_files([other])
        opened.columns.toggle(BACK)
        assert shown(opened) == ORIGINAL_AND_TRANSLATION
    assert shown(opened) == ORIGINAL_AND_TRANSLATION
    opened.pools.edits.flush(PATIENCE / 1000)
    assert not opened.memory.count_values()


def test_columns_are_named_in_the_language_of_the_window(opened: Tospalt, qtbot: QtBot, other_package: Path) -> None:
    opened.columns.look_for_packages()
    qtbot.waitUntil(lambda: bool(opened.columns.others), timeout=PATIENCE)
    for name in (BACK, opened.columns.name_of(opened.columns.others[0])):
        opened.columns.toggle(name)

    def names() -> list[str]:
        return [name for column, name in opened.window.reading_view.named_columns() if column > Column.TRANSLATION]

    assert names() == ["Back-translation", "Package 9.9"]
    before = opened.window
    opened.preferences.change(interface_language="nb")
    qtbot.waitUntil(lambda: opened.window is not before, timeout=PATIENCE)
    assert names() == ["Tilbakeoversettelse", "Pakke 9.9"]

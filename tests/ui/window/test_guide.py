"""The guide of the Help menu."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from reader.formats import read_document
from reader.parallel import State
from reader.translation import guide_file
from tests.ui.documents import text_of
from tests.ui.editing.sentence import row, save
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.toolkit.i18n import InterfaceLanguage
from ui.window.actions import COMMANDS, all_menus, menu_titles, plain

_KEYS = re.compile(r"\b(?:(?:Ctrl|Shift|Alt)\+)+(?:F\d+|\w|,)|\bF\d+\b")


@pytest.fixture(params=["en", "nb"])
def code(request: pytest.FixtureRequest) -> Iterator[str]:
    """An interface language, which is loaded."""
    language = InterfaceLanguage()
    language.use(request.param)
    yield request.param
    language.use("en")


def named(text: str) -> str:
    return plain(QCoreApplication.translate("Actions", text))


def path_of(menu: str) -> str:
    return " > ".join(map(plain, menu_titles(menu)))


def commands() -> dict[str, set[str]]:
    """The keys of every command, by its menus and name as the guide writes them; menus have none."""
    keys = {path_of(menu): set[str]() for menu in all_menus()}
    for command in COMMANDS:
        sequences = [QKeySequence(keys).toString() for keys in command.shortcuts]
        keys[f"{path_of(command.menu)} > {named(command.text)}"] = set(sequences)
    return keys


def test_every_menu_command_that_the_guide_names_exists(code: str) -> None:
    known, menus, found = commands(), "|".join(path_of(menu) for menu in all_menus() if " > " not in path_of(menu)), 0
    for paragraph in read_document(guide_file(code)).paragraphs:
        starts = [match.start() for match in re.finditer(rf"\b(?:{menus}) > ", paragraph.text)]
        assert len(starts) == paragraph.text.count(" > "), paragraph.text
        for start in starts:
            rest = paragraph.text[start:]
            assert any(re.match(rf"{re.escape(path)}\b", rest) for path in known if " > " in path), rest
        found += len(starts)
    assert found > 30


def test_every_key_in_the_guide_does_what_is_said_beside_it(code: str) -> None:
    known, table = commands(), dict[str, str]()
    document = read_document(guide_file(code))
    cells = [paragraph.text for paragraph in document.paragraphs if paragraph.cell]
    for keys, command in zip(cells[2::2], cells[3::2], strict=True):
        assert keys in known[command], keys
        table[keys] = command
    assert len(table) > 10
    for paragraph in document.paragraphs:
        assert set(_KEYS.findall(paragraph.text)) <= table.keys()


@pytest.mark.parametrize(
    ("language", "title", "translation"),
    [("en", "Guide to Tospalt", "Veiledning til Tospalt"), ("nb", "Veiledning til Tospalt", "Guide to Tospalt")],
)
def test_the_guide_opens_in_the_language_of_the_window_beside_that_in_the_other(
    language: str, title: str, translation: str, start: Callable[[], Tospalt], qtbot: QtBot
) -> None:
    program = start()
    program.preferences.change(interface_language=language)
    opens = {"en": "&Open", "nb": "&Åpne"}[language]
    qtbot.waitUntil(lambda: program.window.actions_["open"].text().startswith(opens), timeout=PATIENCE)
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.actions_["guide"].trigger()
    rows = text_of(program).rows
    assert (rows[0].source.text, rows[0].target) == (title, translation)
    assert {row.state for row in rows} == {State.DONE}


def test_the_guide_joins_the_library_once_opened_and_can_be_removed(program: Tospalt, qtbot: QtBot) -> None:
    def listed() -> bool:
        return program.shelf.library.find(guide_file("en")) is not None

    assert not listed()
    for _ in range(2):
        program.window.actions_["guide"].trigger()
        qtbot.waitUntil(listed, timeout=PATIENCE)
        program.window.library.remove([program.shelf.entry_of(guide_file("en"))])
        assert not listed()


def test_an_edit_of_the_guide_that_is_undone_gives_way_to_the_translation_that_comes_with_it(
    program: Tospalt, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.actions_["guide"].trigger()
    before = row(program, 1).target
    save(program, qtbot, "Mine ord.", row=1)
    qtbot.waitUntil(lambda: row(program, 1).target.startswith("Mine ord."), timeout=PATIENCE)
    program.window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: not program.edits.unsaved, timeout=PATIENCE)
    for _ in range(2):  # what is translated in its place is shown at once, or once the edit is deleted
        for pool in (program.pools.edits, program.pools.engine):
            pool.flush(PATIENCE / 1000)
            QCoreApplication.processEvents()
    assert row(program, 1).target == before

"""The library, the text and the outline side by side."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from reader.settings import Settings
from reader.settings_file import SettingsFile
from tests.ui.documents import open_and_translate
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt


def test_the_width_of_a_panel_can_be_changed_only_while_it_shows(opened: Tospalt) -> None:
    window = opened.window

    def possible() -> tuple[bool, bool]:
        states = [
            {window.actions_[f"{way}_{name}"].isEnabled() for way in ("wider", "narrower")}
            for name in ("library", "outline")
        ]
        [library], [outline] = states
        return library, outline

    assert possible() == (True, False)  # a text without headings has no outline
    window.actions_["library"].trigger()
    assert possible() == (False, False)
    window.navigation.parts.outline.show()
    assert possible() == (False, True)
    window.actions_["library"].trigger()
    assert possible() == (True, True)
    window.panels.setSizes([0, 600, 200])
    window.panels.splitterMoved.emit(0, 1)
    assert possible() == (False, True)


def test_a_library_hidden_by_an_earlier_run_cannot_be_made_wider(
    start: Callable[[], Tospalt], folders: Folders
) -> None:
    SettingsFile(folders.config / "settings.json").save(Settings(library_width=0))
    assert not start().window.actions_["wider_library"].isEnabled()


NARROW, WIDE = 640, 800  # the screen of tests is no wider


def test_in_a_narrow_window_the_library_makes_room_and_comes_back(start: Callable[[], Tospalt]) -> None:
    window = start().window
    window.resize(WIDE, 600)
    width = window.panels.sizes()[0]
    assert window.library.panel.isVisible() and width > 0
    window.resize(NARROW, 600)
    assert window.library.panel.isHidden() and window.panels.sizes()[0] == 0
    assert window.panels.widths()["library_width"] == width  # nobody chose to hide it
    window.resize(WIDE, 600)
    assert window.library.panel.isVisible() and window.panels.sizes()[0] == width
    window.resize(NARROW, 600)
    window.close()
    again = start().window
    assert again.library.panel.isHidden()  # the window is as narrow as it was
    again.resize(WIDE, 600)
    assert again.library.panel.isVisible() and again.panels.sizes()[0] == width


def test_what_the_user_chose_for_the_library_wins_over_the_width_of_the_window(program: Tospalt) -> None:
    window = program.window
    library, command = window.library.panel, window.actions_["library"]
    window.resize(NARROW, 600)
    command.trigger()
    assert library.isVisible()
    for width in (660, WIDE, NARROW):
        window.resize(width, 600)
        assert library.isVisible()
    command.trigger()
    for width in (WIDE, NARROW, WIDE):
        window.resize(width, 600)
        assert library.isHidden()
    assert window.settings.library_width == 0


def test_a_panel_for_which_there_was_little_room_has_its_width_again_when_there_is_more(
    start: Callable[[], Tospalt],
) -> None:
    window = start().window
    window.resize(NARROW, 600)
    for name in ("checklist", "library", "checklist"):
        window.actions_[name].trigger()
    panels = window.panels
    wanted = panels.widths()
    assert panels.sizes()[3] < wanted["checklist_width"] == 300
    window.close()
    again = start().window.panels
    assert again.widths() == wanted
    again.window().resize(1500, 600)
    assert again.sizes()[3] == 300


def test_filtering_in_a_narrow_window_shows_the_library(program: Tospalt) -> None:
    program.window.resize(NARROW, 600)
    program.window.actions_["filter"].trigger()
    assert program.window.library.panel.isVisible()
    program.window.resize(NARROW + 10, 600)
    assert program.window.library.panel.isVisible()


def test_a_library_closed_by_dragging_its_edge_opens_at_once(program: Tospalt) -> None:
    window = program.window
    window.panels.setSizes([0, 800, 0])
    window.actions_["library"].trigger()
    assert window.library.panel.isVisible() and window.panels.sizes()[0] > 100


def test_the_outline_is_as_wide_as_its_headings_until_the_user_sizes_it(
    start: Callable[[], Tospalt], qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "lang.md"
    path.write_text("# Fjorden og alt som hører til\n\nBåten la til kai.\n\n## Natten\n\nAlle sov.\n", "utf-8")
    program = start()
    window = program.window
    window.resize(1600, 700)
    open_and_translate(qtbot, program, path)
    window.actions_["outline"].trigger()
    outline = window.navigation.parts.outline
    qtbot.waitUntil(lambda: outline.viewport().width() >= outline.sizeHintForColumn(0), timeout=PATIENCE)
    assert window.panels.sizes()[2] <= 360
    window.actions_["narrower_outline"].trigger()
    chosen = window.panels.sizes()[2]
    for _ in range(2):
        window.actions_["outline"].trigger()
    qtbot.waitUntil(lambda: window.panels.sizes()[2] == chosen, timeout=PATIENCE)
    window.close()
    assert start().window.settings.outline_width == chosen


def test_the_width_of_an_outline_that_nobody_sized_is_not_remembered(opened: Tospalt) -> None:
    opened.window.navigation.parts.outline.show()
    opened.window.save()
    assert opened.preferences.settings.outline_width == 0

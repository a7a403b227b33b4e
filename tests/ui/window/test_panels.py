"""The library, the text and the outline side by side."""

from collections.abc import Callable

from reader.settings import Settings
from reader.settings_file import SettingsFile
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

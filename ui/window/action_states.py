"""Which commands are enabled, and which choices are checked."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.session.preferences import Preferences
from ui.session.progress import Progress
from ui.toolkit.guard import guarded
from ui.window.actions import Actions
from ui.window.appearance import Appearance


class ActionStates(QObject):
    """Enables and checks the actions of a window according to the open document, its translation and the settings."""

    def __init__(
        self,
        actions: Actions,
        of_document: Collection[str],
        appearance: Appearance,
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        """No document is open; the choices of the settings are checked.

        Args:
            of_document: the ids of the commands that need an open document.
        """
        super().__init__(window)
        self._actions, self._of_document, self._appearance = actions, of_document, appearance
        preferences.changed.connect(self._check_settings)
        self._check_settings()
        self.on_page_shown()
        self.on_back_changed(False)

    @guarded
    def on_text_shown(self) -> None:
        """A text is shown."""
        self._enable(True)

    @guarded
    def on_page_shown(self) -> None:
        """A page is shown instead of a text."""
        self._enable(False)

    def _enable(self, enabled: bool) -> None:
        for name in self._of_document:
            self._actions[name].setEnabled(enabled)

    @guarded
    def allow(self, commands: Mapping[str, bool]) -> None:
        """Enable or disable these commands by whether there is something that they are for, even without a text."""
        for name, possible in commands.items():
            self._actions[name].setEnabled(possible)

    @guarded
    def show(self, commands: Mapping[str, bool]) -> None:
        """Have the menus show these commands, or leave them out."""
        for name, shown in commands.items():
            self._actions[name].setVisible(shown)

    @guarded
    def on_back_changed(self, possible: bool) -> None:
        """There is somewhere to go back to in the text, or there no longer is."""
        self._actions["back"].setEnabled(possible)

    @guarded
    def on_progress_shown(self, progress: Progress) -> None:
        """The progress of the translation has changed."""
        unfinished = progress.done - progress.failed < progress.total
        self._actions["pause"].setEnabled(progress.running and not progress.paused)
        self._actions["cancel"].setEnabled(progress.running or progress.paused)
        self._actions["resume"].setEnabled(unfinished and (progress.paused or not progress.running))

    @guarded
    def name(self, command: str, text: str, possible: bool) -> None:
        """Give a command another text, and enable it if there is something that it is for."""
        self._actions[command].setText(text)
        self._actions[command].setEnabled(possible)

    @guarded
    def check(self, command: str) -> None:
        """Check the choice of this command and no other of its group."""
        self._actions[command].setChecked(True)

    @guarded
    def switch(self, command: str, on: bool) -> None:
        """Check or uncheck this command, which belongs to no group."""
        self._actions[command].setChecked(on)

    @guarded
    def _check_settings(self) -> None:
        for command in self._appearance.checked():
            self.check(command)

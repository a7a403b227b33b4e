"""The end of the program's log, for reading and copying."""

from pathlib import Path

from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QWidget

from reader.errors import reason
from reader.log_reading import end_of_log, own_log
from ui.toolkit.folder_opening import open_folder
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import localised, said
from ui.toolkit.jobs import Pool
from ui.toolkit.latest import Latest
from ui.window.text_dialog import TextDialog

# Bytes of the log shown: some thousand lines, which a text field takes without blocking the window.
_MOST = 200_000


class LogDialog(TextDialog):
    """Shows the end of the log as it was when the window opened."""

    def __init__(self, folder: Path, pool: Pool, parent: QWidget | None = None) -> None:
        """A window for the log in `folder`, which is read in `pool`; `load` fills it."""
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Log"))
        self.field.setAccessibleName(self.tr("Log"))
        self.field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._folder, self._reading = folder, Latest(pool, self)
        self.folder_button = self.buttons.addButton(self.tr("Open log &folder"), QDialogButtonBox.ButtonRole.ActionRole)
        self.folder_button.clicked.connect(self._open_folder)

    def load(self) -> None:
        """Show the current log."""
        folder = self._folder
        self._reading.start(lambda _: _read(folder), finished=lambda found: self._show(*found), failed=self._fail)

    def _show(self, text: str, whole: bool) -> None:
        self.show_text(text, at_end=True)
        if not text:
            nothing = self.tr("Nothing has been logged yet.")
            self.say(nothing if whole else self.tr("The last line of the log is too long to be shown."))
        elif whole:
            self.say(self.tr("The log contains nothing from your documents."))
        else:
            self.say(self.tr("This is the end of the log. It contains nothing from your documents."))

    def _fail(self, error: Exception) -> None:
        self.show_text("")
        words = self.tr("The log cannot be read: {reason}.")
        self.say(words.format(reason=localised(reason(error))) if isinstance(error, OSError) else said(error))

    @guarded
    def _open_folder(self) -> None:
        if problem := open_folder(self._folder):
            self.say(problem)


def _read(folder: Path) -> tuple[str, bool]:
    """On the pool's thread: the end of the log, and whether that is all of it."""
    path = own_log(folder)
    try:
        return end_of_log(path, _MOST) if path is not None else ("", True)
    except FileNotFoundError:  # it was deleted
        return "", True

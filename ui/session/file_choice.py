"""Letting the user choose files; the folder is remembered."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.session.preferences import Preferences
from ui.toolkit.file_dialog import FileDialog
from ui.toolkit.folders import nearest_folder, usual_folder
from ui.toolkit.guard import guarded


def choose_files(
    window: QWidget,
    title: str,
    kinds: Sequence[str],
    preferences: Preferences,
    chosen: Callable[[list[Path]], None],
    *,
    one: bool = False,
    near: Path | None = None,
) -> None:
    """Open a dialog for choosing files of some kinds, or only one; `chosen` gets them.

    It begins in the folder `near`, or the nearest around it that is there, else in the one last used.
    """
    begin = nearest_folder(near) if near is not None else ""
    dialog = FileDialog(window, title, begin or usual_folder(preferences.settings.last_folder))
    dialog.setNameFilters(list(kinds))
    dialog.setFileMode(FileDialog.FileMode.ExistingFile if one else FileDialog.FileMode.ExistingFiles)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(guarded(partial(_on_files, preferences, chosen)))
    dialog.open()


def choose_folder(window: QWidget, title: str, preferences: Preferences, chosen: Callable[[Path], None]) -> None:
    """Open a dialog for choosing a folder, beginning in the one last used; `chosen` gets it."""
    dialog = FileDialog(window, title, usual_folder(preferences.settings.last_folder))
    dialog.setFileMode(FileDialog.FileMode.Directory)
    dialog.setOption(FileDialog.Option.ShowDirsOnly)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(guarded(partial(_on_folder, preferences, chosen)))
    dialog.open()


def _on_files(preferences: Preferences, chosen: Callable[[list[Path]], None], names: list[str]) -> None:
    preferences.change(last_folder=str(Path(names[0]).parent))
    chosen([Path(name) for name in names])


def _on_folder(preferences: Preferences, chosen: Callable[[Path], None], names: list[str]) -> None:
    preferences.change(last_folder=names[0])
    chosen(Path(names[0]))

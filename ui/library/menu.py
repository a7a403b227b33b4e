"""The menu of documents of the list."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from reader.library import Entry
from reader.paths import is_pasted
from reader.text import other_language
from ui.toolkit.guard import guarded

Act = Callable[[Sequence[Entry]], object]


class EntryMenu(QMenu):
    """What can be done with the selected documents.

    Commands that are for one only are left out for several, and those that read files for documents that are missing.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        there: Callable[[Entry], bool],
        lost: Callable[[Entry], bool],
        acts: Mapping[str, Act],
        choose: Callable[[Sequence[Entry], str, str], object],
        parent: QWidget,
    ) -> None:
        """A menu for `entries`, perhaps thousands.

        `there` tells whether the file of a document is not missing, `lost` whether it is, but may be elsewhere.
        `acts` has what each command calls, by its name, and `choose` sets languages.
        """
        super().__init__(parent)
        self._entries, self._acts, self._choose = entries, acts, choose
        one, all_pasted = len(entries) == 1, all(is_pasted(entry.path) for entry in entries)
        any_there = any(map(there, entries))
        if one:
            self._add("open", self.tr("&Open"))
        if one and lost(entries[0]):
            self._add("find", self.tr("F&ind it…"))
        if any_there:
            self._add("export", self.tr("&Export…"), only=there)
        if one and any_there and not all_pasted:
            self._add("show", self.tr("&Show in folder"))
        self.addSeparator()
        if one:
            self._add("rename", self.tr("Rename &title…"), "F2")
        self._add_languages()
        self.addSeparator()
        remove = self._add("remove", self.tr("&Delete…") if all_pasted else self.tr("&Remove from library"), "Del")
        remove.setEnabled(not all(entry.bundled for entry in entries))
        if not all_pasted:
            self._add("forget", self.tr("&Forget…"))

    def _add(self, name: str, text: str, keys: str = "", only: Callable[[Entry], bool] | None = None) -> QAction:
        action = self.addAction(text)
        if keys:  # only told: the list listens to them itself
            action.setShortcut(QKeySequence(keys))
            action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(
            guarded(lambda: self._acts[name]([*filter(only, self._entries)] if only else self._entries))
        )
        return action

    def _add_languages(self) -> None:
        menu = self.addMenu(self.tr("&Language"))
        titles = {"": self.tr("&Detect language"), "nb": self.tr("From &Norwegian Bokmål to English")}
        titles["en"] = self.tr("From &English to Norwegian Bokmål")
        chosen = {entry.source for entry in self._entries}
        for code, title in titles.items():
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(chosen == {code})
            action.triggered.connect(guarded(partial(self._take, code)))

    def _take(self, code: str, _checked: bool) -> None:
        self._choose(self._entries, code, other_language(code) if code else "")

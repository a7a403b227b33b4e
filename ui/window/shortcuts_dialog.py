"""The list of keyboard shortcuts, made from the table of commands."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from ui.toolkit.dialog import Dialog
from ui.toolkit.grouped_list import GroupedList
from ui.window.actions import COMMANDS, Actions, all_menus, menu_titles, plain

_SIZE = (560, 620)
_Native = QKeySequence.SequenceFormat.NativeText


class ShortcutsDialog(Dialog):
    """Lists commands and their shortcuts by menu, then the keys that work in the texts and the list."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        """A window that lists the shortcuts of `actions`."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(*_SIZE)
        self._list = GroupedList(self.tr("Keyboard shortcuts"), [self.tr("Action"), self.tr("Keys")])
        for title, rows in self._groups(actions):
            self._list.add_group(title, rows)
        self.foot = buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self._list)
        layout.addWidget(buttons)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)  # only once it has been laid out

    def rows(self) -> list[tuple[str, str]]:
        """The listed descriptions and keys, without the titles."""
        return [(what, keys) for what, keys in self._list.rows()]

    def _groups(self, actions: Actions) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        for menu in all_menus():
            named = [actions[command.id] for command in COMMANDS if command.menu == menu]
            rows = [(plain(action.text()), _keys(action.shortcuts())) for action in named if _has_keys(action)]
            if rows:
                yield " – ".join(map(plain, menu_titles(menu))), rows
        yield self.tr("In the text"), self._of_texts()
        yield self.tr("In the library"), self._of_list()

    def _of_texts(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Previous or next sentence"), self._pair("Up", "Down")),
            (self.tr("Previous or next paragraph"), self._pair("Ctrl+Up", "Ctrl+Down")),
            (self.tr("Previous or next word, with the words that match it"), self._pair("Left", "Right")),
            (self.tr("To the original or the translation"), self._pair("Ctrl+Left", "Ctrl+Right")),
            (self.tr("Read on sentence by sentence and reveal hidden text"), _one("Space")),
            (self.tr("Back to the previous sentence"), _one("Shift+Space")),
            (self.tr("A page up or down"), self._pair("PgUp", "PgDown")),
            (self.tr("To the beginning or end"), self._pair("Home", "End")),
            (self.tr("Pin or unpin the highlighted sentence"), _one("Return")),
            (self.tr("Select word by word"), self._pair("Shift+Left", "Shift+Right")),
            (self.tr("Select sentence by sentence"), self._pair("Shift+Up", "Shift+Down")),
            (self.tr("Select paragraph by paragraph"), self._pair("Ctrl+Shift+Up", "Ctrl+Shift+Down")),
            (self.tr("Select a page up or down"), self._pair("Shift+PgUp", "Shift+PgDown")),
            (self.tr("Select to the beginning or end"), self._pair("Shift+Home", "Shift+End")),
            (self.tr("Clear the selection, or unpin the sentence"), _one("Esc")),
            (self.tr("While editing a sentence: words to go on with"), _one("Alt+Down")),
        ]

    def _of_list(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Open the document"), _one("Return")),
            (self.tr("Remove the selected documents from the library"), _one("Del")),
            (self.tr("Give the document another title"), _one("F2")),
            (self.tr("Select several documents"), self._pair("Shift+Up", "Shift+Down")),
            (self.tr("Select all documents"), _keys(QKeySequence.keyBindings(QKeySequence.StandardKey.SelectAll)[:1])),
            (
                self.tr("Commands for the selected documents"),
                _keys([QKeySequence(Qt.Key.Key_Menu), QKeySequence("Shift+F10")]),
            ),
            (self.tr("List all documents again"), _one("Esc")),
        ]

    def _pair(self, one: str, other: str) -> str:
        words = self.tr("{one} or {other}")
        return words.format(one=_one(one), other=_one(other))


def _has_keys(action: QAction) -> bool:
    return bool(_keys(action.shortcuts()))


def _one(keys: str) -> str:
    return _keys([QKeySequence(keys)])


def _keys(sequences: Iterable[QKeySequence]) -> str:
    return ", ".join(dict.fromkeys(keys.toString(_Native) for keys in sequences if not keys.isEmpty()))

"""The commands for the columns of texts, and their menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from ui.reading.columns import BOTH, STACKED
from ui.reading.view import ReadingView
from ui.session.chosen_columns import ORIGINAL, TRANSLATION
from ui.session.columns import BACK, NOTES, REFERENCE, Columns
from ui.session.package_titles import title_of
from ui.session.preferences import Preferences
from ui.toolkit.guard import guarded
from ui.window.appearance import Appearance
from ui.window.bars import menu_with

# The columns of a command each.
_NAMED = {f"column_{name}": name for name in (ORIGINAL, TRANSLATION, BACK, REFERENCE, NOTES)}


class ColumnCommands(QObject):
    """Chooses columns, moves them and changes their widths; the menu has one more entry for each other package."""

    switched = Signal(str, bool)  # the id of a command, and whether its column is shown
    possible = Signal(object)  # whether each command may be used, by id

    def __init__(
        self, columns: Columns, view: ReadingView, appearance: Appearance, preferences: Preferences, parent: QObject
    ) -> None:
        """Choose `columns` for the text in `view`; original and translation alone have their width by `appearance`."""
        super().__init__(parent)
        self._columns, self._view, self._appearance, self._preferences = columns, view, appearance, preferences
        self._menu: QMenu | None = None
        self._added: list[QAction] = []
        columns.changed.connect(self._on_changed)
        view.widths_dragged.connect(self._on_dragged)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of this part's commands, by command id."""
        return {
            **{command: partial(self._toggle, name) for command, name in _NAMED.items()},
            "column_left": partial(self._move, -1),
            "column_right": partial(self._move, 1),
            "hide_column": self._hide,
            "wider_original": lambda: self._widen(1),
            "wider_translation": lambda: self._widen(-1),
            "even_columns": self._even,
        }

    def extend(self, action: QAction, bar: QMenuBar) -> None:
        """Add other packages to the menu of `bar` which has `action`, whenever it opens."""
        self._menu = menu_with(action, bar)
        self._menu.aboutToShow.connect(self.fill)

    @guarded
    def fill(self) -> None:
        """Bring the menu up to date."""
        menu = self._menu
        if menu is None:
            return
        for action in self._added:
            menu.removeAction(action)
            action.deleteLater()
        self._added = [menu.addSeparator()] if self._columns.others else []
        for package in self._columns.others:
            name = self._columns.name_of(package)
            words = self.tr("Translation by {package}").format(package=title_of(package))
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(self._columns.shows(name))
            action.triggered.connect(guarded(lambda _=False, name=name: self._toggle(name)))
            self._added.append(action)

    @guarded
    def show_choices(self, *_: object) -> None:
        """Show which columns are chosen, and what they are called."""
        self._view.name_columns(self._columns.titles)
        self.possible.emit({f"column_{REFERENCE}": self._columns.has_reference})
        for command, name in _NAMED.items():
            self.switched.emit(command, self._columns.shows(name))

    @guarded
    def _on_changed(self) -> None:
        self.show_choices()

    def _toggle(self, name: str) -> None:
        shown = self._preferences.settings.view
        if shown not in (BOTH, STACKED):  # it could not be seen there
            if not self._columns.shows(name):
                self._columns.toggle(name)
            self._preferences.change(view=BOTH)
        else:
            self._columns.toggle(name)
        self.show_choices()

    @property
    def _here(self) -> int | None:
        """The column of the caret."""
        return self._view.caret.place.column if self._view.caret.place is not None else None

    def _move(self, step: int) -> None:
        if (column := self._here) is not None:
            self._columns.move(column, step)

    def _hide(self) -> None:
        if (column := self._here) is not None and self._preferences.settings.view in (BOTH, STACKED):
            self._columns.leave_out(column)

    def _widen(self, step: int) -> None:
        if self._columns.are_usual:
            self._appearance.widen_original(step if self._columns.shown[0] == 0 else -step)
        elif (column := self._here) is not None:
            self._columns.widen(column, step)

    def _even(self) -> None:
        if self._columns.are_usual:
            self._appearance.set_split(0.5)
        else:
            self._columns.even()

    @guarded
    def _on_dragged(self, widths: tuple[float, ...]) -> None:
        if not self._columns.are_usual:
            self._columns.set_shares(widths)
        else:
            share = widths[0] / sum(widths)
            self._appearance.set_split(share if self._columns.shown[0] == 0 else 1 - share)

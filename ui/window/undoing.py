"""The commands that undo and redo: of the text field that has the focus, else of the document and the library."""

from collections.abc import Callable

from PySide6.QtCore import QMetaObject, QObject, Signal
from PySide6.QtWidgets import QLineEdit

from ui.session.undo import Step, Undo
from ui.toolkit.guard import guarded
from ui.toolkit.one_line import one_line
from ui.toolkit.text_focus import TextFocus
from ui.toolkit.text_keys import Field, can_redo, can_undo, owns_undo


class Undoing(QObject):
    """Undoes and redoes, says what that was, and names in the menu what comes next."""

    named = Signal(str, str, bool)  # the id of a command, its text, and whether there is something that it is for
    told = Signal(str)  # what was undone or redone; "" if that is no longer true

    def __init__(self, undo: Undo, focus: TextFocus, finish: Callable[[], None], parent: QObject) -> None:
        """Serve a window; `finish` saves what is being typed, before anything is undone."""
        super().__init__(parent)
        self._undo, self._focus, self._finish = undo, focus, finish
        self._typing: list[QMetaObject.Connection] = []  # to the text field there
        undo.beginning.connect(self._on_beginning)
        undo.moved.connect(self._on_moved)
        undo.dropped.connect(self._on_dropped)
        undo.changed.connect(self.show_next)
        focus.moved.connect(self._follow)
        self._follow()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of this part's commands, by command id."""
        return {"undo": self._undo_next, "redo": self._redo_next}

    def _undo_next(self) -> None:
        if (field := self._typed_in()) is not None:
            field.undo()
        else:
            self._undo.undo()

    def _redo_next(self) -> None:
        if (field := self._typed_in()) is not None:
            field.redo()
        else:
            self._undo.redo()

    @guarded
    def _follow(self) -> None:
        """Follow what is typed in the field that has the focus now."""
        for connection in self._typing:
            QObject.disconnect(connection)
        field = self._focus.field
        if isinstance(field, QLineEdit):
            self._typing = [field.textChanged.connect(self.show_next)]
        elif field is not None:
            self._typing = [signal.connect(self.show_next) for signal in (field.undoAvailable, field.redoAvailable)]
        else:
            self._typing = []
        self.show_next()

    @guarded
    def show_next(self, *_: object) -> None:
        """Name what would be undone and redone now."""
        if (field := self._typed_in()) is not None:
            self.named.emit("undo", self.tr("&Undo typing"), can_undo(field))
            self.named.emit("redo", self.tr("&Redo typing"), can_redo(field))
            return
        undo, redo = self._undo.next_undo, self._undo.next_redo
        self.named.emit("undo", self._name(self.tr("&Undo"), self.tr("&Undo {what}"), undo), undo is not None)
        self.named.emit("redo", self._name(self.tr("&Redo"), self.tr("&Redo {what}"), redo), redo is not None)

    def _name(self, plain: str, words: str, step: Step | None) -> str:
        return words.format(what=one_line(step.words()).replace("&", "&&")) if step is not None else plain

    @guarded
    def _on_beginning(self) -> None:
        self._finish()

    @guarded
    def _on_moved(self, step: Step, undone: bool) -> None:
        words = self.tr("Undone: {what}") if undone else self.tr("Redone: {what}")
        self.told.emit(words.format(what=one_line(step.words())))

    @guarded
    def _on_dropped(self) -> None:
        self.told.emit("")  # a notice tells why

    def _typed_in(self) -> Field | None:
        """The text field that has the focus, if Undo and Redo are for it."""
        field = self._focus.field
        return field if owns_undo(field) else None

"""The commands that select and copy: of the text field that has the focus, else of the text that is read."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.reading.view import ReadingView
from ui.toolkit.guard import guarded
from ui.toolkit.text_focus import TextFocus


class Copying(QObject):
    """Selects and copies, and names in the menu what is copied."""

    named = Signal(str, str, bool)  # the id of a command, its text, and whether there is something that it is for

    def __init__(self, view: ReadingView, focus: TextFocus, parent: QObject) -> None:
        """Serve a window with `view` in it."""
        super().__init__(parent)
        self._view, self._focus = view, focus
        self._text_shown = False
        focus.moved.connect(self.show_names)
        view.selection_changed.connect(self.show_names)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of this part's commands, by command id."""
        return {"copy": self._copy, "select_all": self._select_all}

    def _copy(self) -> None:
        if (field := self._focus.field) is not None:
            field.copy()
        else:
            self._view.copier.copy()

    def _select_all(self) -> None:
        if (field := self._focus.field) is not None:
            field.selectAll()
        else:
            self._view.select_all()

    @guarded
    def on_text_shown(self) -> None:
        """A text is shown."""
        self._text_shown = True
        self.show_names()

    @guarded
    def on_page_shown(self) -> None:
        """A page is shown instead of a text."""
        self._text_shown = False
        self.show_names()

    @guarded
    def show_names(self, *_: object) -> None:
        """Name what would be copied now."""
        in_field = self._focus.field is not None
        selected = in_field or not self._view.selection.empty
        possible = in_field or self._text_shown
        self.named.emit("copy", self.tr("&Copy") if selected else self.tr("&Copy sentence"), possible)
        self.named.emit("select_all", self.tr("Select &all"), possible)

"""The menu of the text: it offers what fits what is under the pointer, or at the caret."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtWidgets import QMenu, QWidget

from reader.parallel import Row, State, editable
from ui.reading.caret import Caret
from ui.reading.cell import RETRY, TARGET
from ui.reading.hit_test import HitTest
from ui.reading.model import ParallelModel
from ui.reading.places import Place
from ui.reading.selection import Selection
from ui.toolkit.guard import guarded


class Thing(Enum):
    """What a menu is for."""

    SELECTION = auto()
    SENTENCE = auto()
    SPACE = auto()


# The ids of the commands in order; None for a line between them. The window has added them to the view.
_COMMANDS: dict[Thing, Sequence[str | None]] = {
    Thing.SELECTION: ("copy", "copy_table", None, "select_all"),
    Thing.SENTENCE: ("copy", "copy_table", None, "edit", "pin", "force", "resume", None, "select_all"),
    Thing.SPACE: ("select_all",),
}


@dataclass(frozen=True, slots=True)
class Target:
    """What a menu is opened on.

    Attributes:
        thing: what it is.
        place: the sentence that the caret goes to, so that the commands apply to it.
        href: where the link leads that it is opened on, or "".
    """

    thing: Thing
    place: Place | None = None
    href: str = ""


class Menus:
    """Makes the menus of a reading view."""

    def __init__(self, view: QWidget, model: ParallelModel, hits: HitTest, caret: Caret, selection: Selection) -> None:
        """Menus of the actions of `view`, which shows `model`."""
        self._view, self._model, self._hits, self._caret, self._selection = view, model, hits, caret, selection

    def under(self, point: QPointF) -> Target:
        """What is at a point of the viewport: selected text, a link, a sentence or its sign, or nothing."""
        at = self._hits.position_at(point)
        if at is not None:
            href = self._hits.href_at(at)
            if self._is_selected(at):
                return Target(Thing.SELECTION, None, href)
            return Target(Thing.SENTENCE, self._hits.place_at(at), href)
        if (row := self._hits.sign_at(point)) is not None and self._model.sign(row) is not None:
            return Target(Thing.SENTENCE, self._caret.standable(_signed(row, self._model.row(row))))
        return Target(Thing.SPACE if self._selection.empty else Thing.SELECTION)

    def _is_selected(self, at: tuple[int, int, int]) -> bool:
        row, column, position = at
        span = self._selection.span(row) if column == self._selection.column else None
        return span is not None and span[0] <= position < span[1]

    def at_caret(self) -> tuple[Target, QPoint]:
        """What is selected, or else at the caret, and where that is."""
        place, ends = self._caret.standing, self._selection.ends
        if ends is not None:
            return Target(Thing.SELECTION), self._hits.point_of(ends.head.row, ends.column, ends.head.span[1])
        if place is None:
            return Target(Thing.SPACE), QPoint()
        word = self._caret.word
        href = self._hits.link_of(place, word) if word is not None else ""
        return Target(Thing.SENTENCE, None, href), self._hits.point_of_sentence(place)

    def menu(self, target: Target, follow: Callable[[str], object], copy_address: Callable[[str], object]) -> QMenu:
        """A menu for what it is opened on, which may be empty; it is deleted when it is closed.

        Args:
            target: what it is opened on.
            follow: opens a link.
            copy_address: copies its address.
        """
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if target.href and target.href != RETRY:
            menu.addAction(_tr("&Open link")).triggered.connect(guarded(lambda: follow(target.href)))
            if not target.href.startswith("#"):  # a place in the document has no address
                copy = menu.addAction(_tr("Copy &link address"))
                copy.triggered.connect(guarded(lambda: copy_address(target.href)))
            menu.addSeparator()
        self._add_commands(menu, target.thing)
        return menu

    def _add_commands(self, menu: QMenu, thing: Thing) -> None:
        actions = {action.objectName(): action for action in self._view.actions() if action.isEnabled()}
        for name in _COMMANDS[thing]:
            if name is None:
                menu.addSeparator()
            elif name in actions and self._fits(name):
                menu.addAction(actions[name])

    def _fits(self, name: str) -> bool:
        """Whether a command can do something for the sentence at the caret."""
        place, text = self._caret.standing, self._model.text
        if place is None or text is None or name not in ("edit", "force", "resume"):
            return True
        row = self._model.row(place.row)
        if name == "edit":
            return place.sentence is not None and editable(row, place.sentence)
        if name == "resume":
            return row.state is State.FAILED
        return bool(row.language) or text.is_forced(row.source)


def _signed(number: int, row: Row) -> Place:
    """The sentence that a sign in the margin is about: the first with a warning, else the first edited one."""
    sentences: Iterable[int] = range(len(row.sentences))
    about = [n for n in sentences if row.sentences[n].warnings] or [n for n in sentences if row.sentences[n].edited]
    return Place(number, TARGET, about[0] if about else None)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reading", text)

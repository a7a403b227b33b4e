"""The menu of the text: it offers what fits what is under the pointer, or at the caret."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from functools import partial
from itertools import chain

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtWidgets import QMenu, QWidget

from reader.late_dataclasses import dataclass
from reader.parallel import Row, State, editable
from ui.reading.caret import Caret
from ui.reading.cell import RETRY, TARGET
from ui.reading.hit_test import HitTest, Link
from ui.reading.model import ParallelModel
from ui.reading.places import Place
from ui.reading.selection import Selection
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import shortened


class Thing(Enum):
    """What a menu is for."""

    SELECTION = auto()
    SENTENCE = auto()
    SPACE = auto()


# The ids of the commands in order; None for a line between them. The window has added them to the view.
_COMMANDS: dict[Thing, Sequence[str | None]] = {
    Thing.SELECTION: ("copy", "copy_table", None, "select_all", "full_screen"),
    Thing.SENTENCE: (
        "copy",
        "copy_table",
        None,
        "edit",
        "alternatives",
        "other_words",
        "accept",
        "dismiss",
        "pin",
        "force",
        "resume",
        None,
        "select_all",
        "full_screen",
    ),
    Thing.SPACE: ("select_all", "full_screen"),
}
# What only can be switched off here: where there are no other menus.
_SWITCHED_OFF = ("full_screen",)


@dataclass(frozen=True, slots=True)
class Target:
    """What a menu is opened on.

    Attributes:
        thing: what it is.
        place: the sentence that the caret goes to, so that the commands apply to it.
        links: the link that it is opened on; at the caret those of the word, or else of the sentence.
    """

    thing: Thing
    place: Place | None = None
    links: Sequence[Link] = ()


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
            links = [Link("", href)] if href else []
            if self._is_selected(at):
                return Target(Thing.SELECTION, None, links)
            return Target(Thing.SENTENCE, self._hits.place_at(at), links)
        if (cell := self._hits.sign_at(point)) is not None and self._model.sign(*cell) is not None:
            row, column = cell
            place = _signed(row, self._model.row(row)) if column == TARGET else Place(row, column)
            return Target(Thing.SENTENCE, self._caret.standable(place))
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
        links = self._hits.links_of(place, self._caret.word)
        return Target(Thing.SENTENCE, None, links), self._hits.point_of_sentence(place)

    def menu(self, target: Target, follow: Callable[[str], object], copy_address: Callable[[str], object]) -> QMenu:
        """A menu for what it is opened on, which may be empty; it is deleted when it is closed.

        Args:
            target: what it is opened on.
            follow: opens a link.
            copy_address: copies its address.
        """
        menu = self._new_menu()
        links = [link for link in target.links if link.href != RETRY]
        self._add_links(menu, _tr("&Open link"), links, follow)
        # A place in the document has no address.
        outside = [link for link in links if not link.href.startswith("#")]
        self._add_links(menu, _tr("Copy &link address"), outside, copy_address)
        if links:
            menu.addSeparator()
        self._add_commands(menu, target.thing)
        return menu

    def menu_of_links(self, links: Sequence[Link], follow: Callable[[str], object]) -> QMenu:
        """A menu of some links, of which one is to be opened; it is deleted when it is closed."""
        menu = self._new_menu()
        for link in links:
            self._add_link(menu, link, follow)
        return menu

    def _new_menu(self) -> QMenu:
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _add_links(self, menu: QMenu, name: str, links: Sequence[Link], do: Callable[[str], object]) -> None:
        """Add a command for one link, a menu of them for several."""
        if len(links) == 1:
            menu.addAction(name).triggered.connect(guarded(partial(_with, do, links[0].href)))
        elif links:
            several = menu.addMenu(name)
            for link in links:
                self._add_link(several, link, do)

    def _add_link(self, menu: QMenu, link: Link, do: Callable[[str], object]) -> None:
        words = shortened(" ".join((link.words or link.href).split())).replace("&", "&&")
        menu.addAction(words).triggered.connect(guarded(partial(_with, do, link.href)))

    def _add_commands(self, menu: QMenu, thing: Thing) -> None:
        actions = {action.objectName(): action for action in self._view.actions() if action.isEnabled()}
        for name in _COMMANDS[thing]:
            if name is None:
                menu.addSeparator()
            elif name in actions and self._fits(name) and (name not in _SWITCHED_OFF or actions[name].isChecked()):
                menu.addAction(actions[name])

    def _fits(self, name: str) -> bool:
        """Whether a command can do something for the sentence at the caret."""
        place, text = self._caret.standing, self._model.text
        if place is None or text is None or name not in ("edit", "accept", "dismiss", "force", "resume"):
            return True
        row = self._model.row(place.row)
        if name in ("edit", "accept", "dismiss"):
            return place.sentence is not None and editable(row, place.sentence)
        if name == "resume":
            return row.state is State.FAILED
        return bool(row.language) or text.is_forced(row.source)


def _signed(number: int, row: Row) -> Place:
    """The sentence that a sign in the margin is about: the first with a warning, edited or accepted, in this order."""
    warned = (n for n, pair in enumerate(row.sentences) if pair.warnings)
    edited = (n for n, pair in enumerate(row.sentences) if pair.edited)
    accepted = (n for n, pair in enumerate(row.sentences) if pair.accepted)
    return Place(number, TARGET, next(chain(warned, edited, accepted), None))


def _with(do: Callable[[str], object], href: str, _checked: bool = False) -> None:
    do(href)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reading", text)

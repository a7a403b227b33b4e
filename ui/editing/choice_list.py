"""A list over the text from which one thing is chosen, with all of what it would give below it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.late_dataclasses import dataclass
from reader.text import Span, word_spans
from ui.toolkit.announce import announce
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, MarkedLabel, breakable, isolated
from ui.toolkit.one_line import one_line

_WIDTH, _LINES, _MARGIN, _GAP = 460, 9, 10, 6
_INDENT = "   – "


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen.

    Attributes:
        words: what it is, in a few words.
        text: all of it, or "" if the words are.
        changed: what of the text is new, as spans in code points.
        note: what else there is to say of it.
        form: whether it is another form of the one before it.
    """

    words: str
    text: str = ""
    changed: tuple[Span, ...] = ()
    note: str = ""
    form: bool = False

    @property
    def whole(self) -> str:
        """All of it."""
        return self.text or self.words


class _ChoiceView(QListWidget):
    """Chooses with Enter or a click."""

    taken = Signal()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the current one with Enter; other keys work as in every list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class ChoiceList(QFrame):
    """Opens over a widget; Enter or a click takes a choice, Esc or a click elsewhere leaves.

    Attributes:
        list: the list.
        whole: all of the current choice.
        state: what there is to say of the list.
    """

    taken = Signal(object)  # the Choice
    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        """A hidden list over a widget."""
        super().__init__(over, Qt.WindowType.Popup)
        self.setObjectName("choices")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._choices: Sequence[Choice] = ()
        self._place = QRect()
        self._title, self.list, self.whole, self.state = Label(), _ChoiceView(), MarkedLabel(), Label()
        for label in (self._title, self.state):
            label.setObjectName("caption")
        for wrapped in (self._title, self.whole, self.state):
            wrapped.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.currentRowChanged.connect(self._show_whole)
        self.list.taken.connect(self._take)
        self.list.itemClicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_GAP)
        for part in (self._title, self.list, self.whole, self.state):
            column.addWidget(part)
        self.setFocusProxy(self.list)

    @property
    def choices(self) -> Sequence[Choice]:
        """What can be chosen."""
        return self._choices

    def open_at(self, place: QRect, title: str, state: str) -> None:
        """Open, empty, below a place on the screen or above it, with a title and what is to be said meanwhile."""
        self._place = place
        self._title.setText(title)
        self.list.setAccessibleName(title)
        self.offer_choices((), state)
        self.show()

    def offer_choices(self, choices: Sequence[Choice], state: str = "") -> None:
        """Show these choices, and what is to be said of them; the current one stays current."""
        before = self.current
        self._choices = tuple(choices)
        with QSignalBlocker(self.list):
            self.list.clear()
            for choice in choices:
                self.list.addItem(self._item(choice))
            kept = (row for row, each in enumerate(choices) if before is not None and each.whole == before.whole)
            self.list.setCurrentRow(next(kept, 0 if choices else -1))
        self._say(state)
        self._show_whole()

    def _item(self, choice: Choice) -> QListWidgetItem:
        words = isolated(one_line(choice.words))
        item = QListWidgetItem(f"{_INDENT if choice.form else ''}{words}{f'  ({choice.note})' if choice.note else ''}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, "; ".join(filter(None, (words, choice.text, choice.note))))
        return item

    @property
    def current(self) -> Choice | None:
        """The choice that Enter would take."""
        row = self.list.currentRow()
        return self._choices[row] if 0 <= row < len(self._choices) else None

    def _say(self, state: str) -> None:
        if state and state != self.state.text():
            announce(self.list, state)
        self.state.setText(breakable(state))
        self.state.setVisible(bool(state))

    @guarded
    def _show_whole(self, *_: object) -> None:
        current = self.current
        self.whole.show_marked(current.text if current is not None else "", current.changed if current else ())
        self.whole.setVisible(bool(self.whole.words))
        self.list.setVisible(bool(self._choices))
        if self._choices and self.isVisible():  # what is hidden has no focus, so that it loses it while it is empty
            self.list.setFocus(Qt.FocusReason.PopupFocusReason)
        self._fit()

    def _fit(self) -> None:
        """Take the height that is needed, and stay on the screen beside the place."""
        room = self.screen().availableGeometry()
        line = max(self.list.sizeHintForRow(0), 1)
        self.list.setFixedHeight(line * min(max(len(self._choices), 1), _LINES) + 2 * self.list.frameWidth())
        width = min(_WIDTH, room.width())
        self.setFixedWidth(width)
        height = min(self.heightForWidth(width), room.height())
        self.resize(QSize(width, height))
        left = min(max(self._place.left(), room.left()), room.right() + 1 - width)
        below, above = self._place.bottom() + 1, self._place.top() - height
        fits = below + height <= room.bottom() + 1 or above < room.top()
        self.move(QPoint(left, max(min(below, room.bottom() + 1 - height), room.top()) if fits else above))

    @guarded
    def _take(self, *_: object) -> None:
        if (choice := self.current) is not None:
            self.close()
            self.taken.emit(choice)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    @guarded
    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it is closed, also by a click elsewhere."""
        super().hideEvent(event)
        self.closed.emit()


def around(text: str, changed: Sequence[Span]) -> str:
    """The changed words of a text, each with its neighbours; the whole text if none is changed."""
    words, parts = word_spans(text), list[Span]()
    for start, end in changed:
        before = max((a for a, b in words if b <= start), default=start)
        behind = min((b for a, b in words if a >= end), default=end)
        if parts and before <= parts[-1][1]:
            before = parts.pop()[0]
        parts.append((before, behind))
    return " … ".join(text[start:end] for start, end in parts) or text

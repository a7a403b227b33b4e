"""One-sentence messages inside the window, with an action if there is something to do."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QWidget

from ui.toolkit.announce import announce
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, breakable

# The most messages kept that do not last; older ones are outdated.
_KEPT = 5
# With so many messages there is a button that closes all of them, and says how many there are.
_MANY = 3
# Characters of the message that fit in a line beside the buttons.
_LEAST_MESSAGE = 28


_Action = tuple[str, Callable[[], object]]  # the text of its button, and the function it calls


@dataclass(frozen=True, slots=True)
class _Notice:
    message: str
    actions: tuple[_Action, ...]
    topic: str
    lasting: bool
    about: Path | None
    closed: Callable[[], object] | None
    again: Callable[["NoticeBar"], object] | None


class NoticeBar(QFrame):
    """Shows the latest message until it is closed; then the one before it, if still open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """A hidden bar."""
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName(self.tr("Messages"))
        self._waiting: list[_Notice] = []
        self._label, self._more = Label(), Label()
        self._label.setWordWrap(True)
        self._action, self._second = QPushButton(), QPushButton()
        self._close, self._close_all = QPushButton(self.tr("Close")), QPushButton()
        self._buttons, self._layout = QHBoxLayout(), QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(16, 8, 8, 8)
        self._layout.addWidget(self._label, 1)
        self._layout.addLayout(self._buttons)
        self._buttons.addStretch(1)
        for widget in (self._more, self._action, self._second, self._close, self._close_all):
            self._buttons.addWidget(widget)
        self._action.clicked.connect(guarded(lambda: self._act(0)))
        self._second.clicked.connect(guarded(lambda: self._act(1)))
        self._close.clicked.connect(guarded(self._on_closed))
        self._close_all.clicked.connect(guarded(self._on_all_closed))
        self.hide()

    @property
    def message(self) -> str:
        """The current message, or ""."""
        return self._waiting[-1].message if self._waiting else ""

    @guarded
    def say(
        self,
        message: str,
        action: str = "",
        do: Callable[[], object] | None = None,
        *,
        topic: str = "",
        lasting: bool = False,
        second: _Action | None = None,
        asked: bool = True,
        about: Path | None = None,
        closed: Callable[[], object] | None = None,
        again: Callable[["NoticeBar"], object] | None = None,
    ) -> None:
        """Show a message, with a button `action` that calls `do`, and a `second` button; each also closes it.

        It replaces an earlier message on the same `topic`. Without a topic, a message without actions replaces one with
        the same text; one with actions replaces none. A `lasting` message stays until the user closes it, which calls
        `closed`, or forgets the document that it is `about`; a passing message that was not `asked` for goes behind
        lasting ones. `again` says it in the bar of another window, which it gets, in another language; without it, a
        `lasting` message is shown there as it is, and another is not.
        """
        actions = tuple(each for each in ((action, do) if do is not None else None, second) if each is not None)
        notice = _Notice(message, actions, topic or ("" if actions else message), lasting, about, closed, again)
        others = [n for n in self._waiting if not notice.topic or n.topic != notice.topic]
        place = len(others)
        while not asked and not lasting and place and others[place - 1].lasting:
            place -= 1
        self._waiting = _newest([*others[:place], notice, *others[place:]])
        self._show_latest()
        announce(self, message)

    def clear(self, but: str = "") -> None:
        """Remove all messages but lasting ones, and those on a topic that begins with the word `but`."""
        self._waiting = [n for n in self._waiting if n.lasting or (but and n.topic.startswith(f"{but} "))]
        self._show_latest()

    def take_back(self, topic: str) -> None:
        """Remove the messages on a topic, and on topics that begin with it and a space."""
        self._waiting = [n for n in self._waiting if n.topic != topic and not n.topic.startswith(f"{topic} ")]
        self._show_latest()

    @guarded
    def forget(self, document: Path | None) -> None:
        """Remove the messages about a document, or about any; also all that do not last, as they may name it."""
        self._waiting = [n for n in self._waiting if n.lasting and (n.about is None or document not in (None, n.about))]
        self._show_latest()

    def take_over(self, old: "NoticeBar") -> None:
        """Take the messages from another bar, whose window is closing, that last or can be said again."""
        for notice in [notice for notice in old._waiting if notice.lasting or notice.again is not None]:
            if notice.again is not None:
                notice.again(self)
            else:
                self._waiting.append(notice)
        self._show_latest()

    def _show_latest(self) -> None:
        if not self._waiting:
            self.hide()
            return
        notice, others = self._waiting[-1], len(self._waiting) - 1
        self._label.setText(breakable(notice.message))
        for number, button in enumerate((self._action, self._second)):
            button.setText(notice.actions[number][0] if number < len(notice.actions) else "")
            button.setVisible(number < len(notice.actions))
        self._more.setText(self.tr("%Ln more message(s)", "", others))
        self._more.setVisible(0 < others < _MANY - 1)
        self._close_all.setText(self.tr("Close all ({count})").format(count=others + 1))
        self._close_all.setVisible(others >= _MANY - 1)
        self._arrange()
        self.show()

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the message and the buttons for the new width."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        """The buttons stand beside the message, or where they would leave it too little room, below it."""
        self._buttons.invalidate()
        left = self.width() - self._buttons.sizeHint().width()
        beside = left >= _LEAST_MESSAGE * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _act(self, number: int) -> None:
        notice = self._taken()
        if notice is not None:
            notice.actions[number][1]()

    def _on_closed(self) -> None:
        notice = self._taken()
        if notice is not None and notice.closed is not None:
            notice.closed()

    def _on_all_closed(self) -> None:
        closed, self._waiting = self._waiting, []
        self._show_latest()
        for notice in closed:
            if notice.closed is not None:
                notice.closed()

    def _taken(self) -> _Notice | None:
        notice = self._waiting.pop() if self._waiting else None
        self._show_latest()
        return notice


def _newest(notices: list[_Notice]) -> list[_Notice]:
    """The newest of the notices, and all lasting ones."""
    passing = [notice for notice in notices if not notice.lasting][-_KEPT:]
    return [notice for notice in notices if notice.lasting or notice in passing]

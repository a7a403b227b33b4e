"""One-sentence messages inside the window, with an action where there is something to do."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.toolkit.announce import announce
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, breakable

# What is older than so many others has been overtaken by events.
_KEPT = 5


_Action = tuple[str, Callable[[], object]]  # what its button says, and what it does


@dataclass(frozen=True, slots=True)
class _Notice:
    message: str
    actions: tuple[_Action, ...]
    topic: str
    lasting: bool
    about: Path | None
    closed: Callable[[], object] | None


class NoticeBar(QFrame):
    """Shows the latest message until it is closed; then the one before it, if that was not closed either."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """A hidden bar."""
        super().__init__(parent)
        self.setObjectName("notice")
        self._waiting: list[_Notice] = []
        self._label, self._more = Label(), Label()
        self._label.setWordWrap(True)
        self._action, self._second = QPushButton(), QPushButton()
        self._close = QPushButton(self.tr("Close"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.addWidget(self._label, 1)
        for widget in (self._more, self._action, self._second, self._close):
            layout.addWidget(widget)
        self._action.clicked.connect(guarded(lambda: self._act(0)))
        self._second.clicked.connect(guarded(lambda: self._act(1)))
        self._close.clicked.connect(guarded(self._on_closed))
        self.hide()

    @property
    def message(self) -> str:
        """What is being said, or ""."""
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
    ) -> None:
        """Show a message, with a button `action` that does `do`, and a `second` button; each takes it away.

        It takes the place of an earlier one on the same `topic`. Where there is nothing to do about it, the words are
        its topic; what can be done is not the same because the words are. A `lasting` one stays until the user closes
        it, which `closed` hears of, or forgets the document that it is `about`; what nobody `asked` for stands behind
        such.
        """
        actions = tuple(each for each in ((action, do) if do is not None else None, second) if each is not None)
        notice = _Notice(message, actions, topic or ("" if actions else message), lasting, about, closed)
        others = [n for n in self._waiting if not notice.topic or n.topic != notice.topic]
        place = len(others)
        while not asked and not lasting and place and others[place - 1].lasting:
            place -= 1
        self._waiting = _newest([*others[:place], notice, *others[place:]])
        self._show_latest()
        announce(self, message)

    def clear(self) -> None:
        """Take back what was said, but for what is to last."""
        self._waiting = [notice for notice in self._waiting if notice.lasting]
        self._show_latest()

    def take_back(self, topic: str) -> None:
        """Take back what was said on a topic, and on what it is the first word of."""
        self._waiting = [n for n in self._waiting if n.topic != topic and not n.topic.startswith(f"{topic} ")]
        self._show_latest()

    @guarded
    def forget(self, document: Path | None) -> None:
        """Take back what may name a document, or any; so may all that does not last."""
        self._waiting = [n for n in self._waiting if n.lasting and (n.about is None or document not in (None, n.about))]
        self._show_latest()

    def take_over(self, old: "NoticeBar") -> None:
        """Say what lasts of another bar, whose window is going."""
        self._waiting = [notice for notice in old._waiting if notice.lasting]
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
        self._more.setVisible(others > 0)
        self.show()

    def _act(self, number: int) -> None:
        notice = self._taken()
        if notice is not None:
            notice.actions[number][1]()

    def _on_closed(self) -> None:
        notice = self._taken()
        if notice is not None and notice.closed is not None:
            notice.closed()

    def _taken(self) -> _Notice | None:
        notice = self._waiting.pop() if self._waiting else None
        self._show_latest()
        return notice


def _newest(notices: list[_Notice]) -> list[_Notice]:
    """The newest of the notices, and all that last."""
    passing = [notice for notice in notices if not notice.lasting][-_KEPT:]
    return [notice for notice in notices if notice.lasting or notice in passing]

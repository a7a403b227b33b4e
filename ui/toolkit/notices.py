"""One-sentence messages inside the window, with an action if there is something to do."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from reader.late_dataclasses import dataclass
from ui.toolkit.announce import announce
from ui.toolkit.button_rows import ButtonRows
from ui.toolkit.focus_return import FocusReturn
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label
from ui.toolkit.notice_layout import NoticeLayout
from ui.toolkit.pressing import press_focused
from ui.toolkit.scrolled_label import ScrolledLabel

# The most messages kept that do not last; older ones are outdated.
_KEPT = 5
# With so many messages there is a button that closes all of them, and says how many there are.
_MANY = 3
_GAP = 8


# What a message says, given the file of the document that it is about.
Words = Callable[[Path | None], str]
_Action = tuple[str, Callable[[], object]]  # the text of its button, and the function it calls


@dataclass(frozen=True, slots=True)
class _Notice:
    words: Words
    message: str  # what they were when last asked
    actions: tuple[_Action, ...]
    topic: str
    lasting: bool
    here: bool
    foremost: bool
    about: Path | None
    closed: Callable[[], object] | None
    again: Callable[["NoticeBar"], object] | None


class NoticeBar(QFrame):
    """Shows the latest message until it is closed, also by Esc if it has the focus; then the one before it.

    It is as high as its message, up to a few lines; then that can be scrolled. Its buttons take the focus by keys only;
    when the last message is closed, the focus goes back to where it was.
    """

    naming = Signal()  # a message about a document was said

    def __init__(self, parent: QWidget | None = None) -> None:
        """A hidden bar."""
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName(self.tr("Messages"))
        self._waiting: list[_Notice] = []
        self._unsaid: list[str] = []  # what is to be announced
        self._text, self._more = ScrolledLabel(self.tr("Message")), Label()
        self._action, self._second = QPushButton(), QPushButton()
        self._close, self._close_all = QPushButton(self.tr("Close")), QPushButton()
        self._buttons = ButtonRows(_GAP)
        self._layout = NoticeLayout(self._text, self._buttons, _GAP, self)
        self._layout.setContentsMargins(16, 8, 8, 8)
        for widget in (self._action, self._second, self._close, self._close_all, self._more):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus if widget is self._more else Qt.FocusPolicy.TabFocus)
            self._buttons.add(widget)
        self._focus = FocusReturn(self)
        self._action.clicked.connect(guarded(lambda: self._act(0)))
        self._second.clicked.connect(guarded(lambda: self._act(1)))
        self._close.clicked.connect(guarded(self._on_closed))
        self._close_all.clicked.connect(guarded(self._on_all_closed))
        self._speaking = QTimer(self)
        self._speaking.setSingleShot(True)
        self._speaking.timeout.connect(self._announce)
        self.hide()

    @property
    def message(self) -> str:
        """The current message, or ""."""
        return self._waiting[-1].message if self._waiting else ""

    @guarded
    def say(
        self,
        message: str | Words,
        action: str = "",
        do: Callable[[], object] | None = None,
        *,
        topic: str = "",
        lasting: bool = False,
        here: bool = False,
        foremost: bool = False,
        second: _Action | None = None,
        asked: bool = True,
        about: Path | None = None,
        closed: Callable[[], object] | None = None,
        again: Callable[["NoticeBar"], object] | None = None,
    ) -> None:
        """Show a message, with a button `action` that calls `do`, and a `second` button; each also closes it.

        A message that names the document that it is `about` is given as a function, which `reword` calls again.
        It replaces an earlier message on the same `topic`. Without a topic, a message without actions replaces one with
        the same text; one with actions replaces none. A `lasting` message stays until the user closes it, which calls
        `closed`, or forgets the document that it is `about`; a passing message that was not `asked` for goes behind
        lasting ones. What is to be done `here`, in the open document, goes with it. `again` says it in the bar of
        another window, which it gets, in another language; without it, a `lasting` message is shown there as it is, and
        another is not. One that is `foremost` is shown before later messages too, until it is closed.
        """
        actions = tuple(each for each in ((action, do) if do is not None else None, second) if each is not None)
        words = message if callable(message) else lambda _: message
        said = words(about)
        key = topic or ("" if actions else said)
        notice = _Notice(words, said, actions, key, lasting, here, foremost, about, closed, again)
        others = [n for n in self._waiting if not notice.topic or n.topic != notice.topic]
        place = len(others)
        while place and self._goes_behind(notice, others[place - 1], asked):
            place -= 1
        self._waiting = _newest([*others[:place], notice, *others[place:]])
        self._show_latest()
        self._unsaid.append(said)
        self._speaking.start()
        if about is not None:
            self.naming.emit()

    def _goes_behind(self, notice: _Notice, other: _Notice, asked: bool) -> bool:
        if notice.foremost:
            return False
        return other.foremost or (other.lasting and not asked and not notice.lasting)

    @guarded
    def _announce(self) -> None:
        """Announce what was said since the event loop last ran; of many messages only the latest, and how many."""
        said, self._unsaid = self._unsaid, []
        if len(said) > _MANY:
            said = [said[-1], self.tr("%Ln more message(s)", "", len(said) - 1)]
        announce(self, "\n".join(said))

    def clear(self) -> None:
        """Remove what is outdated once another document is open: messages about it, and passing ones without actions.

        Others stay: what they offer can still be done.
        """
        self._waiting = [n for n in self._waiting if n.lasting or (n.actions and not n.here)]
        self._show_latest()

    def take_back(self, topic: str) -> None:
        """Remove the messages on a topic, and on topics that begin with it and a space."""
        self._waiting = [n for n in self._waiting if n.topic != topic and not n.topic.startswith(f"{topic} ")]
        self._show_latest()

    def keep_saying(self, problem: Callable[[], str] | None, *, topic: str) -> None:
        """Say a `problem` for as long as there is one; None once there is none any more."""
        if problem is None:
            self.take_back(topic)
        else:
            self.say(lambda _: problem(), topic=topic, lasting=True)

    @guarded
    def forget(self, document: Path | None) -> None:
        """Remove the messages about a document, or about any; also all that do not last, as they may name it."""
        self._waiting = [n for n in self._waiting if n.lasting and (n.about is None or document not in (None, n.about))]
        self._show_latest()

    @property
    def documents(self) -> frozenset[Path]:
        """The files of the documents that messages are about."""
        return frozenset(notice.about for notice in self._waiting if notice.about is not None)

    def forget_about(self, document: Path | None) -> None:
        """Remove the messages about a document that another program has forgotten, or about any."""
        self._waiting = [n for n in self._waiting if n.about is None or document not in (None, n.about)]
        self._show_latest()

    @guarded
    def follow(self, before: Path, now: Path) -> None:
        """A document has another file than before: messages about it are about that."""
        self._waiting = [replace(n, about=now) if n.about == before else n for n in self._waiting]
        self.reword()

    @guarded
    def reword(self) -> None:
        """A document may be called otherwise than before: word the messages again, without announcing them."""
        before, self._waiting = self._waiting, [replace(n, message=n.words(n.about)) for n in self._waiting]
        if self._waiting != before:
            self._show_latest()

    def take_over(self, old: "NoticeBar") -> None:
        """Take the messages from another bar, whose window is closing, that last or can be said again."""
        for notice in [notice for notice in old._waiting if notice.lasting or notice.again is not None]:
            if notice.again is not None:
                notice.again(self)
            else:
                self._waiting.append(notice)
        self.reword()
        self._show_latest()

    def _show_latest(self) -> None:
        if not self._waiting:
            self._focus.give_back()
            self.hide()
            return
        notice, others = self._waiting[-1], len(self._waiting) - 1
        self._text.set_message(notice.message)
        shown = len(notice.actions)
        if self._focus.inside in (self._action, self._second, self._close_all)[shown:]:
            self._close.setFocus()  # Qt would take it out of the bar
        for number, button in enumerate((self._action, self._second)):
            button.setText(notice.actions[number][0] if number < shown else "")
            button.setVisible(number < shown)
        self._more.setText(self.tr("%Ln more message(s)", "", others))
        self._more.setVisible(0 < others < _MANY - 1)
        self._close_all.setText(self.tr("Close all ({count})").format(count=QLocale().toString(others + 1)))
        self._close_all.setVisible(others >= _MANY - 1)
        self._buttons.start_over()
        self._layout.invalidate()
        self.updateGeometry()
        self.show()

    def height_in(self, width: int, room: int | None = None) -> int:
        """The height in pixels that it needs in a width: if possible no more than `room`; 0 if there is no message."""
        return 0 if self.isHidden() else self._layout.height_in(width, room)

    def few_lines_in(self, width: int) -> int:
        """The height in pixels in a width with its first lines and all its buttons; 0 if there is no message."""
        return 0 if self.isHidden() else self._layout.few_lines_in(width)

    # The keyboard

    def take_focus(self) -> None:
        """Give the keyboard focus to the first button."""
        next(each for each in (self._action, self._close) if not each.isHidden()).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

    @guarded
    def event(self, event: QEvent) -> bool:
        """Let Esc close the message even if it is a shortcut, and Return press the button that has the focus."""
        if press_focused(event, self):
            return True
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._on_closed()
                return True
        return super().event(event)

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

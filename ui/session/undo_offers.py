"""Notices with a button that undoes what was just done."""

from functools import partial

from PySide6.QtCore import QObject

from ui.session.undo import Step, Undo
from ui.toolkit.guard import guarded
from ui.toolkit.notices import NoticeBar


class UndoOffers(QObject):
    """Offers to undo steps, each until it is undone, another one follows it, or undoing it would change nothing."""

    def __init__(self, notices: NoticeBar, undo: Undo) -> None:
        """Say it in `notices`."""
        super().__init__(notices)
        self._notices, self._undo = notices, undo
        self._offered: dict[str, Step] = {}  # by topic
        self._count = 0
        undo.changed.connect(self._withdraw)

    @guarded
    def offer(self, message: str, step: Step) -> None:
        """Say what was done, with a button that undoes it."""
        self._count += 1
        topic = f"undo {self._count}"
        self._offered[topic] = step
        undo = partial(self._undo.undo_step, step)
        self._notices.say(message, self.tr("Undo"), undo, topic=topic, here=step.document is not None)

    @guarded
    def _withdraw(self) -> None:
        undo = self._undo
        over = [topic for topic, step in self._offered.items() if not (undo.is_latest(step) and step.matters())]
        for topic in over:
            del self._offered[topic]
            self._notices.take_back(topic)

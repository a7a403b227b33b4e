"""Notices on the outcome of the user's edits, with what can be done about it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from ui.editing.controller import Editing
from ui.editing.deleted_edits import DeletedEdits, Vanished
from ui.editing.edit_keeper import EditKeeper
from ui.editing.edits_elsewhere import EditsElsewhere
from ui.session.undo_offers import UndoOffers
from ui.toolkit.guard import guarded
from ui.toolkit.notices import NoticeBar

_IMPOSSIBLE = "impossible"  # the topic of why no sentence can be edited
_UNSAVED = "unsaved"  # the topic of edits that are not on the disk


class EditNotices(QObject):
    """Connects the notices to the services that store edits and to the editing of sentences.

    A lasting notice may be moved to another window, so its buttons call services that outlive this window.
    """

    def __init__(
        self,
        notices: NoticeBar,
        editing: Editing,
        elsewhere: EditsElsewhere,
        edits: EditKeeper,
        deleted: DeletedEdits,
        offers: UndoOffers,
        called: Callable[[Path], str],
    ) -> None:
        """Report on edits made by `editing`, or found `elsewhere`, and stored by `edits`.

        `called` tells what the document of a file is called.
        """
        super().__init__(notices)
        self._called = called
        self._notices, self._edits, self._deleted = notices, edits, deleted
        editing.notice.connect(self._on_impossible)
        editing.possible.connect(self._on_possible)
        editing.undoable.connect(offers.offer)
        edits.notice.connect(notices.say)
        edits.write_status.connect(self._on_trouble)
        edits.write_status_cleared.connect(self._on_untroubled)
        edits.differed.connect(self._on_differed)
        elsewhere.deleted.connect(self._on_deleted)

    @guarded
    def _on_impossible(self, words: str) -> None:
        self._notices.say(words, topic=_IMPOSSIBLE)

    @guarded
    def _on_possible(self) -> None:
        self._notices.take_back(_IMPOSSIBLE)

    @guarded
    def _on_trouble(self, words: Callable[[], str], lasting: bool) -> None:
        again = self._again(lambda there: there._on_trouble(words, lasting))
        self._notices.say(words(), topic=_UNSAVED, lasting=lasting, again=again)

    def _again(self, tell: Callable[["EditNotices"], None]) -> Callable[[NoticeBar], None]:
        """What has a lasting notice told by those of another window."""

        def again(bar: NoticeBar) -> None:
            if (there := bar.findChild(EditNotices)) is not None:
                tell(there)

        return again

    @guarded
    def _on_untroubled(self) -> None:
        self._notices.take_back(_UNSAVED)

    @guarded
    def _on_differed(
        self, words: Callable[[], str], use_other: Callable[[], None], document: Path | None, topic: str
    ) -> None:
        self._notices.say(
            words(),
            self.tr("Use the other edit"),
            use_other,
            topic=f"other {topic}",
            lasting=True,
            about=document,
            closed=partial(self._edits.release, topic),
            again=self._again(lambda there: there._on_differed(words, use_other, document, topic)),
        )

    @guarded
    def _on_deleted(self, vanished: Vanished) -> None:
        count, document = len(vanished), vanished.document
        template = self.tr(
            "Your edit(s) in “{name}” were deleted elsewhere. The machine translation is shown again.", "", count
        )
        words = lambda path: template.format(name=self._called(path) if path is not None else "")  # noqa: E731
        topic = f"deleted {id(vanished)}"
        restore, do = self.tr("Restore edit(s)", "", count), partial(self._deleted.bring_back, vanished)
        again = self._again(lambda there: there._on_deleted(vanished))
        self._notices.say(words, restore, do, topic=topic, lasting=True, about=document, again=again)

    def warn_before_closing(self) -> bool:
        """Warn, once each, of edits that are not saved and of deletions that are not on the disk.

        Returns whether there were any: the window should stay open until the user has read the warning.
        """
        unsaved, undeleted = self._edits.ask_for()
        if unsaved or undeleted:
            self._warn(unsaved, undeleted)
        return bool(unsaved or undeleted)

    def _warn(self, unsaved: list[str], undeleted: list[str]) -> None:
        template = self.tr(
            "The edit(s) could not be saved to disk: “{words}”. If you quit again, Tospalt will try to keep them as "
            "draft(s).",
            "",
            len(unsaved),
        )
        other = self.tr(
            "The edit(s) that you deleted could not be removed from the disk: “{words}”. If you quit again, they "
            "will reappear.",
            "",
            len(undeleted),
        )
        self._notices.say(
            "\n".join(t.format(words="\n".join(each)) for t, each in ((template, unsaved), (other, undeleted)) if each),
            self.tr("Copy"),
            (lambda: QGuiApplication.clipboard().setText("\n".join(unsaved))) if unsaved else None,
            topic=_UNSAVED,
            lasting=True,
            foremost=True,
            again=self._again(lambda there: there._warn(unsaved, undeleted)),
        )

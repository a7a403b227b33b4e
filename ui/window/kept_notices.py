"""Warns of notes, bookmarks and what else is kept for documents while it is not on the disk."""

from PySide6.QtCore import QObject

from ui.session.kept_values import KeptValues
from ui.toolkit.guard import guarded
from ui.toolkit.notices import NoticeBar

_TOPIC = "kept"


class KeptNotices(QObject):
    """Says in the notices that `KeptValues` could not save something, and takes that back once it could."""

    def __init__(self, notices: NoticeBar, kept: KeptValues) -> None:
        """Warn of what waits in `kept`."""
        super().__init__(notices)
        self._notices, self._kept = notices, kept
        self._warned = False  # that closing would lose it
        kept.unsaved_changed.connect(self._on_changed)

    def warn_before_closing(self) -> bool:
        """Warn, once, of what is not saved; returns whether the user should read that before the window closes."""
        unsaved, warned = bool(self._kept.unsaved), self._warned
        self._warned = unsaved
        if unsaved and not warned:
            self._warn()
        return unsaved and not warned

    @guarded
    def _on_changed(self) -> None:
        if self._kept.failed:
            self._warn()
        elif not self._kept.unsaved:
            self._warned = False
            self._notices.take_back(_TOPIC)

    def _warn(self) -> None:
        if self._warned:
            words = self.tr(
                "Notes, bookmarks or choices for documents could not be saved to disk. If you quit again, "
                "Tospalt will try to save them when it starts next."
            )
        else:
            words = self.tr(
                "Notes, bookmarks or choices for documents could not be saved to disk. Tospalt keeps trying "
                "while it is open."
            )

        def again(bar: NoticeBar) -> None:
            if (there := bar.findChild(KeptNotices)) is not None:
                there._warn()

        self._notices.say(words, topic=_TOPIC, lasting=True, foremost=True, again=again)

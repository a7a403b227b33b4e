"""Warns of acceptances and dismissals that are not on the disk when the window is to close."""

from PySide6.QtCore import QObject

from ui.editing.judging import Judging
from ui.toolkit.guard import guarded
from ui.toolkit.notices import NoticeBar

_TOPIC = "judgements"


class JudgingNotices(QObject):
    """Says in the notices what `Judging` could not store."""

    def __init__(self, notices: NoticeBar, judging: Judging) -> None:
        """Warn of what waits in `judging`."""
        super().__init__(notices)
        self._notices, self._judging = notices, judging
        judging.changed.connect(self._on_changed)

    def warn_before_closing(self) -> bool:
        """Warn, once, of what is not saved; returns whether the user should read that before the window closes."""
        if unsaved := self._judging.ask_for():
            self._warn()
        return unsaved

    @guarded
    def _on_changed(self, _: object) -> None:
        if not self._judging.unsaved:
            self._notices.take_back(_TOPIC)

    def _warn(self) -> None:
        words = self.tr(
            "Changes to your accepted sentences and dismissed warnings could not be saved to disk. If you quit again, "
            "Tospalt will try to save them when it starts next."
        )

        def again(bar: NoticeBar) -> None:
            if (there := bar.findChild(JudgingNotices)) is not None:
                there._warn()

        self._notices.say(words, topic=_TOPIC, lasting=True, foremost=True, again=again)

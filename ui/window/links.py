"""Following a link in the text."""

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from ui.reading.cell import RETRY
from ui.session.translation import Translation
from ui.toolkit.guard import guarded
from ui.toolkit.notices import NoticeBar

_OUTSIDE = ("http", "https", "mailto")


class Links(QObject):
    """Asks in a notice before anything is opened outside the program."""

    def __init__(self, translation: Translation, notices: NoticeBar) -> None:
        """`translation` is resumed by a "try again" link."""
        super().__init__(notices)
        self._translation, self._notices = translation, notices

    @guarded
    def follow(self, address: str) -> None:
        """Open an address, or retry the translation where it failed."""
        if address == RETRY:
            self._translation.resume()
        elif QUrl(address).scheme() in _OUTSIDE:
            question = self.tr("Open “{address}” in your web browser?").format(address=address)
            topic = f"open {address}"
            self._notices.say(question, self.tr("Open"), lambda: QDesktopServices.openUrl(QUrl(address)), topic=topic)
        else:
            self._notices.say(self.tr("“{address}” is not a web address.").format(address=address))

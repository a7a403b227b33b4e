"""Following a link in the text."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from ui.reading.cell import RETRY
from ui.session.translation import Translation
from ui.toolkit.guard import guarded
from ui.toolkit.notices import NoticeBar

_OUTSIDE = ("http", "https", "mailto")


class Links(QObject):
    """Goes to places in the document; asks in a notice before anything is opened outside the program."""

    def __init__(self, translation: Translation, notices: NoticeBar, jump: Callable[[str], bool]) -> None:
        """Follow no link yet.

        Args:
            translation: is resumed by a "try again" link.
            notices: ask, and say what cannot be followed.
            jump: goes to "#name" in the document; returns whether there is such a place.
        """
        super().__init__(notices)
        self._translation, self._notices, self._jump = translation, notices, jump

    @guarded
    def follow(self, address: str) -> None:
        """Go to a place, open an address, or retry the translation where it failed."""
        if address == RETRY:
            self._translation.resume()
        elif address.startswith("#"):
            if not self._jump(address):
                self._notices.say(self.tr("There is no place “{name}” in this document.").format(name=address[1:]))
        elif QUrl(address).scheme() in _OUTSIDE:
            question = self.tr("Open “{address}” in your web browser?").format(address=address)
            topic = f"open {address}"
            self._notices.say(
                question, self.tr("Open"), lambda: QDesktopServices.openUrl(QUrl(address)), topic=topic, here=True
            )
        else:
            self._notices.say(self.tr("“{address}” is not a web address.").format(address=address))

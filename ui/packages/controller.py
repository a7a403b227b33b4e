"""Language packages in the program: the package manager's window, the first offer, and the effects of a new package."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from reader.engine import try_out
from reader.packages import Installed, Offer, PackageManager
from ui.packages.first_offer import FirstOffer
from ui.packages.store import PackageStore
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Pool
from ui.toolkit.notices import NoticeBar
from ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from ui.packages.dialog import PackagesDialog

# In the data folder: the directions for which an official package has been offered.
OFFERS_FILE = "package-offers.json"


class PackageController(QObject):
    """Connects the package manager to the window, which may be replaced by another."""

    def __init__(self, data: Path, document: OpenDocument, file_pool: Pool) -> None:
        """A desk without a window yet; `data` is the program's data folder."""
        super().__init__()
        manager = PackageManager(try_out)
        self._pool = Pool("packages", 1)
        self.store = PackageStore(manager, self._pool, file_pool)
        self._document = document
        self._window: QWidget | None = None
        self._notices: NoticeBar | None = None
        self._welcoming: Callable[[], bool] = lambda: False
        self._theme: Theme | None = None
        self._dialog: PackagesDialog | None = None
        self._replaced: PackagesDialog | None = None  # over the window before
        self._offer: Offer | None = None
        self._first_offer = FirstOffer(data / OFFERS_FILE, manager, file_pool)
        self._first_offer.offered.connect(self._on_offered)
        self.store.installed.connect(self._on_installed)
        self.store.failed.connect(self._on_failed)
        document.opening.connect(self._first_offer.withdraw)
        document.opened.connect(self._first_offer.consider)

    def attach(
        self,
        window: QWidget,
        notices: NoticeBar,
        wanted: SignalInstance,
        dropped: SignalInstance,
        welcoming: Callable[[], bool],
    ) -> None:
        """Serve this window from now on: show messages in its `notices`, and open over it.

        It emits `wanted` to open the package manager, and `dropped` with the paths of package files. Nothing is
        offered while it is `welcoming` a new user.
        """
        self._replaced, self._dialog = self._dialog, None
        self._window, self._notices, self._welcoming = window, notices, welcoming
        wanted.connect(self.open)
        dropped.connect(self._import)

    def take_over(self) -> None:
        """Open over this window what was open over the one before it; work goes on."""
        old, self._replaced = self._replaced, None
        if old is None:
            return
        if old.isVisible():
            self.open().take_over(old)
        old.close()
        old.deleteLater()

    def set_theme(self, theme: Theme) -> None:
        """Redraw with other colours."""
        self._theme = theme
        if self._dialog is not None:
            self._dialog.set_theme(theme)

    def stop(self) -> None:
        """Ask all work to end; partial downloads are kept."""
        self.store.cancel()
        self._pool.stop()

    def close(self, seconds: float | None = None) -> bool:
        """End all work, waiting at most `seconds`; returns whether it has ended."""
        self.stop()
        return self._pool.finish(seconds)

    @guarded
    def open(self) -> "PackagesDialog":
        """Open the package manager, or bring it to the front."""
        if self._dialog is None:
            from ui.packages.dialog import PackagesDialog  # late: few starts open it

            assert self._theme is not None
            self._dialog = PackagesDialog(self.store, self._theme, self._window)
        else:
            self.store.load()
        self._dialog.show()
        self._dialog.activateWindow()
        return self._dialog

    @guarded
    def _import(self, files: list[Path]) -> None:
        self.open()
        self.store.import_files(files)

    @guarded
    def _on_offered(self, message: str, offer: Offer) -> None:
        if self._notices is None or self._notices.message or self._welcoming():
            return  # one at a time; this is offered another time
        self._first_offer.remember()
        self._offer = offer
        self._notices.say(message, self.tr("Download"), self._install_offered, topic="offer")

    def _install_offered(self) -> None:
        if self._offer is not None:
            self.open()
            self.store.install(self._offer)

    @guarded
    def _on_installed(self, installed: Installed) -> None:
        text, package = self._document.text, installed.package
        if self._notices is None or text is None:
            return
        if (text.source_language, text.target_language) == (package.source, package.target):
            message = self.tr("This document can now be translated with the new language package.")
            again = self._document.retranslate
            self._notices.say(message, self.tr("Translate again"), again, topic="retranslation", here=True)

    @guarded
    def _on_failed(self, error: Exception, _again: Callable[[], None]) -> None:
        """Show the error in the window if the package manager is closed."""
        if self._notices is not None and (self._dialog is None or not self._dialog.isVisible()):
            words = said(error)
            self._notices.say(words, self.tr("Language packages…"), self.open, topic=words)

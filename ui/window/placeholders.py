"""What stands in place of a text: nothing open, a file that cannot be read, a language nobody here translates."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from reader.errors import NoPackageError, NoTextError
from ui.toolkit.i18n import language_in_text, said
from ui.window.placeholder import Choice, Page

Do = Callable[[], object]

# Norwegian in another dress: what is taken for one of these may well be Bokmål.
_NEIGHBOURS = ("nn", "da", "sv")


class Pages(QObject):
    """Words and choices for a `Page`."""

    def __init__(self, page: Page) -> None:
        """Pages shown on `page`."""
        super().__init__(page)
        self._page = page

    def nothing_open(self, keys: str, open_: Do, *, empty: bool) -> None:
        """No document is open; `keys` open one, and the library may be `empty`."""
        choices: list[Choice] = [(self.tr("Open a document…"), open_)]
        if empty:
            hint = self.tr(
                "Drop a text file here, or press {keys} to open one. It is then added to the library on the left."
            )
            self._page.say(self.tr("Your library is empty"), hint.format(keys=keys), choices)
        else:
            hint = self.tr("Choose one in the library on the left, drop a file here, or press {keys} to open one.")
            self._page.say(self.tr("Choose a document to read"), hint.format(keys=keys), choices)

    def unreadable(self, path: Path, error: Exception, again: Do, open_: Do) -> None:
        """The file of a document cannot be read."""
        choices: list[Choice] = [(self.tr("Try again"), again), (self.tr("Open another document…"), open_)]
        if isinstance(error, NoTextError):
            heading, advice = (
                self.tr("There is no text in “{name}”"),
                self.tr("Add some text to the file, then try again."),
            )
        else:
            heading, advice = self.tr("“{name}” cannot be shown"), self.tr("Fix the problem, then try again.")
        self._page.say(heading.format(name=path.name), f"{said(error)}\n{advice}", choices)

    def no_package(
        self, error: NoPackageError, packages: Do | None, read_as: Callable[[str], object], show: Do
    ) -> None:
        """Nothing installed translates the document; `read_as` takes it for another language, `show` shows it as is."""
        source, target = language_in_text(error.source), language_in_text(error.target)
        heading = self.tr("Cannot translate from {source} to {target}").format(source=source, target=target)
        choices: list[Choice] = []
        if packages is not None:
            choices.append((self.tr("Language packages…"), packages))
        for code in self._instead(error):
            words = self.tr("Read as {language}").format(language=language_in_text(code))
            choices.append((words, partial(read_as, code)))
        choices.append((self.tr("Show the original"), show))
        self._page.say(heading, f"{said(error)}\n{self._advice(error)}", choices)

    def _instead(self, error: NoPackageError) -> tuple[str, ...]:
        """What the text may be in if it was taken for the wrong language."""
        if error.source in ("nb", "en"):
            return ("en",) if error.source == "nb" else ("nb",)
        return ("nb",) if error.source in _NEIGHBOURS else ("nb", "en")

    def _advice(self, error: NoPackageError) -> str:
        words = self.tr(
            "The document seems to be in {language}. Choose another language, or install a language package."
        )
        return words.format(language=language_in_text(error.source))

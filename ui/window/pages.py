"""The text, or a page instead of it: nothing open, an unreadable file, or a language that is not translated here."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.errors import MissingError, NoPackageError, NoTextError, PasswordError, UnfitError
from reader.library import Entry
from reader.parallel import ParallelText
from reader.text import languages_instead
from ui.reading.style import Looks
from ui.toolkit.i18n import language_in_text, said
from ui.toolkit.one_line import one_line
from ui.toolkit.stack import Stack
from ui.window.actions import keys_of
from ui.window.first_rows import FirstRows
from ui.window.page import Choice, Page


class Pages(Stack):
    """Shows the text or a page, whose buttons emit signals.

    Attributes:
        page: the page shown instead of the text.
    """

    file_wanted = Signal()
    entry_wanted = Signal(object)  # the Entry of a document to try again
    password_wanted = Signal(object)  # the Entry of a document whose password the user wants to enter
    packages_wanted = Signal()
    original_wanted = Signal()  # to see the text that is not translated
    place_wanted = Signal(object)  # the Entry of a document whose file the user looks for
    place_chosen = Signal(object, object)  # that Entry, and the Path of the file that it is to name
    removal = Signal()  # of the open document from the library
    language_wanted = Signal(str)  # the language that the open document is to be read as

    def __init__(self, text: QWidget, called: Callable[[Entry], str], looks: Callable[[], Looks]) -> None:
        """An empty page, with `text` behind it.

        `called` tells what a document is called, `looks` how texts look.
        """
        page, first = Page(), FirstRows(looks)
        super().__init__(page, text, first)
        self.page, self._text, self._first, self._called = page, text, first, called
        self._begun: Path | None = None  # whose beginning was shown last

    def show_text(self) -> None:
        """Show the text."""
        self.show_widget(self._text)
        self._first.clear_rows()

    def nothing_open(self, *, empty: bool) -> None:
        """Show that no document is open; `empty` tells whether the library is empty."""
        choices: list[Choice] = [(self.tr("Open a document…"), self.file_wanted.emit)]
        if empty:
            heading = self.tr("Your library is empty")
            hint = self.tr(
                "Drop a text file or some text here, press {keys} to open a file, or press {paste} to paste a text. It "
                "is then added to the library."
            )
        else:
            heading = self.tr("Choose a document to read")
            hint = self.tr(
                "Choose one in the library ({library}), drop a file or some text here, press {keys} to open a file, or "
                "press {paste} to paste a text."
            )
        keys = {"library": keys_of("library"), "keys": keys_of("open"), "paste": keys_of("paste")}
        self._show(heading, hint.format(**keys), choices)

    def opening(self, entry: Entry) -> None:
        """Show that a document is being read, which takes a while."""
        self._begun = None
        self._show(self._opening(entry), "", [])

    def begun(self, entry: Entry, text: ParallelText, at: tuple[int, float]) -> None:
        """Show the beginning of a document of which the rest is being read, from a place on."""
        self._begun = entry.path
        self.show_widget(self._first)
        self._first.show_rows(text, at, self._opening(entry))

    def recognising(self, entry: Entry, number: int, count: int) -> None:
        """Say which page of a document that is being read is recognised, below what is shown of it."""
        words = self.tr("Recognising text: page {page} of {count}").format(page=number + 1, count=count)
        if self._begun == entry.path:
            self._first.tell(f"{self._opening(entry)} {words}")
        else:
            self.page.tell(words)

    def position(self, entry: Entry) -> tuple[int, float] | None:
        """Where the reader is in the beginning of a document that is being read; None if that is not shown."""
        return self._first.position() if entry.path == self._begun else None

    def _opening(self, entry: Entry) -> str:
        return self.tr("Opening “{name}”…").format(name=self._called(entry))

    def unreadable(self, entry: Entry, error: Exception) -> None:
        """Show that the file of a document cannot be read."""
        if isinstance(error, PasswordError):
            self._locked(entry)
            return
        choices: list[Choice] = [
            (self.tr("Try again"), partial(self.entry_wanted.emit, entry)),
            (self.tr("Open another document…"), self.file_wanted.emit),
        ]
        if isinstance(error, NoTextError):
            heading, advice = (
                self.tr("There is no text in “{name}”"),
                self.tr("Add some text to the file, then try again."),
            )
        else:
            heading, advice = self.tr("“{name}” cannot be shown"), self._remedy(error)
        self._show(heading.format(name=self._called(entry)), f"{said(error)}\n{advice}".rstrip(), choices)

    def _locked(self, entry: Entry) -> None:
        choices: list[Choice] = [
            (self.tr("Enter the password…"), partial(self.password_wanted.emit, entry)),
            (self.tr("Open another document…"), self.file_wanted.emit),
        ]
        heading = self.tr("“{name}” is protected by a password").format(name=self._called(entry))
        self._show(heading, self.tr("It is shown once you have entered the password."), choices)

    def _remedy(self, error: Exception) -> str:
        """What to do about a file that cannot be read; "" if the error says it."""
        if isinstance(error, UnfitError):
            return ""
        if isinstance(error, MissingError):
            return self.tr("Find out where the file is, then try again.")
        return self.tr("Fix the problem, then try again.")

    def missing(self, entry: Entry, likely: Path | None = None) -> None:
        """Show that the file of a document is not there; `likely` is where it probably is."""
        heading = self.tr("“{name}” is no longer in its folder").format(name=self._called(entry))
        hint = self.tr(
            "The file “{file}” was in “{folder}”. It may have been moved, renamed or deleted, or its disk may not be "
            "connected. What you edited in it is kept."
        ).format(file=one_line(entry.path.name), folder=one_line(str(entry.path.parent)))
        choices: list[Choice] = [
            (self.tr("Find it…"), partial(self.place_wanted.emit, entry)),
            (self.tr("Try again"), partial(self.entry_wanted.emit, entry)),
            (self.tr("Remove from library"), self.removal.emit),
        ]
        if likely is not None:
            found = self.tr("A file called “{name}” is in “{folder}”.")
            place = one_line(str(likely.parent))
            hint = f"{hint}\n{found.format(name=one_line(likely.name), folder=place)}"
            choices.insert(0, (self.tr("Use that file"), partial(self.place_chosen.emit, entry, likely)))
        self._show(heading, hint, choices)

    def no_package(self, error: NoPackageError) -> None:
        """Show that no installed package translates the document, and offer other languages it may be in."""
        source, target = language_in_text(error.source), language_in_text(error.target)
        heading = self.tr("Cannot translate from {source} to {target}").format(source=source, target=target)
        choices: list[Choice] = [(self.tr("Language packages…"), self.packages_wanted.emit)]
        for code in languages_instead(error.source):
            words = self.tr("Read as {language}").format(language=language_in_text(code))
            choices.append((words, partial(self.language_wanted.emit, code)))
        choices.append((self.tr("Show the original"), self.original_wanted.emit))
        self._show(heading, f"{said(error)}\n{self._advice(error)}", choices)

    def _show(self, heading: str, hint: str, choices: list[Choice]) -> None:
        self.page.say(heading, hint, choices)
        self.show_widget(self.page)
        self._first.clear_rows()

    def _advice(self, error: NoPackageError) -> str:
        words = self.tr(
            "The document seems to be in {language}. Choose another language, or install a language package."
        )
        return words.format(language=language_in_text(error.source))

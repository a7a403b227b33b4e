"""What the user chooses for documents from the list, and can undo: titles and languages."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from reader.library import Entry
from ui.library.shelf import Shelf
from ui.session.open_document import OpenDocument
from ui.session.undo import Step, Undo
from ui.toolkit.one_line import one_line

_Languages = Mapping[Path, tuple[str, str]]  # source and target by file


class LibraryChanges:
    """Changes entries on the shelf; the open document follows."""

    def __init__(self, shelf: Shelf, document: OpenDocument, undo: Undo) -> None:
        """Change what is on `shelf`, and note it in `undo`."""
        self._shelf, self._document, self._undo = shelf, document, undo

    def rename(self, entry: Entry, typed: str) -> None:
        """Give a document the title that was typed; what it is called anyway, or nothing, lets the text decide."""
        entry, title = self._shelf.entry_of(entry.path), one_line(typed)
        if title == self._shelf.own_title(entry):
            title = ""
        before = entry.title
        if title != before:
            self._rename(entry.path, title)
            self._push(
                lambda: _tr("title of “{name}”").format(name=self._shelf.name_of(entry)),
                lambda: self._rename(entry.path, before),
                lambda: self._rename(entry.path, title),
                [entry],
            )

    def _rename(self, path: Path, title: str) -> None:
        renamed = self._shelf.rename(self._shelf.entry_of(path), title)
        if self._is_open(path):
            self._document.entry = renamed

    def choose_languages(self, entries: Sequence[Entry], source: str, target: str) -> None:
        """Have documents read in `source` and translated into `target`; "" lets their texts decide."""
        before = {entry.path: (entry.source, entry.target) for entry in entries}
        after = dict.fromkeys(before, (source, target))
        if before != after:
            self._set_languages(after)
            self._push(
                lambda: self._words(entries),
                lambda: self._set_languages(before),
                lambda: self._set_languages(after),
                entries,
            )

    def _set_languages(self, languages: _Languages) -> None:
        self._shelf.choose_languages_of({self._shelf.entry_of(path): chosen for path, chosen in languages.items()})
        for path, (source, target) in languages.items():
            if self._is_open(path):
                self._document.entry = self._shelf.entry_of(path)
                self._document.set_languages(source, target)

    def _words(self, entries: Sequence[Entry]) -> str:
        if len(entries) == 1:
            return _tr("language of “{name}”").format(name=self._shelf.name_of(entries[0]))
        return QCoreApplication.translate("LibraryChanges", "language of %Ln document(s)", "", len(entries))

    def _is_open(self, path: Path) -> bool:
        return self._document.entry is not None and self._document.entry.path == path

    def _push(
        self, words: Callable[[], str], undo: Callable[[], None], redo: Callable[[], None], about: Sequence[Entry]
    ) -> None:
        self._undo.push(Step(words, undo, redo, about=frozenset(entry.path for entry in about)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("LibraryChanges", text)

"""What the user chooses for a document, as steps that can be undone, whichever window is open."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from reader.library import Entry
from reader.parallel import ParallelText, RowEvent, RowForced, State, left_row, paragraph_key, pending_row
from reader.text import Paragraph
from ui.library.shelf import Shelf
from ui.session.open_document import OpenDocument
from ui.session.translation import Translation
from ui.session.undo import Places, Step, Undo
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import shortened
from ui.window.unsaved_rules import UnsavedRules

_T = TypeVar("_T")


class DocumentSteps(QObject):
    """Chooses languages, paragraphs to translate all the same, rules that are dismissed, and how a file is read.

    Attributes:
        unsaved: the dismissed rules that are not on the disk yet.
    """

    reopen = Signal(object)  # the Entry of the open document, which is to be read again
    shown = Signal(object)  # a Paragraph of the open text that was changed by undoing or redoing
    rules_changed = Signal()  # which rules are dismissed for the open document

    def __init__(self, document: OpenDocument, translation: Translation, shelf: Shelf, undo: Undo) -> None:
        """Choose for `document` and its `translation`, store the choices on `shelf`, and make steps for `undo`."""
        super().__init__()
        self._document, self._translation, self._shelf, self._undo = document, translation, shelf, undo
        self.unsaved = UnsavedRules(shelf)
        shelf.changed.connect(self._on_library_changed)

    def choose_languages(self, source: str, target: str) -> Step | None:
        """Read the open document in these languages (codes); "" lets the text decide.

        Returns the step, if that changes anything.
        """
        if (entry := self._document.entry) is not None:
            choose = self._choose_languages
            before, now = (entry.source, entry.target), (source, target)
            choose(entry.path, now)
            if now != before:
                return self._push(lambda: self.tr("change of language"), entry, choose, before, now)
        return None

    def _choose_languages(self, path: Path, languages: tuple[str, str]) -> None:
        chosen = self._shelf.choose_languages(self._entry_of(path), *languages)
        if self._is_open(path):
            self._document.entry = chosen
            if self._document.text is not None:
                self._document.set_languages(*languages)
            else:
                self.reopen.emit(chosen)

    @guarded
    def choose_for_several(self, entries: Sequence[Entry], source: str, target: str) -> None:
        """The same for documents of the library, in one step."""
        before = {entry.path: (entry.source, entry.target) for entry in entries}
        now = dict.fromkeys(before, (source, target))
        if now == before:
            return
        self._choose_all(now)
        paths, name, places = frozenset(before), self._shelf.called(entries[0]), Places()

        def choose(languages: Mapping[Path, tuple[str, str]]) -> None:
            self._choose_all(places.of_keys(languages))

        self._undo.push(
            Step(
                lambda: self._choosing(name, len(paths)),
                lambda: choose(before),
                lambda: choose(now),
                about=paths,
                subjects=paths,
                places=places,
            )
        )

    def _choosing(self, name: str, count: int) -> str:
        if count > 1:
            return self.tr("change of language of %Ln document(s)", "", count)
        return self.tr("change of language of “{name}”").format(name=shortened(name))

    def _choose_all(self, languages: Mapping[Path, tuple[str, str]]) -> None:
        opened, others = self._document.entry, dict(languages)
        if opened is not None and (chosen := others.pop(opened.path, None)) is not None:
            self._choose_languages(opened.path, chosen)
        self._shelf.choose_languages_of(others)

    def choose_reading(self, **chosen: str) -> None:
        """Choose how the file of the open document, or of one that could not be read, is read: see `Library`."""
        entry = self._document.entry
        if entry is not None and (before := {name: getattr(entry, name) for name in chosen}) != chosen:
            choose = self._choose_reading
            choose(entry.path, chosen)
            words = self.tr("change of encoding") if "encoding" in chosen else self.tr("change of lines")
            self._push(lambda: words, entry, choose, before, chosen)

    def _choose_reading(self, path: Path, chosen: dict[str, str]) -> None:
        entry = self._shelf.choose_reading(self._entry_of(path), **chosen)
        if self._is_open(path):
            self.reopen.emit(entry)

    def force(self, paragraph: Paragraph, left_in: str, before: str) -> None:
        """Translate all paragraphs of the open text with the same words, or leave them as being in a language.

        `before` is the language that they were left in, or ""; one of the two is "".
        """
        if (entry := self._document.entry) is not None:
            force = partial(self._force, paragraph)
            then = before, paragraph_key(paragraph) in entry.forced  # one that is edited is translated without that
            now = left_in, not left_in
            force(entry.path, now)
            self._push(lambda: self._forcing(paragraph), entry, force, then, now)

    def _forcing(self, paragraph: Paragraph) -> str:
        return self.tr("change of whether “{paragraph}” is translated").format(paragraph=shortened(paragraph.text))

    def _force(self, paragraph: Paragraph, path: Path, choice: tuple[str, bool]) -> None:
        """Choose the language it is left in, or "", and whether it is translated in any case."""
        left_in, forced = choice
        chosen = self._shelf.force(self._entry_of(path), paragraph_key(paragraph), forced)
        if self._is_open(path):
            self._document.entry = chosen
            if (text := self._document.text) is not None:
                self._translation.change(lambda: self._document.edit(lambda: _changes(text, paragraph, left_in)))
                self.shown.emit(paragraph)

    def dismiss_rule(self, rule: str, *, dismissed: bool = True) -> Step | None:
        """Show no warnings with this code in the open document, or show them again; returns the step, if it is one."""
        entry = self._document.entry
        if entry is None or (rule in entry.dismissed) == dismissed:
            return None
        dismiss = partial(self._dismiss_rule, rule)
        dismiss(entry.path, dismissed)
        words = lambda: self.tr("hiding of a kind of warning") if dismissed else self.tr("return of a kind of warning")  # noqa: E731
        return self._push(words, entry, dismiss, not dismissed, dismissed)

    def _dismiss_rule(self, rule: str, path: Path, dismissed: bool) -> None:
        chosen = self._shelf.dismiss(self._entry_of(path), rule, dismissed)
        self.unsaved.add(path, rule, dismissed)
        if self._is_open(path):
            self._document.entry = chosen
            self.rules_changed.emit()

    @guarded
    def _on_library_changed(self) -> None:
        """Follow what another window dismissed for the open document."""
        entry = self._document.entry
        stored = self._shelf.library.find(entry.path) if entry is not None else None
        if entry is not None and stored is not None and stored.dismissed != entry.dismissed:
            self._document.entry = replace(entry, dismissed=stored.dismissed)
            self.rules_changed.emit()

    def _push(
        self, words: Callable[[], str], entry: Entry, choose: Callable[[Path, _T], None], before: _T, now: _T
    ) -> Step:
        path, places = entry.path, Places()
        known = frozenset({path})
        undo, redo = (lambda: choose(places.of(path), before)), (lambda: choose(places.of(path), now))
        step = Step(words, undo, redo, path, known, subjects=known, places=places)
        self._undo.push(step)
        return step

    def _is_open(self, path: Path) -> bool:
        return self._document.entry is not None and self._document.entry.path == path

    def _entry_of(self, path: Path) -> Entry:
        """The entry of a document, which may not be in the library yet."""
        entry = self._document.entry
        return entry if entry is not None and entry.path == path else self._shelf.entry_of(path)


def _changes(text: ParallelText, paragraph: Paragraph, left_in: str) -> list[RowEvent]:
    same = [
        (index, row.source)
        for index, row in enumerate(text.rows)
        if row.source.text == paragraph.text and (row.language or row.state is not State.SAME)  # which code is
    ]
    if left_in:
        return [RowForced(index, left_row(source, left_in), forced=False) for index, source in same]
    return [RowForced(index, pending_row(source)) for index, source in same]

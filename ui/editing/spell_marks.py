"""Marks under misspelled words in the edit field, and what the field's menu offers for them."""

from collections.abc import Callable
from functools import partial
from itertools import islice

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu

from reader.text import Span
from ui.editing.spelling import Misspelled, Spelling
from ui.editing.word_field import WordField
from ui.reading.utf16 import Utf16
from ui.toolkit.guard import guarded
from ui.toolkit.latest import Latest

_PAUSE_MS = 250  # after the last key
_SHOWN = 5  # suggestions
_MOST = 200  # marks
_LONGEST = 20_000  # code points; a longer text is not checked


class SpellMarks(QObject):
    """Checks the text of a field after each change, once the user pauses."""

    def __init__(self, field: WordField, spelling: Spelling) -> None:
        """Mark words in `field`, once a language is set and it is turned on."""
        super().__init__(field)
        self._field, self._spelling = field, spelling
        self._source = self._language = ""
        self._on = False
        self._found: list[tuple[Misspelled, Span]] = []  # with spans in UTF-16 units
        self._revision = -1  # of the text that they were found in
        self._typed_at = -1  # where the last character was typed
        self._check_job, self._suggest_job = Latest(spelling.pool, self), Latest(spelling.pool, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._check)
        field.document().contentsChanged.connect(self._on_changed)
        field.cursorPositionChanged.connect(self._draw)
        field.typed.connect(self._on_typed)
        field.menu_asked.connect(self._fill_menu)
        spelling.changed.connect(self._draw)

    @guarded
    def attend(self, source: str, language: str) -> None:
        """A translation of `source` into `language` (a code) is going to be edited."""
        self._source, self._language, self._typed_at = source, language, -1
        self._show([])
        self._on_changed()

    def turn(self, on: bool) -> None:
        """Turn it on or off."""
        self._on = on
        self._on_changed()

    @guarded
    def _on_changed(self) -> None:
        """Check the text after a pause; until then the marks stay where they are, and move with their words."""
        self._check_job.cancel()
        self._suggest_job.cancel()
        if self._on and self._language:
            self._pause.start()
        else:
            self._show([])

    @guarded
    def _on_typed(self, _character: str) -> None:
        self._typed_at = self._field.textCursor().position()

    @guarded
    def _check(self) -> None:
        text, source, language = self._field.toPlainText(), self._source, self._language
        if not self._field.isVisible() or len(text) > _LONGEST:
            self._show([])
            return
        self._spelling.stay()
        self._check_job.start(lambda _: self._spelling.check_words(text, source, language), finished=self._show)

    def _show(self, found: list[Misspelled]) -> None:
        units = Utf16(self._field.toPlainText()).units
        self._found = [(each, (units(each.span[0]), units(each.span[1]))) for each in found]
        self._revision = self._field.document().revision()
        self._draw()
        if marked := self._marked:
            self._look_up([each.word for each, _ in marked])

    def _look_up(self, words: list[str], then: Callable[[], None] = lambda: None) -> None:
        language = self._language
        self._suggest_job.start(lambda job: self._spelling.suggest(words, language, job), finished=lambda _: then())

    @property
    def _is_current(self) -> bool:
        return self._field.document().revision() == self._revision

    @property
    def _marked(self) -> list[tuple[Misspelled, Span]]:
        wanted = (each for each in self._found if not self._spelling.ignored(each[0].word))
        return list(islice(wanted, _MOST))

    @guarded
    def _draw(self) -> None:
        """Mark the words that were found, but not one that is still being typed."""
        if self._is_current:
            caret = self._field.textCursor().position()
            unfinished = caret if caret == self._typed_at else -1
            self._field.mark(span for _, span in self._marked if span[1] != unfinished)

    # The menu

    @guarded
    def _fill_menu(self, menu: QMenu, position: int) -> None:
        at = ((each.word, span) for each, span in self._found if span[0] <= position <= span[1])
        if not self._is_current or (here := next(at, None)) is None:
            return
        word, span = here
        if self._spelling.is_own(word):
            self._put(menu, {self.tr("&Remove “{word}” from dictionary"): self._spelling.remove}, word)
        elif not self._spelling.ignored(word):
            self._suggest(menu, word, span)

    def _put(self, menu: QMenu, commands: dict[str, Callable[[str], None]], word: str) -> None:
        """Put commands for a word at the top of a menu."""
        first = menu.actions()[0]
        for text, command in commands.items():
            action = QAction(text.format(word=word.replace("&", "&&")), menu)
            action.triggered.connect(guarded(partial(self._do, command, word)))
            menu.insertAction(first, action)
        menu.insertSeparator(first)

    def _do(self, command: Callable[[str], None], word: str) -> None:
        command(word)
        self._draw()

    def _suggest(self, menu: QMenu, word: str, span: Span) -> None:
        add, ignore = self.tr("&Add “{word}” to dictionary"), self.tr("&Ignore “{word}”")
        self._put(menu, {add: self._spelling.add, ignore: self._spelling.ignore}, word)
        wait = QAction(self.tr("Looking for suggestions…"), menu)
        wait.setEnabled(False)
        menu.insertSeparator(menu.actions()[0])
        menu.insertAction(menu.actions()[0], wait)
        offer = partial(self._offer, menu, wait, word, span)
        if self._spelling.suggested(word, self._language) is None:
            menu.aboutToHide.connect(self._suggest_job.cancel)  # the menu is deleted then
            self._look_up([word], offer)
        else:
            offer()

    def _offer(self, menu: QMenu, wait: QAction, word: str, span: Span) -> None:
        """Put the suggestions into the menu, where it says that they are being looked for."""
        suggested = self._spelling.suggested(word, self._language) or []
        wait.setText(self.tr("No suggestions"))
        for suggestion in suggested[:_SHOWN]:
            action = QAction(suggestion.replace("&", "&&"), menu)
            action.triggered.connect(guarded(partial(self._replace, span, suggestion)))
            menu.insertAction(wait, action)
        wait.setVisible(not suggested)

    def _replace(self, span: Span, words: str) -> None:
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        straight = "'" in self._field.toPlainText()  # dictionaries have no others
        cursor.insertText(words if straight else words.replace("'", "’"))

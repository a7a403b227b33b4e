"""Looking words up in the document and in the translation memory, off the window's thread."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.memory import Memory
from reader.text import Span
from ui.editing.edit_bar import EditBar
from ui.reading.cell import SOURCE, TARGET, cell_text
from ui.reading.view import ReadingView
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Pool
from ui.toolkit.latest import Latest
from ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from reader.concordance import Hit
    from ui.concordance.dialog import ConcordanceDialog
    from ui.concordance.searching import Found

# A selection is a few words long; a longer one is meant for something else.
_LONGEST_TAKEN = 120


class Concordance(QObject):
    """Opens the concordance for the word at the caret, and looks up what is typed there.

    Attributes:
        memory: what is searched besides the document.
    """

    def __init__(
        self,
        view: ReadingView,
        document: OpenDocument,
        bar: EditBar,
        memory: Memory,
        pool: Pool,
        go: Callable[[int], object],
        theme: Callable[[], Theme],
        window: QWidget,
    ) -> None:
        """Serve a `window`.

        Args:
            view: has the word at the caret.
            document: is searched.
            bar: where a sentence may be edited.
            memory: is searched too.
            pool: where that is done.
            go: goes to a row of the text, from which Back returns.
            theme: gives the colours.
            window: the parent of the dialog.
        """
        super().__init__(window)
        self._view, self._document, self._bar, self.memory = view, document, bar, memory
        self._go, self._theme, self._window = go, theme, window
        self._search = Latest(pool, self)
        self._dialog: ConcordanceDialog | None = None
        document.closing.connect(self._leave)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of this part's commands, by command id."""
        return {"concordance": self.open}

    @property
    def searching(self) -> bool:
        """Whether there may be more than what is shown."""
        return self._search.running

    def open(self) -> None:
        """Look up what is selected, or the word at the caret; else wait for what is typed."""
        if self._dialog is None:
            self._dialog = self._made()
        text = self._document.text
        languages = [text.source_language, text.target_language] if text is not None else []
        self._dialog.begin(*self._words_here(), languages)
        self._dialog.show()
        self._dialog.activateWindow()

    def _made(self) -> "ConcordanceDialog":
        from ui.concordance.dialog import ConcordanceDialog

        dialog = ConcordanceDialog(self._theme, self._numbers, self._edits_in, self._window)
        dialog.asked.connect(self._look_up)
        dialog.going.connect(self._go_to)
        dialog.inserting.connect(self._bar.insert)
        dialog.finished.connect(self._search.cancel)
        return dialog

    def _edits_in(self) -> str:
        return "" if self._bar.isHidden() else self._bar.language

    def _words_here(self) -> tuple[str, str]:
        """The words that are looked up at once, and their language; "" if it is not known."""
        if not self._bar.isHidden() and self._bar.isAncestorOf(self._window.focusWidget() or self._window):
            return self._bar.words_here(), self._bar.language
        text, selected = self._document.text, " ".join(self._view.selection.text.split())
        if text is None:
            return "", ""
        if 0 < len(selected) <= _LONGEST_TAKEN:
            return selected, ""
        found = self._word_here()
        if found is None:
            return "", ""
        row, column, span = found
        languages = {SOURCE: text.source_language, TARGET: text.target_language}
        return cell_text(text.rows[row], column).text[slice(*span)], languages.get(column, "")

    def _word_here(self) -> tuple[int, int, Span] | None:
        """The highlighted word, or the one at the caret, or that was clicked: its row, column and span."""
        if (word := self._view.highlighter.word) is not None:
            return word.row, word.column, word.span
        caret = self._view.caret
        here = caret.word_or_clicked
        return (caret.place.row, caret.place.column, here) if caret.place is not None and here is not None else None

    # Looking up

    @guarded
    def _look_up(self, words: str, language: str) -> None:
        from reader.concordance import Wanted
        from ui.concordance.searching import searched

        wanted, text, memory = Wanted(words), self._document.text, self.memory
        if not wanted:
            self._search.cancel()
            self._show([], "")
            return
        # Rows are replaced while it is searched, and never changed.
        snapshot = replace(text, rows=list(text.rows)) if text is not None else None
        self._say(self.tr("Searching…"))
        self._search.start(
            lambda job: searched(job, snapshot, memory, wanted, language),
            item=self._on_found,
            finished=self._on_found,
            failed=self._on_failed,
        )

    @guarded
    def _on_found(self, found: "Found") -> None:
        message = self.tr("%Ln sentence(s)", "", len(found.hits)) if found.hits else self.tr("Nothing found.")
        if found.indexing:
            more = self.tr("More of the translation memory is being searched…")
            message = f"{message} {more}" if found.hits else more
        self._show(found.hits, message)

    @guarded
    def _on_failed(self, error: Exception) -> None:
        self._say(said(error))

    def _show(self, hits: "Sequence[Hit]", message: str) -> None:
        if self._dialog is not None:
            self._dialog.show_hits(hits, message)

    def _say(self, message: str) -> None:
        if self._dialog is not None:
            self._dialog.say(message)

    # What is done with what was found

    @guarded
    def _go_to(self, hit: "Hit") -> None:
        self._go(hit.row)
        self._view.setFocus()

    @guarded
    def _leave(self) -> None:
        """Another document opens: the rows that were found are those of the one before."""
        self._search.cancel()
        if self._dialog is not None:
            self._dialog.close()

    def _numbers(self) -> Sequence[int | None]:
        text = self._document.text
        return text.numbers() if text is not None else ()

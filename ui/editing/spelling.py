"""The spelling of what is typed, for all windows: what is asked off the window's thread, and what is ignored."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.late_dataclasses import dataclass
from reader.log import caught
from reader.spelling import OwnWords, Speller, forms_of, words_to_check
from reader.text import Span
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job, Pool

# Milliseconds without a question after which the dictionaries are let go of: Norwegian takes 50 MB.
_REST_MS = 120_000
_MOST = 5  # words whose suggestions are looked up before anybody asks


@dataclass(frozen=True, slots=True)
class Misspelled:
    """A word that no dictionary has, and its span in code points."""

    word: str
    span: Span


class Spelling(QObject):
    """Checks texts in jobs of its own pool.

    Attributes:
        pool: for the jobs: one thread.
    """

    changed = Signal()  # the words that the user has added, or does not want marked
    notice = Signal(str)  # why a word is not in the dictionary

    def __init__(self, speller: Speller, own: OwnWords) -> None:
        """Ask `speller`, which ends with this; `own` has the words that the user adds."""
        super().__init__()
        self.pool = Pool("spelling", 1)
        self._speller, self._own = speller, own
        self._ignored: set[str] = set()
        self._suggested: dict[tuple[str, str], list[str]] = {}
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST_MS)
        self._resting.timeout.connect(self._rest)

    def stay(self) -> None:
        """Keep the dictionaries for a while, as they are used."""
        self._resting.start()

    def check_words(self, text: str, source: str, language: str) -> list[Misspelled]:
        """The misspelled words of a text in `language`, a translation of `source`; called by a job."""
        self._look()
        words = words_to_check(text, source)
        unknown = self._speller.unknown((word for _, word in words), language) if words else frozenset()
        return [Misspelled(word, span) for span, word in words if word in unknown]

    def can_check(self, language: str) -> bool:
        """Whether there is a dictionary of a language; called by a job."""
        return self._speller.has_dictionary(language)

    def invented(self, pairs: Sequence[tuple[str, str]], language: str) -> list[tuple[Span, ...]]:
        """The invented words of translations of sentences, see `invented_words`; called by a job."""
        from reader.spelling import invented_words  # late: it brings the rules about sentence pairs

        self._look()

        def unknown(words: Iterable[str], language: str) -> frozenset[str]:
            return frozenset(word for word in self._speller.unknown(words, language) if not self.ignored(word))

        return invented_words(pairs, language, unknown)

    def suggest(self, words: Iterable[str], language: str, job: Job) -> None:
        """Look up suggestions for the first of these words, for `suggested`; called by a job."""
        for word in [word for word in dict.fromkeys(words) if (word, language) not in self._suggested][:_MOST]:
            if job.is_cancelled():
                return
            self._suggested[word, language] = self._speller.suggestions(word, language)

    def suggested(self, word: str, language: str) -> list[str] | None:
        """The suggestions for a word, the likeliest first; None if they have not been looked up."""
        return self._suggested.get((word, language))

    def _look(self) -> None:
        try:
            self._own.look()
        except OSError as error:
            caught(error, "reading the user's own words")

    def ignore(self, word: str) -> None:
        """Do not mark this word any more while the program runs."""
        self._ignored.add(word)
        self.changed.emit()

    def ignored(self, word: str) -> bool:
        """Whether the user wants a word not to be marked."""
        return word in self._ignored or self._own.has(word)

    def is_own(self, word: str) -> bool:
        """Whether the user has added a word to the dictionary."""
        return self._own.has(word)

    @property
    def has_own(self) -> bool:
        """Whether the user has added any words."""
        return self._own.is_there

    def add(self, word: str) -> None:
        """Add a word to the dictionary, in the background; it is not marked any more in any case."""
        self._ignored.add(word)
        words = self.tr("“{word}” could not be added to the dictionary. It is ignored until you quit Tospalt.")
        self._change(lambda: self._own.add(word), words.format(word=word), lambda: self._ignored.discard(word))

    def remove(self, word: str) -> None:
        """Remove a word from the dictionary, in the background."""
        self._ignored -= forms_of(word)
        words = self.tr("“{word}” could not be removed from the dictionary.").format(word=word)
        self._change(lambda: self._own.remove(word), words)

    def _change(self, change: Callable[[], None], otherwise: str, then: Callable[[], None] = lambda: None) -> None:
        job = Job(lambda _: change())
        job.finished.connect(guarded(lambda *_: then()))
        job.finished.connect(guarded(lambda *_: self.changed.emit()))
        job.failed.connect(guarded(lambda _, error: self.notice.emit(f"{otherwise} {said(error)}".strip())))
        self.pool.start(job)

    @guarded
    def forget(self, document: Path | None) -> None:
        """Forget what was met in a document, or in any: which words that was is not known, so all are marked again.

        With None the words that were added are forgotten too.
        """
        self._ignored.clear()
        self._suggested.clear()
        if document is None:
            self._change(self._own.forget, "")  # again: some may have been about to be added
        self._rest()

    @guarded
    def _rest(self) -> None:
        self._speller.rest()

    def close(self, seconds: float | None = None) -> bool:
        """End the process and wait at most `seconds` for the thread; returns whether it has ended."""
        self._resting.stop()
        self._speller.close()
        return self.pool.close(seconds)

"""The spelling of what is typed, for all windows: what is asked off the window's thread, and what is ignored."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from reader.spelling import Speller, words_to_check
from reader.text import Span
from ui.toolkit.guard import guarded
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

    def __init__(self, speller: Speller) -> None:
        """Ask `speller`, which ends with this."""
        super().__init__()
        self.pool = Pool("spelling", 1)
        self._speller = speller
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
        words = words_to_check(text, source)
        unknown = self._speller.unknown((word for _, word in words), language) if words else frozenset()
        return [Misspelled(word, span) for span, word in words if word in unknown]

    def suggest(self, words: Iterable[str], language: str, job: Job) -> None:
        """Look up suggestions for the first of these words, for `suggested`; called by a job."""
        for word in [word for word in dict.fromkeys(words) if (word, language) not in self._suggested][:_MOST]:
            if job.is_cancelled():
                return
            self._suggested[word, language] = self._speller.suggestions(word, language)

    def suggested(self, word: str, language: str) -> list[str] | None:
        """The suggestions for a word, the likeliest first; None if they have not been looked up."""
        return self._suggested.get((word, language))

    def ignore(self, word: str) -> None:
        """Do not mark this word any more while the program runs."""
        self._ignored.add(word)

    def ignored(self, word: str) -> bool:
        """Whether the user wants a word not to be marked."""
        return word in self._ignored

    @guarded
    def _rest(self) -> None:
        self._speller.rest()

    def close(self, seconds: float | None = None) -> bool:
        """End the process and wait at most `seconds` for the thread; returns whether it has ended."""
        self._resting.stop()
        self._speller.close()
        return self.pool.close(seconds)

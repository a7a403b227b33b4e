"""The words that the user has added to the dictionary, in a file that several processes may use at once.

It is a text file with one word a line, which the user may also change by hand.
"""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from reader.files import Stamp, stamp_of, write_atomically
from reader.json_files import State, read_small, set_aside
from reader.locks import alone
from reader.log import caught

_PATIENCE_S = 2.0


class OwnWords:
    """The words of one file, for every language. Changed on one thread; `has` may be called on any."""

    def __init__(self, file: Path) -> None:
        """Nothing is known before `look`."""
        self._file = file
        self._words: frozenset[str] = frozenset()
        self._stamp: Stamp | None = None

    @property
    def is_there(self) -> bool:
        """Whether any words were added."""
        return self._file.exists()

    def has(self, word: str) -> bool:
        """Whether a word, or one in small letters that begins a sentence, was added."""
        return not self._words.isdisjoint(forms_of(word))

    def look(self) -> None:
        """Take over what any process has written last."""
        stamp = stamp_of(self._file)
        if stamp != self._stamp:
            self._read()
            self._stamp = stamp

    def add(self, word: str) -> None:
        """Add a word.

        Raises:
            OutputError, OSError: it cannot be written.
        """
        self._change(lambda words: words | {word})

    def remove(self, word: str) -> None:
        """Remove a word, also in small letters; errors are those of `add`."""
        self._change(lambda words: words - forms_of(word))

    def _change(self, changed: Callable[[frozenset[str]], frozenset[str]]) -> None:
        with alone(self._file, _PATIENCE_S):
            if self._read() is State.DAMAGED:
                set_aside(self._file)
            words = changed(self._words)
            if words:
                write_atomically(self._file, "".join(f"{word}\n" for word in sorted(words)).encode(), private=True)
            else:  # then none are said to be there
                self._file.unlink(missing_ok=True)
            self._words, self._stamp = words, stamp_of(self._file)

    def _read(self) -> State:
        found = read_small(self._file, _parsed, frozenset[str]())
        if found.state is State.UNREADABLE:  # what it said last is still true
            assert found.error is not None
            raise found.error
        self._words = found.value
        return found.state

    def forget(self) -> None:
        """Delete the file and damaged copies of it.

        Raises:
            OSError: something cannot be deleted.
        """
        self._words, self._stamp = frozenset(), None
        if not self._file.parent.is_dir():
            return
        with ExitStack() as held:
            try:  # what another process is about to write has the words that it has read
                held.enter_context(alone(self._file, _PATIENCE_S))
            except OSError as error:  # deleting without the lock is better than not deleting
                caught(error, "locking the user's own words")
            self._delete()

    def _delete(self) -> None:
        beginning = f"{self._file.stem}.damaged"
        copies = [path for path in self._file.parent.iterdir() if path.name.startswith(beginning)]
        for path in [self._file, *copies]:
            path.unlink(missing_ok=True)


def forms_of(word: str) -> frozenset[str]:
    """The forms that a word may have been added in: as it is, and with a small letter, as it may begin a sentence."""
    return frozenset((word, word[:1].lower() + word[1:]))


def _parsed(data: bytes) -> frozenset[str]:
    return frozenset(word for line in data.decode("utf-8-sig").splitlines() if (word := line.strip()))

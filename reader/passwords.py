"""The passwords of documents that the user has given: kept in memory while the program runs, and nowhere else."""

import unicodedata
from pathlib import Path
from threading import Lock

from reader.library_entry import absolute


class Passwords:
    """Passwords by document; may be used by any thread."""

    def __init__(self) -> None:
        """None is known."""
        self._lock = Lock()
        self._known: dict[Path, str] = {}
        self._for_all = ""

    def of(self, path: Path | None) -> str:
        """The password of the document at a path, or the one that is tried with all; "" if none is known."""
        with self._lock:
            return (self._known.get(absolute(path), "") if path is not None else "") or self._for_all

    def keep(self, path: Path, password: str) -> None:
        """Keep the password of a document; "" forgets it."""
        with self._lock:
            self._known.pop(absolute(path), None)
            if password:
                self._known[absolute(path)] = password

    def try_with_all(self, password: str) -> None:
        """Try this password with every document that is protected by one and whose own is not known; "" tries none."""
        with self._lock:
            self._for_all = password

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._known.clear()
            self._for_all = ""


# What the user has given to this program.
PASSWORDS = Passwords()


def spellings(password: str) -> tuple[str, ...]:
    """A password as it was typed, then as other systems would have stored its letters: composed, and decomposed.

    None if it has halves of characters, which no password has.
    """
    if any("\ud800" <= letter <= "\udfff" for letter in password):
        return ()
    forms = (password, *(unicodedata.normalize(form, password) for form in ("NFC", "NFD")))
    return tuple(dict.fromkeys(forms))

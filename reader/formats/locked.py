"""Files that are protected by a password as a whole: taken out of it, and put under it again.

In the process that reads files only; the libraries for it belong to an extra.
"""

from collections.abc import Callable
from importlib.util import find_spec
from typing import TypeVar

from reader.errors import DocumentError, PasswordError, UnfitError, WrongPasswordError
from reader.formats.binary_signatures import is_locked
from reader.late_dataclasses import dataclass
from reader.passwords import spellings

_LIBRARIES = ("cryptography", "msoffcrypto")
# The name of a member that files of OpenDocument have; others may have it too.
_MANIFEST = b"META-INF/manifest.xml"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A file that was protected.

    Attributes:
        data: its bytes without protection.
        lock: makes of such bytes a file with the same password.
    """

    data: bytes
    lock: Callable[[bytes], bytes]


def unlocked(data: bytes, name: str, password: str) -> Unlocked | None:
    """The file in these bytes without the password that protects it; None if none does. `name` is for messages.

    Raises:
        DocumentError: it is damaged, or protected in a way that is not known, or the libraries for it are missing.
        PasswordError: `password` does not open it, or is "" and one is needed.
    """
    if is_locked(data):
        from reader.formats.locked_office import unlocked_office

        return unlocked_office(data, name, password)
    if data.startswith(b"PK") and _MANIFEST in data:
        from reader.formats.locked_odf import unlocked_odf

        return unlocked_odf(data, name, password)
    return None


def check_libraries(name: str) -> None:
    """Make sure that the libraries of the extra are there.

    Raises:
        DocumentError: they are not.
    """
    if not all(map(find_spec, _LIBRARIES)):
        raise UnfitError(
            "“{name}” is protected by a password. Save it without one in the program that it was made with, or install "
            "tospalt[passwords].",
            name=name,
        )


def opened(password: str, name: str, unlock: Callable[[str], _T | None]) -> _T:
    """What `unlock` makes with a password, which is tried as it was typed and as other systems spell its letters.

    `unlock` returns None for a wrong password; `name` is for messages.

    Raises:
        PasswordError: it is "".
        WrongPasswordError: it is wrong.
    """
    if not password:
        raise PasswordError(
            "“{name}” is protected by a password. Open it by itself, and enter the password.", name=name
        )
    found = next((each for each in map(unlock, spellings(password)) if each is not None), None)
    if found is None:
        raise WrongPasswordError("The password is wrong: it does not open “{name}”.", name=name)
    return found


def unknown_lock(name: str) -> DocumentError:
    """What to tell of a file that is protected in another way than by a password, or in one that is not known."""
    return UnfitError(
        "“{name}” is protected in a way that Tospalt does not know. "
        "Save it without protection in the program that it was made with, and open that.",
        name=name,
    )

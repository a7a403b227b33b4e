"""Reading files, and writing them anew, in a process of their own, which is killed when it takes too long."""

import io
import json
import pickle
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from reader import errors
from reader.errors import DocumentError, UnfitError
from reader.exchange import ask
from reader.formats.parsed import Began, Parsed, Recognising
from reader.formats.reading_process import NO_MEMORY_CODE
from reader.formats.rewriting.changes import Rewriting, Rewritten
from reader.formats.zipped import too_large
from reader.own_process import command

# A book of 1,500 pages takes some 400 MB and ten seconds.
_MEMORY = 2 * 1024**3
# Of the processor, where the system counts that; and of waiting, where others keep the machine busy. Both begin anew
# with each page that is recognised.
_SECONDS, _PATIENCE_S = 60, 180
# What the answer may be made of: the values of a document and of messages, and nothing that does anything.
_ALLOWED = {
    "builtins": frozenset({"frozenset", "set"}),
    "collections": frozenset({"Counter"}),
    "reader.errors": frozenset({"Message"}),
    "reader.formats.parsed": frozenset({"Parsed"}),
    "reader.formats.rewriting.changes": frozenset({"Rewritten", "Trouble", "Unplaced"}),
    "reader.text.document": frozenset({"Figure", "Kind", "Mark", "MarkKind", "Paragraph", "Recognition"}),
    "reader.text.structure": frozenset({"Box", "BoxKind", "Cell"}),
}


def parse_isolated(
    family: str,
    data: bytes,
    name: str,
    cancelled: Callable[[], bool] = lambda: False,
    password: str = "",
    began: Began | None = None,
    recognising: Recognising | None = None,
) -> Parsed:
    """Read the bytes of a file of this family; see `parse_family`. `cancelled` is asked every 50 ms.

    Raises:
        CancelledError: it returned True; the process is gone.
        DocumentError: they cannot be read, or not within the limits of time and memory.
        PasswordError: `password` does not open them, or is "" and one is needed.
    """
    request = _request(family, name, password, began=began is not None)
    told = partial(_hand_over, began=began, recognising=recognising)
    found = _answered(request, data, name, cancelled, _ended_early, told)
    if not isinstance(found, Parsed):
        raise _ended_early(name)
    return found


def rewrite_isolated(
    family: str,
    data: bytes,
    name: str,
    rewriting: Rewriting,
    cancelled: Callable[[], bool] = lambda: False,
    password: str = "",
) -> Rewritten:
    """Write the bytes of a file of this family anew; see `rewrite_family`. `cancelled` is asked every 50 ms.

    Raises:
        CancelledError: it returned True; the process is gone.
        DocumentError: they cannot be read, are no longer those of the document, or not within the limits of time and
            memory.
        PasswordError: as for `parse_isolated`.
    """
    what = pickle.dumps(rewriting, pickle.HIGHEST_PROTOCOL)
    found = _answered(_request(family, name, password, rewriting=len(what)), what + data, name, cancelled, _not_written)
    if not isinstance(found, Rewritten):
        raise _not_written(name)
    return found


def _request(family: str, name: str, password: str, **more: object) -> dict[str, object]:
    limits = {"memory": _MEMORY, "seconds": _SECONDS}
    return {"family": family, "name": name, "password": password, **limits, **more}


def _answered(
    request: dict[str, object],
    data: bytes,
    name: str,
    cancelled: Callable[[], bool],
    failed: Callable[[str], DocumentError],
    told: Callable[[bytes], object] | None = None,
) -> object:
    """What the process answers to a request with these bytes behind it; `failed` makes the error if it does not."""
    whole = json.dumps(request).encode() + b"\n" + data
    try:
        asked = ask(command("reader.formats.reading_process"), whole, cancelled, patience=_PATIENCE_S, told=told)
    except OSError as error:
        raise DocumentError("“{name}” cannot be read: no process could be started for it.", name=name) from error
    if asked.code == NO_MEMORY_CODE:
        raise too_large(name)
    kind, _, content = asked.answer.partition(b"\n")
    if kind not in (b"DOC", b"ERR"):
        raise failed(name)
    try:
        found = _Reader(io.BytesIO(content)).load()
        if kind == b"ERR":
            found = _error(*found)
    except Exception as error:
        raise failed(name) from error
    if isinstance(found, DocumentError):
        raise found
    return found


def _hand_over(said: bytes, *, began: Began | None, recognising: Recognising | None) -> None:
    """Hand over what the process said ahead: the beginning of a document, or which of how many pages it recognises.

    What is wrong shows in its answer.
    """
    found = None
    with suppress(Exception):
        found = _Reader(io.BytesIO(said)).load()
    match found:
        case Parsed() if began is not None:
            began(found)
        case (int(number), int(count)) if recognising is not None:
            recognising(number, count)


def _error(kind: str, template: str, values: dict[str, object]) -> DocumentError:
    made = getattr(errors, kind, DocumentError)
    error = made(template, **values) if isinstance(made, type) and issubclass(made, DocumentError) else None
    return error or DocumentError(template, **values)


def _ended_early(name: str) -> UnfitError:
    return UnfitError(
        "“{name}” cannot be read: it is damaged, or larger than any document. "
        "Open it in the program that it was made with, save it anew, and open that.",
        name=name,
    )


def _not_written(name: str) -> DocumentError:
    return DocumentError(
        "“{name}” is too large, or too unusual, to be written in its own layout. Choose another layout.", name=name
    )


class _Reader(pickle.Unpickler):
    """Makes objects of known classes only: who took the other process over has not taken this one."""

    def find_class(self, module: str, name: str) -> Any:
        """The class of an object."""
        if name in _ALLOWED.get(module, ()):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(name)

"""The running processes of the program, and what one that ended unexpectedly had open.

Each process with a window has a file in a folder of the data folder, with a lock beside it that the system releases
when the process ends, however it ends. A file whose lock is free was left by a process that was killed.
"""

import json
import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader import log
from reader.drafts import Draft, parsed as parsed_draft
from reader.errors import OutputError
from reader.files import is_regular, write_atomically
from reader.json_files import State, read_json, row_in, set_aside
from reader.late_dataclasses import dataclass
from reader.locks import release, taken
from reader.paths import make_private_folder
from reader.unwritten import Unwritten, UnwrittenValues, parsed as parsed_unwritten, parsed_values

if TYPE_CHECKING:
    from filelock import BaseFileLock

_STATE, _LOCK, _RESERVE = ".json", ".lock", ".reserve"
# Bytes reserved on disk for what the user types, and released when the disk is full.
_RESERVED = 64 * 1024
_MOST_PROCESSES = 1 << 32  # no process has this number, on any system


@dataclass(frozen=True, slots=True)
class Reading:
    """What a process has open.

    Attributes:
        process: its id.
        document: path of the file, or "" for none.
        row, share: index of the paragraph at the top of the screen, and the share of it (0 to 1) scrolled past.
        again: whether the document was reopened after an unexpected end, and nothing was done with it since.
        draft, draft_row, draft_sentence: the edit being typed, or "" for none; the index of its paragraph, and its
            source sentence.
        unsaved: earlier edits, of any documents, that could not be written yet.
        judgements: what the user thinks of translations, in any documents, that could not be written yet, in order.
        values: what the user keeps for any documents and could not be written yet, in order.
        quit: whether the process ended as expected, and only has what could not be written.
    """

    process: int
    document: str = ""
    row: int = 0
    share: float = 0.0
    again: bool = False
    draft: str = ""
    draft_row: int = 0
    draft_sentence: str = ""
    unsaved: tuple[Draft, ...] = ()
    judgements: tuple[Unwritten, ...] = ()
    values: tuple[UnwrittenValues, ...] = ()
    quit: bool = False

    @property
    def drafts(self) -> list[Draft]:
        """All edits of the user that are not saved elsewhere."""
        typed = [Draft(self.document, self.draft_row, self.draft_sentence, self.draft)] if self.draft else []
        return [*typed, *self.unsaved]

    def without(self, concerned: Callable[[str], bool], *, drafts: bool = True) -> "Reading | None":
        """A copy without the documents for which `concerned` is true; None if nothing is left.

        Without `drafts` the user's edits stay, also those of these documents; judgements and values never do.
        """
        if drafts:
            unsaved = tuple(draft for draft in self.unsaved if not concerned(draft.document))
        else:
            unsaved = tuple(self.drafts) if concerned(self.document) else self.unsaved
        judgements = tuple(each for each in self.judgements if not concerned(each.document))
        values = tuple(each for each in self.values if not any(map(concerned, each.documents)))
        if not concerned(self.document):
            return replace(self, unsaved=unsaved, judgements=judgements, values=values)
        left = Reading(self.process, unsaved=unsaved, judgements=judgements, values=values, quit=self.quit)
        return left if left.unwritten else None

    @property
    def unwritten(self) -> bool:
        """Whether it has anything that is not saved elsewhere."""
        return bool(self.drafts or self.judgements or self.values)


class Running:
    """This process among the running ones. Not thread-safe."""

    def __init__(self, folder: Path, take_over: Callable[[list[Draft]], bool] = lambda _: True) -> None:
        """Register this process in `folder`; if that fails, an unexpected end of it will go unnoticed.

        Args:
            folder: created if need be.
            take_over: saves the edits of a process that ended, and returns whether all were saved; if not, its record
                is found again at the next start.

        Attributes:
            process: the id of this process.
            ended: what processes that ended unexpectedly had open, the latest first.
            judgements, values: what processes that ended could not write; in the record of this one from now on.
            damaged: where their files that could not be parsed were moved.
        """
        self.process = os.getpid()
        self._state: Path | None = None
        self._lock: BaseFileLock | None = None
        self.ended: list[Reading] = []
        self.judgements: tuple[Unwritten, ...] = ()
        self.values: tuple[UnwrittenValues, ...] = ()
        self.damaged: list[Path] = []
        try:
            make_private_folder(folder)
            while self._lock is None:  # a process that is starting may be inspecting it
                name = f"{self.process}-{secrets.token_hex(4)}"
                self._lock = taken(folder / f"{name}{_LOCK}")
            self._state = folder / f"{name}{_STATE}"
            others = [stem for stem in _stems(folder) if stem != name]
            saved = lambda left: take_over(left.drafts) and self._inherit(left)  # noqa: E731
            self.ended = _left_behind(folder, others, saved, self.damaged)
            self.keep(self._inherited)
        except OSError as error:
            log.caught(error, "joining the running programs")

    @property
    def _inherited(self) -> Reading:
        return Reading(self.process, judgements=self.judgements, values=self.values)

    def _inherit(self, left: Reading) -> bool:
        """Record what another process could not write; returns whether its own record may be deleted."""
        before = self.judgements, self.values
        self.judgements, self.values = (*self.judgements, *left.judgements), (*self.values, *left.values)
        if before == (self.judgements, self.values) or self.keep(self._inherited):
            return True
        self.judgements, self.values = before
        return False

    def keep(self, reading: Reading) -> bool:
        """Record what is open now; returns whether that was written to disk."""
        if self._state is None:
            return False
        data, reserve = _data(reading), self._state.with_suffix(_RESERVE)
        if _written(self._state, data):
            _reserve_space(reserve)
            return True
        return _release_reserve(reserve) and _written(self._state, data)

    def leave(self, *, found_again: bool = False) -> None:
        """Unregister; with `found_again` the last record stays for the next process to find."""
        if self._state is None or self._lock is None:
            return
        try:
            self._state.with_suffix(_RESERVE).unlink(missing_ok=True)
            if not found_again:
                self._state.unlink(missing_ok=True)
            release(self._lock)
        except OSError as error:
            log.caught(error, "leaving the running programs")
        self._state = None


def _written(state: Path, data: bytes) -> bool:
    try:
        write_atomically(state, data, private=True)
    except OutputError as error:
        log.caught(error, "keeping what is open")
        return False
    return True


def _reserve_space(reserve: Path) -> None:
    """Reserve some of the disk while there is enough; random bytes, which no file system can compress."""
    try:
        with open(reserve, "xb", opener=partial(os.open, mode=0o600)) as file:
            file.write(os.urandom(_RESERVED))
    except FileExistsError:
        return
    except OSError as error:
        log.caught(error, "setting room aside")
        _release_reserve(reserve)


def _release_reserve(reserve: Path) -> bool:
    """Release the reserved space; returns whether there was any."""
    try:
        reserve.unlink()
    except OSError:  # there was none
        return False
    return True


def forget_open(folder: Path, concerned: Callable[[str], bool], *, drafts: bool = True) -> bool:
    """Delete what processes that ended had open of the `concerned` documents, and what cannot be parsed.

    The same is deleted for running processes, but they still have it open and will record it again. Without `drafts`
    what was typed and not saved stays, to be found at the next start.

    Returns:
        Whether there is another such running process; this one may be about to record that it has none of them open.

    Raises:
        OutputError, OSError: not all of it could be deleted.
    """
    if not folder.exists():
        return False
    still_open = [_forget_state(folder, stem, concerned, drafts=drafts) for stem in _stems(folder)]
    return any(still_open)


def _forget_state(folder: Path, stem: str, concerned: Callable[[str], bool], *, drafts: bool) -> bool:
    """Forget what one process had or has open; returns whether it still has it open."""
    state = folder / f"{stem}{_STATE}"
    with _ended(folder, stem) as ended:
        reading = read_json(state, _parsed, None).value
        left = reading.without(concerned, drafts=drafts) if reading is not None else None
        if ended:
            if left is not None and left != reading:
                write_atomically(state, _data(left), private=True)
            _delete([*([state] if left is None else []), *_parts_of(state), *folder.glob(f"{stem}.damaged*")])
        elif reading is not None and left != reading and (reading.document or reading.unwritten):
            write_atomically(state, _data(left or Reading(reading.process)), private=True)
            return reading.process != os.getpid()
    return False


def _left_behind(
    folder: Path, stems: Iterable[str], take_over: Callable[[Reading], bool], damaged: list[Path]
) -> list[Reading]:
    """What the processes with these names had open, of those that ended unexpectedly; what they left is taken over."""
    found: list[tuple[float, Reading]] = []
    for stem in stems:
        try:
            with _ended(folder, stem) as ended:
                found += _taken_over(folder / f"{stem}{_STATE}", take_over, damaged) if ended else ()
        except OSError as error:  # something odd in the folder; the others still count
            log.caught(error, "looking at a program that ended")
    return [reading for _, reading in sorted(found, key=lambda pair: pair[0], reverse=True) if not reading.quit]


def _stems(folder: Path) -> list[str]:
    """The name of each process: "12-ab" of "12-ab.json", "12-ab.lock" and ".12-ab.json.cd.part"."""
    return sorted({path.name.lstrip(".").partition(".")[0] for path in folder.iterdir()})


@contextmanager
def _ended(folder: Path, stem: str) -> Iterator[bool]:
    """Whether a process has ended and no other inspects its files; if so, none can during the block."""
    lock = taken(folder / f"{stem}{_LOCK}")
    try:
        yield lock is not None
    finally:
        if lock is not None:
            release(lock)


def _taken_over(
    state: Path, take_over: Callable[[Reading], bool], damaged: list[Path]
) -> Iterator[tuple[float, Reading]]:
    """The last record of a process that has ended, with its time; its files are deleted.

    Files that cannot be read now, or of which not all could be saved elsewhere, stay; damaged ones are renamed.
    """
    if not is_regular(state):
        _delete(_parts_of(state))
        return
    written, found = state.stat().st_mtime, read_json(state, _parsed, Reading(0))
    if found.state is State.DAMAGED and state.stat().st_size:  # an empty one has no edits
        damaged.append(set_aside(state))
    if found.state is not State.UNREADABLE:
        if take_over(found.value):
            _delete([state, *_parts_of(state)])
        yield written, found.value


def _parts_of(state: Path) -> list[Path]:
    """The temporary files for replacing it, and the reserved space."""
    return [*state.parent.glob(f".{state.name}.*.part"), state.with_suffix(_RESERVE)]


def _delete(files: Iterable[Path]) -> None:
    for file in files:
        if not file.is_dir():
            file.unlink(missing_ok=True)


def _data(reading: Reading) -> bytes:
    return json.dumps(asdict(reading)).encode()


def _parsed(kept: Any) -> Reading:
    plain = [field for field in fields(Reading) if field.name not in ("unsaved", "judgements", "values")]
    values = {field.name: kept.get(field.name, field.default) for field in plain}
    if not all(type(values[field.name]) is field.type for field in plain):
        raise TypeError
    values |= {name: row_in(values[name]) for name in ("row", "draft_row")}
    if not 0 <= values["process"] < _MOST_PROCESSES:
        values["process"] = 0
    reading = Reading(
        **values,
        unsaved=tuple(map(parsed_draft, kept.get("unsaved", kept.get("unkept", ())))),
        judgements=tuple(map(parsed_unwritten, kept.get("judgements", ()))),
        values=tuple(map(parsed_values, kept.get("values", ()))),
    )
    if not 0 <= reading.share <= 1:
        raise ValueError
    return reading

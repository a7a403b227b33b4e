"""The translation memory as a TMX file, for another computer or another program."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

from reader.errors import CancelledError, OutputError
from reader.export.markup import Markup
from reader.export.tmx_units import EVERY, tmx_header, tmx_lines, tmx_prop, tmx_unit
from reader.files import write_pieces
from reader.memory import OWN_FORMAT, Amount, Memory, Stored

# Sentences written between two reports.
_STEP = 500


def export_memory(
    memory: Memory,
    path: Path,
    source: str = "",
    target: str = "",
    *,
    machine: bool = False,
    progress: Callable[[int, int], None] = lambda done, of: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Write what the user made, edits and imported sentences, to a TMX file; returns how many sentences it has.

    A file that is there is replaced once the new one is complete.

    Args:
        memory: where they are.
        path: the file.
        source, target: codes of the languages from and to which; "" for any.
        machine: whether to write machine translations too.
        progress: called now and then with the number of sentences that are done, and of how many.
        cancelled: called now and then; if it returns True nothing is written.

    Raises:
        OutputError: there is nothing to write, the memory cannot be read, or the file cannot be written.
        CancelledError: it was cancelled.
    """
    chosen = [amount for amount in memory.exportable() if _is_wanted(amount, source, target, machine)]
    if not chosen:
        raise OutputError("The translation memory has nothing to export.")
    total = sum(amount.own + (amount.translations if machine else 0) for amount in chosen)
    written = count()
    units = _counted(_units(memory, chosen, machine), written, total, progress, cancelled)
    write_pieces(path, tmx_lines(_header(chosen), units))
    return next(written)


def _is_wanted(amount: Amount, source: str, target: str, machine: bool) -> bool:
    there = amount.own or (machine and amount.translations)
    return bool(there) and source in ("", amount.source) and target in ("", amount.target)


def _header(chosen: Sequence[Amount]) -> Markup:
    sources = {amount.source for amount in chosen}
    return tmx_header(sources.pop() if len(sources) == 1 else EVERY, None, made_from=OWN_FORMAT)


def _units(memory: Memory, chosen: Sequence[Amount], machine: bool) -> Iterator[Markup]:
    directed = len({amount.source for amount in chosen}) > 1
    for amount in chosen:
        for stored in memory.stored(amount.source, amount.target, machine=machine):
            sides = {stored.source_language: stored.source, stored.target_language: stored.target}
            if unit := tmx_unit(sides, [_origin(stored)], directed=directed):
                yield unit


def _origin(stored: Stored) -> Markup:
    if stored.package:
        return tmx_prop("machine-translation", stored.package)
    return tmx_prop("imported" if stored.imported else "edited", "yes")


def _counted(
    units: Iterator[Markup],
    written: "count[int]",
    total: int,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> Iterator[Markup]:
    for unit in units:
        if (done := next(written)) % _STEP == 0:
            if cancelled():
                raise CancelledError
            progress(min(done, total), total)
        yield unit

"""The rows of machine translations in the file of the translation memory, and how sentences and links are stored."""

import json
import math
import sqlite3
import struct
from collections.abc import Iterator
from typing import Any

from reader import late_re as re
from reader.memory.database import Problem, ProblemError, forgetting, immediate
from reader.parallel import Hypothesis
from reader.text import Link

_SELECT = "SELECT source, target, score, links, warnings FROM translation WHERE package = ? AND source IN ({})"
_INSERT = """INSERT OR REPLACE INTO translation (package, source, target, score, links, warnings)
    VALUES ({:d}, ?, ?, ?, ?, ?)"""
_RELINK = """UPDATE translation SET score = ?, links = ?, warnings = COALESCE(?, warnings)
    WHERE package = (SELECT id FROM package WHERE identity = ?) AND source = ? AND target = ?"""
_FORGET_UNUSED = "DELETE FROM package WHERE id = ? AND NOT EXISTS (SELECT 1 FROM translation WHERE package = ?)"
# The identities of starter packages, whose versions are below 1 (see `LanguagePackage.identity`).
_IDENTITY = re.compile(r"(?P<name>translate-(?:nb_en|en_nb)) (?P<version>0(?:\.\d{1,9})+) \d+")
# Sentences asked for by one statement; older SQLite takes 999 parameters, and more than this gains nothing.
CHUNK = 500
# Stored in place of links that were not made yet; an older Tospalt reads it as none.
_UNLINKED = b"?"


def read_rows(connection: sqlite3.Connection, package: str, wanted: list[str]) -> Iterator[tuple[str, Hypothesis]]:
    """The remembered translations of the `wanted` sentences, sentence by sentence."""
    found = connection.execute("SELECT id FROM package WHERE identity = ?", (package,)).fetchone()
    for start in range(0, len(wanted) if found else 0, CHUNK):
        chunk = wanted[start : start + CHUNK]
        marks = ",".join("?" * len(chunk))
        for source, *row in connection.execute(_SELECT.format(marks), (found[0], *chunk)):
            yield source, _from_row(*row)


def write_rows(
    connection: sqlite3.Connection, package: str, rows: list[tuple[Any, ...]], since: int | None = None
) -> None:
    """Write rows to the file, in one transaction; none if something was forgotten `since` (see `forgetting`)."""
    with immediate(connection):
        if since is not None and forgetting(connection) != since:
            return
        connection.execute("INSERT OR IGNORE INTO package (identity) VALUES (?)", (package,))
        identity = connection.execute("SELECT id FROM package WHERE identity = ?", (package,)).fetchone()[0]
        connection.executemany(_INSERT.format(identity), rows)
        _drop_replaced(connection, package, [row[0] for row in rows])


def _drop_replaced(connection: sqlite3.Connection, package: str, sources: list[str]) -> None:
    """Drop the translations of the same sentences by an older starter package, which is not there any more."""
    for identity, old in connection.execute("SELECT id, identity FROM package").fetchall():
        if _is_replaced(old, package):
            gone = ((identity, source) for source in sources)
            connection.executemany("DELETE FROM translation WHERE package = ? AND source = ?", gone)
            connection.execute(_FORGET_UNUSED, (identity, identity))


def _is_replaced(old: str, new: str) -> bool:
    """Whether packages differ only in starter packages, and those of `new` are newer."""
    pairs = list(zip(old.split(" + "), new.split(" + "), strict=False))
    if old == new or len(pairs) != max(old.count(" + "), new.count(" + ")) + 1:
        return False
    return all(one == other or _is_older_starter(one, other) for one, other in pairs)


def _is_older_starter(one: str, other: str) -> bool:
    found, wanted = _IDENTITY.fullmatch(one), _IDENTITY.fullmatch(other)
    if not found or not wanted or found["name"] != wanted["name"]:
        return False
    older, newer = ([int(part) for part in match["version"].split(".")] for match in (found, wanted))
    return older < newer


def packages_in(connection: sqlite3.Connection) -> list[str]:
    """The identities of all packages whose translations are remembered."""
    return [identity for (identity,) in connection.execute("SELECT identity FROM package ORDER BY id")]


def relink_rows(connection: sqlite3.Connection, package: str, rows: list[tuple[Any, ...]]) -> None:
    """Update links, score and warnings of rows whose text is still the same, in one transaction; adds none.

    Warnings that do not say by which rules they were found leave those that are there.
    """
    changes = [
        (score, links, warnings if _told(warnings)[0] else None, package, source, target)
        for source, target, score, links, warnings in rows
    ]
    with immediate(connection):
        connection.executemany(_RELINK, changes)


def storable(text: str) -> bool:
    """Whether SQLite can store the text, which it cannot if there are lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def keepable(source: str, entry: Hypothesis) -> bool:
    """Whether a translation can be stored exactly as it is."""
    # SQLite stores NaN as NULL.
    return storable(source) and storable(entry.text) and not math.isnan(entry.score)


def as_row(source: str, entry: Hypothesis) -> tuple[Any, ...]:
    """A translation as the values of its row."""
    told = [[entry.judged], *entry.warnings] if entry.judged else list(entry.warnings)
    warnings = json.dumps(told) if told else ""
    return source, entry.text, float(entry.score), packed(entry.links) if entry.linked else _UNLINKED, warnings


def _from_row(target: object, score: object, links: bytes, warnings: str) -> Hypothesis:
    try:
        if not (isinstance(target, str) and isinstance(score, float)):
            raise ProblemError(Problem.DAMAGED)
        judged, told = _told(warnings)
        return Hypothesis(target, score, links_of(links), told, links != _UNLINKED, judged=judged)
    except (struct.error, ValueError, TypeError) as error:
        raise ProblemError(Problem.DAMAGED) from error


def _told(warnings: str) -> tuple[str, tuple[str, ...]]:
    """The rules by which warnings were found, "" if they do not say, and their codes."""
    match json.loads(warnings) if warnings else []:
        case [[str(judged)], *told] if all(isinstance(code, str) for code in told):
            return judged, tuple(told)
        case [*told] if all(isinstance(code, str) for code in told):
            return "", tuple(told)
    raise ValueError("no warnings")


def packed(links: tuple[Link, ...]) -> bytes:
    """Links as bytes: a letter for the size of offsets, then of each link four offsets and the weight as a double.

    Offsets have two bytes ("H") or, in a very long sentence, four ("I").
    """
    if not links:
        return b""
    size = "H" if max(max(link[:4]) for link in links) < 1 << 16 else "I"
    return size.encode() + b"".join(struct.pack(f"<4{size}d", *link) for link in links)


def unpacked(data: bytes) -> tuple[Link, ...]:
    """The links in `data`; raises struct.error, ValueError or TypeError if it is damaged."""
    return tuple(struct.iter_unpack(f"<4{chr(data[0])}d", data[1:])) if data else ()


def links_of(data: bytes) -> tuple[Link, ...]:
    """The links in `data`, none if they were not made yet; raises ProblemError if it is damaged."""
    try:
        return unpacked(data) if data != _UNLINKED else ()
    except (struct.error, ValueError, TypeError) as error:
        raise ProblemError(Problem.DAMAGED) from error

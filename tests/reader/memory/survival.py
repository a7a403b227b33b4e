"""Killing programs that edit, judge and note, damaging their files, comparing what is left with what was acknowledged.

The writer is another process. It sends over a pipe what it is about to do and what was acknowledged; the parent keeps
a list of that, and compares it with what the memory has afterwards.
"""

import errno
import json
import multiprocessing
import multiprocessing.context
import os
import random
import shutil
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cache
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from types import SimpleNamespace

from reader import files
from reader.memory import Memory, journal as memory_journal, memory_file, sync as memory_sync
from reader.parallel import Hypothesis, user_edit

# The translation of the sentences that are accepted.
ACCEPTED = "Accepted."
# The document that values are kept for.
DOCUMENT = Path("text.txt").absolute()
# The possible edits of each sentence, None for no edit; several while it is not known whether one was saved.
Possible = dict[str, set[str | None]]
STARTS = [(0, 60), (64, 1 << 40)]  # ranges of bits that may be flipped: those between are the file's version


@cache
def processes() -> multiprocessing.context.ForkServerContext:
    """A fork server that has made the imports, which take longer than the writing."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.reader.memory.survival"])
    return context


@dataclass(frozen=True)
class Habits:
    """How a program edits, and its disk: one in `full` writes fails, and all beyond `limit` bytes of a file."""

    name: str
    seed: int
    steps: int
    full: int
    limit: int


def write(file: Path, habits: Habits, pipe: Connection) -> None:
    """Edit at random, and report to the pipe what is about to be done and what was acknowledged."""
    chance = random.Random(habits.seed)
    memory_sync._SPARE_RECORDS, memory_file._PATIENCE = 4, 0.5
    _spoil_disk(habits, chance)
    memory = Memory(file)
    for step in range(habits.steps):
        sentences = [f"{habits.name} {chance.randrange(40)}." for _ in range(chance.choice((1, 1, 1, 3, 12)))]
        if chance.random() < 0.4:
            how, word = chance.choice(((_judge, "Judged"), (_keep_values, "Noted")))
            how(memory, [f"{sentence} {word}." for sentence in sentences], chance, pipe)
            continue
        length = chance.choice((3, 20, 200, 200, 9000))
        if chance.random() < 0.75:
            edits = {s: user_edit(s, f"{step} {chance.random()} ".ljust(length, "x")) for s in sentences}
            pipe.send_bytes(json.dumps({s: edit.text for s, edit in edits.items()}).encode())
            kept = memory.keep_edits("nb", "en", edits)
        else:
            pipe.send_bytes(json.dumps(dict.fromkeys(sentences)).encode())
            kept = memory.forget_edits("nb", "en", sentences)
        if kept:
            pipe.send_bytes(b"null")
        if chance.random() < 0.2:
            memory.store("p", {f"Maskin {step}.{i}": Hypothesis("m" * 300, -0.5) for i in range(20)})
        if chance.random() < 0.1:
            memory.close()
            memory = Memory(file)
    if chance.random() < 0.5:
        memory.close()
    os._exit(0)


def _judge(memory: Memory, sentences: Iterable[str], chance: random.Random, pipe: Connection) -> None:
    """Accept translations of sentences that nothing else is done with, or withdraw that, and report it."""
    pairs, accept = [(sentence, ACCEPTED) for sentence in sentences], chance.random() < 0.7
    pipe.send_bytes(json.dumps({sentence: ACCEPTED if accept else None for sentence, _ in pairs}).encode())
    if (memory.accept if accept else memory.withdraw)(("nb", "en"), pairs).safe:
        pipe.send_bytes(b"null")


def _keep_values(memory: Memory, sentences: Iterable[str], chance: random.Random, pipe: Connection) -> None:
    """Keep values for a document, or take them away, and report it."""
    value = chance.choice((ACCEPTED, None))
    changes = dict.fromkeys(sentences, value)
    pipe.send_bytes(json.dumps(changes).encode())
    if memory.keep_values(DOCUMENT, "note", changes).safe:
        pipe.send_bytes(b"null")


def _spoil_disk(habits: Habits, chance: random.Random) -> None:
    if habits.limit:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (habits.limit, habits.limit))
    if not habits.full:
        return
    whole_write, whole_fsync = os.write, os.fsync

    def full_write(file: int, data: bytes) -> int:
        if chance.randrange(habits.full) == 0:
            if len(data) > 1 and chance.random() < 0.5:
                whole_write(file, bytes(data[: len(data) // 2]))
            raise OSError(errno.ENOSPC, "full")
        return whole_write(file, data)

    def full_fsync(file: int) -> None:
        if chance.randrange(habits.full) == 0:
            raise OSError(errno.EIO, "broken")
        whole_fsync(file)

    # Affects only the journal: SQLite does not use Python's `os`.
    failing = SimpleNamespace(**{**vars(os), "write": full_write, "fsync": full_fsync})
    for module in (memory_journal, files):
        vars(module)["os"] = failing


class Writer:
    """A program that edits at random."""

    def __init__(self, file: Path, name: str, chance: random.Random) -> None:
        full, limit = chance.choice((0, 0, 0, 8)), chance.choice((0, 0, 0, 100_000, 300_000))
        habits = Habits(name, chance.randrange(1 << 30), chance.choice((3, 10, 30)), full, limit)
        self._pipe, theirs = processes().Pipe(duplex=False)
        self._process = processes().Process(target=write, args=(file, habits, theirs))
        self._process.start()
        theirs.close()

    def follow(self, possible: Possible, kill_after: int | None) -> int:
        """Update `possible` while it writes, and kill it after so many messages; returns how many edits were safe."""
        tried: dict[str, str | None] = {}
        done = 0
        with self._pipe, suppress(EOFError, OSError):  # the end, or an incomplete last message of a killed program
            for number in count():
                edits = json.loads(self._pipe.recv_bytes())
                if edits is None:
                    possible |= {sentence: {text} for sentence, text in tried.items()}
                    done += len(tried)
                else:
                    tried = edits
                    for sentence, text in tried.items():
                        possible.setdefault(sentence, {None}).add(text)
                if number == kill_after:
                    self._process.kill()
        self._process.join()
        self._process.close()
        return done


def found(file: Path, sentences: Iterable[str]) -> dict[str, str]:
    """What the memory has of these sentences."""
    wanted = list(sentences)
    with closing(Memory(file)) as memory:
        edits = {sentence: edit.text for sentence, edit in memory.edits("nb", "en", wanted).items()}
        judged = memory.judgements(("nb", "en"), [(sentence, ACCEPTED) for sentence in wanted])
        kept = memory.values_of(DOCUMENT, "note") or {}
        values = {place: str(value) for place, value in kept.items() if place in wanted}
    return edits | values | {sentence: ACCEPTED for (sentence, _), judgement in judged.items() if judgement.accepted}


def wrong(file: Path, possible: Possible) -> list[str]:
    """The sentences whose edit in the memory is not a possible one."""
    there = found(file, possible)
    return [sentence for sentence, texts in possible.items() if there.get(sentence) not in texts]


# Damages


def _cut(path: Path, chance: random.Random) -> None:
    """Truncate at a 4 kB boundary, or anywhere."""
    size = path.stat().st_size
    os.truncate(path, chance.choice((4096 * chance.randrange(size // 4096 + 1), chance.randrange(size + 1))))


def _empty(path: Path, chance: random.Random) -> None:
    os.truncate(path, 0)


def _turn_bits(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    allowed = [i for start, end in STARTS for i in range(start, min(end, len(data)))]
    for _ in range(chance.choice((1, 1, 2, 8, 60)) if allowed else 0):
        data[chance.choice(allowed)] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def _garbage(path: Path, chance: random.Random) -> None:
    data = path.read_bytes()
    start = chance.choice((0, 32, chance.randrange(len(data) + 1)))
    path.write_bytes(data[:start] + chance.randbytes(max(len(data) - start, 100)))


def _zeros(path: Path, chance: random.Random) -> None:
    """Zero a block, as if it had never reached the disk."""
    data = bytearray(path.read_bytes())
    start = 4096 * chance.randrange(len(data) // 4096 + 1)
    length = min(4096, len(data) - start)
    data[start : start + length] = bytes(length)
    path.write_bytes(data)


def _gone(path: Path, chance: random.Random) -> None:
    path.unlink()


DAMAGES: tuple[Callable[[Path, random.Random], None], ...] = (_cut, _cut, _empty, _turn_bits, _garbage, _zeros, _gone)
MEMORY = ("", "-wal", "-shm")
JOURNAL = (".edits", ".judgements", ".values", ".edits.lock")


def damage(file: Path, suffixes: tuple[str, ...], chance: random.Random) -> str:
    """Damage one of these files; returns a description."""
    there = [path for suffix in suffixes if (path := Path(f"{file}{suffix}")).exists()]
    if not there:
        return "nothing"
    path, how = chance.choice(there), chance.choice(DAMAGES)
    how(path, chance)
    return f"{how.__name__.strip('_')} {path.name}"


def set_back(file: Path, older: Path, suffixes: tuple[str, ...]) -> None:
    """Replace these files by older copies."""
    for suffix in suffixes:
        Path(f"{file}{suffix}").unlink(missing_ok=True)
        if (kept := older / f"{file.name}{suffix}").exists():
            shutil.copy2(kept, f"{file}{suffix}")


def copied(file: Path, folder: Path) -> Path:
    """A copy of the memory's folder."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(file.parent, folder)
    return folder


def attempt(folder: Path, seed: int) -> tuple[list[str], int]:
    """Write, kill, damage and check, several times.

    Returns:
        What was done and what went wrong, the latter beginning with "WRONG"; and the number of acknowledged edits.
    """
    chance = random.Random(seed)
    file, possible, story, acknowledged = folder / "data" / "memory.sqlite", Possible(), list[str](), 0
    older: Path | None = None
    for number in range(chance.choice((1, 2, 3))):
        names = [f"a{number}", f"b{number}"][: chance.choice((1, 1, 2))] + (["a0"] if chance.random() < 0.3 else [])
        programs = [Writer(file, name, chance) for name in dict.fromkeys(names)]
        for program in programs:
            acknowledged += program.follow(possible, chance.choice((None, chance.randrange(60))))
        story.append(f"{len(programs)} programs")
        story.append(_befall(file, older, chance))
        story += [f"WRONG {sentence}" for sentence in wrong(file, possible)]
        there = found(file, possible)
        possible = {sentence: {there.get(sentence)} for sentence in possible}
        if file.parent.exists():
            older = copied(file, folder / "older")
    for suffixes in (MEMORY, JOURNAL):  # each alone has everything
        alone = copied(file, folder / "alone") / file.name if file.exists() else file
        for suffix in suffixes:
            Path(f"{alone}{suffix}").unlink(missing_ok=True)
        story += [f"WRONG {sentence} without {suffixes[0] or 'memory'}" for sentence in wrong(alone, possible)]
    return story, acknowledged


def _befall(file: Path, older: Path | None, chance: random.Random) -> str:
    suffixes = chance.choice((MEMORY, MEMORY, JOURNAL))
    if older is not None and chance.random() < 0.15:
        set_back(file, older, suffixes)
        return f"older {suffixes}"
    return damage(file, suffixes, chance) if chance.random() < 0.85 else "nothing"

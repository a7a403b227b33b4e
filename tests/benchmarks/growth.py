"""How memory and time grow: `python -m tests.benchmarks.growth [memory [SENTENCES] | time [CHARACTERS]]`.

`memory`, the default, translates SENTENCES different sentences (20,000 by default) with the whole program, including
the memory on disk, and prints the resident set in megabytes at the start, at every tenth and at the end, as one line
of JSON.

`time` does all that the program does with a text, from reading to every export, with the inputs of `tests.adversarial`
at CHARACTERS characters (a million by default). What takes a second or more is run three times, and three times with
half the text. Prints a line of JSON for each input: the least seconds of CPU time and the growth from half to whole.
Exits with 1 if anything takes over 2.6 times as long for twice the text, or more than 20 seconds, when it is stopped
(by the system's timer of CPU time, which Windows does not have).
"""

import argparse
import gc
import json
import multiprocessing
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from reader.engine import Engines
from reader.formats import read_text
from reader.memory import Memory
from reader.packages import find_packages, identity_of
from reader.parallel import ParallelText
from reader.paths import SEEDS
from reader.text import split_sentences
from reader.translation import translate
from tests.adversarial import INPUTS, WITH_TEXT, WITH_TRANSLATION, translated
from tests.benchmarks.window import resident_mb

# How much longer twice the text may take, and the longest that anything may take, in seconds of CPU time.
MOST, LONGEST = 2.6, 20.0
# The first step, on which the exports depend.
_READ = "read and translate"
# Times below this, in seconds, are too short to be compared.
SHORT = 1.0
RUNS = 3


def main() -> None:
    """Measure memory or time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=("memory", "time"), default="memory")
    parser.add_argument("count", nargs="?", type=int, help="sentences, or characters")
    parser.add_argument("--only", default="", help="the inputs with this in their names")
    arguments = parser.parse_args()
    if arguments.what == "memory":
        _measure_memory(arguments.count or 20_000)
    else:
        names = [name for name in INPUTS if arguments.only in name]
        good = [_measure_time(name, arguments.count or 1_000_000) for name in names]
        sys.exit(not all(good))


# ---- Memory ----


def _measure_memory(count: int) -> None:
    text = _long_text(count)
    packages = find_packages().route("nb", "en")
    engine = Engines().get(packages)
    # The engine has allocated what it needs for full batches before measuring begins.
    engine.translate(_sentences(text, 300))
    curve = [resident_mb()]
    step = max(len(text.outstanding()) // 10, 1)
    with tempfile.TemporaryDirectory() as folder, closing(Memory(Path(folder) / "memory.sqlite")) as memory:
        work = translate(text.rows, "nb", engine, memory=memory, package=identity_of(packages))
        for number, translated in enumerate(work, 1):
            text.rows[translated.index] = translated.row
            if number % step == 0:
                curve.append(resident_mb())
    sentences = sum(len(row.sentences) for row in text.rows)
    result = {"sentences": sentences, "mb": [round(mb) for mb in curve], "growth_mb": round(curve[-1] - curve[0])}
    print(json.dumps(result))


def _sentences(text: ParallelText, count: int) -> list[str]:
    paragraphs = (row.source.text for row in text.rows)
    return [p[start:end] for p in paragraphs for start, end in split_sentences(p, "nb")][:count]


def _long_text(count: int) -> ParallelText:
    seed = (SEEDS / "000_cdca8b3d9982e562.txt").read_text("utf-8")
    each = len(split_sentences(seed, "nb"))
    whole = "\n\n".join(seed.replace(". ", f" {n}. ").replace(".\n", f" {n}.\n") for n in range(-(-count // each)))
    return ParallelText.untranslated(read_text(whole), "nb", "en")


# ---- Time ----


def _measure_time(name: str, size: int) -> bool:
    """Whether everything done with an input is fast enough; prints a line for what took some time."""
    found = _in_child(name, size, [_READ, *WITH_TEXT, *WITH_TRANSLATION])
    whole = {way: seconds for way, seconds in found.items() if seconds >= SHORT}
    halves = _in_child(name, size // 2, list(whole))
    told: dict[str, dict[str, object]] = {}
    for way, long in whole.items():
        half = halves.get(way, LONGEST)
        growth = long / max(half, SHORT / MOST)
        good = long < LONGEST and growth <= MOST
        told[way] = {"seconds": [round(half, 2), round(long, 2)], "growth": round(growth, 2), "good": good}
    good = all(each["good"] for each in told.values())
    print(json.dumps({"input": name, "good": good, "slow": told}, ensure_ascii=False), flush=True)
    return good


def _in_child(name: str, size: int, ways: Sequence[str]) -> dict[str, float]:
    """The seconds that each way takes with an input of this size; `LONGEST` if the process had to be stopped."""
    seconds: dict[str, float] = {}
    left = list(ways)
    context = multiprocessing.get_context("spawn")
    while left:
        here, there = context.Pipe(duplex=False)
        child = context.Process(target=_measured, args=(name, size, left, there), daemon=True)
        child.start()
        there.close()
        while left and (found := _received(here)) is not None:
            seconds[left.pop(0)] = found
        child.kill()
        child.join()
        if left:
            stopped = left.pop(0)
            seconds[stopped] = LONGEST
            left = [way for way in left if stopped != _READ or way in WITH_TEXT]
    return seconds


def _received(results: Connection) -> float | None:
    try:
        seconds: float = results.recv()
        return seconds
    except EOFError:
        return None


def _measured(name: str, size: int, ways: Sequence[str], results: Connection) -> None:
    """In the child: measure, and send each result to the parent."""
    translated("ord")  # makes the late imports
    text = INPUTS[name](size)
    pair: ParallelText | None = None
    for way in ways:
        use = translated if way == _READ else WITH_TEXT.get(way)
        if use is not None:
            results.send(_best(partial(_used, use, text)))
        else:
            pair = pair or translated(text)
            results.send(_best(partial(_written, WITH_TRANSLATION[way], pair)))


def _used(use: Callable[[str], object], text: str, run: int) -> None:
    use(text + "." * run)  # another text each time, since results may be cached


def _written(write: Callable[[ParallelText], object], text: ParallelText, _run: int) -> None:
    write(text)


def _best(work: Callable[[int], object]) -> float:
    """The least CPU time of a few runs, or of one if it is short. A run that takes too long ends this process."""
    times: list[float] = []
    for run in range(RUNS):
        gc.collect()
        signal.setitimer(signal.ITIMER_PROF, LONGEST)  # its signal ends us even within C code
        started = time.process_time()
        work(run)
        times.append(time.process_time() - started)
        signal.setitimer(signal.ITIMER_PROF, 0)
        if times[-1] < SHORT / MOST:
            break  # too short to be compared, for the whole and for the half
    return min(times)


if __name__ == "__main__":
    main()

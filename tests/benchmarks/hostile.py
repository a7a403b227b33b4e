"""Files that were made to take long: `python -m tests.benchmarks.hostile [--only WORDS] [--share X]`.

Reads each of `tests.hostile_files`, of half its size and of all of it, and prints a line of JSON: the megabytes of the
file, the seconds of CPU time, and how they grew. What takes over 60 seconds is stopped. With `--share` the files are
so much smaller, or larger.
"""

import argparse
import json
import multiprocessing
import time
from multiprocessing.connection import Connection

from reader.errors import DocumentError
from tests.hostile_files import FILES
from tests.reader.formats.fuzzing import found_in

_LONGEST_S = 60


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="the files with this in their names")
    parser.add_argument("--share", type=float, default=1.0, help="of their sizes")
    given = parser.parse_args()
    for name in FILES:
        if given.only in name:
            sizes = [round(FILES[name][2] * given.share * part) for part in (0.5, 1)]
            print(json.dumps({"file": name, **_compared(name, sizes)}, ensure_ascii=False), flush=True)


def _compared(name: str, sizes: list[int]) -> dict[str, object]:
    (_, half, _), (megabytes, whole, end) = (_in_child(name, size) for size in sizes)
    growth = round(whole / half, 2) if half > 0.1 else None
    return {"mb": megabytes, "half_s": half, "whole_s": whole, "growth": growth, "end": end}


def _in_child(name: str, size: int) -> tuple[float, float, str]:
    """The megabytes, the seconds, and how it ended."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_measured, args=(name, size, there))
    child.start()
    there.close()
    try:
        found: tuple[float, float, str] = here.recv()
    except EOFError:
        found = (0.0, float(_LONGEST_S), "stopped")
    child.join()
    return found


def _measured(name: str, size: int, results: Connection) -> None:
    import resource  # Windows has none

    family, make, _ = FILES[name]
    data = make(size)
    with_imports = FILES[name][1](2)
    _read(family, with_imports)
    used = int(time.process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (used + _LONGEST_S, used + _LONGEST_S))
    start = time.process_time()
    end = _read(family, data)
    results.send((round(len(data) / 1e6, 2), round(time.process_time() - start, 2), end))


def _read(family: str, data: bytes) -> str:
    try:
        return f"{len(found_in(family, data)[1])} paragraphs"
    except DocumentError as error:
        return str(error)[:60]


if __name__ == "__main__":
    main()

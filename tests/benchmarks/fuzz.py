"""Damaged files: `python -m tests.benchmarks.fuzz [--write] [--seed N] [FAMILY] [SECONDS]`.

Prints one line of JSON for each family: how many files were tried, how many of them were read and refused, the longest
time that one took the processor in seconds, and what went wrong with which seed. A file that ends in anything but a
document or a sentence, or takes more than five seconds, is wrong; `python -m tests.benchmarks.fuzz --seed N FAMILY 0`
tries it again. With `--write` hostile changes of all its paragraphs are written back into what could be read, which
must be readable again.
"""

import argparse
import json
import time
from contextlib import suppress
from random import Random

from reader.errors import DocumentError, NoTextError
from reader.formats.families import rewrite_family
from reader.formats.rewriting.files import WRITTEN_BACK
from tests.reader.formats.fuzzing import TEXTS, WHOLE, damaged, found_in, hostile

_LONGEST_S = 5.0
_FAMILIES = {**WHOLE, **TEXTS}


def main() -> None:
    """Try, and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("family", nargs="?", choices=sorted(_FAMILIES), help="by default all")
    parser.add_argument("seconds", nargs="?", type=float, default=60.0, help="for each family")
    parser.add_argument("--seed", type=int, default=0, help="of the first file")
    parser.add_argument("--write", action="store_true", help="write back what could be read")
    given = parser.parse_args()
    for family in [given.family] if given.family else sorted(_FAMILIES):
        print(json.dumps(_tried(family, given.seconds, given.seed, write=given.write)), flush=True)


def _tried(family: str, seconds: float, seed: int, *, write: bool) -> dict[str, object]:
    whole, counts = _FAMILIES[family](), {"read": 0, "refused": 0}
    longest, wrong, first = 0.0, dict[int, str](), seed
    end = time.monotonic() + seconds
    while True:
        chance = Random(seed)
        data = damaged(whole, chance)
        start = time.process_time()
        try:
            counts["read" if _survives(family, data, chance, write=write) else "refused"] += 1
        except Exception as error:  # noqa: BLE001, that is what is looked for
            wrong[seed] = repr(error)[:200]
        took = time.process_time() - start
        if took > _LONGEST_S:
            wrong[seed] = f"{took:.1f} s"
        longest, seed = max(longest, took), seed + 1
        if time.monotonic() >= end:
            return {"family": family, "tried": seed - first, **counts, "longest_s": round(longest, 2), "wrong": wrong}


def _survives(family: str, data: bytes, chance: Random, *, write: bool) -> bool:
    """Whether a file can be read; raises whatever else happens to it, or when it is written back."""
    try:
        format_, paragraphs = found_in(family, data)
    except DocumentError:
        return False
    if write and format_ in WRITTEN_BACK:
        anew = rewrite_family(format_, data, "fil", hostile(paragraphs, chance))
        with suppress(NoTextError):  # the changes took all of it
            found_in(format_, anew.data)
    return True


if __name__ == "__main__":
    main()

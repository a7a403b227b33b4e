"""Damaged files of the formats that come from outside: `python -m tests.benchmarks.fuzz [--seed N] [FAMILY] [SECONDS]`.

Prints one line of JSON for each family: how many files were tried, how many of them were read and refused, the longest
time of one in seconds, and what went wrong with which seed. A file that ends in anything but a document or a sentence,
or takes more than five seconds, is wrong; `python -m tests.benchmarks.fuzz --seed N FAMILY 0` tries it again.
"""

import argparse
import json
import time
from random import Random

from reader.errors import DocumentError
from reader.formats.families import parse_family
from tests.reader.formats.fuzzing import WHOLE, damaged

_LONGEST_S = 5.0


def main() -> None:
    """Try, and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("family", nargs="?", choices=sorted(WHOLE), help="by default all")
    parser.add_argument("seconds", nargs="?", type=float, default=60.0, help="for each family")
    parser.add_argument("--seed", type=int, default=0, help="of the first file")
    given = parser.parse_args()
    for family in [given.family] if given.family else sorted(WHOLE):
        print(json.dumps(_tried(family, given.seconds, given.seed)), flush=True)


def _tried(family: str, seconds: float, seed: int) -> dict[str, object]:
    whole, counts = WHOLE[family](), {"read": 0, "refused": 0}
    longest, wrong, first = 0.0, dict[int, str](), seed
    end = time.monotonic() + seconds
    while True:
        data = damaged(whole, Random(seed))
        start = time.monotonic()
        try:
            parse_family(family, data, "file")
            counts["read"] += 1
        except DocumentError:
            counts["refused"] += 1
        except Exception as error:  # noqa: BLE001, that is what is looked for
            wrong[seed] = repr(error)[:200]
        took = time.monotonic() - start
        if took > _LONGEST_S:
            wrong[seed] = f"{took:.1f} s"
        longest, seed = max(longest, took), seed + 1
        if time.monotonic() >= end:
            return {"family": family, "tried": seed - first, **counts, "longest_s": round(longest, 2), "wrong": wrong}


if __name__ == "__main__":
    main()

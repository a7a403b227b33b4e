"""The process that runs Hunspell: it answers one request a line, until its standard input ends.

Its `main` is run by `reader.own_process`; it uses nothing else of Tospalt. Hunspell keeps the interpreter to itself
while it loads a dictionary (nearly a second for Norwegian) or looks for suggestions, and a damaged dictionary may end
the process.

A request is JSON: `dictionaries`, paths without suffix, and either `check`, words, or `suggest`, a word. The answer is
`words`: those that no dictionary has, or those that may have been meant.
"""

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

_MOST = 8  # suggestions


def answer(request: dict[str, Any]) -> list[str]:
    """The words to answer a request with."""
    loaded = [each for each in map(_loaded, request["dictionaries"]) if each is not None]
    if "check" in request:
        return [word for word in request["check"] if loaded and not any(_has(each, word) for each in loaded)]
    found = dict.fromkeys(word for each in loaded for word in _like(each, request["suggest"]))
    return list(found)[:_MOST]


@cache
def _loaded(path: str) -> Any:
    """A dictionary, or None if it cannot be read."""
    import hunspell

    folder, name = Path(path).parent, Path(path).name
    try:
        return hunspell.Hunspell(name, hunspell_data_dir=str(folder), system_encoding="UTF-8")
    except OSError:
        return None


def _has(dictionary: Any, word: str) -> bool:
    try:
        return bool(dictionary.spell(word))
    except UnicodeEncodeError:  # it is in another script: nothing is known about it
        return True


def _like(dictionary: Any, word: str) -> list[str]:
    try:
        return list(dictionary.suggest(word))
    except UnicodeEncodeError:
        return []


def main() -> None:
    """Answer all requests."""
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(json.dumps({"words": answer(json.loads(line))}).encode() + b"\n")
        sys.stdout.buffer.flush()

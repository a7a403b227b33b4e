"""Looks words up in the dictionaries of the system, by a process of its own."""

import json
import subprocess
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from threading import Lock, Timer
from typing import Any

from reader import log
from reader.own_process import command
from reader.spelling.dictionaries import BINDING, dictionaries

# Seconds after which an answer is not waited for any more; a large dictionary is loaded in one or two.
_PATIENCE_S = 20.0
_MOST_FAILURES = 3


class Speller:
    """Knows which words are misspelled; without the binding to Hunspell or a dictionary, none are.

    The process starts with the first question and ends with the program, even if that is killed. Questions are asked
    on one thread; `rest` and `close` may be called on another.
    """

    def __init__(self, find: Callable[[str], list[Path]] = dictionaries) -> None:
        """Use the dictionaries that `find` finds for the code of a language."""
        self._find = find
        self._found: dict[str, list[str]] = {}
        self._process: subprocess.Popen[bytes] | None = None
        self._lock, self._asking = Lock(), Lock()
        self._failures = 0
        self._closed = False

    def unknown(self, words: Iterable[str], language: str) -> frozenset[str]:
        """Those of the words that no dictionary of the language has."""
        return frozenset(self._ask(language, check=sorted(set(words))))

    def has_dictionary(self, language: str) -> bool:
        """Whether there is a dictionary of the language, and what reads it."""
        return bool(self._dictionaries(language))

    def suggestions(self, word: str, language: str) -> list[str]:
        """Words that may have been meant, the likeliest first."""
        return self._ask(language, suggest=word)

    def rest(self) -> None:
        """End the process, which holds the dictionaries in memory; the next question starts it again."""
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return
        process.kill()  # so that whoever waits for its answer gets none
        with self._asking:
            _close(process)

    def close(self) -> None:
        """End the process for good; a question that is being asked is answered with nothing."""
        self._closed = True
        self.rest()

    def _ask(self, language: str, **question: Any) -> list[str]:
        paths = self._dictionaries(language)
        if not paths or self._failures >= _MOST_FAILURES:
            return []
        process = self._running()
        if process is None:
            return []
        with self._asking:
            answer = _answer(process, json.dumps({"dictionaries": paths, **question}).encode() + b"\n")
        with self._lock:
            ours = process is self._process  # else it was ended on purpose
        if answer is None and ours:
            self._failures += 1
            log.note("the spelling process has ended")
            self.rest()
        return answer or []

    def _dictionaries(self, language: str) -> list[str]:
        if language not in self._found:
            self._found[language] = [str(path) for path in self._find(language)] if find_spec(BINDING) else []
        return self._found[language]

    def _running(self) -> "subprocess.Popen[bytes] | None":
        with self._lock:
            if self._process is None and not self._closed:
                try:
                    self._process = _start()
                except OSError as error:
                    log.caught(error, "starting the spelling process")
                    self._failures += 1
            return self._process


def _start() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command("reader.spelling.hunspell_process"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a crash may print the user's text
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _answer(process: "subprocess.Popen[bytes]", request: bytes) -> list[str] | None:
    """The words of the answer; None if the process has ended instead, or was ended since it took too long."""
    assert process.stdin is not None and process.stdout is not None
    too_long = Timer(_PATIENCE_S, process.kill)
    too_long.start()
    try:
        process.stdin.write(request)
        process.stdin.flush()
        return [str(word) for word in json.loads(process.stdout.readline())["words"]]
    except (OSError, ValueError):  # also of a pipe that was closed meanwhile
        return None
    finally:
        too_long.cancel()


def _close(process: "subprocess.Popen[bytes]") -> None:
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):  # of a request that was not taken
            if pipe is not None:
                pipe.close()
    process.wait()

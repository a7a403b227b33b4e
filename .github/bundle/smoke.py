"""Tries a bundle: it translates, exports, checks packages and spelling, and its window translates a document.

    python3 .github/bundle/smoke.py FOLDER

Needs no display. Everything the program writes goes to a folder that is deleted.
"""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing, suppress
from pathlib import Path

_TEXT = "Dette er en kort prøve.\n\nHun bor i et lite hus ved sjøen.\n"
_FORMATS = ("pdf", "docx", "epub", "html", "md", "tmx")
_PATIENCE_S = 120
_LOOK_S = 0.05
# What the environment of the one who builds would lend to the program.
_BORROWED = ("LD_LIBRARY_PATH", "PYTHONPATH", "PYTHONHOME", "QT_PLUGIN_PATH", "VIRTUAL_ENV")


def try_out(bundle: Path) -> None:
    """Use the bundle in the folder `bundle`; raises an AssertionError or CalledProcessError where it fails."""
    with tempfile.TemporaryDirectory(prefix="tospalt-smoke-") as name:
        folder = Path(name)
        tried = _Bundle(bundle.resolve(), folder)
        document = folder / "prøve.txt"
        document.write_text(_TEXT, "utf-8")
        _say("says its version", tried.run("--version").strip())
        translation = tried.run("translate", str(document))
        assert "short" in translation and "house" in translation, translation
        _say("translates", " / ".join(translation.split("\n\n")).strip())
        for suffix in _FORMATS:
            target = folder / f"ut.{suffix}"
            tried.run("export", str(document), "-o", str(target))
            assert target.stat().st_size > len(_TEXT), target
        assert (folder / "ut.pdf").read_bytes().startswith(b"%PDF-")
        _say("exports", ", ".join(_FORMATS))
        told = tried.run("packages", "verify")
        assert told.count("works") == 2, told
        _say("checks packages")
        question = json.dumps({"dictionaries": [], "check": []})
        told = tried.run("--own-process", "reader.spelling.hunspell_process", given=f"{question}\n")
        assert json.loads(told) == {"words": []}, told
        _say("checks spelling")
        _say("opens a window that translates", f"{tried.show(document):.1f} s")


class _Bundle:
    """The program, with its data in a folder for this trial."""

    def __init__(self, bundle: Path, folder: Path) -> None:
        windows = sys.platform == "win32"
        self._terminal = bundle / ("tospalt.com" if windows else "tospalt")
        self._window = bundle / ("tospalt.exe" if windows else "tospalt")
        self._folder, self._memory = folder, folder / "window" / "memory.sqlite"
        self._environment = {name: value for name, value in os.environ.items() if name not in _BORROWED}
        self._environment |= {
            "QT_QPA_PLATFORM": "offscreen",
            **{name: str(folder / name) for name in ("TOSPALT_CONFIG", "XDG_DATA_HOME", "XDG_CACHE_HOME")},
        }

    def run(self, *arguments: str, given: str = "") -> str:
        """What a command prints."""
        environment = self._environment | {"TOSPALT_DATA": str(self._folder / "data")}
        done = subprocess.run(
            [str(self._terminal), *arguments],
            input=given.encode(),
            capture_output=True,
            env=environment,
            cwd=self._folder,
            timeout=_PATIENCE_S,
        )
        assert done.returncode == 0, (arguments, done.returncode, done.stdout, done.stderr)
        return done.stdout.decode("utf-8", "replace").replace("\r\n", "\n")

    def show(self, document: Path) -> float:
        """Open a document in the window, wait for its translation, and end it; returns the seconds it took."""
        environment = self._environment | {"TOSPALT_DATA": str(self._memory.parent)}
        began = time.monotonic()
        window = subprocess.Popen([str(self._window), str(document)], env=environment, cwd=self._folder)
        try:
            while self._translated() < 2:
                assert window.poll() is None, f"the window ended with {window.returncode}"
                assert time.monotonic() < began + _PATIENCE_S, "the window does not translate"
                time.sleep(_LOOK_S)
            took = time.monotonic() - began
        finally:
            window.terminate()
            code = window.wait(_PATIENCE_S)
        assert sys.platform == "win32" or code == 128 + signal.SIGTERM, code
        return took

    def _translated(self) -> int:
        """How many sentences the window has translated and saved."""
        if not self._memory.exists():
            return 0
        with suppress(sqlite3.OperationalError), closing(sqlite3.connect(self._memory)) as memory:
            (count,) = memory.execute("SELECT count(*) FROM translation").fetchone()
            return int(count)
        return 0


def _say(what: str, more: str = "") -> None:
    print(f"bundle {what}{f': {more}' if more else ''}", flush=True)


if __name__ == "__main__":
    try_out(Path(sys.argv[1]))

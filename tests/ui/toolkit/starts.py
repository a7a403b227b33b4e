"""Starts of a program without a window, in processes of their own: they join the place of a data folder."""

import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.source_tree import ROOT
from tests.ui.patience import PATIENCE

# Prints "waits" as often as it looks again, if that is to be told, then "handed", "first", "beside" or
# "unanswered", and then the files of each later start.
_START = """
import json, os, sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.toolkit import single_instance
from ui.toolkit.instance_place import place_of
from ui.toolkit.start_request import request_for
patience, tell, starting, data, *files = sys.argv[1:]
single_instance._PATIENCE_MS = int(patience)
if starting:
    single_instance._STARTING_S = float(starting)
def sleep(seconds, sleep=time.sleep):
    print("waits", flush=True)
    sleep(seconds)
if tell:
    time.sleep = sleep
instance = single_instance.join(place_of(Path(data)), request_for(files))
alone = "unanswered" if instance is not None and instance.unanswered else "beside"
print("handed" if instance is None else alone if instance.beside else "first", flush=True)
if instance is None:
    sys.exit()
def take(request):
    print(json.dumps([os.fsencode(path).hex() for path in request.files]), flush=True)
    return True
application = QCoreApplication([])
instance.listen(take)
application.exec()
"""


class Start:
    """A start, whose output can be read line by line."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process

    def line(self) -> str:
        """The next line; fails if there is none in time."""
        assert self.process.stdout is not None
        ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE / 1000)
        assert ready, "the process says nothing"
        return self.process.stdout.readline().decode().strip()

    def files(self) -> list[Path]:
        """The files that it was handed next."""
        return [Path(os.fsdecode(bytes.fromhex(name))) for name in json.loads(self.line())]

    @property
    def readable(self) -> bool:
        """Whether it has said something more, or has ended."""
        assert self.process.stdout is not None
        return bool(select.select([self.process.stdout], [], [], 0)[0])

    @property
    def ended(self) -> bool:
        """Whether it has ended."""
        return self.process.poll() is not None


@contextmanager
def started(
    data: Path,
    files: Sequence[str | bytes] = (),
    *,
    tell: bool = False,
    patience: int = 30_000,
    starting: str = "",
    cwd: Path = ROOT,
) -> Iterator[Start]:
    """A start for the data folder with these files; killed at the end.

    It has so many milliseconds of `patience` with the first start, and `starting` seconds until that listens, if not
    the usual ones; it may `tell` when it waits for that.
    """
    command = [sys.executable, "-c", _START, str(patience), "waits" * tell, starting, str(data), *files]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=0, env=environment, cwd=cwd) as process:
        try:
            yield Start(process)
        finally:
            process.kill()

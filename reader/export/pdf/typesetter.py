"""Running Typst in its own process, which can be killed at any moment."""

import json
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Thread

from reader.errors import CancelledError, OutputError
from reader.own_process import command
from reader.paths import FONTS

_STANDARDS = ["ua-1", "a-2a"]
# How often to check for cancellation.
_PATIENCE_S = 0.05


class SettingError(Exception):
    """Typst could not set the pages; `diagnostic` is its message, which may quote the user's text."""

    def __init__(self, diagnostic: str) -> None:
        super().__init__()
        self.diagnostic = diagnostic


def typeset(template: Path, data: object, moment: datetime, *, cancelled: Callable[[], bool] = lambda: False) -> bytes:
    """The PDF that Typst makes from `template` and `data`, dated `moment`.

    Raises:
        SettingError: Typst refused the content.
        CancelledError: `cancelled`, called every 50 ms, returned True.
        OutputError: the process could not be started, or ended too early.
    """
    request = {
        "template": str(template),
        "fonts": str(FONTS),
        "data": data,
        "standards": _STANDARDS,
        "timestamp": int(moment.timestamp()),
    }
    kind, _, answer = _run(json.dumps(request).encode(), cancelled).partition(b"\n")
    if kind == b"PDF":
        return answer
    if kind == b"ERR":
        raise SettingError(answer.decode("utf-8", "replace"))
    raise OutputError("The PDF could not be created: the layout program stopped before it was finished.")


def _run(request: bytes, cancelled: Callable[[], bool]) -> bytes:
    try:
        process = subprocess.Popen(
            command("reader.export.pdf.typst_process"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # A crash may print the user's text.
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise OutputError("The PDF could not be created: the layout program could not be started.") from error
    with process:
        return _answer(process, request, cancelled)


def _answer(process: "subprocess.Popen[bytes]", request: bytes, cancelled: Callable[[], bool]) -> bytes:
    answers: list[bytes] = []
    # In a thread, since communicate() with a timeout loses unsent input (CPython 3.11).
    exchange = Thread(target=lambda: answers.append(process.communicate(request)[0]), daemon=True)
    exchange.start()
    try:
        while exchange.is_alive():
            if cancelled():
                raise CancelledError
            exchange.join(_PATIENCE_S)
    finally:
        process.kill()
        exchange.join()
    return b"".join(answers)

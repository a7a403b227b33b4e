"""Running Typst in its own process, which can be killed at any moment."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from reader.errors import OutputError
from reader.exchange import ask
from reader.own_process import command
from reader.paths import FONTS

_STANDARDS = ["ua-1", "a-2a"]


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
        return ask(command("reader.export.pdf.typst_process"), request, cancelled).answer
    except OSError as error:
        raise OutputError("The PDF could not be created: the layout program could not be started.") from error

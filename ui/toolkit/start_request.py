"""What a start of the program asks of the one that is already running, and how it is written down."""

import json
import os
import struct
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from reader.files import file_name
from reader.handed import is_record
from reader.json_files import decode_json, json_object
from reader.late_dataclasses import dataclass

# Bytes of a message: some ten thousand names of files.
LIMIT = 1 << 20
# A message is its length and its JSON.
HEADER = struct.Struct(">I")
# Of what is exchanged; both sides must have the same.
_VERSION = 1
_NAME = "tospalt"
# Where a desktop puts the right of what it starts to come to the front, the newer one first.
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
_LONGEST_TOKEN = 1000
_WAYLAND, _X11 = "WAYLAND_DISPLAY", "DISPLAY"


@dataclass(frozen=True, slots=True)
class StartRequest:
    """What a start asks for.

    Attributes:
        files: absolute paths of documents to open; without any, only the window is to come to the front.
        token: the right to come to the front that the desktop gave to this start, or "".
        wayland, x11: the screens that it could use, or "".
        record: the name under which the files are kept on the disk meanwhile, or "".
    """

    files: tuple[Path, ...] = ()
    token: str = ""
    wayland: str = ""
    x11: str = ""
    record: str = ""

    def is_on_screen_of(self, other: "StartRequest") -> bool:
        """Whether a window of either is seen where the other was asked for, as far as is known."""
        for mine, theirs in ((self.wayland, other.wayland), (_display(self.x11), _display(other.x11))):
            if mine and theirs:
                return mine == theirs
        return True


def request_for(files: Iterable[Path], environment: Mapping[str, str] = os.environ) -> StartRequest:
    """The request of this process, to open `files`, which may be relative to the current folder.

    Raises:
        OSError: there is no current folder any more.
    """
    paths = tuple(Path(os.path.abspath(file)) for file in files)
    token = next((environment[name] for name in _TOKENS if environment.get(name)), "")
    return StartRequest(paths, token, environment.get(_WAYLAND, ""), environment.get(_X11, ""))


def framed(values: Mapping[str, Any]) -> bytes:
    """A message with these values, which may be longer than `LIMIT`."""
    data = json.dumps({_NAME: _VERSION, **values}).encode()  # ASCII; also names of files that are not UTF-8
    return HEADER.pack(len(data)) + data


def unframed(data: bytes) -> dict[str, Any]:
    """The values of a message, without its header.

    Raises:
        ValueError: it is none of this version's.
    """
    values = json_object(decode_json(data))
    if values.get(_NAME) != _VERSION:
        raise ValueError("another version")
    return values


def values_of(request: StartRequest) -> dict[str, Any]:
    """A request as the values of a message."""
    texts = {"token": request.token, "wayland": request.wayland, "x11": request.x11, "record": request.record}
    return {"files": [str(path) for path in request.files], **texts}


def request_in(values: Mapping[str, Any]) -> StartRequest:
    """The request in the values of a message.

    Raises:
        ValueError, TypeError, LookupError: there is none.
    """
    files, texts = values["files"], [values["token"], values["wayland"], values["x11"]]
    record = values.get("record", "")
    if not isinstance(files, list) or not all(isinstance(text, str) for text in (*files, *texts, record)):
        raise TypeError("no request")
    if not all(Path(file_name(name)).is_absolute() for name in files):
        raise ValueError("no path of a file")
    if any(len(text) > _LONGEST_TOKEN or not text.isprintable() for text in texts):
        raise ValueError("no token")
    if record and not is_record(record):
        raise ValueError("no record")
    return StartRequest(tuple(map(Path, files)), texts[0], texts[1], texts[2], record)


def _display(name: str) -> str:
    """The display in a name such as "host:1.0", without the screen."""
    host, colon, number = name.rpartition(":")
    return host + colon + number.partition(".")[0]

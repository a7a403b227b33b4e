"""Whether a `model.bin` is complete, judged by the lengths stated in it, without loading it.

The layout is that of CTranslate2's `ModelSpec._serialize` (binary versions 4 to 6): lengths, names and shapes
between the weights. In a truncated or different file they do not add up.
"""

import struct
from pathlib import Path
from typing import IO

from reader.files import open_regular

_KNOWN_VERSIONS = range(4, 7)
_MOST = 100_000  # variables; a large model has a thousand


def is_whole(path: Path) -> bool:
    """Whether all that the file announces is there; older layouts, and the next one, are accepted unchecked.

    Raises:
        OSError: it cannot be read.
    """
    try:
        with open_regular(path) as file:
            version = _number(file)
            if version not in _KNOWN_VERSIONS:
                return 0 < version < _KNOWN_VERSIONS.start or version == _KNOWN_VERSIONS.stop
            return _adds_up(file, path.stat().st_size)
    except struct.error:  # it ends too early
        return False


def _adds_up(file: IO[bytes], size: int) -> bool:
    _skip_name(file)
    _number(file)  # revision
    variables = _number(file)
    if variables > _MOST:
        return False
    for _ in range(variables):
        _skip_name(file)
        rank = file.read(1)[0:1]
        if not rank:
            return False
        file.seek(4 * rank[0] + 1, 1)  # dimensions and type
        length = _number(file)
        if file.tell() + length > size:
            return False
        file.seek(length, 1)
    for _ in range(_number(file)):  # aliases of variables
        _skip_name(file)
        _skip_name(file)
    return file.tell() == size


def _number(file: IO[bytes]) -> int:
    (number,) = struct.unpack("<I", file.read(4))
    return int(number)


def _skip_name(file: IO[bytes]) -> None:
    (length,) = struct.unpack("<H", file.read(2))
    if len(file.read(length)) != length:
        raise struct.error

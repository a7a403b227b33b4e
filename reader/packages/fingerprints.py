"""Fingerprints that tell whether a package is still the one that was tried: a quick one, and one of all its content.

Only the files of the model and the tokenizer count, and the target prefix.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from reader.packages.checksums import sha256_of
from reader.packages.package import LanguagePackage

_TOKENIZERS = ("sentencepiece.model", "bpe.model")
# Bytes of each file that the quick one reads: the beginning of a model's directory, most of a vocabulary.
_HEAD = 1 << 16


def fingerprint(package: LanguagePackage) -> str:
    """A quick fingerprint: of the name, size, time and first 64 kB of each file; some 0.3 ms for a package.

    A file that cannot be read may be readable another time, so it counts as changed then.
    """
    return _digest(package, _glance)


def content_digest(package: LanguagePackage, cancelled: Callable[[], bool] = lambda: False) -> str:
    """A digest of the content alone, not of place and time; meaningless if `cancelled`.

    Raises:
        PackageError: a file cannot be read.
    """
    return _digest(package, lambda path: sha256_of(path, cancelled))


def _digest(package: LanguagePackage, seen: Callable[[Path], object]) -> str:
    files = [(path.relative_to(package.path).as_posix(), seen(path)) for path in _files(package.path)]
    return hashlib.sha256(json.dumps([package.target_prefix, files]).encode()).hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    with suppress(OSError):  # without a model it has a fingerprint too
        yield from sorted(path for path in (folder / "model").iterdir() if path.is_file())
    yield from (path for name in _TOKENIZERS if (path := folder / name).is_file())


def _glance(path: Path) -> tuple[int, int, str]:
    try:
        with open(path, "rb", buffering=0) as file:
            status = os.fstat(file.fileno())
            return status.st_size, status.st_mtime_ns, hashlib.sha256(file.read(_HEAD)).hexdigest()
    except OSError as error:
        return -1, error.errno or 0, ""

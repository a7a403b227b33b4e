"""The SHA-256 of packages: known for certain, or recorded when a package was first installed."""

import hashlib
import json
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from reader import late_re as re
from reader.errors import ChecksumError, PackageError, reason
from reader.files import open_regular, write_atomically
from reader.json_files import read_json
from reader.late_dataclasses import dataclass

# Of official files, by name and version; one public source each.
PINNED = {
    ("translate-nb_en", "1.9"): "ee2e3b3541abecb51566b095d3409d97c61b920c9e37956d211fb8b9e9e7d027",
}

_BLOCK = 1 << 20
_SHA256 = re.compile("[0-9a-f]{64}")


class Trust(StrEnum):
    """How much is known of a package's SHA-256."""

    PINNED = "pinned"  # it is the one known to be right
    SEEN = "seen"  # it is the one of an earlier install
    FIRST = "first"  # it is seen for the first time


@dataclass(frozen=True, slots=True)
class Checksums:
    """Known SHA-256 values, by name and version; those of earlier installs are saved in `file`."""

    file: Path

    def check(self, name: str, version: str, sha256: str, *, accept_changed: bool = False) -> Trust:
        """Compare the SHA-256 of a package with the known one.

        Args:
            name: as "translate-nb_en".
            version: as "1.9".
            sha256: of the file at hand, in hexadecimal digits.
            accept_changed: whether it may differ from that of an earlier install.

        Raises:
            ChecksumError: they differ.
        """
        pinned = PINNED.get((name, version))
        if pinned is not None:
            if sha256 != pinned:
                raise ChecksumError(
                    True,
                    "This is not the official package {name} {version}: its SHA-256 is {found} instead of {expected}. "
                    "It was not installed.",
                    name=name,
                    version=version,
                    found=sha256,
                    expected=pinned,
                )
            return Trust.PINNED
        return self._check_seen(name, version, sha256, accept_changed)

    def _check_seen(self, name: str, version: str, sha256: str, accept_changed: bool) -> Trust:
        known = self._load().get(f"{name} {version}")
        if known is None:
            return Trust.FIRST
        if known["sha256"] != sha256 and not accept_changed:
            raise ChecksumError(
                False,
                "The package {name} {version} is not the one that was installed on {date}: its SHA-256 was {expected} "
                "and is now {found}.",
                name=name,
                version=version,
                found=sha256,
                expected=known["sha256"],
                date=known["date"],
            )
        return Trust.SEEN

    def record(self, name: str, version: str, sha256: str, today: date) -> None:
        """Save the SHA-256 of an installed package, for comparison from now on.

        Raises:
            OutputError: it cannot be written.
        """
        known = self._load()
        if known.get(f"{name} {version}", {}).get("sha256") != sha256:
            known[f"{name} {version}"] = {"sha256": sha256, "date": today.isoformat()}
            write_atomically(self.file, (json.dumps(known, indent=1) + "\n").encode(), private=True)

    def known(self, name: str, version: str) -> str:
        """The SHA-256 of a package's file if known, else ""."""
        return PINNED.get((name, version)) or self._load().get(f"{name} {version}", {}).get("sha256", "")

    def _load(self) -> dict[str, dict[str, str]]:
        return read_json(self.file, _known, dict[str, dict[str, str]]()).value


def _known(kept: Any) -> dict[str, dict[str, str]]:
    return {name: value for name, value in kept.items() if _is_right(value)}


def _is_right(value: Any) -> bool:
    sha256, day = (value.get(key) for key in ("sha256", "date")) if isinstance(value, dict) else ("", "")
    return isinstance(sha256, str) and bool(_SHA256.fullmatch(sha256)) and isinstance(day, str) and day.isprintable()


def sha256_of(path: Path, cancelled: Callable[[], bool] = lambda: False) -> str:
    """The SHA-256 of a file in hexadecimal digits; of its beginning only if cancelled.

    Raises:
        PackageError: it cannot be read.
    """
    digest = hashlib.sha256()
    try:
        with open_regular(path) as file:
            while (block := file.read(_BLOCK)) and not cancelled():
                digest.update(block)
    except OSError as error:
        raise PackageError("“{path}” cannot be read: {reason}.", path=path, reason=reason(error)) from error
    return digest.hexdigest()

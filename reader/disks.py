"""Which disk a file is on, as far as can be known without asking that disk, which may not answer."""

import os
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from reader.late_dataclasses import dataclass

# Where Linux lists what is mounted; other systems have no such file.
_MOUNTS = Path("/proc/self/mounts")
# Where macOS mounts disks.
_VOLUMES = "/Volumes"
# Kinds of disks in this machine that have no device.
_HERE = frozenset({"btrfs", "devtmpfs", "overlay", "proc", "ramfs", "rootfs", "sysfs", "tmpfs", "zfs"})
# The most links that are followed.
_MOST_LINKS = 40


@dataclass(frozen=True, slots=True)
class Disks:
    """The disks as they were mounted at one time: where, and whether each may be on a network."""

    _mounted: Mapping[str, bool] = field(default_factory=dict)

    @classmethod
    def now(cls) -> "Disks":
        """As they are mounted now."""
        try:
            lines = _MOUNTS.read_bytes().splitlines()
        except OSError:
            return cls()
        return cls(dict(_mount(words) for words in map(bytes.split, lines) if len(words) > 2))

    def of(self, path: Path) -> str:
        """A name of the disk that an absolute path leads to; links are followed as long as they are in this machine."""
        if path.drive or not self._mounted:
            return _by_name(path)
        here, disk, waiting, links = "/", "/", [*reversed(path.parts[1:])], 0
        while waiting:
            place = os.path.join(here, waiting.pop())  # noqa: PTH118 -- there may be thousands
            if place in self._mounted:
                disk = here = place
                if self._mounted[place]:
                    return disk  # what is on it must not be asked for
            elif links < _MOST_LINKS and (target := _target(place)):
                links += 1
                waiting += [each for each in reversed(os.path.normpath(target).split("/")) if each]
                here = disk = "/"
            else:
                here = place
        return disk

    def may_hang(self, path: Path) -> bool:
        """Whether the disk of an absolute path may be on a network."""
        if path.drive or not self._mounted:
            return _by_name(path) != path.anchor or path.drive.startswith("\\\\")
        return self._mounted.get(self.of(path), False)


def _mount(words: list[bytes]) -> tuple[str, bool]:
    """Where a disk is mounted, and whether it may be on a network, from a line of the list."""
    device, place, kind = words[:3]
    name = os.fsdecode(place.decode("unicode_escape").encode("latin-1"))  # spaces and the like are in octal
    fuse = kind.startswith(b"fuse") and kind != b"fuseblk"
    return name, fuse or not (device.startswith(b"/dev/") or os.fsdecode(kind) in _HERE)


def _target(place: str) -> str:
    """The absolute path that a link leads to; "" if it is none, or is not there."""
    try:
        target = os.readlink(place)  # noqa: PTH115 -- as above
    except (OSError, ValueError):
        return ""
    return os.path.join(os.path.dirname(place), target)  # noqa: PTH118, PTH120


def _by_name(path: Path) -> str:
    """The disk by the path alone: its drive, or what macOS mounts it as."""
    if str(path).startswith(f"{_VOLUMES}/"):
        return str(Path(*path.parts[:3]))
    return path.drive or path.anchor

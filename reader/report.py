"""What a user can send to the makers of the program: nothing of the user's texts, and no name of a file or a folder."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from reader.late_dataclasses import dataclass
from reader.log import versions
from reader.settings import Settings, unusual

# Of the faults and of the log so much is told.
FAULTS = 5
LOG_LINES = 80


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the window is shown in.

    Attributes:
        qt: the version of Qt.
        platform: Qt's plugin for the screen, such as "wayland".
        desktop, session: as the system calls them, such as "GNOME" and "wayland"; "" where it does not.
        screens: width and height in device-independent pixels, and how many real ones these are each way.
        language: of the window, "en" or "nb".
    """

    qt: str
    platform: str
    desktop: str
    session: str
    screens: tuple[tuple[int, int, float], ...]
    language: str


@dataclass(frozen=True, slots=True)
class Report:
    """What is told. All of it is constants of the program, numbers, versions and types; the log sees to its own part.

    Attributes:
        surroundings: what the window is shown in.
        settings: of which those are told that are no text of the user's.
        faults: as `reader.log.described` tells of them, the newest last.
        libraries: versions by name.
        packages: the language packages, in a few words each; None if they are not known.
        broken: how many cannot be used.
        log: the end of the log.
    """

    surroundings: Surroundings
    settings: Settings
    faults: Sequence[str] = ()
    libraries: Mapping[str, str] = field(default_factory=dict)
    packages: Sequence[str] | None = None
    broken: int = 0
    log: str = ""

    def text(self) -> str:
        """All of it as plain text, in English."""
        parts = [versions(Qt=self.surroundings.qt, **self.libraries), "\n".join(self._state())]
        for title, words in (("Faults, newest last", "\n\n".join(self.faults[-FAULTS:])), ("Log", self._end_of_log())):
            if words:
                parts.append(f"{title}:\n{words}")
        return "\n\n".join(parts) + "\n"

    def _state(self) -> Iterator[str]:
        yield f"Window: {_listed(self._window())}"
        packages = "unknown" if self.packages is None else f"{_listed(self.packages)}; unusable: {self.broken}"
        yield f"Language packages: {packages}"
        yield f"Settings changed: {_listed(f'{name} = {value}' for name, value in unusual(self.settings).items())}"

    def _window(self) -> Iterator[str]:
        shown = self.surroundings
        yield f"Qt platform {shown.platform}"
        yield f"desktop {shown.desktop or 'unknown'}"
        yield f"session {shown.session or 'unknown'}"
        yield from (f"screen {width} × {height} at scale {scale:g}" for width, height, scale in shown.screens)
        yield f"language {shown.language}"
        yield f"{os.cpu_count()} processors"

    def _end_of_log(self) -> str:
        return "\n".join(self.log.splitlines()[-LOG_LINES:])


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words) or "none"

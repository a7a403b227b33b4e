"""What there is to know of the program: what it is made of, under which licences, and where it keeps things."""

import platform
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from reader.components import Component, fonts, libraries, program
from reader.errors import Message
from reader.late_dataclasses import dataclass
from reader.paths import LOGS_FOLDER
from reader.version import __version__


@dataclass(frozen=True, slots=True)
class Section:
    """Components of one kind, under a title, which can be translated."""

    title: Message
    components: tuple[Component, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What there is to know.

    Attributes:
        sections: what the program is made of, by kind; none is empty.
        folders: its own, by their names, which can be translated.
    """

    sections: tuple[Section, ...]
    folders: Mapping[Message, Path]

    def text(self, localised: Callable[[str], str] = str) -> str:
        """All of it as plain text; `localised` translates a `Message`."""
        lines = [f"Tospalt {__version__}", platform.platform()]
        for section in self.sections:
            lines += ["", localised(section.title), *(_line(each, localised) for each in section.components)]
        folders = (f"{localised(name)}: {folder}" for name, folder in self.folders.items())
        return "\n".join([*lines, "", *folders, ""])


def _line(component: Component, localised: Callable[[str], str]) -> str:
    """A component with its licence."""
    named = " ".join(filter(None, (component.name, component.version)))
    return f"  {named} – {localised(licence_name(component))}"


def licence_name(component: Component) -> str:
    """What its licence is called; where that is not stated it can be translated."""
    return component.licence or Message("licence not stated")


def about(packages: Sequence[Component], qt: str, own_folders: Mapping[Message, Path]) -> About:
    """Find out what there is to know.

    Args:
        packages: the language packages that are installed.
        qt: the version of Qt.
        own_folders: from `folders`.
    """
    sections = (
        Section(Message("Program"), (program(),)),
        Section(Message("Language packages"), tuple(packages)),
        Section(Message("Fonts"), fonts()),
        Section(Message("Software libraries"), libraries(qt)),
    )
    return About(tuple(each for each in sections if each.components), own_folders)


def folders(data: Path, config: Path) -> dict[Message, Path]:
    """The folders of the program's own, given that of its data and that of its settings."""
    return {
        Message("Data folder"): data,
        Message("Settings folder"): config,
        Message("Log folder"): data / LOGS_FOLDER,
    }

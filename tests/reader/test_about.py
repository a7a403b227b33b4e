"""What there is to know of the program, as text."""

from pathlib import Path

from reader.about import about, folders
from reader.components import Component
from reader.errors import Message
from reader.version import __version__

OWN = folders(Path("/d"), Path("/c"))
PACKAGE = Component("translate-nb_en", "1.9", "CC BY 4.0")


def test_the_text_has_everything_with_version_and_licence() -> None:
    text = about([PACKAGE, Component("translate-sv_da", "2", "")], "6.1.2", OWN).text()
    assert text.startswith(f"Tospalt {__version__}\n")
    for line in (
        f"  Tospalt {__version__} – MIT",
        "Language packages\n  translate-nb_en 1.9 – CC BY 4.0\n  translate-sv_da 2 – licence not stated",
        "  Source Serif 4 – SIL OFL 1.1",
        "  Qt 6.1.2 – LGPL-3.0-only",
        f"Data folder: {Path('/d')}\nSettings folder: {Path('/c')}\nLog folder: {Path('/d/logs')}",
    ):
        assert line in text, line


def test_a_section_with_nothing_in_it_is_left_out() -> None:
    assert "Language packages" not in about([], "6.1.2", OWN).text()


def test_every_title_can_be_translated() -> None:
    found = about([PACKAGE], "6.1.2", OWN)
    titles = [section.title for section in found.sections] + list(found.folders)
    text = found.text(lambda title: title.upper() if isinstance(title, Message) else title)
    assert all(title.upper() in text and title not in text for title in titles)

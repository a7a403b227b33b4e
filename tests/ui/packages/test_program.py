"""Language packages in the whole program: the single offer, and the effect of an installation on the open text."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reader.engine import try_out
from reader.packages import PackageManager, find_packages
from reader.parallel import State
from tests.archives import NB_EN, package_file
from tests.json_data import NASTY
from tests.server import Server
from tests.ui.documents import open_and_translate
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.packages.controller import OFFERS_FILE
from ui.packages.first_offer import FirstOffer
from ui.toolkit.jobs import Pool

NORWEGIAN = (
    "Dette er en tekst på norsk, og den er skrevet av en som bor i byen og ikke på landet. Den er litt lengre enn den "
    "måtte være, slik at ingen kan være i tvil om hvilket språk det er.\n"
)
ENGLISH = (
    "This is a text in English, and it was written by somebody who lives in the city. It is a little longer than it "
    "would have to be, so that nobody can doubt which language it is.\n"
)
FILE = "translate-nb_en-1_8.argosmodel"


@pytest.fixture
def norwegian(tmp_path: Path) -> Path:
    path = tmp_path / "norsk.txt"
    path.write_text(NORWEGIAN, "utf-8")
    return path


@pytest.fixture
def english(tmp_path: Path) -> Path:
    path = tmp_path / "english.txt"
    path.write_text(ENGLISH, "utf-8")
    return path


def button(program: Tospalt, text: str) -> QPushButton:
    return next(b for b in program.window.notices.findChildren(QPushButton) if b.text() == text)


def test_the_official_package_is_offered_once_quietly_with_its_size(
    folders: Folders, start: Callable[[], Tospalt], qtbot: QtBot, user_folder: Path, norwegian: Path, english: Path
) -> None:
    (folders.data / OFFERS_FILE).unlink()
    program = start()
    open_and_translate(qtbot, program, norwegian)
    qtbot.waitUntil(lambda: bool(program.window.notices.message), timeout=PATIENCE)
    assert program.window.notices.message == (
        "A better language package for Norwegian Bokmål to English is available (about 80 MB)."
    )
    assert button(program, "Download").isVisible()
    assert json.loads((folders.data / OFFERS_FILE).read_text()) == ["nb>en"]
    again = start()
    open_and_translate(qtbot, again, norwegian)
    assert again.window.notices.message == ""
    open_and_translate(qtbot, again, english)
    # No quality has been published for that package.
    said = "The official language package for English to Norwegian Bokmål is available (about 80 MB)."
    qtbot.waitUntil(lambda: again.window.notices.message == said, timeout=PATIENCE)


def test_nothing_is_offered_to_a_user_who_has_a_package_and_prefers_the_starter(
    folders: Folders, start: Callable[[], Tospalt], qtbot: QtBot, user_folder: Path, norwegian: Path, english: Path
) -> None:
    (folders.data / OFFERS_FILE).unlink()
    shutil.copytree(NB_EN, user_folder / "mine")
    starter = next(package for package in find_packages().usable if package.path == NB_EN)
    PackageManager(try_out).choose("nb", "en", starter)
    program = start()
    open_and_translate(qtbot, program, norwegian)
    open_and_translate(qtbot, program, english)
    qtbot.waitUntil(lambda: bool(program.window.notices.message), timeout=PATIENCE)
    assert json.loads((folders.data / OFFERS_FILE).read_text()) == ["en>nb"]


@pytest.mark.parametrize("damage", ["{", "5", "[5]"])
def test_a_damaged_memory_of_offers_only_means_that_it_is_offered_again(
    damage: str, folders: Folders, start: Callable[[], Tospalt], qtbot: QtBot, user_folder: Path, norwegian: Path
) -> None:
    (folders.data / OFFERS_FILE).write_text(damage)
    program = start()
    open_and_translate(qtbot, program, norwegian)
    qtbot.waitUntil(lambda: "about 80 MB" in program.window.notices.message, timeout=PATIENCE)


def test_the_menu_opens_the_package_manager_and_it_stays_one_window(
    program: Tospalt, qtbot: QtBot, user_folder: Path
) -> None:
    with qtbot.waitSignal(program.packages.store.changed, timeout=PATIENCE):
        program.window.actions_["packages"].trigger()
    dialog = program.packages.open()
    assert dialog is program.packages.open()
    assert dialog.isVisible()
    program.window.actions_["theme_dark"].trigger()
    assert dialog.list.delegate.theme.name == "dark"


def test_a_package_file_dropped_on_the_window_is_installed_and_the_text_can_be_translated_again(
    program: Tospalt, qtbot: QtBot, user_folder: Path, tmp_path: Path, norwegian: Path
) -> None:
    open_and_translate(qtbot, program, norwegian)
    with qtbot.waitSignal(program.packages.store.installed, timeout=PATIENCE):
        program.window.open_files([tmp_path / "none.argosmodel", package_file(tmp_path / FILE)])
    assert program.window.notices.message == "This document can now be translated with the new language package."
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        button(program, "Translate again").click()
    qtbot.waitUntil(lambda: not program.translation.translating, timeout=PATIENCE)
    text = program.document.text
    assert text is not None
    assert [package.version for package in text.packages] == ["1.8"]
    assert {row.state for row in text.rows} <= {State.DONE, State.SAME}


def test_what_fails_while_the_package_manager_is_closed_is_told_in_the_window(
    program: Tospalt, server: Server, qtbot: QtBot, user_folder: Path, tmp_path: Path
) -> None:
    with qtbot.waitSignal(program.packages.store.failed, timeout=PATIENCE):
        program.packages.store.import_files([tmp_path / "no such file.argosmodel"])
    assert "cannot be read: no such file or folder" in program.window.notices.message


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:12]))
def test_whatever_is_in_the_file_of_offers_what_was_seen_is_remembered(text: str, tmp_path: Path, qapp: object) -> None:
    file, pool = tmp_path / OFFERS_FILE, Pool("none", 1)
    for content in (text, f'["nb>en", {text}]'):
        file.write_text(content)
        FirstOffer(file, PackageManager(try_out), pool).remember()
        assert ">" in json.loads(file.read_text())
    pool.close()

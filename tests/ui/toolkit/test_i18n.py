"""The window in Norwegian: its own text, that of the core, and that of Qt's dialogs."""

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from reader.errors import DocumentError, Message, NoPackageError, OutputError, reason
from reader.formats import Choices, read_document
from reader.memory.database import Problem
from reader.packages import Packages
from reader.packages.addresses import OFFICIAL
from reader.packages.index import load_index
from reader.settings import Settings
from reader.settings_file import SettingsFile
from reader.text import Document
from tests.source_tree import ROOT
from tests.ui.documents import DOCUMENTS, open_and_translate
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.packages.model import PackageModel
from ui.packages.store import Snapshot
from ui.toolkit.i18n import InterfaceLanguage, interface_language, language_in_text, language_title, localised, said


@pytest.mark.usefixtures("norwegian")
@pytest.mark.parametrize(
    ("message", "words"),
    [
        (Message("“{path}” is empty.", path="{a}.txt"), "«{a}.txt» er tom."),
        (Message("There is no text to read."), "Det er ingen tekst å lese."),
        (Message("The model is missing.").clause(), "Modellen mangler"),
        (Message("metadata.json does not name its languages.").clause(), "metadata.json oppgir ikke språkene"),
        (Message("What nobody has translated: {a}", a=1), "What nobody has translated: 1"),
        (
            Problem.RESTORED.message(None, "", 1),
            "En av redigeringene dine manglet i oversettelsesminnet. Den er gjenopprettet.",
        ),
        (
            Problem.RESTORED.message(None, "", 1234),
            "1\N{NO-BREAK SPACE}234 av redigeringene dine manglet i oversettelsesminnet. De er gjenopprettet.",
        ),
        ("plain {text}", "plain {text}"),
        (Message(""), ""),
    ],
)
def test_a_message_is_said_in_the_language_of_the_window(message: str, words: str) -> None:
    assert localised(message) == words


@pytest.mark.usefixtures("norwegian")
def test_an_error_is_said_with_all_its_parts_translated() -> None:
    refused = OutputError(
        "“{path}” cannot be written: {reason}.", path="a.pdf", reason=reason(PermissionError(13, "x"))
    )
    assert said(refused) == "«a.pdf» kan ikke skrives: du har ikke tilgang."
    broken = NoPackageError(
        "sv",
        "en",
        "No language package for {source} to {target} is installed ({package}: {reason}).",
        source=Message("Swedish"),
        target=Message("English"),
        package="translate-sv_en",
        reason=Message("The model is missing.").clause(),
    )
    expected = "Ingen språkpakke fra svensk til engelsk er installert (translate-sv_en: Modellen mangler)."
    assert said(broken) == expected
    assert str(DocumentError("“{path}” is empty.", path="a")) == "“a” is empty."


@pytest.mark.usefixtures("norwegian")
def test_languages_have_their_norwegian_names() -> None:
    assert (language_in_text("nb"), language_title("nb")) == ("norsk bokmål", "Norsk bokmål")
    assert language_title("xx") == "Xx"


@pytest.mark.usefixtures("norwegian")
def test_the_packages_stand_in_the_order_of_their_norwegian_names(tmp_path: Path) -> None:
    model = PackageModel()
    model.show(Snapshot(Packages(()), load_index(tmp_path / "none", OFFICIAL)))
    titles = [row.title for row in model.rows()][1:]
    assert titles[:2] == ["Engelsk → norsk bokmål", "Norsk bokmål → engelsk"]
    to_english = [title for title in titles[2:] if title.endswith(" → engelsk")]
    assert to_english[:3] == ["Albansk → engelsk", "Arabisk → engelsk", "Aserbajdsjansk → engelsk"]
    between = [title for title in titles[2:] if "ngelsk" in title]
    assert len(between) > 50 and between == sorted(between, key=str.casefold)


@pytest.mark.usefixtures("norwegian")
def test_numbers_are_written_as_in_norway_and_qts_own_buttons_speak_norwegian(qtbot: QtBot) -> None:
    assert QLocale().toString(12345) == "12\N{NO-BREAK SPACE}345"
    assert QLocale().toString(1.5) == "1,5"
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(buttons)
    assert sorted(button.text().replace("&", "") for button in buttons.buttons()) == ["Avbryt", "Lukk"]
    assert QCoreApplication.translate("QFileDialog", "Save As") == "Lagre som"


ENGLISH = ["0 documents", "1 document", "2 documents", "21 documents", "1,000 documents"]
NORWEGIAN = ["0 dokumenter", "1 dokument", "2 dokumenter", "21 dokumenter", "1\N{NO-BREAK SPACE}000 dokumenter"]


@pytest.mark.parametrize(("code", "expected"), [("en", ENGLISH), ("nb", NORWEGIAN)])
def test_what_is_counted_agrees_with_its_number_and_the_digits_are_grouped(
    code: str, expected: list[str], qapp: QCoreApplication
) -> None:
    language = InterfaceLanguage()
    language.use(code)
    texts = [
        QCoreApplication.translate("Batch", "{done} of %Ln document(s) exported.", None, number)
        for number in (0, 1, 2, 21, 1000)
    ]
    language.use("en")
    for text, words in zip(texts, expected, strict=True):
        assert words in text


@pytest.mark.parametrize(("setting", "code"), [("nb", "nb"), ("en", "en"), ("", "en")])
def test_the_setting_decides_before_the_system(setting: str, code: str) -> None:
    assert interface_language(setting) == code


@pytest.mark.parametrize(
    ("language", "code"), [("nb_NO", "nb"), ("nn_NO", "nb"), ("en_GB", "en"), ("de_DE:nb_NO", "nb"), ("fr_FR", "en")]
)
def test_without_a_setting_the_window_follows_the_system(language: str, code: str) -> None:
    script = "from ui.toolkit.i18n import interface_language; print(interface_language(''))"
    environment = {**os.environ, "LANGUAGE": language, "LC_ALL": "", "LANG": "C.UTF-8", "LC_MESSAGES": language[:5]}
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert run.stdout.strip() == code


def test_the_whole_window_speaks_norwegian(start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot) -> None:
    SettingsFile(folders.config / "settings.json").save(Settings(interface_language="nb"))
    window = start().window
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == ["&Fil", "&Rediger", "&Vis", "&Oversettelse", "&Hjelp"]
    assert window.page.heading == "Velg et dokument å lese"
    assert window.actions_["open"].toolTip() == "Åpne (Ctrl+O)"
    assert window.actions_["next_theme"].shortcut().toString() == "Ctrl+Shift+D"


def test_the_language_changes_at_once_and_the_reader_stays_where_they_are(
    program: Tospalt, qtbot: QtBot, folders: Folders
) -> None:
    open_and_translate(qtbot, program, DOCUMENTS[1])
    old = program.window
    old.reading_view.go_to(7)
    old.reading_view.verticalScrollBar().setValue(old.reading_view.verticalScrollBar().value() + 11)
    qtbot.waitUntil(lambda: old.reading_view.settled, timeout=PATIENCE)
    (top, share), size = old.reading_view.position(), old.size()
    program.window.appearance.open_settings()
    program.preferences.change(interface_language="nb")
    qtbot.waitUntil(lambda: program.window is not old, timeout=PATIENCE)
    view = program.window.reading_view
    qtbot.waitUntil(lambda: view.settled, timeout=PATIENCE)
    assert view.position()[0] == top
    assert view.position()[1] == pytest.approx(share, abs=0.02)
    assert top > 0
    assert program.window.size() == size
    assert program.window.status.caption == "15 avsnitt er oversatt"
    assert program.window.windowTitle().startswith("Putin: I discussed")
    assert program.window.settings.interface_language == "nb"
    assert program.window.appearance._dialog is not None
    assert program.window.appearance._dialog.windowTitle() == "Innstillinger"
    assert view.isVisible()
    qtbot.waitUntil(lambda: not isValid(old), timeout=PATIENCE)
    program.preferences.change(interface_language="en")
    qtbot.waitUntil(lambda: program.window.status.caption == "15 paragraphs translated", timeout=PATIENCE)


def test_a_lasting_notice_of_the_program_is_in_the_new_language(program: Tospalt, qtbot: QtBot) -> None:
    program.problems.report_fault("RuntimeError at x.py:1")
    program.preferences.change(interface_language="nb")
    qtbot.waitUntil(lambda: program.window.notices.message.startswith("Noe gikk galt i Tospalt."), timeout=PATIENCE)
    assert len(program.window.notices._waiting) == 1


def speaks(program: Tospalt, code: str) -> bool:
    return program._language.code == code


def test_lasting_notices_of_edits_and_files_are_in_the_new_language(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot
) -> None:
    folders.config.mkdir(exist_ok=True)
    (folders.config / "settings.json").write_text("{")
    program, used = start(), list[bool]()
    program.edits.differed.emit(
        partial(program.edits._yours_kept, "Hei.", "Hello."), lambda: used.append(True), None, "Hei."
    )
    program.edits.write_status.emit(lambda: program.edits._not_yet(1), True)
    for _ in range(2):  # from window to window
        for code in ("nb", "en"):
            program.preferences.change(interface_language=code)
            qtbot.waitUntil(partial(speaks, program, code), timeout=PATIENCE)
        program.preferences.change(interface_language="nb")
        qtbot.waitUntil(partial(speaks, program, "nb"), timeout=PATIENCE)
    told = [notice.message.partition(" ")[0] for notice in program.window.notices._waiting]
    assert told == ["Innstillingene", "«Hei.»", "Redigeringen"]
    [button] = [each for each in program.window.notices._waiting if each.actions]
    assert button.actions[0][0] == "Bruk den andre redigeringen"
    button.actions[0][1]()
    assert used


def test_a_document_that_cannot_be_read_is_explained_in_the_new_language(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "borte.txt"
    with qtbot.waitSignal(program.document.unreadable, timeout=PATIENCE):
        program.window.open_files([path])
    program.preferences.change(interface_language="nb")
    expected = f"«{path}» finnes ikke.\nFinn ut hvor filen er, og prøv igjen."
    qtbot.waitUntil(lambda: program.window.page.hint == expected, timeout=PATIENCE)
    assert program.window.windowTitle() == "borte – Tospalt"


def test_a_document_that_is_still_being_read_is_named_in_the_title_of_the_new_window(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, free, old = tmp_path / "sen.txt", Event(), program.window
    path.write_text("Katten er ute.", "utf-8")

    def read(path: Path, choices: Choices, **_: object) -> Document:
        free.wait()
        return read_document(path, choices)

    monkeypatch.setattr("ui.session.open_document.read_document", read)
    try:
        old.open_files([path])
        program.preferences.change(interface_language="nb")
        qtbot.waitUntil(lambda: program.window is not old, timeout=PATIENCE)
        assert program.document.text is None and program.window.windowTitle() == "sen – Tospalt"
    finally:
        free.set()
    qtbot.waitUntil(lambda: program.document.text is not None, timeout=PATIENCE)


def test_the_language_ends_with_the_program(qapp: QCoreApplication, folders: Folders) -> None:
    SettingsFile(folders.config / "settings.json").save(Settings(interface_language="nb"))
    program = Tospalt(folders)
    assert language_in_text("en") == "engelsk"
    program.close()
    program.window.deleteLater()
    assert language_in_text("en") == "English"

"""The package manager's window, with mouse and keyboard and a real server."""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from threading import Event
from unittest.mock import ANY

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.engine import try_out
from reader.packages import Offer, PackageManager, Received, find_packages
from reader.packages.addresses import Addresses
from reader.packages.request import Patience
from tests.archives import EN_NB, NB_EN, SIZE, package_bytes, package_file
from tests.server import Page, Server
from tests.ui.patience import PATIENCE
from ui.packages.dialog import PackagesDialog
from ui.packages.model import PackageModel, RowKind
from ui.packages.store import PackageStore
from ui.toolkit.jobs import Pool
from ui.toolkit.question import Question
from ui.toolkit.theme import load_theme

FILE = "translate-nb_en-1_8.argosmodel"
GOOD = package_bytes()


@pytest.fixture
def store(server: Server, user_folder: Path) -> Iterator[PackageStore]:
    entries = [
        {"from_code": source, "to_code": "en", "package_version": "1.8", "links": [f"{server.address}/{name}"]}
        for source, name in (("nb", FILE), ("de", "gone.argosmodel"))
    ]
    server.pages["/index.json"] = Page(json.dumps(entries).encode())
    patience = Patience(connect_s=60, read_s=60, attempts=1, first_wait_s=0.01)
    manager = PackageManager(try_out, addresses=Addresses((server.address + "/index.json",)), patience=patience)
    manager.refresh(lambda: False)
    server.asked.clear()
    pools = Pool("packages", 1), Pool("files", 1)
    store = PackageStore(manager, *pools)
    yield store
    store.cancel()
    for pool in pools:
        pool.close()


@pytest.fixture
def dialog(store: PackageStore, qtbot: QtBot) -> PackagesDialog:
    dialog = PackagesDialog(store, load_theme("light"))
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(store.changed, timeout=PATIENCE):
        dialog.show()
    return dialog


def titles(model: PackageModel) -> list[str]:
    return [row.title for row in model.rows()]


def mark(dialog: PackagesDialog, kind: RowKind, words: str = "") -> None:
    rows = dialog.model.rows()
    place = next(i for i, row in enumerate(rows) if row.kind is kind and words in f"{row.title} {row.detail}")
    dialog.list.setCurrentIndex(dialog.model.index(place))


def button(dialog: PackagesDialog, text: str) -> QPushButton:
    return next(b for b in dialog.notices.findChildren(QPushButton) if b.text() == text)


def cancel_button(dialog: PackagesDialog) -> QPushButton:
    [button] = dialog.progress.findChildren(QPushButton)
    return button


def loaded(qtbot: QtBot, store: PackageStore, do: Callable[[], object]) -> None:
    """Do something and wait until the list shows the result."""
    with qtbot.waitSignal(store.changed, timeout=PATIENCE):
        do()


def test_what_is_installed_stands_above_what_can_be_had_and_nobody_is_asked(
    dialog: PackagesDialog, server: Server, qtmodeltester: ModelTester
) -> None:
    assert titles(dialog.model) == [
        "Installed",
        "English → Norwegian Bokmål",
        "Norwegian Bokmål → English",
        "Available",
        "Norwegian Bokmål → English",
        "German → English",
    ]
    assert not server.asked
    qtmodeltester.check(dialog.model)


def test_a_package_is_installed_by_one_click_with_progress_and_then_serves(
    dialog: PackagesDialog, store: PackageStore, server: Server, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.packages.download._TELL_S", -1)
    server.pages["/" + FILE] = Page(GOOD)
    mark(dialog, RowKind.OFFER, "Norwegian")
    captions: list[str] = []
    store.progressed.connect(lambda _: captions.append(dialog.progress.caption))
    with qtbot.waitSignal(store.installed, timeout=PATIENCE):
        dialog.install_button.click()
        assert dialog.progress.isVisible()
        assert not dialog.install_button.isEnabled()
    with qtbot.waitSignal(store.changed, timeout=PATIENCE):
        pass
    assert any("MB/s" in caption and "s left" in caption for caption in captions)
    assert "Testing the package…" in captions
    assert not dialog.progress.isVisible()
    assert dialog.notices.message == "The package translate-nb_en 1.8 is installed and works."
    assert find_packages().choose("nb", "en").version == "1.8"
    mark(dialog, RowKind.INSTALLED, "1.8")
    assert dialog.model.rows()[dialog.list.currentIndex().row()].detail.startswith(
        f"In use · Package 1.8 · {SIZE / 1e6:.0f} MB"
    )
    assert "Norwegian Bokmål → English" not in titles(dialog.model)[titles(dialog.model).index("Available") :]


@pytest.fixture
def downloading(
    dialog: PackagesDialog, store: PackageStore, server: Server, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Sequence[Event]:
    """A partly downloaded package; setting the first event sends more of it, the second one the rest."""
    monkeypatch.setattr("reader.packages.download._TELL_S", -1)
    holds = server.holds(2)
    server.pages["/" + FILE] = Page(GOOD, pace=1_000_000, holds=holds)
    mark(dialog, RowKind.OFFER, "Norwegian")
    with qtbot.waitSignal(store.progressed, timeout=PATIENCE):
        dialog.install_button.click()
    return holds


def installed_after_all(store: PackageStore, server: Server, qtbot: QtBot) -> bool:
    """Whether a cancelled download is installed all the same, though the server sends the rest."""
    server.release()
    with qtbot.waitSignal(store.ended, timeout=PATIENCE):
        store.refresh()  # runs after all other work of the single thread
    return any(not package.starter for package in find_packages().usable)


def test_a_download_can_be_cancelled(
    dialog: PackagesDialog,
    store: PackageStore,
    server: Server,
    qtbot: QtBot,
    user_folder: Path,
    downloading: Sequence[Event],
) -> None:
    loaded(qtbot, store, cancel_button(dialog).click)
    assert not dialog.progress.isVisible()
    assert dialog.install_button.isEnabled()
    assert not installed_after_all(store, server, qtbot)
    assert list(user_folder.iterdir()) == []


def test_a_failure_is_told_and_can_be_tried_again(
    dialog: PackagesDialog, store: PackageStore, server: Server, qtbot: QtBot
) -> None:
    server.pages["/" + FILE] = Page(status=503)
    mark(dialog, RowKind.OFFER, "Norwegian")
    with qtbot.waitSignal(store.failed, timeout=PATIENCE):
        dialog.install_button.click()
    assert "cannot respond right now (status 503)" in dialog.notices.message
    server.pages["/" + FILE] = Page(GOOD)
    with qtbot.waitSignal(store.installed, timeout=PATIENCE):
        button(dialog, "Try again").click()


def test_an_offer_whose_file_is_gone_advises_to_refresh(
    dialog: PackagesDialog, store: PackageStore, qtbot: QtBot
) -> None:
    mark(dialog, RowKind.OFFER, "German")
    with qtbot.waitSignal(store.failed, timeout=PATIENCE):
        dialog.install_button.click()
    assert "Refresh the package list" in dialog.notices.message


def test_the_list_can_be_refreshed_and_without_network_the_old_one_stays(
    dialog: PackagesDialog, store: PackageStore, server: Server, qtbot: QtBot
) -> None:
    server.pages["/index.json"].body = json.dumps(
        [{"from_code": "fr", "to_code": "en", "package_version": "1.0", "links": []}]
    ).encode()
    loaded(qtbot, store, dialog.refresh_button.click)
    qtbot.waitUntil(lambda: "French → English" in titles(dialog.model), timeout=PATIENCE)
    server.pages.clear()
    with qtbot.waitSignal(store.failed, timeout=PATIENCE):
        dialog.refresh_button.click()
    assert "no longer has this file" in dialog.notices.message
    assert "French → English" in titles(dialog.model)


def test_searching_leaves_what_fits_and_says_so_when_nothing_does(dialog: PackagesDialog) -> None:
    dialog.search.setText("germ")
    assert titles(dialog.model) == ["Available", "German → English"]
    dialog.search.setText("klingon")
    assert titles(dialog.model) == []
    assert not dialog.list.isVisible()
    dialog.search.clear()
    assert dialog.list.isVisible()


def drop(dialog: PackagesDialog, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    none = Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))


def test_all_files_that_are_dropped_are_imported_and_the_one_that_is_none_is_told(
    dialog: PackagesDialog, store: PackageStore, qtbot: QtBot, tmp_path: Path
) -> None:
    broken, other = tmp_path / "broken.argosmodel", tmp_path / "en_nb.argosmodel"
    broken.write_bytes(b"PK")
    with qtbot.waitSignal(store.failed, timeout=PATIENCE):
        drop(dialog, broken, package_file(tmp_path / FILE), package_file(other, source=EN_NB))
    assert "“broken.argosmodel” is damaged" in dialog.notices.message
    packages = find_packages()
    assert [packages.choose(*pair).version for pair in (("nb", "en"), ("en", "nb"))] == ["1.8", "1.8"]
    broken.write_bytes(package_bytes("1.7"))
    with qtbot.waitSignal(store.installed, timeout=PATIENCE) as installed:  # only that one is tried again
        button(dialog, "Try again").click()
    assert installed.args and installed.args[0].package.version == "1.7"


def test_a_file_that_is_dropped_while_another_is_installed_is_not_lost_without_a_word(
    dialog: PackagesDialog, store: PackageStore, qtbot: QtBot, tmp_path: Path, downloading: Sequence[Event]
) -> None:
    drop(dialog, package_file(tmp_path / "en_nb.argosmodel", source=EN_NB))
    assert dialog.notices.message == "Another package is being installed. Try again when it is finished."
    again = button(dialog, "Try again")
    store.cancel()
    with qtbot.waitSignal(store.installed, timeout=PATIENCE):
        again.click()
    assert find_packages().choose("en", "nb").version == "1.8"


def test_a_file_that_changed_since_it_was_first_seen_needs_a_second_word(
    dialog: PackagesDialog, store: PackageStore, server: Server, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(store.installed, timeout=PATIENCE):
        store.import_files([package_file(tmp_path / FILE)])
    qtbot.waitUntil(lambda: not store.busy, timeout=PATIENCE)
    with qtbot.waitSignal(store.failed, timeout=PATIENCE):
        store.import_files([package_file(tmp_path / FILE, changed={"README.md": b"Another one."})])
    assert "is not the one that was installed on" in dialog.notices.message
    with qtbot.waitSignal(store.installed, timeout=PATIENCE):
        button(dialog, "Install anyway").click()
    qtbot.waitUntil(lambda: not store.busy, timeout=PATIENCE)
    # The server has the first file again: it too must be confirmed, and is then installed.
    server.pages["/" + FILE] = Page(GOOD)
    offer = Offer("nb", "en", "Norwegian Bokmål", "English", "1.8", (f"{server.address}/{FILE}",))
    with qtbot.waitSignal(store.failed, timeout=PATIENCE):
        store.install(offer)
    with qtbot.waitSignal(store.installed, timeout=PATIENCE) as installed:
        button(dialog, "Install anyway").click()
    assert installed.args and installed.args[0].sha256 == sha256(GOOD).hexdigest()


def test_the_user_chooses_which_package_serves(
    store: PackageStore, qtbot: QtBot, user_folder: Path, dialog: PackagesDialog
) -> None:
    shutil.copytree(NB_EN, user_folder / "mine")
    loaded(qtbot, store, store.load)
    mark(dialog, RowKind.INSTALLED, "Norwegian Bokmål → English Starter")
    assert dialog.use_button.text() == "Use &this one"
    loaded(qtbot, store, dialog.use_button.click)
    assert find_packages().choose("nb", "en").starter
    assert dialog.use_button.text() == "Let Tospalt c&hoose"
    loaded(qtbot, store, dialog.use_button.click)
    assert not find_packages().choose("nb", "en").starter
    mark(dialog, RowKind.INSTALLED, "English → Norwegian")
    assert not dialog.use_button.isEnabled()  # the only package for its direction


@pytest.mark.parametrize("folder", ["mine", "stray"])
def test_a_package_of_ones_own_and_a_stray_folder_are_removed_when_confirmed(
    folder: str, store: PackageStore, dialog: PackagesDialog, qtbot: QtBot, user_folder: Path
) -> None:
    shutil.copytree(NB_EN, user_folder / "mine")
    (user_folder / "stray").mkdir()
    loaded(qtbot, store, store.load)
    mark(dialog, RowKind.INSTALLED, "Starter")
    assert not dialog.remove_button.isEnabled()
    if folder == "mine":
        mark(dialog, RowKind.INSTALLED, "In use · Package")
    else:
        mark(dialog, RowKind.BROKEN)
    dialog.list.setFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Delete) if dialog.list.hasFocus() else dialog.remove_button.click()
    [box] = dialog.findChildren(Question)
    assert (user_folder / folder).exists()
    delete = next(button for button in box.buttons() if button.text() == "&Delete")
    loaded(qtbot, store, delete.click)
    assert not (user_folder / folder).exists()


def test_everything_can_be_reached_by_the_tab_key_and_has_a_name(dialog: PackagesDialog) -> None:
    widget = dialog.search.nextInFocusChain()
    seen: list[QWidget] = [dialog.search]
    while widget is not None and widget is not dialog.search:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            seen.append(widget)
        widget = widget.nextInFocusChain()
    for needed in (dialog.search, dialog.list, dialog.import_button, dialog.refresh_button):
        assert needed in seen
    for each in seen:
        interface = QAccessible.queryAccessibleInterface(each)
        assert interface.text(QAccessible.Text.Name), each


def test_escape_closes_the_window_but_first_empties_the_search(dialog: PackagesDialog, qtbot: QtBot) -> None:
    dialog.activateWindow()
    dialog.search.setFocus()
    dialog.search.setText("x")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.search.text() == ""
    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_window_that_is_made_during_a_download_shows_its_progress_and_can_cancel_it(
    dialog: PackagesDialog, store: PackageStore, server: Server, qtbot: QtBot, downloading: Sequence[Event]
) -> None:
    other = PackagesDialog(store, load_theme("light"))
    qtbot.addWidget(other)
    loaded(qtbot, store, other.show)
    assert other.progress.isVisible()
    assert other.model.rows()
    with qtbot.waitSignal(
        store.progressed, timeout=PATIENCE, check_params_cb=lambda event: event == Received(2_000_000, len(GOOD), ANY)
    ):
        downloading[0].set()
    assert other.progress.caption.startswith(f"Downloading: 2.0 of {len(GOOD) / 1e6:.1f} MB")
    cancel_button(other).click()
    assert not (other.progress.isVisible() or dialog.progress.isVisible())
    assert not installed_after_all(store, server, qtbot)


def test_an_installation_that_is_asked_for_during_another_is_not_lost_without_a_word(
    dialog: PackagesDialog, store: PackageStore, qtbot: QtBot, downloading: Sequence[Event]
) -> None:
    row = next(row for row in dialog.model.rows() if row.offer is not None)
    assert row.offer is not None
    with qtbot.waitSignal(store.failed, timeout=PATIENCE) as failed:
        store.install(row.offer)
    assert str(failed.args[0]).startswith("Another package is ") or "already" in str(failed.args[0])


def test_nothing_that_is_asked_for_during_an_installation_is_lost_without_a_word(
    dialog: PackagesDialog, store: PackageStore, qtbot: QtBot, user_folder: Path, downloading: Sequence[Event]
) -> None:
    shutil.copytree(NB_EN, user_folder / "mine")
    store.remove(user_folder / "mine")
    assert dialog.notices.message == "Another package is being installed. Try again when it is finished."
    again = button(dialog, "Try again")
    loaded(qtbot, store, store.cancel)
    loaded(qtbot, store, again.click)
    assert not (user_folder / "mine").exists()


def test_a_changed_file_can_be_installed_all_the_same_when_the_first_try_failed(
    dialog: PackagesDialog, store: PackageStore, server: Server, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(store.installed, timeout=PATIENCE):
        store.import_files([package_file(tmp_path / FILE, changed={"README.md": b"Another one."})])
    qtbot.waitUntil(lambda: not store.busy, timeout=PATIENCE)
    server.pages["/" + FILE] = Page(status=503)
    offer = Offer("nb", "en", "Norwegian Bokmål", "English", "1.8", (f"{server.address}/{FILE}",))
    with qtbot.waitSignal(store.failed, timeout=PATIENCE):
        store.install(offer)
    server.pages["/" + FILE] = Page(GOOD)
    with qtbot.waitSignal(store.failed, timeout=PATIENCE):
        button(dialog, "Try again").click()
    with qtbot.waitSignal(store.installed, timeout=PATIENCE):
        button(dialog, "Install anyway").click()


def test_a_package_of_ones_own_can_be_installed_again_but_not_by_a_double_click(
    dialog: PackagesDialog, store: PackageStore, server: Server, qtbot: QtBot, user_folder: Path
) -> None:
    server.pages["/" + FILE] = Page(GOOD)
    mark(dialog, RowKind.OFFER, "Norwegian")
    with qtbot.waitSignals([store.installed, store.changed], timeout=PATIENCE):
        dialog.install_button.click()
    mark(dialog, RowKind.INSTALLED, "1.8")
    assert dialog.install_button.text() == "Install a&gain"
    dialog.list.activated.emit(dialog.list.currentIndex())
    assert not store.busy
    next(user_folder.glob("translate-nb_en-1_8/model/shared_vocabulary.json")).unlink()
    with qtbot.waitSignals([store.installed, store.changed], timeout=PATIENCE):
        dialog.install_button.click()
    assert next(user_folder.glob("translate-nb_en-1_8*/model/shared_vocabulary.json")).exists()


def test_searching_by_code_finds_what_is_installed_too(dialog: PackagesDialog, store: PackageStore) -> None:
    dialog.search.setText("nb en")
    assert titles(dialog.model)[:2] == ["Installed", "English → Norwegian Bokmål"]

"""The states of the window and its dialogs in which rules about all of them are tried."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from reader.library import Entry
from reader.parallel import Row, RowTranslated, State as RowState, user_edit
from tests.ui.compare.checklist import with_findings
from tests.ui.documents import open_and_translate
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.export.batch_dialog import BatchDialog
from ui.export.dialog import ExportDialog
from ui.export.writing_dialog import WritingDialog
from ui.library.folders import Looking
from ui.memory.export_dialog import MemoryExportDialog
from ui.memory.import_dialog import ImportDialog
from ui.memory.work_dialog import WorkDialog
from ui.packages.dialog import PackagesDialog
from ui.session.progress import Progress
from ui.toolkit.file_dialog import FileDialog
from ui.toolkit.question import Question, ask
from ui.window.about_dialog import AboutDialog
from ui.window.password_dialog import PasswordDialog
from ui.window.text_dialog import TextDialog
from ui.window.watched_folders import WatchedFoldersDialog

State = Callable[[Tospalt, QtBot, Path], QWidget]


def dialog_of(program: Tospalt, command: str, kind: type[QDialog] = QDialog) -> QDialog:
    """The dialog that a command opens."""
    program.window.actions_[command].trigger()
    return [each for each in program.window.findChildren(kind) if each.isVisible()][-1]


def nothing_open(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    return program.window


def reading(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    path = folder / "fjord.md"
    path.write_text("# Fjorden\n\nBåten la til kai. Det regnet.\n\n## Natten\n\nAlle sov.\n", "utf-8")
    open_and_translate(qtbot, program, path)
    return program.window


def with_outline(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    window = reading(program, qtbot, folder)
    program.window.actions_["outline"].trigger()
    return window


def finding(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    window = reading(program, qtbot, folder)
    program.window.actions_["find"].trigger()
    program.window.navigation.parts.find.field.setText("kai")
    return window


def finding_nothing(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    window = finding(program, qtbot, folder)
    program.window.navigation.parts.find.field.setText("finnesikke")
    qtbot.waitUntil(lambda: program.window.navigation.parts.find.count.text() == "Not found", timeout=PATIENCE)
    return window


def of_tables(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    path = folder / "tabell.md"
    path.write_text(
        "# Rapport\n\n| Nr. | Funn |\n|---|---|\n| 1 | Båten la til kai. |\n| 2 | |\n\n```\nx = 1\n```\n", "utf-8"
    )
    open_and_translate(qtbot, program, path)
    return program.window


def one_above_the_other(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    window = of_tables(program, qtbot, folder)
    for command in ("view_stacked", "blur_translation"):
        program.window.actions_[command].trigger()
    return window


def original_alone(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    window = finding(program, qtbot, folder)
    program.window.actions_["view_original"].trigger()
    return window


def in_the_smallest_window(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    window = with_outline(program, qtbot, folder)
    program.window.resize(program.window.minimumSize())
    program.window.notices.say("\n".join(map(str, range(400))), "Try", bool, second=("Other", bool), lasting=True)
    program.window.actions_["find"].trigger()
    return window


def with_empty_checklist(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    window = reading(program, qtbot, folder)
    program.window.actions_["checklist"].trigger()
    return window


def with_back_translation(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    window = with_checklist(program, qtbot, folder)
    current = program.window.checking.panel.current
    qtbot.waitUntil(lambda: bool(current.shown.back.words or current.shown.back.problem), timeout=PATIENCE)
    return window


def with_checklist(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    with_findings(program, qtbot, folder)
    program.window.actions_["checklist"].trigger()
    program.window.actions_["next_listed"].trigger()
    return program.window


def without_package(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    path = folder / "svenska.txt"
    path.write_text("Jag vet inte vad jag ska göra, men det finns inget att göra åt det nu för oss.\n" * 3, "utf-8")
    with qtbot.waitSignal(program.translation.stopped, timeout=PATIENCE):
        program.window.open_files([path])
    status = program.window.status
    qtbot.waitUntil(lambda: status._caption.shown == status.caption, timeout=PATIENCE)  # the buttons are gone
    status._caption.repaint()  # whole, it is no stop of the Tab key; that is known once it is drawn
    return program.window


def opening(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    program.window._pages.opening(Entry(folder / "treg.docx"))
    return program.window


def some_failed(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    window = reading(program, qtbot, folder)
    program.window.progress._show(Progress(9, 9, 3, 0.0, running=False))
    return window


def going_to(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    window = reading(program, qtbot, folder)
    program.window.actions_["go_to"].trigger()
    return window


def editing(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    window = reading(program, qtbot, folder)
    program.window.actions_["edit"].trigger()
    program.window.editing.bar.revert_button.show()
    return window


def with_notices(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    window = reading(program, qtbot, folder)
    for number in range(2000):
        program.window.notices.say(f"{number}", "Try", lambda: None, second=("Other", lambda: None), lasting=True)
    return window


def unreadable(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    with qtbot.waitSignal(program.document.unreadable, timeout=PATIENCE):
        program.window.open_files([folder / "borte.txt"])
    return program.window


def packages(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    dialog = dialog_of(program, "packages", PackagesDialog)
    assert isinstance(dialog, PackagesDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0, timeout=PATIENCE)
    return dialog


def asking_for_a_password(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    dialog = PasswordDialog("fjord", bool, program.window)
    dialog.open()
    dialog.field.setText("hemmelig")
    dialog.refuse("The password is wrong. Try again.")
    return dialog


def packages_not_found(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    dialog = packages(program, qtbot, folder)
    assert isinstance(dialog, PackagesDialog)
    dialog.search.setText("xyz")
    return dialog


def packages_busy(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    dialog = packages(program, qtbot, folder)
    assert isinstance(dialog, PackagesDialog)
    dialog.progress.begin("Reading the file…")
    dialog.notices.say("It failed.", "Try again", lambda: None)
    return dialog


def about(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    dialog = dialog_of(program, "about", AboutDialog)
    assert isinstance(dialog, AboutDialog)
    qtbot.waitUntil(dialog.copy_button.isEnabled, timeout=PATIENCE)
    return dialog


def exporting(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    reading(program, qtbot, folder)
    dialog = dialog_of(program, "export", ExportDialog)
    assert isinstance(dialog, ExportDialog)
    qtbot.waitUntil(lambda: not dialog.pages.picture.isNull(), timeout=PATIENCE)
    return dialog


def exporting_busy(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    dialog = exporting(program, qtbot, folder)
    assert isinstance(dialog, ExportDialog)
    dialog.set_writing(True)
    return dialog


def printing(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    reading(program, qtbot, folder)
    dialog = dialog_of(program, "print", ExportDialog)
    assert isinstance(dialog, ExportDialog)
    qtbot.waitUntil(lambda: not dialog.pages.picture.isNull(), timeout=PATIENCE)
    return dialog


def in_full_screen(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    window = reading(program, qtbot, folder)
    program.window.actions_["full_screen"].trigger()
    return window


def batch(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    dialog = dialog_of(program, "export_several", BatchDialog)
    assert isinstance(dialog, BatchDialog)
    dialog.tick(0)
    return dialog


def batch_done(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    dialog = batch(program, qtbot, folder)
    assert isinstance(dialog, BatchDialog)
    dialog.show_result(0, "Saved as “a.pdf”.")
    dialog.say("1 of 1 document exported.")
    return dialog


def question(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    reading(program, qtbot, folder)
    program.window.forgetting._ask_for_everything()
    return [each for each in program.window.findChildren(Question) if each.isVisible()][-1]


def translating(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    window = reading(program, qtbot, folder)
    program.window.progress._show(Progress(3, 9, 0, 61.0, running=True, seconds_left=100.0))
    return window


def paused(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    window = reading(program, qtbot, folder)
    program.window.progress._show(Progress(3, 9, 1, 0.0, running=False, paused=True))
    return window


def importing_memory(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    path = folder / "minne.tmx"
    units = '<tu><tuv xml:lang="nb"><seg>Katt.</seg></tuv><tuv xml:lang="en"><seg>Cat.</seg></tuv></tu>'
    path.write_text(f'<tmx version="1.4"><header srclang="nb"/><body>{units}</body></tmx>', "utf-8")
    program.window.open_files([path])
    [dialog] = program.window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: not dialog.working, timeout=PATIENCE)
    return dialog


def importing_memory_busy(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    dialog = importing_memory(program, qtbot, folder)
    assert isinstance(dialog, ImportDialog)
    dialog.begin_work("Importing…")
    return dialog


def memory_imported(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    dialog = importing_memory(program, qtbot, folder)
    assert isinstance(dialog, ImportDialog)
    dialog.begin_button.click()
    qtbot.waitUntil(lambda: not dialog.working, timeout=PATIENCE)
    return dialog


def exporting_memory(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    program.memory.keep_edits("nb", "en", {"Katt.": user_edit("Katt.", "Cat.")})
    program.window.memory_files.ask_for_export()
    [dialog] = program.window.findChildren(MemoryExportDialog)
    qtbot.waitUntil(lambda: not dialog.working, timeout=PATIENCE)
    return dialog


def exporting_memory_busy(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    dialog = exporting_memory(program, qtbot, folder)
    assert isinstance(dialog, MemoryExportDialog)
    dialog.begin_work("Exporting…")
    return dialog


def licence(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    dialog = about(program, qtbot, folder)
    assert isinstance(dialog, AboutDialog)
    qtbot.waitUntil(dialog.licence_button.isEnabled, timeout=PATIENCE)
    dialog.licence_button.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(TextDialog)), timeout=PATIENCE)
    return dialog.findChildren(TextDialog)[-1]


def question_over_a_dialog(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    dialog = packages(program, qtbot, folder)
    return ask(dialog, "Delete it?", {"&Delete": lambda: None, "&Keep": lambda: None}, "Cancel")


def choosing_files(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    (folder / "a.txt").write_text("Hei.", "utf-8")
    program.preferences.change(last_folder=str(folder))
    dialog = dialog_of(program, "open", FileDialog)
    qtbot.waitUntil(lambda: listed(dialog) > 0, timeout=PATIENCE)
    return dialog


def listed(dialog: QDialog) -> int:
    files = dialog.findChild(QTreeView, "treeView")
    return files.model().rowCount(files.rootIndex()) if isinstance(files, QTreeView) else 0


def choosing_where_to_export(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    dialog = exporting(program, qtbot, folder)
    assert isinstance(dialog, ExportDialog)
    dialog.export_button.click()
    return dialog.findChildren(FileDialog)[-1]


def batch_busy(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    dialog = batch(program, qtbot, folder)
    assert isinstance(dialog, BatchDialog)
    dialog.set_writing(3)
    dialog.show_result(1, "Translating: 3 of 9 paragraphs")
    return dialog


def first_start(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    window = reading(program, qtbot, folder)
    program.window.welcome.open()
    return window


def empty_library(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    program.window._pages.nothing_open(empty=True)
    return program.window


def rows_failed(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    window = reading(program, qtbot, folder)
    text = program.document.text
    assert text is not None
    reason = "There was not enough memory."
    failed = (Row(row.source, state=RowState.FAILED, reason=reason) for row in text.rows)
    program.document.gather([RowTranslated(number, row) for number, row in enumerate(failed)])
    return window


def looking_into_a_folder(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    window = reading(program, qtbot, folder)
    program.window._folder_notices.show_stage(Looking(folder))
    return window


def with_a_long_title(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    path = folder / "tittel.md"
    path.write_text(f"# {'Båten la til kai. ' * 17}\n\nDet regnet.\n", "utf-8")
    open_and_translate(qtbot, program, path)
    return program.window


def with_all_kinds_of_letters(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    """Right to left, emoji, a word wider than any column, and a table of many columns."""
    path = folder / "tegn.md"
    heads, cells = "|".join(f"Funn {number}" for number in range(14)), "|".join(["Båten la til kai."] * 14)
    path.write_text(
        f"Båten שלום עולם la til مرحبا بالعالم kai.\n\nAlle sov 😀👩‍👩‍👧‍👦🇳🇴.\n\nDet regnet {'konsekvens' * 40}.\n\n"
        f"|{heads}|\n|{'---|' * 14}\n|{cells}|\n",
        "utf-8",
    )
    open_and_translate(qtbot, program, path)
    return program.window


def no_watched_folders(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    return dialog_of(program, "watched", WatchedFoldersDialog)


def watched_folders(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
    program.watching.watch_folder(folder, [])
    return dialog_of(program, "watched", WatchedFoldersDialog)


def plain_dialog(command: str) -> State:
    def state(program: Tospalt, qtbot: QtBot, folder: Path) -> QWidget:
        reading(program, qtbot, folder)
        return dialog_of(program, command)

    state.__name__ = command
    return state


STATES: list[State] = [
    nothing_open,
    first_start,
    empty_library,
    reading,
    rows_failed,
    looking_into_a_folder,
    with_a_long_title,
    with_all_kinds_of_letters,
    with_outline,
    finding,
    finding_nothing,
    of_tables,
    one_above_the_other,
    original_alone,
    with_empty_checklist,
    with_checklist,
    with_back_translation,
    in_the_smallest_window,
    without_package,
    opening,
    some_failed,
    going_to,
    editing,
    with_notices,
    unreadable,
    asking_for_a_password,
    packages,
    packages_not_found,
    packages_busy,
    about,
    exporting,
    exporting_busy,
    printing,
    in_full_screen,
    batch,
    batch_done,
    batch_busy,
    question,
    question_over_a_dialog,
    licence,
    choosing_files,
    choosing_where_to_export,
    translating,
    paused,
    importing_memory,
    importing_memory_busy,
    memory_imported,
    exporting_memory,
    exporting_memory_busy,
    no_watched_folders,
    watched_folders,
    *map(plain_dialog, ("settings", "shortcuts", "log", "information", "memory")),
]


def end(window: QWidget) -> None:
    """Close a dialog, whatever it says it is doing."""
    if isinstance(window, WritingDialog):
        window.writing = False
    if isinstance(window, WorkDialog):
        window.working = False
    if isinstance(window, QDialog):
        window.close()

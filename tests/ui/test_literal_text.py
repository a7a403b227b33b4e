"""The window shows texts, names and reasons literally, never as HTML."""

import ast
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QModelIndex, Qt
from PySide6.QtGui import QHelpEvent, Qt as Rich, QTextDocumentFragment
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from reader.export import FORMATS, ExportOptions
from tests.source_tree import ROOT, of_each
from tests.ui.documents import open_and_translate
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.editing.edit_bar import EditBar
from ui.export.batch_dialog import BatchDialog
from ui.export.page_view import PageView
from ui.export.reference import ReferenceChoice
from ui.export.writing_dialog import WritingDialog
from ui.packages.progress import ProgressRow
from ui.reading.cell import SOURCE
from ui.reading.places import Place
from ui.toolkit.elided import ElidedLabel
from ui.toolkit.line_breaks import tool_tip, unbroken
from ui.toolkit.notices import NoticeBar
from ui.toolkit.question import ask
from ui.toolkit.theme import load_theme
from ui.window.memory_dialog import MemoryDialog
from ui.window.page import Page
from ui.window.text_dialog import TextDialog

MARK = "Zyx"
# Without a slash, so that it can be a file name too.
FOREIGN = f'<b>{MARK}<img src="nope.png">&amp; &B &lt; [*]'
WORDS_FILE = ROOT / "ui" / "toolkit" / "line_breaks.py"


def as_shown(text: str) -> str:
    """What Qt shows of a text if its format is not set."""
    return QTextDocumentFragment.fromHtml(text).toPlainText() if Rich.mightBeRichText(text) else text


def shown_by(widget: QWidget) -> Iterator[str]:
    """The texts that a widget shows."""
    yield as_shown(widget.toolTip())
    if isinstance(widget, QLabel):
        plain = widget.textFormat() is Qt.TextFormat.PlainText
        yield widget.text() if plain else as_shown(widget.text())
    if isinstance(widget, QAbstractButton):
        yield re.sub("&(.)", r"\1", widget.text())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _of_model(widget.model())
    if (handle := widget.windowHandle()) is not None:
        yield handle.title()


def _of_model(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    parent = parent or QModelIndex()
    for row in range(model.rowCount(parent)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield str(index.data() or "")
            yield as_shown(index.data(Qt.ItemDataRole.ToolTipRole) or "")
            yield from _of_model(model, index)


def foreign_texts(*roots: QWidget) -> list[str]:
    """The shown texts that contain the mark."""
    widgets = [widget for root in roots for widget in (root, *root.findChildren(QWidget))]
    return [unbroken(text) for widget in widgets for text in shown_by(widget) if MARK in text]


def notice() -> QWidget:
    bar = NoticeBar()
    bar.say(FOREIGN)
    return bar


def page() -> QWidget:
    page = Page()
    page.say(FOREIGN, FOREIGN)
    return page


def elided() -> QWidget:
    label = ElidedLabel()
    label.setText(FOREIGN * 10)
    label.resize(60, 20)
    label.grab()
    assert label.toolTip()
    return label


def edit_bar() -> QWidget:
    bar = EditBar(load_theme("light"))
    bar.open_for(FOREIGN, FOREIGN, edited=True)
    return bar


def reference() -> QWidget:
    choice = ReferenceChoice()
    choice.set(Path("folder") / FOREIGN)
    return choice


def no_pages() -> QWidget:
    view = PageView()
    view.say(FOREIGN)
    return view


def writing() -> QWidget:
    dialog = WritingDialog()
    dialog._status.setParent(dialog)
    dialog.say(FOREIGN)
    return dialog


def installing() -> QWidget:
    row = ProgressRow()
    row.begin(FOREIGN)
    return row


def remembered() -> QWidget:
    parent = QWidget()
    MemoryDialog(parent).show_counts(FOREIGN, document=True, something=True, exportable=True)
    return parent


def question() -> QWidget:
    parent = QWidget()
    ask(parent, FOREIGN, {"Yes": lambda: None}, "No")
    return parent


def read_and_copied() -> QWidget:
    dialog = TextDialog(FOREIGN)
    dialog.say(FOREIGN)
    return dialog


@pytest.mark.parametrize(
    "make",
    [notice, page, elided, edit_bar, reference, no_pages, writing, installing, remembered, question, read_and_copied],
    ids=lambda make: make.__name__,
)
def test_a_text_that_looks_like_html_is_shown_as_it_is(make: Callable[[], QWidget], qtbot: QtBot) -> None:
    widget = make()
    qtbot.addWidget(widget)
    texts = foreign_texts(widget)
    assert texts
    assert all(FOREIGN in text for text in texts), texts


def test_documents_to_export_and_their_results_are_shown_as_they_are(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = BatchDialog([(FOREIGN, tmp_path / FOREIGN)], tmp_path / FOREIGN, ExportOptions(), ".pdf", FORMATS)
    qtbot.addWidget(dialog)
    dialog.show_result(0, FOREIGN)
    dialog.say(FOREIGN)
    texts = foreign_texts(dialog)
    assert len(texts) >= 6
    assert all(FOREIGN in text for text in texts), texts


@pytest.mark.skipif(os.name != "posix", reason="elsewhere no file can be called so")
def test_a_document_with_such_names_and_headings_is_shown_as_it_is(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / f"{FOREIGN}.md"
    escaped = re.sub(r"([<>&\[\]*])", r"\\\1", FOREIGN)
    path.write_text(f"# {escaped}\n\n{escaped} Jeg drikker kaffe.\n\n## {escaped}\n\nDet regner i dag.\n", "utf-8")
    window = program.window
    open_and_translate(qtbot, program, path)
    assert window.windowHandle().title().startswith(f"{FOREIGN} – ")
    assert program.document.text is not None
    translations = {row.target for row in program.document.text.rows}  # which may have only parts of it
    texts = [text for text in foreign_texts(window) if text not in translations]
    window.actions_["remove"].trigger()
    assert FOREIGN in window.notices.message
    texts += foreign_texts(window.notices)
    assert len(texts) >= 6
    assert all(FOREIGN in text for text in texts), texts
    with qtbot.waitSignal(program.document.unreadable, timeout=PATIENCE):
        path.unlink()
        window.open_files([path])
    assert sum(FOREIGN in text for text in foreign_texts(window.page)) == 2


def test_a_hint_beside_the_pointer_is_shown_as_it_is(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hei.txt"
    path.write_text("Hei du.", "utf-8")
    open_and_translate(qtbot, program, path)
    viewport = program.window.reading_view.viewport()
    monkeypatch.setattr("ui.reading.view.hint_at", lambda *_: FOREIGN)
    middle = program.window.reading_view.hits.point_of_sentence(Place(0, SOURCE, 0))
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, middle, viewport.mapToGlobal(middle)))
    shown = as_shown(QToolTip.text())
    QToolTip.hideText()
    assert shown == FOREIGN


@pytest.mark.parametrize("text", ["", "a < b", "Hei.\nHa det.", FOREIGN, "<b>a</b>\n<i>b</i>", "&lt;b>", "<a\n b>"])
def test_a_tool_tip_shows_what_it_was_given(text: str) -> None:
    assert as_shown(tool_tip(text)).split() == text.split()


# All code: no other way to show text


def calls(path: Path) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]


def names(call: ast.Call) -> tuple[str, ...]:
    return tuple(ast.unparse(call.func).split("."))


@of_each("ui")
def test_every_label_takes_its_text_as_it_is(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    bases = [ast.unparse(base) for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for base in node.bases]
    made = [call for call in calls(path) if names(call) in (("QLabel",), ("QTextBrowser",), ("QTextEdit",))]
    assert not made
    assert "QLabel" not in bases or path == WORDS_FILE


@of_each("ui")
def test_every_tool_tip_is_made_to_show_its_text_as_it_is(path: Path) -> None:
    tips = [call.args[-1] for call in calls(path) if names(call)[-1] == "setToolTip"]
    tips += [call.args[1] for call in calls(path) if names(call)[-2:] == ("QToolTip", "showText")]
    assert all(re.match(r"tool_tip\(|self\.tr\(['\"]", ast.unparse(tip)) for tip in tips)


@of_each("ui")
def test_no_message_box_is_used_as_it_takes_texts_for_html_and_may_be_larger_than_the_screen(path: Path) -> None:
    assert not [call for call in calls(path) if names(call)[0] == "QMessageBox"]

"""Printing: the pages of the preview, as the user chooses, on a printer that writes a file."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from threading import Event
from typing import Any, cast

import numpy as np
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from pytestqt.qtbot import QtBot

from reader.export import ExportOptions, Layout, Paper, page_sizes, render_page
from reader.parallel import ParallelText, Row, State
from reader.text import Document, Paragraph
from tests.samples import sample
from tests.ui.documents import DOCUMENTS, open_and_translate
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.export.bands import bands
from ui.export.printer import Printing
from ui.export.printing import Printed, chosen_pages, print_pages, set_up
from ui.toolkit.jobs import Job, Pool


def text_of(count: int = 60) -> ParallelText:
    rows = [Row(Paragraph(f"Avsnitt {n}. " + "Ord og ord. " * 30), "Words. " * 40, State.DONE) for n in range(count)]
    return ParallelText(Document("Prøve", tuple(r.source for r in rows), None, "nb", True), "nb", "en", (), rows)


Open = Callable[..., Printing]


@pytest.fixture
def open_dialog(qtbot: QtBot) -> Iterator[Open]:
    pool = Pool("files", 2)

    def open_dialog(text: ParallelText, options: ExportOptions = ExportOptions()) -> Printing:  # noqa: B008
        printing = Printing(text, pool, "Prøve", options)
        dialog = printing.dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(dialog.export_button.isEnabled, timeout=PATIENCE)
        return printing

    yield open_dialog
    pool.close()


def printer_of(printing: Printing, path: Path, resolution: int = 150) -> QPrinter:
    """A printer that writes a PDF file, set up for what the dialog shows."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(resolution)
    assert printing.shown is not None
    set_up(printer, printing.shown.sizes[0], "Prøve")
    return printer


def pages_in(path: Path) -> int:
    """The number of pages that were written before printing ended; 0 if the file is no longer there, or not whole."""
    try:
        return len(page_sizes(path.read_bytes()))
    except (OSError, pypdfium2.PdfiumError):
        return 0


def pixels(data: bytes, page: int) -> np.ndarray:
    picture = render_page(data, page, 1.0)
    flat = np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.stride)
    return flat[:, : picture.width * 4].astype(int)


@pytest.mark.parametrize(
    "options",
    sample(
        [
            ExportOptions(layout=Layout.STACKED, paper=Paper.LETTER, landscape=True),
            ExportOptions(),
            ExportOptions(layout=Layout.FACING, paper=Paper.A5),
        ],
        3,
    ),
)
def test_what_is_printed_are_the_pages_of_the_preview(
    open_dialog: Open, qtbot: QtBot, tmp_path: Path, options: ExportOptions
) -> None:
    printing = open_dialog(text_of(6), options)
    shown = printing.shown
    assert shown is not None
    with qtbot.waitSignal(printing.printed, timeout=PATIENCE) as told:
        printing.print_on(printer_of(printing, tmp_path / "ut.pdf", 300))  # in several bands
    assert told.args is not None and told.args[1] == len(shown.sizes)
    printed = (tmp_path / "ut.pdf").read_bytes()
    sizes = page_sizes(printed)
    assert len(sizes) == len(shown.sizes)
    for size, wanted in zip(sizes, shown.sizes, strict=True):
        assert size == pytest.approx(wanted, abs=1.5)
    for page in range(len(sizes)):
        one, other = pixels(printed, page), pixels(shown.data, page)
        rows, columns = min(len(one), len(other)), min(one.shape[1], other.shape[1])
        assert np.abs(one[:rows, :columns] - other[:rows, :columns]).mean() < 12
    assert not printing.dialog.isVisible()


def in_bands(data: bytes, scale: float) -> list[tuple[int, np.ndarray]]:
    """The bands of the first page as rows of pixels: together the page, each over the end of the one before."""
    whole, found = render_page(data, 0, scale), []
    together = np.zeros((0, whole.stride), np.uint8)
    for top, image in bands(data, 0, scale):
        assert not top or 0 < top < len(together)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
        together = np.concatenate([together[:top], rows])
        found.append((top, rows.copy()))
    assert len(found) > 2
    page = np.frombuffer(whole.pixels, np.uint8).reshape(whole.height, -1)
    assert np.abs(together.astype(int) - page).max() <= 3  # PDFium rounds the ends of slanted lines
    return found


@pytest.fixture
def small_bands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bands of so few pixels that a small page has several."""
    monkeypatch.setattr("ui.export.bands._AT_ONCE", 400_000)


@pytest.mark.usefixtures("small_bands")
@pytest.mark.parametrize("scale", [200 / 72, 3.3])
def test_a_page_is_divided_where_nothing_changes_from_row_to_row(open_dialog: Open, scale: float) -> None:
    data = open_dialog(text_of(9)).shown.data  # type: ignore[union-attr]
    for (top, rows), (next_top, _) in pairwise(in_bands(data, scale)):
        assert (rows[next_top - top - 4 :] == rows[-1]).all()


@pytest.mark.usefixtures("small_bands")
def test_a_page_that_changes_in_every_row_is_divided_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "slanted.pdf"
    writer = QPdfWriter(str(path))
    painter = QPainter(writer)
    painter.drawLine(0, 0, writer.width(), writer.height())
    painter.end()
    in_bands(path.read_bytes(), 200 / 72)


def test_pages_are_chosen_in_the_dialog_of_the_system(open_dialog: Open, tmp_path: Path) -> None:
    printer = printer_of(open_dialog(text_of(5)), tmp_path / "ut.pdf")
    assert chosen_pages(printer, 5) == [0, 1, 2, 3, 4]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 3) == [2, 1, 0]
    printer.setPageOrder(QPrinter.PageOrder.FirstPageFirst)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 9)
    assert chosen_pages(printer, 4) == [1, 2, 3]
    printer.setFromTo(0, 0)
    assert chosen_pages(printer, 2) == [0, 1]


def test_printing_can_be_cancelled_and_tried_again(
    open_dialog: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printing = open_dialog(text_of(20))
    dialog = printing.dialog
    printed: list[object] = []
    printing.printed.connect(lambda *told: printed.append(told))
    printing.print_on(printer_of(printing, tmp_path / "ut.pdf", 200))
    qtbot.waitUntil(lambda: dialog._status.text().startswith("Printing: 1 of"), timeout=PATIENCE)
    assert dialog.writing and not dialog.export_button.isEnabled()
    assert dialog.close_button.text() == "Cancel"
    dialog.close_button.click()
    qtbot.waitUntil(dialog.export_button.isEnabled, timeout=PATIENCE)
    assert dialog.isVisible() and dialog._status.text() == "Printing was cancelled." and not printed
    with qtbot.waitSignal(printing.printed, timeout=PATIENCE):
        printing.print_on(printer_of(printing, tmp_path / "igjen.pdf"))
    assert cast("Pool", printing._work._pool).finish()
    assert printing.shown is not None and pages_in(tmp_path / "ut.pdf") < len(printing.shown.sizes)


class Cups:
    """What is told to CUPS on a thread, where nothing is printed."""

    def __init__(self) -> None:
        self.servers: list[bytes | None] = []
        self.error = 0x0506

    def cupsSetServer(self, server: bytes | None) -> None:
        self.servers.append(server)

    def cupsLastError(self) -> int:
        return self.error


@pytest.fixture
def cups(monkeypatch: pytest.MonkeyPatch) -> Cups:
    cups = Cups()
    monkeypatch.setattr("ui.export.cups._loaded", lambda: cups)
    return cups


def test_pages_printed_before_printing_is_cancelled_are_not_handed_to_a_printer(
    open_dialog: Open, tmp_path: Path, cups: Cups
) -> None:
    printing = open_dialog(text_of(20))
    shown = printing.shown
    assert shown is not None
    job = Job(lambda _: None)
    job.item.connect(job.cancel)
    printed = print_pages(job, printer_of(printing, tmp_path / "ut.pdf"), shown.data, shown.sizes, [0, 1, 2])
    assert printed == Printed(1, 3)
    nowhere, restored = cups.servers
    assert nowhere and not Path(nowhere.decode()).exists() and restored is None


def test_pages_that_cannot_be_drawn_are_not_handed_to_a_printer(open_dialog: Open, tmp_path: Path, cups: Cups) -> None:
    printing = open_dialog(text_of(3))
    shown, printer = printing.shown, printer_of(printing, tmp_path / "ut.pdf")
    assert shown is not None
    with pytest.raises(pypdfium2.PdfiumError):
        print_pages(Job(lambda _: None), printer, b"spoiled", shown.sizes, [0])
    assert len(cups.servers) == 2


def test_a_printer_that_does_not_take_the_finished_document_is_told_of(
    open_dialog: Open, tmp_path: Path, cups: Cups
) -> None:
    printing = open_dialog(text_of(3))
    shown, printer = printing.shown, printer_of(printing, tmp_path / "ut.pdf")
    assert shown is not None
    assert print_pages(Job(lambda _: None), printer, shown.data, shown.sizes, [0]).whole  # a file is no printer
    printer.outputFormat = lambda: QPrinter.OutputFormat.NativeFormat  # type: ignore[method-assign]
    printer.outputFileName = str  # type: ignore[method-assign]
    assert print_pages(Job(lambda _: None), printer, shown.data, shown.sizes, [0]) == Printed(1, 1, refused=True)
    cups.error = 0
    assert print_pages(Job(lambda _: None), printer, shown.data, shown.sizes, [0]).whole
    assert not cups.servers


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_refuses_is_told_of(open_dialog: Open, qtbot: QtBot, tmp_path: Path) -> None:
    printing = open_dialog(text_of(3))
    dialog = printing.dialog
    printing.print_on(printer_of(printing, tmp_path / "borte" / "ut.pdf"))
    qtbot.waitUntil(lambda: "does not accept" in dialog._status.text(), timeout=PATIENCE)
    assert dialog.isVisible() and dialog.export_button.isEnabled()


def test_without_a_printer_one_sentence_says_what_to_do_instead(
    open_dialog: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.export.printer.QPrinterInfo.availablePrinterNames", list)
    dialog = open_dialog(text_of(3)).dialog
    dialog.export_button.click()
    assert not dialog.findChildren(QPrintDialog)
    assert dialog._status.text() == (
        "No printer is set up on this computer. You can export the document as a PDF file instead."
    )


def test_the_window_prints_with_the_choices_of_the_export_and_keeps_them(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    open_and_translate(qtbot, program, DOCUMENTS[0])
    kept = program.preferences.settings.export
    program.window.actions_["print"].trigger()
    [printing] = program.window.findChildren(Printing)
    dialog = printing.dialog
    qtbot.waitUntil(dialog.export_button.isEnabled, timeout=PATIENCE)
    dialog.choices._paper.setCurrentIndex(dialog.choices._paper.findData(Paper.A5))
    assert not dialog.export_button.isEnabled()  # until all pages are laid out again
    qtbot.waitUntil(dialog.export_button.isEnabled, timeout=PATIENCE)
    printing.print_on(printer_of(printing, tmp_path / "ut.pdf", 72))
    qtbot.waitUntil(lambda: program.window.notices.message.startswith("Sent to the printer"), timeout=PATIENCE)
    now = program.preferences.settings.export
    assert (now.paper, now.folder, now.suffix) == ("a5", kept.folder, kept.suffix)
    with pypdfium2.PdfDocument((tmp_path / "ut.pdf").read_bytes()) as pdf:
        assert pdf[0].get_width() == pytest.approx(420, abs=2)
    assert not program.window.actions_["undo"].isEnabled()


def test_the_window_is_not_closed_at_once_while_a_document_is_printed(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_and_translate(qtbot, program, DOCUMENTS[0])
    program.window.actions_["print"].trigger()
    [printing] = program.window.findChildren(Printing)
    qtbot.waitUntil(printing.dialog.export_button.isEnabled, timeout=PATIENCE)
    go = Event()

    def held(*arguments: Any) -> object:
        assert go.wait(PATIENCE / 1000)
        return render_page(*arguments)

    monkeypatch.setattr("ui.export.bands.render_page", held)
    printing.print_on(printer_of(printing, tmp_path / "ut.pdf", 72))
    try:
        assert not program.window.close()
        warning = "Not everything has been printed yet. If you quit again, the rest will not be printed."
        assert printing.dialog._status.text() == warning
        printing._tell(Printed(1, 2))
        assert printing.dialog._status.text() == warning  # it stays while pages are printed
        assert program.window.close()
    finally:
        go.set()

"""Pictures of figures: only local files below the document's folder, read as they come into view."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QImageWriter
from pytestqt.qtbot import QtBot

from reader.parallel import ParallelText
from reader.text import Box, BoxKind, Document, Figure, Kind, Paragraph
from tests.reader.formats.books import archive
from tests.ui.patience import PATIENCE
from tests.ui.reading.texts import at_word, colours, settled
from ui.reading.cell import SOURCE, TARGET
from ui.reading.picture_files import local_name, read_picture
from ui.reading.style import Looks
from ui.reading.view import ReadingView
from ui.toolkit.jobs import Pool
from ui.toolkit.theme import load_theme

RED = "#cc0011"


@pytest.fixture
def pool() -> Iterator[Pool]:
    pool = Pool("pictures", 1)
    yield pool
    assert pool.close(PATIENCE / 1000)


def draw(path: Path, width: int = 300, height: int = 100, kind: str = "png") -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(RED))
    assert QImageWriter(str(path), kind.encode()).write(image)
    return path


def figure(number: int, text: str) -> Paragraph:
    return Paragraph(text, Kind.FIGURE, within=(Box(BoxKind.FIGURE, number),))


def show(view: ReadingView, pool: Pool, folder: Path, *figures: Figure, text: str = "Et rødt bilde.") -> None:
    paragraphs = (Paragraph("Tekst."), *(figure(number, text) for number in range(len(figures))), Paragraph("Slutt."))
    document = Document("T", paragraphs, folder / "tekst.md", "nb", certain=True, figures=figures)
    view.show_pictures(pool)
    view.show_text(ParallelText.untranslated(document, "nb", "en"))


def is_red(view: ReadingView, row: int, column: int) -> bool:
    return RED in colours(view, view.visualRect(view.model().index(row, column)))


# Which files


@pytest.mark.parametrize(
    ("name", "local"),
    [
        ("bilde.png", "bilde.png"),
        ("mappe/bilde.png", "mappe/bilde.png"),
        (".\\mappe\\bilde.png", "mappe/bilde.png"),
        ("r%C3%B8dt%20bilde.png", "rødt bilde.png"),
        ("bilde.png?raw=true#x", "bilde.png"),
        ("/etc/bilde.png", None),
        ("../bilde.png", None),
        ("mappe/../../bilde.png", None),
        ("%2e%2e/bilde.png", None),
        ("C:\\bilde.png", None),
        ("c:bilde.png", None),
        ("\\\\server\\del\\bilde.png", None),
        ("//server/del/bilde.png", None),
        ("http://example.no/bilde.png", None),
        ("https:bilde.png", None),
        ("file:///etc/bilde.png", None),
        ("data:image/png;base64,AAAA", None),
        ("%00", None),
        ("", None),
        ("?", None),
        ("//[a?b", None),
    ],
)
def test_only_a_path_below_the_folder_is_local(name: str, local: str | None) -> None:
    assert local_name(name) == (None if local is None else PurePosixPath(local))


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_a_picture_is_known_by_its_content_and_not_by_its_name(tmp_path: Path, kind: str) -> None:
    draw(tmp_path / "bilde.dat", 30, 20, kind)
    picture = read_picture(tmp_path, PurePosixPath("bilde.dat"))
    assert picture is not None and (picture.width, picture.height) == (30, 20)


def test_a_large_picture_is_made_smaller_and_its_size_is_remembered(tmp_path: Path) -> None:
    draw(tmp_path / "stor.png", 3000, 200)
    picture = read_picture(tmp_path, PurePosixPath("stor.png"))
    assert picture is not None and (picture.width, picture.height) == (3000, 200)
    assert (picture.image.width(), picture.image.height()) == (1200, 80)


@pytest.mark.parametrize("kind", ["bmp", "ppm", "ico", "xpm"])
def test_other_formats_are_not_opened(tmp_path: Path, kind: str) -> None:
    draw(tmp_path / "bilde.png", 30, 20, kind)
    assert read_picture(tmp_path, PurePosixPath("bilde.png")) is None


def test_what_is_no_picture_is_none(tmp_path: Path) -> None:
    (tmp_path / "tom.png").write_bytes(b"")
    (tmp_path / "avkuttet.png").write_bytes(draw(tmp_path / "hel.png").read_bytes()[:30])
    (tmp_path / "mappe.png").mkdir()
    names = ("tom.png", "avkuttet.png", "mappe.png", "borte.png", "x" * 5000)
    assert [read_picture(tmp_path, PurePosixPath(name)) for name in names] == [None] * len(names)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "mappe"
    inside.mkdir()
    draw(tmp_path / "ute.png")
    draw(inside / "inne.png")
    (inside / "ut.png").symlink_to(tmp_path / "ute.png")
    (inside / "inn.png").symlink_to(inside / "inne.png")
    assert read_picture(inside, PurePosixPath("ut.png")) is None
    assert read_picture(inside, PurePosixPath("inn.png")) is not None


def test_a_link_to_itself_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "ring.png").symlink_to(tmp_path / "ring.png")
    assert read_picture(tmp_path, PurePosixPath("ring.png")) is None


# In the view


def test_a_picture_is_shown_above_its_description_in_both_columns(
    qtbot: QtBot, view: ReadingView, pool: Pool, tmp_path: Path
) -> None:
    draw(tmp_path / "rød.png")
    show(view, pool, tmp_path, Figure("rød.png"))
    plain = view.rowHeight(1)
    qtbot.waitUntil(lambda: is_red(view, 1, SOURCE), timeout=PATIENCE)
    assert is_red(view, 1, TARGET)
    assert view.rowHeight(1) > plain + 90
    point = at_word(view, 1, SOURCE, 3)
    assert view.hits.position_at(point) == (1, SOURCE, 3)
    assert point.y() - view.rowViewportPosition(1) > 100
    assert view.hits.position_at(QPoint(point.toPoint().x(), view.rowViewportPosition(1) + 60).toPointF()) is None


def test_room_is_kept_for_a_picture_whose_size_the_document_gives(
    qtbot: QtBot, view: ReadingView, pool: Pool, tmp_path: Path
) -> None:
    draw(tmp_path / "rød.png")
    show(view, pool, tmp_path, Figure("rød.png", 300, 100))
    before = view.rowHeight(1)
    qtbot.waitUntil(lambda: is_red(view, 1, SOURCE), timeout=PATIENCE)
    assert view.rowHeight(1) == before > 130


def test_room_that_was_kept_in_vain_is_given_back(qtbot: QtBot, view: ReadingView, pool: Pool, tmp_path: Path) -> None:
    show(view, pool, tmp_path, Figure("borte.png", 300, 100))
    before = view.rowHeight(1)
    view.grab()
    qtbot.waitUntil(lambda: view.rowHeight(1) < before - 90, timeout=PATIENCE)
    settled(qtbot, view)


def test_a_picture_is_as_wide_as_its_column_and_twelve_lines_high_at_most(
    qtbot: QtBot, view: ReadingView, pool: Pool, tmp_path: Path
) -> None:
    show(view, pool, tmp_path, Figure("bred.png", 9000, 900), Figure("høy.png", 900, 9000), text="")
    line = view.fontMetrics().height() * 2
    assert view.rowHeight(1) < 0.1 * view.width() + line
    assert 200 < view.rowHeight(2) < 13 * line


def test_stacked_texts_show_the_picture_once(qtbot: QtBot, view: ReadingView, pool: Pool, tmp_path: Path) -> None:
    draw(tmp_path / "rød.png")
    view.configure(Looks(load_theme("light"), view="stacked"))
    show(view, pool, tmp_path, Figure("rød.png"))
    qtbot.waitUntil(lambda: is_red(view, 1, SOURCE), timeout=PATIENCE)
    assert not is_red(view, 1, TARGET)


def test_a_network_address_is_never_read(qtbot: QtBot, view: ReadingView, pool: Pool, tmp_path: Path) -> None:
    show(view, pool, tmp_path, Figure("http://example.no/a.png", 300, 100))
    view.grab()
    assert view.rowHeight(1) < 80
    assert not pool._running


def test_a_picture_without_a_description_has_no_line_below_it(
    qtbot: QtBot, view: ReadingView, pool: Pool, tmp_path: Path
) -> None:
    show(view, pool, tmp_path, Figure("a.png", 300, 100), text="")
    nameless = view.rowHeight(1)
    show(view, pool, tmp_path, Figure("a.png", 300, 100))
    assert nameless < view.rowHeight(1) - 15
    assert view.hits.nearest((1, SOURCE), view.rect().center().toPointF()) >= 0


# In the document's own file


def test_pictures_in_the_file_of_the_document_are_shown(
    view: ReadingView, pool: Pool, qtbot: QtBot, tmp_path: Path
) -> None:
    image = draw(tmp_path / "rød.png")
    book = tmp_path / "tekst.md"
    book.write_bytes(archive({"OEBPS/et bilde%20.png": image.read_bytes()}))
    inside = Figure("OEBPS/et bilde%20.png", inside=True)
    show(view, pool, tmp_path, inside, Figure("rød.png", inside=True))
    qtbot.waitUntil(lambda: is_red(view, 1, SOURCE), timeout=PATIENCE)
    assert not is_red(view, 2, SOURCE)

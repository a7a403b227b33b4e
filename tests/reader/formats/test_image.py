"""Images are read as pages, where there is something that recognises their text."""

import io
from pathlib import Path
from weakref import ref

import pytest
from PIL import Image

from reader.errors import DocumentError
from reader.formats import image as images
from reader.formats.families import packed_family, parse_family
from reader.formats.pdf import scans
from reader.formats.pdf.values import Look, Piece
from reader.formats.recognition.images import Grey
from reader.formats.recognition.straightening import lines_of
from reader.formats.recognition.tessdata import Tessdata


class Looker:
    """Tells how large a page is, and how bright three places of it are."""

    version, whole = "5.0", True

    def __init__(self, _data: Tessdata) -> None:
        pass

    def words(self, page: Grey, _patience: float) -> list[Piece]:
        size = f"{round(page.width / page.scale)}x{round(page.height / page.scale)}"
        places = [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75)]
        found = [page.data[int(y * page.height) * page.width + int(x * page.width)] for x, y in places]
        return [Piece(f"{size}:{''.join('-#'[value < 128] for value in found)}", 10, 60, 100, Look(10))]


@pytest.fixture
def looking(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (scans, images):
        monkeypatch.setattr(module, "is_installed", lambda: True)
        monkeypatch.setattr(module, "tessdata", lambda: Tessdata(Path("/data"), ("nor", "eng")))
    monkeypatch.setattr(scans, "Tesseract", Looker)


def read(data: bytes) -> list[str]:
    paragraphs = parse_family(packed_family(data, "a"), data, "a").paragraphs
    return " ".join(paragraph.text for paragraph in paragraphs).split()


def drawn(mode: str = "L", size: tuple[int, int] = (200, 400), ink: object = 0, paper: object = 255) -> Image.Image:
    """A page with ink in its upper left quarter, and lines beside and below that."""
    page = Image.new(mode, size, paper)  # type: ignore[arg-type]
    page.paste(ink, (0, 0, size[0] // 2, size[1] // 2))  # type: ignore[arg-type]
    for share in (4, 9, 14, 36, 41, 46, 54, 59, 64, 86, 91, 96):
        line = share * size[1] // 100
        page.paste(ink, (size[0] // 10, line, size[0] * 9 // 10, line + size[1] // 50))  # type: ignore[arg-type]
    return page


def saved(page: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    out = io.BytesIO()
    page.save(out, kind, **more)
    return out.getvalue()


TRANSPARENT = drawn("RGBA", ink=(0, 0, 0, 255), paper=(0, 0, 0, 0))
TURNED = Image.Exif()
TURNED[0x0112] = 8  # what is on the right is above


@pytest.mark.usefixtures("looking")
@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(saved(drawn()), ["421x842:#--"], id="of no size"),
        pytest.param(saved(drawn(), dpi=(200, 200)), ["72x144:#--"], id="200 dpi"),
        pytest.param(saved(drawn("RGB", paper=(255, 255, 255), ink=(90, 0, 0)), "JPEG"), ["421x842:#--"], id="JPEG"),
        pytest.param(saved(TRANSPARENT), ["421x842:#--"], id="transparent"),
        pytest.param(saved(drawn("I;16", paper=65535, ink=9000)), ["421x842:#--"], id="16 bits"),
        pytest.param(saved(drawn().rotate(270, expand=True), "JPEG", exif=TURNED), ["421x842:#--"], id="turned"),
        pytest.param(
            saved(drawn("1", paper=1), "TIFF", save_all=True, append_images=[drawn("1", paper=1, size=(400, 200))]),
            ["421x842:#--", "842x421:#--"],
            id="pages",
        ),
    ],
)
def test_an_image_is_read_as_a_page_that_stands_upright(data: bytes, expected: list[str]) -> None:
    assert read(data) == expected


class Level(Looker):
    """Says how the lines of a page lean."""

    def words(self, page: Grey, _patience: float) -> list[Piece]:
        return [Piece(f"{round(lines_of(page).lean, 1)}", 10, 60, 100, Look(10))]


@pytest.mark.usefixtures("looking")
@pytest.mark.parametrize("turn", [-2.2, 1.4])
def test_a_page_that_leans_is_straightened(monkeypatch: pytest.MonkeyPatch, turn: float) -> None:
    monkeypatch.setattr(scans, "Tesseract", Level)
    page = Image.new("L", (600, 840), 255)
    for line in range(80, 760, 14):
        page.paste(0, (60, line, 540, line + 3))
    assert abs(float(read(saved(page.rotate(turn, fillcolor=255)))[0])) <= 0.2


class Upright(Looker):
    """Knows only a page that has nothing dark in its corners but in the first."""

    def words(self, page: Grey, _patience: float) -> list[Piece]:
        x, y = page.width // 40, page.height // 40
        corners = [page.data[b * page.width + a] < 128 for b in (y, page.height - y) for a in (x, page.width - x)]
        return super().words(page, _patience) if corners == [True, False, False, False] else []


@pytest.mark.usefixtures("looking")
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_lies_on_its_side_or_its_head_is_turned(monkeypatch: pytest.MonkeyPatch, turn: int) -> None:
    monkeypatch.setattr(scans, "Tesseract", Upright)
    page = Image.new("L", (300, 424), 255)
    for line in range(40, 380, 20):
        page.paste(0, (30, line, 270, line + 8))
    page.paste(0, (0, 0, 20, 25))
    [said] = read(saved(page.rotate(turn, expand=True)))
    assert said.startswith("596x842:")


@pytest.mark.usefixtures("looking")
def test_an_image_that_is_none_or_is_too_large_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = saved(drawn())
    with pytest.raises(DocumentError, match="is an image, not plain text"):
        read(b"\0\0\0\x18ftypheic" + bytes(50))
    with pytest.raises(DocumentError, match="damaged"):
        read(whole[: len(whole) // 2])
    monkeypatch.setattr(images, "_MOST_PIXELS", 20_000)
    with pytest.raises(DocumentError, match="unpacks to more"):
        read(whole)


@pytest.mark.usefixtures("looking")
def test_pages_are_unpacked_one_at_a_time_and_it_is_told_if_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[ref[Image.Image]] = []
    most: list[int] = []
    grey = images._grey

    def counted(image: Image.Image) -> Image.Image:
        page = grey(image)
        most.append(1 + sum(each() is not None for each in made))
        made.append(ref(page))
        return page

    monkeypatch.setattr(images, "_grey", counted)
    monkeypatch.setattr(images, "_MOST_PAGES", 3)
    data = saved(drawn("1", paper=1), "TIFF", save_all=True, append_images=[drawn("1", paper=1)] * 4)
    parsed = parse_family(packed_family(data, "a"), data, "a")
    assert parsed.recognition is not None and parsed.recognition.pages == 3 and max(most) <= 2
    assert [str(message) for message in parsed.left_out if "first 3" in message]


@pytest.mark.usefixtures("looking")
def test_an_image_with_a_side_that_no_jpeg_has_is_said_to_be_too_large() -> None:
    with pytest.raises(DocumentError, match="unpacks to more"):
        read(saved(Image.new("1", (70_000, 2))))


def test_without_anything_that_recognises_text_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "tessdata", lambda: None)
    with pytest.raises(DocumentError, match=r"is an image, not plain text\. .*(tospalt\[ocr\]|traineddata)"):
        read(saved(drawn()))

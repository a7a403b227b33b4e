"""Pages that are images are recognised, where there is something that can."""

import shutil
from pathlib import Path

import pytest

from reader.errors import UnfitError
from reader.formats import isolated, read_data, reading
from reader.formats.isolated import parse_isolated
from reader.formats.parsed import Parsed
from reader.formats.pdf import scans
from reader.formats.pdf.document import parse_pdf
from reader.formats.pdf.values import Look, Piece
from reader.formats.recognition import tessdata as finding
from reader.formats.recognition.images import Grey
from reader.formats.recognition.kept import Kept
from reader.formats.recognition.straightening import lines_of
from reader.formats.recognition.tessdata import Tessdata, is_installed, tessdata
from reader.paths import data_folder
from reader.text import MarkKind, Paragraph, Recognition
from tests.reader.formats.pdf.scanned import scanned
from tests.reader.formats.pdf.typesetting import Layout, Set, typeset
from tests.reader.formats.pdf.written import IMAGE, lines, written

HERE = is_installed() and (found := tessdata()) is not None and found.whole
recognises = pytest.mark.skipif(not HERE, reason="needs tesserocr, and data for both languages")
LETTER = (
    "Kjære Åse, takk for brevet ditt. Båten går klokka 14.30 fra kaia, og vi møtes der.",
    "Ta med 2,5 kg epler og «Bør Børson», hvis du har plass.",
)
SMALL = Layout(width=300, height=160, margin=20, hyphenate=False)


class Answers:
    """Recognises the same two words in every page."""

    version, whole = "5.0", True

    def __init__(self, data: Tessdata) -> None:
        assert data.languages

    def words(self, page: Grey, patience: float) -> list[Piece]:
        assert len(page.data) == page.width * page.height and patience <= scans._PATIENCE_S
        first, second = Piece("Kjære", 60, 90, 100, Look(10)), Piece("Aase.", 93, 120, 100, Look(10))
        second.doubtful = True
        return [first, second]


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "is_installed", lambda: True)
    monkeypatch.setattr(scans, "tessdata", lambda: Tessdata(Path("/data"), ("nor", "eng")))
    monkeypatch.setattr(scans, "Tesseract", Answers)


@pytest.mark.usefixtures("answering")
def test_pages_without_text_are_recognised_among_others_and_words_in_doubt_are_marked() -> None:
    told: list[tuple[int, int]] = []
    began: list[Parsed] = []
    parsed = parse_pdf(
        written(lines(["Dette står her."]), IMAGE, lines(["Og dette."])),
        "fil",
        began=began.append,
        recognising=lambda number, count: told.append((number, count)),
    )
    assert [p.text for p in parsed.paragraphs] == ["Dette står her.", "Kjære Aase.", "Og dette."]
    assert [(mark.start, mark.end, mark.kind) for mark in parsed.paragraphs[1].marks] == [(6, 11, MarkKind.MISREAD)]
    assert parsed.recognition == Recognition("Tesseract 5.0", 1, 1) and not parsed.left_out
    assert told == [(1, 3)] and [p.text for p in began[0].paragraphs] == ["Dette står her."]


@pytest.mark.usefixtures("answering")
def test_what_is_missing_for_one_of_the_languages_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "tessdata", lambda: Tessdata(Path("/data"), ("eng",)))
    [message] = parse_pdf(written(IMAGE), "fil").left_out
    assert "nor.traineddata" in message


@recognises
def test_damaged_data_for_one_of_the_languages_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    there = tessdata()
    assert there is not None
    monkeypatch.setattr(scans, "tessdata", lambda: Tessdata(tmp_path, ("nor", "eng")))
    shutil.copy(there.folder / "eng.traineddata", tmp_path)
    (tmp_path / "nor.traineddata").write_bytes((there.folder / "nor.traineddata").read_bytes()[:100_000])
    [message] = parse_pdf(written(lines(["Dette står her."]), IMAGE), "fil").left_out
    assert "nor.traineddata" in message


@pytest.mark.usefixtures("answering")
def test_no_image_of_a_page_is_longer_than_tesseract_takes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[Grey] = []

    def see(_self: Answers, page: Grey, _patience: float) -> list[Piece]:
        seen.append(page)
        return []

    monkeypatch.setattr(Answers, "words", see)
    with pytest.raises(UnfitError, match="no text was recognised"):
        parse_pdf(written(IMAGE.replace("800", "90000"), height=90_000), "fil")
    assert len(seen) > 1 and all(max(page.width, page.height) < 2**15 for page in seen)


@pytest.mark.usefixtures("answering")
def test_a_page_that_took_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "_PATIENCE_S", 0)
    [message] = parse_pdf(written(lines(["Dette står her."]), IMAGE), "fil").left_out
    assert message == "Page 2 took too long to be recognised: some of its text may be missing."


@pytest.mark.usefixtures("answering")
def test_all_turns_of_a_page_together_take_less_than_the_process_has(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[float] = []

    def nothing(_answers: Answers, _page: Grey, patience: float) -> list[Piece]:
        given.append(patience)
        return []

    monkeypatch.setattr(Answers, "words", nothing)
    with pytest.raises(UnfitError, match="no text was recognised"):
        parse_pdf(written(IMAGE), "fil")
    assert given == sorted(given, reverse=True) and 1 < len(set(given)) == len(given)
    assert given[0] < isolated._SECONDS


@pytest.mark.usefixtures("answering")
def test_a_page_with_letters_that_are_unknown_keeps_the_others_if_nothing_is_recognised(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scans, "is_scan", lambda _content: True)
    monkeypatch.setattr(Answers, "words", lambda *_: [])
    parsed = parse_pdf(written(lines(["Dette står her."])), "fil")
    assert [p.text for p in parsed.paragraphs] == ["Dette står her."] and parsed.recognition is None


@pytest.mark.usefixtures("answering")
def test_data_that_cannot_be_used_are_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_data: Tessdata) -> None:
        raise RuntimeError("Failed to init API")

    monkeypatch.setattr(scans, "Tesseract", refuse)
    with pytest.raises(UnfitError, match="only images"):
        parse_pdf(written(IMAGE), "fil")


def test_what_is_missing_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "tessdata", lambda: None)
    for installed, words in ((False, ["tospalt[ocr]", "OCR"]), (True, [*_DATA, str(data_folder() / "tessdata")])):
        monkeypatch.setattr(scans, "is_installed", lambda there=installed: there)
        monkeypatch.setattr(finding, "is_installed", lambda there=installed: there)
        with pytest.raises(UnfitError) as caught:
            parse_pdf(written(IMAGE), "fil")
        assert all(word in str(caught.value) for word in words)


_DATA = ["nor.traineddata", "tesseract-ocr-nor", "TESSDATA_PREFIX"]


def test_data_are_found_where_the_user_and_the_system_have_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    named, own, system = tmp_path / "named", tmp_path / "own" / "tessdata", tmp_path / "system"
    monkeypatch.setenv("TOSPALT_DATA", str(tmp_path / "own"))
    monkeypatch.setattr(finding, "_of_system", lambda: iter([system]))
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    assert tessdata() is None
    _put(system, "eng")
    assert tessdata() == Tessdata(system, ("eng",))
    _put(own, "nor", "eng")
    assert tessdata() == Tessdata(own, ("nor", "eng"))
    _put(named / "tessdata", "nor", "eng", "deu")
    monkeypatch.setenv("TESSDATA_PREFIX", str(named))
    assert tessdata() == Tessdata(named / "tessdata", ("nor", "eng"))


def _put(folder: Path, *languages: str) -> None:
    folder.mkdir(parents=True)
    for language in languages:
        (folder / f"{language}.traineddata").write_bytes(b"")


def test_how_far_the_lines_of_a_page_lean_is_measured() -> None:
    for slope, expected in ((0.0, 0.0), (0.02, 1.15), (-0.05, -2.86)):
        page = bytearray(b"\xff" * 400 * 300)
        for x in range(20, 380):
            for line in range(60, 260, 20):
                y = round(line + x * slope)
                page[y * 400 + x] = page[(y + 1) * 400 + x] = 0
        assert lines_of(Grey(bytes(page), 400, 300, 1)).lean == pytest.approx(expected, abs=0.15)
    assert lines_of(Grey(b"\xff" * 400 * 300, 400, 300, 1)) == (0, 0)


@recognises
def test_a_turned_and_blurred_page_is_read_to_the_letter() -> None:
    file = scanned(typeset([Set("paragraph", text) for text in LETTER], SMALL), turn=0.7, blur=1)
    told: list[tuple[int, int]] = []
    parsed = parse_isolated("pdf", file, "brev.pdf", recognising=lambda number, count: told.append((number, count)))
    assert [p.text for p in parsed.paragraphs][: len(LETTER)] == list(LETTER)
    assert parsed.recognition is not None and parsed.recognition.pages == 1 and told == [(0, 1)]


def test_recognised_pages_are_kept_for_the_next_reading_and_others_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []

    def parse(_family: str, data: bytes, *_: object) -> Parsed:
        asked.append(data)
        pages = data.count(b"side")
        return Parsed((Paragraph("Her."),), recognition=Recognition("T", pages, 0) if pages else None)

    monkeypatch.setattr(isolated, "parse_isolated", parse)
    monkeypatch.setattr(reading, "KEPT", Kept())
    one, more, text = (b"%PDF-1.4\n" + rest for rest in (b"side", b"side" * 1000, b"tekst"))
    for data in (one, text, one, text):
        assert read_data(data, "a").paragraphs[0].text == "Her."
    assert asked == [one, text, text]
    read_data(one, "a", password="ja")
    assert asked[3:] == [one]
    for data in (more, more, one):
        read_data(data, "a")
    assert asked[4:] == [more, one]


@recognises
def test_a_page_that_shows_no_text_has_none() -> None:
    with pytest.raises(UnfitError, match="no text was recognised"):
        parse_pdf(written(IMAGE), "fil")

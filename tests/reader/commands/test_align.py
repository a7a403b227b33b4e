"""`tospalt align`: a document and a translation of it by somebody, sentence beside sentence."""

import json
import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree

import pytest

from reader.cli import main
from reader.memory import Memory, read_tmx
from reader.paths import MEMORY_FILE, data_folder

pytestmark = pytest.mark.usefixtures("shipped_pair")

NORWEGIAN = (
    "Dette er en tekst på norsk, og den er skrevet av en som bor i byen og ikke på landet. Det var 12 hunder i hagen.",
    "Den har to avsnitt, og det andre er litt lengre enn det første, slik at ingen kan være i tvil om språket.",
)
ENGLISH = (
    "This is a text in Norwegian, and it is written by one who lives in the city and not in the country.",
    "There were 12 dogs in the garden.",
    "It has two paragraphs, and the second is a little longer than the first, so that nobody doubts the language.",
)
DOGS = "Det var 12 hunder i hagen."
Run = Callable[..., str]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOSPALT_DATA", str(tmp_path / "data"))


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """The document and the translation; a sentence has become a paragraph."""
    found = tmp_path / "norsk.txt", tmp_path / "english.txt"
    for path, paragraphs in zip(found, (NORWEGIAN, ENGLISH), strict=True):
        path.write_text("\n\n".join(paragraphs) + "\n", "utf-8")
    return found


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs the command and gives what it wrote."""

    def command(*arguments: str | Path, code: int = 0) -> str:
        assert main(["align", *map(str, arguments)]) == code
        out, err = (each.decode() for each in capfdbinary.readouterr())
        assert (err == "") == (code == 0)
        return out or err

    return command


def test_json_has_the_sentences_of_each_link_and_whether_it_is_sure(
    files: tuple[Path, Path], tmp_path: Path, run: Run
) -> None:
    output = tmp_path / "ut.json"
    assert run(*files, "-o", output).startswith("3 links")
    data = json.loads(output.read_text("utf-8"))
    assert (data["source_language"], data["target_language"]) == ("nb", "en")
    assert [(link["source"], link["target"]) for link in data["links"]] == [
        ([NORWEGIAN[0].removesuffix(f" {DOGS}")], [ENGLISH[0]]),
        ([DOGS], [ENGLISH[1]]),
        ([NORWEGIAN[1]], [ENGLISH[2]]),
    ]
    assert {type(link["certain"]) for link in data["links"]} == {bool}


def test_tmx_has_them_as_units_that_can_be_read_again(files: tuple[Path, Path], tmp_path: Path, run: Run) -> None:
    output = tmp_path / "ut.tmx"
    run(*files, "-o", output)
    assert (DOGS, ENGLISH[1]) in [(pair.source, pair.target) for pair in read_tmx(output, "nb", "en")]


def test_the_page_has_a_row_for_each_link_and_loads_nothing(files: tuple[Path, Path], tmp_path: Path, run: Run) -> None:
    files[1].write_text("\n\n".join([*ENGLISH, "<b>Not</b> there & never was, this one about tax law."]), "utf-8")
    output = tmp_path / "ut.html"
    run(*files, "-o", output)
    page = output.read_text("utf-8")
    rows = [
        ["".join(cell.itertext()) for cell in row]
        for row in ElementTree.fromstring(
            page.removeprefix("<!DOCTYPE html>").replace('<meta charset="utf-8">', "")
        ).iter("tr")
    ]
    assert [DOGS, ENGLISH[1]] in [[cell.split("Unsure")[0] for cell in row] for row in rows]
    assert "<b>" not in page and "src=" not in page and "href=" not in page


def test_what_is_not_sure_is_said_in_words(files: tuple[Path, Path], tmp_path: Path, run: Run) -> None:
    for path, paragraphs, more in zip(files, (NORWEGIAN, ENGLISH), (["Sånn.", "Neida."], ["Possibly."]), strict=True):
        path.write_text("\n\n".join([*paragraphs, *more]), "utf-8")
    output = tmp_path / "ut.html"
    told = run(*files, "-o", output)
    unsure = int(told.split(" of them unsure")[0].split()[-1])
    links = re.findall(r"<tr class=\"unsure\">.*?</tr>", output.read_text("utf-8"))
    both = [link for link in links if link.count("<p>") > 1]
    assert len(both) == unsure > 0
    assert all("Unsure: these may not belong together" in link for link in links)


def test_what_is_sure_is_remembered_as_the_users_own_if_that_is_wanted(
    files: tuple[Path, Path], tmp_path: Path, run: Run
) -> None:
    for path, paragraphs, more in zip(files, (NORWEGIAN, ENGLISH), (["Sånn."], ["Possibly."]), strict=True):
        path.write_text("\n\n".join([*paragraphs, *more]), "utf-8")
    run(*files, "-o", tmp_path / "ut.json")
    with closing(Memory(data_folder() / MEMORY_FILE)) as memory:
        assert not memory.edits("nb", "en", [DOGS])
    assert "Remembered: 3 sentences." in run(*files, "-o", tmp_path / "ut.json", "--save")
    with closing(Memory(data_folder() / MEMORY_FILE)) as memory:
        edits = memory.edits("nb", "en", [DOGS, "Sånn."])
        assert {sentence: edit.text for sentence, edit in edits.items()} == {DOGS: ENGLISH[1]}


@pytest.mark.parametrize("replaced", [0, 1])
def test_neither_document_is_replaced_by_the_result(
    files: tuple[Path, Path], tmp_path: Path, run: Run, replaced: int
) -> None:
    name = tmp_path / "same.json"
    name.hardlink_to(files[replaced])
    assert "Choose another file name" in run(*files, "-o", name, code=1)
    assert files[replaced].read_text("utf-8").startswith((NORWEGIAN, ENGLISH)[replaced][0][:20])


def test_a_text_that_is_no_translation_is_said_and_nothing_is_written(
    files: tuple[Path, Path], tmp_path: Path, run: Run
) -> None:
    files[1].write_text("The tax authorities publish their annual figures in October every year.\n", "utf-8")
    output = tmp_path / "ut.json"
    assert "does not seem to be a translation" in run(*files, "-o", output, code=1)
    assert not output.exists()


def test_a_file_of_another_kind_is_refused_before_the_work(files: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["align", *map(str, files), "-o", str(tmp_path / "ut.pdf")])
    assert ended.value.code == 2

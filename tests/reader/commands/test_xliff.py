"""XLIFF and notes at the command line: out, changed by a translator, and in again."""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reader.annotations import NOTE, Annotations, annotation_at
from reader.cli import main
from reader.formats import read_document
from reader.memory import DocumentValues, Memory
from reader.parallel import user_edit
from reader.paths import MEMORY_FILE

TEXT = "Dette er en katt. Hunden bjeffet hver gang postmannen kom til oss i hagen."
FIRST, SECOND = "Dette er en katt.", "Hunden bjeffet hver gang postmannen kom til oss i hagen."


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TOSPALT_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "tekst.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def memory(data: Path) -> Iterator[Memory]:
    with closing(Memory(data / MEMORY_FILE)) as memory:
        yield memory


def run(*arguments: object) -> None:
    assert main([str(each) for each in arguments]) == 0


def translated(path: Path, tmp_path: Path, *more: str) -> dict[str, Any]:
    out = tmp_path / "ut.json"
    run("translate", path, "-o", out, *more)
    [paragraph] = json.loads(out.read_bytes())["paragraphs"]
    assert isinstance(paragraph, dict)
    return paragraph


def test_what_a_translator_changed_is_the_translation_and_counts_as_checked(
    file: Path, data: Path, tmp_path: Path
) -> None:
    xliff = tmp_path / "tekst.xlf"
    run("export", file, "-o", xliff, "--from", "nb")
    text = xliff.read_text("utf-8")
    start = text.index("<target>") + len("<target>")
    changed = text[:start] + "Behold, a cat!" + text[text.index("</target>") :]
    xliff.write_text(changed.replace('state="translated" subState="tospalt:machine"', 'state="final"', 1), "utf-8")
    paragraph = translated(xliff, tmp_path)
    assert str(paragraph["target"]).startswith("Behold, a cat! ") and paragraph["state"] == "done"
    first, second = paragraph["sentences"]
    assert first["accepted"] is True and "accepted" not in second


def test_an_edit_in_the_memory_comes_before_what_a_file_brings_and_stays_there(
    file: Path, memory: Memory, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    xliff = tmp_path / "tekst.xlf"
    run("export", file, "-o", xliff, "--from", "nb")
    memory.keep_edits("nb", "en", {FIRST: user_edit(FIRST, "My cat.")})
    assert str(translated(xliff, tmp_path)["target"]).startswith("My cat. ")
    assert memory.edits("nb", "en", [FIRST, SECOND]).keys() == {FIRST}
    told = "“tekst.xlf”: 2 sentences are translated in the file. Your own edit of one of them is used.\n"
    assert told in capsys.readouterr().err


def test_a_part_that_is_not_translated_is_and_the_rest_is_the_files(file: Path, data: Path, tmp_path: Path) -> None:
    xliff = tmp_path / "tekst.xlf"
    run("export", file, "-o", xliff, "--from", "nb")
    text = xliff.read_text("utf-8")
    last = text.rindex('state="translated"')
    text = text[:last] + text[last:].replace('state="translated"', 'state="initial"', 1)
    start = text.index("<target>") + len("<target>")
    xliff.write_text(text[:start] + "Behold!" + text[text.index("</target>") :], "utf-8")
    shutil.rmtree(data)  # nothing is remembered
    target = str(translated(xliff, tmp_path)["target"])
    assert target.startswith("Behold! ") and len(target) > 20


def test_notes_are_exported_if_they_are_wanted_and_come_with_the_file(
    file: Path, memory: Memory, tmp_path: Path
) -> None:
    document, xliff = read_document(file), tmp_path / "tekst.xlf"
    texts = [each.text for each in document.paragraphs]
    Annotations(DocumentValues(memory)).keep(file, NOTE, annotation_at(texts, 0, (0, 17), "Hvilken katt?"))
    memory.close()
    run("export", file, "-o", xliff, "--from", "nb")
    assert "Hvilken" not in xliff.read_text("utf-8")
    run("export", file, "-o", xliff, "--from", "nb", "--notes")
    [note] = translated(xliff, tmp_path, "--notes")["notes"]
    assert (note["text"], note["source"], note["words"]) == ("Hvilken katt?", [0, 17], FIRST)
    assert "notes" not in translated(xliff, tmp_path)

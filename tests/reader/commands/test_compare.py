"""`tospalt compare`: what differs on the terminal, files, and what is wrong with the arguments."""

import json
from pathlib import Path

import pytest

from reader.cli import main
from tests.compared import both_packages, installed

TEXT = "Dette er en katt. Hunden bjeffet hver gang postmannen kom til oss i hagen."


@pytest.fixture(autouse=True)
def two_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.packages.installed.find_packages", installed)
    monkeypatch.setattr("reader.packages.find_packages", installed)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "tekst.txt"
    path.write_text(TEXT, "utf-8")
    return path


def compare(*arguments: object) -> int:
    return main(["compare", *map(str, arguments), "--from", "nb"])


def test_what_differs_is_told_sentence_by_sentence(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shipped, made = both_packages()
    assert compare(file, "--packages", "starter", made.version) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1].endswith(" of 2 sentences are translated alike.")
    assert any(line.startswith("1: Hunden bjeffet") for line in lines)
    assert any(line.startswith(f"  translate-nb_en {shipped.version}") and "[" in line for line in lines)


def test_files_are_saved_by_their_suffix(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for suffix, start in ((".html", b"<!DOCTYPE"), (".pdf", b"%PDF"), (".json", b"{"), (".txt", b"")):
        path = tmp_path / f"ut{suffix}"
        path.write_text("before")
        assert compare(file, "--packages", "starter", both_packages()[1].version, "-o", path) == 0
        assert path.read_bytes().startswith(start) and path.read_bytes() != b"before"
    assert len(json.loads((tmp_path / "ut.json").read_bytes())["sentences"]) == 2
    assert capsys.readouterr().out == ""


def test_what_is_wrong_is_one_line_and_nothing_is_saved(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    version = both_packages()[1].version
    for arguments, said in [
        (("--packages", "starter", "9.9"), "is called “9.9”. Installed: "),
        (("--packages", "starter", "starter"), "Name at least two different packages to compare."),
        (("--packages", "starter", version, "-o", "x.docx"), "must end in one of these: .html, .pdf, .json, .txt."),
        (("--packages", "starter", version, "-o", file.with_name("no") / "x.json"), "x.json” cannot be written"),
        (("--packages", "starter", version, "-o", file), "is the document itself"),
    ]:
        assert compare(file, *arguments) == 1
        assert said in (told := capsys.readouterr().err) and told.count("\n") == 1
    assert sorted(path.name for path in file.parent.iterdir()) == ["tekst.txt"]

"""What the user has dismissed and accepted, in all that commands write."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main
from reader.export import FORMATS
from reader.library import Library
from reader.memory import Memory
from reader.parallel import user_edit
from reader.paths import LIBRARY_FILE, MEMORY_FILE, data_folder

DOGS, FIRST = "Det var 12 hunder i hagen.", "Dette er en tekst på norsk, og den er skrevet av en som bor i byen."
EDIT = "There were dogs."
SIGN = "⚠"


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A document with two sentences, of which one is edited, and has a warning."""
    monkeypatch.setenv("TOSPALT_DATA", str(tmp_path / "data"))
    path = tmp_path / "norsk.txt"
    path.write_text(f"{FIRST} {DOGS}\n", "utf-8")
    with closing(Memory(data_folder() / MEMORY_FILE)) as memory:
        assert memory.keep_edits("nb", "en", {DOGS: user_edit(DOGS, EDIT, languages=("nb", "en"))})
    return path


def dismiss(document: Path) -> None:
    with closing(Memory(data_folder() / MEMORY_FILE)) as memory:
        assert memory.dismiss(("nb", "en"), "number", [(DOGS, EDIT)]).safe


def dismiss_rule(document: Path) -> None:
    library = Library(data_folder() / LIBRARY_FILE)
    library.dismiss(library.add(document), "number", dismissed=True)


def accept(sentence: str, translation: str) -> None:
    with closing(Memory(data_folder() / MEMORY_FILE)) as memory:
        assert memory.accept(("nb", "en"), [(sentence, translation)]).safe


def translated(document: Path, capfd: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    assert main(["translate", str(document), "--format", "json", *options]) == 0
    return dict(json.loads(capfd.readouterr().out))


def sentences(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for paragraph in data["paragraphs"] for each in paragraph["sentences"]]


def exported(document: Path, folder: Path, *options: str, suffix: str = ".md") -> str:
    target = folder / f"ut{suffix}"
    assert main(["export", str(document), "-o", str(target), *options]) == 0
    return target.read_text("utf-8")


@pytest.mark.parametrize("quiet", [dismiss, dismiss_rule])
def test_no_export_shows_a_warning_that_was_dismissed(quiet: Any, document: Path, tmp_path: Path) -> None:
    assert SIGN in exported(document, tmp_path)
    quiet(document)
    assert SIGN not in exported(document, tmp_path)


@pytest.mark.parametrize("quiet", [dismiss, dismiss_rule])
def test_the_json_of_a_translation_has_no_warning_that_was_dismissed(
    quiet: Any, document: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert [each["warnings"] for each in sentences(translated(document, capfd))] == [[], ["number"]]
    quiet(document)
    assert [each["warnings"] for each in sentences(translated(document, capfd))] == [[], []]


def test_the_json_of_a_translation_says_what_is_accepted(document: Path, capfd: pytest.CaptureFixture[str]) -> None:
    accept(DOGS, EDIT)
    assert [each.get("accepted", False) for each in sentences(translated(document, capfd))] == [False, True]


def test_how_much_is_checked_is_in_the_json_if_it_is_asked_for(
    document: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert "checked" not in translated(document, capfd)
    data = translated(document, capfd, "--checked")
    assert data["checked"] == {"checked": 0, "total": 2}  # the edit has a warning
    accept(DOGS, EDIT)  # one that is both counts once
    assert translated(document, capfd, "--checked")["checked"] == {"checked": 1, "total": 2}
    accept(FIRST, data["paragraphs"][0]["target"][slice(*sentences(data)[0]["target"])])
    assert translated(document, capfd, "--checked")["checked"] == {"checked": 2, "total": 2}


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_how_much_is_checked_is_in_an_export_if_it_is_asked_for(document: Path, suffix: str, tmp_path: Path) -> None:
    assert "checked" not in exported(document, tmp_path, suffix=suffix)
    assert "0 of 2 sentences checked" in exported(document, tmp_path, "--checked", suffix=suffix)
    dismiss(document)
    assert "1 of 2 sentences checked" in exported(document, tmp_path, "--checked", suffix=suffix)


@pytest.mark.parametrize("suffix", [suffix for suffix, _ in FORMATS])
def test_every_format_can_be_asked_how_much_is_checked(document: Path, suffix: str, tmp_path: Path) -> None:
    assert main(["export", str(document), "-o", str(tmp_path / f"ut{suffix}"), "--checked"]) == 0


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("translate", "--format", "text"), True),
        (("translate", "--format", "markdown"), True),
        (("translate", "--format", "tmx"), True),
        (("translate", "--format", "json"), False),
        (("export", "-o", "ut.tmx"), True),
        (("export", "-o", "ut.md"), False),
    ],
)
def test_where_it_cannot_be_told_how_many_are_checked_that_is_said(
    command: tuple[str, ...],
    told: bool,
    document: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    name, *options = command
    assert main([name, str(document), *options, "--checked"]) == 0
    assert ("--checked has no effect here" in capfd.readouterr().err) == told


def test_an_accepted_edit_has_no_warning(document: Path, capfd: pytest.CaptureFixture[str]) -> None:
    accept(DOGS, EDIT)
    [each] = [each for each in sentences(translated(document, capfd)) if each.get("accepted")]
    assert each["warnings"] == []

"""`tospalt export`: several documents, and all formats."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from reader.cli import main
from reader.export import FORMATS
from tests.compared import both_packages, installed

NORWEGIAN = "Dette er en tekst på norsk, og den er skrevet av en som bor i byen og ikke på landet.\n"
TIME = "2025-11-22T10:30:00Z"


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    (tmp_path / "inn" / "mer").mkdir(parents=True)
    paths = [tmp_path / "inn" / "blå bær.txt", tmp_path / "inn" / "mer" / "blå bær.md", tmp_path / "inn" / "rød.txt"]
    for path in paths:
        path.write_text(NORWEGIAN, "utf-8")
    return paths


def export(*arguments: object) -> int:
    return main(["export", *map(str, arguments)])


@pytest.mark.parametrize(
    ("characters", "words"),
    [
        ("中", "this character in “tegn.txt”. Its Unicode number is shown instead: U+4E2D\n"),
        ("中文", "these characters in “tegn.txt”. Their Unicode numbers are shown instead: U+4E2D U+6587\n"),
        ("".join(map(chr, range(0x13000, 0x13010))), "U+1300A U+1300B …\n"),
    ],
)
def test_what_no_font_has_is_told_in_the_right_number(
    characters: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "tegn.txt"
    path.write_text(f"Dette er {characters}.", "utf-8")
    assert export(path, "-o", tmp_path / "tegn.pdf") == 0
    told = capsys.readouterr().err
    assert "No font has " in told and told.endswith(words)


@pytest.mark.parametrize("suffix", [suffix for suffix, _ in FORMATS])
def test_the_suffix_tells_the_format(suffix: str, documents: list[Path], tmp_path: Path) -> None:
    target = tmp_path / f"æ ø{suffix}"
    target.write_text("replaced, since it is named")
    assert export(documents[0], "-o", target, "--timestamp", TIME) == 0
    first = target.read_bytes()
    assert not first.startswith(b"replaced")
    assert export(documents[0], "-o", target, "--timestamp", TIME) == 0
    assert target.read_bytes() == first


def test_several_documents_go_into_a_folder_under_names_of_their_own(
    documents: list[Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "ny" / "mappe"
    assert export(*documents, "-o", folder, "--format", "html") == 0
    names = ["blå bær nb-en.html", "blå bær nb-en (2).html", "rød nb-en.html"]
    assert {path.name for path in folder.iterdir()} == set(names)
    assert capfd.readouterr().out.splitlines() == [str(folder / name) for name in names]


def test_one_that_fails_does_not_stop_the_others(
    documents: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "borte.txt"
    assert export(documents[0], gone, documents[2], "-o", tmp_path, "--format", "md", "--from", "nb") == 1
    assert (tmp_path / "blå bær nb-en.md").exists()
    assert (tmp_path / "rød nb-en.md").exists()
    assert capsys.readouterr().err == f"tospalt: “{gone}” does not exist.\n"


def test_what_is_in_the_folder_is_replaced_only_by_force(
    documents: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "rød nb-en.tmx"
    target.write_text("old")
    assert export(documents[2], "-o", tmp_path, "--format", "tmx") == 1
    assert target.read_text() == "old"
    assert f"“{target}” already exists. Use --force to replace it." in capsys.readouterr().err
    assert export(documents[2], "-o", tmp_path, "--format", "tmx", "--force") == 0
    assert target.read_text().startswith("<?xml")


@pytest.mark.parametrize("there", [True, False])
def test_several_documents_need_a_folder(
    there: bool, documents: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "ut.pdf"
    if there:
        target.write_text("old")
    assert export(*documents, "-o", target) == 1
    assert (
        capsys.readouterr().err
        == f"tospalt: “{target}” is not a folder. Several documents can only be saved in a folder.\n"
    )
    assert target.exists() == there
    assert not there or target.read_text() == "old"


def test_a_slash_says_that_the_output_is_a_folder_even_if_there_is_none_yet(
    documents: list[Path], tmp_path: Path
) -> None:
    assert export(documents[2], "-o", f"{tmp_path / 'ny'}/", "--format", "md") == 0
    assert (tmp_path / "ny" / "rød nb-en.md").is_file()


def test_a_document_is_never_replaced_by_its_own_export(documents: list[Path], tmp_path: Path) -> None:
    assert export(documents[1], "-o", documents[1]) == 1
    assert documents[1].read_text("utf-8") == NORWEGIAN


def test_the_looks_can_be_chosen(documents: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "ut.html"
    looks = (
        "--layout",
        "stacked",
        "--paper",
        "a5",
        "--landscape",
        "--font-size",
        "15",
        "--no-numbers",
        "--sentence-marks",
    )
    assert export(documents[0], "-o", target, *looks) == 0
    page = target.read_text("utf-8")
    assert '<div class="parallel stacked">' in page
    assert "size: a5 landscape;" in page
    assert "--scale: 1.5;" in page


def test_a_back_translation_and_a_reference_translation_can_be_added(documents: list[Path], tmp_path: Path) -> None:
    reference, target = tmp_path / "menneske.txt", tmp_path / "ut.md"
    reference.write_text("This is a text in Norwegian, written by someone who lives in the city, not the country.\n")
    assert export(documents[0], "-o", target, "--back-translation", "--reference", reference) == 0
    written = target.read_text("utf-8")
    assert "> *Back-translation:* " in written
    assert "> *Reference translation:* This is a text in Norwegian, written by" in written


def test_a_reference_translation_goes_with_one_document(
    documents: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(*documents, "-o", tmp_path / "ny", "--reference", documents[0]) == 1
    assert capsys.readouterr().err == "tospalt: A reference translation can be placed beside only one document.\n"
    assert not (tmp_path / "ny").exists()


def test_a_reference_translation_that_is_not_there_is_told_before_the_work(
    documents: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.engine.engine.Engine.translate", lambda *_: pytest.fail("it was translated"))
    assert export(documents[0], "-o", tmp_path / "ut.md", "--reference", tmp_path / "borte.txt") == 1
    assert "borte.txt” does not exist." in capsys.readouterr().err


def test_a_format_can_be_named_where_the_suffix_says_nothing(documents: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "minne"
    assert export(documents[0], "-o", target, "--format", "tmx") == 0
    assert target.read_bytes().startswith(b"<?xml")


@pytest.mark.parametrize(
    "wrong",
    [
        ("--font-size", "900"),
        ("--font-size", "x"),
        ("--timestamp", "i går"),
        ("--timestamp", "0001-01-01T00:00:00+14:00"),
        ("--layout", "odd"),
        ("--format", "doc"),
    ],
)
def test_wrong_use_is_exit_code_2(
    wrong: tuple[str, str], documents: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as exit_:
        export(documents[0], "-o", tmp_path / "ut.docx", *wrong)
    assert exit_.value.code == 2
    assert f"argument {wrong[0]}" in capsys.readouterr().err


def test_translate_writes_tmx_too(documents: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "ut.tmx"
    assert main(["translate", str(documents[0]), "-o", str(target)]) == 0
    [unit] = ET.parse(target).iter("tu")
    assert unit.findtext("tuv/seg") == NORWEGIAN.strip()


@pytest.fixture
def two_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.packages.installed.find_packages", installed)
    monkeypatch.setattr("reader.packages.find_packages", installed)


@pytest.mark.usefixtures("two_packages")
def test_columns_are_named_in_their_order(documents: list[Path], tmp_path: Path) -> None:
    version, reference = both_packages()[1].version, tmp_path / "menneske.txt"
    reference.write_text("This is a text in Norwegian, written by someone who lives in the city, not the country.\n")
    names = f"Reference, starter,{version},translation,original,{version}"
    folder = tmp_path / "ut"
    arguments = (documents[0], "-o", f"{folder}/", "--format", "md", "--layout", "columns", "--reference", reference)
    assert export(*arguments, "--columns", names, "--no-numbers") == 0
    head, _, row = next(folder.iterdir()).read_text("utf-8").splitlines()[:3]
    starter = both_packages()[0].version
    expected = [
        "Reference translation",
        f"translate-nb_en {starter}",
        f"translate-nb_en {version}",
        "English",
        "Norsk bokmål",
    ]
    assert head.replace("\\", "").strip("| ").split(" | ") == expected
    assert all(row.strip("| ").split(" | ")) and row.count(" | ") == 4


def test_what_else_is_asked_for_comes_behind_the_columns(documents: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "ut.md"
    arguments = ("--layout", "columns", "--columns", "machine,original", "--back-translation")
    assert export(*documents[1:2], "-o", target, *arguments) == 0
    assert target.read_text("utf-8").startswith("| No. | English | Norsk bokmål | Back-translation |")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("original,reference", "The column “reference” needs a reference translation: name its file with"),
        (
            "original,9.9",
            "There is no column “9.9”. Write original, machine, back, reference, notes, or a package: “",
        ),
    ],
)
def test_columns_that_there_cannot_be_are_told_before_the_work(
    names: str, said: str, documents: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(documents[0], "-o", tmp_path / "ut.pdf", "--columns", names) == 1
    assert said in (told := capsys.readouterr().err) and told.count("\n") == 1
    assert not (tmp_path / "ut.pdf").exists()


def test_a_document_is_written_in_its_own_layout(tmp_path: Path) -> None:
    source, target = tmp_path / "brev.md", tmp_path / "letter.md"
    source.write_text(f"# Et brev\n\n{NORWEGIAN}\n```\nx = 1\n```\n", "utf-8")
    assert export(source, "-o", target, "--layout", "original") == 0
    written = target.read_text("utf-8")
    assert written.startswith("# ") and written.endswith("\n```\nx = 1\n```\n")
    assert NORWEGIAN not in written
    assert export(source, "-o", target, "--layout", "original", "--text", "both") == 0
    assert NORWEGIAN in target.read_text("utf-8")


def test_several_documents_keep_their_own_formats(
    documents: list[Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "ut"
    assert export(*documents, "-o", folder, "--layout", "original") == 0
    assert sorted(path.suffix for path in folder.iterdir()) == [".md", ".txt", ".txt"]
    assert all(NORWEGIAN not in path.read_text("utf-8") for path in folder.iterdir())
    assert len(capfd.readouterr().out.splitlines()) == 3


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("-o", "ut.docx", "--layout", "original"), "must end in one of these: .txt"),
        (("-o", "ut.txt", "--layout", "original", "--columns", "original"), "--columns cannot be used"),
        (("-o", "ut.txt", "--layout", "original", "--format", "pdf"), "--format cannot be used"),
        (("-o", "ut.txt"), "add --layout original"),
        (("-o", "ut.odt"), "must end in one of these: .pdf"),
        (("-o", "ut.pdf", "--text", "both"), "--text is only for --layout original"),
    ],
)
def test_what_does_not_go_with_the_own_layout_is_told_before_the_work(
    arguments: tuple[str, ...],
    told: str,
    documents: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert export(documents[0], *arguments) != 0
    assert told in capsys.readouterr().err
    assert not list(tmp_path.glob("ut.*"))

"""The command line's doors of the translation memory for TMX files; forgetting is tested with what it forgets."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.cli import main
from reader.memory import Memory
from reader.parallel import Hypothesis, user_edit
from reader.paths import MEMORY_FILE, data_folder
from tests.reader.memory.databases import raw

PAIRS = (("Hei.", "Hello."), ("Takk.", "Thanks."))


def tmx(*units: dict[str, str], source: str = "*all*") -> str:
    header = f'<header creationtool="x" segtype="sentence" adminlang="en" srclang="{source}" datatype="x"/>'
    texts = (
        "".join(f'<tuv xml:lang="{code}"><seg>{text}</seg></tuv>' for code, text in unit.items()) for unit in units
    )
    return f'<tmx version="1.4">{header}<body>{"".join(f"<tu>{each}</tu>" for each in texts)}</body></tmx>'


def norwegian(source: str = "*all*") -> str:
    return tmx(*({"nb-NO": one, "en-GB": other} for one, other in PAIRS), source=source)


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOSPALT_DATA", str(tmp_path / "data"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "minne.tmx"
    path.write_text(norwegian("nb-NO"), "utf-8")
    return path


@pytest.fixture
def remembered() -> Iterator[Memory]:
    """What the commands use."""
    with closing(Memory(data_folder() / MEMORY_FILE)) as memory:
        yield memory


def edits(memory: Memory, source: str, target: str, *sentences: str) -> dict[str, str]:
    return {key: edit.text for key, edit in memory.edits(source, target, sentences, exactly=True).items()}


def test_a_file_is_imported_as_it_says_and_what_came_of_it_is_told(
    file: Path, remembered: Memory, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["memory", "import", str(file)]) == 0
    assert edits(remembered, "nb", "en", "Hei.", "Takk.") == dict(PAIRS)
    assert edits(remembered, "en", "nb", "Hello.", "Thanks.") == {}
    assert capsys.readouterr() == ("Norwegian Bokmål to English:\n2 sentences were added.\n", "")
    assert main(["memory", "import", str(file)]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["0 sentences were added.", "2 were already there."]


def test_a_file_that_does_not_say_which_language_is_the_source_is_for_both_directions(
    file: Path, remembered: Memory, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(norwegian(), "utf-8")
    assert main(["memory", "import", str(file)]) == 0
    assert edits(remembered, "nb", "en", "Hei.", "Takk.") == dict(PAIRS)
    assert edits(remembered, "en", "nb", "Hello.", "Thanks.") == {other: one for one, other in PAIRS}
    out = capsys.readouterr().out
    assert out.startswith("Norwegian Bokmål to English and English to Norwegian Bokmål:\n4 sentences were added.\n")


@pytest.mark.parametrize("chosen", [["--from", "en"], ["--to", "nb"], ["--from", "en", "--to", "no"]])
def test_the_direction_can_be_chosen_whatever_the_file_says(chosen: list[str], file: Path, remembered: Memory) -> None:
    assert main(["memory", "import", str(file), *chosen]) == 0
    assert edits(remembered, "en", "nb", "Hello.", "Thanks.") == {other: one for one, other in PAIRS}
    assert edits(remembered, "nb", "en", "Hei.", "Takk.") == {}


def test_of_several_languages_the_wanted_ones_must_be_named(
    file: Path, remembered: Memory, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(tmx({"de": "Ja.", "fr": "Oui.", "sv": "Ja."}, {"fr": "Non.", "de": "Nein."}), "utf-8")
    assert main(["memory", "import", str(file)]) == 1
    err = capsys.readouterr().err
    assert "It has: German (de), French (fr), Swedish (sv). Use --from and --to." in err
    assert main(["memory", "import", str(file), "--from", "de", "--to", "fr"]) == 0
    assert edits(remembered, "de", "fr", "Ja.", "Nein.") == {"Ja.": "Oui.", "Nein.": "Non."}


def test_a_file_that_names_its_languages_is_imported_as_one_with_codes(file: Path, remembered: Memory) -> None:
    file.write_text(tmx(*({"Norwegian": one, "English": other} for one, other in PAIRS), source="Norwegian"), "utf-8")
    assert main(["memory", "import", str(file)]) == 0
    assert edits(remembered, "nb", "en", "Hei.", "Takk.") == dict(PAIRS)


def test_of_languages_that_are_not_known_it_must_be_told_which_they_are(
    file: Path, remembered: Memory, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(tmx(*({"kilde": one, "mål": other} for one, other in PAIRS)), "utf-8")
    for arguments in ([], ["--from", "nb", "--to", "en"]):
        assert main(["memory", "import", str(file), *arguments]) == 1
        err = capsys.readouterr().err
        assert "does not know these languages" in err and "kilde, mål" in err
    assert main(["memory", "import", str(file), "--from", "nb=kilde", "--to", "en=mål"]) == 0
    assert edits(remembered, "nb", "en", "Hei.", "Takk.") == dict(PAIRS)


def test_units_in_unknown_languages_are_told_of_beside_those_that_are_added(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(tmx(*({"nb": one, "en": other} for one, other in PAIRS), {"kilde": "Ja.", "en": "Yes."}), "utf-8")
    assert main(["memory", "import", str(file), "--from", "nb"]) == 0
    assert capsys.readouterr().out.endswith(
        "2 sentences were added.\nOne unit is not in both languages.\nTospalt does not know these languages: kilde.\n"
    )


@pytest.mark.parametrize(
    ("units", "arguments", "said"),
    [
        ([], [], "has no translations.\n"),
        ([{"en-US": "Yes.", "en-GB": "Yes."}], [], "has no translations: it is in English (en) only.\n"),
        ([{"nb": "Ja.", "en": "Yes."}], ["--from", "nb", "--to", "no"], "cannot both be in Norwegian Bokmål.\n"),
    ],
)
def test_a_file_without_translations_is_no_reason_to_choose_languages(
    units: list[dict[str, str]], arguments: list[str], said: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(tmx(*units), "utf-8")
    assert main(["memory", "import", str(file), *arguments]) == 1
    assert capsys.readouterr().err.endswith(said)


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "x.tmx", "--from", "hurra"],
        ["export", "-"],
        ["export", "x.csv"],
        ["import"],
        ["export"],
        ["import", "x.tmx", "--all"],
    ],
)
def test_what_is_missing_or_unknown_is_a_usage_error(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as error:
        main(["memory", *arguments])
    assert error.value.code == 2


def test_what_is_no_tmx_file_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.tmx").write_text("<html></html>")
    assert main(["memory", "import", str(tmp_path / "x.tmx")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_an_export_can_be_imported_elsewhere(
    file: Path, tmp_path: Path, remembered: Memory, capsys: pytest.CaptureFixture[str]
) -> None:
    remembered.keep_edits("nb", "en", {"Hei.": user_edit("Hei.", "Hi.")})
    remembered.keep_edits("en", "nb", {"Bye.": user_edit("Bye.", "Ha det.")})
    remembered.store("translate-nb_en 1.9 7", {"Nei.": Hypothesis("No.", 0.0)})
    out = tmp_path / "ut.tmx"
    assert main(["memory", "export", str(out)]) == 0
    assert capsys.readouterr().out == "2 sentences were exported.\n"
    remembered.forget_everything()
    assert main(["memory", "import", str(out)]) == 0
    assert edits(remembered, "nb", "en", "Hei.", "Ha det.", "Nei.") == {"Hei.": "Hi."}
    assert edits(remembered, "en", "nb", "Bye.", "Hi.") == {"Bye.": "Ha det."}


@pytest.mark.parametrize(("options", "number"), [([], 1), (["--all"], 2), (["--from", "en"], 0), (["--to", "en"], 1)])
def test_what_is_exported_can_be_chosen(
    options: list[str], number: int, tmp_path: Path, remembered: Memory, capsys: pytest.CaptureFixture[str]
) -> None:
    remembered.keep_edits("nb", "en", {"Hei.": user_edit("Hei.", "Hi.")})
    remembered.store("translate-nb_en 1.9 7", {"Nei.": Hypothesis("No.", 0.0)})
    assert main(["memory", "export", str(tmp_path / "ut.tmx"), *options]) == (0 if number else 1)
    assert (tmp_path / "ut.tmx").exists() == bool(number)
    told = capsys.readouterr()
    assert str(number) in told.out.replace("One", "1") if number else "nothing to export" in told.err


def test_how_much_there_is_is_told_by_language_pair(remembered: Memory, capsys: pytest.CaptureFixture[str]) -> None:
    remembered.keep_edits("nb", "en", {"Hei.": user_edit("Hei.", "Hi.")})
    remembered.store("translate-en_nb 1.9 7", {"No.": Hypothesis("Nei.", 0.0), "Yes.": Hypothesis("Ja.", 0.0)})
    remembered.store("translate-nb_en 1.9 7 + translate-en_de 1 7", {"Nei.": Hypothesis("Nein.", 0.0)})
    remembered.store("another", {"Nei.": Hypothesis("Nein.", 0.0)})
    assert main(["memory", "info"]) == 0
    assert capsys.readouterr().out.splitlines()[:5] == [
        "4 translated sentences, 1 edit",
        "Other languages: 1 translated sentence, 0 edits",
        "English to Norwegian Bokmål: 2 translated sentences, 0 edits",
        "Norwegian Bokmål to German: 1 translated sentence, 0 edits",
        "Norwegian Bokmål to English: 0 translated sentences, 1 edit",
    ]


def test_what_is_imported_is_told_apart_and_forgotten(
    file: Path, remembered: Memory, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["memory", "import", str(file)]) == main(["memory", "info"]) == 0
    assert capsys.readouterr().out.splitlines()[2:4] == [
        "0 translated sentences, 0 edits, 2 imported sentences",
        "Norwegian Bokmål to English: 0 translated sentences, 0 edits, 2 imported sentences",
    ]
    assert main(["memory", "forget", "--everything", "--yes"]) == 0
    assert capsys.readouterr().out == "Forgotten: 0 translated sentences, 0 edits, 2 imported sentences\n"
    assert remembered.amounts() == []


@pytest.mark.skipif(os.name != "posix", reason="signals and terminals are POSIX's")
@pytest.mark.parametrize("action", ["import", "export"])
def test_ctrl_c_ends_it_with_130_and_nothing_counts(action: str, tmp_path: Path, remembered: Memory) -> None:
    sentences = [f"Setning {number} er her." for number in range(8_000)]
    path = tmp_path / "x.tmx"
    if action == "import":
        path.write_text(tmx(*({"nb": each, "en": f"x{each}"} for each in sentences), source="nb"), "utf-8")
    else:
        remembered.keep_edits("nb", "en", {each: user_edit(each, each) for each in sentences})
    before = remembered.amounts()
    # Progress is shown only on a terminal; the first output means that the work has begun.
    terminal, screen = os.openpty()
    command = [sys.executable, "-m", "ui.main", "memory", action, str(path)]
    with subprocess.Popen(command, stderr=screen, start_new_session=True) as process:
        assert b"orting: " in os.read(terminal, 100)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
    os.close(screen)
    os.close(terminal)
    assert remembered.amounts() == before
    assert path.exists() == (action == "import")


def test_words_are_searched_with_what_they_have_become(remembered: Memory, capsys: pytest.CaptureFixture[str]) -> None:
    remembered.store(
        "translate-nb_en 1.9 88888888 nb en",
        {
            "Et vedtak.": Hypothesis("A decision.", -1.0, ((3, 9, 2, 10, 1.0),)),
            "Vedtakene nå.": Hypothesis("Decisions now.", -1.0, ((0, 9, 0, 9, 1.0),)),
            "Vedtak!": Hypothesis("A resolution!", -1.0),
        },
    )
    assert main(["memory", "search", "vedtak"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "decision: 2" and "Not linked: 1" in told[1:] and "  Vedtakene nå." in told
    assert main(["memory", "search", "--language", "en", "vedtak"]) == 1
    assert main(["memory", "search", "et vedtak", "--most", "1"]) == 0
    assert capsys.readouterr().out.splitlines() == ["decision: 1", "  Et vedtak.", "  A decision.", ""]
    assert remembered.file is not None
    (index,) = remembered.file.parent.glob("*.words*")
    raw(index, "UPDATE words_data SET block = x'00' WHERE id > 10")
    assert main(["memory", "search", "et vedtak"]) == 0

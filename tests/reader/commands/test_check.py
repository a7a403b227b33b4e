"""`tospalt check`: the machine's translation, a translation by somebody, and two files line by line."""

import io
import json
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main
from reader.library import Library
from reader.memory import Memory
from reader.parallel import user_edit
from reader.paths import (
    ATTENTION_FOLDER,
    LIBRARY_FILE,
    MEMORY_FILE,
    OWN_WORDS_FILE,
    QUALITY_FOLDER,
    data_folder,
)
from reader.quality import Assessment, Level, kept
from reader.quality.own_pairs import own_pairs
from reader.spelling import OwnWords
from reader.spelling.dictionaries import FOLDERS
from tests.dictionaries import FOLDER

DOGS = "Det var 12 hunder i hagen."
NORWEGIAN = (
    "Dette er en tekst på norsk, og den er skrevet av en som bor i byen og ikke på landet. Det var 12 hunder i hagen.",
    "Den har to avsnitt, og det andre er litt lengre enn det første, slik at ingen kan være i tvil om språket.",
)
ENGLISH = (
    "This is a text in Norwegian, and it is written by one who lives in the city and not in the country. "
    "There were 12 dogs in the garden.",
    "It has two paragraphs, and the second is a little longer than the first, so that nobody doubts the language.",
)


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where it is kept how good the tests' packages are, which takes seconds to measure."""
    return tmp_path_factory.mktemp("measured")


@pytest.fixture(autouse=True)
def data(tmp_path: Path, measured: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A data folder without anything remembered but what was measured, on some of the pairs."""
    monkeypatch.setattr(kept, "own_pairs", lambda *languages: own_pairs(*languages)[::6])
    monkeypatch.setenv("TOSPALT_DATA", str(tmp_path / "data"))
    monkeypatch.setenv(FOLDERS, "")
    for folder in QUALITY_FOLDER, ATTENTION_FOLDER:
        (measured / folder).mkdir(exist_ok=True)
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / "data" / folder).symlink_to(measured / folder)


def written(path: Path, *paragraphs: str, between: str = "\n\n") -> Path:
    path.write_text(between.join(paragraphs) + "\n", "utf-8")
    return path


@pytest.fixture
def original(tmp_path: Path) -> Path:
    return written(tmp_path / "norsk.txt", *NORWEGIAN)


@pytest.fixture
def translation(tmp_path: Path) -> Path:
    return written(tmp_path / "english.txt", *ENGLISH)


class Told:
    """Runs the command and gives what it wrote."""

    def __init__(self, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
        self._capture = capfdbinary

    def text(self, *arguments: str | Path, code: int = 0) -> str:
        assert main(["check", *map(str, arguments)]) == code
        out, err = (each.decode() for each in self._capture.readouterr())
        assert (err == "") == (code == 0)
        return out or err

    def pairs(self, *arguments: str | Path) -> list[dict[str, Any]]:
        data = json.loads(self.text(*arguments, "--format", "json"))
        return list(data["pairs"])


@pytest.fixture
def told(capfdbinary: pytest.CaptureFixture[bytes]) -> Told:
    return Told(capfdbinary)


def rules(pairs: list[dict[str, Any]]) -> list[list[str]]:
    return [[warning["rule"] for warning in pair["warnings"]] for pair in pairs]


def edited(sentence: str, text: str) -> None:
    """Let the user have edited a sentence."""
    with closing(Memory(data_folder() / MEMORY_FILE)) as memory:
        assert memory.keep_edits("nb", "en", {sentence: user_edit(sentence, text)})


# One document


def test_each_sentence_of_a_document_is_told_with_what_looks_wrong_in_it(original: Path, told: Told) -> None:
    edited(DOGS, "There were dogs.")
    data = json.loads(told.text(original, "--format", "json"))
    assert (data["source_language"], data["target_language"]) == ("nb", "en")
    first = NORWEGIAN[0].removesuffix(f" {DOGS}")
    assert [pair["source"] for pair in data["pairs"]] == [first, DOGS, NORWEGIAN[1]]
    assert all(set(pair) == {"source", "target", "level", "doubtful", "warnings"} for pair in data["pairs"])
    second = data["pairs"][1]
    assert second["target"] == "There were dogs." and "number" in rules([second])[0]
    assert all(isinstance(warning["word"], str) for warning in second["warnings"])


def test_the_text_shows_what_is_to_be_checked_with_its_number_and_counts_it(original: Path, told: Told) -> None:
    edited(DOGS, "There were dogs.")
    block, summary = told.text(original).split("\n\n")
    lines = block.split("\n")
    assert lines[:2] == ["2. Det var 12 hunder i hagen.", "   There were dogs."]
    assert lines[2].startswith("   ! ") and "number" in lines[2]
    assert summary == "1 of 3 sentences is to be checked.\n"
    assert told.text(original, "--show-all").count("\n\n") == 3


def test_where_nothing_looks_wrong_that_is_said(tmp_path: Path, told: Told) -> None:
    lines = written(tmp_path / "a.txt", "Hunden er ute."), written(tmp_path / "b.txt", "The dog is out.")
    assert told.text(*lines, "--lines") == "Nothing looks wrong in 1 sentence.\n"


def test_parts_of_a_sentence_over_subtitles_are_checked_as_one(tmp_path: Path, told: Told) -> None:
    cues = ("00:00:01,000 --> 00:00:05,000\nHun kjøpte 34", "00:00:06,000 --> 00:00:09,000\nepler i går. Takk.")
    edited("Hun kjøpte 34 epler i går.", "Yesterday she bought 34 apples.")
    pairs = told.pairs(written(tmp_path / "film.srt", *cues), "--from", "nb")
    assert [pair["target"] for pair in pairs][:2] == ["Yesterday she bought", "34 apples."]
    assert rules(pairs)[:2] == [[], []]


def test_what_is_verbatim_is_shown_without_signs(tmp_path: Path, told: Told) -> None:
    path = tmp_path / "a.md"
    path.write_text("Se på `x = 1` i hagen, og så på huset.\n", "utf-8")
    [pair] = told.pairs(path, "--from", "nb")
    assert pair["source"] == "Se på x = 1 i hagen, og så på huset." and "x = 1" in pair["target"]


def test_no_letter_of_a_text_acts_on_the_terminal(tmp_path: Path, told: Told) -> None:
    sources = written(tmp_path / "a.txt", "Det er 5\x1b[2Jhunder\u202e her.")
    out = told.text(sources, written(tmp_path / "b.txt", "Dogs\x07 are here."), "--lines", "--show-all")
    assert all(character == "\n" or character.isprintable() for character in out)


def test_a_paragraph_that_failed_is_told_and_the_rest_is_checked(
    original: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    from reader.engine.engine import Engine
    from reader.errors import TranslationError

    translate = Engine.translate

    def failing(self: Engine, sentences: Any, *arguments: Any, **options: Any) -> Any:
        if any("avsnitt" in sentence for sentence in sentences):
            raise TranslationError("It broke.")
        return translate(self, sentences, *arguments, **options)

    monkeypatch.setattr(Engine, "translate", failing)
    assert main(["check", str(original), "--format", "json"]) == 1
    out, err = capfdbinary.readouterr()
    assert [pair["source"] for pair in json.loads(out)["pairs"]][1:] == [
        DOGS
    ] and b"could not be translated: It broke." in err


# What the user thinks


def judged(original: Path, told: Told) -> tuple[str, str]:
    edited(DOGS, "There were dogs.")
    [pair] = [pair for pair in told.pairs(original) if pair["warnings"]]
    return pair["source"], pair["target"]


def test_a_dismissed_warning_is_quiet_until_either_text_changes(original: Path, told: Told) -> None:
    pair = judged(original, told)
    with closing(Memory(data_folder() / MEMORY_FILE)) as memory:
        for rule in {rule for found in rules(told.pairs(original)) for rule in found}:
            memory.dismiss(("nb", "en"), rule, [pair])
    assert rules(told.pairs(original)) == [[], [], []]
    edited(pair[0], "There were 11 dogs.")
    assert "number" in rules(told.pairs(original))[1]


def test_what_is_accepted_needs_no_look_and_says_so(original: Path, told: Told) -> None:
    pair = judged(original, told)
    with closing(Memory(data_folder() / MEMORY_FILE)) as memory:
        memory.accept(("nb", "en"), [pair])
    assert [each.get("accepted", False) for each in told.pairs(original)] == [False, True, False]
    assert told.text(original) == "Nothing looks wrong in 3 sentences.\n"
    assert "There were dogs.\n   accepted\n" in told.text(original, "--show-all")


def test_a_rule_dismissed_for_a_document_is_quiet_in_it_and_in_no_other(
    original: Path, tmp_path: Path, told: Told
) -> None:
    judged(original, told)
    library = Library(data_folder() / LIBRARY_FILE)
    library.dismiss(library.add(original), "number", dismissed=True)
    other = written(tmp_path / "annen.txt", *NORWEGIAN)
    assert ["number" in found for found in rules(told.pairs(original))] == [False, False, False]
    assert ["number" in found for found in rules(told.pairs(other))] == [False, True, False]


# What was found, for scripts

DOG, CATS = ("Hunden er ute.", "The dog is out."), ("Det er 12 katter.", "There are cats.")


@pytest.fixture
def levels(monkeypatch: pytest.MonkeyPatch) -> dict[str, Level]:
    """How doubtful translations are, by their text; of others nothing is estimated, and no model is loaded."""
    made = dict[str, Level]()

    def assess(pairs: Sequence[tuple[str, str]], *_: object) -> list[Assessment | None]:
        return [Assessment(made[target], 50.0, (), informed=True) if target in made else None for _, target in pairs]

    monkeypatch.setattr("reader.commands.check.assessments", assess)
    return made


@pytest.fixture
def lines(tmp_path: Path, levels: dict[str, Level]) -> Callable[..., list[str]]:
    """Writes two files of pairs of lines, and gives the arguments that have them checked."""

    def write(*pairs: tuple[str, str]) -> list[str]:
        files = (
            written(tmp_path / f"{n}.txt", *texts, between="\n") for n, texts in enumerate(zip(*pairs, strict=True))
        )
        return ["check", *map(str, files), "--lines"]

    return write


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_exit_code_tells_what_was_found_only_if_that_is_asked_for(
    lines: Callable[..., list[str]], form: str
) -> None:
    assert main([*lines(DOG), "--format", form, "--fail"]) == 0
    assert main([*lines(DOG, CATS), "--format", form]) == 0
    assert main([*lines(DOG, CATS), "--format", form, "--fail"]) == 3


@pytest.mark.parametrize(("level", "code"), [(Level.FINE, 0), (Level.LOOK, 0), (Level.DOUBTFUL, 3)])
def test_a_doubtful_sentence_counts_for_the_exit_code_and_one_worth_a_look_does_not(
    level: Level, code: int, lines: Callable[..., list[str]], levels: dict[str, Level]
) -> None:
    levels[DOG[1]] = level
    assert main([*lines(DOG), "--fail"]) == code


@pytest.mark.parametrize("by", ["dismissing", "accepting"])
def test_what_the_user_has_settled_does_not_count_for_the_exit_code(lines: Callable[..., list[str]], by: str) -> None:
    with closing(Memory(data_folder() / MEMORY_FILE)) as memory:
        memory.accept(("nb", "en"), [CATS]) if by == "accepting" else memory.dismiss(("nb", "en"), "number", [CATS])
    assert main([*lines(DOG, CATS), "--from", "nb", "--to", "en", "--fail"]) == 0


@pytest.mark.usefixtures("levels")
def test_a_failure_counts_more_than_what_was_found(original: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edited(DOGS, "There were dogs.")
    assert main(["check", str(original), "--fail"]) == 3
    monkeypatch.setattr("reader.commands.check.verdict", lambda _: 1)
    assert main(["check", str(original), "--fail"]) == 1


def test_the_json_says_where_a_word_is_and_what_it_has_become(lines: Callable[..., list[str]], told: Told) -> None:
    changed = ("Det var 12 hunder i hagen.", "There were 21 dogs in the garden.")
    added = ("Det var hunder i hagen.", "There were 12 dogs in the garden.")
    found = [each["warnings"] for each in told.pairs(*lines(DOG, changed, CATS, added)[1:])]
    assert found == [
        [],
        [{"rule": "number", "word": "12", "in": "source", "instead": "21"}],
        [{"rule": "number", "word": "12", "in": "source"}],
        [{"rule": "number", "word": "12", "in": "target"}],
    ]


def test_the_exit_codes_are_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    words = " ".join(capsys.readouterr().out.split())
    assert (
        "--fail exit with 3 if any sentence is to be checked; by default with 0" in words
        and "3 if --fail is given" in words
    )


# A translation by somebody


@pytest.mark.usefixtures("shipped_pair")
def test_a_translation_is_aligned_with_its_original_and_checked(original: Path, tmp_path: Path, told: Told) -> None:
    changed = written(tmp_path / "b.txt", ENGLISH[0].replace("12", "21"), ENGLISH[1])
    pairs = told.pairs(original, changed)
    assert [pair["target"] for pair in pairs] == [
        ENGLISH[0].split(" There")[0],
        "There were 21 dogs in the garden.",
        ENGLISH[1],
    ]
    assert rules(pairs) == [[], ["number"], []]


@pytest.mark.usefixtures("shipped_pair")
def test_what_a_translation_leaves_out_and_adds_is_told(original: Path, tmp_path: Path, told: Told) -> None:
    added = "The translator of this book has never seen such a large and splendid boat."
    changed = written(tmp_path / "b.txt", ENGLISH[0].split(" There")[0], f"{ENGLISH[1]} {added}")
    pairs = told.pairs(original, changed)
    assert rules(pairs) == [[], ["omitted"], [], ["added"]]
    assert [(pairs[1]["source"], pairs[1]["target"])] == [(DOGS, "")]
    assert [(pairs[3]["source"], pairs[3]["target"])] == [("", added)]
    out = told.text(original, changed)
    assert "   –\n   ! not in the translation\n" in out and f"4. –\n   {added}\n   ! not in the original\n" in out


def test_a_translation_in_the_wrong_language_is_refused_before_the_work(
    original: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.engine.engine.Engine.translate", lambda *_: pytest.fail("it was translated"))
    assert "is in Norwegian Bokmål and not in English" in told.text(original, original, code=1)


def test_the_languages_follow_from_the_translation_where_the_original_is_too_short(
    tmp_path: Path, translation: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    short = written(tmp_path / "a.txt", "Hotel in Oslo 12.")
    main(["check", str(short), str(translation), "--format", "json"])
    out, err = capfdbinary.readouterr()
    assert not out or json.loads(out)["source_language"] == "nb"
    assert b"is in English and not in" not in err


# Line by line


def test_lines_are_paired_without_translating_anything(
    tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.engine.engine.Engine.translate", lambda *_, **__: pytest.fail("it was translated"))
    sources = written(tmp_path / "a.txt", "Hunden er ute.", "", "Det er 12 katter.  ", "Ja. Nei.", between="\n")
    targets = written(tmp_path / "b.txt", "The dog is out.", "", "There are cats.", "Yes. No.", between="\r\n")
    pairs = told.pairs(sources, targets, "--lines")
    assert [(pair["source"], pair["target"]) for pair in pairs] == [
        ("Hunden er ute.", "The dog is out."),
        ("Det er 12 katter.", "There are cats."),
        ("Ja. Nei.", "Yes. No."),
    ]
    assert rules(pairs) == [[], ["number"], []]


def test_a_line_that_is_empty_on_one_side_is_left_out_or_added(tmp_path: Path, told: Told) -> None:
    sources = written(tmp_path / "a.txt", "Hunden er ute.", "", "Ja.", between="\n")
    targets = written(tmp_path / "b.txt", "", "The cat is in.", "Yes.", between="\n")
    assert rules(told.pairs(sources, targets, "--lines")) == [["omitted"], ["added"], []]


def test_different_numbers_of_lines_are_one_clear_sentence(tmp_path: Path, told: Told) -> None:
    sources = written(tmp_path / "a.txt", "Ja.", "Nei.", between="\n")
    targets = written(tmp_path / "b.txt", "Yes.")
    told_of = told.text(sources, targets, "--lines", code=1)
    assert told_of.startswith(f"tospalt: “{sources}” has 2 lines, “{targets}” 1 line;") and told_of.count("\n") == 1


@pytest.mark.parametrize("ends", ["", "\n"])
def test_a_line_end_at_the_end_of_a_file_is_no_line(ends: str, tmp_path: Path, told: Told) -> None:
    (tmp_path / "a.txt").write_text(f"Ja.\nNei.{ends}", "utf-8")
    targets = written(tmp_path / "b.txt", "Yes.", "No.", between="\n")
    assert len(told.pairs(tmp_path / "a.txt", targets, "--lines")) == 2


def test_two_empty_files_have_no_sentences(tmp_path: Path, told: Told) -> None:
    for name in "ab":
        (tmp_path / name).write_bytes(b"")
    assert told.text(tmp_path / "a", tmp_path / "b", "--lines") == "There is nothing to check.\n"


def test_lines_are_read_in_the_chosen_encoding_and_from_standard_input(
    tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_bytes("Båten ligger på vannet.".encode("cp865"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The boat is on the water.\n")))
    [pair] = told.pairs(tmp_path / "a.txt", "-", "--lines", "--encoding", "cp865")
    assert (pair["source"], pair["target"]) == ("Båten ligger på vannet.", "The boat is on the water.")


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("option", [[], ["--lines"]])
def test_a_file_that_cannot_be_read_is_named(which: int, option: list[str], original: Path, told: Told) -> None:
    files = [original, original]
    files[which] = original.with_name("finnes ikke")
    assert told.text(*files, *option, code=1) == f"tospalt: “{files[which]}” does not exist.\n"
    files[which].write_bytes(b"\x89PNG\r\n\x1a\n\0")
    assert "not plain text" in told.text(*files, *option, code=1)


def test_both_texts_cannot_come_from_standard_input(told: Told) -> None:
    assert "Only one of the two texts" in told.text("-", "-", code=1)


# Doubt


def test_a_warning_names_the_word_and_words_most_likely_wrong_are_told(
    tmp_path: Path, told: Told, shipped_pair: None
) -> None:
    sources = written(tmp_path / "a.txt", "Det var 12 hunder i hagen.", "Hunden sover i huset.", between="\n")
    targets = written(tmp_path / "b.txt", "There were 13 dogs in the garden.", "The parliament is blue.", between="\n")
    first, second = told.pairs(sources, targets, "--lines", "--from", "nb", "--to", "en")
    assert first["warnings"] == [{"rule": "number", "word": "12", "in": "source", "instead": "13"}]
    assert second["level"] == "doubtful" and "parliament" in second["doubtful"]
    out = told.text(sources, targets, "--lines", "--from", "nb", "--to", "en")
    assert "   ! “12” has become “13”\n" in out and "   ! most likely wrong: " in out


def test_the_users_own_sentence_has_no_level(original: Path, told: Told, shipped_pair: None) -> None:
    edited(DOGS, "There were 12 dogs, all asleep.")
    levels = [pair["level"] for pair in told.pairs(original)]
    assert levels[1] is None and None not in (levels[0], levels[2])


def test_between_languages_without_a_package_only_rules_judge(tmp_path: Path, told: Told) -> None:
    lines = written(tmp_path / "a.txt", "Es waren 12 Hunde."), written(tmp_path / "b.txt", "C'étaient 13 chiens.")
    [pair] = told.pairs(*lines, "--lines", "--from", "de", "--to", "fr")
    assert pair["level"] is None and [each["rule"] for each in pair["warnings"]] == ["number"]


def test_a_word_of_no_dictionary_is_told_unless_the_user_has_added_it(
    told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDERS, str(FOLDER))
    nb = written(tmp_path / "nb.txt", "Katten sover i huset.", "Hunden er ute.", between="\n")
    en = written(tmp_path / "en.txt", "The cat sleeps in the dwelloid.", "The dog is out.", between="\n")
    lines = (nb, en, "--lines", "--from", "nb", "--to", "en")
    for expected in (["dwelloid"], []):
        warned = [each for pair in told.pairs(*lines) for each in pair["warnings"]]
        assert [each["word"] for each in warned if each["rule"] == "word"] == expected
        OwnWords(data_folder() / OWN_WORDS_FILE).add("dwelloid")

"""The words that the user has added to the dictionary."""

import stat
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from reader.errors import OutputError
from reader.files import write_atomically
from reader.spelling import OwnWords


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "own-words.txt"


def looked(file: Path) -> OwnWords:
    words = OwnWords(file)
    words.look()
    return words


def test_a_word_is_there_until_it_is_removed_also_at_the_beginning_of_a_sentence(file: Path) -> None:
    words = OwnWords(file)
    words.add("språkkafé")
    words.add("Tospalt")
    for each in (words, looked(file)):
        assert [each.has(word) for word in ("språkkafé", "Språkkafé", "Tospalt", "tospalt")] == [
            True,
            True,
            True,
            False,
        ]
    words.remove("Språkkafé")
    assert not words.has("språkkafé") and not looked(file).has("språkkafé") and looked(file).has("Tospalt")


def test_without_words_there_is_no_file(file: Path) -> None:
    words = OwnWords(file)
    words.remove("en")
    assert not words.is_there
    words.add("en")
    assert words.is_there
    words.remove("en")
    assert not words.is_there and not file.exists() and not looked(file).has("en")
    words.add("to")
    assert file.read_text("utf-8") == "to\n"


def test_the_file_is_private_and_has_one_word_a_line(file: Path) -> None:
    words = OwnWords(file)
    words.add("øl")
    words.add("ale")
    assert file.read_text("utf-8") == "ale\nøl\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_what_other_programs_and_the_user_write_meanwhile_is_kept(file: Path) -> None:
    mine, other = OwnWords(file), OwnWords(file)
    mine.add("en")
    other.add("to")
    mine.add("tre")
    file.write_text(file.read_text("utf-8") + "  fire \r\n\n", "utf-8")
    for each in (mine, other):
        each.look()
        assert all(map(each.has, ("en", "to", "tre", "fire"))) and not each.has("")


def test_a_file_that_is_no_list_of_words_is_set_aside_before_another_takes_its_place(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"\xff\xfe\0")
    words = looked(file)
    assert not words.has("en")
    words.add("en")
    assert file.read_text("utf-8") == "en\n"
    assert [path.read_bytes() for path in file.parent.glob("own-words.damaged*")] == [b"\xff\xfe\0"]


def test_what_cannot_be_written_is_an_error_and_loses_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = OwnWords(file)
    words.add("en")

    def full(*_: object, **__: object) -> None:
        raise OutputError("full")

    monkeypatch.setattr("reader.spelling.own_words.write_atomically", full)
    with pytest.raises(OutputError):
        words.add("to")
    assert file.read_text("utf-8") == "en\n"


def test_forgotten_words_are_in_no_file(file: Path) -> None:
    OwnWords(file).forget()
    words, other = OwnWords(file), OwnWords(file)
    words.add("hemmelig")
    other.look()
    (file.parent / "own-words.damaged.txt").write_text("hemmelig")
    words.forget()
    other.look()
    assert not words.is_there and not words.has("hemmelig") and not other.has("hemmelig")
    assert not [path for path in file.parent.iterdir() if b"hemmelig" in path.read_bytes()]


def test_forgotten_words_are_not_written_again_by_another_program_that_is_adding_one(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, other = OwnWords(file), OwnWords(file)
    mine.add("hemmelig")
    forgetting = Thread(target=mine.forget)

    def write(*args: Any, **kwargs: Any) -> None:
        forgetting.start()
        forgetting.join(0.2)  # it waits; it would have ended long ago otherwise
        write_atomically(*args, **kwargs)

    monkeypatch.setattr("reader.spelling.own_words.write_atomically", write)
    other.add("en")
    forgetting.join()
    assert not file.exists()


def test_words_are_forgotten_even_if_the_file_cannot_be_locked(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = OwnWords(file)
    words.add("hemmelig")

    def full(*_: object) -> None:
        raise OSError("full")

    monkeypatch.setattr("reader.spelling.own_words.alone", full)
    words.forget()
    assert not file.exists()

"""Words are looked up by a process of its own, which may end without harm."""

import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from reader.spelling import Speller, speller as module
from tests.dictionaries import small_speller


@pytest.fixture
def speller() -> Iterator[Speller]:
    speller = small_speller()
    yield speller
    speller.close()


def test_words_that_no_dictionary_has_are_unknown(speller: Speller) -> None:
    assert speller.unknown(["hunden", "hunnden", "språk", "Katt"], "nb") == {"hunnden"}
    assert speller.unknown(["dogs", "color", "colour", "coolour", "don't"], "en") == {"coolour"}


def test_what_may_have_been_meant_is_suggested(speller: Speller) -> None:
    assert "hunden" in speller.suggestions("hunnden", "nb")
    assert "språk" in speller.suggestions("spraak", "nb") or "språk" in speller.suggestions("språkk", "nb")


def test_without_a_dictionary_all_words_are_right(speller: Speller) -> None:
    assert speller.unknown(["hunnden"], "fr") == set()
    assert speller.suggestions("hunnden", "fr") == []


def test_without_the_binding_all_words_are_right(speller: Speller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    assert speller.unknown(["hunnden"], "nb") == set()


def test_a_word_that_a_dictionary_cannot_write_is_not_judged(tmp_path: Path) -> None:
    (tmp_path / "nb_NO.aff").write_bytes(b"SET ISO8859-1\n")
    (tmp_path / "nb_NO.dic").write_bytes("2\nhund\nhår\n".encode("latin-1"))
    speller = small_speller(tmp_path)
    assert speller.unknown(["hår", "łódź", "katt"], "nb") == {"katt"}
    assert speller.suggestions("łódź", "nb") == []
    speller.close()


def test_a_process_that_has_ended_is_started_again_until_it_ends_too_often(speller: Speller) -> None:
    for _ in range(3):
        assert speller.unknown(["hunnden"], "nb") == {"hunnden"}
        assert speller._process is not None
        speller._process.kill()
        assert speller.unknown(["hunnden"], "nb") == set()
    assert speller.unknown(["hunnden"], "nb") == set()
    assert speller._process is None


def test_after_a_rest_the_dictionaries_are_loaded_again(speller: Speller) -> None:
    for _ in range(5):
        assert speller.unknown(["hunnden"], "nb") == {"hunnden"}
        speller.rest()
        assert speller._process is None


def test_closing_ends_a_question_that_is_being_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "never_answers.py"
    script.write_text("import sys\nsys.stdin.read()")
    monkeypatch.setattr(module, "command", lambda _: [sys.executable, str(script)])
    speller = small_speller()
    answers: list[object] = []
    asking = Thread(target=lambda: answers.append(speller.unknown(["hunnden"], "nb")))
    asking.start()
    while speller._process is None and asking.is_alive():
        pass
    speller.close()
    asking.join()
    assert answers == [frozenset()]
    assert speller.unknown(["hunnden"], "nb") == set()


def test_an_answer_that_takes_too_long_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "never_answers.py"
    script.write_text("import sys\nsys.stdin.read()")
    monkeypatch.setattr(module, "command", lambda _: [sys.executable, str(script)])
    monkeypatch.setattr(module, "_PATIENCE_S", 0.01)
    speller = small_speller()
    assert speller.unknown(["hunnden"], "nb") == set()
    speller.close()


@pytest.mark.parametrize("damage", [b"", b"\0" * 4000, b"99999\nhund/XYZ\n", b"SFX A Y 9\n" * 100])
def test_a_damaged_dictionary_does_no_harm(damage: bytes, tmp_path: Path) -> None:
    for suffix in (".aff", ".dic"):
        (tmp_path / f"nb_NO{suffix}").write_bytes(damage)
    speller = small_speller(tmp_path)
    speller.unknown(["hunnden"], "nb")
    speller.suggestions("hunnden", "nb")
    speller.close()

"""Telling Bokmål from related languages and English."""

import errno
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, strategies as st

from reader.errors import OutputError
from reader.text import NAMES, detect_language, detection, unload_idle_detector

BOKMAAL = "Jeg vet ikke hva vi skal gjøre nå, men noe må skje før været blir verre. Hun så på ham uten å svare."
NYNORSK = "Eg veit ikkje kva vi skal gjere no, men noko må skje før vêret vert verre. Ho såg på han utan å svare."
DANISH = (
    "Jeg ved ikke, hvad vi skal gøre nu, men noget må der ske, før vejret bliver værre. Hun så på ham af medlidenhed."
)
SWEDISH = (
    "Jag vet inte vad vi ska göra nu, men något måste hända innan vädret blir värre. Hon såg på honom utan att svara."
)
ENGLISH = "I do not know what we should do now, but something has to happen before the weather gets any worse."


@pytest.mark.parametrize(
    ("text", "language"),
    [(BOKMAAL, "nb"), (NYNORSK, "nn"), (DANISH, "da"), (SWEDISH, "sv"), (ENGLISH, "en")],
    ids=["Bokmål", "Nynorsk", "Danish", "Swedish", "English"],
)
def test_two_sentences_are_enough_to_be_certain(text: str, language: str) -> None:
    detection = detect_language(text)
    assert (detection.language, detection.certain) == (language, True)
    assert 0.9 <= detection.probability <= 1


@pytest.mark.parametrize(
    ("text", "language"),
    [("Jeg vet ikke.", "nb"), ("I do not know.", "en"), ("Hva skjer?", "nb"), ("What is this?", "en")],
)
def test_a_short_text_is_guessed_but_not_certain(text: str, language: str) -> None:
    detection = detect_language(text)
    assert (detection.language, detection.certain) == (language, False)


@pytest.mark.parametrize("text", ["", "   \n", "12 345 – 67 %", "😀", "…?!"])
def test_without_letters_nothing_is_known(text: str) -> None:
    detection = detect_language(text)
    assert (detection.language, detection.probability, detection.certain) == ("en", 0.0, False)


@pytest.mark.parametrize("text", ["Jag", "Hej på dig", "Jeg ved", "Eg veit"])
def test_an_uncertain_guess_is_a_language_there_is_a_package_for(text: str) -> None:
    assert detect_language(text).language in ("nb", "en")


def test_a_list_of_names_is_long_enough_but_has_no_clear_winner() -> None:
    assert not detect_language("Kari Nordmann, Ola Lie, John Smith, Anne Berg, Peter Holm, Maria Lund").certain


def test_white_space_does_not_make_a_text_long_enough() -> None:
    assert not detect_language("Jeg vet ikke." + " " * 200).certain


def test_the_beginning_of_a_long_text_decides() -> None:
    assert detect_language(BOKMAAL * 50 + ENGLISH * 500) == detect_language(BOKMAAL * 50)


def test_several_threads_may_ask_at_once() -> None:
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(detect_language, [BOKMAAL, ENGLISH] * 10))
    assert [detection.language for detection in found] == ["nb", "en"] * 10


@given(st.text(max_size=200))
def test_any_text_has_one_of_the_five_languages(text: str) -> None:
    detection = detect_language(text)
    assert detection.language in NAMES
    assert 0 <= detection.probability <= 1


def test_keys_and_the_like_are_in_no_language_and_tell_nothing_of_that_of_the_text() -> None:
    prose = "This is the key that you asked for, and nobody else may have it. Keep it in a safe place, please."
    found = detect_language(f"{'aB3/xY9+' * 1000}\n{prose}")
    assert (found.language, found.certain) == ("en", True)
    assert detect_language("aB3/xY9+" * 1000).language in ("nb", "en")


def test_where_no_temporary_file_can_be_written_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("reader.text.detection._loaded", [])
    monkeypatch.setattr("py3langid.modelio.tempfile.TemporaryFile", full)
    with pytest.raises(OutputError, match="Make room for them"):
        detect_language(BOKMAAL.replace("været", "alt"))


def test_what_detects_languages_is_unloaded_when_it_is_not_used_and_loaded_again_when_it_is() -> None:
    first = detection.surely_in(SWEDISH, {"nb", "en"})
    assert first == "sv"
    unload_idle_detector(3600)
    assert detection._loaded  # it has just been used
    unload_idle_detector(0)
    assert not detection._loaded
    assert detection.surely_in(SWEDISH, {"nb", "en"}) == first and detection._loaded

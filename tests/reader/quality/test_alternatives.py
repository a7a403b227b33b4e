"""Which other translations of a sentence are offered, and how they are grouped."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, cast

import pytest

from reader.engine import Beginning, Engines, LinkingTranslator
from reader.errors import NoPackageError
from reader.memory import Memory
from reader.packages import Packages, find_packages
from reader.parallel import Hypothesis, by_rules
from reader.quality import Alternative, Asked, completions, keeping, variants, words_at
from reader.quality.calibration import Calibration
from reader.quality.kept import known_calibration
from reader.translation import Pipeline

WAY = ("en", "nb")
ASKED = Asked("The government said it on Monday.", "Regjeringen sa det mandag.", WAY, ((4, 14, 0, 11, 0.5),))


class Offering:
    """Has these translations, and these words behind any beginning."""

    def __init__(self, *texts: str, words: Sequence[str] = ()) -> None:
        self.texts, self.words, self.asked = texts, words, list[str]()

    def variants(self, sentence: str, count: int, *, cancelled: Callable[[], bool]) -> list[Hypothesis]:
        self.asked.append(sentence)
        return [by_rules(sentence, Hypothesis(text, -1.0), WAY) for text in self.texts][:count]

    def words_at(self, sentence: str, beginning: Beginning, count: int, *, cancelled: Callable[[], bool]) -> list[str]:
        return list(self.words[:count])

    def continued(
        self, sentence: str, beginnings: Sequence[Beginning], *, cancelled: Callable[[], bool]
    ) -> list[Hypothesis]:
        return [by_rules(sentence, Hypothesis(f"{each.text} sa det mandag.", -1.0), WAY) for each in beginnings]

    def near(self, sentence: str, wanted: str, count: int, *, cancelled: Callable[[], bool]) -> list[Hypothesis]:
        return self.variants(sentence, count, cancelled=cancelled)


def told(found: Sequence[Alternative]) -> list[list[str]]:
    return [[each.word or each.text for each in (one, *one.forms)] for one in found]


def engine(*texts: str, words: Sequence[str] = ()) -> LinkingTranslator:
    return cast("LinkingTranslator", Offering(*texts, words=words))


def test_variants_differ_in_a_content_word_and_forms_of_the_shown_one_come_last() -> None:
    found = variants(
        ASKED,
        engine(
            "Regjeringen sa det mandag.",
            "Regjeringa sa dette på mandag.",
            "Staten sa det mandag.",
            "Staten sa dette på mandag.",
            "Regjeringen sa det 12 ganger mandag.",  # a number that is not in the sentence
            "Regjeringen fortalte det mandag.",
        ),
    )
    assert told(found) == [
        ["Staten sa det mandag.", "Staten sa dette på mandag."],
        ["Regjeringen fortalte det mandag."],
        ["Regjeringa sa dette på mandag."],
    ]
    assert [found[0].text[start:end] for start, end in found[0].changed] == ["Staten"]


def test_at_most_eight_are_offered_each_with_a_few_forms() -> None:
    names = ["Staten", "Kongen", "Riket", "Landet", "Byen", "Hæren", "Politiet", "Retten", "Rådet", "Avisen"]
    found = variants(ASKED, engine(*(f"{name} sa det mandag." for name in names)))
    assert told(found) == [[f"{name} sa det mandag."] for name in names[:8]]


def test_at_a_word_forms_are_grouped_and_its_own_come_last() -> None:
    words = ["Regjeringen", "Staten", "Regjeringa", "statens", "Kongen", "STATEN"]
    *_, found = words_at(ASKED, Beginning("", 0), engine("Styresmakt", "Kongen", "To ord", words=words))
    assert told(found) == [["Staten", "statens", "STATEN"], ["Kongen"], ["Styresmakt"], ["Regjeringa"]]
    assert found[0].text == "Staten sa det mandag."


def test_the_first_are_there_before_the_others_are_made() -> None:
    words = ["Staten", "Kongen", "Riket", "Landet", "Byen", "Hæren", "Politiet", "Retten"]
    coming = words_at(ASKED, Beginning("", 0), engine(words=words))
    assert [each.word for each in next(coming)] == words[:4]
    assert [each.word for each in next(coming)] == words


def test_a_word_that_stands_before_the_place_is_not_offered_again() -> None:
    found = list(words_at(ASKED, Beginning("Regjeringen ", 1), engine(words=["regjeringen"])))
    assert not found


def test_the_pipeline_finds_them_with_how_good_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    def of_use(*given: Any) -> Calibration | None:
        found = known_calibration(*given)
        return replace(found, look=50.0) if found is not None else None

    monkeypatch.setattr("reader.quality.assessing.known_calibration", of_use)
    pipeline = Pipeline(find_packages(), Engines(), Memory(None))
    asked = Asked("Hunden sover i huset.", "The dog sleeps in the house.", ("nb", "en"))
    first, *_, last = list(pipeline.alternatives(asked, 4))
    assert first and [each.text for each in first] == [each.text for each in last][: len(first)]
    assert all(each.text.startswith("The ") and each.level is None for each in first)
    assert all(each.level is not None for each in last)
    assert not any(pipeline.alternatives(asked, 28)), "there is no word"
    with pytest.raises(NoPackageError):
        list(Pipeline(Packages((), ()), Engines(), Memory(None)).alternatives(asked))


def test_what_the_user_wrote_is_kept_and_something_else_is_changed() -> None:
    asked = replace(ASKED, translation="Staten sa det på måndag.")
    found = keeping(
        replace(asked, translation="Staten sa dem mandag."),
        "Regjeringen sa dem mandag.",
        engine("Staten sa dem mandag.", "Staten fortalte det mandag.", "Regjeringen sa det mandag."),
    )
    assert [each.text for each in found] == ["Staten fortalte det mandag.", "Staten sa det mandag."]
    assert [found[0].text[start:end] for start, end in found[0].changed] == ["fortalte det"]
    assert not keeping(asked, asked.translation, engine("Staten."))


def test_what_is_typed_is_completed_by_other_words() -> None:
    words = ["sa", "sang", *(f"sam{i}" for i in range(9))]
    assert completions("x", "Hun sa", engine(words=words)) == words[1:9]

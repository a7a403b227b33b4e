from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest

from reader import read_text
from reader.engine import Engines, LinkingTranslator
from reader.errors import CancelledError, NoPackageError, PackageError
from reader.memory import Memory
from reader.packages import LanguagePackage, Packages
from reader.parallel import ParallelText, RowTranslated, State
from reader.text import Document, Kind, Paragraph
from reader.translation import Advance, Pipeline, Stage, StageStarted, complete
from tests.fake_translator import FakeTranslator

INSTALLED = Packages(
    tuple(LanguagePackage(Path(f"{a}_{b}"), a, b, "1.0", starter=False) for a, b in (("nb", "en"), ("en", "nb")))
)


class FakeEngines(Engines):
    """Gives the fake translator instead of loading a model; links no words."""

    def __init__(self, translator: FakeTranslator) -> None:
        super().__init__()
        self.translator = translator

    def load(
        self, installed: Packages, source: str, target: str, cancelled: Callable[[], bool] = lambda: False
    ) -> tuple[tuple[LanguagePackage, ...], LinkingTranslator, PackageError | None]:
        return installed.route(source, target), self.get(()), None

    def get(
        self, packages: Sequence[LanguagePackage], cancelled: Callable[[], bool] = lambda: False
    ) -> LinkingTranslator:
        return self.translator  # type: ignore[return-value]

    def for_links(
        self, packages: Sequence[LanguagePackage], installed: Packages, cancelled: Callable[[], bool] = lambda: False
    ) -> None:
        return None


@pytest.fixture
def engines(translator: FakeTranslator) -> FakeEngines:
    return FakeEngines(translator)


def text_of(*paragraphs: str) -> ParallelText:
    document = Document("t", tuple(map(Paragraph, paragraphs)), None, "nb", True)
    return ParallelText.untranslated(document, "nb", "en")


def test_everything_is_translated_and_told_paragraph_by_paragraph(engines: FakeEngines) -> None:
    text = text_of("Hei.", "Ja.")
    steps = list(complete(Pipeline(INSTALLED, engines, Memory(None)), text))
    assert [row.target for row in text.rows] == ["HEI.", "JA."]
    assert steps == [Advance(Stage.TRANSLATING, 1, 2), Advance(Stage.TRANSLATING, 2, 2)]
    assert [package.name for package in text.packages] == ["translate-nb_en"]


def test_the_translation_is_translated_back_if_that_is_wanted(engines: FakeEngines) -> None:
    text = text_of("Hei.", "Ja.")
    steps = list(complete(Pipeline(INSTALLED, engines, Memory(None)), text, back=True))
    assert [row.back for row in text.rows] == ["HEI.", "JA."]
    assert steps[-1] == Advance(Stage.TRANSLATING_BACK, 2, 2)


@pytest.mark.parametrize(
    ("headings", "paragraphs", "last"),
    [(2, 3, Advance(Stage.TRANSLATING, 3, 3)), (2, 0, Advance(Stage.TRANSLATING, 2, 2))],
)
def test_paragraphs_are_counted_as_in_the_window_where_headings_have_no_number(
    headings: int, paragraphs: int, last: Advance, engines: FakeEngines
) -> None:
    rows = [Paragraph(f"Tittel {n}", Kind.HEADING, level=1) for n in range(headings)]
    rows += [Paragraph(f"Det regner {n}.") for n in range(paragraphs)]
    text = ParallelText.untranslated(Document("t", tuple(rows), None, "nb", True), "nb", "en")
    steps = list(complete(Pipeline(INSTALLED, engines, Memory(None)), text))
    assert len(steps) == headings + paragraphs and steps[-1] == last


def test_what_the_memory_knows_is_not_asked_for_again(engines: FakeEngines, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "m.sqlite")
    list(complete(Pipeline(INSTALLED, engines, memory), text_of("Hei.", "Ja."), back=True))
    engines.translator.asked.clear()
    again = text_of("Hei.", "Ja.")
    list(complete(Pipeline(INSTALLED, engines, memory), again, back=True))
    assert [(row.target, row.back) for row in again.rows] == [("HEI.", "HEI."), ("JA.", "JA.")]
    assert engines.translator.asked == []
    memory.close()


def test_a_paragraph_that_fails_is_told_with_its_reason_and_the_rest_goes_on(engines: FakeEngines) -> None:
    engines.translator.fails_on = "Hei"
    text = text_of("Hei.", "Ja.")
    steps = [step for step in complete(Pipeline(INSTALLED, engines, Memory(None)), text) if isinstance(step, Advance)]
    assert [row.state for row in text.rows] == [State.FAILED, State.DONE]
    assert sorted(step.reason for step in steps) == ["", "The language model could not translate this text."]


def test_cancelling_keeps_what_is_done_and_begins_nothing_more(engines: FakeEngines) -> None:
    text = text_of(*(" ".join(f"Setning {n} og {i}." for i in range(300)) for n in range(9)))
    steps: list[object] = []
    for step in complete(Pipeline(INSTALLED, engines, Memory(None), lambda: bool(steps)), text, back=True):
        steps.append(step)
    done = [row for row in text.rows if row.state is State.DONE]
    assert 0 < len(done) < len(text.rows)
    assert not any(row.back for row in text.rows)


def test_work_that_saw_a_pause_ends_also_where_that_is_taken_back_at_once(engines: FakeEngines) -> None:
    text = text_of(*(" ".join(f"Setning {n} og {i}." for i in range(300)) for n in range(9)))
    told: list[object] = []
    pauses = iter([True])

    def paused() -> bool:
        return any(isinstance(event, RowTranslated) for event in told) and next(pauses, False)

    for event in Pipeline(INSTALLED, engines, Memory(None), paused).run(text, links=True, back=True):
        told.append(event)
    assert 0 < len(text.outstanding()) < len(text.rows)
    assert [event.stage for event in told if isinstance(event, StageStarted)] == [Stage.TRANSLATING]


class BrokenLinks(FakeEngines):
    def for_links(self, *_arguments: object, **_more: object) -> None:
        raise PackageError("The package {package} does not work. Install it again.", package="translate-nb_en")


def test_a_package_that_does_not_work_any_more_is_no_reason_to_lose_what_the_memory_knows(
    translator: FakeTranslator, tmp_path: Path
) -> None:
    memory = Memory(tmp_path / "m.sqlite")
    list(complete(Pipeline(INSTALLED, FakeEngines(translator), memory), text_of("Hei.")))
    text = text_of("Hei.")
    list(complete(Pipeline(INSTALLED, BrokenLinks(translator), memory), text, links=True))
    assert text.rows[0].target == "HEI."
    memory.close()


class CancelledTrial(FakeEngines):
    def load(self, *_arguments: object, **_more: object) -> NoReturn:
        raise CancelledError


def test_cancelling_while_a_package_is_tried_ends_the_work(translator: FakeTranslator) -> None:
    text = text_of("Hei.")
    assert list(complete(Pipeline(INSTALLED, CancelledTrial(translator), Memory(None)), text, back=True)) == []
    assert text.rows[0].state is State.PENDING


def test_without_a_package_it_is_said(engines: FakeEngines) -> None:
    with pytest.raises(NoPackageError):
        list(complete(Pipeline(Packages(()), engines, Memory(None)), text_of("Hei.")))


def test_a_single_sentence_is_translated_whole_whatever_stands_in_its_code(
    engines: FakeEngines, tmp_path: Path
) -> None:
    key = "Skriv \ufdd0a. B. C\ufdd1 nå."
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        found = Pipeline(INSTALLED, engines, memory).translate_sentence(text_of("Noe."), key)
    assert engines.translator.asked == [[key]]
    assert found is not None and found.text == key.upper()


@pytest.mark.parametrize("remember", [True, False])
def test_a_part_of_a_sentence_over_cues_is_cut_out_of_the_translation_of_that(
    engines: FakeEngines, remember: bool, tmp_path: Path
) -> None:
    timed = "00:01.000 --> 00:02.000\nHun gikk hjem\n\n00:02.000 --> 00:03.000\nover fjellet.\n"
    text = ParallelText.untranslated(read_text(timed, Path("film.srt")), "nb", "en")
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        found = Pipeline(INSTALLED, engines, memory).translate_sentence(text, "over fjellet.", remember=remember)
    assert engines.translator.asked == [["Hun gikk hjem over fjellet."]]
    assert found is not None and found.text == "OVER FJELLET."

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from reader import read_text
from reader.engine import Engine, Engines
from reader.errors import PackageError
from reader.memory import Memory
from reader.packages import LanguagePackage, find_packages
from reader.parallel import ParallelText, Row, RowEdited, SentencePair, State, edited, initial_row
from reader.quality import Assessments, Measured, NotJudged, RowAssessed, ToJudge, kept
from reader.quality.assessing import Assessment, Level
from reader.text import Document, Paragraph
from reader.translation import Pipeline
from tests.reader.quality.scored import Scored, made_pairs

GOOD = ("ord1 ord2 ord3 ord4 ord6 ord7.", "word1 word2 word3 word4 word6 word7.")
BAD = ("ord5 ord10 ord15 ord4 ord20 ord7.", "galt5 galt10 galt15 word4 galt20 word7.")


class Pair(Engines):
    """Engines that know which words they translate wrongly."""

    def __init__(self) -> None:
        super().__init__()
        self.engine = Scored()
        self.problem: PackageError | None = None
        self.loadings = 0

    def both(self, packages: Sequence[LanguagePackage], *_: Any) -> tuple[Engine, None] | None:
        self.loadings += 1
        if self.problem is not None:
            raise self.problem
        return (cast("Engine", self.engine), None) if len(packages) == 1 else None


@pytest.fixture(autouse=True)
def calibrated(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing is known of the packages before they are measured."""
    monkeypatch.setattr(kept, "CALIBRATIONS", tmp_path / "none.json")
    found = made_pairs(100)
    monkeypatch.setattr(kept, "own_pairs", lambda source, target: found)


@pytest.fixture
def engines() -> Pair:
    return Pair()


@pytest.fixture
def pipeline(engines: Pair) -> Pipeline:
    return Pipeline(find_packages(), engines, Memory(None))


def row_of(*pairs: tuple[str, str], score: float | None = -0.5) -> Row:
    """A translated paragraph of these sentences."""
    source, target, sentences = "", "", []
    for one, other in pairs:
        spans = (len(source), len(source) + len(one)), (len(target), len(target) + len(other))
        sentences.append(SentencePair(*spans, score))
        source, target = f"{source}{one} ", f"{target}{other} "
    return Row(Paragraph(source.strip()), target.strip(), State.DONE, tuple(sentences))


def text_of(*rows: Row, packages: int = 1) -> ParallelText:
    document = Document("t", tuple(row.source for row in rows), None, "nb", True)
    return ParallelText(document, "nb", "en", find_packages().route("nb", "en") * packages, list(rows))


def numbered(count: int) -> list[Row]:
    return [row_of((f"{GOOD[0]} ord{i}.", f"{GOOD[1]} word{i}.")) for i in range(count)]


def levels(found: Sequence[Assessment | None]) -> list[Level | None]:
    return [None if each is None else each.level for each in found]


def added(pipeline: Pipeline, text: ParallelText, known: Assessments, **how: Any) -> list[RowAssessed]:
    """What is judged now; `known` gets it."""
    events = list(pipeline.assess(text, known, **how))
    for event in events:
        if not isinstance(event, NotJudged):
            known.add(event)
    return [event for event in events if isinstance(event, RowAssessed)]


def why_not(pipeline: Pipeline, text: ParallelText) -> list[NotJudged]:
    """Why nothing, or not everything, is judged."""
    return [event for event in pipeline.assess(text, Assessments()) if isinstance(event, NotJudged)]


def test_each_sentence_of_a_row_has_its_level_and_its_doubtful_words(pipeline: Pipeline) -> None:
    text, known = text_of(row_of(GOOD, BAD), row_of(BAD)), Assessments()
    assert [event.index for event in added(pipeline, text, known)] == [0, 1]
    assert levels(known.of(text.rows[0])) == [Level.FINE, Level.DOUBTFUL]
    found = known.of(text.rows[0])[1]
    assert found is not None and not found.informed
    assert [BAD[1][slice(*span)] for span in found.doubtful] == ["galt5", "galt10", "galt15"]


def test_a_sentence_over_cues_is_judged_once_and_each_part_has_its_own_words(pipeline: Pipeline, engines: Pair) -> None:
    source, target = "ord1 ord5 ord10 ord4 ord20 ord7.", "word1 galt5 galt10 word4 galt20 word7."
    cues = (("- ord1 ord5", "- word1 galt5"), ("ord10 ord4", "galt10 word4"), ("ord20 ord7.", "galt20 word7."))
    srt = (f"00:00:0{n},000 --> 00:00:0{n},900\n{cue}\n" for n, (cue, _) in enumerate(cues))
    paragraphs = read_text("\n".join(srt), Path("film.srt")).paragraphs
    rows = [replace(row_of(pair), source=paragraph) for pair, paragraph in zip(cues, paragraphs, strict=True)]
    text, known = text_of(*numbered(15), *rows), Assessments()  # two of them are judged in the next turn
    added(pipeline, text, known)
    assert [call[15:] for call in engines.engine.asked] == [[(source, target)]]
    found = [known.at(row, 0) for row in rows]
    assert levels(found) == [Level.DOUBTFUL] * 3
    words = [
        [row.target[slice(*span)] for span in each.doubtful] for row, each in zip(rows, found, strict=True) if each
    ]
    assert words == [["galt5"], ["galt10"], ["galt20"]]


def test_a_part_of_a_sentence_is_judged_alone_while_the_others_are_not_translated(
    pipeline: Pipeline, engines: Pair
) -> None:
    srt = "00:00:01,000 --> 00:00:02,000\nord1 ord5\n\n00:00:02,000 --> 00:00:03,000\nord10 ord4."
    first, second = read_text(srt, Path("film.srt")).paragraphs
    text = text_of(replace(row_of(("ord1 ord5", "word1 galt5")), source=first), initial_row(second))
    added(pipeline, text, Assessments())
    assert engines.engine.asked == [[("ord1 ord5", "word1 galt5")]]


def test_what_the_estimates_are_worth_is_told_first(pipeline: Pipeline) -> None:
    known = Assessments()
    first = next(pipeline.assess(text_of(row_of(GOOD)), known))
    assert isinstance(first, Measured) and known.measured is None
    known.add(first)
    assert known.measured == Measured(False, 1.0, first.base)
    assert 0 < first.base < 0.5


def test_what_is_known_is_not_judged_again(pipeline: Pipeline, engines: Pair) -> None:
    text, known = text_of(row_of(GOOD), row_of(("– …", "– …"))), Assessments()
    assert added(pipeline, text, known)
    engines.engine.asked.clear()
    assert added(pipeline, text, known) == []
    assert added(pipeline, text_of(row_of(GOOD), row_of(BAD)), known) != []
    assert engines.engine.asked == [[BAD]]


def test_rows_on_screen_go_first(pipeline: Pipeline) -> None:
    events = added(pipeline, text_of(*numbered(60)), Assessments(), view=lambda: range(40, 45))
    assert [event.index for event in events][:5] == [40, 41, 42, 43, 44]
    assert sorted(event.index for event in events) == list(range(60))


def test_an_edited_sentence_has_no_level_and_undone_it_has_the_old_one(pipeline: Pipeline, engines: Pair) -> None:
    text, known = text_of(row_of(GOOD, BAD)), Assessments()
    added(pipeline, text, known)
    before = text.rows[0]
    text.apply(RowEdited(0, edited(before, 1, "word5 word10 word15 word4 word20 word7.")[0]))
    assert levels(known.of(text.rows[0])) == [Level.FINE, None]
    engines.engine.asked.clear()
    assert added(pipeline, text, known) == [] and engines.engine.asked == []
    assert levels(known.of(before)) == [Level.FINE, Level.DOUBTFUL]


def test_an_edit_to_the_machines_words_is_still_the_users(pipeline: Pipeline) -> None:
    text, known = text_of(row_of(BAD)), Assessments()
    added(pipeline, text, known)
    assert levels(known.of(edited(text.rows[0], 0, BAD[1])[0])) == [None]


def test_what_no_model_translated_is_not_judged(pipeline: Pipeline, engines: Pair) -> None:
    assert added(pipeline, text_of(row_of(BAD, score=None)), Assessments()) == []
    assert engines.engine.asked == [] and engines.engine.translated == 0


def test_sentences_on_which_the_model_fails_are_left_out_and_the_rest_is_judged(
    pipeline: Pipeline, engines: Pair, caplog: pytest.LogCaptureFixture
) -> None:
    text, known = text_of(row_of(BAD), *numbered(40)), Assessments()
    added(pipeline, text_of(row_of(GOOD)), Assessments())  # calibrates
    engines.engine.fails_on = BAD[0]
    events = added(pipeline, text, known)
    assert known.of(text.rows[0]) == [None]
    assert events[-1].index == 40 and len(events) >= 20
    assert why_not(pipeline, text) == [NotJudged.FAILED]
    assert "judging translations" in caplog.text
    caplog.clear()


def test_cancelling_ends_it_between_batches(engines: Pair) -> None:
    seen: list[int] = []
    pipeline = Pipeline(find_packages(), engines, Memory(None), lambda: len(seen) >= 3)
    for event in pipeline.assess(text_of(*numbered(60)), Assessments()):
        seen += [event.index] if isinstance(event, RowAssessed) else []
    assert 3 <= len(seen) < 30


@pytest.mark.usefixtures("user_folder")
def test_cancelled_while_calibrating_nothing_is_told(engines: Pair) -> None:
    pipeline = Pipeline(find_packages(), engines, Memory(None), lambda: True)
    assert list(pipeline.assess(text_of(row_of(BAD)), Assessments())) == []
    assert engines.engine.asked == []
    assert list(replace(pipeline, cancelled=lambda: False).assess(text_of(row_of(BAD)), Assessments()))
    assert engines.engine.translated == 100


def test_through_several_packages_and_without_a_working_one_it_is_told_why_nothing_is_judged(
    pipeline: Pipeline, engines: Pair, caplog: pytest.LogCaptureFixture
) -> None:
    assert why_not(pipeline, text_of(row_of(BAD), packages=2)) == [NotJudged.SEVERAL]
    engines.problem = PackageError("It is broken.")
    assert why_not(pipeline, text_of(row_of(BAD))) == [NotJudged.PACKAGE]
    assert "judges translations" in caplog.text
    caplog.clear()


@pytest.mark.usefixtures("user_folder")
def test_a_package_whose_scores_tell_nothing_is_no_judge(pipeline: Pipeline, engines: Pair) -> None:
    engines.engine.honest = False
    assert why_not(pipeline, text_of(row_of(BAD))) == [NotJudged.UNRELIABLE]


def test_for_languages_that_cannot_be_calibrated_no_model_is_loaded(pipeline: Pipeline, engines: Pair) -> None:
    text = text_of(row_of(BAD))
    german = ParallelText(text.document, "nb", "de", text.packages, text.rows)
    assert why_not(pipeline, german) == [NotJudged.LANGUAGES]
    assert engines.loadings == 0


@pytest.mark.usefixtures("user_folder")
def test_while_a_package_is_calibrated_it_is_told_how_far_that_is(pipeline: Pipeline) -> None:
    told = list[tuple[int, int]]()
    text = text_of(row_of(BAD))
    list(pipeline.assess(text, Assessments(), measuring=lambda done, total: told.append((done, total))))
    assert told == [(0, 100), (30, 100), (60, 100), (90, 100), (100, 100)]
    told.clear()
    list(pipeline.assess(text, Assessments(), measuring=lambda done, total: told.append((done, total))))
    assert told == []  # it was measured


def test_what_is_to_be_judged_is_kept_from_turn_to_turn_and_counted(pipeline: Pipeline, engines: Pair) -> None:
    text, known, waiting = text_of(*numbered(40), row_of(GOOD, BAD)), Assessments(), ToJudge()
    waiting.look_at(enumerate(text.rows), known)
    assert (waiting.left, waiting.total) == (42, 42)
    added(pipeline, text, known, waiting=waiting, enough=lambda: True)
    assert (waiting.left, waiting.total) == (26, 42)
    text.apply(RowEdited(40, edited(text.rows[40], 1, "word5.")[0]))
    waiting.look_at([(40, text.rows[40])], known)
    assert (waiting.left, waiting.total) == (25, 41)
    assert [event.index for event in added(pipeline, text, known, waiting=waiting)] == list(range(16, 41))
    assert not waiting and waiting.left == 0


def test_a_sentence_that_stands_in_several_rows_is_judged_once_and_told_of_in_each(
    pipeline: Pipeline, engines: Pair
) -> None:
    text = text_of(row_of(BAD), *numbered(40), row_of(BAD))
    events = added(pipeline, text, Assessments())
    assert {event.index for event in events} == set(range(42))
    assert sum(BAD in asked for asked in engines.engine.asked[-10:] if len(asked) < 30) == 1

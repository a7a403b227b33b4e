"""What an engine does with bad answers, and how it combines the scores of pieces."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.engine import Engine
from reader.packages import LanguagePackage
from tests.reader.engine.echo import Echo

LOOPED = "Hunden sover lenge i huset."
LOOP = "The dog sleeps sleeps sleeps sleeps sleeps long in the house."
WORSE = "The the the the the the the the the the the the."
FINE = "The dog sleeps long in the house."


@pytest.mark.parametrize(
    ("first", "second", "kept", "warned"),
    [
        ((LOOPED, LOOP), (LOOPED, FINE), FINE, ()),
        ((LOOPED, LOOP), (LOOPED, WORSE), LOOP, ("repetition",)),
        ((LOOPED, LOOP), (LOOPED, ""), LOOP, ("repetition",)),
    ],
    ids=["no loop any more", "another loop", "nothing"],
)
def test_a_second_try_is_kept_only_if_it_is_better(
    echoing: Engine, echo: Echo, first: tuple[str, str], second: tuple[str, str], kept: str, warned: tuple[str, ...]
) -> None:
    for asked, said in (first, second):
        echo.says.setdefault(asked, []).append(said)
    [hypothesis] = echoing.translate([first[0]], linking=False)
    assert (hypothesis.text, hypothesis.warnings) == (kept, warned)
    assert len(echo.calls) == 2


NUMBERED, LOST = "Han fikk 1 500 hester i 1987.", "He got horses in 1987."
AROUND, WITHOUT = "Han fikk X1 hester i 1987.", "Han fikk hester i 1987."
AROUND_BOTH, WITHOUT_BOTH = "Han fikk X1 hester i X2.", "Han fikk hester i."
MENDED = "He got 1,500 horses in 1987."


@pytest.mark.parametrize(
    ("says", "kept", "warned"),
    [
        ({NUMBERED: LOST, AROUND: "He got X1 horses in 1987."}, MENDED, ()),
        ({NUMBERED: "He got 15.00 horses in 1987.", AROUND: "He got X1 horses in 1987."}, MENDED, ()),
        (
            {NUMBERED: LOST, AROUND: LOST, WITHOUT: "He got horses in 1987 then."},
            "He got 1,500 horses in 1987 then.",
            (),
        ),
        ({NUMBERED: LOST, AROUND: "He got X1 horses.", AROUND_BOTH: "He got X1 horses in X2."}, MENDED, ()),
        ({NUMBERED: f"{MENDED[:-1]} 7.", AROUND_BOTH: "He got X1 horses in X2."}, MENDED, ()),
        ({NUMBERED: LOST, AROUND: "X1 " * 20, WITHOUT: WORSE, AROUND_BOTH: "", WITHOUT_BOTH: WORSE}, LOST, ("number",)),
    ],
    ids=["lost", "changed", "lost again, put in", "another lost then", "added", "never without a loop"],
)
def test_a_wrong_number_is_mended_around_it(
    echoing: Engine, echo: Echo, says: dict[str, str], kept: str, warned: tuple[str, ...]
) -> None:
    echo.says |= {asked: [said] for asked, said in says.items()}
    [hypothesis] = echoing.translate([NUMBERED], linking=False)
    assert (hypothesis.text, hypothesis.warnings) == (kept, warned)


def test_each_piece_of_a_long_sentence_counts_for_its_score_by_its_length(
    echo: Echo, package: LanguagePackage, tmp_path: Path
) -> None:
    search = replace(package.beam_search, longest_source=12, length_penalty=1.0)
    long, short = "Katten og hunden og hesten og kua sover i huset,", "fuglen synger nå."
    echo.score = lambda asked: -1.0 if "▁Katten" in asked else -4.0
    [hypothesis] = Engine(replace(package, beam_search=search), folder=tmp_path).translate(
        [f"{long} {short}"], linking=False
    )
    assert [len(batch) for batch in echo.calls] == [2]
    lengths = len(long) + 1, len(short) + 1  # the ends of pieces count too
    assert hypothesis.score == pytest.approx((-1 * lengths[0] - 4 * lengths[1]) / sum(lengths))
    assert -2 < hypothesis.score < -1.5


SIGNED = "Hunden kjører \ufdd0git push\ufdd1 i huset."
BARE = "Hunden kjører i huset."


@pytest.mark.parametrize(
    ("first", "bare", "kept"),
    [
        ("The dog runs X1 in the house.", "", "The dog runs \ufdd0git push\ufdd1 in the house."),
        ("The dog runs.", "The dog goes now.", "The dog \ufdd0git push\ufdd1 goes now."),
        ("X1 and X1.", "The dog goes now.", "The dog \ufdd0git push\ufdd1 goes now."),
        ("X1 and X2.", "The dog goes now.", "The dog \ufdd0git push\ufdd1 goes now."),
        ("", "The X7 goes X8.", "The X7 \ufdd0git push\ufdd1 goes X8."),
        ("The dog runs.", "", "Hunden kjører \ufdd0git push\ufdd1 i huset."),
    ],
    ids=["at once", "lost", "twice", "made up", "nothing said, then others made up", "nothing said without it"],
)
def test_a_verbatim_span_comes_back_to_the_letter(
    echoing: Engine, echo: Echo, first: str, bare: str, kept: str
) -> None:
    echo.says |= {"Hunden kjører X1 i huset.": [first], BARE: [bare]}
    [hypothesis] = echoing.translate([SIGNED], linking=False)
    assert hypothesis.text == kept
    assert "verbatim" not in hypothesis.warnings


def test_no_model_sees_signs(echoing: Engine, echo: Echo) -> None:
    echoing.align([(SIGNED, SIGNED)], echoing)
    echoing.translate([SIGNED])
    assert not {"\ufdd0", "\ufdd1"} & {letter for batch in echo.calls for line in batch for letter in "".join(line)}

"""The quality of packages, in words and as stated by them."""

from pathlib import Path

import pytest

from reader.packages import Grade, Quality
from reader.packages.installed import read_package
from tests.archives import NB_EN, copy_of


@pytest.mark.parametrize(
    ("bleu", "grade"), [(0, Grade.ROUGH), (19.9, Grade.ROUGH), (20, Grade.FAIR), (34.9, Grade.FAIR), (35, Grade.GOOD)]
)
def test_a_figure_is_said_in_words(bleu: float, grade: Grade) -> None:
    assert Quality("FLORES-101 dev", bleu).grade is grade


@pytest.mark.parametrize(
    "quality",
    [
        None,
        [],
        {},
        {"test_set": "x" * 61, "bleu": 1, "chrf": 1},
        {"test_set": "x"},
        {"test_set": "x", "bleu": "high", "chrf": 1},
    ],
)
def test_a_package_that_says_nothing_usable_of_its_quality_has_none(quality: object, tmp_path: Path) -> None:
    package = read_package(copy_of(NB_EN, tmp_path / "a", package_version="0.5", quality=quality))
    assert package.quality is None


def test_a_package_may_state_its_own_figures(tmp_path: Path) -> None:
    stated = {"test_set": "mine", "bleu": 1, "chrf": 2.5}
    package = read_package(copy_of(NB_EN, tmp_path / "a", quality=stated))
    assert package.quality == Quality("mine", 1.0, 2.5)

"""The calibration of the packages that come with the program."""

import json
from copy import copy
from dataclasses import replace

import pytest

from reader.engine import Engine
from reader.packages import find_packages
from reader.quality import Assessor, assessor_for, kept
from reader.quality.assessing import Level
from reader.quality.kept import shipped_key
from tests import shipped_packages

pytestmark = pytest.mark.usefixtures("shipped_pair")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Engine, Engine]:
    folder = tmp_path_factory.mktemp("attention")
    there, back = (Engine(find_packages().choose(*way), folder=folder) for way in (("nb", "en"), ("en", "nb")))
    return there, back


@pytest.fixture
def assessors(both: tuple[Engine, Engine], monkeypatch: pytest.MonkeyPatch) -> list[Assessor]:
    """Those of both directions, with the opposite direction and without."""

    def measured(*_: object) -> None:
        raise AssertionError("it is shipped")

    monkeypatch.setattr(kept, "calibrate", measured)
    there, back = both
    found = [assessor_for(*engines) for engines in ((there, back), (back, there), (there, None), (back, None))]
    return [each for each in found if each is not None]


def test_each_shipped_package_has_one_alone_and_with_the_other() -> None:
    known = json.loads(shipped_packages.CALIBRATIONS.read_text("utf-8"))
    assert set(known) == {shipped_key(packages) for packages in shipped_packages.directions(shipped_packages.shipped())}
    assert len(known) == 4


def test_nobody_waits_for_it_and_marked_words_were_wrong_far_more_often_than_others(assessors: list[Assessor]) -> None:
    assert len(assessors) == 4
    for assessor in assessors:
        assert assessor.calibration.marked > assessor.calibration.base + 0.3
        assert assessor.calibration.correlation > 0.4


def test_it_is_not_used_for_a_users_package(both: tuple[Engine, Engine]) -> None:
    there, back = both
    assert kept.shipped(there, back) is not None
    others = copy(there), copy(back)
    for engine in others:
        engine.package = replace(engine.package, starter=False)
    assert kept.shipped(others[0], back) is kept.shipped(there, others[1]) is kept.shipped(others[0], None) is None


NB, EN = "Hunden bjeffet hver gang postmannen kom.", "The dog barked every time the postman came."
NONSENSE = {
    "nb": "Hunden spiste sytten biskoper i en tunnel.",
    "en": "The dog ate seventeen bishops in a tunnel.",
}


def test_nonsense_is_worse_than_a_translation_and_its_words_are_marked(assessors: list[Assessor]) -> None:
    for assessor, target in zip(assessors, ("en", "nb", "en", "nb"), strict=True):
        source, right = (NB, EN) if target == "en" else (EN, NB)
        good, bad = assessor.assess([(source, right), (source, NONSENSE[target])])
        assert good is not None and bad is not None
        assert bad.estimate < good.estimate - 10
        assert bad.level is Level.DOUBTFUL
        words = {NONSENSE[target][slice(*span)] for span in bad.doubtful}
        assert words & {"biskoper", "tunnel", "bishops", "sytten", "seventeen"}
        assert not words & {"Hunden", "dog"}


@pytest.mark.long
def test_the_file_is_what_is_measured() -> None:
    known = json.loads(shipped_packages.CALIBRATIONS.read_text("utf-8"))
    for key, found in shipped_packages.calibrations().items():
        for name in ("marked", "base", "correlation"):
            assert found[name] == pytest.approx(known[key][name], abs=0.03)

"""The recorded outcomes of package trials."""

import json
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from reader.errors import CancelledError, Message, PackageError
from reader.packages import Health, Outcome, PackageManager, find_packages, outcomes, own_outcomes
from reader.packages.installed import find_in
from reader.packages.outcomes import Outcomes, load_shipped
from tests.archives import NB_EN, changed_copy, package_file
from tests.shipped_packages import TRIED, digests


class Answers:
    """Stands in for the trial, with the same outcome for all packages; records the folders that were tried."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.tried: list[Path] = []

    def __call__(self, folder: Path, attention: Path, cancelled: Callable[[], bool]) -> Outcome:
        self.tried.append(folder)
        return self.outcome


def not_cancelled() -> bool:
    return False


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOSPALT_DATA", str(tmp_path / "data"))


def test_what_is_noted_of_the_packages_that_come_with_the_program_is_true() -> None:
    """If this fails after a change of the packages, run `python -m tests.shipped_packages`."""
    assert load_shipped(TRIED) == digests()


@pytest.mark.parametrize("damage", ["", "[]", f'{{"{NB_EN.name}": 1}}', "{}"])
def test_without_a_note_of_them_they_are_tried_like_others(damage: str, tmp_path: Path) -> None:
    trial, starter = Answers(Outcome.PASSED), find_packages().choose("nb", "en")
    (tmp_path / "note").write_text(damage)
    Outcomes(tmp_path / "kept", tmp_path, tmp_path / "note").check(starter, trial, not_cancelled)
    assert trial.tried == [starter.path]


def test_a_package_that_has_passed_is_passed_over_at_a_glance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own, trial, kept = changed_copy(tmp_path / "mine", config_json=b"{"), Answers(Outcome.PASSED), own_outcomes()
    kept.check(own, trial, not_cancelled)
    monkeypatch.setattr(outcomes, "content_digest", lambda *_: pytest.fail("all of it was read"))
    kept.check(own, trial, not_cancelled)
    assert trial.tried == [own.path]


def test_a_trial_that_was_cancelled_says_nothing_of_the_package(tmp_path: Path) -> None:
    own, kept = changed_copy(tmp_path / "mine", config_json=b"{"), own_outcomes()
    with pytest.raises(CancelledError):
        kept.check(own, Answers(Outcome.CANCELLED), not_cancelled)
    kept.check(own, Answers(Outcome.PASSED), not_cancelled)


@pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.PASSED])
def test_what_failed_stands_in_the_list_as_what_is_not_used_until_it_changes(
    outcome: Outcome, user_folder: Path
) -> None:
    own, trial = changed_copy(user_folder / "mine", config_json=b"{"), Answers(outcome)
    manager = PackageManager(trial)
    with suppress(PackageError):
        own_outcomes().check(own, trial, not_cancelled)
    listed = manager.working()
    assert (own in listed.usable, own in manager.installed().usable) == (outcome is Outcome.PASSED, True)
    reason = f"The package {own.name} does not work. Install it again"
    told = {broken.path: broken.reason for broken in listed.broken}
    assert told == ({} if outcome is Outcome.PASSED else {own.path: reason})
    assert all(isinstance(reason, Message) for reason in told.values())  # the window can translate it
    os.utime(own.path / "model" / "model.bin", ns=(1, 1))
    assert not manager.working().broken


def test_what_failed_is_tried_again_another_day_for_the_computer_may_have_been_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, kept, trial = changed_copy(tmp_path / "mine", config_json=b"{"), own_outcomes(), Answers(Outcome.PASSED)
    with pytest.raises(PackageError):
        kept.check(own, Answers(Outcome.FAILED), not_cancelled)
    with pytest.raises(PackageError):
        kept.check(own, trial, not_cancelled)
    assert not trial.tried
    monkeypatch.setattr(outcomes, "_LEFT_OUT_S", 0.0)
    kept.check(own, trial, not_cancelled)
    kept.check(own, trial, not_cancelled)  # what passed is not tried again
    assert trial.tried == [own.path]


@pytest.mark.parametrize(
    "damage",
    ["", "[]", "{", '{"PLACE": 1}', '{"PLACE": {"fingerprint": "x"}}', '{"PLACE": {"fingerprint": 1, "outcome": '
     '"passed", "at": 1.0}}', '{"PLACE": {"fingerprint": "x", "outcome": "cancelled", "at": 1.0}}'],
)  # fmt: skip
def test_a_damaged_file_of_what_passed_is_as_good_as_none(damage: str, tmp_path: Path) -> None:
    own, file = changed_copy(tmp_path / "mine", config_json=b"{"), tmp_path / "tried.json"
    trial = Answers(Outcome.PASSED)
    file.write_text(damage.replace("PLACE", str(own.path)))
    for _ in range(2):
        Outcomes(file, tmp_path, TRIED).check(own, trial, not_cancelled)
    assert trial.tried == [own.path]


@pytest.mark.parametrize("outcome", ["cancelled", "unsure", "good"])
def test_what_is_kept_of_a_trial_can_only_be_how_it_ended(outcome: str, tmp_path: Path) -> None:
    own, trial, file = changed_copy(tmp_path / "mine", config_json=b"{"), Answers(Outcome.PASSED), tmp_path / "tried"
    kept = Outcomes(file, tmp_path, TRIED)
    kept.check(own, trial, not_cancelled)
    file.write_text(file.read_text("utf-8").replace('"passed"', f'"{outcome}"'), "utf-8")
    kept.check(own, trial, not_cancelled)
    assert len(trial.tried) == 2


def test_what_passed_is_kept_for_the_user_alone_and_forgotten_with_the_package(tmp_path: Path) -> None:
    first, second = (changed_copy(tmp_path / name, config_json=b"{") for name in ("first", "second"))
    trial = Answers(Outcome.PASSED)
    file = tmp_path / "kept" / "tried.json"
    Outcomes(file, tmp_path, TRIED).check(first, trial, not_cancelled)
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(json.loads(file.read_text("utf-8"))) == [str(first.path)]
    shutil.rmtree(first.path)
    Outcomes(file, tmp_path, TRIED).check(second, trial, not_cancelled)
    assert list(json.loads(file.read_text("utf-8"))) == [str(second.path)]


def test_an_installed_package_is_tried_once_and_not_again_when_it_is_loaded(user_folder: Path, tmp_path: Path) -> None:
    configuration = (NB_EN / "model" / "config.json").read_bytes() + b"\n"
    file = package_file(tmp_path / "translate-nb_en-1_8.argosmodel", changed={"model/config.json": configuration})
    trial = Answers(Outcome.PASSED)
    list(PackageManager(trial).import_file(file, not_cancelled))
    [installed] = find_in(user_folder)[0]
    own_outcomes().check(installed, trial, not_cancelled)
    assert len(trial.tried) == 1


@pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.HUNG, Outcome.UNSURE])
def test_a_package_that_does_not_pass_its_trial_is_not_installed(
    outcome: Outcome, user_folder: Path, tmp_path: Path
) -> None:
    file = package_file(tmp_path / "translate-nb_en-1_8.argosmodel", changed={"model/config.json": b"{ }"})
    with pytest.raises(PackageError, match="does not work, so it was not installed"):
        list(PackageManager(Answers(outcome)).import_file(file, not_cancelled))
    assert list(user_folder.iterdir()) == []


def test_verifying_tries_a_package_whatever_is_known_of_it(tmp_path: Path) -> None:
    own = changed_copy(tmp_path / "mine", config_json=b"{")
    assert PackageManager(Answers(Outcome.FAILED)).verify(own, not_cancelled).health is Health.BROKEN
    trial = Answers(Outcome.PASSED)
    assert PackageManager(trial).verify(own, not_cancelled).health is Health.WORKS
    own_outcomes().check(own, trial, not_cancelled)
    assert trial.tried == [own.path]

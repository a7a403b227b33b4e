import json
import os
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from reader.engine import calibration
from reader.engine.attention import DEFAULT_CHOICE, Aligner, Attention, AttentionChoice, load_model
from reader.engine.calibration import Probe, agreement, attention_choice, probes_for, read_probes, shipped_choice
from reader.packages import LanguagePackage, Tokenizer, find_packages, load_tokenizer
from reader.packages.installed import read_package
from reader.text import word_spans
from tests.shipped_packages import CHOICES, choices, shipped

pytestmark = pytest.mark.usefixtures("shipped_pair")

GOLD = read_probes(Path(__file__).resolve().parents[2] / "data" / "links-nb-en.tsv")
PROBES = probes_for("nb", "en")


@dataclass(frozen=True)
class Calibrated:
    package: LanguagePackage
    tokenizer: Tokenizer
    folder: Path
    choice: AttentionChoice

    @property
    def file(self) -> Path:
        [file] = self.folder.iterdir()
        return file

    def again(self, folder: Path | None = None, package: LanguagePackage | None = None) -> AttentionChoice:
        return attention_choice(package or self.package, self.tokenizer, folder or self.folder, threads=1)


def calibrated(source: str, folder: Path) -> Calibrated:
    package = next(p for p in find_packages().usable if p.starter and p.source == source)
    tokenizer = load_tokenizer(package)
    return Calibrated(package, tokenizer, folder, attention_choice(package, tokenizer, folder, threads=1))


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Calibrated:
    return calibrated("nb", tmp_path_factory.mktemp("there") / "new")


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> Calibrated:
    return calibrated("en", tmp_path_factory.mktemp("back") / "new")


def aligned(direction: Calibrated, pairs: Sequence[Probe]) -> list[Attention]:
    model = load_model(direction.package, direction.choice, threads=1)
    aligner = Aligner(model, direction.tokenizer, direction.choice, direction.package.target_prefix)
    return aligner.align([(pair.source, pair.target) for pair in pairs])


def test_the_starter_pairs_links_are_right_often_enough_in_each_direction_and_better_in_both(
    there: Calibrated, back: Calibrated
) -> None:
    turned = [pair.reversed for pair in GOLD]
    forward, backward = aligned(there, GOLD), aligned(back, turned)
    alone = [agreement(GOLD, forward), agreement(turned, backward)]
    for direction in alone:
        assert direction.precision >= 0.8
        assert direction.recall >= 0.75
    both = agreement(GOLD, forward, backward)
    assert both.precision >= 0.88
    assert both.recall >= 0.8
    assert both.f1 > max(direction.f1 for direction in alone)


def test_the_starter_packages_pass_the_floor(there: Calibrated, back: Calibrated) -> None:
    assert there.choice.reliable
    assert back.choice.reliable
    assert 0.75 <= min(there.choice.f1, back.choice.f1) <= 1


def test_the_choice_is_kept_for_the_user_alone(there: Calibrated) -> None:
    assert there.file.stat().st_mode & 0o777 == 0o600
    data = json.loads(there.file.read_text("utf-8"))
    there.file.write_text(json.dumps(data | {"f1": 0.8125}), "utf-8")
    assert there.again() == replace(there.choice, f1=0.8125)
    there.file.write_text(json.dumps(data), "utf-8")


@pytest.mark.parametrize(
    "damage",
    [b"", b"\xff", b"[]", b"{}", b'{"layer": 1}', r'"heads": (\d) -> "heads": "\1"', '"layer" -> "other"'],
    ids=["empty", "not text", "a list", "an empty object", "incomplete", "a number as text", "another name"],
)
def test_a_damaged_file_is_measured_again(
    there: Calibrated, damage: bytes | str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calibration, "_measured", lambda *_: there.choice)
    text = there.file.read_text("utf-8")
    if isinstance(damage, str):
        old, new = damage.split(" -> ")
        there.file.write_text(re.sub(old, new, text), "utf-8")
        assert there.file.read_text("utf-8") != text
    else:
        there.file.write_bytes(damage)
    assert there.again() == there.choice
    assert there.file.read_text("utf-8") == text


def test_a_package_that_was_replaced_is_measured_again(there: Calibrated, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(there.package.path, copy)
    package, folder = read_package(copy), tmp_path / "kept"
    there.again(folder, package)
    [file] = folder.iterdir()
    file.write_text(file.read_text("utf-8").replace(f'"f1": {there.choice.f1}', '"f1": 0.8125'), "utf-8")
    assert there.again(folder, package).f1 == 0.8125
    os.utime(copy / "model" / "model.bin", ns=(0, 0))
    assert there.again(folder, package) == there.choice


def test_packages_in_different_places_are_kept_apart(there: Calibrated, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(there.package.path, copy)
    shutil.copytree(there.folder, tmp_path / "kept")
    there.again(tmp_path / "kept", read_package(copy))
    assert len(list((tmp_path / "kept").iterdir())) == 2


def test_a_folder_that_cannot_be_written_still_gives_the_choice(there: Calibrated, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    assert there.again(in_the_way / "folder") == there.choice


def test_without_a_model_the_choice_is_the_default(there: Calibrated, tmp_path: Path) -> None:
    lost = replace(there.package, path=tmp_path / "lost")
    assert there.again(tmp_path, lost) == DEFAULT_CHOICE


def test_a_damaged_model_gives_the_default_and_nothing_is_kept(there: Calibrated, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(there.package.path, copy)
    (copy / "model" / "model.bin").write_bytes(b"\0" * 100)
    assert there.again(tmp_path / "kept", read_package(copy)) == DEFAULT_CHOICE
    assert not (tmp_path / "kept").exists()


def test_languages_without_probes_get_the_default(there: Calibrated, tmp_path: Path) -> None:
    assert there.again(tmp_path, replace(there.package, source="de")) == DEFAULT_CHOICE


class Nonsense:
    """Sorts the words of every text by length, so that attention is meaningless."""

    def encode(self, text: str) -> list[str]:
        return ["▁" + word for word in sorted(text.split(), key=len)]

    def decode(self, tokens: Sequence[str]) -> str:
        raise AssertionError


def test_attention_that_tells_nothing_does_not_pass_the_floor(there: Calibrated, tmp_path: Path) -> None:
    choice = attention_choice(there.package, Nonsense(), tmp_path, threads=1)
    assert not choice.reliable
    assert choice.f1 < 0.6


def test_probes_serve_both_directions() -> None:
    turned = probes_for("en", "nb")
    assert [probe.reversed for probe in turned] == PROBES
    assert turned[0].source == PROBES[0].target
    assert turned[0].links == {(t, s) for s, t in PROBES[0].links}


def test_hand_made_links_join_words_that_there_are() -> None:
    for pair in PROBES + GOLD:
        sources, targets = range(len(word_spans(pair.source))), range(len(word_spans(pair.target)))
        assert pair.links, pair
        assert all(s in sources and t in targets for s, t in pair.links), pair


def test_what_is_judged_on_is_not_what_is_chosen_by() -> None:
    assert len({pair.source for pair in GOLD}) == 200
    assert len(PROBES) == 40
    assert not {pair.source for pair in GOLD} & {pair.source for pair in PROBES}
    assert not {pair.target for pair in GOLD} & {pair.target for pair in PROBES}


def test_agreement_counts_found_and_missed_links() -> None:
    pair = Probe("en katt", "a cat", frozenset({(0, 0), (1, 1)}))
    attention = Attention(("en", "katt"), ("a", "cat"), ((0.0, 0.0), (0.0, 1.0)))
    found = agreement([pair], [attention])
    assert (found.precision, found.recall) == (1.0, 0.5)
    assert found.f1 == pytest.approx(2 / 3)
    assert agreement([], []).f1 == 0.0


def test_the_choices_that_come_with_the_program_are_those_that_would_be_measured() -> None:
    """If this fails after a change of the packages or of the probes, run `python -m tests.shipped_packages`.

    Processors add up in another order, so that a link or two of hundreds may be another.
    """
    kept, measured = json.loads(CHOICES.read_text("utf-8")), choices(shipped())
    scores = {name: (kept[name].pop("f1"), choice.pop("f1")) for name, choice in measured.items()}
    assert kept == measured
    assert all(said == pytest.approx(found, abs=0.01) for said, found in scores.values())


@pytest.mark.parametrize("source", ["nb", "en"])
def test_a_package_that_came_with_the_program_is_not_measured(source: str) -> None:
    [package] = [package for package in find_packages().usable if package.starter and package.source == source]
    choice = shipped_choice(package)
    assert choice is not None
    assert choice.reliable
    assert shipped_choice(replace(package, starter=False)) is None
    assert shipped_choice(replace(package, version="0.1")) is None

"""The beam search settings of packages."""

import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from reader.engine.nmt_model import Model
from reader.packages.beam_search import USUAL, BeamSearch
from reader.packages.installed import read_package
from tests.archives import NB_EN

OWN = {
    "beam_size": 2,
    "length_penalty": 0.5,
    "repetition_penalty": 1.1,
    "no_repeat_ngram_size": 4,
    "longest_source": 30,
}
NONSENSE: tuple[Any, ...] = (None, "4", True, -1, 1e9, float("nan"), [])


def stating(folder: Path, settings: Any) -> BeamSearch:
    shutil.copytree(NB_EN, folder)
    metadata = json.loads((folder / "metadata.json").read_text("utf-8"))
    metadata["beam_search"] = settings
    (folder / "metadata.json").write_text(json.dumps(metadata), "utf-8")
    return read_package(folder).beam_search


def test_a_package_is_searched_as_it_states(tmp_path: Path) -> None:
    assert stating(tmp_path / "mine", OWN) == BeamSearch(2, 0.5, 1.1, 4, 30)


def test_what_it_does_not_state_is_usual(tmp_path: Path) -> None:
    assert stating(tmp_path / "mine", {"beam_size": 6, "patience": 2}) == BeamSearch(beam_size=6)


@pytest.mark.parametrize(
    "settings",
    [
        None,
        [],
        "fast",
        *({**OWN, name: value} for name in OWN for value in NONSENSE),
        {**OWN, "beam_size": 2.5},
    ],
    ids=str,
)
def test_what_makes_no_sense_is_passed_over(settings: Any, tmp_path: Path) -> None:
    assert stating(tmp_path / "mine", settings) == USUAL


def test_the_model_is_asked_so_and_says_twice_what_its_source_says_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stating(tmp_path / "mine", OWN | {"longest_source": 90, "no_repeat_ngram_size": 3})
    package = read_package(tmp_path / "mine")
    model, asked = Model(package, tmp_path), list[tuple[int, dict[str, Any]]]()
    real = model._model

    class Asked:
        def translate_batch(self, batch: list[list[str]], **options: Any) -> Any:
            asked.append((len(batch), options))
            return real.translate_batch(batch, **options)

    monkeypatch.setattr(model, "_model", Asked())
    texts = ["Hun bor i Oslo.", "Åpent 10.30-11.30 og 10.30-11.30.", "Han bor i Bergen."]
    said = [piece.text for piece in model.translate(texts, attention=False)]
    assert said[1].count("10.30") == 2 and "Oslo" in said[0] and "Bergen" in said[2]
    sizes = {options["no_repeat_ngram_size"]: count for count, options in asked}
    assert sizes == {package.beam_search.no_repeat_ngram_size: 2, 0: 1}
    search = asdict(package.beam_search)
    for name in ("beam_size", "length_penalty", "repetition_penalty"):
        assert all(options[name] == search[name] for _, options in asked)


def test_the_score_is_a_mean_of_a_token_whatever_the_penalty_for_length(tmp_path: Path) -> None:
    scores = []
    for number, penalty in enumerate((0.0, 1.0)):
        stating(tmp_path / str(number), OWN | {"length_penalty": penalty, "beam_size": 1})
        model = Model(read_package(tmp_path / str(number)), tmp_path)
        scores += [piece.score for piece in model.translate(["Hun bor i Oslo i dag."], attention=False)]
    assert scores[0] == pytest.approx(scores[1])


@pytest.mark.parametrize("stated", [3, ["€"], "€ £", "€a", "1€"])
def test_signs_that_are_no_list_of_signs_are_passed_over(stated: Any, tmp_path: Path) -> None:
    shutil.copytree(NB_EN, tmp_path / "mine")
    file = tmp_path / "mine" / "metadata.json"
    metadata = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps(metadata | {"unlearned": "€£"}), "utf-8")
    assert read_package(tmp_path / "mine").unlearned == "€£"
    file.write_text(json.dumps(metadata | {"unlearned": stated}), "utf-8")
    assert read_package(tmp_path / "mine").unlearned == ""


def test_a_longer_source_is_translated_in_pieces_of_the_length_that_is_stated(tmp_path: Path) -> None:
    stating(tmp_path / "mine", OWN)
    model = Model(read_package(tmp_path / "mine"), tmp_path)
    sentence = "Han kjøpte brød, melk, ost, smør, egg, fisk, kjøtt, poteter, løk, gulrøtter og epler i byen i går."
    pieces = model._tokens(sentence)
    assert len(pieces) > 1 and all(len(piece) <= OWN["longest_source"] for piece in pieces)

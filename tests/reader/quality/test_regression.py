import json
from dataclasses import asdict
from typing import Any

import numpy as np
import pytest

from reader.quality.regression import folds, left_out, logistic, read_linear, ridge

CHANCE = np.random.default_rng(1)
NUMBERS = CHANCE.normal(size=(400, 3)) * [1, 10, 100]
VALUES = NUMBERS @ [2, 0.3, 0] + 5


def test_ridge_finds_what_follows_from_the_numbers() -> None:
    found = ridge(NUMBERS, VALUES)
    assert found.value(NUMBERS) == pytest.approx(VALUES, abs=0.5)
    assert abs(found.weights[2]) < 0.05


def test_a_number_that_is_always_the_same_says_nothing() -> None:
    numbers = np.column_stack([NUMBERS, np.full(400, 7.0)])
    assert ridge(numbers, VALUES).value(numbers) == pytest.approx(ridge(NUMBERS, VALUES).value(NUMBERS), abs=1e-3)


def test_likelihoods_are_as_often_right_as_they_say() -> None:
    said = 1 / (1 + np.exp(-(NUMBERS @ [1, 0.1, 0])))
    happened = (CHANCE.random(400) < said).astype(float)
    found = logistic(NUMBERS, happened).probability(NUMBERS)
    assert found == pytest.approx(said, abs=0.2)
    assert found.mean() == pytest.approx(happened.mean(), abs=0.01)


def test_what_never_happens_is_unlikely_and_no_error() -> None:
    assert logistic(NUMBERS, np.zeros(400)).probability(NUMBERS).max() < 0.05


def test_a_value_left_out_is_not_known() -> None:
    noise = CHANCE.normal(size=400)
    many = CHANCE.normal(size=(400, 150))
    known = np.corrcoef(ridge(many, noise).value(many), noise)[0, 1]
    unknown = np.corrcoef(left_out(ridge, many, noise, 10), noise)[0, 1]
    assert known > 0.5 > 0.2 > unknown


def test_each_is_left_out_once() -> None:
    parts = folds(23, 10)
    assert sorted(i for _, part in parts for i in part) == list(range(23))
    assert all(sorted([*rest, *part]) == list(range(23)) for rest, part in parts)


@pytest.mark.parametrize(
    "damage",
    [{"weights": [1.0]}, {"scales": [0.0, 1.0, 1.0]}, {"means": ["a", "b", "c"]}, {"bias": None}, {"means": 1}],
)
def test_a_damaged_model_is_not_read(damage: dict[str, Any]) -> None:
    made = json.loads(json.dumps(asdict(ridge(NUMBERS, VALUES))))
    assert read_linear(made, 3) == ridge(NUMBERS, VALUES)
    with pytest.raises((ValueError, TypeError)):
        read_linear(made | damage, 3)

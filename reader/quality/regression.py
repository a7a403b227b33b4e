"""Linear models of a few numbers: ridge regression, and logistic regression for a yes or no."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from reader.late_dataclasses import dataclass

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.float64]

# How strongly weights are held near zero; of standardised numbers, chosen by cross-validation on our own pairs.
_RIDGE, _LOGISTIC = 10.0, 3.0
_STEPS = 12  # of Newton's method, which is exact to the last digit after eight
_FAR = 30.0  # from where on a probability is 0 or 1


@dataclass(frozen=True, slots=True)
class Linear:
    """A fitted model: `weights` times the standardised numbers, and `bias`."""

    means: tuple[float, ...]
    scales: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float

    def value(self, numbers: "Numbers") -> "Numbers":
        """The value for each row of numbers."""
        import numpy as np

        result: Numbers = (numbers - np.array(self.means)) / np.array(self.scales) @ np.array(self.weights) + self.bias
        return result

    def probability(self, numbers: "Numbers") -> "Numbers":
        """The probability for each row of numbers, if the model is logistic."""
        return _logistic(self.value(numbers))


def ridge(numbers: "Numbers", wanted: "Numbers") -> Linear:
    """The model that predicts `wanted` from the rows of `numbers` with the least squared error."""
    import numpy as np

    means, scales = _standard(numbers)
    rows = (numbers - means) / scales
    bias = float(wanted.mean())
    held = _RIDGE * np.eye(rows.shape[1])
    weights = np.linalg.solve(rows.T @ rows + held, rows.T @ (wanted - bias))
    return _linear(means, scales, np.asarray(weights, np.float64), bias)


def logistic(numbers: "Numbers", wanted: "Numbers") -> Linear:
    """The model of the probability that `wanted` is 1, from the rows of `numbers`."""
    import numpy as np

    means, scales = _standard(numbers)
    rows = np.column_stack([(numbers - means) / scales, np.ones(len(numbers))])
    held = _LOGISTIC * np.eye(rows.shape[1])
    held[-1, -1] = 1e-6  # the bias is free
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        chance = _logistic(rows @ weights)
        slope = rows.T @ (chance - wanted) + held @ weights
        weights -= np.linalg.solve(rows.T @ (rows * (chance * (1 - chance))[:, None]) + held, slope)
    return _linear(means, scales, weights[:-1], float(weights[-1]))


def folds(count: int, parts: int) -> list[tuple[list[int], list[int]]]:
    """For cross-validation: the indices to fit on and those left out, for each of the parts."""
    left = [list(range(part, count, parts)) for part in range(parts)]
    return [([i for i in range(count) if i % parts != part], left[part]) for part in range(parts)]


def left_out(
    fit: "Callable[[Numbers, Numbers], Linear]", numbers: "Numbers", wanted: "Numbers", parts: int
) -> "Numbers":
    """The value for each row, by a model that was fitted without it."""
    import numpy as np

    values = np.zeros(len(wanted))
    for rest, part in folds(len(wanted), parts):
        values[part] = fit(numbers[rest], wanted[rest]).value(numbers[part])
    return values


def read_linear(data: Any, size: int) -> Linear:
    """A model of so many numbers from what JSON made of it.

    Raises:
        ValueError, TypeError, LookupError: it is none.
    """
    means, scales, weights = (tuple(map(float, data[name])) for name in ("means", "scales", "weights"))
    if {len(means), len(scales), len(weights)} != {size} or not all(scales):
        raise ValueError("no model")
    return Linear(means, scales, weights, float(data["bias"]))


def _standard(numbers: "Numbers") -> "tuple[Numbers, Numbers]":
    scales = numbers.std(axis=0)
    scales[scales < 1e-9] = 1.0
    return numbers.mean(axis=0), scales


def _linear(means: "Numbers", scales: "Numbers", weights: "Numbers", bias: float) -> Linear:
    return Linear(_rounded(means), _rounded(scales), _rounded(weights), round(bias, 6))


def _rounded(numbers: "Sequence[float] | Numbers") -> tuple[float, ...]:
    return tuple(float(f"{number:.6g}") for number in numbers)


def _logistic(values: "Numbers") -> "Numbers":
    import numpy as np

    chances: Numbers = 1 / (1 + np.exp(-np.clip(values, -_FAR, _FAR)))
    return chances

"""Caching results for short texts only: those for a thousand long texts would take gigabytes."""

from collections.abc import Callable
from functools import lru_cache, update_wrapper
from typing import Any, ParamSpec, TypeVar, cast

_P = ParamSpec("_P")
_R = TypeVar("_R")

# The most code points of all text arguments together; a sentence has a hundred.
_SHORT = 4000


def cached_if_short(most: int) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """Cache the `most` latest results of a function of texts, except those for long texts."""

    def decorated(function: Callable[_P, _R]) -> Callable[_P, _R]:
        remembered = cast("Callable[..., _R]", lru_cache(most)(function))

        def answer(*texts: Any, **others: Any) -> _R:
            short = sum(len(text) for text in texts if isinstance(text, str)) <= _SHORT
            return (remembered if short else cast("Callable[..., _R]", function))(*texts, **others)

        update_wrapper(answer, function)
        return cast("Callable[_P, _R]", answer)

    return decorated

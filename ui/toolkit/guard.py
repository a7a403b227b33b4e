"""A guard for code called by Qt, which may fail without ending the program.

An exception that leaves an overridden method reaches C++ code that cannot handle it: Qt continues as if nothing had
happened or, if one override was called from within another, the process ends. So everything that Qt calls is
decorated with `guarded`, which passes the exception to `sys.excepthook`: in the program that of `ui.toolkit.faults`,
in tests that of the test runner, which fails the test.
"""

import enum
import inspect
import sys
import types
import typing
from collections.abc import Callable, Collection, Iterator
from functools import cache, update_wrapper
from typing import NamedTuple, ParamSpec, TypeVar, cast

_P = ParamSpec("_P")
_R = TypeVar("_R")

# Types, besides Qt's own, whose constructor gives an empty value.
_PLAIN = (bool, int, float, str)

_BY_NAME = inspect.Parameter.KEYWORD_ONLY
_STARS: dict[object, str] = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}


# PySide chooses the overload of a signal, and how many of its values a slot gets, by the parameters in the slot's code
# object; so a wrapper must have the parameters of the function it wraps.
_WITHIN = """\
def within({parameters}):
    try:
        return function({arguments})
    except Exception as error:
        return handle_failure(error)
"""


def guarded(function: Callable[_P, _R]) -> Callable[_P, _R]:
    """`function` for Qt to call, as an override or a slot: it raises no Exception.

    After an exception it returns an empty value of the annotated return type: None, False, 0, an empty QSize.
    """
    nothing = _nothing(getattr(function, "__annotations__", {}).get("return"))

    def handle_failure(error: Exception) -> object:
        sys.excepthook(type(error), error, error.__traceback__)
        return nothing()

    shape = _shape_of(function)
    space: dict[str, object] = {"function": function, "handle_failure": handle_failure, "defaults": shape.defaults}
    exec(shape.code, space)
    within = cast("Callable[_P, _R]", space["within"])
    update_wrapper(within, function)
    within.__dict__["guarded"] = True
    return within


def is_guarded(function: object) -> bool:
    """Whether `function` is decorated with `guarded`."""
    return getattr(function, "guarded", False) is True


class _Shape(NamedTuple):
    """What a wrapper takes: its code, with the same parameters, and their defaults by name."""

    code: types.CodeType
    defaults: dict[str, object]


def _shape_of(function: Callable[..., object]) -> _Shape:
    plain = function.__dict__.get("__wrapped__", function) if isinstance(function, types.FunctionType) else None
    if not isinstance(plain, types.FunctionType):
        return _read(function)
    # A window connects many functions made in the same place, which differ at most in the values of their defaults.
    key = plain.__code__, len(plain.__defaults__ or ()), tuple(plain.__kwdefaults__ or ())
    code = _known.get(key)
    if code is None:
        code = _known[key] = _read(function).code
    positional = plain.__code__.co_varnames[: plain.__code__.co_argcount]
    values = plain.__defaults__ or ()
    named = zip(positional[len(positional) - len(values) :], values, strict=True)
    return _Shape(code, dict(named) | (plain.__kwdefaults__ or {}))


def _read(function: Callable[..., object]) -> _Shape:
    signature = inspect.signature(function).parameters.values()
    defaults = {p.name: p.default for p in signature if p.default is not p.empty}
    source = _WITHIN.format(
        parameters=", ".join(_parameters(signature)), arguments=", ".join(map(_argument, signature))
    )
    return _Shape(_compiled(source), defaults)


# The code of the wrapper, by the code of a function and by which of its parameters have defaults.
_known: dict[tuple[types.CodeType, int, tuple[str, ...]], types.CodeType] = {}


@cache
def _compiled(source: str) -> types.CodeType:
    """The code of a `source`, which most slots share with others: a start wraps some 700 functions."""
    return compile(source, "<guard>", "exec")


def _parameters(signature: Collection[inspect.Parameter]) -> Iterator[str]:
    """The parameters as written in a definition."""
    kinds = [parameter.kind for parameter in signature]
    for number, parameter in enumerate(signature):
        only_by_name = parameter.kind is _BY_NAME and _BY_NAME not in kinds[:number]
        if only_by_name and inspect.Parameter.VAR_POSITIONAL not in kinds:
            yield "*"
        stars = _STARS.get(parameter.kind, "")
        default = "" if parameter.default is parameter.empty else f"=defaults[{parameter.name!r}]"
        yield f"{stars}{parameter.name}{default}"


def _argument(parameter: inspect.Parameter) -> str:
    """A parameter as passed on in a call."""
    by_name = f"{parameter.name}=" if parameter.kind is _BY_NAME else ""
    return f"{_STARS.get(parameter.kind, by_name)}{parameter.name}"


def _nothing(annotation: object) -> Callable[[], object]:
    """A function that returns an empty value of the annotated type."""
    if isinstance(annotation, types.UnionType):
        kinds = typing.get_args(annotation)
        annotation = None if types.NoneType in kinds else kinds[0]
    ours_to_make = isinstance(annotation, type) and (
        annotation in _PLAIN or annotation.__module__.startswith("PySide6")
    )
    if not isinstance(annotation, type) or not ours_to_make:
        return lambda: None
    if issubclass(annotation, enum.Flag):
        empty = annotation(0)
        return lambda: empty
    return annotation

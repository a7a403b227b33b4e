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
from collections.abc import Callable
from functools import cache, update_wrapper
from typing import NamedTuple, ParamSpec, TypeVar, cast

_P = ParamSpec("_P")
_R = TypeVar("_R")

# Types, besides Qt's own, whose constructor gives an empty value.
_PLAIN = (bool, int, float, str)

# PySide chooses the overload of a signal, and how many of its values a slot gets, by the parameters in the slot's code
# object; so a wrapper must have the parameters of the function it wraps.
_WITHIN = """\
def wrapping(function, handle_failure):
    def within({parameters}):
        try:
            return function({arguments})
        except Exception as error:
            return handle_failure(error)
    return within
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
    variables = types.CellType(function), types.CellType(handle_failure)  # in the order of their names
    within = types.FunctionType(_code(shape.parameters), globals(), "within", shape.defaults, variables)
    within.__kwdefaults__ = shape.named_defaults
    update_wrapper(within, function)
    within.__dict__["guarded"] = True
    return cast("Callable[_P, _R]", within)


def is_guarded(function: object) -> bool:
    """Whether `function` is decorated with `guarded`."""
    return getattr(function, "guarded", False) is True


class _Parameters(NamedTuple):
    """The names of what a function takes: by place, by name only, and the names with one star and with two."""

    by_place: tuple[str, ...]
    by_name: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


class _Shape(NamedTuple):
    """What a wrapper takes, and the defaults: of the last parameters by place, and of those by name."""

    parameters: _Parameters
    defaults: tuple[object, ...]
    named_defaults: dict[str, object]


def _shape_of(function: Callable[..., object]) -> _Shape:
    plain = function.__dict__.get("__wrapped__", function) if isinstance(function, types.FunctionType) else None
    if not isinstance(plain, types.FunctionType):
        return _shape_in(inspect.signature(function))
    # A start wraps some 600 functions: to read their signatures would take a tenth of it.
    code = plain.__code__
    by_name = code.co_argcount + code.co_kwonlyargcount
    rest = by_name + bool(code.co_flags & inspect.CO_VARARGS)
    others = rest + bool(code.co_flags & inspect.CO_VARKEYWORDS)
    names = code.co_varnames
    parameters = _Parameters(
        names[: code.co_argcount], names[code.co_argcount : by_name], names[by_name:rest], names[rest:others]
    )
    return _Shape(parameters, plain.__defaults__ or (), plain.__kwdefaults__ or {})


def _shape_in(signature: inspect.Signature) -> _Shape:
    given = signature.parameters.values()
    by_place = [p for p in given if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    by_name, rest, others = (
        tuple(p for p in given if p.kind is kind)
        for kind in (inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    )
    return _Shape(
        _Parameters(*(tuple(p.name for p in each) for each in (by_place, by_name, rest, others))),
        tuple(p.default for p in by_place if p.default is not p.empty),
        {p.name: p.default for p in by_name if p.default is not p.empty},
    )


@cache
def _code(parameters: _Parameters) -> types.CodeType:
    """The code of a wrapper, which most slots share with others."""
    by_place = parameters.by_place
    if parameters == _Parameters(by_place):
        plain = _compiled(_Parameters(tuple(f"_{n}" for n in range(len(by_place)))))
        return plain.replace(co_varnames=(*by_place, *plain.co_varnames[len(by_place) :]))
    return _compiled(parameters)


@cache
def _compiled(parameters: _Parameters) -> types.CodeType:
    by_place, by_name, rest, others = parameters
    stars, pairs = [f"*{name}" for name in rest], [f"**{name}" for name in others]
    between = stars or (["*"] if by_name else [])
    source = _WITHIN.format(
        parameters=", ".join([*by_place, *between, *by_name, *pairs]),
        arguments=", ".join([*by_place, *stars, *(f"{name}={name}" for name in by_name), *pairs]),
    )
    space: dict[str, Callable[..., types.FunctionType]] = {}
    exec(compile(source, "<guard>", "exec"), space)
    return space["wrapping"](None, None).__code__


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

"""Lazy imports for the parts: a part's `__init__`, its door, lists its public names and loads each on first use."""

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from importlib import import_module


def door(
    part: str, rooms: Mapping[str, Sequence[str]], at_call: Collection[str] = ()
) -> tuple[Callable[[str], object], list[str]]:
    """`__getattr__` and `__all__` for the module `part` (PEP 562).

    Args:
        part: the module's `__name__`.
        rooms: the public names by the submodule that defines them.
        at_call: the functions among them whose submodule is loaded when they are called, rather than when they are
            imported: those that need many modules, and do enough work for one more call not to matter.
    """
    where = {name: room for room, names in rooms.items() for name in names}

    def found(name: str) -> object:
        value: object = getattr(import_module(f"{part}.{where[name]}"), name)
        return value

    def load(name: str) -> object:
        if name not in where:
            raise AttributeError(f"module {part!r} has no attribute {name!r}", name=name)
        value = _called_late(f"{part}.{where[name]}", name, found) if name in at_call else found(name)
        setattr(sys.modules[part], name, value)  # `__getattr__` is not called for it again
        return value

    return load, sorted(where)


def _called_late(room: str, name: str, found: Callable[[str], object]) -> Callable[..., object]:
    """A function that calls the one `found` by its name in `room`."""

    def call(*args: object, **kwargs: object) -> object:
        function = found(name)
        assert callable(function)
        result: object = function(*args, **kwargs)
        return result

    call.__module__, call.__name__, call.__qualname__ = room, name, name
    call.__doc__ = f"See `{room}.{name}`, which is loaded when this is called."
    return call

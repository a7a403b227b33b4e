"""Lazy imports for the parts: a part's `__init__`, its door, lists its public names and loads each on first use."""

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module


def door(part: str, rooms: Mapping[str, Sequence[str]]) -> tuple[Callable[[str], object], list[str]]:
    """`__getattr__` and `__all__` for the module `part` (PEP 562).

    Args:
        part: the module's `__name__`.
        rooms: the public names by the submodule that defines them.
    """
    where = {name: room for room, names in rooms.items() for name in names}

    def load(name: str) -> object:
        if name not in where:
            raise AttributeError(f"module {part!r} has no attribute {name!r}", name=name)
        value: object = getattr(import_module(f"{part}.{where[name]}"), name)
        setattr(sys.modules[part], name, value)  # `__getattr__` is not called for it again
        return value

    return load, sorted(where)

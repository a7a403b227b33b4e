"""The doors of the parts: a part's `__init__` names what others may use of it, and loads each when it is first used."""

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module


def door(part: str, rooms: Mapping[str, Sequence[str]]) -> tuple[Callable[[str], object], list[str]]:
    """`__getattr__` and `__all__` for the module `part` (PEP 562).

    Args:
        part: its name.
        rooms: the public names by the module of the part that has them.
    """
    where = {name: room for room, names in rooms.items() for name in names}

    def load(name: str) -> object:
        if name not in where:
            raise AttributeError(f"module {part!r} has no attribute {name!r}", name=name)
        value: object = getattr(import_module(f"{part}.{where[name]}"), name)
        setattr(sys.modules[part], name, value)  # so that this is not asked again
        return value

    return load, sorted(where)

"""The decorator `dataclass`, with an `__init__` that is written when the first object of a class is made.

To write and compile the methods of all classes takes a quarter of the time of a start, which makes objects of few of
them. Therefore: `from reader.late_dataclasses import dataclass` in place of that of `dataclasses`, with whose other
functions it works.
"""

import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls=None, /, *, eq=True, frozen=False, slots=False):
        """See `dataclasses.dataclass`; `repr`, `==` and `hash` do what those do, with no code of their own."""

        def made(cls):
            return _made(cls, eq=eq, frozen=frozen, slots=slots)

        return made if cls is None else made(cls)


def _made(cls: type, *, eq: bool, frozen: bool, slots: bool) -> type:
    own = vars(cls)
    bare = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)
    late: Any = bare(cls)
    methods: dict[str, object] = {"__init__": _late_init(late, frozen=frozen), "__repr__": _repr}
    if eq:
        content = _content(field.name for field in dataclasses.fields(late) if field.compare)
        methods |= {"__eq__": _eq(content), "__hash__": _hash(content) if frozen else None}
    if frozen:
        methods |= {"__setattr__": _frozen(late, "assign to"), "__delattr__": _frozen(late, "delete")}
        methods |= {"__getstate__": _state, "__setstate__": _restore} if slots else {}
    for name, method in methods.items():
        # One that defines only what is equal has None here, as Python sets it.
        if own.get(name) is None:
            setattr(late, name, method)
    return late  # type: ignore[no-any-return]


def _late_init(cls: Any, *, frozen: bool) -> Callable[..., None]:
    def __init__(self: object, /, *args: object, **kwargs: object) -> None:  # noqa: N807
        cls.__init__ = _init(cls, frozen=frozen)  # on several threads at once, too: they are alike
        cls.__init__(self, *args, **kwargs)

    return __init__


def _init(cls: Any, *, frozen: bool) -> Callable[..., None]:
    """The method, as `dataclasses` would write it."""
    fields = dataclasses.fields(cls)
    by_place, by_name = (
        [_parameter(each) for each in fields if each.init and each.kw_only is only] for only in (False, True)
    )
    parameters = ", ".join(["self", *by_place, *(["*"] if by_name else []), *by_name])
    setting = "    __set__(self, {0!r}, {1})" if frozen else "    self.{0} = {1}"
    lines = [setting.format(each.name, value) for each in fields if (value := _value(each))]
    if hasattr(cls, "__post_init__"):
        lines.append("    self.__post_init__()")
    known: dict[str, Any] = {_default(each): _given(each) for each in fields}
    known |= {"__set__": object.__setattr__, "__missing__": MISSING}
    exec(f"def __init__({parameters}):\n" + "\n".join(lines or ["    pass"]), known)
    init: Callable[..., None] = known["__init__"]
    init.__qualname__, init.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
    return init


def _given(field: Field[Any]) -> Any:
    """The default of a field, or what makes it, or `MISSING`."""
    return field.default if field.default is not MISSING else field.default_factory


def _default(field: Field[Any]) -> str:
    """What that is called in the method."""
    return f"__default_{field.name}__"


def _parameter(field: Field[Any]) -> str:
    if field.default is not MISSING:
        return f"{field.name}={_default(field)}"
    return field.name if field.default_factory is MISSING else f"{field.name}=__missing__"


def _value(field: Field[Any]) -> str:
    """What a field is set to; "" if nothing is said of it."""
    made = f"{_default(field)}()" if field.default_factory is not MISSING else ""
    if field.init:
        return f"{made} if {field.name} is __missing__ else {field.name}" if made else field.name
    return made or (_default(field) if field.default is not MISSING else "")


def _content(names: Iterable[str]) -> Callable[[object], object]:
    """A function that gives what is compared of an object."""
    known = tuple(names)
    if not known:
        return lambda _: ()
    get = attrgetter(*known)
    return get if len(known) > 1 else lambda of: (get(of),)


def _eq(content: Callable[[object], object]) -> Callable[[object, object], bool]:
    def __eq__(self: object, other: object) -> bool:  # noqa: N807
        return content(self) == content(other) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _hash(content: Callable[[object], object]) -> Callable[[object], int]:
    def __hash__(self: object) -> int:  # noqa: N807
        return hash(content(self))

    return __hash__


@recursive_repr()
def _repr(self: Any) -> str:
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _frozen(cls: Any, doing: str) -> Callable[..., None]:
    """Refuses the fields, and everything of objects of exactly this class."""

    def refuse(self: Any, name: str, *value: object) -> None:
        if type(self) is cls or name in cls.__dataclass_fields__:
            raise dataclasses.FrozenInstanceError(f"cannot {doing} field {name!r}")
        getattr(super(cls, self), "__setattr__" if value else "__delattr__")(name, *value)

    return refuse


def _state(self: Any) -> list[object]:
    """For a copy of an object that is frozen and has slots."""
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: Any, state: list[object]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)

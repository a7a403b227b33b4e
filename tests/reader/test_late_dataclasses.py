"""Classes whose `__init__` is written late are as those of `dataclasses`."""

import copy
import dataclasses
import math
import pickle
import threading
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, field, fields, replace
from typing import Any, ClassVar

import pytest

from reader import late_dataclasses


def _in_both(make: Callable[[Any], Any]) -> tuple[Any, Any]:
    """What `make` makes of the decorator of ours, and of Python's."""
    return make(late_dataclasses.dataclass), make(dataclasses.dataclass)


def _point(decorator: Any, **options: bool) -> Any:
    @decorator(**options)
    class Point:
        """A point."""

        kind: ClassVar[str] = "point"
        x: int
        names: list[str] = field(default_factory=list, compare=False)
        y: float = field(default=2.5, repr=False)
        total: float = field(init=False, default=0.0)
        last: str = field(kw_only=True, default="end")

    return Point


OPTIONS: list[dict[str, bool]] = [
    {"frozen": frozen, "slots": slots, "eq": eq}
    for frozen in (False, True)
    for slots in (False, True)
    for eq in (True, False)
]


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_objects_are_shown_compared_and_hashed_alike(options: dict[str, bool]) -> None:
    for theirs, other in zip(*_in_both(lambda decorator: _told(_point(decorator, **options))), strict=True):
        assert theirs == other


def _told(cls: Any) -> list[object]:
    one, same, other = cls(1, ["a"]), cls(1, ["b"]), cls(2, y=3.0, last="x")
    hashed = cls.__hash__ is not None and (hash(one) == hash(same))
    return [
        repr(one).rpartition(".")[2],
        [one == same, one == other, one == 1, one != same, hashed],
        [(one.names is same.names), one.kind, one.total, other.y, other.last],
        asdict(other),
        [asdict(replace(one, x=5)), [each.name for each in fields(cls)], cls.__match_args__],
        [
            _refused(lambda: setattr(one, "x", 4)),
            _refused(lambda: delattr(one, "x")),
            _refused(lambda: setattr(one, "new", 4)) is None,
        ],
        [_refused(lambda: cls()), _refused(lambda: cls(1, [], 2.0, "x"))],
        asdict(copy.copy(other)),
        cls.__hash__ is None,
        hasattr(one, "__dict__"),
        cls.__doc__,
    ]


def _refused(do: Callable[[], object]) -> type[Exception] | None:
    try:
        do()
    except Exception as error:  # noqa: BLE001 - it is what is compared
        return type(error)
    return None


def test_a_class_with_fields_of_another_and_methods_of_its_own_is_as_it_says() -> None:
    def make(decorator: Any) -> list[object]:
        base, derived = _two(decorator)

        class Plain(base):  # type: ignore[misc, valid-type]
            """Not decorated: it may have more than the fields."""

        plain = Plain(1)
        return [
            repr(derived(1)),
            derived(1).a,
            derived(1, 5) == base(7),
            hash(base(1)) == hash(base(1)),
            _refused(lambda: setattr(plain, "a", 1)),
            [each.name for each in fields(derived)],
        ]

    ours, theirs = _in_both(make)
    assert ours == theirs


def _two(decorator: Any) -> tuple[Any, Any]:
    @decorator(frozen=True, slots=True)
    class Base:
        a: int

        def __post_init__(self) -> None:
            object.__setattr__(self, "a", self.a + 1)

    @decorator(frozen=True, slots=True)
    class Derived(Base):
        b: int = 3

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Base)

        def __repr__(self) -> str:
            return "mine"

    return Base, Derived


def test_what_is_not_equal_to_itself_is_in_the_same_object() -> None:
    def make(decorator: Any) -> bool:
        @decorator(frozen=True)
        class One:
            value: float

        one: Any = One
        return bool(one(math.nan) == one(math.nan))

    assert _in_both(make) == (True, True)


@late_dataclasses.dataclass(frozen=True, slots=True)
class Kept:
    """At the top of a module, where pickled objects look for it."""

    value: int
    other: str = ""


def test_an_object_is_copied_before_its_class_has_made_one() -> None:
    empty = object.__new__(Kept)
    object.__setattr__(empty, "value", 1)
    object.__setattr__(empty, "other", "x")
    assert pickle.loads(pickle.dumps(empty)) == copy.deepcopy(empty) == Kept(1, "x")


def test_first_objects_on_several_threads_are_whole() -> None:
    for _ in range(20):
        cls, begin = _point(late_dataclasses.dataclass, frozen=True, slots=True), threading.Barrier(4)
        made: list[Any] = []

        def make(cls: Any = cls, made: list[Any] = made, begin: threading.Barrier = begin) -> None:
            begin.wait()
            made.append(cls(1, y=4.0))

        threads = [threading.Thread(target=make) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert made == [cls(1, y=4.0)] * 4


def test_a_frozen_object_says_what_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'value'"):
        Kept(1).value = 2  # type: ignore[misc]


def test_fields_may_be_called_as_what_the_method_uses() -> None:
    def make(decorator: Any) -> str:
        @decorator(slots=True)
        class Named:
            fields: int
            MISSING: list[int] = field(default_factory=list)
            cls: str = "x"

        named: Any = Named
        return repr(named(1)).rpartition(".")[2]

    ours, theirs = _in_both(make)
    assert ours == theirs

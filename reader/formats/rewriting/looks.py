"""New words with pairs of signs around them, such as stars or tags, that stand for how they look."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Atom(NamedTuple):
    """A stretch of new words and the indices of the pairs of signs around it, outermost first; None for any."""

    text: str
    look: tuple[int, ...] | None


def with_signs(atoms: Sequence[Atom], signs: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The stretches, with their pairs of signs; what may have any has those that are on both of its sides."""
    opened: tuple[int, ...] = ()
    following: tuple[int, ...] = ()
    after = list[tuple[int, ...]]()
    for atom in reversed(atoms):
        after.append(following)
        following = atom.look if atom.look is not None and atom.text else following
    for atom, behind in zip(atoms, reversed(after), strict=True):
        if not atom.text:
            continue
        look = atom.look if atom.look is not None else common_look(opened, behind)
        shared = len(common_look(opened, look))
        yield from (signs[number][1] for number in reversed(opened[shared:]))
        yield from (signs[number][0] for number in look[shared:])
        yield atom.text
        opened = look
    yield from (signs[number][1] for number in reversed(opened))


def common_look(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    """The outer pairs of signs that two looks share."""
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:shared]


def atoms_of(text: str, look: tuple[int, ...], own: tuple[bool, bool] = (False, False)) -> Iterator[Atom]:
    """A stretch in parts: white space at its ends may look as what is beside it, if it is not its `own` there."""
    words = text.strip()
    start = len(text) - len(text.lstrip())
    yield Atom(text[:start], look if own[0] else None)
    yield Atom(words, look)
    yield Atom(text[start + len(words) :], look if own[1] else None)

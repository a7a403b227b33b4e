"""Elements that hold others together, and stay where paragraphs are written anew only if all in them does."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from reader.formats.html_regions import Atom, Region, Run
from reader.formats.rewriting.placement import Object, Stretch

# By their names those that may be only in them.
_HELD = {"ruby": frozenset({"rb", "rt", "rp", "rtc"}), "epub:switch": frozenset({"epub:case", "epub:default"})}
_PARTS = frozenset().union(*_HELD.values())
# The indices of elements, from the outermost.
_Path = tuple[int, ...]


def torn_elements(
    region: Region, parts: Sequence[Stretch | Object], runs: Sequence[Run], atoms: Sequence[Atom]
) -> frozenset[int]:
    """The elements of a region in which not all stands as it did, with what may be only in them.

    Args:
        region: what was read.
        parts: what is written.
        runs, atoms: those of the region that these are numbers of.
    """
    names = [element.opening.name for element in region.elements]
    if _HELD.keys().isdisjoint(names):
        return frozenset()
    old = [part.path for part in region.parts if isinstance(part, Run) or _counts(part)]
    was, now = _inside(old, names), _inside(_paths(parts, runs, atoms), names)
    torn = {index for index, found in was.items() if not _is_same(found, now.get(index, ()))}
    around = {index for path in old if not torn.isdisjoint(path) for index in path}
    return frozenset(index for index in around if index in torn or names[index] in _PARTS)


def _paths(parts: Sequence[Stretch | Object], runs: Sequence[Run], atoms: Sequence[Atom]) -> Iterator[_Path]:
    for part in parts:
        if isinstance(part, Object):
            if _counts(atoms[part.number]):
                yield atoms[part.number].path
        elif part.text:
            yield runs[part.piece].path if part.piece >= 0 else ()


def _counts(atom: Atom) -> bool:
    """Whether something stands for a thing that can be seen, and is not in the text of a tag."""
    return atom.seen and atom.tag < 0


def _inside(paths: Iterable[_Path], names: Sequence[str]) -> Mapping[int, Sequence[tuple[int, _Path]]]:
    """By the elements that hold others together the paths in them, and which of all these are."""
    found: dict[int, list[tuple[int, _Path]]] = {}
    for place, (path, _) in enumerate(groupby(paths)):
        for index in path:
            if names[index] in _HELD:
                found.setdefault(index, []).append((place, path))
    return found


def _is_same(was: Sequence[tuple[int, _Path]], now: Sequence[tuple[int, _Path]]) -> bool:
    """Whether the same stands in an element as before, and in one place."""
    return [path for _, path in was] == [path for _, path in now] and now[-1][0] - now[0][0] == len(now) - 1

"""Items of lists as lists that nest, where one text stands alone."""

from collections.abc import Iterable, Iterator

Row = dict[str, object]

# Typst goes no deeper into itself than to about ten; what is deeper is only indented.
_DEEPEST = 6
_APART = frozenset({"title", "heading", "rule", "grid"})


def nested(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, with items of a list as one row of kind "list", and what is in an item inside it.

    Such a row has `inset`, how many steps it is indented, and `items`: (marker, number, rows).
    """
    open_lists: list[tuple[int, Row]] = []  # levels and lists, outermost first
    for row in rows:
        level = row["level"]
        assert isinstance(level, int)
        begins = row["kind"] == "list_item" and bool(row["marker"])
        while open_lists and open_lists[-1][0] > level:
            ended = open_lists.pop()[1]
            if not open_lists:
                yield ended
        if "frames" in row or row["kind"] in _APART or level < 1 or not (begins or open_lists):
            yield from (found for _, found in open_lists[:1])
            open_lists.clear()
            yield row
        else:
            _enter(open_lists, row, level, begins)
    yield from (found for _, found in open_lists[:1])


def _enter(open_lists: list[tuple[int, Row]], row: Row, level: int, begins: bool) -> None:
    """Put a row into the innermost of the lists, or one inside it."""
    if begins and (not open_lists or open_lists[-1][0] < level) and len(open_lists) < _DEEPEST:
        _begin(open_lists, level)
    above, found = open_lists[-1]
    items = _items(found)
    if begins and level == above:
        items.append({"marker": row["marker"], "number": row["number"], "rows": []})
        row = {**row, "kind": "paragraph", "marker": "", "number": ""}
    _inside(items).append({**row, "level": level - above})


def _begin(open_lists: list[tuple[int, Row]], level: int) -> None:
    above = open_lists[-1][0] if open_lists else 0
    found: Row = {"kind": "list", "level": 0, "inset": level - above - 1, "breaks": "well", "items": []}
    if open_lists:
        _inside(_items(open_lists[-1][1])).append(found)
    open_lists.append((level, found))


def _items(found: Row) -> list[Row]:
    items = found["items"]
    assert isinstance(items, list)
    return items


def _inside(items: list[Row]) -> list[Row]:
    rows = items[-1]["rows"]
    assert isinstance(rows, list)
    return rows

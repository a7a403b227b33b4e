"""What blocks stand in, from the outside in: boxes, and between them items of lists."""

from collections.abc import Collection, Sequence

from reader.text import Box, BoxKind

# Boxes, and the depths of items of lists, from 1; outermost first.
Chain = tuple[Box | int, ...]

# Of a quotation that no box tells of.
_QUOTE = Box(BoxKind.QUOTE, -1)


def around(boxes: Sequence[Box], depth: int, kinds: Collection[BoxKind], *, quoted: bool = False) -> Chain:
    """What a block stands in: its boxes of these `kinds`, and `depth` items of lists, each in the box that it is in.

    With `quoted` it is in a quotation even if no box says so.
    """
    if not boxes and not depth and not quoted:  # as most blocks
        return ()
    chain: list[Box | int] = []
    items = 0
    for box in (box for box in boxes if box.kind in kinds):
        chain += range(items + 1, box.level + 1)
        # In a note they are counted anew.
        items = 0 if box.kind is BoxKind.NOTE else max(items, box.level)
        chain.append(box)
    chain += range(items + 1, depth + 1)
    if quoted and not any(box.kind is BoxKind.QUOTE for box in boxes):
        chain.append(_QUOTE)
    return tuple(chain)

"""Aligning a reference translation with the machine translation."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.reference.alignment import align as align
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "alignment": ("align",),
        },
    )

"""What the user notes in a document: notes and bookmarks, each at a paragraph or a sentence of it."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.annotations.kinds import BOOKMARK as BOOKMARK, NOTE as NOTE
else:
    __getattr__, __all__ = door(__name__, {"kinds": ("BOOKMARK", "NOTE")})

"""What the user notes in a document: notes and bookmarks, each at a paragraph or a sentence of it."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.annotations.anchors import Anchor as Anchor, Places as Places, Spot as Spot
    from reader.annotations.annotation import Annotation as Annotation, as_value as as_value
    from reader.annotations.given import all_notes as all_notes
    from reader.annotations.kinds import BOOKMARK as BOOKMARK, NOTE as NOTE
    from reader.annotations.listing import (
        Annotations as Annotations,
        Placed as Placed,
        annotation_at as annotation_at,
        merged_annotations as merged_annotations,
        search as search,
        with_text as with_text,
    )
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "anchors": ("Anchor", "Places", "Spot"),
            "annotation": ("Annotation", "as_value"),
            "given": ("all_notes",),
            "kinds": ("BOOKMARK", "NOTE"),
            "listing": ("Annotations", "Placed", "annotation_at", "merged_annotations", "search", "with_text"),
        },
    )

"""The notes and bookmarks that come with a document, in its file."""

from collections.abc import Iterator

from reader.annotations.anchors import Places, Spot
from reader.annotations.annotation import Annotation
from reader.annotations.kinds import BOOKMARK, NOTE
from reader.annotations.listing import Annotations, Placed, in_order
from reader.text import Document


def given_notes(document: Document) -> list[Placed]:
    """The notes and bookmarks in a document's file, in the order of its text."""
    return list(_given(document, Places([each.text for each in document.paragraphs]))) if _has_any(document) else []


def all_notes(document: Document, annotations: Annotations) -> list[Placed]:
    """Those, and what the user has noted in the document; what both have is there once."""
    own = annotations.placed(document.path, [each.text for each in document.paragraphs]) if document.path else []
    known = {(each.kind, each.spot.row, each.spot.span, each.annotation.text) for each in own}
    more = [
        each
        for each in given_notes(document)
        if (each.kind, each.spot.row, each.spot.span, each.annotation.text) not in known
    ]
    return in_order([*own, *more])


def _has_any(document: Document) -> bool:
    return document.given is not None and bool(document.given.notes)


def _given(document: Document, places: Places) -> Iterator[Placed]:
    for number, note in enumerate(document.given.notes if document.given is not None else ()):
        anchor = places.anchor(note.row, note.span)
        annotation = Annotation(f"given-{number}", anchor, note.text, note.made, note.changed)
        yield Placed(BOOKMARK if note.bookmark else NOTE, annotation, Spot(note.row, note.span))

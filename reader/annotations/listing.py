"""The notes and bookmarks of documents: kept, changed, put in the order of the text, searched."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from reader.annotations.anchors import Places, Spot, anchor_in
from reader.annotations.annotation import Annotation, as_value, new_place, parsed, place_beside
from reader.annotations.kinds import BOOKMARK, NOTE
from reader.late_dataclasses import dataclass
from reader.memory import ByPlace, DocumentValues, Json, ValuesChange
from reader.search import Pattern, Query, fold
from reader.text import Span


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation and where it is in a text.

    Attributes:
        kind: NOTE or BOOKMARK.
        annotation: it.
        spot: its place; see `Spot.gone`.
    """

    kind: str
    annotation: Annotation
    spot: Spot


class Annotations:
    """The notes and bookmarks of documents. Several threads may use it; its methods wait for the disk.

    What changes them gives the change, to be undone by `DocumentValues.put_back`.
    """

    def __init__(self, values: DocumentValues) -> None:
        self._values = values

    def of(self, document: Path, kind: str) -> list[Annotation]:
        """The annotations of a kind of a document, the oldest first."""
        found = (parsed(place, value) for place, value in self._values.of(document, kind).items())
        known = [each for each in found if each is not None]
        return sorted(known, key=lambda each: (each.made, each.place))

    def keep(self, document: Path, kind: str, *annotations: Annotation) -> ValuesChange:
        """Keep annotations, new ones or changed ones."""
        return self._values.change(document, kind, {each.place: as_value(each) for each in annotations})

    def revise(self, document: Path, note: Annotation, before: str) -> ValuesChange:
        """Keep a note whose text was `before` when the user began to change it.

        What another program has made of it since stays too, as a note beside it.
        """

        def decide(there: Mapping[str, Json]) -> dict[str, Json]:
            stored = parsed(note.place, there.get(note.place))
            if stored is not None and stored.text not in (before, note.text):
                other = replace(note, place=new_place())
                return {other.place: as_value(other)}
            # Where it is may be known better by now.
            kept = note if stored is None else replace(stored, text=note.text, changed=note.changed)
            return {note.place: as_value(kept)}

        return self._values.update(document, NOTE, decide)

    def remove(self, document: Path, kind: str, *annotations: Annotation) -> ValuesChange:
        """Remove annotations; it is refused if another program has changed the text of any."""
        refused = False

        def decide(there: Mapping[str, Json]) -> dict[str, Json]:
            nonlocal refused
            stored = ((each, parsed(each.place, there.get(each.place))) for each in annotations)
            refused = any(now is not None and now.text != each.text for each, now in stored)
            return {} if refused else {each.place: None for each in annotations}

        change = self._values.update(document, kind, decide)
        return replace(change, refused=refused)

    def placed(
        self, document: Path, texts: Sequence[str], hint: Callable[[int], int] = lambda row: row
    ) -> list[Placed]:
        """The notes and bookmarks of a document in the order of its text, those too whose paragraph is gone.

        Args:
            document: its file.
            texts: of its paragraphs, as they are in the file now.
            hint: tells where a row of an earlier version may be now, such as `Revision.place_of`.
        """
        found = {kind: self.of(document, kind) for kind in (NOTE, BOOKMARK)}
        if not any(found.values()):
            return []
        return placed(found, Places(texts), hint)

    def renew(self, document: Path, places: Places, found: Iterable[Placed]) -> None:
        """Note where annotations are now, so that they are found after further changes of the text too."""
        for kind in (NOTE, BOOKMARK):
            moved = (renewed(each, places) for each in found if each.kind == kind)
            if changed := [each for each in moved if each is not None]:
                self._values.update(document, kind, partial(_moved, changed))


def merged_annotations(changes: ByPlace, before: ByPlace, there: ByPlace) -> ByPlace:
    """For `DocumentValues`: of a note that was changed otherwise since both versions stay, and where it is now."""
    found = dict[str, Json]()
    for place, value in changes.items():
        mine, known, theirs = (parsed(place, each.get(place)) for each in (changes, before, there))
        same = theirs is not None and theirs.text in [each.text for each in (known, mine) if each is not None]
        if theirs is None or (mine is None and (same or place not in before)):
            found[place] = value
        elif mine is not None and same:
            found[place] = as_value(replace(theirs, text=mine.text, changed=mine.changed))
        else:
            found[place] = there[place]
            if mine is not None:
                other = replace(mine, place=place_beside(mine))
                found[other.place] = as_value(other)
    return found


def _moved(annotations: Iterable[Annotation], there: Mapping[str, Json]) -> dict[str, Json]:
    """What is stored of annotations once they are where these are, of those that are still there."""
    stored = ((each, parsed(each.place, there.get(each.place))) for each in annotations)
    return {each.place: as_value(replace(now, anchor=each.anchor)) for each, now in stored if now is not None}


def annotation_at(texts: Sequence[str], row: int, span: Span | None = None, text: str = "") -> Annotation:
    """A new annotation at one of the paragraphs with these texts or, with a span in code points, a sentence; made now.

    It takes no time worth mentioning.
    """
    now = int(time.time())
    return Annotation(new_place(), anchor_in(texts, row, span), text, now, now)


def with_text(annotation: Annotation, text: str) -> Annotation:
    """The same annotation with another text, changed now."""
    return replace(annotation, text=text, changed=int(time.time()))


def placed(
    annotations: dict[str, list[Annotation]], places: Places, hint: Callable[[int], int] = lambda row: row
) -> list[Placed]:
    """Annotations, by kind, in the order of a text: at a paragraph those about all of it first, then by sentence."""
    found = [
        Placed(kind, each, places.find(each.anchor, hint)) for kind, those in annotations.items() for each in those
    ]
    return in_order(found)


def in_order(found: Iterable[Placed]) -> list[Placed]:
    """Annotations in the order of the text."""
    return sorted(found, key=_order)


def _order(each: Placed) -> tuple[int, bool, int, int, str]:
    spot = each.spot
    return spot.row, not spot.gone, spot.span[0] if spot.span else -1, each.annotation.made, each.annotation.place


def renewed(found: Placed, places: Places) -> Annotation | None:
    """The annotation with where it is now; None if that is what it has, or it is not in the text."""
    spot, before = found.spot, found.annotation.anchor
    if spot.gone or (before.sentence and spot.span is None):
        return None
    anchor = places.anchor(spot.row, spot.span)
    return replace(found.annotation, anchor=anchor) if anchor != before else None


def search(found: Iterable[Placed], query: Query) -> Iterator[tuple[Placed, tuple[Span, ...]]]:
    """Those in which the query is found, with where in the note's text (code points); none if in its words only."""
    pattern = Pattern(query)
    for each in found if query else ():
        spans = tuple(pattern.spans(fold(each.annotation.text)))
        if spans or any(pattern.spans(fold(each.annotation.anchor.words))):
            yield each, spans

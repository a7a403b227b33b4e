"""A note or a bookmark, and how it is stored."""

import secrets
from collections.abc import Mapping
from dataclasses import field, fields
from hashlib import blake2b
from typing import Any

from reader.annotations.anchors import Anchor
from reader.json_files import MOST_ROWS
from reader.late_dataclasses import dataclass
from reader.memory import Json

# The largest time, in seconds since 1970, that every system can show: the year 9999.
_LATEST = 253_402_300_799
_OWN = ("text", "made", "changed", "at")


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note or a bookmark.

    Attributes:
        place: what tells it from the others of its document; any letters, unique.
        anchor: what it is about.
        text: of a note, as the user typed it; of a bookmark its name, or "".
        made, changed: when, in whole seconds since 1970, UTC; 0 if unknown.
        others: values of a later version, which stay.
    """

    place: str
    anchor: Anchor
    text: str = ""
    made: int = 0
    changed: int = 0
    others: Mapping[str, Json] = field(default_factory=dict, compare=False, repr=False)


def new_place() -> str:
    """A place that no other annotation has."""
    return secrets.token_hex(8)


def place_beside(annotation: Annotation) -> str:
    """The place of another version of an annotation, always the same for the same text."""
    return blake2b(f"{annotation.place}\n{annotation.text}".encode(errors="surrogatepass"), digest_size=8).hexdigest()


def as_value(annotation: Annotation) -> Json:
    """An annotation as it is stored."""
    anchor = annotation.anchor
    at = {each.name: getattr(anchor, each.name) for each in fields(Anchor)}
    own: dict[str, Json] = {"text": annotation.text, "made": annotation.made, "changed": annotation.changed}
    return {**annotation.others, **own, "at": {name: value for name, value in at.items() if value not in ("", 0)}}


def parsed(place: str, value: Json) -> Annotation | None:
    """An annotation from what is stored; None for what cannot be one."""
    if not isinstance(value, dict) or (anchor := _anchor(value.get("at"))) is None:
        return None
    text, others = value.get("text"), {name: each for name, each in value.items() if name not in _OWN}
    made, changed = (min(_number(value.get(name)), _LATEST) for name in ("made", "changed"))
    return Annotation(place, anchor, text if isinstance(text, str) else "", made, changed, others)


def _anchor(value: Json) -> Anchor | None:
    if not isinstance(value, dict) or not isinstance(paragraph := value.get("paragraph"), str):
        return None
    known: dict[str, Any] = {}
    for name in ("before", "after", "words", "sentence"):
        known[name] = text if isinstance(text := value.get(name), str) else ""
    for name in ("row", "repeat", "sentence_repeat", "length"):
        known[name] = min(_number(value.get(name)), MOST_ROWS)
    return Anchor(paragraph=paragraph, **known)


def _number(value: Json) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0

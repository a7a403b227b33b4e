"""Front matter: what a document says about itself, as YAML before its text."""

import json
from collections.abc import Mapping, Sequence

from reader import late_re as re
from reader.export.markup import one_line
from reader.parallel import ParallelText
from reader.text import Document, Kind, Paragraph

# What YAML takes for a text, or a day, without quotation marks.
_PLAIN = re.compile(r"[^\W\d_](?:[\w.,()/–-]| (?!#))*|\d{4}-\d\d-\d\d")
_NO_TEXT = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_NAMES = {"title": "title", "author": "author", "date": "date", "language": "lang"}


def write_front_matter(metadata: Mapping[str, str]) -> str:
    """What `Document.metadata` says, as lines that end with an empty one; "" if it says nothing."""
    told = {name: one_line(metadata.get(what, "")) for what, name in _NAMES.items()}
    lines = [f"{name}: {_value(text)}\n" for name, text in told.items() if text]
    return "".join(["---\n", *lines, "---\n\n"]) if lines else ""


def _value(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and text.lower() not in _NO_TEXT
    return text if plain else json.dumps(text, ensure_ascii=False)


def translated_metadata(text: ParallelText) -> Mapping[str, str]:
    """What a translation says about itself: as its document does, with its own title and language."""
    metadata = dict(text.document.metadata)
    if metadata.get("language"):
        metadata["language"] = text.target_language
    row = text.rows[0] if text.rows else None
    if metadata.get("title") and row and row.source.kind is Kind.TITLE:
        metadata["title"] = row.target or metadata["title"]
    return metadata


def titled_in_front(document: Document) -> bool:
    """Whether the title is only in the front matter: there it is no place in the text, and has no name as one."""
    first: Sequence[Paragraph] = document.paragraphs[:1]
    titled = any(paragraph.kind is Kind.TITLE for paragraph in first)
    return titled and bool(document.metadata.get("title")) and 0 not in document.targets.values()

"""What documents are called in the memory: by their paths, in letters that SQLite can store."""

import os
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from reader.library_entry import absolute
from reader.paths import own_name, own_path, where_now

# What is kept as it is: a name that a search finds, of any letters of ours. All else is written as bytes are in a URL.
_PLAIN = "/\\: ()[]{}!#$&'*+,;=@^`~|<>?\""
# No absolute path begins so. Documents that came with the program lie elsewhere in another version.
_OWN = "tospalt:"


def document_key(path: Path) -> str:
    """What the document at `path` is called; the same for each path of one that came with the program."""
    place = where_now(absolute(path))
    own = own_name(place)
    return f"{_OWN}{own}" if own else quote(os.fsencode(place), safe=_PLAIN)


def document_path(key: str) -> Path | None:
    """The path that `document_key` calls so; None for what no version calls a document."""
    if key.startswith(_OWN):
        return own_path(key.removeprefix(_OWN))
    path = Path(os.fsdecode(unquote_to_bytes(key)))
    return path if path.is_absolute() and "\0" not in key else None

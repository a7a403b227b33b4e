"""The `metadata.json` of a package. What Argos Translate ignores in it is read here: settings, quality, signs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from reader.json_files import read_json

METADATA = "metadata.json"
METADATA_LIMIT = 1_000_000  # bytes; it has a few hundred

T = TypeVar("T")


def stated(folder: Path, read: Callable[[Any], T], default: T) -> T:
    """What `read` makes of the metadata of the package in `folder`.

    Args:
        folder: the package.
        read: gets the content of the file; raises ValueError, TypeError, LookupError or AttributeError where that
            makes no sense.
        default: what is returned then, or if there is no file.
    """
    return read_json(folder / METADATA, read, default, limit=METADATA_LIMIT).value


def stated_signs(metadata: Any) -> str:
    """The signs that a package's tokenizer can spell but its model does not copy, stated under "unlearned".

    Raises:
        ValueError, AttributeError: what is stated is not signs.
    """
    signs = metadata.get("unlearned", "")
    if not isinstance(signs, str) or any(map(str.isalnum, signs)) or any(map(str.isspace, signs)):
        raise ValueError("no signs")
    return signs

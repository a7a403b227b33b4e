"""Names that the two languages write differently."""

from collections.abc import Mapping
from functools import cache

from reader.paths import RESOURCES

_FILE = RESOURCES / "checks" / "exonyms.txt"


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _FILE.read_text("utf-8").splitlines():
        forms = frozenset(line.split()) if not line.startswith("#") else frozenset()
        for form in forms:
            found[form] = found.get(form, frozenset()) | forms
    return found


def also(low: str) -> frozenset[str]:
    """What a name in lower case is called besides, itself among these; empty if nothing is known."""
    return _classes().get(low, frozenset())

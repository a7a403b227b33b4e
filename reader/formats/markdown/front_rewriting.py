"""Writing other values into front matter."""

import json
from collections.abc import Iterator

from reader import late_re as re
from reader.formats.markdown.frontmatter import KEYS, front_matter

_VALUE = r"(?:\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\n]|'')*'|[^\s\"'#|>&*!\[{][^\n]*?)"


def with_value(front: str, what: str, new: str) -> str:
    """Front matter with another value for `what`, such as "title"; "" if it cannot be written."""
    before = front_matter(front)
    place = re.compile(
        rf"^([ \t]*[\"']?(?:{'|'.join(KEYS[what])})[\"']?[ \t]*[:=][ \t]*)({_VALUE})(?=,?[ \t]*(?:#.*)?$)",
        re.MULTILINE | re.IGNORECASE,
    )
    match = place.search(front)
    if match is None:
        return ""
    for value in _values(match[2], new):
        found = front[: match.start(2)] + value + front[match.end(2) :]
        after = front_matter(found)
        if after.metadata == {**before.metadata, what: " ".join(new.split())} and after.length == len(found):
            return found
    return ""


def _values(old: str, new: str) -> Iterator[str]:
    """How a value may be written, in the way of the old one first."""
    new = " ".join(new.split())
    if old.startswith("'"):
        yield "'" + new.replace("'", "''") + "'"
    elif not old.startswith('"'):
        yield new
    yield json.dumps(new, ensure_ascii=False)

"""Text that somebody else made, fitted into a label."""

import re

_BREAK = "\u200b"  # a zero-width space
# A label is never narrower than its longest word, and a path is one long word.
_LONG = 24


def breakable(text: str) -> str:
    """`text` with places where a line may end in its long words: after a mark of separation, or else anywhere."""
    return re.sub(rf"\S{{{_LONG},}}", lambda word: _with_breaks(word[0]), text)


def _with_breaks(word: str) -> str:
    parts = re.findall(rf"[^/\\._-]{{1,{_LONG}}}[/\\._-]*|[/\\._-]+", word)
    return _BREAK.join(parts)


def unbroken(text: str) -> str:
    """The text that `breakable` was given."""
    return text.replace(_BREAK, "")

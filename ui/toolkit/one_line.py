"""Texts from outside, as one line of a list: titles, and names of files."""

import unicodedata

# Longer ones are no titles; a list would measure each of their letters whenever it is drawn.
LONGEST = 300
_JOINERS = "\u200c\u200d"  # of letters and emoji; other invisible characters would turn or hide what is around them


def one_line(text: str) -> str:
    """`text` with spaces for line breaks, without controls of any kind, and with an ellipsis if it is very long."""
    if not (text.isprintable() and len(text) <= LONGEST):
        text = "".join(map(_seen, text[: 2 * LONGEST]))
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"


def _seen(character: str) -> str:
    """What is shown of a character."""
    kind = unicodedata.category(character).lower()
    if kind == "cf":
        return character if character in _JOINERS else ""
    if kind == "cs":
        return "\ufffd"  # half of a character: a file name in an encoding of another system
    return " " if kind == "cc" or kind.startswith("z") else character

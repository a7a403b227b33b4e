"""Lines for a terminal, on which the names of files must not act: they may have control sequences in them."""

import sys
import unicodedata

# For terminals that have only ASCII, or another small character set.
_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "..."})


def on_one_line(text: str) -> str:
    """The text with what is no visible character, such as a line break or an escape, written as in Python's strings."""
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    return character.encode("unicode_escape").decode("ascii")


def shown(text: str, encoding: str) -> str:
    """The text on one line, with plain quotation marks and dashes where `encoding` does not have those of the text."""
    line = on_one_line(text)
    try:
        line.encode(encoding, "surrogateescape")
    except UnicodeEncodeError:
        return line.translate(_PLAIN)
    return line


def say(message: str) -> None:
    """Print a line on standard error."""
    if sys.stderr is not None:  # a program without a terminal may have none
        print(f"tospalt: {shown(message, sys.stderr.encoding or 'utf-8')}", file=sys.stderr)

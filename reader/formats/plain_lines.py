"""Lines of plain text: how far they are indented, and whether a line end is a wrap or a deliberate break."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

# Programs wrap lines between these widths: shorter lines were broken on purpose, longer ones are whole paragraphs.
_NARROWEST_WRAP = 45
WIDEST_WRAP = 100
# The share of line ends that must look like wraps before any is taken for one: verse has long lines, too.
_WRAPPED_SHARE = 0.6

# Behind a number these make a date of it; of short forms only those that are no other words.
MONTH = re.compile(
    r"(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    r"jan|feb|apr|aug|sept?|okt|nov|des|january|february|march|may|june|july|october|december)\b"
)
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
AS_FIGURES = str.maketrans(RAISED, "0123456789")
_NOTES = re.compile(r"\s*(?:(?:fot|slutt)?noter|(?:foot|end)?notes)\s*:?\s*", re.IGNORECASE)
_LABEL = r"(?:\d{1,9}|[a-zæøå]|[A-ZÆØÅ]|[ivxlc]{2,7}|[IVXLC]{2,7})"
_BLOCK_START = re.compile(
    rf"[^\S\n]*(?:[-*+•·▪◦‣●○■□☐☑☒✓✔✗→] |{_LABEL}[.)] (?!{MONTH.pattern})|\({_LABEL}\) |>|#{{1,6}} |\||```|~~~|"
    r"(?:={3,}|-{3,}|\*{3,})\s*$)"
)
_SPEECH_DASH = re.compile(r"\s*[–—] ?\S")
# If one of these follows a wrap after "Idlib-", the space stays: "Idlib- og Hama-provinsen".
_SUSPENDED = frozenset({"og", "eller", "samt", "til", "and", "or", "to"})


def indent_of(line: str) -> int:
    """The column at which the words of a line begin; tabs go to every fourth."""
    size = len(line) - len(line.lstrip())
    return len(line[:size].expandtabs(4)) if "\t" in line[:size] else size


def wrap_width(blocks: Iterable[Sequence[str]]) -> int:
    """The width the lines of a text were wrapped at, or 0 if its line ends are all deliberate."""
    ends = [
        (line, after)
        for lines in blocks
        for line, after in pairwise(lines)
        if _NARROWEST_WRAP <= len(line) <= WIDEST_WRAP and not _starts_block(after)
    ]
    width = max((len(line) for line, _ in ends), default=0)
    wraps = sum(is_wrap(line, after, width) for line, after in ends)
    return width if wraps >= _WRAPPED_SHARE * len(ends) else 0


def is_wrap(line: str, after: str, width: int) -> bool:
    """Whether a program filling lines up to `width` would have broken here."""
    return len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) > width


def is_speech(line: str) -> bool:
    """Whether a line begins with a dash, as speech does."""
    return _SPEECH_DASH.match(line) is not None


def calls_notes(line: str) -> bool:
    """Whether a line is the heading of the notes."""
    return _NOTES.fullmatch(line) is not None


def _starts_block(line: str) -> bool:
    return _BLOCK_START.match(line) is not None or is_speech(line)


def joined(line: str, after: str) -> tuple[str, str]:
    """The parts which, concatenated, are the two lines joined at a wrap."""
    if line.endswith("\u00ad"):
        return line[:-1], after
    split_word = len(line) > 1 and line[-1] == "-" and line[-2].isalpha() and after[:1].islower()
    if split_word and after.split(maxsplit=1)[0] not in _SUSPENDED:
        return line, after
    return line + " ", after

"""Plain text to paragraphs.

Plain text uses a little Markdown without knowing it (rules, emphasis, links, lists), so it goes through
the same parser with everything switched off that would eat characters or see code in an indent. Before
that its lines are made whole: a line end may be a wrap, a deliberate break or the end of a paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from reader.document import Paragraph
from reader.formats.markdown import paragraphs

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# No program wraps shorter than this, so shorter lines were broken on purpose; none wraps longer
# than the second, so longer lines are whole paragraphs.
_NARROWEST_WRAP = 45
_WIDEST_WRAP = 100
# This share of the line ends of lines in between must look like wraps before any is taken for one: verse is full of lines
# that happen to be long.
_WRAPPED_SHARE = 0.6

_BLOCK_START = re.compile(r" {0,3}(?:[-*+] |\d{1,9}[.)] |>|#{1,6} |\||```|~~~|(?:={3,}|-{3,}|\*{3,})\s*$)")
_SPEECH_DASH = re.compile(r"\s*[–—] ?\S")
# A wrap after "Idlib-" before one of these leaves the space: "Idlib- og Hama-provinsen".
_SUSPENDED = frozenset({"og", "eller", "samt", "til", "and", "or", "to"})


def parse_plain_text(text: str) -> list[Paragraph]:
    """The paragraphs of a plain text; line ends are "\\n"."""
    tokens = _parser().parse(_with_whole_lines(text))
    return list(paragraphs(tokens, hyphens_lead_speech=True))


def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # late, as in the Markdown reader

    parser = MarkdownIt("commonmark", {"html": False})
    parser.disable(["code", "html_block", "reference", "html_inline", "escape", "entity", "image"])
    return parser


def _with_whole_lines(text: str) -> str:
    blocks = [list(lines) for filled, lines in groupby(text.split("\n"), lambda line: bool(line.strip())) if filled]
    width = _wrap_width(blocks)
    return "\n\n".join("\n".join(_join_lines(lines, width)) for lines in blocks)


def _wrap_width(blocks: Sequence[Sequence[str]]) -> int:
    """The width the text was wrapped at, or 0 if its line ends are all deliberate."""
    ends = [
        (line, after)
        for lines in blocks
        for line, after in pairwise(lines)
        if _NARROWEST_WRAP <= len(line) <= _WIDEST_WRAP and not _starts_block(after)
    ]
    width = max((len(line) for line, _ in ends), default=0)
    wraps = sum(_is_wrap(line, after, width) for line, after in ends)
    return width if wraps >= _WRAPPED_SHARE * len(ends) else 0


def _is_wrap(line: str, after: str, width: int) -> bool:
    """Whether a program filling lines up to `width` would have broken here."""
    return len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) > width


def _starts_block(line: str) -> bool:
    return _BLOCK_START.match(line) is not None or _SPEECH_DASH.match(line) is not None


def _join_lines(lines: Sequence[str], width: int) -> Iterator[str]:
    """One block of lines in Markdown: wraps joined, breaks marked, paragraphs apart."""
    whole = lines[0].strip() if not _BLOCK_START.match(lines[0]) else lines[0].rstrip()
    for line, after in pairwise(lines):
        if _SPEECH_DASH.match(after) or max(len(line), len(after)) > _WIDEST_WRAP:
            yield whole + "\n"
            whole = after.strip()
        elif _BLOCK_START.match(after):
            yield whole
            whole = after.rstrip()
        elif width and _is_wrap(line, after, width):
            whole = _joined(whole, after.strip())
        else:
            yield whole + "  "
            whole = after.strip()
    yield whole


def _joined(line: str, after: str) -> str:
    if line.endswith("\u00ad"):
        return line[:-1] + after
    split_word = len(line) > 1 and line[-1] == "-" and line[-2].isalpha() and after[:1].islower()
    if split_word and after.split(maxsplit=1)[0] not in _SUSPENDED:
        return line + after
    return f"{line} {after}"

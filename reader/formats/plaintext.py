"""Plain text to paragraphs.

Plain text often has a little Markdown (rules, emphasis, links, lists), so it goes through the same parser,
with everything switched off that would drop characters or take an indent for code. Before that its lines are
unwrapped: a line end may be a wrap, a deliberate break or the end of a paragraph.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby, pairwise
from typing import TYPE_CHECKING

from reader.formats.markdown import BlockWalk
from reader.formats.parsed import Parsed
from reader.text import Paragraph

if TYPE_CHECKING:
    from reader.formats.commonmark import Parser

# Programs wrap lines between these widths: shorter lines were broken on purpose, longer ones are whole paragraphs.
_NARROWEST_WRAP = 45
_WIDEST_WRAP = 100
# The share of line ends that must look like wraps before any is taken for one: verse has long lines, too.
_WRAPPED_SHARE = 0.6

_BLOCK_START = re.compile(r" {0,3}(?:[-*+] |\d{1,9}[.)] |>|#{1,6} |\||```|~~~|(?:={3,}|-{3,}|\*{3,})\s*$)")
_FENCE = re.compile(r"^[ >]*(?:```|~~~)", re.MULTILINE)
# A single line that begins with a letter or a mark that opens speech, and has no characters of Markdown.
_PLAIN = re.compile(r"(?:[^\W\d_]|[«“”(–—\"'])[^\n\t\0\\`*_\[\]<>&!~|#]*")
_SPEECH_DASH = re.compile(r"\s*[–—] ?\S")
# The number of a list item, or what only looks like one: "17. mai", "2. verdenskrig".
_NUMBER = re.compile(r"^[ \t]*(\d{1,9})\. ", re.MULTILINE)
_ORDINAL = re.compile(_NUMBER.pattern + r"(?=[a-zæøå])", re.MULTILINE)
_MONTH = re.compile(
    r"(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    r"jan|feb|apr|aug|sept?|okt|nov|des)\b"
)
# Replaces the space after an ordinal number during parsing, so that it begins no list; a private-use character.
_GUARD = "\ue000"
_GUARDED = re.compile(rf"(?<=\d\.){_GUARD}")
# If one of these follows a wrap after "Idlib-", the space stays: "Idlib- og Hama-provinsen".
_SUSPENDED = frozenset({"og", "eller", "samt", "til", "and", "or", "to"})


def parse_plain_text(text: str) -> Parsed:
    """Read a plain text; line ends are "\\n"."""
    whole = _with_whole_lines(_guard_ordinals(text))
    fenced = ("```" in whole or "~~~" in whole) and _FENCE.search(whole) is not None
    parsed = chain.from_iterable(_parsed(whole.split("\n\n"), fenced))
    return Parsed(
        [
            replace(paragraph, text=_GUARDED.sub(" ", paragraph.text)) if _GUARD in paragraph.text else paragraph
            for paragraph in parsed
        ]
    )


def _parsed(blocks: list[str], fenced: bool) -> Iterator[Iterable[Paragraph]]:
    """The paragraphs of blocks; only blocks that may have mark-up go through the parser.

    In a novel that is one in a hundred, and the parser takes twenty times as long as everything else. A block
    of plain words at the margin ends every list and quotation before it; only fenced code continues across it.
    """
    parser, walk = _parser(), BlockWalk(hyphens_lead_speech=True)
    for plain, run in groupby(blocks, lambda block: not fenced and _PLAIN.fullmatch(block) is not None):
        if plain:
            yield (Paragraph(block.strip()) for block in run)
        else:
            yield walk.paragraphs(parser.parse("\n\n".join(run)))


def _guard_ordinals(text: str) -> str:
    """Keep a line that begins with an ordinal number from being taken for a list item.

    "17. mai 2017" is a date. A number before any other lower-case word is an ordinal if no line begins with the
    number before or after it.
    """
    numbers = set(map(int, _NUMBER.findall(text)))
    if not numbers:
        return text

    def guarded(match: re.Match[str]) -> str:
        number = int(match[1])
        listed = number - 1 in numbers or number + 1 in numbers
        return match[0] if listed and not _MONTH.match(text, match.end()) else match[0][:-1] + _GUARD

    return _ORDINAL.sub(guarded, text)


def _parser() -> "Parser":
    from reader.formats.commonmark import Parser  # late, as in the Markdown reader

    parser = Parser(html=False)
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
    """One block of lines as Markdown: wraps joined, breaks marked, paragraphs separate."""
    # The parts of one line: joining them one by one would copy the line each time, and there may be thousands.
    whole = [lines[0].strip() if not _BLOCK_START.match(lines[0]) else lines[0].rstrip()]
    for line, after in pairwise(lines):
        if _SPEECH_DASH.match(after) or max(len(line), len(after)) > _WIDEST_WRAP:
            yield "".join(whole) + "\n"
            whole = [after.strip()]
        elif _BLOCK_START.match(after):
            yield "".join(whole)
            whole = [after.rstrip()]
        elif width and _is_wrap(line, after, width):
            whole[-1:] = _joined(whole[-1], after.strip())
        else:
            yield "".join(whole) + "  "
            whole = [after.strip()]
    yield "".join(whole)


def _joined(line: str, after: str) -> tuple[str, str]:
    """The parts which, concatenated, are the two lines joined at a wrap."""
    if line.endswith("\u00ad"):
        return line[:-1], after
    split_word = len(line) > 1 and line[-1] == "-" and line[-2].isalpha() and after[:1].islower()
    if split_word and after.split(maxsplit=1)[0] not in _SUSPENDED:
        return line, after
    return line + " ", after

"""Lists of contents in plain text: "1 Innledning", "1.1 Bakgrunn", "2 Metode ..... 7", line below line."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader import late_re as re
from reader.formats.numbering import SENTENCE_END
from reader.formats.plain_lines import indent_of
from reader.formats.plain_markers import Item

_LINE = re.compile(r"\s*(\d{1,2}(?:\.\d{1,3}){0,5})(\.?)\s+(\S.*)")
_PAGE = re.compile(r"(?:\s*(?:\.\s?){2,}|\s*…+|\s*_{3,}|\s{2,}|\t)\s*(?:\d{1,4}|[ivxl]{1,6})\s*$")
_FEWEST, _LONGEST = 3, 120
# Of a line, with what leads to the number of the page.
_LONGEST_LINE = 300


def contents_of(lines: Sequence[str]) -> Iterator[Item]:
    """An item for each of the lines of a block if all of them make a list of contents, else none.

    Their numbers are those of nested sections in order, and not only such as lists have: some are without a full
    stop, or pages stand behind the words.
    """
    if len(lines) < _FEWEST or max(map(len, lines)) > _LONGEST_LINE:
        return
    found = [_LINE.fullmatch(line) for line in lines]
    numbers = [tuple(map(int, match[1].split("."))) for match in found if match]
    if not numbers or len(numbers) < len(lines) or not _are_sections(numbers):
        return
    rests = [match[3] for match in found if match]
    bare = any(not match[2] and "." not in match[1] for match in found if match)
    paged = sum(_PAGE.search(rest) is not None for rest in rests)
    words = [_PAGE.sub("", rest) for rest in rests]
    if not (bare or 2 * paged > len(rests)) or not all(map(_is_headline, words)):
        return
    for line, match, number in zip(lines, found, numbers, strict=True):
        if match:
            content = len(line[: match.start(3)].expandtabs(4))
            family = ("1", str(len(number)), match[2] or ".")
            yield Item(
                match[1] + match[2],
                indent_of(line),
                content,
                line[match.start(3) :].strip(),
                family,
                first=number[-1] == 1,
            )


def _is_headline(words: str) -> bool:
    begins = words[:1].isupper() or words[:1].isdigit() or words[:1] in '«"“'
    return 0 < len(words) <= _LONGEST and begins and SENTENCE_END.search(words) is None


def _are_sections(numbers: Sequence[tuple[int, ...]]) -> bool:
    """Whether each number is the next section, the first one inside, or the next of one around."""
    if numbers[0][-1] > 1 or len(numbers[0]) > 1:
        return False
    return all(_is_next(before, after) for before, after in pairwise(numbers))


def _is_next(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    depth = len(after)
    if depth > len(before):
        return after[:-1] == before and after[-1] in (0, 1)
    return after[:-1] == before[: depth - 1] and after[-1] == before[depth - 1] + 1

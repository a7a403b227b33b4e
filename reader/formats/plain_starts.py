"""Lines of plain text that begin something by their own looks, or by those of lines around them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import IntEnum
from itertools import pairwise

from reader import late_re as re
from reader.formats.letters import closes_letter
from reader.formats.ordinals import is_counted, is_dated, is_year
from reader.formats.plain_lines import SENTENCE_ENDS, indent_of, is_speech, leans, starts_block

# How lines begin that stand in order one below the other: "10.30 Kaffe", "2024-03-01 ...", "Sted: ...", "[kari] ...",
# "kari: ...", "ÅSE. ...". One such line may be chance.
_SHAPES = re.compile(
    r"(?P<time>(?:kl\.? ?)?\d{1,2}[.:]\d\d(?:[.:]\d\d)?\b(?!\.\d))"
    r"|(?P<date>\d{4}-\d\d?-\d\d?\b|\d\d?[./]\d\d?[./]\d{2,4}\b|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d)"
    r"|(?P<bracket>\[[^\]]{1,40}\]\s|<[\w .@+-]{1,40}> )"
    r"|(?P<label>\*?[A-ZÆØÅ0-9][\w/()&.'-]*(?: [\w/()&.'-]+){0,3} ?:\*?(?:\s|$))"
    r"|(?P<nick>[a-zæøå][\w.-]{0,20}: (?=\S))"
    r"|(?P<voice>[A-ZÆØÅ]{2,}(?: [A-ZÆØÅ]{2,})?(?: ?\([^)]*\))?[.:]? )"
)
_BEGINS_SHAPE = re.compile(r"\s*[\d\[<*A-ZÆØÅa-zæøå]")
_SIGNED = re.compile(r"-- ?")
# "-----Original Message-----", "===== Slutt ====="
_DIVIDER = re.compile(r"\s*([-=_*~+#])\1{2,} ?[^\W_].*?(?<!\1)\1{3,}\s*")
# What most lines of running text do not begin with.
_SIGN = re.compile(r"\s*(?:[\W\d_]|\w[.)]|[ivxlcIVXLC]{2,7}[.)]|side|page)", re.IGNORECASE)
_LONGEST_CLOSING = 60
# "On Monday 3 March 2024, Kari wrote:"
_QUOTES = re.compile(
    r"\s*(?:on|den|på|i|am|le|\w{3,9}dag)\b\D*+\d.*\b(?:wrote|skrev|sendte|said|sent)\b.*:\s*", re.IGNORECASE
)
# So many paragraphs show that those of a text are told by the indent of their first line.
_FEWEST_INDENTED = 3
_PAGE = re.compile(r"\s*(?:[-–] ?)?(?:side |page )?\d{1,4}(?: ?[-–])?\s*", re.IGNORECASE)
# Where the text behind a label begins: "Til stede: Anne", "Sak 2/26  Parkering".
_LABELLED = re.compile(r"\s*[^\s:][^:\n]{0,30}?(?::\s+|\s{2,})(?=\S)")
_NARROWEST_LABEL = 4
# A number with a full stop, and what stands behind it.
_NUMBER = re.compile(r"\s*(\d{1,4})\.\s+(\S.*)")
# A sign that words are joined by, and an item may begin with.
_JOINING = re.compile(r"\s*[-–—+] [a-zæøå\d]")
_GAP = re.compile(r"\S {3,}\S|\S\t")


class Start(IntEnum):
    """What a line begins."""

    NOTHING = 0
    LINE = 1  # it is one of its own, whatever is above
    PARAGRAPH = 2  # if the lines around it are wrapped
    SOMETHING = 3  # a mark of a list or the like, or of none: what is above tells
    APART = 4  # a paragraph, whatever is around it
    SIGN = 5  # an item, unless the line above has no room for its sign


def first_indent(blocks: Iterable[Sequence[str]]) -> int:
    """How far the first lines of the paragraphs of a text are indented, 0 if that tells nothing."""
    found = Counter(
        indent_of(line)
        for lines in blocks
        for above, line in pairwise(lines)
        if line[0].isspace() and not above[0].isspace() and _is_ended(above)
    )
    indent, count = found.most_common(1)[0] if found else (0, 0)
    return indent if count >= _FEWEST_INDENTED else 0


def starts_of(lines: Sequence[str], indent: int = 0) -> list[Start]:
    """What each line of a block begins; the first begins a paragraph.

    `indent` is that of the first lines of paragraphs, if they are known to be told by it.
    """
    result = [Start.NOTHING] * len(lines)
    _mark_signs(lines, result)
    _unmark_ordinals(lines, result)
    if any(result) and (sign := sign_in_text(lines)) > 0:
        result[sign] = Start.SIGN
    _mark_hung(lines, result)
    _mark_shapes(lines, result)
    _mark_indents(lines, result, indent)
    result[0] = Start.APART
    return result


def _mark_signs(lines: Sequence[str], result: list[Start]) -> None:
    signed = False
    for index, line in enumerate(lines):
        if signed:
            result[index] = Start.LINE
        elif _SIGN.match(line):
            signed = _SIGNED.fullmatch(line) is not None
            _mark_sign(lines, index, result)
        elif len(line) < _LONGEST_CLOSING and closes_letter(line.strip()):
            result[index : index + 2] = [Start.APART, Start.LINE][: len(lines) - index]
        elif line.rstrip()[-1] == ":" and _QUOTES.fullmatch(line):
            result[index] = Start.APART
        if ("   " in line or "\t" in line or "\f" in line) and result[index] is Start.NOTHING:
            _mark_gap(line, index, result)


def _mark_sign(lines: Sequence[str], index: int, result: list[Start]) -> None:
    """Mark a line that begins with a sign or figure."""
    line = lines[index]
    if (line.lstrip()[0] in "-=_*~+#" and _DIVIDER.fullmatch(line)) or _is_page(lines, index):
        result[index : index + 2] = [Start.APART, Start.APART][: len(lines) - index]
    elif is_speech(line) or _SIGNED.fullmatch(line):
        result[index] = Start.APART
    elif starts_block(line) and result[index] is Start.NOTHING:
        result[index] = Start.SOMETHING


def _unmark_ordinals(lines: Sequence[str], result: list[Start]) -> None:
    """Numbers that belong to the sentence that the line above leaves open are no markers of a list."""
    if Start.SOMETHING not in result:
        return
    found = {index: number for index, line in enumerate(lines) if (number := _NUMBER.match(line))}
    numbers = {index: number for index, number in found.items() if not is_dated(number[2])}
    if 0 in numbers or any(int(b[1]) == int(a[1]) + 1 for a, b in pairwise(numbers.values())):
        return  # a series
    for index, number in numbers.items():
        if result[index] is Start.SOMETHING and _runs_into(lines[index - 1], int(number[1]), number[2]):
            result[index] = Start.NOTHING


def _runs_into(above: str, number: int, behind: str) -> bool:
    """Whether a line goes on with the number that the one below begins with."""
    last = above.rsplit(None, 1)[-1]
    return last.isalnum() and (leans(last) or is_year(number) or is_counted(behind) or behind[0].islower())


def _mark_gap(line: str, index: int, result: list[Start]) -> None:
    """Mark a line with wide gaps, as in a row of a table, and the one below; or one at the head of a page."""
    if "\f" in line:
        result[index] = Start.APART
    elif _GAP.search(line):
        result[index : index + 2] = [
            Start.SOMETHING if start is Start.NOTHING else start for start in result[index : index + 2]
        ]


def _is_page(lines: Sequence[str], index: int) -> bool:
    """Whether a line is the number of a page, with text below."""
    return index + 1 < len(lines) and len(lines[index]) < 90 and _PAGE.fullmatch(lines[index]) is not None


def sign_in_text(lines: Sequence[str]) -> int:
    """The only line that begins with a sign which may as well be one in running text; -1 if there is none.

    The line above leaves a sentence open that goes on behind the sign and in the line below, at the same margin.
    """
    found = [index for index, line in enumerate(lines) if is_speech(line) or starts_block(line)]
    if len(found) != 1 or not 0 < found[0] < len(lines) - 1:
        return -1
    above, line, below = lines[found[0] - 1 : found[0] + 2]
    is_text = _JOINING.match(line) and above.rstrip()[-1].isalnum() and indent_of(above) == indent_of(line)
    return found[0] if is_text and indent_of(below) == indent_of(line) else -1


def hung_of(lines: Sequence[str]) -> frozenset[int]:
    """The lines that are indented to where the text behind the label of a line above begins."""
    if not any(line[0].isspace() for line in lines):
        return frozenset()
    column, found = -1, list[int]()
    for index, line in enumerate(lines):
        indent = indent_of(line)
        if indent == column:
            found.append(index)
        elif label := _LABELLED.match(line):
            column = len(label[0].expandtabs(4))
            column = column if column - indent >= _NARROWEST_LABEL else -1
        else:
            column = -1
    return frozenset(found)


def _mark_hung(lines: Sequence[str], result: list[Start]) -> None:
    """Lines below the text behind a label: the first begins a line unless the label's goes on, the others nothing."""
    hung = hung_of(lines)
    for index in hung:
        line = lines[index]
        if result[index] is Start.SOMETHING and not starts_block(line) and not _GAP.search(line.strip()):
            result[index] = Start.NOTHING  # the gap is that behind the label
        if result[index] is Start.NOTHING and index - 1 not in hung and not goes_on_hung(lines[index - 1], line):
            result[index] = Start.LINE


def goes_on_hung(label: str, line: str) -> bool:
    """Whether the words say that a line with a label goes on in the first line below its text."""
    last = label.rsplit(None, 1)[-1]
    return last[-1] == "," or line.lstrip()[0].islower() or leans(last) or label.count(", ") > 1


def _mark_shapes(lines: Sequence[str], result: list[Start]) -> None:
    """Lines that begin alike."""
    shapes = {index: shape for index, line in enumerate(lines) if _BEGINS_SHAPE.match(line) and (shape := _shape(line))}
    if len(shapes) < 2:
        return
    counts = Counter(shapes.values())
    for index, shape in shapes.items():
        if counts[shape] > 1 and result[index] is Start.NOTHING:
            result[index] = Start.LINE


def _shape(line: str) -> str:
    found = _SHAPES.match(line.lstrip())
    return (found.lastgroup or "") if found else ""


def _mark_indents(lines: Sequence[str], result: list[Start], known: int) -> None:
    """Paragraphs told by their first line: further in than the others, or further out."""
    if not any(line[0].isspace() for line in lines):
        return
    indents = [indent_of(line) for line in lines]
    base = 0 if known and set(indents) == {known} else min(indents)
    inner = [indent > base for indent in indents]
    inside = _inside_items(indents, result)
    hung = hung_of(lines)
    free = [
        index
        for index in range(1, len(lines))
        if result[index] is Start.NOTHING and not inside[index] | (index in hung)
    ]
    deeper = [index for index in free if inner[index]]
    first = [index for index in deeper if _is_ended(lines[index - 1])]
    outer = [index for index in range(1, len(lines)) if not inner[index] and inner[index - 1]]
    if deeper and (2 * len(first) > len(deeper) or {indents[index] for index in deeper} == {known}):
        begins = deeper
    elif inner[1] and not inner[0] and outer and all(_is_ended(lines[index - 1]) for index in outer):
        begins = [index for index in free if not inner[index]]
    else:
        begins = []
    for index in begins:
        result[index] = Start.PARAGRAPH


def _inside_items(indents: Sequence[int], starts: Sequence[Start]) -> list[bool]:
    """Whether each line stands further in than what may be an item above it."""
    item, result = -1, list[bool]()
    for indent, start in zip(indents, starts, strict=True):
        if start is Start.SOMETHING:
            item = indent
        elif indent <= item:
            item = -1
        result.append(0 <= item < indent)
    return result


def _is_ended(line: str) -> bool:
    return line.rstrip().endswith(SENTENCE_ENDS)

"""The lines of blocks whose content has been written anew."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reader import late_re as re
from reader.formats.markdown.blocks import Block, Line
from reader.formats.markdown.places import Places

# Numbers of lines, and what they become.
Lines = Mapping[int, Sequence[str]]
_Spans = dict[int, list[tuple[int, int, str]]]

_CELLS = frozenset({"th", "td"})
# What is not repeated where a block goes on: all but signs of quotes and white space.
_NOT_AROUND = re.compile(r"[^>\t ]")
_HEADING = re.compile(r"#{1,6}[ \t]+$")


def written_lines(places: Places, copies: Mapping[int, str]) -> dict[int, Sequence[str]]:
    """The lines of a text that change, by their numbers; `copies` follow blocks, by the `id` of these."""
    spans: _Spans = defaultdict(list)
    behind: dict[int, list[str]] = defaultdict(list)
    gone = set[int]()
    for block in places.blocks:
        if block.edits and not block.outer:
            _write(block, places.lines, spans, behind, gone)
            if copy := copies.get(id(block)):
                last = block.lines[-1].number + bool(block.underline)
                behind[last] += _copied(block, copy, places.lines)
    found: dict[int, Sequence[str]] = {}
    for number in sorted({*spans, *behind, *gone}):
        line = _with_spans(places.lines[number], spans.get(number, ()))
        whole = places.numbers[number]
        new = [*([line] if number not in gone else []), *behind.get(number, ())]
        found[whole] = new if whole >= places.before else [each.rstrip() for each in new]
    return found


def _write(block: Block, lines: Sequence[str], spans: _Spans, behind: dict[int, list[str]], gone: set[int]) -> None:
    """The new content of a block in its lines, those that are too many behind the last, without those too few."""
    content = block.source(0, len(block.content))
    if is_html := block.name == "html_block":
        content = content.removesuffix("\n")
    if block.name in _CELLS:
        content = content.replace("|", "\\|")
    new = content.replace("\n", " ").split("\n") if block.one_line else content.split("\n")
    old = block.lines
    last = old[-1]
    tail = lines[last.number][last.end :] if not block.one_line else ""
    if len(old) == len(new) == 1:
        spans[last.number].append((last.start, last.end, new[0]))
        return
    for index, (line, text) in enumerate(zip(old, new, strict=False)):
        ending = tail if index == len(new) - 1 else ""
        spans[line.number].append(
            (line.start, len(lines[line.number]), (text if is_html else text.lstrip(" \t")) + ending)
        )
    gone.update(line.number for line in old[len(new) :])
    further = new[len(old) :]
    prefix = _prefix(old, lines)
    behind[last.number] += [prefix + text + (tail if text is further[-1] else "") for text in further]


def _prefix(old: Sequence[Line], lines: Sequence[str]) -> str:
    """What stands before the further lines of a block."""
    if len(old) > 1:
        return lines[old[-1].number][: old[-1].start]
    return _NOT_AROUND.sub(" ", lines[old[0].number][: old[0].start])


def _with_spans(line: str, spans: Sequence[tuple[int, int, str]]) -> str:
    for start, end, new in sorted(spans, reverse=True):
        line = line[:start] + new + line[end:]
    return line


def _copied(block: Block, copy: str, lines: Sequence[str]) -> Iterator[str]:
    """A block of the same kind, behind an empty line."""
    first = block.lines[0]
    before = lines[first.number][: first.start]
    prefix = _NOT_AROUND.sub(" ", before)
    opening = ""
    if block.name == "heading" and not block.underline:
        sign = _HEADING.search(before)
        opening = sign[0] if sign else ""
        prefix = prefix[: len(prefix) - len(opening)]
    yield prefix.rstrip()
    for number, line in enumerate(copy.split("\n")):
        yield prefix + (opening if not number else "") + line
    if block.underline:
        yield lines[block.lines[-1].number + 1]

"""Markdown in lines of a width."""

from collections.abc import Sequence

from reader import late_re as re

# Stand for a space at which a line may end, and one at which it is to end: no text holds these.
SPACE, LINE_END = "\ufdd0", "\ufdd1"
_LINE_ENDS = re.compile(f"([{SPACE}{LINE_END}])")
# What goes on with a paragraph, wherever it stands; all else may begin another block at the beginning of a line.
_GOES_ON = re.compile(r"(?!\d+[.)]|import\b|export\b|_{3})(?:[\w\"'“”«»‘’(–—&\[]|`(?!``)|\*+\w|!\[|\\[^A-Za-z])")


def wrapped(written: str, width: int, indents: Sequence[int], *, before: str = "") -> str:
    """What is written, in lines of a width; none begins with what would make something else of it.

    Args:
        written: see `Laid`.
        width: 0 for as long as they are.
        indents: how much of its width each line has before its text, and all that follow the last one.
        before: what stands on the first line already.
    """
    if not width and LINE_END not in written:
        return written.replace(f"\n{SPACE}", "\n").replace(SPACE, " ")
    lines: list[str] = []
    line, sign = before, ""
    for number, word in enumerate(_LINE_ENDS.split(written)):
        if number % 2:
            sign = word
            continue
        if number:
            length = indents[min(len(lines), len(indents) - 1)] + len(line) + 1 + len(word.split("\n", 1)[0])
            ends = sign == LINE_END or 0 < width < length
            if ends and line and _GOES_ON.match(word):
                lines.append(line)
                line = ""
            else:
                line += " " * bool(line)
        *whole, word = word.split("\n")
        for each in whole:
            lines.append(line + each)
            line = ""
        line += word
    return "\n".join([*lines, line])[len(before) :]

"""What the rules for blocks share: the lines of a block, and the tokens that they push."""

from collections.abc import Callable

from markdown_it.rules_block import StateBlock


def line_at(state: StateBlock, line: int) -> str:
    """A line without what stands before the block, and without white space at its end."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()


def following(state: StateBlock, what: str, start: int, end: int, closes: Callable[[str], bool]) -> int:
    """The first line behind `start` that closes something, or -1, which is remembered for all lines up to `end`."""
    known: tuple[int, int] = state.env.get(what, (-1, -1))
    if known[0] <= start and end <= known[1]:
        return -1
    for line in range(start + 1, end):
        if closes(line_at(state, line)):
            return line
    state.env[what] = (start, end)
    return -1


def push_hidden(state: StateBlock, what: str, line: int, content: str = "") -> bool:
    """What is not text, up to `line`: a token "hidden", whose `info` says what it was."""
    token = state.push("hidden", "", 0)
    token.info, token.content = what, content
    state.line = line
    return True


def push_text(state: StateBlock, text: str, line: int, name: str = "paragraph") -> None:
    """A paragraph, or another block that is one text, all of it on a line."""
    state.push(f"{name}_open", "p", 1)
    inline = state.push("inline", "", 0)
    inline.content, inline.children, inline.map = text, [], [line, line + 1]
    state.push(f"{name}_close", "p", -1)

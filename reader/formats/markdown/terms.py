"""A rule for several terms that share their definitions, each on its line."""

from markdown_it.rules_block import StateBlock

from reader import late_re as re
from reader.formats.markdown.block_lines import line_at, push_text

# Terms are short, and few share a definition.
_MOST = 6
_TERM = re.compile(r"(?![-*+>#|`~:<]|\d{1,9}[.)][ \t])[^\n]{1,60}(?<![.,;:])")
_DEFINITION = re.compile(r"[:~][ \t]+\S")


def terms(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The terms but the last of several above a definition; the last is that of the list itself."""
    if silent or state.is_code_block(start):
        return False
    for line in range(start, min(start + _MOST, end)):
        if _DEFINITION.match(line_at(state, line)):
            if line < start + 2:
                return False
            for term in range(start, line - 1):
                push_text(state, line_at(state, term), term, "dt")
            state.line = line - 1
            return True
        if not _TERM.fullmatch(line_at(state, line)) or state.sCount[line] < state.blkIndent:
            return False
    return False

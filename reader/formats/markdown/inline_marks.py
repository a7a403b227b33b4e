"""Rules for signs around words that CommonMark does not have: "==mark==", "++inserted++", "x^2^", "H~2~O"."""

from markdown_it.rules_inline import StateInline

from reader import late_re as re

# Outside words; what stands between begins and ends with no space.
_HIGHLIGHT = re.compile(r"(?<![\w=])==(?![\s=])((?:(?!==|\n\n)[\s\S]){1,1000}?)(?<!\s)==(?![\w=])")
_INSERTED = re.compile(
    r"(?<![\w+])\+\+(?=[^\W_]{2})((?:(?!\+\+|\n\n)[\s\S]){2,1000}?)(?<=[^\W_]{2}|.[.!?…])\+\+(?![\w+])"
)
# Behind letters or signs, as a formula has it, without spaces.
_RAISED = re.compile(r"(?<=[^\s^\\])\^(?=[^\s^~]*[^\W_])([^\s^~\[\]]{1,40})\^(?![\d^])")
_LOWERED = re.compile(r"(?<=[\w)\]])~(?=[^\s^~]*[^\W_])([^\s^~\[\]]{1,40})~(?!~)")
# As on GitHub, where one tilde strikes out as two do.
_STRUCK = re.compile(r"(?<![\w~\\])~(?![~\d])([^\s~]{1,80})~(?![\w~])")


def highlight(state: StateInline, silent: bool) -> bool:
    """Words under a highlighter."""
    return _wrapped(state, silent, _HIGHLIGHT, "mark")


def inserted(state: StateInline, silent: bool) -> bool:
    """Words that have been added; "C++" and "i++" are none."""
    return _wrapped(state, silent, _INSERTED, "ins")


def raised(state: StateInline, silent: bool) -> bool:
    """Raised letters; not "2^3", nor a face."""
    return _wrapped(state, silent, _RAISED, "sup")


def lowered(state: StateInline, silent: bool) -> bool:
    """Lowered letters within a word, or a struck word; not "~5 km"."""
    return _wrapped(state, silent, _LOWERED, "sub") or _wrapped(state, silent, _STRUCK, "s")


def _wrapped(state: StateInline, silent: bool, pattern: re.Pattern[str], name: str) -> bool:
    match = pattern.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        stop = state.posMax
        state.push(f"{name}_open", name, 1)
        state.pos, state.posMax = match.start(1), match.end(1)
        state.md.inline.tokenize(state)
        state.posMax = stop
        state.push(f"{name}_close", name, -1)
    state.pos = match.end()
    return True

"""The rules "speed" and "lines": more text in a cue than can be read while it is shown, or than there is room for.

The bars are 17 characters a second, spaces and signs included, and two lines of 42 characters: those for adults in the
Norwegian Timed Text Style Guide of Netflix, which are near those of NAViO and Språkrådet (Retningslinjer for god
teksting i Norge, 2017). Where the original is beyond a bar too, only a longer translation is told.
"""

from collections.abc import Iterator

from reader.processing.finding import Finding

SPEED, LINES = "speed", "lines"
CUE_RULES = frozenset({SPEED, LINES})
_CHARACTERS_A_SECOND, _CHARACTERS_A_LINE, _LINES = 17, 42, 2


def cue_findings(source: str, target: str, seconds: float) -> Iterator[Finding]:
    """What is wrong with the translation of a cue that is shown for so long.

    What is found names the characters a second, or the lines, and is the whole target.

    Args:
        source, target: both texts, with their deliberate line breaks.
        seconds: 0 if it is not known.
    """
    whole = ((0, len(target)),)
    if seconds > 0 and len(target) > max(_CHARACTERS_A_SECOND * seconds, len(source)):
        yield Finding(SPEED, str(max(round(len(target) / seconds), _CHARACTERS_A_SECOND + 1)), (), whole)
    if (lines := _lines_of(target)) > max(_LINES, _lines_of(source)):
        yield Finding(LINES, str(lines), (), whole)


def _lines_of(text: str) -> int:
    return sum(-(-len(line) // _CHARACTERS_A_LINE) for line in text.split("\n"))

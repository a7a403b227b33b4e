"""Punctuation at the edges of a translation, to match its source: leading dashes, bullets and end marks.

Models drop leading dashes, end every output with a full stop, and double end marks.
"""

from reader import late_re as re
from reader.text import NORWEGIAN, UNSEEN

# A dash that leads speech, also without a space ("—No"), or a bullet; "–5" is a number.
_LEAD = re.compile(r"\s*(?:[–—―]+(?!\d)\s*|[•·*‣▪◦●○■□-]\s+)?")
SEAMS = ",;:"  # where a sentence that is too long is cut
_STOPS, _CLOSERS = ".!?…:;,", ")]}»”’\"'"
_DOUBLED = re.compile(r"(?<![.!?…])(?:([:;,!?…])\.|\.([!?])|\.\.)(?![.!?…])")
_TWO_STOPS = re.compile(r"(?<=\w)\.\.(?= )")
_BOTH_SIDES = re.compile(r"([.!?…])([)\]}»”’\"']+)[.!?…]")
_LOOSE_MARK = re.compile(r"(?<=[\w)\]»”\"]) +(?=[,.;:!?](?:[\s»”\"]|$))")
_SPACED_LIKE_ENGLISH = NORWEGIAN | {"en"}
# Words that end in a full stop of their own.
_ABBREVIATIONS = frozenset(
    {
        *("osv", "etc", "mv", "mm", "ol", "jr", "sr", "inc", "ltd", "co", "corp", "st"),
        *("kl", "nr", "no", "ca", "mill", "mrd", "dr", "mr", "mrs", "ms", "vs", "bl"),
    }
)


def lead(text: str) -> int:
    """The number of code points of white space, a leading dash or bullet, and the white space after it."""
    match = _LEAD.match(text)
    return match.end() if match else 0


def with_lead_of(source: str, target: str) -> str:
    """The target with the leading dash or bullet of the source, and without one that the source does not have."""
    dash, begin = source[: lead(source)], lead(target)
    has = bool(target[:begin].strip())
    if not dash.strip():
        return target[begin:] if has and target[begin:] else target
    if not has:
        return dash + target[begin:] if target[begin:] else target
    rest = target[begin:]
    return target[:begin] + rest[lead(rest) :] if rest[lead(rest) :] else target


def without_loose_marks(source: str, target: str, language: str) -> str:
    """The target without spaces before punctuation, unless the source has some.

    `language` is the target's code; languages other than "nb", "nn", "no" and "en" are left alone, since they may
    have such spaces.
    """
    if language not in _SPACED_LIKE_ENGLISH or _LOOSE_MARK.search(source):
        return target
    return _LOOSE_MARK.sub("", target)


def _tail(text: str) -> str:
    """The end marks, closing brackets, quotation marks, white space and unseen characters that a text ends with."""
    return text[len(text.rstrip(_STOPS + _CLOSERS + UNSEEN + " \t\n\u00a0")) :]


def without_doubled_end(source: str, target: str) -> str:
    """The target with doubled end marks made one: "..", "?." or "." on both sides of a quotation mark.

    So are two full stops within it, as behind an abbreviation: "Org. No.. 987".
    """
    if ".." not in source and "…" not in source:
        target = _TWO_STOPS.sub(".", target)
    tail, model = _tail(target), _tail(source)
    repaired = _DOUBLED.sub(lambda match: match[0] if match[0] in model else _one_mark(match, model), tail)
    if _BOTH_SIDES.search(repaired) and not _BOTH_SIDES.search(model):
        repaired = _BOTH_SIDES.sub(r"\1\2", repaired)
    return target[: len(target) - len(tail)] + repaired


def _one_mark(match: re.Match[str], model: str) -> str:
    """Of two end marks the one that the source has, else the one that is not a full stop."""
    return next((mark for mark in match[0] if mark in model), match[1] or match[2] or ".")


def without_added_stop(source: str, target: str) -> str:
    """The target without its final full stop if the source has no end mark, unless it belongs to an abbreviation."""
    words = target.rstrip()
    added = words.endswith(".") and not words.endswith("..") and not set(_tail(source)) & set(_STOPS)
    last = words[:-1].split()[-1:]
    if not added or not last or "." in last[0] or last[0].lower() in _ABBREVIATIONS:
        return target
    return words[:-1] + target[len(words) :]


def with_seam_of(source: str, target: str) -> str:
    """The target, ending in the comma, semicolon or colon that the source ends in."""
    mark, said = source.rstrip()[-1:], target.rstrip()
    return f"{said}{mark}" if mark in tuple(SEAMS) and said[-1:] not in tuple(f"!?…–—{SEAMS}") else target

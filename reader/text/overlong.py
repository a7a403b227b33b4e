"""Long runs that are not language: keys, checksums, dumps, minified code, separators. No model gets them.

A run is of Latin letters, digits and signs: scripts written without spaces are language. Zero-width spaces break a
run as spaces do; soft hyphens are not counted. The time is linear: a pattern is tried only where a run of its
characters begins, and never backtracks.
"""

from collections.abc import Iterable, Iterator, Sequence

from reader import late_re as re
from reader.short_cache import cached_if_short
from reader.text.spans import Span

# Anything longer without a space is not a word: the longest compounds in use have about 60 letters.
_LONGEST_WORD = 100
# All but white space, zero-width spaces and the characters of other scripts: from Greek to the phonetic extensions,
# Greek extended, Glagolitic to Ethiopic, ideographs to Hangul, presentation forms, the planes beyond.
_IN_RUN = (
    r"[^\s\u200b\u0370-\u1dff\u1f00-\u1fff\u2c00-\u2c5f\u2c80-\u2dff\u2e80-\ua71f\ua800-\uab2f\uab70-\ud7ff"
    r"\uf900-\ufaff\ufb07-\ufdff\ufe70-\ufefe\uff00-\uffef\U00010000-\U0001cfff\U0001e000-\U0001efff"
    r"\U00020000-\U0003ffff]"
)
_RUN = re.compile(rf"(?<!{_IN_RUN}){_IN_RUN}{{{_LONGEST_WORD + 1},}}+")
# Leader dots before a page number, or a line to write on; words may touch them.
_LEADER = re.compile(r"([^\w\s]|_)\1{19,}+")
_SOFT_HYPHEN = "\u00ad"
# End marks belong to the text around a run; so do quotation marks and brackets, unless the run has some inside.
_END_MARKS, _MARKS = ".,:;!?…", "«»“”„‘’\"'()[]"

# A key or a sequence broken into lines, and what its last line may look like.
_LINE = re.compile(r"[A-Za-z0-9+/=_-]{40,}+")
_LONG_LINE = 40
_LAST_LINE = re.compile(r"[A-Za-z0-9+/=_-]++")
_MIXED = re.compile(r"[a-z][A-Z]|[0-9=+]")
_FEW_LETTERS = 6  # different ones: a word of forty letters has more

# Bytes as xxd and hexdump print them: offset, bytes, characters.
_BYTES = r"[0-9A-Fa-f]{2}(?:[0-9A-Fa-f]{2}){0,3}(?!\S)"
_DUMP_LINE = (
    rf"[0-9A-Fa-f]{{6,16}}:?\s{{1,2}}{_BYTES}(?>(?:\s{{1,2}}{_BYTES}){{3,15}})"
    r"(?:\s{1,2}\|.{1,16}\||\s{2}.{1,16}(?!\S))?"
)
_DUMP = re.compile(rf"(?<!\S){_DUMP_LINE}(?>(?:\s{{1,2}}{_DUMP_LINE})*)")

# Signs of code between other characters: rare in prose, two or more per token in minified code.
_CODE_SIGN = re.compile(r"(?<=\S)[{}()\[\]<>=;|&\"$*+\\](?=\S)")
_CODE_LIKE = re.compile(r"\w[{}()\[\]<>=;|&\"$*+\\]+[^\s.,:;!?)\]]")
_CODE_SIGNS = frozenset('{}()[]<>=;|&"$*+\\')
_DIGITS = frozenset("0123456789")
_TOKEN = re.compile(r"\S+")
_KEYWORDS = frozenset(
    word
    for line in (
        "async await break case catch class const continue default delete do else export extends false finally for",
        "from function get if import in instanceof let new null of return set static super switch this throw true",
        "try typeof var void while yield",
    )
    for word in line.split()
)


@cached_if_short(1024)
def long_runs(text: str) -> tuple[Span, ...]:
    """The runs that are not language: spans of more than 100 code points, in order and without overlap."""
    if len(text) <= _LONGEST_WORD:
        return ()
    longest = max(map(len, text.split()), default=0)
    found: list[Span] = []
    if longest > _LONGEST_WORD:
        found += _unbroken(text)
    if longest >= _LONG_LINE:
        found += _in_lines(text)
    if not _DIGITS.isdisjoint(text):
        found += (match.span() for match in _DUMP.finditer(text))
    if not _CODE_SIGNS.isdisjoint(text) and _CODE_LIKE.search(text):
        found += _code(text)
    return tuple(_joined(span for span in found if _is_long(text, *span)))


def _is_long(text: str, start: int, end: int) -> bool:
    return end - start - text.count(_SOFT_HYPHEN, start, end) > _LONGEST_WORD


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, overlapping ones merged."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _unbroken(text: str) -> Iterator[Span]:
    """Runs without a space; a leader divides a run, and is one itself."""
    for run in _RUN.finditer(text):
        start = run.start()
        for leader in _LEADER.finditer(text, *run.span()):
            yield from (_without_edges(text, start, leader.start()), leader.span())
            start = leader.end()
        yield _without_edges(text, start, run.end())


def _without_edges(text: str, start: int, end: int) -> Span:
    run = text[start:end].rstrip(_END_MARKS)
    inner = run.rstrip(_MARKS + _END_MARKS).lstrip(_MARKS)
    if inner and not set(_MARKS).isdisjoint(inner):
        inner = run
    start = text.find(inner, start)
    return start, start + len(inner)


def _in_lines(text: str) -> Iterator[Span]:
    """Consecutive long lines that are not words, with a shorter last line."""
    tokens = list(_TOKEN.finditer(text))
    for first, last in _stretches([_is_line(token[0]) for token in tokens]):
        if last + 1 < len(tokens) and _LAST_LINE.fullmatch(tokens[last + 1][0]) and _MIXED.search(tokens[last + 1][0]):
            last += 1
        if first < last:
            yield tokens[first].start(), tokens[last].end()


def _is_line(token: str) -> bool:
    if len(token) < _LONG_LINE or not _LINE.fullmatch(token):
        return False
    return bool(_MIXED.search(token)) or token.isupper() or len(set(token)) <= _FEW_LETTERS


def _code(text: str) -> Iterator[Span]:
    """Tokens of code and what is between them, with a keyword before them if it begins the text."""
    tokens = list(_TOKEN.finditer(text))
    signs = [len(_CODE_SIGN.findall(token[0])) for token in tokens]
    between = [count == 1 or _is_between_code(token[0]) for count, token in zip(signs, tokens, strict=True)]
    for first, last in _stretches([count > 1 for count in signs], between):
        if first == 1 and tokens[0][0] in _KEYWORDS:
            first = 0
        if first < last:
            yield tokens[first].start(), tokens[last].end()


def _is_between_code(token: str) -> bool:
    return token in _KEYWORDS or not any(map(str.isalpha, token))


def _stretches(wanted: Sequence[bool], between: Sequence[bool] = ()) -> Iterator[tuple[int, int]]:
    """First and last index of each stretch of wanted items, with nothing but `between` items among them."""
    first = last = -1
    for i, found in enumerate(wanted):
        if found:
            first, last = (i if first < 0 else first), i
        elif first >= 0 and not (between and between[i]):
            yield first, last
            first = -1
    if first >= 0:
        yield first, last


def outside_long_runs(text: str) -> str:
    """The text with each long run replaced by a space."""
    found, end = [], 0
    for start, stop in long_runs(text):
        found.append(text[end:start])
        end = stop
    return " ".join([*found, text[end:]])

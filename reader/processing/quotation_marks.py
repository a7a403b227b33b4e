"""Quotation marks: those of a text, and the edits that give a translation those of its language.

Norwegian gets «…» with ‘…’ inside, whatever the source has. English gets straight marks if the source has only
straight ones, else “…” with ‘…’ inside. Other languages are left alone, and so are translations of sources without
quotation marks.
"""

from collections.abc import Iterator

from reader import late_re as re
from reader.late_dataclasses import dataclass
from reader.processing.nontranslatables import names
from reader.text import NORWEGIAN, Span, stretches_outside

# Start and end in code points, and what is to replace them.
Edit = tuple[int, int, str]

_GUILLEMETS = ("«", "»", "‘", "’")
_CURLY = ("“", "”", "‘", "’")
_STRAIGHT = ('"', '"', "'", "'")

DOUBLE = re.compile(r"[«»„“”‟\"]|''|``")
# Single marks count only in pairs, since most are apostrophes; neither "rock 'n' roll" nor "the '90s" has any.
_SINGLE = re.compile(r"(?P<open>(?<![\w'’])['‘](?=[^\W\d_])(?!n['’]))|(?P<close>(?<=[\w.,!?…])(?<!['’])['’](?![\w'’]))")
# One of these is in every mark; most texts have none.
_ANY = re.compile(r"[«»„“”‟\"'`‘’]")
_OPENING, _CLOSING = "«„“‘", "»”’"
_BEFORE_OPENING = "([{–—-/«»„“”‘\"'"
_AFTER_CLOSING = ".,;:!?…)]}–—-/«»„“”’\"'"
_END_MARKS = ".,;:!?…"
# Where speech may end; not within or before a number.
_PAUSE = re.compile(r"[,;:.!?…]+(?!\s?\d)")
_GAPS = frozenset({" ", "\u00a0"})
# In a text that is being typed: no apostrophe, and no mark of a decade ("the ‘90s").
_TYPED = re.compile(r"[«»„“”\"]|‘(?=[^\W\d_])|’(?![\w'’])")
_BRACKETS, _DASHES = "([{", "–—-/"


@dataclass(frozen=True, slots=True)
class QuotationMark:
    """A quotation mark; `inner` if it stands within other marks."""

    start: int
    end: int
    opens: bool
    inner: bool


def quotation_edits(source: str, target: str, language: str, lead: tuple[int, int]) -> list[Edit]:
    """The edits to the quotation marks of `target`, a translation of `source` into `language`.

    They give it the right glyphs without spaces inside, and marks that only the source has around a whole sentence or
    leading speech.

    Args:
        source, target: the texts.
        language: code of the target language.
        lead: of source and of target, the number of code points of white space and a leading dash.
    """
    if not _ANY.search(source):
        return []
    singles = _has_singles(source)
    of_source = _marks(source, singles)
    nested = any(mark.inner for mark in of_source)
    glyphs = _glyphs(source, of_source, language)
    if not glyphs:
        return []
    of_target = _marks(target, singles or nested)
    outer = glyphs if nested else glyphs[:2] * 2  # if the source has no inner marks, those of the target are errors
    edits = [(mark.start, mark.end, outer[2 * mark.inner + (not mark.opens)]) for mark in of_target]
    if 2 * sum(mark.opens for mark in of_target) == len(of_target):  # else opening and closing may be confused
        edits += [edit for mark in of_target for edit in _tightened(target, mark)]
    return [*edits, *_missing(source, target, of_source, of_target, glyphs, lead)]


def marks_in(text: str) -> list[QuotationMark]:
    """The double quotation marks of a text outside names, in order, without those of inches."""
    return _marks(text, singles=False)


def pair_of(language: str) -> tuple[str, str] | None:
    """The outer marks that a language opens and closes with; None for one other than Norwegian and English."""
    if language in NORWEGIAN:
        return _GUILLEMETS[:2]
    return _CURLY[:2] if language == "en" else None


def _glyphs(source: str, marks: list[QuotationMark], language: str) -> tuple[str, ...]:
    if not marks or (language not in NORWEGIAN and language != "en"):
        return ()
    if language in NORWEGIAN:
        return _GUILLEMETS
    straight = all(source[mark.start : mark.end] in ('"', "'", "''") for mark in marks)
    return _STRAIGHT if straight else _CURLY


def typed_mark(typed: str, before: str, source: str, language: str) -> str:
    """The sign that a straight mark stands for when it is typed: a quotation mark, an apostrophe, or itself.

    Args:
        typed: the mark, single or double.
        before: what is before it in its line.
        source: the sentence of which this is the translation; if its marks are straight, those of English are too.
        language: code of the language that is written, a Norwegian one or "en".
    """
    glyphs = _glyphs(source, _marks(source, _has_singles(source)), language)
    glyphs = glyphs or (_GUILLEMETS if language in NORWEGIAN else _CURLY)
    last, opened = before[-1:], _opened(before)
    opens = _may_open(last, opened) or (typed == "'" and last in tuple("«„“"))
    if typed == '"' and '"' in opened:
        return typed
    inner = typed == "'" or (len(opened) % 2 == 1 if opens else opened[-1:] == ["‘"])
    return glyphs[2 * inner + (not opens)]


def _may_open(last: str, opened: list[str]) -> bool:
    """Whether a mark behind this character opens; behind a dash it may be the end of speech that was cut short."""
    return not last or last.isspace() or last in _BRACKETS or (last in _DASHES and not opened)


def _opened(text: str) -> list[str]:
    """The marks that open something which does not end in this text."""
    found: list[str] = []
    for match in _TYPED.finditer(text):
        mark, last = match[0], text[max(match.start() - 1, 0) : match.start()]
        if mark in "«„“‘" or (mark == '"' and '"' not in found and _may_open(last, found)):
            found.append(mark)
        elif mark == "’":
            found = found[:-1] if found[-1:] == ["‘"] else found
        else:
            while found and found.pop() == "‘":
                pass  # it was none
    return found


def _has_singles(text: str) -> bool:
    return next(_singles(text), None) is not None


def _singles(text: str) -> Iterator[tuple[int, bool]]:
    """The places of single marks that form pairs, and whether each opens."""
    opening = -1
    for match in (
        m for start, end in stretches_outside(names(text), len(text)) for m in _SINGLE.finditer(text, start, end)
    ):
        if match["open"]:
            opening = match.start()
        elif opening >= 0:
            yield from ((opening, True), (match.start(), False))
            opening = -1


def _marks(text: str, singles: bool) -> list[QuotationMark]:
    """The quotation marks outside names, in order."""
    found: dict[Span, bool | None] = dict.fromkeys(
        match.span()
        for start, end in stretches_outside(names(text), len(text))
        for match in DOUBLE.finditer(text, start, end)
    )
    if singles:
        found.update({(start, start + 1): opens for start, opens in _singles(text)})
    marks: list[QuotationMark] = []
    depth = 0
    for (start, end), known in sorted(found.items()):
        if known is None and not depth and _is_inch(text, start):
            continue
        opens = _opens(text, start, end, depth) if known is None else known
        depth = depth if opens else max(depth - 1, 0)
        marks.append(QuotationMark(start, end, opens, depth > 0))
        depth += opens
    return marks


def _is_inch(text: str, place: int) -> bool:
    """Whether a straight mark is one of inches or seconds: after a digit, before another word."""
    return bool(re.match(r"\d\" [^\W_A-Z]", text[max(place - 1, 0) : place + 3]))


def _opens(text: str, start: int, end: int, depth: int) -> bool:
    """Whether a mark opens: by its neighbours, then by its shape, then by whether another is open."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    opening = (not before or before.isspace() or before in _BEFORE_OPENING) and bool(after) and not after.isspace()
    opening = opening and not (depth and after in _END_MARKS)
    closing = (not after or after.isspace() or after in _AFTER_CLOSING) and bool(before) and not before.isspace()
    if opening != closing:
        return opening
    if text[start] in _OPENING + _CLOSING:
        return text[start] in _OPENING
    return not depth and bool(after)


def _tightened(text: str, mark: QuotationMark) -> Iterator[Edit]:
    """The edit that removes the spaces on the inner side of a mark, if there are any."""
    start = end = mark.end if mark.opens else mark.start
    while mark.opens and text[end : end + 1] in _GAPS:
        end += 1
    while not mark.opens and text[start - 1 : start] in _GAPS:
        start -= 1
    if start < end:
        yield start, end, ""


def _missing(
    source: str,
    target: str,
    of_source: list[QuotationMark],
    of_target: list[QuotationMark],
    glyphs: tuple[str, ...],
    lead: Span,
) -> Iterator[Edit]:
    outer = [mark for mark in of_source if not mark.inner]
    tail = source[outer[-1].end :].strip() if outer else ""
    begins = bool(outer) and outer[0].opens and outer[0].start == lead[0]
    ends = bool(outer) and not outer[-1].opens and not tail.strip(_END_MARKS)
    if len(outer) != begins + ends:  # of others it is unknown which are missing, except of speech
        if begins:
            yield from _speech(source, target, outer, of_target, glyphs, lead[1])
        return
    if begins and not any(mark.opens for mark in of_target):
        yield lead[1], lead[1], glyphs[0]
    if ends and all(mark.opens for mark in of_target):
        end = len(target.rstrip(_END_MARKS + " ") if tail else target.rstrip())
        yield end, end, glyphs[1]


def _speech(
    source: str,
    target: str,
    outer: list[QuotationMark],
    of_target: list[QuotationMark],
    glyphs: tuple[str, ...],
    begin: int,
) -> Iterator[Edit]:
    """The missing marks of speech at the beginning of a sentence that goes on: “Yes,” she said.

    The speech ends after as many commas and end marks as in the source.
    """
    first = of_target[0] if of_target else None
    if outer[1].opens or sum(mark.opens for mark in of_target) >= sum(mark.opens for mark in outer):
        return
    if first is not None and first.opens and first.start == begin:
        return
    if first is not None and not first.opens:
        yield begin, begin, glyphs[0]
        return
    said = source[outer[0].end : outer[1].end + 1]
    pauses = list(_PAUSE.finditer(target, begin, first.start if first else len(target)))
    count = sum(1 for _ in _PAUSE.finditer(said))
    behind = source[outer[1].end : outer[1].end + 1]
    if not 0 < count <= len(pauses) or not (
        (behind and behind in _END_MARKS) or source[outer[1].start - 1] in _END_MARKS
    ):
        return
    pause = pauses[count - 1]
    outside_comma = pause[0] == "," and glyphs is _GUILLEMETS  # «Ja», sa hun.
    end = pause.start() if outside_comma else pause.end()
    yield begin, begin, glyphs[0]
    yield end, end, glyphs[1]

"""What a sentence was asked for as by versions before: how an edit saved then is read today.

These took the marker of a list item or note, the reference of a note and the signs around a formula for words of the
sentence, knew no raised or lowered figures, ended sentences elsewhere, and left letters decomposed.
"""

from collections.abc import Iterator
from itertools import islice, product
from typing import NamedTuple

from reader import late_re as re
from reader.text import Cuts, Link, Span, composed, split_sentences

_HIGH, _LOW = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"
_ON_LINE = str.maketrans(_HIGH + _LOW, "0123456789+-=()ni" + "0123456789+-=()")
_WORD = rf"[\w{_HIGH}{_LOW}]"
_OFF_LINE = re.compile(rf"(?<!{_WORD}){_WORD}*[{_HIGH}{_LOW}]{_WORD}*")
_BEHIND_WORD = re.compile(rf"(?<=[^\W\d_])[{_HIGH[:10]}]+\Z")
_LABEL = r"(?:\d{1,4}(?:\.\d{1,3})*|[^\W\d_]|[ivxlcIVXLC]{2,7})"
_BULLET = r"[•▪◦‣●○■□◆◇▶►➢➤❖☐☑☒✓✔✗✘·∙⁃→*+–—>-]|o"
_MARKER = re.compile(
    rf"(?:(?P<bullet>(?:{_BULLET})(?=\s)|[•▪◦‣●☐☑☒✓✔✗✘]|\[[ xX]\](?=\s)|\[![A-Za-z]+\][+-]?)"
    rf"|\[\^(?P<note>[^\]\s]+)\]:|[(\[]?(?P<label>{_LABEL})[.)\]](?=\s)|§\s?(?P<section>[\d-]+)\."
    rf"|(?P<number>\d{{1,3}}(?:\.\d{{1,3}})+)(?=\s)|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}}))\s*(?=\S)"
)
_INNER_MARKER = re.compile(rf"(?<!\S){_MARKER.pattern}")
_REFERENCE = re.compile(
    r"\[\^(?P<name>[^\]\s]{1,300})\]|\[(?P<number>\d{1,3})\]|(?<=\S)(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?!\w)"
)
_FIGURES = re.compile(r"(?<=[^\W\d_])(?P<name>\d{1,3})(?!\w)|(?<=[.,;:!?»”\")])(?P<number>\d{1,3})(?!\w)")
# Before these a reference takes the space before it along.
_CLOSING = ".,;:!?…)]}»”’"
# Around a formula and the like, where nothing else has these signs.
_SIGNS = re.compile(r"(\$\$?|==|\+\+|~~?|\^)(?=\S)([^\n]{0,300}?\S)\1")
_SENTENCES = re.compile(r"[.!?…:][\"»”)\]]{0,3}\s+[^\sa-zæøå]")
# Behind what a sentence may have ended.
_STOP = re.compile(r"[.!?…:][\"»”)\]]{0,3}(?=\s+[^\sa-zæøå])")
_RAISED = re.compile(rf"[\[{_HIGH}]")
_DIGIT = re.compile(r"\d")
_BREAKS = re.compile(
    r"\[![A-Za-z]+\]|[.!?…:•▪◦‣●○☐☑☒✓✔✗✘>]|(?<!\S)[-–—*+·o](?!\S)|(?<!\S)[(\[]?(?:\d{1,4}|[^\W\d_]|[ivxlcIVXLC]{2,7})[.)\]](?!\S)"
)
_SPACE = re.compile(rf"\s+(?=[{re.escape(_CLOSING)}])")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_LONGEST_ANCHOR = 24
_MOST_LABELS, _MOST_MARKERS, _MOST_PARTS, _MOST_POINTS, _MOST_FIGURES = 20, 2, 20, 6, 100


class Stored(NamedTuple):
    """A sentence of an edit, as it is asked for today.

    Attributes:
        key: what the edit is saved for.
        text: its translation, as it is saved.
        part: the sentence, without signs.
        translation: its part of the translation.
        links: between words, in code points into `part` and `translation`.
    """

    key: str
    text: str
    part: str
    translation: str
    links: tuple[Link, ...]


def on_line(text: str) -> str:
    """The text with raised and lowered figures on the line, of the same length."""
    return text if text.isascii() else text.translate(_ON_LINE)


def off_line(sentence: str, text: str) -> str:
    """A translation of the sentence `on_line`, with figures as in the sentence; as long as before."""
    for token in islice(dict.fromkeys(_OFF_LINE.findall(sentence)), _MOST_FIGURES):
        text, count = re.subn(rf"(?<!\w){re.escape(on_line(token))}(?!\w)", token, text)
        if not count and (found := _BEHIND_WORD.search(token)):  # behind another word in the translation
            text = re.sub(rf"(?<=[^\W\d_]){on_line(found[0])}(?!\w)", found[0], text, count=1)
    return text


def may_be_older(key: str) -> bool:
    """Whether an edit saved for `key` may be read otherwise today; quickly, since most are not."""
    if _MARKER.match(key) or _RAISED.search(key) or _SENTENCES.search(key) or _SIGNS.search(key):
        return True
    return (_DIGIT.search(key) is not None and _FIGURES.search(key) is not None) or composed(key) != key


def anchors(text: str) -> Iterator[str]:
    """The first letters of all that may be a sentence of it, the first of them first.

    What is read from an edit has one of the edit's, so that few need be read.
    """
    text = composed(text)
    plain = _SPACE.sub("", _REFERENCE.sub("", text)) if _RAISED.search(text) else text
    plain = on_line(plain)
    plain = _FIGURES.sub("", plain) if _DIGIT.search(plain) else plain
    for stretch in _BREAKS.split(plain):
        letters = _NO_LETTERS.sub("", stretch)
        if len(letters) > 1:
            yield letters[:_LONGEST_ANCHOR]


def read_today(key: str, text: str, links: tuple[Link, ...], languages: tuple[str, str]) -> Iterator[Stored]:
    """The sentences that an edit saved for `key` has today, by every reading of it.

    Args:
        key: without signs.
        text: its translation, without signs.
        links: between words, in code points into both.
        languages: codes of both.
    """
    seen: set[str] = {key}
    stored = _composed(Stored(key, text, key, text, links))
    for ours, theirs in _cuts(stored.part, stored.translation):
        whole = _cut(stored, ours, theirs)
        for each in (whole, *_sentences(whole, languages)):
            if each.part not in seen and any(map(str.isalpha, each.part)):
                seen.add(each.part)
                yield each


def _composed(stored: Stored) -> Stored:
    """The same with letters as they are read today."""
    part, translation = composed(stored.part), composed(stored.translation)
    if (part, translation) == (stored.part, stored.translation):
        return stored
    links = tuple(
        (*_moved(stored.part, link[:2]), *_moved(stored.translation, link[2:4]), link[4]) for link in stored.links
    )
    return stored._replace(part=part, translation=translation, links=links)


def _moved(text: str, span: Span) -> Span:
    """Where a span of words is once the text is composed."""
    start, end = (len(composed(text[:place])) for place in span)
    return start, end


def _cut(stored: Stored, ours: list[Span], theirs: list[Span]) -> Stored:
    """The sentence without these spans of it and of its translation."""
    before, after = Cuts(ours), Cuts(theirs)
    moved = ((*before.rest(each[:2]), *after.rest(each[2:4]), each[4]) for each in stored.links)
    links = tuple(link for link in moved if link[0] < link[1] and link[2] < link[3])
    return stored._replace(part=before.of(stored.part), translation=after.of(stored.translation), links=links)


def _sentences(stored: Stored, languages: tuple[str, str]) -> Iterator[Stored]:
    """The sentences, or items of a list, of what was asked for as one, if its translation has as many."""
    ours, theirs = split_sentences(stored.part, languages[0]), split_sentences(stored.translation, languages[1])
    if len(ours) != len(theirs):  # by the rules of the same language at least
        theirs = split_sentences(stored.translation, languages[0])
    yield from _parts(stored, ours, theirs)
    items, same = list(_INNER_MARKER.finditer(stored.part)), list(_INNER_MARKER.finditer(stored.translation))
    if [each[0] for each in items] == [each[0] for each in same]:
        yield from _parts(stored, _items(stored.part, items), _items(stored.translation, same))


def _items(text: str, markers: list[re.Match[str]]) -> list[Span]:
    """The items behind the markers, if the first is at the start."""
    if not markers or markers[0].start():
        return []
    ends = [*(each.start() for each in markers[1:]), len(text)]
    return [(each.end(), len(text[:end].rstrip())) for each, end in zip(markers, ends, strict=True)]


def _parts(stored: Stored, ours: list[Span], theirs: list[Span]) -> Iterator[Stored]:
    """What stands in these spans of the sentence and of its translation, if these are several and as many."""
    if len(ours) != len(theirs) or not 2 <= len(ours) <= _MOST_PARTS:
        return
    ends = len(stored.part), len(stored.translation)
    for (a, b), (c, d) in zip(ours, theirs, strict=True):
        yield _cut(stored, _spans((0, a), (b, ends[0])), _spans((0, c), (d, ends[1])))


def _spans(*spans: Span) -> list[Span]:
    return [span for span in spans if span[0] < span[1]]


def _cuts(key: str, text: str) -> Iterator[tuple[list[Span], list[Span]]]:
    """What may be cut from an edit and from its translation together; first nothing."""
    choices = [list(_markers(key, text)), [([], []), *_references(key, text)], [([], []), *_signs(key, text)]]
    for chosen in product(*choices):
        ours, theirs = ([span for each in chosen for span in each[side]] for side in (0, 1))
        yield _apart(ours), _apart(theirs)


def _apart(spans: list[Span]) -> list[Span]:
    """The spans in order, without those that overlap one before."""
    apart: list[Span] = []
    for span in sorted(spans):
        if not apart or span[0] >= apart[-1][1]:
            apart.append(span)
    return apart


def _markers(key: str, text: str) -> Iterator[tuple[list[Span], list[Span]]]:
    """The markers that it begins with: none, one or two."""
    start = there = 0
    yield [], []
    for _ in range(_MOST_MARKERS):
        found = _MARKER.match(key, start)
        if found is None:
            return
        other = _MARKER.match(text, there)
        there = other.end() if other is not None and _are_alike(found, other) else there
        start = found.end()
        yield _spans((0, start)), _spans((0, there))


def _are_alike(one: re.Match[str], other: re.Match[str]) -> bool:
    kind = one.lastgroup or ""
    return kind == other.lastgroup and (kind in ("bullet", "note") or one[kind] == other[kind])


def _references(key: str, text: str) -> Iterator[tuple[list[Span], list[Span]]]:
    """The references of notes; plain figures behind words only if the translation has the same."""
    ours = list(_REFERENCE.finditer(key))[:_MOST_LABELS]
    names = {_name(each) for each in ours}
    theirs = [each for each in _REFERENCE.finditer(text) if each["name"] or _name(each) in names]
    if ours:
        yield [_with_space(key, each) for each in ours], [_with_space(text, each) for each in theirs]
    figures, same = list(_FIGURES.finditer(key))[:_MOST_LABELS], list(_FIGURES.finditer(text))
    if figures and list(map(_name, figures)) == list(map(_name, same)):
        yield [each.span() for each in figures], [each.span() for each in same]


def _name(found: re.Match[str]) -> str:
    return on_line(next(filter(None, found.groups())))


def _with_space(text: str, found: re.Match[str]) -> Span:
    start, end = found.span()
    after = text[end : end + 1]
    if start and text[start - 1].isspace() and (not after or after in _CLOSING or after.isspace()):
        start -= 1
    elif not start:
        end += len(text[end:]) - len(text[end:].lstrip())
    return start, end


def _signs(key: str, text: str) -> Iterator[tuple[list[Span], list[Span]]]:
    """The signs around formulas and the like."""
    ours = list(_SIGNS.finditer(key))[:_MOST_LABELS]
    kinds = {each[1] for each in ours}
    if ours:
        theirs = [each for each in _SIGNS.finditer(text) if each[1] in kinds]
        yield [span for each in ours for span in _around(each)], [span for each in theirs for span in _around(each)]


def _around(found: re.Match[str]) -> list[Span]:
    return [(found.start(), found.start(2)), (found.end(2), found.end())]


def cut_points(sentence: str) -> list[int]:
    """Where in a sentence versions before may have ended one; none if there are too many to try."""
    points = [found.end() for found in _STOP.finditer(sentence)]
    return points if len(points) <= _MOST_POINTS else []

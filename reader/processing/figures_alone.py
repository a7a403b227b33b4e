"""A text of nothing but figures, as cells of tables are, in the writing of the other language: "12,50", "3,5 %".

What may mean several things stays: "1.250" is a thousand in Norwegian and a bit more than one in English, unless other
figures beside it tell. Dates, times, telephone numbers and what numbers something have other forms, or a heading that
says so.
"""

from collections.abc import Iterable

from reader import late_re as re
from reader.processing import money
from reader.processing.expressions import is_labelled
from reader.processing.numerals import ENGLISH_WAY, NORWEGIAN_WAY, SPACES, Way, between, rewritten

LONGEST = 40  # in characters
_GAP = f"[{SPACES}]?"
_SIGN = "[+\\-−–±≈~<>≤≥]"
_PERCENT = re.compile(rf"(?<=\d){_GAP}(?=[%‰])")
# Nine figures in threes are the number of an organisation rather than millions; "1.5" at the side is a section.
_REGISTERED = re.compile(rf"\d{{3}}(?:[{SPACES}]\d{{3}}){{2}}")
_SECTION = re.compile(r"\d{1,2}\.\d{1,2}")
_HEADING = re.compile(
    r"(?<!\w)(?:dato|date|tid|tidspunkt|time|klokkeslett|kl\.?|isbn|issn|serienummer|serial|build|revisjon|revision|"
    r"mobil|mobile|zip|postnr\.?|postnummer)(?!\w)",
    re.IGNORECASE,
)


def _pattern(way: Way) -> re.Pattern[str]:
    number = f"(?:{way.pattern})"
    range_ = rf"{number}(?:{_GAP}[–-]{_GAP}{number})?"
    return re.compile(rf"(?:{_SIGN}{_GAP})?{range_}(?:{_GAP}[%‰])?")


def _sure(way: Way) -> re.Pattern[str]:
    """Numbers that only one language writes: with decimals that are no thousands, or with several signs."""
    decimal, group = re.escape(way.decimal), re.escape("," if way is ENGLISH_WAY else ".")
    decimals = rf"{decimal}(?:\d{{1,2}}|\d{{4,}})"
    return re.compile(
        rf"\d+{decimals}|0{decimal}\d+|\d{{1,3}}(?:{group}\d{{3}})+{decimal}\d+|\d{{1,3}}(?:{group}\d{{3}}){{2,}}"
        rf"|\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?:{decimal}\d+)?"
    )


_WAYS = (NORWEGIAN_WAY, ENGLISH_WAY)
_PATTERNS = {way.decimal: _pattern(way) for way in _WAYS}
_NUMBERS = {way.decimal: re.compile(way.pattern) for way in _WAYS}
_SURE = {way.decimal: _sure(way) for way in _WAYS}
_ANY = re.compile(rf"\d(?:[\d.,]|[{SPACES}](?=\d))*")


def written_figures(
    text: str, source: str, target: str, *, beside: Iterable[str] = (), heading: str = "", first: bool = True
) -> str:
    """A text of nothing but figures as the other language writes it; "" if it is none, or stays as it is.

    Args:
        text: the whole text of a paragraph.
        source, target: codes; only between Norwegian and English does anything change.
        beside: other cells of its column, which tell what is a sign between thousands.
        heading: that of its column.
        first: whether it stands in no table or in the first column, where sections are numbered.
    """
    ways, text = between(source, target), text.strip()
    if not ways or not 1 < len(text) <= LONGEST or any(map(str.isalpha, text)) or _numbers_something(heading):
        return ""
    own, other = ways
    if amount := _amount(text, to_norwegian=other is NORWEGIAN_WAY):
        return amount if amount != text else ""
    if not _PATTERNS[own.decimal].fullmatch(text) or _REGISTERED.fullmatch(text):
        return ""
    if first and own is ENGLISH_WAY and _SECTION.fullmatch(text):
        return ""
    numbers = _NUMBERS[own.decimal].findall(text)
    sure = all(number.isdigit() or _SURE[own.decimal].fullmatch(number) for number in numbers)
    if not (sure or _tell(beside, own, other)):
        return ""
    written = _NUMBERS[own.decimal].sub(lambda number: rewritten(number[0], own, other), text)
    written = _PERCENT.sub("\u00a0" if other is NORWEGIAN_WAY else "", written)
    return written if written != text else ""


def _numbers_something(heading: str) -> bool:
    return is_labelled(f"{heading} ", len(heading) + 1) or _HEADING.search(heading) is not None


def _amount(text: str, *, to_norwegian: bool) -> str:
    """The amount of money that is the whole text, in the other language; else ""."""
    found = next(money.of_source(text, to_norwegian), None)
    return found.written if found is not None and (found.start, found.end) == (0, len(text)) else ""


def _tell(beside: Iterable[str], own: Way, other: Way) -> bool:
    """Whether the figures beside a number are surely written in its own language, and none in the other."""
    numbers = [number for text in beside if len(text) <= LONGEST for number in _ANY.findall(text)]
    ours, theirs = ({number for number in numbers if _SURE[way.decimal].fullmatch(number)} for way in (own, other))
    return bool(ours - theirs) and not theirs - ours

"""Recognising headings, dates, bylines and pointers to other texts without mark-up."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice, pairwise, takewhile

from reader import late_re as re
from reader.formats.lead_ins import leads_in
from reader.formats.letters import closes_letter, is_of_letter
from reader.formats.numbering import HEADING_LENGTH, HEADING_WORDS, heading_rank, section_depth
from reader.formats.ordinals import is_counted, is_dated
from reader.formats.plain_lines import RAISED, is_wrap
from reader.text import Kind, Mark, MarkKind, Paragraph, plain_title

_MONTHS = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    "january|february|march|may|june|july|october|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|okt|oct|nov|des|dec"
)
_PLACE_AND_DAY = r"(?:[^\W\d_]{2,20},\s+)?(?:\w+dag|\w+day)?,?\s*(?:den\s+)?"
_CLOCK = r"(?:,?\s+(?:kl\.?|at)?\s*\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,5})?)?"
_DATE = re.compile(
    rf"{_PLACE_AND_DAY}(?:\d{{1,2}}[./-]\s?\d{{1,2}}[./-]\s?\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}|"
    rf"\d{{1,2}}(?:\.|st|nd|rd|th)?\s+(?:{_MONTHS})\.?,?\s+\d{{4}}|"
    rf"(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}){_CLOCK}",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(r"(?:publisert|oppdatert|dato|published|updated|date|posted)\s*:?\s+", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?i:av|by|tekst|foto|text|photo|skrevet av|written by|reporting by)\s*:?\s+"
    # Names have capitals; "By then she was gone." is no byline.
    r"[A-ZÆØÅÄÖÉ][\w.'’-]+(?:(?:,| og| and| von| van| de| der| ?/)*\s+[A-ZÆØÅÄÖÉ][\w.'’-]*){1,7}"
)
_BYLINE_START = re.compile(r"(?:Av|By|AV|BY|Tekst|Foto|Text|Photo|Skrevet av|Written by|Reporting by)\b")
# All that stands outside the links of a paragraph that points elsewhere, and between them, without punctuation.
_SEE_ALSO = re.compile(
    r"(?:read (?:more|also)|see also|les (?:også|mer)|se også)"
    r"(?: (?:about|on|in|at|here|om|i|på|her))?(?: (?:and|og))*",
    re.IGNORECASE,
)

_WORD = re.compile(r"\w+")
_EXPLAINS = re.compile(r"[^\n:]{1,40}(?::| [–—=-]) \S[^\n]*\n")  # lines of a glossary
# Dates and bylines are shorter.
_LONGEST_LABEL = 100
# Behind the full stop may stand quotation marks and brackets, signs of mark-up that is none here, and those of notes.
_BEHIND = rf"(?:[\"'”’»)\]~_*†‡]|\[\d{{1,3}}\]|\(\d{{1,3}}\)|[{RAISED}]{{1,3}})*"
_SENTENCE_END = re.compile(rf"[.!:;,…]{_BEHIND}$")
_ENDS = re.compile(rf"[.!?:;…]{_BEHIND}$")
_SMALL_ITEM = re.compile(r"\d{1,3}[.)]\s+([^\W\d_].*)")  # "1. smør", but "1. divisjon", too
# Verse has at least so many lines in a stanza, and shorter ones than prose.
_STANZA, _VERSE_LENGTH, _VERSE_WORDS = 4, 60, 3
# Of wrapped prose all lines are as full as they can be; in verse some are by chance.
_FULL_LINES = 0.8
_NO_VERSE = re.compile(r"[\d@|/\\<>{}=_\t]|:.|:\n")


def recognise_kinds(paragraphs: Sequence[Paragraph], *, infer_headings: bool) -> tuple[Paragraph, ...]:
    """Give plain paragraphs the kind that their form suggests.

    With `infer_headings` (for plain text, which has no mark-up) a short line without a full stop above
    running text becomes a heading, or the title if it comes before everything else; so does one that begins with its
    name or number ("§ 3-1. Innmelding"). Lines broken as in a poem become verse. What stands in a list or box stays.
    """
    known = [_recognised(paragraph) for paragraph in paragraphs]
    return tuple(_with_headings(list(_with_verse(known))) if infer_headings else known)


def _is_plain(paragraph: Paragraph) -> bool:
    return paragraph.kind is Kind.PARAGRAPH and not paragraph.level and not paragraph.within


def _recognised(paragraph: Paragraph) -> Paragraph:
    if not _is_plain(paragraph):
        return paragraph
    text = paragraph.text
    if len(text) > _LONGEST_LABEL and not paragraph.marks:
        return paragraph  # the usual case
    if _is_date(text):
        return replace(paragraph, kind=Kind.DATE)
    if len(text) <= _LONGEST_LABEL and _BYLINE_START.match(text) and _BYLINE.fullmatch(text):
        return replace(paragraph, kind=Kind.BYLINE)
    if _points_elsewhere(paragraph):
        return replace(paragraph, kind=Kind.SEE_ALSO)
    return paragraph


def _is_date(text: str) -> bool:
    label = _DATE_LABEL.match(text)
    return len(text) <= 60 and _DATE.fullmatch(text, label.end() if label else 0) is not None


def _points_elsewhere(paragraph: Paragraph) -> bool:
    """Whether a paragraph is nothing but a link to another text, or such words as "Read more" and links."""
    links = [mark for mark in paragraph.marks if mark.kind is MarkKind.LINK]
    whole = any(mark.start == 0 and mark.end == len(paragraph.text) for mark in links)
    return whole or (bool(links) and _SEE_ALSO.fullmatch(_words_outside(paragraph.text, links)) is not None)


def _words_outside(text: str, links: Sequence[Mark]) -> str:
    """The words outside links, with single spaces between them."""
    outside, position = [], 0
    for link in sorted(links, key=lambda mark: mark.start):
        outside.append(text[position : link.start])
        position = max(position, link.end)
    return " ".join(_WORD.findall(" ".join([*outside, text[position:]])))


def _with_verse(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, stanzas among them as verse: those that show it, and those beside one that may be."""
    for beside, run in groupby(paragraphs, _may_be_verse):
        stanzas = list(run)
        certain = beside and any(_is_certain_verse(paragraph.text.split("\n")) for paragraph in stanzas)
        yield from (replace(paragraph, kind=Kind.VERSE) for paragraph in stanzas) if certain else stanzas


def _may_be_verse(paragraph: Paragraph) -> bool:
    """Whether a paragraph consists of short lines of words, several each: not an address."""
    text = paragraph.text
    if "\n" not in text or not _is_plain(paragraph) or _NO_VERSE.search(text):
        return False
    lines = text.split("\n")
    return max(map(len, lines)) <= _VERSE_LENGTH and len(text.split()) >= _VERSE_WORDS * len(lines)


def _is_certain_verse(lines: Sequence[str]) -> bool:
    """Whether lines that may be verse are a stanza that sentences run over, and no prose wrapped at this width."""
    longest = max(map(len, lines))
    pairs = list(pairwise(lines))
    full = sum(is_wrap(line, after, longest) for line, after in pairs)
    commas = sum(line.endswith((",", ";", "–")) for line in lines)
    runs_on = sum(line[-1:].isalpha() and after[:1].islower() for line, after in pairs)
    broken = len(lines) >= _STANZA and full < _FULL_LINES * len(pairs)
    return broken and commas > 0 and commas + runs_on >= len(lines) // 2


def _with_headings(paragraphs: list[Paragraph]) -> list[Paragraph]:
    titled = signed = False
    result: list[Paragraph] = []
    levels = _numbered_levels([paragraph for paragraph in paragraphs if paragraph.kind is not Kind.RULE])
    last = _last_running(paragraphs)
    for place, paragraph in enumerate(paragraphs):
        if len(paragraph.text) > HEADING_LENGTH:  # the usual case
            titled = titled or paragraph.kind not in _PASSED_OVER
            signed = signed and not _is_running(paragraph)
            result.append(paragraph)
            continue
        if (level := levels.get(paragraph.text)) is not None and _is_plain(paragraph):
            paragraph = replace(paragraph, kind=Kind.HEADING, level=level)
        elif (
            not signed
            and _looks_like_heading(paragraph)
            and (_is_above_running(paragraphs, place) if titled else place < last)
            and not _leads_in(paragraphs, place)
        ):
            kind = Kind.HEADING if titled else Kind.TITLE
            paragraph = replace(paragraph, kind=kind, level=2 if titled else 1)
        titled = titled or paragraph.kind not in _PASSED_OVER
        # Below the end of a letter stand names and titles of people.
        signed = closes_letter(paragraph.text) or (signed and not _is_running(paragraph))
        result.append(paragraph)
    return result


# Between a heading and its text.
_PASSED_OVER = frozenset({Kind.RULE, Kind.DATE, Kind.BYLINE})


def _is_above_running(paragraphs: Sequence[Paragraph], place: int) -> bool:
    """Whether running text stands below a paragraph at once, but for a date and a byline."""
    below = (p for p in islice(paragraphs, place + 1, None) if p.kind not in _PASSED_OVER)
    after = next(below, None)
    return after is not None and _is_running(after)


def _leads_in(paragraphs: Sequence[Paragraph], place: int) -> bool:
    """Whether the list right below a paragraph goes on with it."""
    below = islice(paragraphs, place + 1, None)
    items = [p.text for p in takewhile(lambda p: p.kind is Kind.LIST_ITEM, below)]
    return bool(items) and leads_in(paragraphs[place].text, items)


def _last_running(paragraphs: Sequence[Paragraph]) -> int:
    """The place of the last running text, or block of lines; -1 if there is none."""
    places = range(len(paragraphs) - 1, -1, -1)
    kept = (place for place in places if paragraphs[place].kind not in _PASSED_OVER)
    return next((place for place in kept if _is_running(paragraphs[place]) or "\n" in paragraphs[place].text), -1)


def _is_running(paragraph: Paragraph) -> bool:
    """Whether a heading may stand above a paragraph: it has a whole sentence, or is no plain text but a list or such.

    No name, address or label is running text.
    """
    text = paragraph.text
    if paragraph.kind is not Kind.PARAGRAPH or paragraph.level or len(text) > HEADING_LENGTH:
        return paragraph.kind not in _PASSED_OVER
    return _ENDS.search(text) is not None or len(text.split()) > HEADING_WORDS or _EXPLAINS.match(text) is not None


def _numbered_levels(paragraphs: Sequence[Paragraph]) -> dict[str, int]:
    """The texts that are headings by their name or number, and how deep they nest: as many names as there are."""
    short = [p.text for p in paragraphs if len(p.text) <= HEADING_LENGTH and _is_plain(p)]
    ranks = {text: rank for text in short if (rank := heading_rank(text)) is not None}
    level = {rank: place for place, rank in enumerate(sorted(set(ranks.values())), 2)}
    depths = {text: min(depth + 1, 6) for text in short if (depth := section_depth(text)) is not None}
    return {text: level[rank] for text, rank in ranks.items()} | depths


def _looks_like_heading(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if len(text) > HEADING_LENGTH or not _is_plain(paragraph) or "\n" in text:
        return False
    short = len(text.split()) <= HEADING_WORDS and paragraph.translatable
    # Speech ("– Nei, sa han") and continued lines do not begin like headings.
    opens_well = text[0].isupper() or (text[0].isdigit() and not _is_small_item(text)) or text[0] in '«"“'
    return (
        short
        and opens_well
        and not is_of_letter(text)
        and _SENTENCE_END.search(plain_title(text, paragraph.marks) if paragraph.marks else text) is None
    )


def _is_small_item(text: str) -> bool:
    """Whether a text begins like an item of a list, with a small letter behind a number that does not count it."""
    found = _SMALL_ITEM.fullmatch(text)
    return found is not None and found[1][0].islower() and not (is_counted(found[1]) or is_dated(found[1]))

"""Quotation marks of a translation that stand alone, or stand for the dash of a source without quotation marks.

What a model opens and never closes is closed where its end is sure, else it becomes the dash that leads speech in the
source. What has no partner besides is left out.
"""

from collections.abc import Iterator

from reader import late_re as re
from reader.processing.quotation_marks import DOUBLE, Edit, QuotationMark, marks_in, pair_of

# A dash that leads speech: at the beginning, behind a colon or behind another sentence.
_SPEECH = re.compile(r"(?:^|(?<=[:.!?…»”\"]))\s*[–—―-]\s+(?=\S)")
_DASHES = ("–", "—", "―", "-")
# Behind it speech may have ended.
_PAUSE = re.compile(r"[,;:.!?…]\s")


def pairing_edits(source: str, target: str, language: str) -> list[Edit]:
    """The edits after which quotation marks of `target`, a translation of `source`, have their partners.

    Where a dash leads speech in the source, marks that stand for it become curly ones of the target's `language`, a
    code, and are left out behind the dash itself. A source with a mark alone is part of a longer quotation: nothing is
    changed, as where it has marks and no such dash.
    """
    glyphs, quoted, speech = pair_of(language), DOUBLE.search(source), _SPEECH.search(source)
    if not glyphs or not DOUBLE.search(target) or (quoted and not speech) or _paired(marks_in(source))[1]:
        return []
    pairs, alone = _paired(marks_in(target))
    edits = list(_without_partner(speech is not None, target, alone, glyphs))
    for pair in pairs if speech and not quoted else ():
        led = _is_led(target, pair[0])
        edits += [_left_out(target, m) if led else (m.start, m.end, g) for m, g in zip(pair, glyphs, strict=True)]
    return edits


def _paired(
    marks: list[QuotationMark],
) -> tuple[list[tuple[QuotationMark, QuotationMark]], list[QuotationMark]]:
    """The outer and inner pairs among marks, and those without a partner, in order."""
    opened: list[QuotationMark] = []
    pairs, alone = [], []
    for mark in marks:
        if mark.opens:
            opened.append(mark)
        elif opened:
            pairs.append((opened.pop(), mark))
        else:
            alone.append(mark)
    return pairs, sorted([*alone, *opened], key=lambda mark: mark.start)


def _without_partner(speech: bool, target: str, alone: list[QuotationMark], glyphs: tuple[str, str]) -> Iterator[Edit]:
    """The edits to marks without a partner; the first may stand for a dash before `speech`."""
    for mark in alone:
        if not (speech and mark.opens) or _is_led(target, mark):
            yield _left_out(target, mark)
        elif _PAUSE.search(target, mark.end):
            yield mark.start, mark.end, "– "
        else:
            yield mark.start, mark.end, glyphs[0]
            end = len(target.rstrip())
            yield end, end, glyphs[1]
        speech = speech and not mark.opens


def _is_led(text: str, mark: QuotationMark) -> bool:
    """Whether a mark opens right behind a dash that leads speech."""
    before = text[: mark.start].rstrip()
    return mark.opens and before.endswith(_DASHES) and (len(before) == 1 or before[-2].isspace())


def _left_out(text: str, mark: QuotationMark) -> Edit:
    """The edit that takes a mark away, with the space before it if one follows, too."""
    spaced = text[mark.start - 1 : mark.start] == " " and text[mark.end : mark.end + 1] in (" ", "")
    return mark.start - spaced, mark.end, ""

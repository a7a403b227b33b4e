"""What the sentences of a text are judged as: parts of a sentence that runs on over cues together, as that sentence."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reader.parallel import Row, SentencePair, State
from reader.processing import unspoken
from reader.text import Span, Whole
from reader.translation.sentences import sentences_of

if TYPE_CHECKING:
    from reader.quality import Assessment

_Pair = tuple[str, str]


class JudgedAs(NamedTuple):
    """What is judged for a sentence of a row.

    Attributes:
        pair: a sentence and its translation, of which those of the row may be a part.
        own: where the translation of the row's sentence stands in it.
        before: how many letters it has before that, which are not said.
    """

    pair: _Pair
    own: Span
    before: int = 0

    def of_part(self, found: "Assessment | None") -> "Assessment | None":
        """What was found of the pair, as it is of the row's sentence: its words, and how good the whole is."""
        if found is None or (not self.before and self.own == (0, len(self.pair[1]))):
            return found
        start, end = self.own
        by = self.before - start
        words = tuple((a + by, b + by) for a, b in found.doubtful if start <= a and b <= end)
        return replace(found, doubtful=words)


def judged_as(rows: Sequence[Row], index: int, sentence: int, languages: tuple[str, str]) -> JudgedAs:
    """What is judged for a sentence of a row of a text; `languages` are the codes of both."""
    row = rows[index]
    pair = row.sentences[sentence]
    source, target = row.source.text[slice(*pair.source)], row.target[slice(*pair.target)]
    whole = _whole_of(row, pair, languages[0])
    if whole is None:
        return JudgedAs((source, target), (0, len(target)))
    first = index - whole.part
    parts = [
        _part_of(rows, first + number, whole._replace(part=number), languages[0])
        for number in range(len(whole.begins) + 1)
    ]
    if None in parts:
        return JudgedAs((source, target), (0, len(target)))
    last = len(parts) - 1
    said = [_said(part or "", languages[1], inner=number < last) for number, part in enumerate(parts)]
    texts = [text for _, text in said]
    start = sum(len(text) + 1 for text in texts[: whole.part])
    own = start, start + len(texts[whole.part])
    return JudgedAs((whole.text, " ".join(texts)), own, said[whole.part][0])


def _whole_of(row: Row, pair: SentencePair, language: str) -> Whole | None:
    if row.source.cue is None:
        return None
    return next((each.whole for each in sentences_of(row.source, language) if each.span == pair.source), None)


def _part_of(rows: Sequence[Row], index: int, whole: Whole, language: str) -> str | None:
    """The translation of a part in its row, as it stands there; None if there is none."""
    row = rows[index] if 0 <= index < len(rows) else None
    if row is None or row.source.cue is None or row.state is not State.DONE:
        return None
    there = {pair.source: pair.target for pair in row.sentences}
    for each in sentences_of(row.source, language):
        found = each.whole
        if found is not None and (found.text, found.begins, found.part) == whole[:3] and each.span in there:
            return row.target[slice(*there[each.span])]
    return None


def _said(part: str, language: str, *, inner: bool) -> tuple[int, str]:
    """How many letters at its beginning are not said, and what is."""
    before, behind = unspoken(part, language, inner=inner)
    return before, part[before : len(part) - behind]

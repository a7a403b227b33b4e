"""Care with text around a neural model: what goes into it, what stays out, and what to mend in what comes back.

A model learned on plain sentences: it drops leading dashes, garbles addresses, knows no capitals and forgets
quotation marks. `plan` takes a sentence apart for it, `finish` mends the translation, `lost`, `looping` and
`warnings` tell what went wrong. All are pure functions on strings and take time linear in the text.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from reader.processing.casing import at_the_beginning, in_capitals, in_the_middle, without_capitals
from reader.processing.nontranslatables import joined, lost, lost_numbers, outside, outside_names, standing_alone
from reader.processing.quotation_marks import Edit, quotation_edits
from reader.processing.stand_ins import StandIns
from reader.short_cache import cached_if_short
from reader.text import Span, long_runs

__all__ = ["Plan", "finish", "joined_pieces", "looping", "lost", "plan", "plan_around", "warnings"]

# A dash that leads speech, also without a space ("—No"), or a bullet; "–5" is a number.
_LEAD = re.compile(r"\s*(?:[–—―]+(?!\d)\s*|[•·*‣▪◦●○■□-]\s+)?")
_SPACE = re.compile(r"\s+")
# What may stand at the edges of a stretch between protected parts; a straight mark is turned away from a space.
_BEFORE_WORDS = re.compile(r"(?:[\s,.;:!?…–—)\]}»”’%°/-]|[\"'](?=\s))*")
_AFTER_WORDS = re.compile(r"(?:[\s,.;:!?…–—(\[{«“„‘$€£§/-]|[\"'](?=\s))*")  # on the text reversed
_TOKEN = re.compile(r"\w+")
_SEAMS = ",;:"  # where a sentence that is too long is cut
_STOPS, _CLOSERS = ".!?…:;,", ")]}»”’\"'"
_DOUBLED = re.compile(r"(?<![.!?…])(?:([:;,!?…])\.|\.([!?])|\.\.)(?![.!?…])")
_BOTH_SIDES = re.compile(r"([.!?…])([)\]}»”’\"']+)[.!?…]")
_LOOSE_MARK = re.compile(r"(?<=[\w)\]»”\"]) +(?=[,.;:!?](?:[\s»”\"]|$))")
_SPACED_LIKE_ENGLISH = frozenset({"nb", "nn", "no", "en"})
# Last words whose full stop is their own.
_ABBREVIATIONS = frozenset(
    {
        "osv",
        "etc",
        "mv",
        "mm",
        "ol",
        "jr",
        "sr",
        "inc",
        "ltd",
        "co",
        "corp",
        "st",
        "kl",
        "nr",
        "no",
        "ca",
        "mill",
        "mrd",
        "dr",
        "mr",
        "mrs",
        "ms",
        "vs",
        "bl",
    }
)
# How often a word may follow itself, and four words be said, before it can be a loop.
_REPEATS = (4, 3)
# A stammer within a word, or without spaces: up to four characters eight times on end.
_STAMMER = re.compile(r"(\S{1,4}?)\1{7}")
# The two languages differ by a tenth in length and single sentences by half; a word may become a phrase.
_TOO_LONG, _SLACK = 3, 40
_ODD = 20
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_LONGEST_HEADING = 10  # words; what is longer and has no end mark is a careless sentence
_SEVERAL = 3  # lower-case words that are not the same in two languages by chance


@dataclass(frozen=True, slots=True)
class Plan:
    """How a sentence goes to the model: pieces to translate, and what stands around them verbatim.

    Attributes:
        pieces: texts for the model, in order; () if there is nothing to translate.
        around: what stands before, between and after the pieces, one more than there are pieces.
        capitals: for each piece whether it was all in capitals and its translation shall be.
        stretches: whether the pieces are stretches of one sentence rather than whole ones.
        stand_ins: the sentence with what stands in the pieces, and around them, for something else.
    """

    pieces: tuple[str, ...]
    around: tuple[str, ...]
    capitals: tuple[bool, ...]
    stretches: bool
    stand_ins: StandIns

    def join(self, translations: Sequence[str]) -> str:
        """The sentence in the target language, from one translation for each piece; what stands in is still there.

        Raises:
            ValueError: there are more or fewer translations than pieces.
        """
        pieces = zip(self.pieces, translations, self.capitals, self.around[1:], strict=True)
        return self.around[0] + "".join(self._mended(p, t.strip(), c) + after for p, t, c, after in pieces)

    def _mended(self, piece: str, translation: str, capitals: bool) -> str:
        if self.stretches:
            translation = _without_added_stop(piece, in_the_middle(piece, translation))
        return in_capitals(translation) if capitals else translation


def plan(sentence: str, unspellable: Sequence[Span] = ()) -> Plan:
    """The usual way: the whole sentence is one piece, but for white space, a leading dash and symbols.

    A line break, a tab or three spaces divide it, being layout, and so does a long run, which no model could read.
    What has no words stays out, and so does a text of addresses and names only. Text all in capitals becomes a
    sentence in lower case.

    Args:
        sentence: any.
        unspellable: stretches that the model cannot spell, in order: words stand in for them.
    """
    stand_ins = StandIns.of(sentence, unspellable)
    text = stand_ins.text
    if runs := long_runs(text):
        return _planned(stand_ins, _with_layout(runs, text), _without_edges, stretches=True)
    return _planned(stand_ins, _with_layout((), text), _without_lead)


def plan_around(sentence: str, unspellable: Sequence[Span] = ()) -> Plan:
    """The way round, when something was lost: protected parts stay out, the text between them is translated.

    A number that is part of a word ("48-åring") is not kept out, for half a word cannot be translated.
    """
    kept = joined([*standing_alone(sentence), *unspellable])
    return _planned(StandIns(sentence, {}), _with_layout(kept, sentence), _without_edges, stretches=True)


def _planned(stand_ins: StandIns, gaps: list[Span], trim: Callable[[str], Span], *, stretches: bool = False) -> Plan:
    pieces, around, capitals, end, sentence = [], [], [], 0, stand_ins.text
    for start, stop in outside(gaps, len(sentence)):
        text = sentence[start:stop]
        first, last = trim(text)
        core = text[first:last]
        if _has_words(core, stretches):
            around.append(sentence[end : start + first])
            end = start + last
            lowered = without_capitals(core)
            pieces.append(lowered or core)
            capitals.append(bool(lowered))
    return Plan(tuple(pieces), (*around, sentence[end:]), tuple(capitals), stretches, stand_ins)


def _with_layout(gaps: Sequence[Span], sentence: str) -> list[Span]:
    """The gaps, and the layout outside them, in order."""
    spaces = (space for stretch in outside(gaps, len(sentence)) for space in _SPACE.finditer(sentence, *stretch))
    return sorted([*gaps, *(space.span() for space in spaces if _is_layout(space[0]))])


def _is_layout(space: str) -> bool:
    return len(space) > 2 or "\t" in space or len(f"{space}|".splitlines()) > 1


def _without_lead(text: str) -> Span:
    match = _LEAD.match(text)
    start = match.end() if match else 0
    return start, max(start, len(text.rstrip()))


def _without_edges(text: str) -> Span:
    before, after = _BEFORE_WORDS.match(text), _AFTER_WORDS.match(text[::-1])
    start, end = before.end() if before else 0, len(text) - (after.end() if after else 0)
    return start, max(start, end)


def _has_words(text: str, single: bool) -> bool:
    """Whether there are words outside names; a single Latin letter is one only if `single`: not "B)", "5 m"."""
    letters = list(islice(filter(str.isalpha, outside_names(text)), 2))
    return len(letters) > 1 or (len(letters) == 1 and (single or not letters[0].isascii()))


def joined_pieces(pieces: Sequence[tuple[str, str]]) -> str:
    """The translation of a sentence that was too long for a model.

    Each piece had been translated as if it were a sentence: within, what follows begins without a capital, and what
    goes on ends as the source does there.

    Args:
        pieces: each with its translation, which is not empty.
    """
    parts: list[str] = []
    for number, (source, target) in enumerate(pieces):
        if number:
            target = in_the_middle(source, target)
        if number < len(pieces) - 1:
            target = _with_seam_of(source, _without_added_stop(source.rstrip(f" {_SEAMS}"), target))
        parts.append(target)
    return " ".join(parts)


def _with_seam_of(source: str, target: str) -> str:
    """Ending in the comma, semicolon or colon that the source ends in."""
    mark, said = source.rstrip()[-1:], target.rstrip()
    return f"{said}{mark}" if mark in tuple(_SEAMS) and said[-1:] not in tuple(f"!?…–—{_SEAMS}") else target


def finish(source: str, target: str, target_language: str) -> str:
    """The last touches on a translation; never to what must survive in it.

    A leading dash is there if the source has one, and only then; quotation marks are those of the language (see
    `quotation_marks`); a capital at the beginning if the source has one; no space before punctuation, no doubled end
    mark and no full stop behind a heading, unless the source has it.

    Args:
        source: the sentence.
        target: its translation, joined.
        target_language: code; quotation marks and spacing of languages other than "nb", "nn", "no" and "en"
            are left as they are.
    """
    result = _with_lead_of(source, target)
    lead = _lead(source), _lead(result)
    result = _edited(result, quotation_edits(source, result, target_language, lead))
    loose = [(*match.span(), "") for match in _LOOSE_MARK.finditer(result)]
    if loose and target_language in _SPACED_LIKE_ENGLISH and not _LOOSE_MARK.search(source):
        result = _edited(result, loose)
    result = _without_doubled_end(source, at_the_beginning(source, result))
    if len(source.split()) <= _LONGEST_HEADING:
        result = _without_added_stop(source, result)
    # None of this aims at a protected part; should it hit one all the same, the part is worth more.
    return target if result != target and lost(target, result) else result


def _edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with all changes made that do not overlap one before them."""
    parts, end = [], 0
    for first, last, string in sorted(edits):
        if first >= end:
            parts += [text[end:first], string]
            end = last
    return "".join(parts) + text[end:]


def _lead(text: str) -> int:
    match = _LEAD.match(text)
    return match.end() if match else 0


def _with_lead_of(source: str, target: str) -> str:
    dash, begin = source[: _lead(source)], _lead(target)
    has = bool(target[:begin].strip())
    if not dash.strip():
        return target[begin:] if has and target[begin:] else target
    if not has:
        return dash + target[begin:] if target[begin:] else target
    rest = target[begin:]
    return target[:begin] + rest[_lead(rest) :] if rest[_lead(rest) :] else target


def _tail(text: str) -> str:
    """The end marks, closing brackets and quotation marks, and white space that a text ends with."""
    return text[len(text.rstrip(_STOPS + _CLOSERS + " \t\n\u00a0")) :]


def _without_doubled_end(source: str, target: str) -> str:
    """With one end mark where the model has set two, such as ".." or "?." or "." on both sides of a quotation mark."""
    tail, model = _tail(target), _tail(source)
    mended = _DOUBLED.sub(lambda match: match[0] if match[0] in model else _one_mark(match, model), tail)
    if _BOTH_SIDES.search(mended) and not _BOTH_SIDES.search(model):
        mended = _BOTH_SIDES.sub(r"\1\2", mended)
    return target[: len(target) - len(tail)] + mended


def _one_mark(match: re.Match[str], model: str) -> str:
    """Of two end marks the one that the source has, else the one that is no full stop."""
    return next((mark for mark in match[0] if mark in model), match[1] or match[2] or ".")


def _without_added_stop(source: str, target: str) -> str:
    """Without the full stop that the model ends every answer with, unless an abbreviation has it."""
    words = target.rstrip()
    added = words.endswith(".") and not words.endswith("..") and not set(_tail(source)) & set(_STOPS)
    last = words[:-1].split()[-1:]
    if not added or not last or "." in last[0] or last[0].lower() in _ABBREVIATIONS:
        return target
    return words[:-1] + target[len(words) :]


@cached_if_short(1024)  # asked when a draft is judged, and again for the warnings
def looping(source: str, target: str) -> bool:
    """Whether the model went round in circles: repeats that the source does not have, or far too much text."""
    source, target = _outside_runs(source), _outside_runs(target)
    if _length(target) > _SLACK + _TOO_LONG * _length(source):
        return True
    theirs = _repeats(target)
    if any(there >= least for there, least in zip(theirs, _REPEATS, strict=True)):
        ours = _repeats(source)
        if any(there > here + 1 and there >= least for there, here, least in zip(theirs, ours, _REPEATS, strict=True)):
            return True
    return bool(_STAMMER.search(target)) and not _STAMMER.search(source)


def _repeats(text: str) -> tuple[int, int]:
    """How often a word follows itself, and how often the same four words are said, at most."""
    words = _TOKEN.findall(text.lower())
    run = longest = min(len(words), 1)
    for before, word in pairwise(words):
        run = run + 1 if word == before else 1
        longest = max(longest, run)
    fours = Counter(zip(words, words[1:], words[2:], words[3:], strict=False))
    return longest, max(fours.values(), default=0)


def _length(text: str) -> int:
    """Code points, an ideograph or kana counting for three: about the letters that say the same."""
    return len(text) + 2 * len(_DENSE.findall(text))


def warnings(source: str, target: str) -> tuple[str, ...]:
    """What looks wrong with a translation.

    Returns:
        "number": a number was lost or came new; "repetition": see `looping`; "length": much shorter or longer;
        "untranslated": the same as the source, though that has several lower-case words.
    """
    here, there = _length(_outside_runs(source)), _length(_outside_runs(target))
    checks = {
        "number": bool(lost_numbers(source, target) or lost_numbers(target, source)),
        "repetition": looping(source, target),
        "length": there > 2 * here + _ODD or here > 2 * there + _ODD,
        "untranslated": source.split() == target.split() and _lower_words(source) >= _SEVERAL,
    }
    return tuple(code for code, found in checks.items() if found)


def _outside_runs(text: str) -> str:
    """The text without its long runs, which are the same in both and would hide what is wrong around them."""
    runs = long_runs(text)
    return " ".join(text[start:end] for start, end in outside(runs, len(text))) if runs else text


def _lower_words(text: str) -> int:
    return sum(word.islower() and len(word) > 1 for word in _TOKEN.findall(outside_names(text)))

"""Pre-processing: what of a sentence goes to the model, and what stays out.

Models are trained on plain sentences: they drop leading dashes, garble addresses and do not know text in capitals.
`plan` divides a sentence accordingly. It is a pure function on strings and takes time linear in the text.
"""

from collections.abc import Callable, Sequence
from itertools import islice

from reader import late_re as re
from reader.late_dataclasses import dataclass
from reader.processing.casing import in_capitals, without_capitals, without_initial_capital
from reader.processing.nontranslatables import outside_names
from reader.processing.placeholders import Placeholders
from reader.processing.punctuation import lead, without_added_stop
from reader.processing.splices import Replacement
from reader.processing.token import Token
from reader.text import Span, long_runs, stretches_outside

_SPACE = re.compile(r"\s+")
# What may be at the edges of a stretch between long runs; of straight quotation marks, those next to a space.
_BEFORE_WORDS = re.compile(r"(?:[\s,.;:!?…–—)\]}»”’%°/-]|[\"'](?=\s))*")
_AFTER_WORDS = re.compile(r"(?:[\s,.;:!?…–—(\[{«“„‘$€£§/-]|[\"'](?=\s))*")  # on the text reversed


@dataclass(frozen=True, slots=True)
class Plan:
    """How a sentence is divided: pieces for the model, and the text around them, which is copied.

    Attributes:
        pieces: texts for the model, in order; () if there is nothing to translate.
        around: the text before, between and after the pieces; one more than there are pieces.
        capitals: for each piece whether it was in all capitals, as its translation is to be.
        stretches: whether the pieces are stretches of a sentence rather than whole sentences.
        placeholders: the sentence with its placeholders.
    """

    pieces: tuple[str, ...]
    around: tuple[str, ...]
    capitals: tuple[bool, ...]
    stretches: bool
    placeholders: Placeholders

    def join(self, translations: Sequence[str]) -> str:
        """The sentence in the target language, from one translation for each piece; placeholders stay in it.

        Raises:
            ValueError: there are more or fewer translations than pieces.
        """
        pieces = zip(self.pieces, translations, self.capitals, self.around[1:], strict=True)
        return self.around[0] + "".join(self._repaired(p, t.strip(), c) + after for p, t, c, after in pieces)

    def _repaired(self, piece: str, translation: str, capitals: bool) -> str:
        if self.stretches:
            translation = without_added_stop(piece, without_initial_capital(piece, translation))
        return in_capitals(translation) if capitals else translation


def plan(sentence: str, tokens: Sequence[Token] = (), written_out: Sequence[Replacement] = ()) -> Plan:
    """The plan: the sentence is one piece, without surrounding white space and a leading dash or bullet.

    Layout (a line break, a tab, three spaces) and long runs, which no model can read, divide it. Pieces without words,
    such as symbols, addresses and names, stay out. A piece in all capitals becomes a sentence in lower case.

    Args:
        sentence: any text.
        tokens: what of it is no language, in order; placeholders replace them.
        written_out: what else the model gets in other words, in order (see `writing_out`).
    """
    placeholders = Placeholders.of(sentence, tokens, written_out)
    text = placeholders.text
    if runs := long_runs(text):
        return _planned(placeholders, _with_layout(runs, text), _without_edges, stretches=True)
    return _planned(placeholders, _with_layout((), text), _without_lead)


def _planned(
    placeholders: Placeholders, gaps: list[Span], trim: Callable[[str], Span], *, stretches: bool = False
) -> Plan:
    pieces, around, capitals, end, sentence = [], [], [], 0, placeholders.text
    for start, stop in stretches_outside(gaps, len(sentence)):
        text = sentence[start:stop]
        first, last = placeholders.inside(text, *trim(text))
        core = text[first:last]
        if _has_words(placeholders.outside(core), stretches):
            around.append(sentence[end : start + first])
            end = start + last
            lowered = without_capitals(core)
            pieces.append(lowered or core)
            capitals.append(bool(lowered))
    return Plan(tuple(pieces), (*around, sentence[end:]), tuple(capitals), stretches, placeholders)


def _with_layout(gaps: Sequence[Span], sentence: str) -> list[Span]:
    """The gaps, and the layout outside them, in order."""
    spaces = (
        space for stretch in stretches_outside(gaps, len(sentence)) for space in _SPACE.finditer(sentence, *stretch)
    )
    return sorted([*gaps, *(space.span() for space in spaces if _is_layout(space[0]))])


def _is_layout(space: str) -> bool:
    return len(space) > 2 or "\t" in space or len(f"{space}|".splitlines()) > 1


def _without_lead(text: str) -> Span:
    start = lead(text)
    return start, max(start, len(text.rstrip()))


def _without_edges(text: str) -> Span:
    before, after = _BEFORE_WORDS.match(text), _AFTER_WORDS.match(text[::-1])
    start, end = before.end() if before else 0, len(text) - (after.end() if after else 0)
    return start, max(start, end)


def _has_words(text: str, single: bool) -> bool:
    """Whether there are words outside names; a single Latin letter is one only if `single`: not "B)", "5 m"."""
    letters = list(islice(filter(str.isalpha, outside_names(text)), 2))
    return len(letters) > 1 or (len(letters) == 1 and (single or not letters[0].isascii()))

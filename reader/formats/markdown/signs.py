"""Signs of emphasis around words: where they would be taken for text they are left out."""

import unicodedata
from collections.abc import Callable, Sequence

from reader import late_re as re
from reader.formats.markdown.wrapping import LINE_END, SPACE
from reader.late_dataclasses import dataclass

SIGNS = re.compile(r"\*+|_+|~~")


@dataclass(slots=True)
class Part:
    """What is written in one piece; of mark-up the number of its pair, and whether it is the beginning."""

    source: str
    pair: int = -1
    opens: bool = False


def without_misplaced(parts: Sequence[Part]) -> list[Part | None]:
    """The parts, with None in the place of signs that Markdown would take for text where they are."""
    found: list[Part | None] = list(parts)
    opened: dict[int, int] = {}
    for index, part in enumerate(parts):
        if part.pair < 0 or not SIGNS.fullmatch(part.source):
            continue
        if part.opens:
            opened[part.pair] = index
            continue
        first = opened[part.pair]
        if _may_be(found, first, index, part.source):
            continue
        if part.source[0] == "_" and _may_be(found, first, index, "*" * len(part.source)):
            found[first] = Part("*" * len(part.source), part.pair, opens=True)
            found[index] = Part("*" * len(part.source), part.pair)
        else:
            found[first] = found[index] = None
    return found


def _may_be(parts: Sequence[Part | None], first: int, last: int, signs: str) -> bool:
    """Whether signs in two places are read as mark-up."""
    opens, closes = _flanks(parts, first, signs), _flanks(parts, last, signs)
    if signs[0] != "_":
        return opens[0] and closes[1]
    (a, b, before, _), (c, d, _, behind) = opens, closes
    return a and (not b or _is_sign(before)) and d and (not c or _is_sign(behind))


def _flanks(parts: Sequence[Part | None], index: int, signs: str) -> tuple[bool, bool, str, str]:
    """Whether signs may open, and close, by the letters before and behind them, and these."""
    before = _beside(parts, range(index - 1, -1, -1), signs, lambda text: text[-1])
    behind = _beside(parts, range(index + 1, len(parts)), signs, lambda text: text[0])
    space, sign = (_is_space(before), _is_space(behind)), (_is_sign(before), _is_sign(behind))
    left = not space[1] and (not sign[1] or space[0] or sign[0])
    right = not space[0] and (not sign[0] or space[1] or sign[1])
    return left, right, before, behind


def _beside(parts: Sequence[Part | None], places: range, signs: str, letter: Callable[[str], str]) -> str:
    for place in places:
        part = parts[place]
        if part is not None and part.source and not (part.pair >= 0 and not part.source.strip(signs[0])):
            return letter(part.source)
    return " "


def _is_space(letter: str) -> bool:
    return letter.isspace() or letter in (SPACE, LINE_END)


def _is_sign(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PS"

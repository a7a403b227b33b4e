"""Words and signs that a model's vocabulary cannot spell: other scripts, emoji, rare letters, super- and subscripts.

A model gets them as bytes, or as tokens that it saw too seldom to learn, and outputs rubbish; so placeholders replace
them (see `reader.processing.placeholders`).
"""

from collections.abc import Callable
from unicodedata import normalize

from reader import late_re as re
from reader.text import Span, signed_spans, stretches_outside

# Scripts that put no spaces between words: each of their characters is a word.
_CLOSE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_RAISED = "\u00b2\u00b3\u00b9\u2070-\u209f"
# A key cap; superscripts or subscripts with what they belong to (m², CO₂, 10⁻³); such figures alone; a character of
# a script without spaces; a word with its combining marks and invisible characters; or a sign with its modifiers:
# joiners, variants, skin tones.
_UNIT = re.compile(
    rf"[0-9#*]\ufe0f?\u20e3|\b(?:[A-Z][A-Za-z]?|[0-9]+|[cdkmnµ]?[mgs]|mc)[{_RAISED}]+[A-Za-z]?\b|[{_RAISED}]+|[{_CLOSE}]"
    rf"|[^\W{_CLOSE}{_RAISED}](?:(?![{_RAISED}])[\w\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff])*"
    r"|[^\w\s](?:[\u200d\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]+[^\w\s]?)*"
)
_WORD = re.compile(r"\w")
# White space between stretches that belong together; anything else is layout.
_SPACE = re.compile(r"[^\S\n\t]{0,2}")


def unspellable(text: str, is_spelt: Callable[[str], bool]) -> list[Span]:
    """The stretches of `text` that are verbatim or have characters that cannot be spelt, of whole words, in order.

    The latter are merged if only a space or punctuation is between them. Spans are in code points; linear in the text.

    Args:
        text: any text.
        is_spelt: whether the model can spell a character; called once for each, and for letters composed with marks.
    """
    signed = signed_spans(text)
    if not signed:
        return _unspellable(text, is_spelt)
    stretches = stretches_outside(signed, len(text))
    found = [(a + start, b + start) for start, end in stretches for a, b in _unspellable(text[start:end], is_spelt)]
    return sorted([*signed, *found])


def _unspellable(text: str, is_spelt: Callable[[str], bool]) -> list[Span]:
    bad = {character for character in set(text) if not is_spelt(character)}
    found: list[Span] = []
    if not bad:
        return found
    for unit in _UNIT.finditer(text):
        if bad.isdisjoint(unit[0]) or all(map(is_spelt, normalize("NFC", unit[0]))):
            continue
        start = unit.start()
        if found and _is_close(text, found[-1][1], start):
            start = found.pop()[0]
        found.append((start, unit.end()))
    return found


def _is_close(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return not _WORD.search(between) and all(map(_SPACE.fullmatch, re.split(r"\S+", between)))

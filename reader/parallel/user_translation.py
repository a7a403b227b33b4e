"""What the user writes as the translation of a sentence, made fit to stand in a paragraph."""

import re

from reader.parallel.hypothesis import Hypothesis
from reader.parallel.rows import Link
from reader.processing import warnings

# What a text field may make of a line break, besides "\n".
_LINE_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def user_edit(sentence: str, text: str, links: tuple[Link, ...] = ()) -> Hypothesis:
    """The user's own translation of a sentence.

    Args:
        sentence: the sentence in the source language.
        text: its translation. White space around it is dropped, for what stands between the sentences of a paragraph
            is that of the source. "" says that the sentence is left out on purpose, its content being in that of a
            neighbour: it stays so, without a warning. (Who wants the machine translation back takes the edit back.)
        links: between words, in code points into `sentence` and `text`.
    """
    text = _LINE_BREAK.sub("\n", text)
    kept = text.strip()
    if kept != text:
        start = len(text) - len(text.lstrip())
        links = tuple((s0, s1, t0 - start, t1 - start, w) for s0, s1, t0, t1, w in links)
    return Hypothesis(kept, 0.0, links, warnings(sentence, kept) if kept else (), edited=True)

"""Damaged files, with changes of any kind written back, end in a file that is read again or in one sentence."""

from random import Random

import pytest

from reader.errors import DocumentError
from reader.formats.families import parse_family, rewrite_family
from reader.formats.finishing import clean
from reader.formats.rewriting.changes import Change, Rewriting, SentenceChange
from reader.text import MarkKind, Paragraph, word_spans
from tests.reader.formats.fuzzing import WHOLE, damaged

_TRIES = 20
# What a translation may have that a format cannot have, or means something else by.
_PIECES = (
    *("", "\0", "\x01\x0b\x1f", "\ud800", "\ufffe\uffff", "\n\n", "\r\n", "\t", "\u2028\x85", "e\u0301", "\u202e"),
    *("<b>", "</p>", "&amp;&#0;", "]]>", "-->", "\ufffc", "[1]", "\U0001f600", "x" * 300),
)


@pytest.mark.parametrize("family", sorted(WHOLE))
def test_a_damaged_file_is_written_back_or_ends_in_a_sentence(family: str) -> None:
    whole, chance = WHOLE[family](), Random(7)
    written = 0
    for number in range(_TRIES):
        data = damaged(whole, chance) if number % 3 else whole
        try:
            paragraphs = _paragraphs(family, data)
        except DocumentError:
            continue
        changes = [_changed(row, paragraph, chance) for row, paragraph in enumerate(paragraphs)]
        texts = [paragraph.text for paragraph in paragraphs]
        rewriting = Rewriting(texts, changes, chance.random() < 0.5, "en")
        _paragraphs(family, rewrite_family(family, data, "fil", rewriting).data)
        written += 1
    assert written > _TRIES / 4


def _paragraphs(family: str, data: bytes) -> list[Paragraph]:
    return list(map(clean, parse_family(family, data, "fil").paragraphs))


def _changed(row: int, paragraph: Paragraph, chance: Random) -> Change:
    """A paragraph with pieces in some places, and links between any of its words."""
    old = new = paragraph.text
    for _ in range(chance.randint(0, 3)):
        start = chance.randint(0, len(new))
        new = new[:start] + chance.choice(_PIECES) + new[start + chance.randint(0, 5) :]
    words = word_spans(new)
    links = tuple((*span, *chance.choice(words), chance.random()) for span in word_spans(old)) if words else ()
    marks = tuple(m for m in paragraph.marks if m.end <= len(new) and m.kind is not MarkKind.ORIGIN)
    return Change(row, new, (SentenceChange((0, len(old)), (0, len(new)), links),), marks)

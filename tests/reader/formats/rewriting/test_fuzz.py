"""Damaged files, with changes of any kind written back, end in a file that is read again or in one sentence."""

from contextlib import suppress
from random import Random

import pytest

from reader.errors import DocumentError, NoTextError
from reader.formats.families import rewrite_family
from reader.formats.rewriting.files import WRITTEN_BACK
from tests.reader.formats.fuzzing import TEXTS, WHOLE, damaged, found_in, hostile

_TRIES = 20


@pytest.mark.parametrize("family", sorted({**WHOLE, **TEXTS}.keys() & WRITTEN_BACK.keys()))
def test_a_damaged_file_is_written_back_or_ends_in_a_sentence(family: str) -> None:
    whole, chance = {**WHOLE, **TEXTS}[family](), Random(7)
    written = 0
    for number in range(_TRIES):
        data = damaged(whole, chance) if number % 3 else whole
        try:
            format_, paragraphs = found_in(family, data)
        except DocumentError:
            continue
        anew = rewrite_family(format_, data, "fil", hostile(paragraphs, chance)).data
        with suppress(NoTextError):  # the changes took all of it
            found_in(format_, anew)
        written += 1
    assert written > _TRIES / 4

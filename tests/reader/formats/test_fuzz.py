"""Damaged files of every family end in a document or in one sentence; `tests.benchmarks.fuzz` goes on for longer."""

from random import Random

import pytest

from reader.errors import DocumentError
from reader.formats.families import parse_family
from reader.formats.finishing import clean
from reader.text import Document
from tests.reader.formats.fuzzing import WHOLE, damaged

_TRIES = 40


@pytest.mark.parametrize("family", sorted(WHOLE))
def test_a_damaged_file_ends_in_a_document_or_in_a_sentence(family: str) -> None:
    whole, chance = WHOLE[family](), Random(7)
    read, sentences = 0, list[str]()
    for _ in range(_TRIES):
        try:
            parsed = parse_family(family, damaged(whole, chance), "fil")
        except DocumentError as error:
            sentences.append(str(error))
            continue
        read += 1
        paragraphs = tuple(map(clean, parsed.paragraphs))
        document = Document("", paragraphs, None, "nb", certain=True, figures=parsed.figures, targets=parsed.targets)
        assert all(0 <= row < max(len(paragraphs), 1) for row in document.targets.values())
        for paragraph in paragraphs:
            assert all(0 <= mark.start <= mark.end <= len(paragraph.text) for mark in paragraph.marks)
        assert {mark.href for p in paragraphs for mark in p.marks if mark.kind == "note"} <= {
            f"#note:{number}" for number in range(len(document.notes))
        }
    assert all(each.startswith("“fil” ") and each.endswith(".") for each in sentences)
    assert read  # few: one wrong letter, and it is no longer XML

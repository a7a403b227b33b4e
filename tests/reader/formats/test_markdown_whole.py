"""Nothing is eaten: every letter and digit that an independent renderer shows is in the document once, in order."""

from pathlib import Path

import pytest
from hypothesis import given

from reader.formats.markdown import parse_markdown
from reader.paths import SEEDS
from tests.markdown_texts import markdown_texts, read, rendered
from tests.source_tree import ROOT

DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted(SEEDS.iterdir())]


@given(markdown_texts())
def test_every_letter_of_a_generated_document_is_read(text: str) -> None:
    assert read(parse_markdown(text)) == rendered(text)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_letter_of_a_real_document_is_read(path: Path) -> None:
    text = path.read_text("utf-8")
    assert read(parse_markdown(text)) == rendered(text)

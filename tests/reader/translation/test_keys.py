"""The sentences under which the memory keeps the translations of the bundled documents never change.

A changed key loses the user's edits without an error.
"""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from reader import read_document
from reader.paths import SEEDS
from reader.translation.sentences import sentences_to_translate

RECORDED = json.loads((Path(__file__).parents[2] / "data" / "memory-keys.json").read_text("utf-8"))


@pytest.mark.parametrize("name", sorted(RECORDED))
@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_recorded_keys_of_the_bundled_documents_stay(name: str, language: str) -> None:
    paragraphs = read_document(SEEDS / name).paragraphs
    keys = [key for paragraph in paragraphs for key in sentences_to_translate(paragraph, language)]
    assert {"keys": len(keys), "sha256": sha256("\0".join(keys).encode()).hexdigest()} == RECORDED[name]


def test_every_bundled_document_is_recorded() -> None:
    assert sorted(RECORDED) == sorted(path.name for path in SEEDS.glob("*.txt"))

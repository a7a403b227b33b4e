"""The starter pair is an ordinary pair of Argos packages."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reader.engine import Engine
from reader.packages import find_packages
from reader.packages.beam_search import USUAL
from reader.text import split_sentences
from tests.shipped_packages import PACKAGES

FOLDERS = sorted(PACKAGES.iterdir())
pytestmark = pytest.mark.usefixtures("shipped_pair")
SENTENCES = {"nb": "Dette er en katt. Hun bor i Oslo.", "en": "This is a cat. She lives in Oslo."}


class OwnSentencizer:
    """Our sentence splitter; Argos' own would download a model."""

    def __init__(self, language: str) -> None:
        self.language = language

    def split_sentences(self, text: str) -> list[str]:
        return [text[start:end] for start, end in split_sentences(text, self.language)]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
# Argos Translate's imports emit warnings.
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning", "ignore::FutureWarning")
def test_argostranslate_itself_loads_and_runs_it(folder: Path) -> None:
    import ctranslate2
    from argostranslate.package import Package
    from argostranslate.translate import apply_packaged_translation

    package = Package(folder)
    text = SENTENCES[package.from_code]
    model = ctranslate2.Translator(str(folder / "model"))
    [best, *_] = apply_packaged_translation(package, text, model, OwnSentencizer(package.from_code), 1)
    chosen = find_packages().choose(package.from_code, package.to_code)
    # Argos Translate uses the same settings for all packages.
    ours = Engine(replace(chosen, beam_search=USUAL)).translate(OwnSentencizer(package.from_code).split_sentences(text))
    assert best.value.split() == " ".join(answer.text for answer in ours).split()


def test_the_pair_is_smaller_than_52_mb() -> None:
    size = sum(file.stat().st_size for folder in FOLDERS for file in folder.rglob("*") if file.is_file())
    assert size < 52_000_000


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_it_has_the_layout_of_an_argos_package_and_says_what_it_is_made_of(folder: Path) -> None:
    files = {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}
    model = {"model/config.json", "model/model.bin", "model/shared_vocabulary.json"}
    assert files == {"README.md", "metadata.json", "sentencepiece.model"} | model
    readme = (folder / "README.md").read_text("utf-8")
    for word in ("Licence of the weights", "Text: ", "BLEU", "chrF", "much better"):
        assert word in readme


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_starter_package_has_its_licence_and_sources_beside_it(folder: Path) -> None:
    metadata = json.loads((folder / "metadata.json").read_text("utf-8"))
    assert folder.name.startswith(f"translate-{metadata['from_code']}_{metadata['to_code']}")
    assert "Licence of the weights" in (folder / "README.md").read_text("utf-8")

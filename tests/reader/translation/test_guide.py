"""The guide that comes with the program, and its translation, which comes with it too."""

import shutil
from pathlib import Path

import pytest

from reader.engine import Engines
from reader.formats import read_document
from reader.memory import Memory
from reader.packages import LanguagePackage, Packages
from reader.parallel import ParallelText, State, user_edit
from reader.processing import warnings
from reader.text import Document
from reader.translation import Pipeline, given_sentences, guide_file, leaving, recall

DIRECTIONS = [("nb", "en"), ("en", "nb")]
INSTALLED = Packages(tuple(LanguagePackage(Path(f"{a}_{b}"), a, b, "1.0", starter=False) for a, b in DIRECTIONS))


def guide_in(language: str) -> Document:
    return read_document(guide_file(language))


def recalled(document: Document, source: str, target: str, memory: Memory) -> ParallelText:
    """The document with what can be shown of its translation without a model."""
    text = ParallelText.untranslated(document, source, target)
    given = given_sentences(document, source, target)
    for event in recall(text.rows, source, memory, "package", target, leave=leaving(text), given=given):
        text.apply(event)
    return text


@pytest.mark.parametrize(("source", "target"), DIRECTIONS)
def test_the_guide_is_in_its_language_for_sure(source: str, target: str) -> None:
    document = guide_in(source)
    assert (document.language, document.certain) == (source, True)


@pytest.mark.parametrize(("source", "target"), DIRECTIONS)
def test_the_translation_of_the_guide_is_the_guide_in_the_other_language(source: str, target: str) -> None:
    text, other = recalled(guide_in(source), source, target, Memory(None)), guide_in(target)
    assert [row.target for row in text.rows] == [paragraph.text for paragraph in other.paragraphs]
    assert [row.source.kind for row in text.rows] == [paragraph.kind for paragraph in other.paragraphs]
    assert [row.marks for row in text.rows] == [paragraph.marks for paragraph in other.paragraphs]
    assert {row.state for row in text.rows} == {State.DONE}


@pytest.mark.parametrize(("source", "target"), DIRECTIONS)
def test_each_sentence_of_the_guide_is_beside_its_translation(source: str, target: str) -> None:
    text, back = (recalled(guide_in(a), a, b, Memory(None)) for a, b in ((source, target), (target, source)))
    for row, other in zip(text.rows, back.rows, strict=True):
        pairs = [(pair.source, pair.target) for pair in row.sentences]
        assert pairs == [(pair.target, pair.source) for pair in other.sentences], row.source.text


@pytest.mark.parametrize(("source", "target"), DIRECTIONS)
def test_nothing_looks_wrong_in_the_guide_and_nothing_is_called_edited(source: str, target: str) -> None:
    document = guide_in(source)
    for sentence, given in given_sentences(document, source, target).items():
        assert not warnings(sentence, given.text)
    pairs = [pair for row in recalled(document, source, target, Memory(None)).rows for pair in row.sentences]
    assert not any(pair.edited or pair.linked for pair in pairs)


def test_a_sentence_of_the_guide_that_the_user_has_edited_stays_edited(tmp_path: Path) -> None:
    memory, sentence = Memory(tmp_path / "memory.sqlite"), "Alt skjer på din egen maskin."
    memory.keep_edits("nb", "en", {sentence: user_edit(sentence, "It all happens here.")})
    text = recalled(guide_in("nb"), "nb", "en", memory)
    assert any(row.target.endswith("other language. It all happens here.") for row in text.rows)
    memory.close()


def test_the_pipeline_needs_no_model_for_the_guide_and_stores_nothing_of_it(tmp_path: Path) -> None:
    class NoEngines(Engines):
        def load(self, *_: object) -> None:  # type: ignore[override]
            raise AssertionError("a model is loaded")

        def for_links(self, *_: object) -> None:
            return None

    memory = Memory(tmp_path / "memory.sqlite")
    text = ParallelText.untranslated(guide_in("nb"), "nb", "en")
    list(Pipeline(INSTALLED, NoEngines(), memory).run(text, links=True))
    assert text.rows[0].target == "Guide to Tospalt"
    assert not text.outstanding()
    assert not (tmp_path / "memory.sqlite").exists()


def test_what_comes_with_the_guide_is_for_no_other_document(tmp_path: Path) -> None:
    copy = tmp_path / guide_file("nb").name
    shutil.copy(guide_file("nb"), copy)
    assert given_sentences(read_document(copy), "nb", "en") == {}
    assert given_sentences(guide_in("nb"), "nb", "de") == {}
    assert given_sentences(guide_in("nb"), "en", "nb") == {}


def test_guides_that_do_not_match_are_translated_like_any_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.translation.guide.GUIDE", tmp_path)
    guide_file("nb").write_text("Dette er en veiledning. Den er kort.\n", "utf-8")
    guide_file("en").write_text("This is a guide.\n", "utf-8")
    assert given_sentences(guide_in("nb"), "nb", "en") == {}
    guide_file("en").write_text("This is a guide. It is short.\n", "utf-8")
    assert [given.text for given in given_sentences(guide_in("nb"), "nb", "en").values()] == [
        "This is a guide.",
        "It is short.",
    ]

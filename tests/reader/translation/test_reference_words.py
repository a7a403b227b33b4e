from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from reader.engine import Engines
from reader.memory import Memory
from reader.packages import find_packages
from reader.parallel import (
    Column,
    ParallelText,
    ReferenceAligned,
    ReferencePair,
    RowTranslated,
    Version,
    VersionLinked,
    translated_row,
)
from reader.text import Document, Paragraph
from reader.translation import Pipeline, awaits_words

pytestmark = pytest.mark.usefixtures("shipped_pair")

SOURCE = "Hun bor i Oslo. Dette er en katt."
HUMAN = "She lives in Oslo. It is a cat."
FIRST, SECOND = ReferencePair((0, 15), (0, 18)), ReferencePair((16, 33), (19, 31))


def text_beside(*pairs: ReferencePair) -> ParallelText:
    document = Document("Tittel", (Paragraph(SOURCE),), None, "nb", certain=True)
    text = ParallelText.untranslated(document, "nb", "en")
    text.apply(RowTranslated(0, translated_row(Paragraph(SOURCE), "Oslo. Cat.", (), ())))
    text.apply(ReferenceAligned(0, HUMAN, pairs))
    return text


def version_of(text: ParallelText) -> Version:
    version = text.rows[0].version(Column.REFERENCE)
    assert version is not None
    return version


def words(version: Version) -> set[tuple[str, str]]:
    links = [link for pair in version.pairs for link in pair.links]
    return {(SOURCE[a:b], version.text[c:d]) for a, b, c, d, _ in links}


@pytest.fixture(scope="module")
def engines() -> Engines:
    return Engines()


def linked(text: ParallelText, engines: Engines, folder: Path) -> Sequence[VersionLinked]:
    with closing(Memory(folder / "memory.sqlite")) as memory:
        return list(Pipeline(find_packages(), engines, memory).link_reference(text, [0]))


def test_words_of_sentences_that_belong_together_are_linked(engines: Engines, tmp_path: Path) -> None:
    text = text_beside(FIRST, SECOND)
    assert awaits_words(text.rows[0])
    [event] = linked(text, engines, tmp_path)
    text.apply(event)
    assert {("Oslo", "Oslo"), ("katt", "cat")} <= words(version_of(text))
    assert not awaits_words(text.rows[0])
    assert linked(text, engines, tmp_path) == []
    assert text.rows[0].reference_pairs == (FIRST, SECOND)


def test_nothing_is_linked_where_it_is_not_sure_that_sentences_belong_together(
    engines: Engines, tmp_path: Path
) -> None:
    text = text_beside(FIRST._replace(certain=False), SECOND)
    [event] = linked(text, engines, tmp_path)
    text.apply(event)
    assert ("katt", "cat") in words(version_of(text)) and ("Oslo", "Oslo") not in words(version_of(text))
    assert linked(text_beside(FIRST._replace(certain=False)), engines, tmp_path) == []


def test_links_of_sentences_that_have_been_moved_meanwhile_are_dropped(engines: Engines, tmp_path: Path) -> None:
    text = text_beside(FIRST, SECOND)
    [event] = linked(text, engines, tmp_path)
    text.apply(ReferenceAligned(0, HUMAN, (ReferencePair((0, 33), (0, 31)),)))
    text.apply(event)
    assert len(version_of(text).pairs) == 1 and words(version_of(text)) == set()
    text.apply(ReferenceAligned(0, "Noe annet.", (FIRST._replace(target=(0, 10)),)))
    text.apply(event)
    assert version_of(text).text == "Noe annet."

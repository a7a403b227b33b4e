"""A document translated with several packages: what each makes of a sentence, and where they differ."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.engine import Engines
from reader.errors import CancelledError, NoPackageError, PackageError
from reader.formats import read_text
from reader.packages import Packages
from reader.text import Document, Given, GivenSegment
from reader.translation import Advance, Comparison, compare, package_called, title_of
from tests.compared import both_packages, installed

LANGUAGES = ("nb", "en")
TEXT = "# Huset\n\nDette er en katt. Hunden bjeffet hver gang postmannen kom.\n\n```\nkode\n```\n"


def compared(document: Document) -> Comparison:
    *steps, last = compare(document, LANGUAGES, both_packages(), Engines())
    assert steps and all(isinstance(step, Advance) for step in steps) and isinstance(last, Comparison)
    return last


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compared(read_text(TEXT, markdown=True))


def test_every_sentence_that_is_translated_is_there_once_with_a_translation_by_each(comparison: Comparison) -> None:
    assert [each.source for each in comparison.sentences] == [
        *("Huset", "Dette er en katt.", "Hunden bjeffet hver gang postmannen kom."),
    ]
    assert [(each.row, each.span) for each in comparison.sentences] == [(0, (0, 5)), (1, (0, 17)), (1, (18, 58))]
    assert all(len(each.translations) == 2 and all(t.text for t in each.translations) for each in comparison.sentences)
    assert comparison.numbers == (None, 1, None) and comparison.packages == both_packages()


def test_words_that_differ_are_told_and_none_where_both_say_the_same(comparison: Comparison) -> None:
    for sentence in comparison.sentences:
        one, other = sentence.translations
        assert sentence.same == (one.text == other.text) == (not one.differs and not other.differs)
        assert (other.similarity == 1) == sentence.same and one.similarity == 1
        rest = ["".join(t.text[i] for i in range(len(t.text)) if not _in(t.differs, i)).split() for t in (one, other)]
        assert [word.casefold() for word in rest[0]] == [word.casefold() for word in rest[1]]
    assert not all(each.same for each in comparison.sentences)


def _in(spans: tuple[tuple[int, int], ...], place: int) -> bool:
    return any(start <= place < end for start, end in spans)


def test_a_translation_that_comes_with_a_document_is_no_packages(comparison: Comparison) -> None:
    document = read_text(TEXT, markdown=True)
    given = replace(document, given=Given("en", (GivenSegment(0, (0, 5), "Given"),)), path=Path("/x.xlf"))
    found = compared(given)
    assert found.sentences == comparison.sentences and found.document is given


def test_it_can_be_cancelled() -> None:
    with pytest.raises(CancelledError):
        list(compare(read_text(TEXT), LANGUAGES, both_packages(), Engines(), cancelled=lambda: True))


def test_a_package_is_called_by_its_version_name_folder_or_as_the_starter() -> None:
    shipped, made = both_packages()
    names = [shipped.version, title_of(shipped), shipped.path.name, str(shipped.path), "starter", "STARTER"]
    assert {package_called(name, installed(), LANGUAGES) for name in names} == {shipped}
    assert package_called(f"translate-nb_en-{made.version}", installed(), LANGUAGES) == made


def test_a_package_that_is_not_there_is_told_with_those_that_are() -> None:
    shipped, made = both_packages()
    both = f"“{title_of(shipped)}”, “{title_of(made)}”"
    with pytest.raises(PackageError, match=rf"is called “9\.9”\. Installed: {both}\.$"):
        package_called("9.9", installed(), LANGUAGES)
    with pytest.raises(PackageError, match=rf"are called “translate-nb_en”\. Say which: {both}\.$"):
        package_called("translate-nb_en", installed(), LANGUAGES)
    with pytest.raises(NoPackageError):
        package_called("starter", installed(), ("nb", "de"))
    with pytest.raises(NoPackageError):
        package_called("starter", Packages(()), LANGUAGES)

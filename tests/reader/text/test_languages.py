"""The names of languages, and their codes."""

import pytest

from reader.text import (
    base_language,
    language_code,
    language_name,
    language_tag,
    looseness,
    other_language,
    own_name,
)
from reader.text.languages import package_language


@pytest.mark.parametrize(
    ("code", "name"),
    [("nb", "Norwegian Bokmål"), ("nn", "Norwegian Nynorsk"), ("en", "English"), ("xx", "xx"), ("", "")],
)
def test_a_language_has_a_name(code: str, name: str) -> None:
    assert language_name(code) == name


@pytest.mark.parametrize(("code", "other"), [("nb", "en"), ("en", "nb"), ("nn", "en"), ("sv", "en"), ("", "en")])
def test_english_goes_to_bokmaal_and_all_else_to_english(code: str, other: str) -> None:
    assert other_language(code) == other


BOKMAAL = ["nb", "nb-NO", "no", "NO-no", "nor", "NOB_NO", " nb ", "NO-BOK", "no-BM", "no_NO_B", "nb_NO.UTF-8"]
NYNORSK = [
    "nn",
    "nn-NO",
    "NNO",
    "NO-NY",
    "no-NYN",
    "no-nyno",
    "no_NO_NY",
    "ny_NO",
    "no_NO@nynorsk",
    "no_NO.UTF-8@nynorsk",
]


@pytest.mark.parametrize("code", NYNORSK)
def test_nynorsk_has_as_many_and_is_not_bokmål(code: str) -> None:
    assert (base_language(code), package_language(code)) == ("nn", "nn")


@pytest.mark.parametrize("code", BOKMAAL)
def test_bokmål_has_many_codes(code: str) -> None:
    assert base_language(code) == "nb"


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("nn-NO", "nn"),
        ("en", "en"),
        ("EN-US", "en"),
        ("en_gb", "en"),
        ("ENG", "en"),
        ("nno", "nn"),
        ("de-AT", "de"),
        ("ny", "ny"),
        ("ny-MW", "ny"),
        ("swe", "sv"),
        ("fra-CA", "fr"),
        ("", ""),
    ],
)
def test_a_code_means_a_language_whatever_its_region(code: str, language: str) -> None:
    assert base_language(code) == language


@pytest.mark.parametrize(
    ("code", "language"),
    [("NO", "nb"), ("nb-NO", "nb"), ("nno", "nn"), (" en-GB ", "en"), ("da_DK", "da"), ("PT-br", "pt-br"), ("x", "x")],
)
def test_what_people_write_is_the_code_of_a_package_which_may_have_a_region(code: str, language: str) -> None:
    assert language_code(code) == language


@pytest.mark.parametrize(
    ("code", "tag", "regional"),
    [
        ("nb", "nb", "nb-NO"),
        ("en", "en", "en-GB"),
        ("xyz", "xyz", "xyz"),
        ("zh-hant", "zh", "zh"),
        ('"><', "und", "und"),
    ],
)
def test_languages_have_tags_that_cannot_be_anything_else(code: str, tag: str, regional: str) -> None:
    assert language_tag(code) == tag
    assert language_tag(code, region=True) == regional


def test_a_language_has_a_name_for_itself() -> None:
    assert [own_name(code) for code in ("nb", "en", "fi", "xx", "")] == [
        "Norsk bokmål",
        "English",
        "Finnish",
        "xx",
        "?",
    ]


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("zh-TW", "zt"),
        ("zh_Hant_HK", "zt"),
        ("zt", "zt"),
        ("zh-CN", "zh"),
        ("ZHO", "zh"),
        ("pt-BR", "pb"),
        ("POR-BR", "pb"),
        ("pt-PT", "pt"),
        ("pb", "pb"),
        ("de-AT", "de"),
        ("NO", "nb"),
    ],
)
def test_regions_that_packages_tell_apart_count(code: str, language: str) -> None:
    assert package_language(code) == language


def test_a_code_names_its_language_more_or_less_exactly() -> None:
    assert sorted(["no-NO", "nb-NO", "no", "nb"], key=looseness) == ["nb", "nb-NO", "no", "no-NO"]
    assert looseness("NO-BOK") < looseness("no")
    assert looseness("en") < looseness("en-GB") == looseness("en-US")

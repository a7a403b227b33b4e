"""The names of languages, and their codes."""

import pytest

from reader.text import base_language, language_code, language_name, language_tag, other_language, own_name


@pytest.mark.parametrize(
    ("code", "name"),
    [("nb", "Norwegian Bokmål"), ("nn", "Norwegian Nynorsk"), ("en", "English"), ("xx", "xx"), ("", "")],
)
def test_a_language_has_a_name(code: str, name: str) -> None:
    assert language_name(code) == name


@pytest.mark.parametrize(("code", "other"), [("nb", "en"), ("en", "nb"), ("nn", "en"), ("sv", "en"), ("", "en")])
def test_english_goes_to_bokmaal_and_all_else_to_english(code: str, other: str) -> None:
    assert other_language(code) == other


@pytest.mark.parametrize("code", ["nb", "nb-NO", "no", "NO-no", "nor", "NOB_NO", " nb "])
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

"""Languages that are named in other ways than by a code."""

import pytest
from hypothesis import given, strategies as st

from reader.text import NAMES, named_language
from reader.text.languages import package_language


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *[("Norwegian", "nb"), ("bokmål", "nb"), ("Norwegian (Bokmål)", "nb"), ("Bokma\u030al, norsk", "nb")],
        *[("nynorsk", "nn"), ("Norwegian Nynorsk", "nn"), ("Norsk (nynorsk)", "nn"), ("Norwegian-NY", "nn")],
        *[("ENGLISH", "en"), ("engelsk", "en"), ("English (United Kingdom)", "en"), ("English_US", "en")],
        *[("Færøysk", ""), ("Føroyskt", ""), ("svenska", "sv"), ("français", "fr"), ("German (Austria)", "de")],
        *[("Portuguese (Brazil)", "pb"), ("Chinese (Traditional)", "zt"), ("Chinese", "zh")],
        *[("0x0414", "nb"), ("1044", "nb"), ("0x0814", "nn"), ("2068", "nn"), ("0x0809", "en"), ("0x409", "en")],
        *[("1033", "en"), ("0x041D", "sv"), ("0xFFFF", ""), ("99999", "")],
        *[("nbNO", "nb"), ("enUS", "en"), ("NNNO", "nn"), ("nnoNO", "nn"), ("noNY", "nn"), ("zhTW", "zt")],
        *[("", ""), ("*all*", ""), ("source", ""), ("Language 1", ""), ("hurra", ""), ("xxYY", "")],
    ],
)
def test_a_name_of_a_language_is_known_in_whatever_way_it_is_written(name: str, code: str) -> None:
    assert named_language(name) == code
    assert named_language(f" {name} ") == code


@pytest.mark.parametrize("code", ["nb", "no-NO", "NO_NY", "nob", "en-GB", "zh-TW", "pt-BR", "xx", "sma-NO"])
def test_a_code_is_what_packages_take_it_for(code: str) -> None:
    assert named_language(code) == package_language(code)


@pytest.mark.parametrize("code", NAMES)
def test_every_language_that_has_a_name_is_known_by_it(code: str) -> None:
    assert named_language(NAMES[code]) == code


@given(st.text(max_size=12))
def test_any_name_is_some_language_or_none(name: str) -> None:
    assert named_language(name) == "" or len(named_language(name)) in (2, 3)

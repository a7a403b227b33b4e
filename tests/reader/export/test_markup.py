"""Text in XML is escaped."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, strategies as st

from reader.export import Markup, element, one_line
from reader.export.addresses import address
from reader.export.markup import clean, joined
from tests.reader.export.parallels import HOSTILE

# Any Python string, even with lone surrogates.
ANYTHING = st.text(st.characters(exclude_categories=()))


@given(ANYTHING)
def test_any_text_can_be_read_back_from_an_element_and_an_attribute(text: str) -> None:
    root = ET.fromstring(element("a", {"b": text}, text, element("c")).encode())
    assert [child.tag for child in root] == ["c"]
    assert (root.text or "") == clean(text)
    assert root.attrib["b"] == clean(text).replace("\n", " ").replace("\t", " ")


@given(ANYTHING)
def test_cleaning_is_done_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain æøå 😀", "plain æøå 😀"),
        ("a\r\nb\rc\u2029d\x85e", "a\nb\nc\nd\ne"),
        ("a\x00b\x1bc\ufeffd\ufffee\U0010ffff", "abcde"),
        ("\ud83d", "\ufffd"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_text_is_cleaned(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_markup_is_kept_and_everything_else_is_escaped() -> None:
    assert joined([Markup("<b/>"), "<b/>"]) == "<b/>&lt;b/&gt;"
    assert element("p", {"id": None, "title": '"'}, "a", element("br")) == '<p title="&quot;">a<br/></p>'


def test_a_caption_is_one_line() -> None:
    assert one_line(" a\r\n\tb\x00 ") == "a b"


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://example.org/å?a=1&b=<2>", "https://example.org/%C3%A5?a=1&b=%3C2%3E"),
        ("mailto:a@b.no", "mailto:a@b.no"),
        ("HTTP://B.no/100%#a#b", "HTTP://B.no/100%25#a%23b"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("//example.org", ""),
        ("http://a b", ""),
        ("http:///x", ""),
        ("http://[bad", ""),
        ("http://x:99999/", ""),
        ("http://x/\x00", ""),
        ("https://x.no/" + "a" * 3000, ""),
        ("#", ""),
    ],
)
def test_only_a_link_that_is_safe_to_follow_is_one(href: str, expected: str) -> None:
    assert address(href) == expected


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_makes_no_address(text: str) -> None:
    assert "<" not in address(text)
    assert address("https://x.no/" + text).isascii()

"""Comments and processing instructions of parts of XML that are written anew."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from lxml import etree

from reader.formats.rewriting.asides import Asides
from reader.formats.xml_parts import parse_xml

_INSIDE = st.recursive(
    st.sampled_from(["ord", "<!-- et -->", "<!--to-->", "<?tre x?>", "<a/>", " "]),
    lambda inner: st.lists(inner, max_size=4).map(lambda parts: f"<b>{''.join(parts)}</b>"),
    max_leaves=8,
)


def _part(text: str) -> Any:
    return parse_xml(f"<!--før--><r>{text}</r><?etter ?>".encode(), "fil", asides=True)


def _written(root: Any) -> str:
    return str(etree.tostring(root.getroottree(), encoding="unicode"))


@settings(max_examples=60)
@given(st.lists(_INSIDE, max_size=6).map("".join))
def test_all_that_was_taken_out_is_put_back_where_it_stood(text: str) -> None:
    root = _part(text)
    before = _written(root)
    asides = Asides(root)
    assert _written(root) == "<!--før-->" + _written(parse_xml(before.encode(), "fil")) + "<?etter ?>"
    asides.put_back()
    assert _written(root) == before


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda p: setattr(p, "text", "word"), "<p>word<b>c<!--2-->d</b>e<!--3-->f<!--1--></p>"),
        (lambda p: setattr(p[0], "tail", ""), "<p>a<!--1-->b<b>c<!--2-->d</b><!--3--></p>"),
        (lambda p: p.remove(p[0]), "<p>a<!--1-->b<!--2--><!--3--></p>"),
        (lambda p: p.getparent().remove(p), "<!--1--><!--2--><!--3-->"),
    ],
    ids=["text", "text behind", "element", "paragraph"],
)
def test_what_has_lost_its_place_stands_at_the_end_of_what_was_around_it(
    change: Callable[[Any], object], expected: str
) -> None:
    root = _part("<p>a<!--1-->b<b>c<!--2-->d</b>e<!--3-->f</p>")
    asides = Asides(root)
    change(root[0])
    asides.put_back()
    assert _written(root) == f"<!--før--><r>{expected}</r><?etter ?>"

"""The text of HTML, as browsers show it; what only looks like HTML is kept."""

import pytest
from hypothesis import given, strategies as st

from reader.formats.html import html_texts


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<div>Hei <b>du</b><br>der</div>etter", ["Hei du", "der", "etter"]),
        ("<p>a &amp; b, &aring;&#229;&#xE5;</p>", ["a & b, ååå"]),
        ("<!-- nei --> ja <!---->så <!-->da", ["ja så da"]),
        ("<!DOCTYPE html><?xml version='1'?><![CDATA[ x > y ]]>ja", ["ja"]),
        ("<p title=\"a > b\" id='c>d'>ja</p>", ["ja"]),
        ("<p don't>It's</p>", ["It's"]),
        ("<script>if (a < b) c = '<p>'</script>ja<STYLE>p {}</STYLE >", ["ja"]),
        ("<template>a<template>b</template>c</template>ja", ["ja"]),
        ("<style/>ja", ["ja"]),
        ("</ p>ja</>", ["ja"]),
    ],
)
def test_text_is_kept_and_markup_is_not(markup: str, expected: list[str]) -> None:
    assert html_texts(markup) == expected


@pytest.mark.parametrize(
    "markup",
    ["a < b <3", "<div <div", "<a b='c", "ja <!-- nei", "<![CDATA[ ja", "<?ja", "&#" + "1" * 5000 + ";", "&ja; & nei"],
)
def test_what_is_not_whole_is_text(markup: str) -> None:
    assert html_texts(markup) == [markup]


def test_what_is_silent_but_never_closed_is_text() -> None:
    assert html_texts("<script>ja") == ["ja"]
    assert html_texts("<script>nei</script>ja<template>og <style>så") == ["jaog så"]


@given(st.lists(st.sampled_from(["<p>", "</p>", "<b", ">", '"', "'", "<!--", "-->", "<script>", "</script>", "ord "])))
def test_any_text_is_read(pieces: list[str]) -> None:
    assert all(text == " ".join(text.split()) != "" for text in html_texts("".join(pieces)))

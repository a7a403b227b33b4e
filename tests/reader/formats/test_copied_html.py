"""HTML as web mail, word processors and editors copy it."""

from html import escape

import pytest
from hypothesis import given, strategies as st

from reader.formats import parse_copied_html
from reader.text import Kind, MarkKind

_WORD_ITEM = (
    "<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level{level} lfo1'><![if !supportLists]>"
    "<span style='mso-list:Ignore'>{marker}<span style='font:7pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span>"
    "<![endif]>{text}<o:p></o:p></p>"
)


def texts(markup: str) -> list[str]:
    return [paragraph.text for paragraph in parse_copied_html(markup).paragraphs]


def marked(markup: str) -> list[tuple[str, set[MarkKind]]]:
    """The stretches of each paragraph that have marks, in order of their text."""
    found: dict[tuple[int, int, int], set[MarkKind]] = {}
    paragraphs = parse_copied_html(markup).paragraphs
    for number, paragraph in enumerate(paragraphs):
        for mark in paragraph.marks:
            found.setdefault((number, mark.start, mark.end), set()).add(mark.kind)
    return [(paragraphs[n].text[start:end], kinds) for (n, start, end), kinds in sorted(found.items())]


@pytest.mark.parametrize("end", ["<body>", "</head>", "</head><body lang=nb>", "</HEAD>\n<BODY>"])
def test_the_title_of_a_window_is_no_text(end: str) -> None:
    assert texts(f"<html><head><meta charset=utf-8><title>Innboks</title>{end}<p>Hei.") == ["Hei."]


@pytest.mark.parametrize("tag", ["<some-origin>", "</some-end>", "<o:p>", "<w:WordDocument>"])
def test_tags_that_nobody_knows_are_no_text(tag: str) -> None:
    assert texts(f"{tag}<p>Hei {tag}du &lt;navn&gt;.") == ["Hei du <navn>."]


def test_a_header_is_text() -> None:
    assert texts("<header>Avisa</header><p>Hei.") == ["Avisa", "Hei."]


@pytest.mark.parametrize("gap", ["<br><br>", "<br/>\n <br />", "<br>&nbsp;<br class='x'><br>", "<BR><BR>"])
def test_an_empty_line_ends_a_paragraph_and_a_line_end_does_not(gap: str) -> None:
    assert texts(f"<div>Hei!<br>Takk sist.{gap}Vi ses.</div>") == ["Hei!\nTakk sist.", "Vi ses."]


def test_paragraphs_that_look_like_items_are_items() -> None:
    items = [(1, "·", "Melk"), (2, "o", "Brød"), (2, "§", "Smør"), (1, "12.", "Egg"), (1, "b)", "Salt")]
    markup = "<p class=MsoNormal>Kjøp:</p>" + "".join(
        _WORD_ITEM.format(level=level, marker=marker, text=text) for level, marker, text in items
    )
    first, *found = parse_copied_html(markup).paragraphs
    assert (first.kind, first.text) == (Kind.PARAGRAPH, "Kjøp:")
    assert [(p.kind, p.level, p.text) for p in found] == [(Kind.LIST_ITEM, level, text) for level, _, text in items]
    assert [p.marker for p in found] == ["•", "•", "•", "12.", "b)"]


def test_what_is_bold_in_an_item_stays_so() -> None:
    markup = _WORD_ITEM.format(level=1, marker="·", text="Kjøp <b>melk</b> nå")
    assert marked(markup) == [("melk", {MarkKind.STRONG})]


def test_without_a_word_processor_a_paragraph_with_a_bullet_stays_as_it_is() -> None:
    assert texts("<p>o&nbsp;&nbsp; kjære</p>") == ["o\xa0\xa0 kjære"]


def test_styles_say_what_is_bold_and_italic() -> None:
    markup = (
        "<b style='font-weight:normal' id=docs-internal-guid><p>"
        "<span style='font-weight:700;font-style:italic'>Både</span> og <span style='font-weight: bold'>feit</span>, "
        "<span style='font-weight:400;font-style:italic'>skrå</span> og "
        "<span style='font-weight:400'>slik</span></p></b>"
    )
    both = {MarkKind.STRONG, MarkKind.EMPHASIS}
    assert marked(markup) == [("Både", both), ("feit", {MarkKind.STRONG}), ("skrå", {MarkKind.EMPHASIS})]


def test_code_is_code_however_light_it_is() -> None:
    assert marked("<p>Skriv <code style='font-weight:normal'>ls</code>") == [("ls", {MarkKind.CODE})]


_WORDS = (
    st.text(st.sampled_from("abcæøå 12.,!–«»<>&"), min_size=1).map(lambda text: " ".join(text.split())).filter(bool)
)


@given(st.lists(_WORDS, min_size=1, max_size=5), st.booleans())
def test_nothing_is_lost_of_web_mail(lines: list[str], blank: bool) -> None:
    gap = "<br><br>" if blank else "<br>"
    markup = "<div dir=ltr>" + gap.join(f"<span style='font-weight:400'>{escape(each)}</span>" for each in lines)
    assert texts(markup + "</div>") == (lines if blank else ["\n".join(lines)])

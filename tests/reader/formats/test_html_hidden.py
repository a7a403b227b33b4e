"""What a page hides is left out, and told."""

import pytest
from hypothesis import given, strategies as st

from reader.formats.markdown import parse_markdown

SENTENCES = st.lists(st.sampled_from(["snø", "fell", "Tromsø", "om", "kvelden"]), min_size=1, max_size=4).map(" ".join)
HIDDEN = st.sampled_from(
    ["hidden", 'hidden=""', 'style="display:none"', "class=a style='color:red; display : none'", "style=DISPLAY:NONE"]
)


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in parse_markdown(text).paragraphs]


@given(st.sampled_from(["div", "p", "section", "aside", "h2", "blockquote"]), HIDDEN, SENTENCES, SENTENCES)
def test_a_hidden_block_is_left_out_and_counted(name: str, hidden: str, a: str, b: str) -> None:
    for inner in (a, f"{a} <b>{a}</b>", f"\n\n{a}\n\n- {a}\n\n"):
        parsed = parse_markdown(f"{b}\n\n<{name} {hidden}>{inner}</{name}>\n\n{b}")
        if name == "p" and "\n" in inner:
            continue  # Markdown's paragraph ends that of HTML
        assert [p.text for p in parsed.paragraphs] == [b, b]
        assert parsed.left_out == ("One part that the page hides was left out.",)


@given(HIDDEN, SENTENCES, SENTENCES)
def test_a_hidden_stretch_of_a_line_is_left_out(hidden: str, a: str, b: str) -> None:
    assert texts(f"{a} <span {hidden}>{b} *{b}*</span> {a}") == [f"{a} {a}"]
    assert texts(f"<p>{a} <span {hidden}>{b} <b>{b}</b></span> {a}</p>") == [f"{a} {a}"]


def test_hidden_parts_of_lists_and_tables_are_left_out() -> None:
    assert texts("<ul><li hidden>en</li><li>to</li></ul>") == ["to"]
    assert texts("<table><tr><td hidden>a</td><td>b</td></tr><tr><td>c<td>d</table>") == ["", "b", "c", "d"]
    assert texts("<table><tr style='display:none'><td>a<td>b</tr><tr><td>c<td>d</tr></table>") == ["c", "d"]
    assert texts("<table hidden><tr><td>a</td><td>b</td></tr></table>\n\nute") == ["ute"]


def test_a_hidden_image_is_left_out() -> None:
    assert texts('<img src="a.png" alt="Fjell"> <img hidden src="b.png" alt="Dal">') == ["Fjell"]


@pytest.mark.parametrize(
    "text",
    [
        "<div hidden>aldri lukket",
        "<div aria-hidden='true'>synlig</div>",
        "<div hidden={false}>synlig</div>",
        "<div style='display:block'>ikke hidden, none</div>",
    ],
)
def test_what_is_shown_stays(text: str) -> None:
    assert len(texts(text)) == 1


@pytest.mark.parametrize(("size", "shown"), [("width=1 height=1", 0), ("height='0' width='1px'", 0), ("width=1", 1)])
def test_an_image_that_is_a_single_dot_is_left_out_and_counted(size: str, shown: int) -> None:
    parsed = parse_markdown(f'<p>a</p><img src="a.gif" {size}>')
    assert len(parsed.figures) == shown
    assert len(parsed.left_out) == 1 - shown

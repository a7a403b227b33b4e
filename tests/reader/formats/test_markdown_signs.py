"""Signs around words that dialects have, tabs, terms, and what tells a page how to look."""

import pytest
from hypothesis import given, strategies as st

from reader.formats.markdown import parse_markdown
from reader.text import Kind, Mark, MarkKind

WORDS = st.sampled_from(["bjørk", "Hamar", "elva", "går", "åtte", "river", "snø", "over"])
SENTENCES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in parse_markdown(text).paragraphs]


@given(SENTENCES, SENTENCES, SENTENCES)
def test_signs_around_words_are_no_text(a: str, b: str, c: str) -> None:
    for sign, kinds in (("==", []), ("++", [MarkKind.UNDERLINE])):
        [paragraph] = parse_markdown(f"{a} {sign}{b}{sign}, {c}").paragraphs
        assert paragraph.text == f"{a} {b}, {c}"
        assert [(paragraph.text[m.start : m.end], m.kind) for m in paragraph.marks] == [(b, kind) for kind in kinds]


@given(WORDS, WORDS, WORDS)
def test_raised_and_lowered_letters_are_marked(a: str, b: str, c: str) -> None:
    for sign, kind in (("^", MarkKind.SUPER), ("~", MarkKind.SUB)):
        [paragraph] = parse_markdown(f"{a}{sign}{b}{sign} {c}").paragraphs
        assert (paragraph.text, paragraph.marks) == (f"{a}{b} {c}", (Mark(len(a), len(a + b), kind),))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CO~2~ og 10^6^ m^3^", "CO₂ og 10⁶ m³"),
        ("==**Viktig**== nå", "Viktig nå"),
        ("Ikke ~dette~ nå", "Ikke dette nå"),
        ("~~borte~~ og H~2~O", "borte og H₂O"),
    ],
)
def test_signs_stand_beside_others(text: str, expected: str) -> None:
    assert texts(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "C++ og D++ er språk, i++ og ++j er kode",
        "a == b og c == d, x==1 og y==2",
        "om ~5 km, ~6 km og ~7 km",
        "a ~ b ~ c",
        "2^3 og 3^2, og ^_^ og ^^",
        "hjem til ~kari/skjema og ~ola/skjema",
        "=====",
        "+++ og ++",
        "[toc] i teksten",
        "Bruk \\newpage i teksten",
        '=== "Linux" uten innhold',
    ],
)
def test_what_only_looks_like_such_a_sign_stays(text: str) -> None:
    assert texts(text) == [text]


@given(SENTENCES, SENTENCES, SENTENCES)
def test_a_tab_is_its_title_and_the_blocks_in_it(title: str, a: str, b: str) -> None:
    for sign in ("===", "===!", "===+"):
        text = f'før\n\n{sign} "{title}"\n\n    {a}\n\n    - {b}\n\n    ```py\n    x\n    ```\n\netter'
        assert [(p.kind, p.text) for p in parse_markdown(text).paragraphs] == [
            (Kind.PARAGRAPH, "før"),
            (Kind.PARAGRAPH, title),
            (Kind.PARAGRAPH, a),
            (Kind.LIST_ITEM, b),
            (Kind.CODE, "x"),
            (Kind.PARAGRAPH, "etter"),
        ]


@pytest.mark.parametrize("sign", ["!!! Note", "??? tip inline end", '!!! danger ""', '???+ "Et navn"', "!!! råd"])
def test_the_content_of_an_admonition_is_no_code(sign: str) -> None:
    found = parse_markdown(f"{sign}\n\n    Et *ord*.\n\n    - et punkt\n\nute").paragraphs
    assert [p.text for p in found if p.text != "Et navn"] == ["Et ord.", "et punkt", "ute"]
    assert [bool(p.within) for p in found][-2:] == [True, False]


@pytest.mark.parametrize("marker", ["-", "1.", "> -", "- 2)"])
def test_a_container_may_begin_on_the_line_of_an_item(marker: str) -> None:
    indent = "".join(">" if sign == ">" else " " for sign in marker) + " "
    found = parse_markdown(f"{marker} :::tips Husk\n{indent}Ta med ved.\n{indent}:::\n\nute").paragraphs
    assert [(p.text, [b.label for b in p.within if b.label]) for p in found] == [
        ("Husk", ["tips"]),
        ("Ta med ved.", ["tips"]),
        ("ute", []),
    ]


def test_a_container_may_name_its_title_among_its_attributes() -> None:
    [title, words] = parse_markdown('::: {.callout-tip title="Ta med ved" #id}\nDet blir kaldt.\n:::').paragraphs
    assert (title.text, words.text, title.within[0].label) == ("Ta med ved", "Det blir kaldt.", "tip")


def test_containers_for_the_layout_of_a_page_are_none() -> None:
    found = parse_markdown(
        "::::: {.columns}\n::: {.column width=40%}\nsol\n:::\n::: column\nregn\n:::\n:::::"
    ).paragraphs
    assert [(p.text, p.within) for p in found] == [("sol", ()), ("regn", ())]


@pytest.mark.parametrize("fence", ["```", "~~~~", "``` md"])
def test_colons_in_code_end_no_container(fence: str) -> None:
    end = fence.split()[0]
    assert texts(f":::a\n{fence}\n:::\n:::b\n{end}\ninne\n:::\nute") == [":::\n:::b", "inne", "ute"]


def test_a_fence_that_is_never_closed_hides_no_end_of_a_container() -> None:
    assert texts(":::a\n```\ninne\n:::\nute") == ["inne", "ute"]


@given(st.lists(WORDS, min_size=1, max_size=4), st.lists(SENTENCES, min_size=1, max_size=3))
def test_several_terms_may_have_several_definitions(terms: list[str], definitions: list[str]) -> None:
    text = "\n".join([*terms, *(f": {each}" for each in definitions)])
    assert [(p.kind, p.text) for p in parse_markdown(f"{text}\n\nute").paragraphs] == [
        *((Kind.TERM, each) for each in terms),
        *((Kind.DEFINITION, each) for each in definitions),
        (Kind.PARAGRAPH, "ute"),
    ]


@pytest.mark.parametrize(
    "sign",
    [
        "[TOC]",
        "[[_TOC_]]",
        "[[toc]]",
        "{:toc}",
        "- Innhold\n{:toc}",
        "1. Innhold\n{: toc .liten}",
        "\\newpage",
        "\\pagebreak",
    ],
)
def test_a_place_for_contents_or_a_new_page_is_left_out(sign: str) -> None:
    parsed = parse_markdown(f"før\n\n{sign}\n\netter")
    assert [p.text for p in parsed.paragraphs] == ["før", "etter"]
    assert parsed.left_out == ("One page break or place for a list of contents was left out.",)


def test_a_new_page_ends_a_paragraph() -> None:
    assert texts("Slutt her.\n\\newpage{}\nSå videre.") == ["Slutt her.", "Så videre."]


def test_a_link_of_that_name_is_no_place_for_contents() -> None:
    assert texts("[toc]\n\n[toc]: https://a.no") == ["toc"]


def test_a_wiki_link_keeps_the_place_in_its_page_and_an_embedded_page_its_name() -> None:
    [paragraph] = parse_markdown("Se [[Elver#Små bekker|bekkene]] og ![[Fjorder]].").paragraphs
    assert paragraph.text == "Se bekkene og Fjorder."
    assert [mark.href for mark in paragraph.marks] == ["Elver#Små bekker", "Fjorder"]
    assert texts("![[Fjorder]]") == ["Fjorder"]

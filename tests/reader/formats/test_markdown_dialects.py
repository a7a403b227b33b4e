"""Signs of Markdown's dialects are not text, and what only looks like them is."""

import pytest

from reader.formats.markdown import parse_markdown
from reader.text import Box, BoxKind, Kind, Mark, MarkKind, Paragraph


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in parse_markdown(text).paragraphs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Start {.intro #start}", "Start"),
        ("# Start {-}", "Start"),
        ("Et avsnitt.\n{: .ingress}", "Et avsnitt."),
        ('Et **ord**{.stor} og [lenke](a){target="_blank"} her', "Et ord og lenke her"),
        ("Siste punkt ^oppg-1", "Siste punkt"),
        ("Før %%skjult *her*%% etter", "Før etter"),
        ("{{< figur src='a.png' >}}Tekst{{< /figur >}}", "Tekst"),
        ("{% raw %}Tekst {%- endraw -%}", "Tekst"),
        ("Tekst {/* notat */}her", "Tekst her"),
        ("Se [[Side|siden]] og [[Annen side]] og [[Side#Del]]", "Se siden og Annen side og Side#Del"),
        ("Summen $a_1 + b_2$ og $$c$$ er", "Summen a_1 + b_2 og c er"),
    ],
)
def test_signs_of_dialects_are_not_text(text: str, expected: str) -> None:
    assert texts(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Skriv {navn} i feltet, pris: {0}",
        "Hei {{navn}} og {{ navn }}",
        "Settet {a, b} slutter {c}",
        "5 ^ 2 er 25, og x^2",
        "Det er 100 %% sikkert, 50%% av 60%% også",
        "Fra $5 til $6, og 5$ og 6$ er",
        "$HOME og $PATH er stier",
        "Kilden [[1]] og [[ -f fil ]] her",
        "!!! Husk dette",
        "!!! note",
        "::: tip uten slutt",
        ":::",
        "import er viktig for landet",
        "export default er to ord",
        "Fotnote[^1] uten note",
        "%",
    ],
)
def test_what_only_looks_like_a_sign_stays_text(text: str) -> None:
    assert texts(text) == [text]


def test_signs_in_code_stay() -> None:
    assert texts("`{.a} [[b]] $c$ %%d%%`\n\n```\n:::tip\n{{< x >}}\n```") == [
        "{.a} [[b]] $c$ %%d%%",
        ":::tip\n{{< x >}}",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "> [!TIP] Husk\n> Ta med *alt*.",
        ":::tip Husk\nTa med *alt*.\n:::",
        ":::tip[Husk]\n\nTa med *alt*.\n\n:::",
        '!!! tip "Husk"\n    Ta med *alt*.',
        '???+ tip "Husk"\n\n    Ta med *alt*.',
    ],
)
def test_a_callout_is_an_aside_with_its_title_and_label(text: str) -> None:
    box = (Box(BoxKind.ASIDE, 0, label="tip"),)
    assert list(parse_markdown(f"{text}\n\nute").paragraphs) == [
        Paragraph("Husk", within=box),
        Paragraph("Ta med alt.", marks=(Mark(7, 10, MarkKind.EMPHASIS),), within=box),
        Paragraph("ute"),
    ]


def test_a_callout_without_a_title_has_none() -> None:
    for text in ("> [!NOTE]\n> Her.", ":::note\nHer.\n:::", "!!! note\n    Her."):
        assert texts(text) == ["Her."]


def test_a_callout_without_anything_may_be_all_of_an_item() -> None:
    assert texts("- > [!NOTE]\n- en") == ["en"]


def test_containers_stand_in_each_other_and_in_lists() -> None:
    found = [
        (p.text, [box.label for box in p.within], p.level)
        for p in parse_markdown("::::a\nen\n\n- to\n\n  :::b\n  tre\n  :::\n::::\nfire").paragraphs
    ]
    assert found == [("en", ["a"], 0), ("to", ["a"], 1), ("tre", ["a", "b"], 1), ("fire", [], 0)]


@pytest.mark.parametrize("inside", ["", "\n", "\n\n"])
def test_an_empty_container_is_nothing(inside: str) -> None:
    assert texts(f"en\n\n:::a\n{inside}:::\nto") == ["en", "to"]


def test_a_container_ends_with_the_item_around_it() -> None:
    assert texts("- en\n\n  :::a\n  to\n\ntre\n\n:::\n\nfire") == ["en", "to", "tre", ":::", "fire"]


def test_formulas_on_their_own_lines_are_formulas() -> None:
    found = [(p.kind, p.text) for p in parse_markdown("$$\na\n+ b\n$$\n\n$$c$$\n\n```math\nd\n```").paragraphs]
    assert found == [(Kind.MATH, "a\n+ b"), (Kind.MATH, "c"), (Kind.MATH, "d")]


def test_imports_and_exports_of_mdx_are_left_out() -> None:
    imports = "import A from 'a';\nimport {\n  B,\n} from \"b\""
    text = f"{imports}\n\nexport const c = {{\n  d: 1,\n}}\n\nTekst <A verdi={{1}}>her</A>."
    assert texts(text) == ["Tekst her."]


def test_a_comment_of_many_blocks_is_left_out() -> None:
    assert texts("før\n\n%%\nskjult\n\nhelt\n%%\n\netter") == ["før", "etter"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[elv]: vann\n[fjord]: sjø\n\nute", ["[elv]: vann", "[fjord]: sjø", "ute"]),
        ("[elv]: vann\n[lenke]: https://a.no\n\nSe [lenke].", ["[elv]: vann", "Se lenke."]),
        ("[side]: side\n\nSe [side].", ["Se side."]),
        ("[//]: # (skjult)\n\nSe.", ["Se."]),
        ("[^min note]: ord", ["[^min note]: ord"]),
    ],
)
def test_what_explains_a_word_is_text_and_what_defines_a_link_is_not(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_a_wiki_link_leads_to_its_page_and_an_embedded_image_is_one() -> None:
    parsed = parse_markdown("[[Side|her]] og [[#Del to]]\n\n![[bilde.png|300]]\n\n![[b.png|Et fjell]]")
    assert [mark.href for mark in parsed.paragraphs[0].marks] == ["Side", "#del-to"]
    assert [(p.kind, p.text) for p in parsed.paragraphs[1:]] == [(Kind.FIGURE, ""), (Kind.FIGURE, "Et fjell")]
    assert [figure.name for figure in parsed.figures] == ["bilde.png", "b.png"]


def test_what_is_left_out_is_told_with_its_number() -> None:
    text = "<!-- a -->\n\n# T {.x}\n\nb <!-- c --> %%d%%\n\n{{< e >}}\n\n<script>f</script>\n\nimport g from 'h'"
    assert parse_markdown(text).left_out == (
        "3 comments were left out.",
        "One script, style or template was left out.",
        "One set of attributes in braces was left out.",
        "One command for the program that makes the web page was left out.",
        "One import or export of program code was left out.",
    )
    assert parse_markdown("# T\n\nb").left_out == ()


def test_what_is_not_shown_in_a_line_is_no_text() -> None:
    assert texts("før <script>nei</script>etter <style>nei</style><script>åpen") == ["før etter åpen"]


def test_what_is_left_out_of_a_sentence_leaves_one_space() -> None:
    assert texts("Her %%pil%% er **%%pil%% alt**.\n\n%%pil%% Slutt") == ["Her er alt.", "Slutt"]


def test_of_a_link_that_a_website_generator_makes_the_words_stay() -> None:
    assert texts('Se [**budsjettet** for i år]({{< ref "b.md" >}}#del) nå.') == ["Se budsjettet for i år nå."]
    assert texts("Se [siden]({{% relref 'c' %}}), ikke [denne](d.md).") == ["Se siden, ikke denne."]

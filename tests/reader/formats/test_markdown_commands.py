"""Commands for the program that makes a web page: what they show stays, what they are is no text."""

import pytest
from hypothesis import given, strategies as st

from reader.formats.markdown import parse_markdown
from reader.text import BoxKind, Kind, MarkKind

WORDS = st.sampled_from(["bjørk", "Lillehammer", "elva,", "går", "åtte", "the", "river", "(sakte)", "2024"])
SENTENCES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
NAMES = st.sampled_from(["ikon", "valuta", "pris-per-kilo", "år"])
COMMANDS = st.builds(
    lambda name, value, form: form.format(f"{name} {value}"),
    NAMES,
    st.sampled_from(["", "12", '"sol"', 'fra="nå"']),
    st.sampled_from(["{{{{< {} >}}}}", "{{{{% {} %}}}}", "{{% {} %}}", "{{{{ verdi.{} }}}}"]),
)


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in parse_markdown(text).paragraphs]


@given(SENTENCES, COMMANDS, SENTENCES)
def test_a_command_in_a_sentence_stays_to_the_letter_and_is_not_translated(a: str, command: str, b: str) -> None:
    [paragraph] = parse_markdown(f"{a} {command} {b}").paragraphs
    assert paragraph.text == f"{a} {command} {b}"
    assert [paragraph.text[m.start : m.end] for m in paragraph.marks if m.kind is MarkKind.VERBATIM] == [command]


@given(SENTENCES, NAMES, SENTENCES)
def test_of_a_pair_of_commands_only_what_is_between_is_text(a: str, name: str, b: str) -> None:
    for begin, end in (("{{{{< {} x=1 >}}}}", "{{{{< /{} >}}}}"), ("{{% {} %}}", "{{% end{} %}}")):
        pair = begin.format(name), end.format(name)
        assert texts(f"{a} {pair[0]}{b}{pair[1]}") == [f"{a} {b}"]
        assert texts(f"{a}\n\n{pair[0]}\n{b}\n{pair[1]}\n\n{a}") == [a, b, a]


@given(SENTENCES, st.lists(st.sampled_from(["{{< ikon >}}", "{{% a\n  b=1 %}}", "{% include b.html %}"]), min_size=1))
def test_commands_that_stand_alone_are_left_out_and_counted(words: str, commands: list[str]) -> None:
    parsed = parse_markdown(f"{words}\n\n" + "\n".join(commands) + f"\n\n{words}")
    assert [p.text for p in parsed.paragraphs] == [words, words]
    assert [message.values.get("count", 1) for message in parsed.left_out] == [len(commands)]


def test_a_command_in_a_cell_stays() -> None:
    assert texts("| Sol | Regn |\n|---|---|\n| {{< sol 3 >}} | lite |")[2] == "{{< sol 3 >}}"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ('{{< ref "fjord.md" >}}', "fjord.md"),
        ("{{% relref fjord.md %}}#dybde", "fjord.md#dybde"),
        ("{% link fjord.md %}", "fjord.md"),
        ("{{ site.baseurl }}/fjord/", "/fjord/"),
        ("{{ side.url }}", "{{ side.url }}"),
    ],
)
def test_a_link_or_image_by_a_command_leads_to_its_page(address: str, expected: str) -> None:
    parsed = parse_markdown(f"Om [den *dype* fjorden]({address}) her.\n\n![Kart]({address})")
    paragraph, figure = parsed.paragraphs
    assert paragraph.text == "Om den dype fjorden her."
    assert [(m.start, m.end, m.href) for m in paragraph.marks if m.kind is MarkKind.LINK] == [(3, 19, expected)]
    assert (figure.text, parsed.figures[0].name) == ("Kart", expected)


@pytest.mark.parametrize("name", ["highlight", "codeblock"])
def test_what_stands_between_commands_for_code_is_code(name: str) -> None:
    [code, after] = parse_markdown(f"{{% {name} ruby %}}\nputs 1\n\n  - a\n{{% end{name} %}}\n\netter").paragraphs
    assert (code.kind, code.text, after.text) == (Kind.CODE, "puts 1\n\n  - a", "etter")


def test_what_a_comment_of_liquid_says_is_left_out() -> None:
    parsed = parse_markdown("før\n\n{% comment %}\nskjult\n\nhelt\n{% endcomment %}\n\netter")
    assert [p.text for p in parsed.paragraphs] == ["før", "etter"]
    assert parsed.left_out == ("One comment was left out.",)


def test_a_command_that_is_shown_as_an_example_is_shown_as_its_readers_write_it() -> None:
    assert texts("Skriv {{</* kart */>}} i teksten.") == ["Skriv {{< kart >}} i teksten."]


def test_what_a_command_names_for_readers_is_text() -> None:
    parsed = parse_markdown(
        '{{< figure src="tur.jpg" alt="En topp" caption="Utsikt mot sør" >}}\n\n'
        '{{% fane "Med ski" %}}\nGå rolig.\n{{% /fane %}}\n\n{{< bilde "tur.jpg" >}}'
    )
    assert [(p.kind, p.text) for p in parsed.paragraphs] == [
        (Kind.FIGURE, "En topp"),
        (Kind.CAPTION, "Utsikt mot sør"),
        (Kind.PARAGRAPH, "Med ski"),
        (Kind.PARAGRAPH, "Gå rolig."),
    ]
    assert [figure.name for figure in parsed.figures] == ["tur.jpg"]


@pytest.mark.parametrize("attribute", ["title", "label", "heading", "summary"])
@given(SENTENCES, SENTENCES)
def test_what_a_component_names_for_readers_is_text(attribute: str, title: str, words: str) -> None:
    for value in (f'"{title}"', f'{{"{title}"}}', f"{{'{title}'}}"):
        assert texts(f"<Kort {attribute}={value} ikon={{3}}>\n\n{words}\n\n</Kort>") == [title, words]
        assert texts(f"<Kort {attribute}={value}>{words}</Kort>") == [title, words]


def test_an_image_of_a_component_is_a_figure_with_its_caption() -> None:
    parsed = parse_markdown('<Bilde src="/b.png" alt="En elv" caption="Elva om våren" width={300} />')
    assert [(p.kind, p.text, p.within[0].kind) for p in parsed.paragraphs] == [
        (Kind.FIGURE, "En elv", BoxKind.FIGURE),
        (Kind.CAPTION, "Elva om våren", BoxKind.FIGURE),
    ]


def test_a_small_component_in_a_sentence_shows_its_label() -> None:
    assert texts('Nå er <Merke label="gratis"/> ute, <Ord title="forklart">sagt</Ord> det.') == [
        "Nå er gratis ute, sagt det."
    ]


def test_labels_in_the_code_of_a_component_are_text() -> None:
    assert texts("<Faner valg={[{label: 'Med båt', value: 'b'}, {label: \"Til fots\"}]}>\n\nKom.\n\n</Faner>") == [
        "Med båt",
        "Til fots",
        "Kom.",
    ]


@pytest.mark.parametrize("names", [("Steg", "Kort"), ("Link", "Section"), ("Faner", "Faner.Fane")])
@given(st.lists(st.tuples(SENTENCES, SENTENCES), min_size=1, max_size=3))
def test_what_is_indented_in_components_is_markdown_and_each_a_paragraph(
    names: tuple[str, str], parts: list[tuple[str, str]]
) -> None:
    outer, inner = names
    lines = [f'  <{inner} heading="{title}">\n    Det er *{words}*.\n  </{inner}>' for title, words in parts]
    text = f"<{outer} cols={{2}}>\n" + "\n".join(lines) + f"\n</{outer}>\n\nute"
    expected = [text for title, words in parts for text in (title, f"Det er {words}.")]
    assert texts(text) == [*expected, "ute"]


@given(st.lists(SENTENCES, min_size=1, max_size=4), st.integers(1, 8))
def test_components_may_stand_in_ones_of_their_own_name(words: list[str], step: int) -> None:
    lines: list[str] = []
    for depth, sentence in enumerate(words):
        lines += [" " * step * depth + "<Boks>", " " * step * (depth + 1) + sentence]
    for depth in reversed(range(len(words))):
        lines += [" " * step * (depth + 1) + '<Ikon navn="x" />', "", " " * step * (depth + 1) + "Så ut igjen."]
        lines.append(" " * step * depth + "</Boks>")
    assert texts("\n".join([*lines, "", "ute"])) == [*words, *["Så ut igjen."] * len(words), "ute"]


def test_a_tag_of_many_lines_with_code_is_one_tag() -> None:
    assert texts('<Kort\n  heading="Videre"\n  onClick={() => { gå(); }}\n>\n  Les her.\n</Kort>') == [
        "Videre",
        "Les her.",
    ]


def test_a_name_that_is_no_component_stays_text() -> None:
    for text in ("Skriv <Navn> her", "<Navn>", "List<String> og Map<Kart, Vei>"):
        assert texts(text) == [text]


def test_a_title_of_a_link_is_not_shown() -> None:
    assert texts(
        '<Link to="/a" title="Hjelp">Trykk</Link> nå, eller <Button label="Avbryt" onClick={() => a()} />.'
    ) == ["Trykk nå, eller Avbryt."]


def test_names_and_signs_among_what_a_command_is_given_are_no_text() -> None:
    text = '{{< varsel "flamme" >}}Pass på!{{< /varsel >}}\n\n{{% boks title="Om *sopp*" %}}\nSpis.\n{{% /boks %}}'
    assert texts(text) == ["Pass på!", "Om sopp", "Spis."]


def test_alternatives_in_a_sentence_do_not_touch() -> None:
    assert texts("Vi har {% if x %}hester{% else %}hest{% endif %}.") == ["Vi har hester{% else %}hest."]


def test_a_tab_whose_command_has_no_spaces_has_its_title() -> None:
    assert texts('{{<tabs>}}\n{{<tab "Oslo">}}\nKom.\n{{</tab>}}\n{{</tabs>}}') == ["Oslo", "Kom."]


def test_a_sentence_in_any_attribute_of_a_component_is_text() -> None:
    text = '<Quiz ask="Hva heter elva?" answer="Stor elv" className="Stor boks" />\n\nute'
    assert texts(text) == ["Hva heter elva?", "Stor elv", "ute"]


def test_a_small_component_before_words_stands_in_their_line() -> None:
    assert texts('- <Sjekk label="Sekk" /> er pakket\n- <Sjekk label="Sko" />') == ["Sekk er pakket", "Sko"]


def test_a_name_in_capitals_may_be_a_component() -> None:
    assert texts("<FAQ>\n  <Svar>Kort.</Svar>\n  <Svar>*Langt*.</Svar>\n</FAQ>") == ["Kort.", "Langt."]
    assert texts("<TABLE><TR><TD>a<TD>b</TABLE>") == ["a", "b"]

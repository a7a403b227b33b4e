"""Front matter: what a file says about itself, in YAML, TOML and JSON."""

import tracemalloc

import pytest

from reader.formats import read_text
from reader.formats.markdown import parse_markdown
from reader.text import Kind

BODY = "Vannet stiger."


def metadata(front: str) -> dict[str, str]:
    parsed = parse_markdown(f"{front}\n{BODY}\n")
    assert [p.text for p in parsed.paragraphs if p.kind is not Kind.TITLE] == [BODY]
    return dict(parsed.metadata)


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Elva vår\n---",
        "---\ntitle: >-\n  Elva\n  vår\n---",
        "---\ntitle: |\n  Elva vår\n...",
        "---\n'title': \"Elva vår\" # utkast\nmerker:\n- a\n\nåpen: ja\n---",
        "---\n# merknad\ntitle: Elva\n  vår\nannet: {a: [b, c]}\n---",
        "+++\ntitle = 'Elva vår'\n[annet]\nnivå = 2\n+++",
        '{\n  "title": "Elva vår",\n  "annet": [1, {"a": 2}]\n}',
    ],
    ids=["plain", "folded", "literal", "quoted", "continued", "TOML", "JSON"],
)
def test_the_title_is_found_however_it_is_written(front: str) -> None:
    assert metadata(front)["title"] == "Elva vår"


def test_author_date_and_language_are_told_and_the_rest_is_counted() -> None:
    front = "---\nauthors: [Kari, {name: Ola, epost: x}]\ndate: 2024-03-05\nlang: nb\nutkast: no\nvekt: 3\n---"
    assert metadata(front) == {"author": "Kari, Ola", "date": "2024-03-05", "language": "nb"}
    assert parse_markdown(front).left_out == ("2 further values at the beginning of the file were left out.",)
    assert metadata("+++\ndate = 2024-03-05\n+++") == {"date": "2024-03-05"}


@pytest.mark.parametrize("title", ["017", "no", "2024-03-05", "1e3", "~"])
def test_a_title_stays_as_it_is_written(title: str) -> None:
    assert metadata(f"---\ntitle: {title}\n---")["title"] == title


def test_a_value_with_a_colon_that_is_no_yaml_is_read_all_the_same() -> None:
    assert metadata("---\ntitle: Elva: en reise\nauthor: Kari\n---") == {"title": "Elva: en reise", "author": "Kari"}


@pytest.mark.parametrize(
    "front", ['---\ntitle: "El\\uD800\\uFDD0va\\0\\e"\n---', '{"title": "El\\ud800\\ufdd0va\\u0000\\u001b"}']
)
def test_what_no_text_may_have_is_in_no_title_either(front: str) -> None:
    assert metadata(front)["title"] == "Elva"
    assert read_text(f"{front}\n{BODY}", markdown=True).paragraphs[0].text == "Elva"


def test_a_title_that_the_text_lacks_is_in_front_and_headings_are_below_it() -> None:
    document = read_text("---\ntitle: Elva\n---\n# Kilde\n\na\n\n# Munning\n\nb [c](#munning)", markdown=True)
    kinds = [(p.kind, p.text) for p in document.paragraphs if p.level]
    assert kinds == [(Kind.TITLE, "Elva"), (Kind.HEADING, "Kilde"), (Kind.HEADING, "Munning")]
    assert document.title == document.metadata["title"] == "Elva"
    assert document.paragraphs[document.targets["munning"]].text == "Munning"


def test_a_title_that_the_text_has_is_there_once() -> None:
    parsed = parse_markdown("---\ntitle: elva  vår\n---\n# Elva vår\n\nb")
    assert [(p.kind, p.text) for p in parsed.paragraphs] == [(Kind.TITLE, "Elva vår"), (Kind.PARAGRAPH, "b")]


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nMerk: dette\n\n---\n",
        "---\nBare tekst her\n---\n",
        "---\n- a\n- b\n---\n",
        "---\ntitle: uten slutt\n",
        "---\n# Overskrift\n---\n",
        "+++\nikke toml\n+++\n",
        "{navn} er tekst\n",
        '{"a": 1} er tekst\n',
        "{}\n",
    ],
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    parsed = parse_markdown(text)
    words = " ".join(f"{p.marker} {p.text}" for p in parsed.paragraphs)
    assert sorted(filter(str.isalnum, words)) == sorted(filter(str.isalnum, text))
    assert not parsed.metadata


def _lines(template: str) -> str:
    """A line for each letter but the first, which refers to the one before."""
    return "".join(template.format(j=chr(number), k=chr(number + 1)) + "\n" for number in range(ord("a"), ord("z")))


def test_authors_that_aliases_repeat_are_told_once() -> None:
    front = f"---\na: &a {'Kari ' * 100}\nb: &b {{name: *a}}\nauthors: [{'*a, *b, ' * 1000}Ola]\n---"
    assert metadata(front)["author"] == f"{'Kari ' * 99}Kari, Ola"


def test_a_key_of_thousands_of_parts_takes_no_memory() -> None:
    tracemalloc.start()
    try:
        parse_markdown(f"+++\n{'a.' * 5000}a = 1\n+++\n{BODY}\n")
        assert tracemalloc.get_traced_memory()[1] < 30_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "content",
    [
        f"a: &a [{'x,' * 8}]\n{_lines('{k}: &{k} [*{j}, *{j}, *{j}, *{j}, *{j}, *{j}]')}",
        f"a: &a {{x: 1}}\n{_lines('{k}: &{k} {{<<: [*{j}, *{j}]}}')}",
        "a: &a [*a]\n",
        "a: " + "[" * 5000 + "\n",
        "a: 1\n" * 20_000,
        "a: 2024-99-99\n",
        "a: !!python/object/apply:os.getcwd []\n",
        "a: \x00\n",
    ],
    ids=["aliases", "merged aliases", "itself", "deep", "long", "no date", "an object", "a control character"],
)
def test_no_front_matter_does_harm(content: str) -> None:
    parsed = parse_markdown(f"---\n{content}---\n{BODY}\n")
    assert BODY in " ".join(p.text for p in parsed.paragraphs)


@pytest.mark.parametrize(
    "head",
    ["Til: Åse Moe\nFra: Per Lie\nDato: 5. mai", "From: Per Lie\nTo: Åse Moe\nSubject: The boat: a plan\nDate: 5 May"],
)
def test_the_head_of_a_letter_is_text_with_its_lines(head: str) -> None:
    parsed = parse_markdown(f"---\n{head}\n---\n\n{BODY}\n")
    assert [(p.kind, p.text) for p in parsed.paragraphs] == [
        (Kind.RULE, ""),
        (Kind.PARAGRAPH, head),
        (Kind.RULE, ""),
        (Kind.PARAGRAPH, BODY),
    ]
    assert (dict(parsed.metadata), parsed.left_out) == ({}, ())

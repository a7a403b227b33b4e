"""Letters: what opens and closes them, the names below and the labels are no headings."""

import pytest
from hypothesis import given, strategies as st

from reader.formats import read_text
from reader.formats.letters import closes_letter, is_of_letter
from reader.text import Kind
from tests.plain_texts import SENTENCES

NAMES = st.sampled_from(["Åse Moe", "Per Lie", "Anne-Marie O’Neil", "J. K. Holm", "Tor"])
POSTS = st.sampled_from(["Rektor", "Leder for hagelaget", "Head of Gardens", "Senior Adviser"])
CLOSINGS = st.sampled_from(
    [
        "Med hilsen",
        "Med vennlig hilsen",
        "Beste helsing",
        "Hilsen",
        "Varme hilsener",
        "Ærbødigst",
        "Mvh",
        "Venleg helsing",
        "Kind regards",
        "Best wishes",
        "Yours faithfully",
        "Sincerely",
        "Yours truly",
        "With kind regards",
        "All the best",
    ]
)
GREETINGS = st.sampled_from(
    [
        "Kjære Åse",
        "Hei alle sammen",
        "Hei, Per",
        "Dear Per Lie",
        "Hi all",
        "God dag",
        "Dear Sir or Madam",
        "To whom it may concern",
    ]
)
LABELS = st.sampled_from(
    ["Kopi til", "Til", "Vår ref", "Deres dato", "Saksbehandler", "Our ref.", "Copy to", "Enclosures"]
)
SIGNATURES = st.tuples(NAMES, POSTS, st.sampled_from(["\n", "\n\n"])).map(
    lambda found: f"{found[0]}{found[2]}{found[1]}"
)


def headings(text: str) -> list[str]:
    return [p.text for p in read_text(text).paragraphs if p.kind in (Kind.TITLE, Kind.HEADING)]


@given(GREETINGS, st.lists(SENTENCES, min_size=1, max_size=3), CLOSINGS, SIGNATURES, LABELS, NAMES)
def test_a_letter_has_no_headings(
    greeting: str, body: list[str], closing: str, signature: str, label: str, name: str
) -> None:
    assert headings("\n\n".join([greeting, *body, closing, signature, label, name])) == []
    assert headings("\n\n".join([greeting, *body, closing, signature, f"PS. {body[0]}"])) == []


@given(NAMES, POSTS, SENTENCES)
def test_a_label_above_an_address_is_no_heading(name: str, post: str, sentence: str) -> None:
    assert headings(f"{sentence}\n\nMottaker\n\n{name}\n{post}\n0155 Oslo\n\n{sentence}") == []


@given(
    SENTENCES,
    st.sampled_from(["Mer om saken", "Nye regler fra høsten", "Hilsener fra fjellet", "Dear Diary and me now"]),
)
def test_a_short_line_above_running_text_is_a_heading(sentence: str, heading: str) -> None:
    assert headings(f"{sentence}\n\n{heading}\n\n{sentence}") == [heading]


@given(SENTENCES, st.sampled_from(["Til stede", "Dato", "Referent", "Subject", "Present"]), NAMES)
def test_a_label_with_its_value_is_no_heading(sentence: str, label: str, name: str) -> None:
    assert headings(f"{sentence}\n\n{label}: {name}\n\n{sentence}") == []


@given(SENTENCES)
def test_short_lines_without_running_text_are_no_headings(sentence: str) -> None:
    assert headings(f"{sentence}\n\nMelk\n\nBrød\n\nOst") == []
    assert headings("Melk\n\nBrød\n\nOst") == []


@pytest.mark.parametrize(
    "text", ["Hilsen fra fjellet", "Med vennlig hilsen Åse Moe", "Hilsen Per og Åse", "Yours, Per"]
)
def test_names_belong_to_what_closes_a_letter(text: str) -> None:
    assert closes_letter(text) is not text.endswith("fjellet")


@pytest.mark.parametrize(
    "text", ["Hei på deg, sa han", "Til fjells", "Kjære venner kom hjem", "Love is blind", "From here to you"]
)
def test_a_line_that_only_begins_so_is_none_of_a_letter(text: str) -> None:
    assert not is_of_letter(text)

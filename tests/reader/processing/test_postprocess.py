"""Corrections of a translation."""

import pytest
from hypothesis import example, given, strategies as st

from reader.processing import finish, joined_pieces
from reader.processing.nontranslatables import lost
from tests.reader.processing.texts import TEXTS


@pytest.mark.parametrize(
    ("source", "target", "language", "expected"),
    [
        pytest.param("«Hvorfor?» spurte han.", '"Why?" he asked.', "en", "“Why?” he asked.", id="guillemets to curly"),
        pytest.param('"Hvorfor?" spurte han.', "“Why?” he asked.", "en", '"Why?" he asked.', id="straight to straight"),
        pytest.param("“Why?” he asked.", '"Hvorfor?" spurte han.', "nb", "«Hvorfor?» spurte han.", id="to guillemets"),
        pytest.param("«En «to» tre»", "«One «two» three»", "en", "“One ‘two’ three”", id="nested doubles"),
        pytest.param("«En ‘to’ tre»", "\"One 'two' don't\"", "en", "“One ‘two’ don't”", id="nested singles"),
        pytest.param("\"One 'two' three\"", "\"En 'to' tre\"", "nb", "«En ‘to’ tre»", id="nested to Norwegian"),
        pytest.param("A ‘bad bank’", "En 'dårlig bank'", "nb", "En «dårlig bank»", id="British singles"),
        pytest.param("It's Tom's.", "Det er Lars' 'n'.", "nb", "Det er Lars' 'n'.", id="apostrophes"),
        pytest.param("Han sa «nei».", 'He said " no ".', "en", "He said “no”.", id="no space inside"),
        pytest.param("«Nei.»", "No.", "en", "“No.”", id="marks around the whole are put back"),
        pytest.param("«Nei».", "No.", "en", "“No”.", id="before the full stop"),
        pytest.param("– «Kom inn.", "Come in.", "en", "– “Come in.", id="one that closes later"),
        pytest.param("Det er alt».", "That is all.", "en", "That is all”.", id="one that opened earlier"),
        pytest.param("«A» og «B»", "A and B", "en", "A and B", id="no guessing where"),
        pytest.param("Nei", 'The "no"', "en", 'The "no"', id="none in the source"),
        pytest.param("«Nei»", '"Nej"', "da", '"Nej"', id="another language"),
        pytest.param('Et 5" rør i «a»', 'A 5" pipe in "a"', "en", 'A 5" pipe in “a”', id="inches"),
        pytest.param("‘a’ i x.no/'b'", "'a' in www.x.no/'b'.", "en", "“a” in www.x.no/'b'.", id="not in an address"),
        pytest.param("«Nei», sa «Per».", '"No, said "Per".', "en", "“No, said “Per”.", id="one mark forgotten"),
        pytest.param("– Nei.", "No.", "en", "– No.", id="dash put back"),
        pytest.param("– Nei.", "– - No.", "en", "– No.", id="second dash away"),
        pytest.param("Nei.", "- No.", "en", "No.", id="dash of the model's own away"),
        pytest.param("Nei, takk.", "No , thanks .", "en", "No, thanks.", id="space before punctuation"),
        pytest.param("Vent ... her", "Wait ... here", "en", "Wait ... here", id="space before an ellipsis"),
        pytest.param("Bonsoir!", "Bonsoir !", "fr", "Bonsoir !", id="French spacing"),
        pytest.param("Ja.", "Yes..", "en", "Yes.", id="two full stops"),
        pytest.param("Hva?", "What?.", "en", "What?", id="question mark and full stop"),
        pytest.param("Ja.", "Yes,.", "en", "Yes.", id="comma and full stop"),
        pytest.param("Org.nr. 987 MVA", "Org. No.. 987 MVA", "en", "Org. No. 987 MVA", id="two full stops within"),
        pytest.param("Se .. og 9", "See ab.. and 9", "en", "See ab.. and 9", id="two full stops of its own"),
        pytest.param("Ja ...", "Yes ...", "en", "Yes ...", id="an ellipsis"),
        pytest.param("Han sa «ja».", 'He said "yes.".', "en", "He said “yes.”", id="full stops around a mark"),
        pytest.param("Slutt.\u200b", "The end.", "en", "The end.", id="a zero-width space behind the full stop"),
        pytest.param("Kapittel en", "Chapter one.", "en", "Chapter one", id="heading"),
        pytest.param("Kontor i USA", "Office in the U.S.", "en", "Office in the U.S.", id="abbreviation"),
        pytest.param("Epler osv", "Apples etc.", "en", "Apples etc.", id="one-word abbreviation"),
    ],
)
def test_the_last_touches(source: str, target: str, language: str, expected: str) -> None:
    assert finish(source, target, language) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Leiekontrakt nr. 5", "rent contract No. 5", "Rent contract No. 5"),
        ("– Takk!", "– thanks!", "– Thanks!"),
        ("«Å nei», sa hun.", "“oh no,” she said.", "“Oh no,” she said."),
        ("iPhone er ny.", "iPhone is new.", "iPhone is new."),
        ("Nye iPhone er her.", "iPhone is here.", "iPhone is here."),
        ("Tolv katter.", "12 cats.", "12 cats."),
        ("2. Kapittel", "2nd chapter", "2nd chapter"),
        ("etter middag", "after dinner", "after dinner"),
        ("Les https://a.no/b", "https://a.no/b is read", "https://a.no/b is read"),
        ("In this house", "i dette huset", "I dette huset"),  # "i" is part of "this"
        ("Stor hage", "a large garden", "A large garden"),
        ("Kommandoen ls viser filer.", "ls shows files.", "ls shows files."),
    ],
)
def test_a_sentence_begins_with_a_capital_if_the_source_does(source: str, target: str, expected: str) -> None:
    assert finish(source, target, "en") == expected


@pytest.mark.parametrize(
    ("source", "target", "language", "expected"),
    [
        ("“Yes,” she said.", "Ja, sa hun.", "nb", "«Ja», sa hun."),
        ("“Go home!” they cried.", "Gå hjem! ropte de.", "nb", "«Gå hjem!» ropte de."),
        ("“Go home!” they cried.", "Gå hjem!» ropte de.", "nb", "«Gå hjem!» ropte de."),
        ("“Yes, at 10.30,” she said.", "Ja, kl. 10.30, sa hun.", "nb", "«Ja, kl. 10.30», sa hun."),
        ("“I know,” he said, “it is.”", "Jeg vet, sa han, «det er det.»", "nb", "«Jeg vet», sa han, «det er det.»"),
        ("«Ja», sa hun.", "Yes, she said.", "en", "“Yes,” she said."),
        (
            "«Ja, og nei!» sa hun, og gikk.",
            "Yes, and no! she said, and went.",
            "en",
            "“Yes, and no!” she said, and went.",
        ),
        # It is unclear where these quotations end, or they are already there.
        ("“Yes” is a word.", "Ja er et ord.", "nb", "Ja er et ord."),
        ("“Yes, no,” she said.", "Ja sa hun.", "nb", "Ja sa hun."),
        ("“Yes,” she said.", "«Ja», sa hun.", "nb", "«Ja», sa hun."),
    ],
)
def test_speech_at_the_beginning_has_its_marks(source: str, target: str, language: str, expected: str) -> None:
    assert finish(source, target, language) == expected


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (
            [("Da det regnet,", "When it rained."), ("gikk hun hjem.", "She went home.")],
            "When it rained, she went home.",
        ),
        ([("Han så henne;", "He saw her;"), ("Oslo var tom.", "Oslo was empty.")], "He saw her; Oslo was empty."),
        ([("Ja, kl.", "Yes, at."), ("ti.", "Ten.")], "Yes, at. ten."),
        ([("hun sa:", "she said –"), ("nei", "No")], "she said – no"),
    ],
)
def test_pieces_of_a_long_sentence_are_one_sentence_again(pieces: list[tuple[str, str]], expected: str) -> None:
    assert joined_pieces(pieces) == expected


SPEECH = [
    # The dash leads speech up to the end: the marks of the translation are a pair.
    ("Svar om ferga: – Vi er lurt", "Answer on the ferry: \"We've been had", "Answer on the ferry: “We've been had”"),
    ("Statsministeren: – Jeg går ikke av.", 'Prime Minister: "I stay.', "Prime Minister: “I stay.”"),
    ("Hun sa: – Nei.", 'She said: "No."', "She said: “No.”"),
    ("I «Bladet»: – Vi er lei oss", 'In "Bladet": "We are sorry', "In “Bladet”: “We are sorry”"),
    # Where it ends is unclear, or the dash is there: the dash stays.
    ("Hun sa: – Vi er lei oss, sier hun.", 'She said: "We are sorry, she says.', "She said: – We are sorry, she says."),
    ("– Nei, sier hun.", '"No, she says.', "– No, she says."),
    ("– Nei, sier hun.", '"No," she says.', "– No, she says."),
    ("– Nei, sier hun.", 'No," she says.', "– No, she says."),
    ("– Nei – aldri, sier han.", '– "No – never," he says.', "– No – never, he says."),
    # A mark that stands for nothing.
    ("Jeg sa nei.", 'I said "no.', "I said no."),
    ("Jeg sa nei.", 'I said no."', "I said no."),
    ("Jeg sa nei til det", 'I said " no to it', "I said no to it"),
    # No dash before speech, or part of a longer quotation.
    ("Oslo – Bergen", '"Oslo" – Bergen', '"Oslo" – Bergen'),
    ("«Ja. ", '"Yes.', "“Yes."),
    ("Det er 5 tommer", 'It is 5" pipe', 'It is 5" pipe'),
]


@pytest.mark.parametrize(("source", "target", "expected"), SPEECH)
def test_a_quotation_mark_has_its_partner_or_is_the_dash_of_the_source(source: str, target: str, expected: str) -> None:
    assert finish(source, target, "en") == expected


def test_norwegian_gets_its_own_marks_for_a_dash() -> None:
    assert finish("She said: – I stay.", 'Hun sa: "Jeg blir.', "nb") == "Hun sa: «Jeg blir.»"


@given(
    lead=st.sampled_from(["", "Hun sa: ", "Nei! "]),
    said=st.lists(st.sampled_from(["nei", "ja,", "så.", '"', "“", "”", "–", "«", "»"]), min_size=1, max_size=8),
    language=st.sampled_from(["nb", "en"]),
)
def test_no_quotation_mark_of_a_translated_dash_stands_alone(lead: str, said: list[str], language: str) -> None:
    result = finish(f"{lead}– Vi er lei oss, sier hun.", f"{lead}{' '.join(said)}", language)
    opening, closing = ("«", "»") if language == "nb" else ("“", "”")
    assert result.count(opening) == result.count(closing), result


@given(source=TEXTS, target=TEXTS, language=st.sampled_from(["nb", "en", "fr"]))
@example(source="«a»", target="3 000", language="nb")
def test_the_last_touches_lose_nothing(source: str, target: str, language: str) -> None:
    result = finish(source, target, language)
    assert lost(target, result) == ()
    assert lost(source, result) == lost(source, target)

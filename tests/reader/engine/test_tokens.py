"""What is not language goes around the model and comes back to the letter, whatever the model does."""

import re

import pytest

from reader.engine import Engine
from reader.engine.pivot import Pivot
from reader.engine.tokens_linked import pinned
from reader.packages import find_packages
from tests.reader.engine.echo import Echo
from tests.tokens_in import Made, samples, tokens

NORWEGIAN = [
    "Hunden sover lenge i huset.",
    "Vinden ristet huset, og naboene kom i går.",
    "Han leste aviser høyt hver søndag.",
    "Jeg kjøpte tre bøker i byen, og hun lånte dem.",
    "I sommer padler vi kajakk og sover i telt.",
]
ENGLISH = [
    "The dog sleeps long in the house.",
    "The wind shook the house, and the neighbours came yesterday.",
    "He read newspapers aloud every Sunday.",
    "I bought three books in town, and she borrowed them.",
    "This summer we paddle kayaks and sleep in tents.",
]
SENTENCES = {"nb": NORWEGIAN, "en": ENGLISH}


def made_in(language: str, each: int) -> tuple[list[str], list[tuple[Made, ...]]]:
    """Sentences with tokens of every class, and the tokens of each."""
    pairs = [(sentence, "") for sentence in SENTENCES[language]] * 200
    made = tokens(each)
    done = list(samples(made, pairs, language))
    assert sum(len(sample.tokens) for sample in done) == len(made)
    return [sample.text for sample in done], [sample.tokens for sample in done]


@pytest.fixture(scope="module")
def engines() -> dict[str, Engine]:
    return {a: Engine(find_packages().choose(a, b)) for a, b in (("nb", "en"), ("en", "nb"))}


@pytest.mark.parametrize(("source", "target"), [("nb", "en"), ("en", "nb")])
def test_tokens_of_every_class_come_back_to_the_letter(engines: dict[str, Engine], source: str, target: str) -> None:
    sentences, wanted = made_in(source, 6)
    hypotheses = engines[source].translate(sentences)
    lost = [
        (sentence, made.kind)
        for sentence, hypothesis, those in zip(sentences, hypotheses, wanted, strict=True)
        for made in those
        if made.in_language(target) not in hypothesis.text
    ]
    assert lost == []
    assert not [hypothesis for hypothesis in hypotheses if "verbatim" in hypothesis.warnings]


def test_more_tokens_than_a_class_has_are_an_error() -> None:
    with pytest.raises(ValueError, match="of code: 84"):
        tokens(100)


HOSTILE = [
    "Hunden så {{navn}} og X1 og X2 i huset.",
    "HUNDEN SOVER PÅ https://nrk.no/a I HUSET.",
    "Hunden{0}sover -{1}- i %s-huset.",
    "{0}{1} {2}",
    "Se " + ", ".join(f"{{{n}}}" for n in range(200)) + " i huset.",
    "Se " + " og ".join(f"{{{n}}}" for n in range(200)) + " i huset.",
    "Hunden sover 😆.\nKatten {navn} kom.",
    "«{navn}» sover («{dato}»), sa {x}.",
]


@pytest.mark.parametrize("said", ["", "No.", "X1 X1 X2 X9 x1.", "The dog the dog the dog the dog the dog the dog."])
def test_nothing_is_lost_by_a_model_that_garbles_everything(echoing: Engine, echo: Echo, said: str) -> None:
    echo.says = _Always(said)
    for sentence, hypothesis in zip(HOSTILE, echoing.translate(HOSTILE), strict=True):
        assert _templates(hypothesis.text) == _templates(sentence)


class _Always(dict[str, list[str]]):
    """The same answer to everything."""

    def __init__(self, said: str) -> None:
        self._said = said

    def get(self, key: str, default: object = None) -> list[str]:
        return [self._said]


def _templates(text: str) -> list[str]:
    return sorted(re.findall(r"\{+\w+\}+|%s|😆|https://nrk.no/a", text))


@pytest.mark.parametrize("sentence", HOSTILE)
def test_nothing_is_lost_by_a_model_that_translates(engines: dict[str, Engine], sentence: str) -> None:
    [hypothesis] = engines["nb"].translate([sentence])
    assert _templates(hypothesis.text) == _templates(sentence)


def test_nothing_is_lost_through_a_third_language(engines: dict[str, Engine]) -> None:
    hypotheses = Pivot(engines["nb"], engines["en"]).translate(HOSTILE)
    assert [_templates(hypothesis.text) for hypothesis in hypotheses] == [_templates(text) for text in HOSTILE]


def test_what_is_nothing_but_tokens_is_not_sent(echoing: Engine, echo: Echo) -> None:
    sentences = ["{navn} %s", "😆 #norge", "https://nrk.no/a, C:\\data\\fil.txt", "v2.1.0-beta.3"]
    assert [hypothesis.text for hypothesis in echoing.translate(sentences)] == sentences
    assert echo.calls == []


def test_no_model_reads_any_of_a_long_token(echoing: Engine, echo: Echo) -> None:
    long = "QFZTY0IGVyIGrl2Ug3B" * 5000
    [hypothesis] = echoing.translate([f"Hunden så {long} i huset."])
    assert long in hypothesis.text
    assert not any("QFZ" in token for batch in echo.calls for line in batch for token in line)


def test_the_decimal_sign_of_a_quantity_is_that_of_the_target_language(engines: dict[str, Engine]) -> None:
    [hypothesis] = engines["nb"].translate(["Det er −12,5 °C i huset."])
    assert "−12.5 °C" in hypothesis.text
    [hypothesis] = engines["en"].translate(["It is −12.5 °C in the house."])
    assert "−12,5 °C" in hypothesis.text


@pytest.mark.parametrize(
    "sentence", ["Hunden så {{navn}} i huset.", "Hunden så 😆 i huset.", "Hunden så https://nrk.no/a i huset."]
)
def test_a_token_is_linked_to_itself_and_the_words_around_it_to_theirs(
    engines: dict[str, Engine], sentence: str
) -> None:
    [hypothesis] = engines["nb"].translate([sentence])
    linked = {(sentence[a:b], hypothesis.text[c:d]) for a, b, c, d, _ in hypothesis.links}
    assert {("Hunden", "dog"), ("huset", "house")} <= {(a, b.lower()) for a, b in linked}
    token = sentence.split()[2]
    assert all((a in token) == (b in token) for a, b in linked)


def test_tokens_are_there_whether_or_not_words_are_linked(engines: dict[str, Engine]) -> None:
    for linking in (True, False):
        results = engines["nb"].translate(HOSTILE, linking=linking)
        assert [_templates(each.text) for each in results] == [_templates(text) for text in HOSTILE]


@pytest.mark.parametrize("token", ["{}", "😀", "&&", "22 33 44 55"])
def test_a_token_without_letters_is_linked_as_a_whole(token: str) -> None:
    source, target = f"Se {token} her", f"Look {token} here"
    here, there = (3, 3 + len(token)), (5, 5 + len(token))
    assert pinned([(0, 2, 0, 4, 0.9)], source, target, [(here, there)])[1:] == ((*here, *there, 1.0),)

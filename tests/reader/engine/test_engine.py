import shutil
from functools import cache
from pathlib import Path

import ctranslate2
import pytest
from hypothesis import given, strategies as st

from reader.engine import Engine
from reader.errors import PackageError
from reader.packages import find_packages, load_tokenizer, read_package

pytestmark = pytest.mark.usefixtures("shipped_pair")


@pytest.fixture(scope="module")
def engine() -> Engine:
    return _shared_engine()


def test_the_ith_translation_is_that_of_the_ith_sentence_whatever_the_batch(engine: Engine) -> None:
    sentences = ["Dette er en katt.", "Jeg vil gjerne ha en kopp kaffe og et glass vann.", "Nei.", "Hun bor i Oslo."]
    together = [hypothesis.text for hypothesis in engine.translate(sentences)]
    alone = [engine.translate([sentence])[0].text for sentence in sentences]
    assert together == alone
    assert all(together)


@pytest.mark.parametrize("sentence", ["Dette er en katt.", "Hun bor i Oslo i dag, og han kjøpte tre bøker.", "Nei."])
def test_a_score_is_a_mean_log_probability(engine: Engine, sentence: str) -> None:
    """Of the tokens including the end, as CTranslate2 scores the same translation."""
    [hypothesis] = engine.translate([sentence])
    encode, folder = load_tokenizer(engine.package).encode, engine.package.path
    texts = [[encode(sentence)], [encode(hypothesis.text)]]
    [scored] = ctranslate2.Translator(str(folder / "model")).score_batch(*texts)
    assert scored.tokens == [*texts[1][0], "</s>"]
    # With eight-bit numbers the scores differ a little.
    assert hypothesis.score == pytest.approx(sum(scored.log_probs) / len(scored.log_probs), rel=0.02)


def test_no_sentences_give_no_translations(engine: Engine) -> None:
    assert engine.translate([]) == []


def test_set_phrases_among_sentences_are_those_of_the_table(engine: Engine) -> None:
    found = engine.translate(["Mvh Kari", "Nei.", "Hei"])
    assert [each.text for each in found][::2] == ["Kind regards, Kari", "Hi"]
    assert (found[0].links[0], found[0].linked) == ((0, 3, 0, 12, 1.0), True)
    assert found[1].text == engine.translate(["Nei."])[0].text


def test_what_has_no_words_is_not_sent_and_comes_back_as_it_is(engine: Engine) -> None:
    blanks = ["", "  ", "* * *", "– 12 / 5", "…"]
    assert [hypothesis.text for hypothesis in engine.translate(blanks)] == blanks


def test_a_sentence_longer_than_the_model_takes_is_not_cut(engine: Engine) -> None:
    clause = "og i Oslo bor det mange mennesker som liker å gå på tur"
    short, long = (", ".join([clause] * times) for times in (3, 60))
    short_answer, long_answer = engine.translate([short, long])
    assert len(long_answer.text) > 8 * len(short_answer.text)


def test_a_single_word_without_end_is_survived(engine: Engine) -> None:
    [hypothesis] = engine.translate(["x" * 350])  # 350 tokens, so that it is cut more than once
    assert hypothesis.text


@pytest.mark.parametrize("damage", ["nonsense", "empty", "cut"])
def test_a_damaged_model_is_refused_with_what_to_do(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "translate-nb_en"
    shutil.copytree(find_packages().choose("nb", "en").path, folder)
    model = folder / "model" / "model.bin"
    whole = model.read_bytes()
    model.write_bytes({"nonsense": b"nonsense" * 100, "empty": b"", "cut": whole[: len(whole) // 2]}[damage])
    with pytest.raises(PackageError, match=r"cannot be loaded\. Install the package again"):
        Engine(read_package(folder))


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("Se https://example.org/a_b?x=1&y=2 for mer.", ["https://example.org/a_b?x=1&y=2"]),
        ("Skriv til ola.nordmann@nav.no om dette.", ["ola.nordmann@nav.no"]),
        ("Filen min_fil_navn.txt ligger i C:\\data\\2024.", ["min_fil_navn.txt", "C:\\data\\2024"]),
        ("Det var 135 sivile og 168 soldater i 2015, og 17 av dem var barn.", ["135", "168", "2015", "17"]),
        ("– Nei, sa han.", ["– "]),
    ],
    ids=["an address", "an e-mail address", "names of files", "numbers", "the dash of speech"],
)
def test_what_must_survive_is_in_the_translation(engine: Engine, sentence: str, kept: list[str]) -> None:
    [hypothesis] = engine.translate([sentence])
    assert [part for part in kept if part not in hypothesis.text] == []


def test_a_line_in_capitals_is_translated_and_comes_back_in_capitals(engine: Engine) -> None:
    shouted, said = engine.translate(["DETTE ER EN KATT", "Dette er en katt"])
    assert shouted.text == said.text.upper()
    assert "CAT" in shouted.text


def test_quotation_marks_are_those_of_the_target_language(engine: Engine) -> None:
    [hypothesis] = engine.translate(["«Dette er en katt», sa han."])
    assert "«" not in hypothesis.text
    assert "»" not in hypothesis.text


def test_links_join_words_that_belong_together(engine: Engine) -> None:
    sentence = "Det var 135 katter i Oslo."
    [hypothesis] = engine.translate([sentence])
    linked = {(sentence[a:b], hypothesis.text[c:d]) for a, b, c, d, _ in hypothesis.links}
    assert {("135", "135"), ("Oslo", "Oslo")} <= linked
    assert "var" in {source for source, _ in linked}


def test_any_given_translation_can_be_linked(engine: Engine) -> None:
    source, edited = "Jeg kjøpte tre bøker i går.", "Yesterday I bought three books."
    [links] = engine.align([(source, edited)])
    linked = {(source[a:b], edited[c:d]) for a, b, c, d, _ in links}
    assert {("kjøpte", "bought"), ("bøker", "books")} <= linked


KEY = "aB3/" * 200


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(f"Se {KEY} her.", {("Se", "See"), (KEY, KEY), ("her", "here")}, id="between words"),
        pytest.param(f"{KEY} er nøkkelen.", {(KEY, KEY), ("er", "is"), ("nøkkelen", "key")}, id="before words"),
    ],
)
def test_words_around_a_long_run_are_translated_and_linked(
    engine: Engine, sentence: str, expected: set[tuple[str, str]]
) -> None:
    [hypothesis] = engine.translate([sentence])
    assert KEY in hypothesis.text
    assert hypothesis.warnings == ()
    assert expected <= {(sentence[a:b], hypothesis.text[c:d]) for a, b, c, d, _ in hypothesis.links}


def test_an_engine_may_leave_the_linking_out() -> None:
    engine = Engine(find_packages().choose("nb", "en"), linking=False)
    assert not engine.links_words
    assert [hypothesis.links for hypothesis in engine.translate(["Dette er en katt."])] == [()]
    assert engine.align([("en katt", "a cat")]) == [()]


SENTENCES = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.lists(
            st.sampled_from(
                ["Ola", "sa:", "«nei»", "– ", "3,5", "😀", "HEI", "a_b.txt", "e\u0301n", "\t", "...", "http://x.no/æ"]
            )
        ).map(" ".join),
    ),
    max_size=4,
)


@given(SENTENCES)
def test_whatever_comes_in_links_lie_inside_their_texts(sentences: list[str]) -> None:
    engine = _shared_engine()
    hypotheses = engine.translate(sentences)
    assert len(hypotheses) == len(sentences)
    for sentence, hypothesis in zip(sentences, hypotheses, strict=True):
        assert hypothesis.score <= 0
        for a, b, c, d, weight in hypothesis.links:
            assert 0 <= a < b <= len(sentence)
            assert 0 <= c < d <= len(hypothesis.text)
            assert 0 <= weight <= 1


@cache
def _shared_engine() -> Engine:
    return Engine(find_packages().choose("nb", "en"))

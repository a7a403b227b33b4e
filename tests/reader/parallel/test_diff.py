import pytest
import sacrebleu
from hypothesis import given, strategies as st

from reader.parallel import differences
from reader.parallel.diff import similarity, unchanged


def marked(original: str, back: str) -> tuple[list[str], list[str]]:
    found = differences(original, back)
    return [original[a:b] for a, b in found.original], [back[a:b] for a, b in found.back]


@pytest.mark.parametrize(
    ("original", "back", "expected"),
    [
        ("Hun bor i Oslo.", "Hun bor i Oslo.", ([], [])),
        ("Hun bor i Oslo.", "Han bor i  oslo.", (["Hun"], ["Han"])),
        ("Hun bor i Oslo nå.", "Hun bor i Oslo.", (["nå"], [])),
        ("Hun bor der.", "Hun bor ikke der lenger.", ([], ["ikke", "lenger"])),
        ("den store, gamle katten", "den gamle katten", (["store,"], [])),
        ("Det koster 1 500,50 kr.", "Det koster 1 500,05 kr.", (["1 500,50"], ["1 500,05"])),
        ("Det koster 1 500 kr.", "Det koster 1\N{NO-BREAK SPACE}500 kr.", ([], [])),
        ("skriv til ola@nav.no 😀", "skriv til kari@nav.no 👍🏽", (["ola@nav.no 😀"], ["kari@nav.no 👍🏽"])),
        ("hun 👍🏽 kom", "hun 👍🏿 kom", (["👍🏽"], ["👍🏿"])),
        ("det er 50 % av § 3-1", "det er 40 % av § 3-2", (["50 %", "§ 3-1"], ["40 %", "§ 3-2"])),
        ("en hund 😀 og en katt", "to hunder 😀 og en mus", (["en hund", "katt"], ["to hunder", "mus"])),
        ("Ja.", "", (["Ja."], [])),
        ("", "Ja.", ([], ["Ja."])),
        ("", "", ([], [])),
    ],
)
def test_the_words_that_differ_are_marked_on_both_sides(
    original: str, back: str, expected: tuple[list[str], list[str]]
) -> None:
    assert marked(original, back) == expected


texts = st.text("ab Å.,1😀", max_size=25)


@given(texts, texts)
def test_what_is_not_marked_is_the_same_on_both_sides(original: str, back: str) -> None:
    found = differences(original, back)

    def rest(text: str, spans: tuple[tuple[int, int], ...]) -> str:
        for start, end in reversed(spans):
            assert text[start:end].strip() == text[start:end] != ""
            text = text[:start] + text[end:]
        return "".join(text.split()).casefold()

    assert rest(original, found.original) == rest(back, found.back)


@given(texts, texts)
def test_the_similarity_is_sacrebleus_chrf(reference: str, hypothesis: str) -> None:
    if "".join(reference.split()) != "".join(hypothesis.split()):
        expected = sacrebleu.sentence_chrf(hypothesis, [reference]).score / 100
        assert similarity(reference, hypothesis) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("one", "other", "score"), [("", " ", 1.0), ("a b", "ab", 1.0), ("a", "", 0.0), ("a", "b", 0.0)]
)
def test_the_ends_of_the_scale(one: str, other: str, score: float) -> None:
    assert similarity(one, other) == score


def test_a_long_paragraph_takes_no_time() -> None:
    text = "Det var en gang en mann som bodde i et hus ved sjøen. " * 60
    assert differences(text, text.replace("mann", "kvinne")).similarity > 0.8


@given(st.lists(st.sampled_from("ab.c"), max_size=60), st.lists(st.sampled_from("ab.d"), max_size=60))
def test_what_is_unchanged_stands_in_both_in_the_same_order(before: list[str], after: list[str]) -> None:
    here = there = 0
    for first, second, size in unchanged(before, after):
        assert size > 0 and first >= here and second >= there
        here, there = first + size, second + size
        assert before[first:here] == after[second:there]
    assert here <= len(before) and there <= len(after)

"""Translations of sentences that run on over cues, cut into the parts of these."""

from hypothesis import given, strategies as st

from reader.parallel import Hypothesis, part_of
from reader.text import Link, Whole, word_spans

NB_EN = ("nb", "en")
WORDS = st.lists(st.sampled_from(["hus", "i", "fjellheimen", "kom,", "–", "da", "水水水"]), min_size=1, max_size=9)


def parts(cues: list[str], translation: str, links: tuple[Link, ...] = (), warnings: tuple[str, ...] = ()) -> list[str]:
    return [each.text for each in cut(cues, Hypothesis(translation, -0.5, links, warnings))]


def cut(cues: list[str], translation: Hypothesis) -> list[Hypothesis]:
    text, begins = " ".join(cues), [sum(len(cue) + 1 for cue in cues[: n + 1]) for n in range(len(cues) - 1)]
    return [part_of(Whole(text, tuple(begins), n), translation, NB_EN) for n in range(len(cues))]


def linked(source: str, target: str, *words: int) -> tuple[Link, ...]:
    """Word n of the source is linked to the one with the n-th number in the target."""
    theirs = word_spans(target)
    return tuple((*ours, *theirs[n], 1.0) for ours, n in zip(word_spans(source), words, strict=True))


@st.composite
def translations(draw: st.DrawFn) -> tuple[list[str], Hypothesis]:
    cues = draw(st.lists(WORDS.map(" ".join), min_size=2, max_size=5))
    source, target = " ".join(cues), " ".join(draw(WORDS))
    ends = [(source, word_spans(source)), (target, word_spans(target))]
    pair = st.tuples(*(st.sampled_from(spans or [(0, len(text))]) for text, spans in ends))
    found = draw(st.lists(pair, max_size=6))
    return cues, Hypothesis(target, -0.5, tuple(sorted({(*ours, *theirs, 1.0) for ours, theirs in found})))


@given(translations())
def test_no_word_is_lost_or_there_twice_no_part_is_empty_and_links_stand_inside(
    found: tuple[list[str], Hypothesis],
) -> None:
    cues, translation = found
    cut_up = cut(cues, translation)
    kept = [each.text for each in cut_up]
    while kept[-1] == "…":
        kept.pop()
    assert "".join("".join(kept).split()) == "".join(translation.text.split())
    assert len(kept) == len(cues) or len(kept) > translation.text.count(" ")
    assert all(each.text == each.text.strip() != "" for each in cut_up)
    for cue, each in zip(cues, cut_up, strict=True):
        for s0, s1, t0, t1, _ in each.links:
            assert cue[s0:s1] in translation.text or cue[s0:s1].strip()
            assert each.text[t0:t1] in {translation.text[a:b] for _, _, a, b, _ in translation.links}


def test_a_cut_stands_where_linked_words_part() -> None:
    source, target = "jeg gikk hjem og hadde alle sekkene", "I walked home and had every one"
    assert parts([source[:13], source[14:]], target, linked(source, target, 0, 1, 2, 3, 4, 5, 6)) == [
        "I walked home",
        "and had every one",
    ]


def test_without_links_a_cut_stands_behind_a_sign_near_its_place() -> None:
    assert parts(["hun kom hjem igjen også nå", "men for sent"], "she was back home, but too late") == [
        "she was back home,",
        "but too late",
    ]


def test_a_cue_without_a_word_of_its_own_shows_that_the_sentence_goes_on() -> None:
    assert parts(["Vær", "så", "snill."], "Please do.") == ["Please", "do.", "…"]


def test_a_warning_is_told_at_the_part_that_it_is_about() -> None:
    source, target = ["Vi kjøpte 17 sekker", "og 30 kister i byen."], "We bought 17 sacks and 50 chests in town."
    found = cut(source, Hypothesis(target, -0.5, (), ("number",)))
    assert [each.warnings for each in found] == [(), ("number",)]
    found = cut(source, Hypothesis(target, -0.5, (), ("short",)))
    assert [each.warnings for each in found] == [("short",), ()]


def test_before_an_ellipsis_that_is_kept_stands_no_other_sign() -> None:
    whole = Whole("hun gikk men kom", (9,), 0, "", " ...")
    assert part_of(whole, Hypothesis("she went, but came", -0.5), NB_EN).text == "she went ..."

"""Rows cut into steps for facing pages."""

from hypothesis import given, strategies as st

from reader.export import ExportOptions
from reader.export.blocks import Block, Segment, blocks
from reader.export.pdf.steps import steps
from reader.parallel import ParallelText, Row, SentencePair, State
from reader.text import Document, Paragraph

SENTENCE = st.text("abc æø\n", min_size=1, max_size=40)


def block_of(row: Row) -> Block:
    text = ParallelText(Document("", (row.source,), None, "nb", True), "nb", "en", (), [row])
    return next(iter(blocks(text, ExportOptions(), sentences=True)))


def plain(segments: tuple[Segment, ...]) -> str:
    return "".join(piece.text for segment in segments for piece in segment.pieces)


@given(st.lists(st.tuples(SENTENCE, SENTENCE), min_size=1, max_size=6), st.randoms(), st.integers(3, 60))
def test_steps_joined_are_the_two_texts(pairs: list[tuple[str, str]], random: object, longest: int) -> None:
    order = list(range(len(pairs)))
    random.shuffle(order)  # type: ignore[attr-defined]
    sources, targets, place = [], {}, 0
    for source, _ in pairs:
        sources.append((place, place + len(source)))
        place += len(source)
    place = 0
    for index in order:  # the target's sentences are in another order
        targets[index] = (place, place + len(pairs[index][1]))
        place += len(pairs[index][1])
    spans = tuple(SentencePair(span, targets[index]) for index, span in enumerate(sources))
    texts = "x" + "".join(source for source, _ in pairs)[1:], "y" + "".join(pairs[index][1] for index in order)[1:]
    found = list(steps(block_of(Row(Paragraph(texts[0]), texts[1], State.DONE, spans)), longest))
    assert "".join(plain(source) for source, _ in found) == texts[0]
    assert "".join(plain(target) for _, target in found) == texts[1]


def test_a_step_is_a_sentence_pair_and_crossing_ones_stay_together() -> None:
    spans = ((0, 2), (0, 2)), ((3, 5), (6, 8)), ((6, 8), (3, 5))
    row = Row(Paragraph("A. B. C."), "a. c. b.", State.DONE, tuple(SentencePair(*span) for span in spans))
    found = [(plain(source).strip(), plain(target).strip()) for source, target in steps(block_of(row), 100)]
    assert found == [("A.", "a."), ("B. C.", "c. b.")]


def test_what_is_not_translated_has_steps_without_a_target() -> None:
    found = list(steps(block_of(Row(Paragraph("ord " * 100))), 50))
    assert len(found) > 5
    assert not any(target for _, target in found)

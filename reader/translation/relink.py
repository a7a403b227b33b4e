"""Word links for translated rows: the links that the models of both directions agree on.

Each model reads each sentence pair once, without beam search; both together take about half as long as the
translation did. So this is done after it, when nobody waits for text any more.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from reader.errors import CancelledError, TranslationError
from reader.memory import Memory
from reader.parallel import Hypothesis, Part, Row, RowLinked, SentencePair, assembled, parts_of, sentence_texts
from reader.text import Link, Span

if TYPE_CHECKING:
    from reader.engine import Engine, LinkingTranslator

# Rows at once: enough for full batches, few enough to be cancelled within a second or two.
_ROWS = 24


def relink(
    rows: Iterable[tuple[int, Row]],
    forward: "Engine",
    backward: "Engine | None",
    *,
    cancelled: Callable[[], bool] = lambda: False,
    memory: Memory | None = None,
    package: str = "",
) -> Iterator[RowLinked]:
    """Link the words of translated rows again, using the opposite direction too.

    Args:
        rows: translated rows, with their indices.
        forward, backward: the engines of the direction and of the opposite one; without `backward` only
            sentences that were never linked are.
        cancelled: called often; True ends the work.
        memory: where the better links are stored.
        package: identity under which they are stored.

    A batch on which a model fails keeps its links.
    """

    def wanting(pair: SentencePair | Part) -> bool:
        # A pair that was linked but has no links is too long for them or has no words; an edit was linked
        # when it was saved.
        return not pair.edited and (not pair.linked or (backward is not None and bool(pair.links)))

    waiting = ((index, row) for index, row in rows if any(map(wanting, row.sentences)))
    while (batch := list(islice(waiting, _ROWS))) and not cancelled():
        parts = [(index, *each) for index, row in batch for each in _wanted(row, wanting)]
        texts = [(sentence, part.text) for _, sentence, part in parts]
        try:
            links = forward.align(texts, backward, cancelled=cancelled)
        except TranslationError:
            continue
        except CancelledError:
            return
        found = dict(zip(((index, part.source) for index, _, part in parts), links, strict=True))
        if memory is not None:
            # Stores nothing for text that was forgotten or translated again meanwhile.
            memory.relink(package, dict(map(_remembered, (part for _, _, part in parts), texts, links)))
        for index, row in batch:
            yield RowLinked(index, _relinked(index, row, found))


def unlinked(rows: Sequence[Row]) -> list[tuple[int, Row]]:
    """The rows, with their indices, that have a sentence whose words were never linked."""
    return [(i, row) for i, row in enumerate(rows) if not all(pair.linked for pair in row.sentences)]


def relink_edit(
    sentence: str, edit: Hypothesis, engine: "LinkingTranslator", backward: "Engine | None" = None
) -> Hypothesis:
    """The user's edit of a sentence with its words linked by a model (forced alignment of the two texts).

    If the model has no reliable links, the edit keeps its own.

    Args:
        sentence: the sentence in the source language.
        edit: its translation by the user.
        engine: of the direction; one package or several.
        backward: the engine of the opposite direction; links that both agree on are more often right.

    Raises:
        TranslationError: a model failed.
    """
    if not edit.text:
        return edit
    from reader.engine import Engine  # late: only editing needs it

    pairs = [(sentence, edit.text)]
    links = engine.align(pairs, backward) if isinstance(engine, Engine) else engine.align(pairs)
    return replace(edit, links=links[0]) if links[0] else edit


def _wanted(row: Row, wanting: Callable[[Part], bool]) -> Iterator[tuple[str, Part]]:
    """The sentences to be linked, as they are asked for, and their parts."""
    return ((s, part) for s, part in zip(sentence_texts(row), parts_of(row), strict=True) if wanting(part))


def _remembered(part: Part, texts: tuple[str, str], links: tuple[Link, ...]) -> tuple[str, Hypothesis]:
    return texts[0], Hypothesis(texts[1], part.score or 0.0, links, part.warnings)


def _relinked(index: int, row: Row, found: dict[tuple[int, Span], tuple[Link, ...]]) -> Row:
    parts = [
        part._replace(links=found[key], linked=True) if (key := (index, part.source)) in found else part
        for part in parts_of(row)
    ]
    return assembled(row.source, parts).carrying_over(row)

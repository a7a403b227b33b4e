"""Word links for what is translated already: both directions asked, and what they agree on kept.

Each model reads each sentence pair once, without searching, which takes both together about half as long as
the translation did. So it comes after it, when nobody waits for text any more.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from reader.engine import Engine, Linking
from reader.errors import CancelledError, TranslationError
from reader.memory import Memory
from reader.parallel import Hypothesis, Link, Row, RowLinked, SentencePair, carried_marks, moved_links
from reader.text import Span

# Rows at once: enough for full batches, few enough to be cancelled within a second or two.
_ROWS = 24


def relink(
    rows: Iterable[tuple[int, Row]],
    forward: Engine,
    backward: Engine | None,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    memory: Memory | None = None,
    package: str = "",
) -> Iterator[RowLinked]:
    """Link the words of translated rows anew, with the help of the opposite direction.

    Args:
        rows: rows that are translated, with their indices.
        forward, backward: the engines of the direction and of the opposite one; without that only what
            was not linked at all is.
        cancelled: asked often; True ends the work.
        memory: where the better links are kept.
        package: identity under which it keeps them.

    A batch on which a model fails keeps the links it has.
    """

    def wanting(pair: SentencePair) -> bool:
        # What was looked for links and has none was too long for them, or has no words; the user's edit is
        # no model's, and was linked when it was written.
        return not pair.edited and (not pair.linked or (backward is not None and bool(pair.links)))

    waiting = ((index, row) for index, row in rows if any(map(wanting, row.sentences)))
    while (batch := list(islice(waiting, _ROWS))) and not cancelled():
        pairs = [(index, row, pair) for index, row in batch for pair in row.sentences if wanting(pair)]
        texts = [_texts(row, pair) for _, row, pair in pairs]
        try:
            links = forward.align(texts, backward, cancelled=cancelled)
        except TranslationError:
            continue
        except CancelledError:
            return
        found = dict(zip(((index, pair.source) for index, _, pair in pairs), links, strict=True))
        if memory is not None:
            # Meanwhile the document may have been forgotten, or translated anew.
            memory.relink(package, dict(map(_remembered, (pair for _, _, pair in pairs), texts, links)))
        for index, row in batch:
            yield RowLinked(index, _relinked(index, row, found))


def unlinked(rows: Sequence[Row]) -> list[tuple[int, Row]]:
    """The rows, with their indices, that have a sentence whose words were never looked for links."""
    return [(i, row) for i, row in enumerate(rows) if not all(pair.linked for pair in row.sentences)]


def relink_edit(sentence: str, edit: Hypothesis, engine: Linking, backward: Engine | None = None) -> Hypothesis:
    """The user's translation of a sentence with its words linked by a model: forced alignment of the two texts.

    Where the model has no reliable links it keeps those it has.

    Args:
        sentence: the sentence in the source language.
        edit: its translation.
        engine: of the direction; one package or several.
        backward: the engine of the opposite direction; links that both agree on are righter.

    Raises:
        TranslationError: a model failed.
    """
    if not edit.text:
        return edit
    pairs = [(sentence, edit.text)]
    links = engine.align(pairs, backward) if isinstance(engine, Engine) else engine.align(pairs)
    return replace(edit, links=links[0]) if links[0] else edit


def _texts(row: Row, pair: SentencePair) -> tuple[str, str]:
    return row.source.text[slice(*pair.source)], row.target[slice(*pair.target)]


def _remembered(pair: SentencePair, texts: tuple[str, str], links: tuple[Link, ...]) -> tuple[str, Hypothesis]:
    return texts[0], Hypothesis(texts[1], pair.score or 0.0, links, pair.warnings)


def _relinked(index: int, row: Row, found: dict[tuple[int, Span], tuple[Link, ...]]) -> Row:
    pairs = tuple(
        replace(pair, links=moved_links(found[key], pair.source[0], pair.target[0]), linked=True)
        if key in found
        else pair
        for pair in row.sentences
        for key in [(index, pair.source)]
    )
    return row.with_links(pairs, carried_marks(row.source.marks, pairs, row.source.text, row.target))

"""Word links for what is translated already: both directions asked, and what they agree on kept.

Each model reads each sentence pair once, without searching, which takes both together about half as long as
the translation did. So it comes after it, when nobody waits for text any more.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from reader.engine import Engine
from reader.errors import CancelledError, TranslationError
from reader.memory import Memory
from reader.parallel import Hypothesis, Link, Row, SentencePair, carried_marks, moved_links
from reader.translation.forward import Translated

# Rows at once: enough for full batches, few enough to be cancelled within a second or two.
_ROWS = 24


def refine(
    translated: Sequence[Translated],
    forward: Engine,
    backward: Engine | None,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    memory: Memory | None = None,
    package: str = "",
) -> Iterator[Translated]:
    """Link the words of translated rows anew, with the help of the opposite direction.

    Args:
        translated: rows that `translate` finished.
        forward, backward: the engines of the direction and of the opposite one; without that only what
            was not linked at all is.
        cancelled: asked often; True ends the work.
        memory: where the better links are kept.
        package: identity under which it keeps them.

    A batch on which a model fails keeps the links it has.
    """

    def wanting(pair: SentencePair) -> bool:
        # What was looked for links and has none was too long for them, or has no words; the user's own wording is
        # no model's, and was linked when it was written.
        return not pair.edited and (not pair.linked or (backward is not None and bool(pair.links)))

    rows = iter(t for t in translated if any(map(wanting, t.row.sentences)))
    while (batch := list(islice(rows, _ROWS))) and not cancelled():
        pairs = [(t, pair) for t in batch for pair in t.row.sentences if wanting(pair)]
        texts = [_texts(t.row, pair) for t, pair in pairs]
        try:
            links = forward.align(texts, backward, cancelled=cancelled)
        except TranslationError:
            continue
        except CancelledError:
            return
        found = dict(zip(((t.index, pair.source) for t, pair in pairs), links, strict=True))
        if memory is not None:
            # Meanwhile the document may have been forgotten, or translated anew.
            memory.relink(package, dict(map(_remembered, pairs, texts, links)))
        for t in batch:
            yield Translated(t.index, _relinked(t, found))


def unlinked(rows: Sequence[Row]) -> list[Translated]:
    """The rows with a sentence whose words were never looked for links."""
    return [Translated(i, row) for i, row in enumerate(rows) if not all(pair.linked for pair in row.sentences)]


def _texts(row: Row, pair: SentencePair) -> tuple[str, str]:
    return row.source.text[slice(*pair.source)], row.target[slice(*pair.target)]


def _remembered(
    pair: tuple[Translated, SentencePair], texts: tuple[str, str], links: tuple[Link, ...]
) -> tuple[str, Hypothesis]:
    return texts[0], Hypothesis(texts[1], pair[1].score or 0.0, links, pair[1].warnings)


def _relinked(translated: Translated, found: dict[tuple[int, tuple[int, int]], tuple[Link, ...]]) -> Row:
    row = translated.row
    pairs = tuple(
        replace(pair, links=moved_links(found[key], pair.source[0], pair.target[0]), linked=True)
        if key in found
        else pair
        for pair in row.sentences
        for key in [(translated.index, pair.source)]
    )
    marks = carried_marks(row.source.marks, pairs, row.source.text, row.target)
    return replace(row, sentences=pairs, marks=marks)

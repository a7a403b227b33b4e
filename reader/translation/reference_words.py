"""Word links between the original and a human translation beside it, made by the models as for an edit.

They are made when they are looked at: a book has tens of thousands of sentences.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from reader import log
from reader.errors import CancelledError, TranslationError
from reader.parallel import Column, Row, SentencePair, Version, VersionLinked
from reader.text import Link

if TYPE_CHECKING:
    from reader.engine import Engine

# Rows at once: few enough to be cancelled, or to let others go first, within a second.
_ROWS = 12
# Below this weight a link is a guess: a human translation is freer than a machine's.
_LEAST = 0.3


def awaits_words(row: Row) -> bool:
    """Whether a row stands beside sentences of a reference translation whose words are still to be linked."""
    version = row.version(Column.REFERENCE)
    return version is not None and not all(pair.linked for pair in version.pairs)


def link_reference(
    rows: Iterable[tuple[int, Row]],
    forward: "Engine",
    backward: "Engine | None",
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[VersionLinked]:
    """Link the words of these rows with those of the reference translation beside them, where they await that.

    Args:
        rows: with their indices.
        forward: the engine of the direction.
        backward: that of the opposite one; links that both agree on are more often right.
        cancelled: called often; True ends the work.

    A batch on which a model fails gets no links.
    """
    waiting = ((index, row) for index, row in rows if awaits_words(row))
    while (batch := list(islice(waiting, _ROWS))) and not cancelled():
        pairs = [(row, version, pair) for _, row in batch for version, pair in _awaiting(row)]
        texts = [
            (row.source.text[slice(*pair.source)], version.text[slice(*pair.target)]) for row, version, pair in pairs
        ]
        try:
            found = iter(forward.align(texts, backward, cancelled=cancelled))
        except TranslationError as error:
            log.caught(error, "linking the words of a human translation")
            found = iter([()] * len(texts))
        except CancelledError:
            return
        for index, row in batch:
            awaiting = list(_awaiting(row))
            links = {pair.target: _placed(pair, next(found)) for _, pair in awaiting}
            yield VersionLinked(index, awaiting[0][0].with_links(links))


def _awaiting(row: Row) -> Iterator[tuple[Version, SentencePair]]:
    version = row.version(Column.REFERENCE)
    if version is not None:
        yield from ((version, pair) for pair in version.pairs if not pair.linked)


def _placed(pair: SentencePair, links: Sequence[Link]) -> tuple[Link, ...]:
    """Links of a sentence as links of its row."""
    source, target = pair.source[0], pair.target[0]
    return tuple((a + source, b + source, c + target, d + target, w) for a, b, c, d, w in links if w >= _LEAST)

"""Other translations of a sentence, and words for it, from a loaded engine."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from reader.engine import Beginning
from reader.parallel import differing_words

if TYPE_CHECKING:
    from reader.engine import Engine, LinkingTranslator
    from reader.quality import Alternative, Asked


def alternatives(
    asked: "Asked",
    place: int | None,
    engine: "LinkingTranslator",
    judges: "Callable[[], tuple[Engine, Engine | None] | None]",
    cancelled: Callable[[], bool],
) -> "Iterator[list[Alternative]]":
    """Other translations of a sentence that differ in a content word, the likeliest first.

    They come several times: more of them, and last, if the package has been calibrated, with how good each probably is.

    Args:
        asked: the sentence and the translation that is shown.
        place: of a word of that translation, in code points: what else could stand there, with the rest made anew
            around it. None: the whole sentence.
        engine: what translates.
        judges: loads what judges translations.
        cancelled: called often; True ends the work.

    Raises:
        TranslationError: the model failed.
        CancelledError: `cancelled` returned True.
    """
    from reader.quality import known_assessor, variants, with_levels, words_at

    found: list[Alternative] = []
    if place is None:
        yield (found := variants(asked, engine, cancelled=cancelled))
    elif (beginning := Beginning.before(asked.translation, place)) is not None:
        for found in words_at(asked, beginning, engine, cancelled=cancelled):
            yield found
    both = judges() if found else None
    assessor = known_assessor(*both) if both is not None else None
    if assessor is not None:
        yield with_levels(found, asked, assessor, cancelled=cancelled)


def completions(sentence: str, typed: str, engine: "LinkingTranslator", cancelled: Callable[[], bool]) -> list[str]:
    """As `quality.completions`."""
    from reader.quality import completions

    return completions(sentence, typed, engine, cancelled=cancelled)


def keeping(asked: "Asked", engine: "LinkingTranslator", cancelled: Callable[[], bool]) -> "list[Alternative] | None":
    """The user's translation of a sentence with other words around theirs; None if none are theirs alone.

    Raises:
        TranslationError: the model failed.
        CancelledError: `cancelled` returned True.
    """
    from reader.quality import keeping

    [machine] = engine.translate([asked.sentence], linking=False, cancelled=cancelled)
    if not differing_words(machine.text, asked.translation)[1]:
        return None
    return keeping(asked, machine.text, engine, cancelled=cancelled)

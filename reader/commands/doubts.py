"""How good translations probably are, for commands: estimated with progress, as far as packages can."""

from collections.abc import Collection, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from reader.commands.progress import ProgressLine
from reader.commands.terminal import say
from reader.errors import NoPackageError, TospaltError, TranslationError, plural

if TYPE_CHECKING:
    from reader.engine import Engines
    from reader.quality import Assessment, Assessor

_NOT_JUDGED = "How good the sentences are could not be judged: {error}"
_TOGETHER = 64  # pairs between two looks at the progress


def assessments(
    pairs: Sequence[tuple[str, str]], languages: tuple[str, str], engines: "Engines", without: Collection[int] = ()
) -> "list[Assessment | None]":
    """What is estimated of each sentence and its translation; None where nothing is.

    Args:
        pairs: the texts as they are shown; one with an empty side cannot be judged.
        languages: codes of both.
        engines: may have models loaded.
        without: indices of pairs that are not to be judged, such as those of the user.
    """
    wanted = list(dict.fromkeys(pair for i, pair in enumerate(pairs) if all(pair) and i not in without))
    found: dict[tuple[str, str], Assessment | None] = {}
    assessor = _assessor(languages, engines) if wanted else None
    if assessor is None:
        return [None] * len(pairs)
    total = plural(len(wanted), "{count} sentence", "{count} sentences")
    with closing(ProgressLine()) as progress:
        for start in range(0, len(wanted), _TOGETHER):
            progress.show(f"Judging: {start} of {total}")
            batch = wanted[start : start + _TOGETHER]
            try:
                found |= zip(batch, assessor.assess(batch), strict=True)
            except TranslationError as error:  # what the rules say is told all the same
                say(_NOT_JUDGED.format(error=error))
                break
    return [None if i in without else found.get(pair) for i, pair in enumerate(pairs)]


def _assessor(languages: tuple[str, str], engines: "Engines") -> "Assessor | None":
    """What judges translations between these languages; None, with a line that says why, if nothing can."""
    from reader.packages import find_packages
    from reader.quality import assessor_for

    installed = find_packages()
    try:
        both = engines.both(installed.route(*languages), installed)
    except NoPackageError:  # translations between any languages are checked by rules
        return None
    except TospaltError as error:
        say(_NOT_JUDGED.format(error=error))
        return None
    return assessor_for(*both) if both is not None else None

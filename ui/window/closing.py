"""Whether the window may close without losing anything that the user does not know of."""

from collections.abc import Callable

from ui.editing.edit_keeper import EditKeeper
from ui.editing.judging import Judging
from ui.session.kept_values import KeptValues
from ui.session.pools import Pools

_SAVING_S = 1.0  # how long to wait for edits, judgements and notes still being written


def may_close(
    pools: Pools, edits: EditKeeper, judging: Judging, kept: KeptValues, *warnings: Callable[[], bool]
) -> bool:
    """Whether everything is saved or forgotten and the user was told the outcome, or has been warned already.

    Each of the `warnings` says what is unfinished, once, and returns whether it has said anything.
    """
    edits.try_again()
    judging.try_again()
    kept.save_again()
    pools.edits.flush(_SAVING_S)
    warned = [warn() for warn in warnings]
    return not any(warned) and not edits.untold

"""Whether the window may close without losing anything that the user does not know of."""

from collections.abc import Callable

from ui.editing.edit_keeper import EditKeeper
from ui.editing.judging import Judging
from ui.session.pools import Pools

_SAVING_S = 1.0  # how long to wait for edits and judgements still being written


def may_close(pools: Pools, edits: EditKeeper, judging: Judging, *warnings: Callable[[], bool]) -> bool:
    """Whether everything is saved or forgotten and the user was told the outcome, or has been warned already.

    Each of the `warnings` says what is unfinished, once, and returns whether it has said anything.
    """
    edits.try_again()
    judging.try_again()
    pools.edits.flush(_SAVING_S)
    warned = [warn() for warn in warnings]
    return not any(warned) and not edits.untold

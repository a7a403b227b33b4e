"""Whether the window may close without losing anything that the user does not know of."""

from ui.editing.edit_keeper import EditKeeper
from ui.editing.edit_notices import EditNotices
from ui.session.pools import Pools
from ui.window.forgetting import Forgetting

_SAVING_S = 1.0  # how long to wait for edits still being written


def may_close(pools: Pools, edits: EditKeeper, notices: EditNotices, forgetting: Forgetting) -> bool:
    """Whether everything is saved or forgotten and the user was told the outcome, or has been warned already."""
    edits.try_again()
    pools.edits.flush(_SAVING_S)
    warned = [notices.warn_before_closing(), forgetting.warn_before_closing()]
    return not any(warned) and not edits.untold

"""Whether the window may close without anything being lost that the user does not know of."""

from ui.editing.edit_keeper import EditKeeper
from ui.editing.edit_notices import EditNotices
from ui.session.session import Workspace
from ui.window.forgetting import Forgetting

_SAVING_S = 1.0  # so long edits are waited for that are still being written


def may_close(workspace: Workspace, edits: EditKeeper, notices: EditNotices, forgetting: Forgetting) -> bool:
    """Whether all is saved or forgotten and the user has been told what came of it; or was warned already."""
    edits.try_again()
    workspace.edit_pool.flush(_SAVING_S)
    warned = [notices.warn_before_closing(), forgetting.warn_before_closing()]
    return not any(warned) and not edits.untold

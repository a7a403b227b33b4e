"""The executable of the bundle: the command `tospalt`, and the processes that it starts of its own."""

import os
import sys

# The libraries beside it are for this program only, not for those that it starts, such as the browser.
for name in ("LD_LIBRARY_PATH",):
    before = os.environ.pop(f"{name}_ORIG", None)
    os.environ.pop(name, None)
    if before is not None:
        os.environ[name] = before

from reader.own_process import run_if_asked  # noqa: E402

if not run_if_asked(sys.argv):
    from ui.main import main

    sys.exit(main())

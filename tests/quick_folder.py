"""Where the files of tests are written."""

import os
import shutil
import tempfile
from pathlib import Path

# Of Linux. SQLite waits for a disk eight times in each test with an open document, whatever `os.fsync` does.
_MEMORY = Path("/dev/shm")
# Tests delete their files as they go, and have some hundred megabytes at most; some containers have less than that.
_ROOM = 2 << 30


def quick_folder() -> Path:
    """A folder in memory, where there is room and programs may be started, or else the system's for such files."""
    return _MEMORY if _MEMORY.is_dir() and _serves(_MEMORY) else Path(tempfile.gettempdir())


def _serves(folder: Path) -> bool:
    may_run = not os.statvfs(folder).f_flag & os.ST_NOEXEC
    return may_run and os.access(folder, os.W_OK | os.X_OK) and shutil.disk_usage(folder).free > _ROOM

"""Keeping the memory of the process small where many threads come and go."""

import sys

# From glibc's malloc.h.
_M_ARENA_MAX = -8
_ARENAS = 2


def share_arenas() -> None:
    """Let all threads take their memory from two heaps; only where the C library is glibc.

    It would give each thread one of its own, up to eight for each core, and hold on to what was freed in each: after
    some minutes of translating that is twice the memory that is in use.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # late: no command needs it

    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # musl has none
    if mallopt is not None:
        mallopt(_M_ARENA_MAX, _ARENAS)

"""Keeping memory use low where many threads come and go."""

import sys

# From glibc's malloc.h.
_M_ARENA_MAX = -8
_ARENAS = 2


def share_arenas() -> None:
    """Limit glibc to two malloc arenas for all threads; does nothing with other C libraries.

    By default glibc has up to eight arenas per core and retains memory freed in each: after some minutes of
    translating, twice the memory in use.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # late: no command needs it

    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # musl has none
    if mallopt is not None:
        mallopt(_M_ARENA_MAX, _ARENAS)

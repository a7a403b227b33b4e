"""Keeping memory use low where many threads come and go."""

import sys

# From glibc's malloc.h.
_M_ARENA_MAX = -8
_ARENAS = 2


def give_back() -> None:
    """Return freed memory to the system; does nothing with C libraries other than glibc.

    glibc keeps what was freed for the next use: after a model was loaded or a text translated, up to 100 MB.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


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

"""A rest for Python's garbage collector while many objects are made that all stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def spare_what_is_there() -> None:
    """Let the collector never look again through the objects that there are now.

    For after a large document was read: each full look through a million objects that stay stops every thread
    for a tenth of a second or more. They are freed all the same when nobody refers to them any longer.
    """
    gc.freeze()


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the collector from looking, over and over, through objects of which none is garbage.

    A document has some 100,000 links and tokens; while they are made, looking takes half the time. Only for
    work of well under a second: the whole process goes without.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()

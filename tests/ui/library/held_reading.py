"""Documents that are not read for the list until a test lets them be."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from reader.formats import Choices, read_document
from reader.text import Document


@contextmanager
def nothing_described() -> Iterator[Event]:
    """Let no document be read for the list within this context, or until the event is set."""
    free = Event()

    def read(path: Path, choices: Choices, *, cancelled: Callable[[], bool]) -> Document:
        free.wait()
        return read_document(path, choices, cancelled=cancelled)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ui.library.descriptions.read_document", read)
        try:
            yield free
        finally:
            free.set()

"""How most tests of PDFs run Typst."""

import json
from collections.abc import Iterator

import pytest

from reader.export.pdf import typesetter, typst_process


@pytest.fixture(scope="module")
def in_this_process() -> Iterator[None]:
    """Typst without the start of a process for each of a hundred PDFs; test_typesetter.py is about that process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typesetter, "_run", lambda request, _: typst_process.answer(json.loads(request)))
        yield

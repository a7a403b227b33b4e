"""How most PDF tests run Typst."""

import json
from collections.abc import Iterator

import pytest

from reader.export.pdf import typesetter, typst_process


@pytest.fixture(scope="module")
def in_this_process() -> Iterator[None]:
    """Run Typst in this process, not one per PDF; test_typesetter.py tests the real process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typesetter, "_run", lambda request, _: typst_process.answer(json.loads(request)))
        yield

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from ui.toolkit.i18n import InterfaceLanguage


@pytest.fixture
def norwegian(qapp: QCoreApplication) -> Iterator[None]:
    language = InterfaceLanguage()
    language.use("nb")
    yield
    language.use("en")

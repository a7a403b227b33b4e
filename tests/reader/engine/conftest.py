"""An engine whose model echoes its input."""

from pathlib import Path

import pytest

import reader.engine.nmt_model
from reader.engine import Engine
from reader.engine.attention import DEFAULT_CHOICE
from reader.packages import LanguagePackage, find_packages
from tests.reader.engine.echo import Echo, Tokens


@pytest.fixture
def echo(monkeypatch: pytest.MonkeyPatch) -> Echo:
    """The model of every package, on a machine with two cores."""
    echo = Echo()
    choice = DEFAULT_CHOICE.__class__(-1, 1, 0, True, 1.0)
    monkeypatch.setattr(reader.engine.nmt_model, "load_tokenizer", lambda package: Tokens())
    monkeypatch.setattr(reader.engine.nmt_model, "load_model", lambda *arguments: echo)
    monkeypatch.setattr(reader.engine.nmt_model, "attention_choice", lambda *arguments: choice)
    monkeypatch.setattr(reader.engine.nmt_model, "target_vocabulary", lambda package: frozenset())
    monkeypatch.setattr(reader.engine.nmt_model, "_cores", lambda: 2)
    return echo


@pytest.fixture
def package() -> LanguagePackage:
    """The pair's package from Norwegian."""
    return find_packages().choose("nb", "en")


@pytest.fixture
def echoing(echo: Echo, package: LanguagePackage, tmp_path: Path) -> Engine:
    """An engine with the echo as its model."""
    return Engine(package, folder=tmp_path)

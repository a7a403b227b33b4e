"""What all tests share: a home of their own and no network. Nothing of Qt."""

import os
import socket
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import settings

from reader.errors import TranslationError
from reader.hypothesis import Hypothesis

# The same examples in every run: what lands must not depend on luck. To search further, run pytest with
# --hypothesis-profile=default.
settings.register_profile("same", derandomize=True, database=None)
settings.load_profile("same")

INTERNET = (socket.AF_INET, socket.AF_INET6)
attempts: list[str] = []


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.getaddrinfo" or (event == "socket.__new__" and arguments[1] in INTERNET):
        attempts.append(event)
        raise PermissionError(f"no test may reach for the network: {event}")


# An audit hook sees what every library does, and cannot be patched away by one.
sys.addaudithook(_refuse_network)


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    attempts.clear()
    yield
    # Also the attempts whose error was swallowed.
    assert not attempts


@pytest.fixture(autouse=True, scope="session")
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    home = tmp_path_factory.mktemp("home")
    names = {"HOME": home, "TOSPALT_DATA": home / "data", "TOSPALT_CONFIG": home / "config"}
    names |= {name: home / name.lower() for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in names.items():
            patch.setenv(name, str(value))
        for name in [name for name in os.environ if name.startswith("ARGOS_")]:
            patch.delenv(name)
        yield home


@dataclass
class FakeTranslator:
    """Stands in for a loaded model: answers in capitals, keeps what it was asked, fails where told to."""

    asked: list[list[str]] = field(default_factory=list)
    fails_on: str = "\0"
    silent_on: str = "\0"

    def translate(self, sentences: Sequence[str], *, linking: bool = True) -> list[Hypothesis]:
        self.asked.append(list(sentences))
        if any(self.fails_on in sentence for sentence in sentences):
            raise TranslationError("The language model could not translate this text.")
        return [Hypothesis("" if self.silent_on in s else s.upper(), -0.5) for s in sentences]


@pytest.fixture
def translator() -> FakeTranslator:
    return FakeTranslator()

"""The tokenizers of packages: text to tokens for a model, and the model's tokens back to text."""

from collections.abc import Sequence
from typing import Any, Protocol

from reader import late_re as re
from reader.errors import PackageError
from reader.late_dataclasses import dataclass
from reader.packages.argos import open_package
from reader.packages.package import LanguagePackage

_SPACE = "▁"  # SentencePiece's mark for a space, U+2581
# Invisible characters, which models were trained without: soft hyphens, word joiners, direction marks.
_INVISIBLE = dict.fromkeys(
    [0xAD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF]
)
_BYTE_RUN = re.compile(r"(?:<0x[0-9A-F]{2}>)+")


class Tokenizer(Protocol):
    """Text to tokens for the model, and the model's tokens back to text."""

    def encode(self, text: str) -> list[str]:
        """The tokens of one sentence."""

    def decode(self, tokens: Sequence[str]) -> str:
        """The sentence that tokens of the target language spell."""


def load_tokenizer(package: LanguagePackage) -> Tokenizer:
    """Load the tokenizer of a package.

    Raises:
        PackageError: it cannot be read.
    """
    try:
        argos = open_package(package.path).tokenizer
        argos.encode("a")  # loads it: Argos puts that off to the first use
    except Exception as error:  # sentencepiece raises whatever it likes on a damaged model
        raise PackageError(
            "The tokenizer of {package} cannot be read. Install the package again.", package=package.name
        ) from error
    return _SentencePiece(argos) if (package.path / "sentencepiece.model").exists() else _Bpe(argos)


@dataclass(frozen=True, slots=True)
class _SentencePiece:
    argos: Any

    def encode(self, text: str) -> list[str]:
        return [str(token) for token in self.argos.encode(text.translate(_INVISIBLE))]

    def decode(self, tokens: Sequence[str]) -> str:
        # Joined by hand: the package has only the source language's model, which need not know the
        # target's pieces, and Argos' own decode turns every underscore into a space.
        joined = _BYTE_RUN.sub(_decode_bytes, "".join(tokens))
        return joined.replace(_SPACE, " ").strip(" ")


@dataclass(frozen=True, slots=True)
class _Bpe:
    argos: Any

    def encode(self, text: str) -> list[str]:
        return [str(token) for token in self.argos.encode(text.translate(_INVISIBLE))]

    def decode(self, tokens: Sequence[str]) -> str:
        return str(self.argos.decode(list(tokens))).strip(" ")


def _decode_bytes(run: re.Match[str]) -> str:
    """SentencePiece spells a character it does not know as its UTF-8 bytes: <0xC3><0xA6> is æ."""
    return bytes(int(code, 16) for code in re.findall(r"0x(..)", run[0])).decode("utf-8", "replace")

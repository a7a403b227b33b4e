"""Text to tokens and back."""

from pathlib import Path

import pytest

from reader.errors import PackageError
from reader.packages import find_packages, load_tokenizer
from reader.packages.installed import read_package


def test_a_damaged_tokenizer_is_refused(package_folder: Path) -> None:
    (package_folder / "sentencepiece.model").write_bytes(b"nonsense")
    with pytest.raises(PackageError, match="Install the package again"):
        load_tokenizer(read_package(package_folder))


def test_a_tokenizer_whose_package_lost_its_metadata_is_refused(package_folder: Path) -> None:
    package = read_package(package_folder)
    (package_folder / "metadata.json").unlink()
    with pytest.raises(PackageError, match=r"The tokenizer of translate-nb_en cannot be read. Install"):
        load_tokenizer(package)


@pytest.mark.parametrize("text", ["Hei på deg, Åse!", "min_fil_navn.txt", "smil 😀 her", "日本語", "a  b"])
def test_tokens_joined_give_the_text_again(text: str) -> None:
    tokenizer = load_tokenizer(find_packages().choose("nb", "en"))
    assert tokenizer.decode(tokenizer.encode(text)) == " ".join(text.split())

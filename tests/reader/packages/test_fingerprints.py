"""Fingerprints: whether a package is still the one that was tried."""

import os
from pathlib import Path

import pytest

from reader.packages import fingerprint
from tests.archives import changed_copy


@pytest.mark.parametrize("name", ["model/model.bin", "model/shared_vocabulary.json", "sentencepiece.model"])
def test_every_file_that_is_loaded_counts_by_its_beginning_its_size_and_its_time(name: str, tmp_path: Path) -> None:
    own = changed_copy(tmp_path / "mine")
    file, seen = own.path / name, {fingerprint(own)}
    time = file.stat().st_mtime_ns
    content = bytearray(file.read_bytes())
    content[1000] ^= 1
    file.write_bytes(content)
    os.utime(file, ns=(time, time))
    seen.add(fingerprint(own))
    file.write_bytes(content + b"\n")
    os.utime(file, ns=(time, time))
    seen.add(fingerprint(own))
    os.utime(file, ns=(time, time + 1))
    seen.add(fingerprint(own))
    assert len(seen) == 4


def test_what_is_only_read_by_people_does_not_count(tmp_path: Path) -> None:
    own = changed_copy(tmp_path / "mine")
    before = fingerprint(own)
    (own.path / "README.md").write_text("Another one.")
    assert fingerprint(own) == before

"""Which attention of a package gives the best word links: measured once, on hand-aligned sentence pairs, and saved."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from reader.engine.attention import (
    DEFAULT_CHOICE,
    Aligner,
    Attention,
    AttentionChoice,
    attention_of,
    decoder_layers,
    load_model,
    target_vocabulary,
)
from reader.engine.word_alignment import word_links
from reader.errors import OutputError, TospaltError
from reader.files import write_atomically
from reader.json_files import read_json
from reader.late_dataclasses import dataclass
from reader.packages import LanguagePackage, Tokenizer
from reader.paths import ATTENTION_CHOICES, RESOURCES
from reader.text import word_spans

# The least F1 on the probes for word links to be shown. The probes are easy: on harder sentences it is some 0.05
# less, and attention that follows nothing but the word order gets 0.51 here.
_FLOOR = 0.75
# Incremented when the search or the probes change, so that what older versions saved is measured again.
_VERSION = 1
_MOST = 1000  # layers of a decoder, heads of a layer

# Index of the source word and of the target word.
WordPair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Probe:
    """A sentence pair and its word links, as indices into what `word_spans` gives."""

    source: str
    target: str
    links: frozenset[WordPair]

    @property
    def reversed(self) -> "Probe":
        """The same pair in the other direction."""
        return Probe(self.target, self.source, frozenset((t, s) for s, t in self.links))


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well links agree with hand-made ones; both figures from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def shipped_choice(package: LanguagePackage) -> AttentionChoice | None:
    """The choice that came with the program for a package that did, so that nobody waits for it; None for others."""
    if not package.starter:
        return None
    try:
        content = _content(package)
    except OSError:  # loading the model will tell
        return None
    name = package.path.name
    return read_json(ATTENTION_CHOICES, lambda data: _choice(data[name], content) if name in data else None, None).value


def as_shipped(package: LanguagePackage, choice: AttentionChoice) -> dict[str, object]:
    """What `shipped_choice` finds under the name of the package's folder."""
    return {"fingerprint": _content(package), **asdict(choice)}


def attention_choice(package: LanguagePackage, tokenizer: Tokenizer, folder: Path, threads: int) -> AttentionChoice:
    """The attention of `package` to read for word links, as saved in `folder`, else measured now and saved there.

    Measuring loads the model and aligns the probes once for each decoder layer. Never raises: for languages
    without probes, or if anything goes wrong, the choice is `DEFAULT_CHOICE`.
    """
    try:
        probes = probes_for(package.source, package.target)
        if not probes:
            return DEFAULT_CHOICE
        kept = folder / _file_name(package)
        fingerprint = _fingerprint(package)
        choice = _kept(kept, fingerprint)
        if choice is None:
            choice = _measured(package, tokenizer, probes, threads)
            _keep(kept, fingerprint, choice)
        return choice
    except (TospaltError, OSError, ValueError, MemoryError):
        return DEFAULT_CHOICE


def forget_choice(package: LanguagePackage, folder: Path) -> None:
    """Delete the choice saved for `package` in `folder`, so that it is measured again.

    Raises:
        OSError: it cannot be deleted.
    """
    (folder / _file_name(package)).unlink(missing_ok=True)


def probes_for(source: str, target: str) -> list[Probe]:
    """The probes for a direction, from `resources/probes`; empty if there are none for these languages.

    Raises:
        OSError, ValueError: the file cannot be read.
    """
    folder = RESOURCES / "probes"
    if (path := folder / f"{source}-{target}.tsv").exists():
        return read_probes(path)
    if (path := folder / f"{target}-{source}.tsv").exists():
        return [probe.reversed for probe in read_probes(path)]
    return []


def read_probes(path: Path) -> list[Probe]:
    """Hand-aligned pairs, one a line: "source TAB target TAB 0-0 1-2 ..."; lines that begin with # are comments.

    Raises:
        OSError, ValueError: the file cannot be read.
    """
    lines = path.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [Probe(source, target, frozenset(map(_word_pair, links.split()))) for source, target, links in rows]


def _word_pair(text: str) -> WordPair:
    source, target = text.split("-")
    return int(source), int(target)


def agreement(
    probes: Sequence[Probe], forward: Sequence[Attention], backward: Sequence[Attention] | None = None
) -> Agreement:
    """How well the word links from the attention of each probe agree with the hand-made ones."""
    found = correct = wanted = 0
    for i, probe in enumerate(probes):
        links = _found(probe, forward[i], backward[i] if backward else None)
        found += len(links)
        correct += len(links & probe.links)
        wanted += len(probe.links)
    return Agreement(correct / found if found else 0.0, correct / wanted if wanted else 0.0)


def _found(probe: Probe, forward: Attention, backward: Attention | None) -> set[WordPair]:
    sources = {span: i for i, span in enumerate(word_spans(probe.source))}
    targets = {span: i for i, span in enumerate(word_spans(probe.target))}
    links = word_links(probe.source, probe.target, forward, backward)
    return {(sources[s0, s1], targets[t0, t1]) for s0, s1, t0, t1, _ in links}


def _measured(package: LanguagePackage, tokenizer: Tokenizer, probes: Sequence[Probe], threads: int) -> AttentionChoice:
    """The candidate with the best links on the probes."""
    vocabulary = target_vocabulary(package)
    measured: list[AttentionChoice] = []
    for candidate in _candidates(package):
        model = load_model(package, candidate, threads)
        aligner = Aligner(model, tokenizer, candidate, package.target_prefix, vocabulary)
        found = aligner.align([(probe.source, probe.target) for probe in probes])
        for shift in (0, 1):
            rows = [
                attention_of(a.source_tokens, a.target_tokens, a.rows, replace(candidate, shift=shift)) for a in found
            ]
            f1 = agreement(probes, rows).f1
            measured.append(replace(candidate, shift=shift, reliable=f1 >= _FLOOR, f1=round(f1, 4)))
    return max(measured, key=lambda choice: choice.f1)


def _candidates(package: LanguagePackage) -> Iterator[AttentionChoice]:
    """The model file's choice, right for a model trained with guided alignment; then each layer's mean of all heads."""
    yield DEFAULT_CHOICE
    for layer in reversed(range(decoder_layers(package))):
        yield replace(DEFAULT_CHOICE, layer=layer, heads=0)


def _file_name(package: LanguagePackage) -> str:
    place = hashlib.sha256(str(package.path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return f"{package.name}-{place}.json"


def _fingerprint(package: LanguagePackage) -> str:
    """Changes when the package is replaced by another one in the same place."""
    return f"{_content(package)} {(package.path / 'model' / 'model.bin').stat().st_mtime_ns}"


def _content(package: LanguagePackage) -> str:
    """Tells apart, wherever they are, the models that a package has had."""
    return f"{_VERSION} {package.version} {(package.path / 'model' / 'model.bin').stat().st_size}"


def _kept(path: Path, fingerprint: str) -> AttentionChoice | None:
    return read_json(path, lambda data: _choice(data, fingerprint), None).value


def _choice(data: Any, fingerprint: str) -> AttentionChoice | None:
    if data.pop("fingerprint") != fingerprint:
        return None  # of another model, or measured in another way
    choice = AttentionChoice(**data)
    right = all(type(value) is type(getattr(DEFAULT_CHOICE, name)) for name, value in asdict(choice).items())
    # They must fit the 16-bit numbers of the model file.
    if not right or not (-1 <= choice.layer < _MOST and 0 <= choice.heads < _MOST):
        raise ValueError("no choice")
    if choice.shift not in (0, 1) or not 0 <= choice.f1 <= 1:
        raise ValueError("no choice")
    return choice


def _keep(path: Path, fingerprint: str, choice: AttentionChoice) -> None:
    data = {"fingerprint": fingerprint, **asdict(choice)}
    with suppress(OutputError):  # then it is measured again next time
        write_atomically(path, json.dumps(data).encode(), private=True)

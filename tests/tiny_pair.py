"""A pair of packages that is small, quick and known: `python -m tests.tiny_pair FOLDER`.

Its models are constructed, not trained: they translate word by word with the words of the hand-linked pairs, and copy
unknown words. At the i-th token the decoder attends to the i-th source token and outputs its translation; a second
layer, without output, attends to the source of the last token, as good attention does. Tests use this pair unless they
are about the shipped one, but must pass with either: none may depend on how a sentence is phrased.
"""

import argparse
import io
import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import sentencepiece
from ctranslate2.specs import TransformerSpec

from reader.engine.calibration import Probe, probes_for, read_probes
from reader.packages import LanguagePackage
from reader.packages.beam_search import USUAL
from reader.packages.fingerprints import content_digest
from reader.packages.installed import find_in
from reader.paths import ATTENTION_CHOICES, CALIBRATIONS, SEEDS, STARTER_PACKAGES, TRIED_PACKAGES
from reader.quality.kept import shipped_key
from reader.text import word_spans
from tests.shipped_packages import choices, directions

VERSION = "0.0.1"
# Further words that tests use: Norwegian, English.
WORDS = """
Dette This, katt cat, Se See, nøkkelen key, Hunden Dog, hunden dog, bjeffet barked, postmannen postman, hver
every, gang time, kom came, hagen garden, første first, stormen storm, Vinden Wind, vinden wind, halve half,
taket roof, måtte had, begynne start, nytt again, Naboene Neighbours, ristet shook, hodet heads, tre three,
dem them, likevel anyway, verktøy tools, hjalp helped, henne her, Slik How, ble got, kjent know, Gamle Old,
lærte taught, salte salt, sild herring, leste read, aviser newspapers, høyt aloud, søndag Sunday, naustet
boathouse, hvite white, vegger walls, seks six, vinduer windows, ovn stove, fra from, åpnet opened, minste
smallest, biblioteket library, boka book, lånt lent, handlet was, fugler birds, gjester guests, hvert every,
år year, båt boat, padler paddle, kajakk kayak, sommeren summer, telt tent, morgen morning, rodde rowed,
sundet sound, hente fetch, planker planks, spiker nails, maling paint
"""
LINKED = Path(__file__).parent / "data" / "links-nb-en.tsv"
README = """A pair for tests: word for word, and much better pairs are to be had. BLEU and chrF: none.

Text: the sentence pairs of the repository.

License: CC BY-SA 4.0

## Licence of the weights

As above.
"""
_DIRECTIONS = (("nb", "Norwegian", "en", "English"), ("en", "English", "nb", "Norwegian"))
_PIECES = 4000
# The model's vectors have four blocks: the last piece and the position in the source of the one before; the position
# of the next piece, and that piece. A piece or a position is a vector of _SIGNS signs. Two blocks are a head.
_SIGNS, _POSITIONS = 32, 512
_LAST, _PLACE_BEFORE, _PLACE, _NEXT = (slice(i * _SIGNS, (i + 1) * _SIGNS) for i in range(4))
_WIDTH = 4 * _SIGNS
# Sharpness of attention by position, by piece and (if no piece matches) by position before; certainty of a piece.
_BY_PLACE, _BY_PIECE, _BY_PLACE_BEFORE, _SURE = 5.0, 3.0, 1.5, 0.2

_Numbers = npt.NDArray[np.float32]


def write_pair(folder: Path) -> None:
    """Write the packages of both directions into a folder."""
    more = [Probe(source, target, frozenset({(0, 0)})) for source, target in map(str.split, WORDS.split(","))]
    probes = [*(more * 10), *probes_for("nb", "en"), *read_probes(LINKED)]
    tokenizer = _tokenizer(probes)
    for source, source_name, target, target_name in _DIRECTIONS:
        package = folder / f"translate-{source}_{target}-{VERSION.replace('.', '_')}"
        (package / "model").mkdir(parents=True)
        stated = {"package_version": VERSION, "argos_version": "1.9.0", "from_code": source, "from_name": source_name}
        stated |= {"to_code": target, "to_name": target_name}
        # Without a beam, which would find nothing else: there is one translation of a word.
        search = asdict(replace(USUAL, no_repeat_ngram_size=3, beam_size=1))
        quality = {"test_set": "none", "bleu": 1.0, "chrf": 2.0}
        metadata = {**stated, "beam_search": search, "quality": quality}
        (package / "metadata.json").write_text(json.dumps(metadata), "utf-8")
        (package / "README.md").write_text(README, "utf-8")
        (package / "sentencepiece.model").write_bytes(tokenizer)
        directed = probes if source == "nb" else [probe.reversed for probe in probes]
        _write_model(package / "model", _pieces(tokenizer), _dictionary(directed))


def install(folder: Path) -> None:
    """Write what replaces `resources/packages`, and what is known of its packages, in tests.

    The shipped pair still needs no trial and no measuring, so that tests may use it.
    """
    write_pair(folder / STARTER_PACKAGES.name)
    packages = find_in(folder / STARTER_PACKAGES.name, starter=True)[0]
    _add(TRIED_PACKAGES, folder, {package.path.name: content_digest(package) for package in packages})
    _add(ATTENTION_CHOICES, folder, choices(packages))
    _add(CALIBRATIONS, folder, _doubting_nothing(packages))


def _add(shipped: Path, folder: Path, known: Mapping[str, object]) -> None:
    """Write a file that says of packages what the `shipped` one says, and what is `known`."""
    both = json.loads(shipped.read_text("utf-8")) | known
    (folder / shipped.name).write_text(json.dumps(both), "utf-8")


def _doubting_nothing(packages: Sequence[LanguagePackage]) -> dict[str, object]:
    """A calibration for each direction, as measuring takes seconds, by which all that the pair says is good."""
    shipped = json.loads(CALIBRATIONS.read_text("utf-8")).values()
    alike = {each["informed"]: each for each in shipped}
    nothing = {"doubtful": 0.0, "look": 0.0, "marked_from": 2.0}
    return {shipped_key(way): alike[len(way) == 2] | nothing for way in directions(packages)}


# ---- Words and pieces ----


def _tokenizer(probes: Sequence[Probe]) -> bytes:
    """A SentencePiece model with the words of the pairs as whole pieces, and letters for the rest."""
    there, back = _dictionary(probes), _dictionary([probe.reversed for probe in probes])
    texts = [*there, *back, *there.values(), *back.values()] * 20
    texts += [line for seed in sorted(SEEDS.glob("*.txt")) for line in seed.read_text("utf-8").splitlines()]
    made = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts),
        model_writer=made,
        vocab_size=_PIECES,
        model_type="bpe",
        byte_fallback=True,
        character_coverage=1.0,
        required_chars="".join(map(chr, [*range(33, 127), *range(0xA1, 0x180)])) + "–—‘’“”«»…•",
        hard_vocab_limit=False,
        num_threads=1,
        minloglevel=2,
    )
    return made.getvalue()


def _pieces(tokenizer: bytes) -> list[str]:
    loaded: Any = sentencepiece.SentencePieceProcessor(model_proto=tokenizer)
    return [loaded.id_to_piece(i) for i in range(loaded.get_piece_size())]


def _dictionary(probes: Sequence[Probe]) -> dict[str, str]:
    """For each word the one most often linked to it, counting only one-to-one links."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for probe in probes:
        sources, targets = ([text[slice(*span)] for span in word_spans(text)] for text in (probe.source, probe.target))
        of_source, of_target = (Counter(link[side] for link in probe.links) for side in (0, 1))
        for s, t in probe.links:
            if of_source[s] == of_target[t] == 1:
                seen[sources[s]][targets[t]] += 1
    return {word: said.most_common(1)[0][0] for word, said in seen.items()}


# ---- The model ----


def _write_model(folder: Path, pieces: Sequence[str], dictionary: dict[str, str]) -> None:
    numbers = np.random.default_rng(1)
    codes, places = _codes(numbers, len(pieces)), _codes(numbers, _POSITIONS + 1)
    index = {piece: i for i, piece in enumerate(pieces)}
    said = {index["▁" + s]: index["▁" + t] for s, t in dictionary.items() if {"▁" + s, "▁" + t} <= index.keys()}
    spec = TransformerSpec.from_config((1, 2), 2, no_final_norm=True)
    spec.config.add_source_bos = spec.config.add_source_eos = True
    spec.config.decoder_start_token = "<s>"
    for part in (spec.encoder, spec.decoder):
        part.scale_embeddings = False
        for layer in part.layer:
            _do_nothing(layer)
    # A source piece has the code of its translation, which may be itself.
    spec.encoder.embeddings[0].weight = _wide((_LAST, codes[[said.get(i, i) for i in range(len(pieces))]]))
    spec.encoder.position_encodings.encodings = _wide((_PLACE_BEFORE, places[:-1]), (_PLACE, places[:-1]))
    spec.decoder.embeddings.weight = _wide((_LAST, codes))
    # A source begins with a special token.
    spec.decoder.position_encodings.encodings = _wide((_PLACE, places[1:]), (_PLACE_BEFORE, places[:-1]))
    _attend(spec.decoder.layer[0].attention, {_BY_PLACE: _PLACE}, says=True)
    _attend(spec.decoder.layer[1].attention, {_BY_PIECE: _LAST, _BY_PLACE_BEFORE: _PLACE_BEFORE}, says=False)
    spec.decoder.projection.weight = _wide((_NEXT, _SURE * codes))
    spec.decoder.projection.bias = np.zeros(len(pieces), np.float32)
    spec.register_source_vocabulary(list(pieces))
    spec.register_target_vocabulary(list(pieces))
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))


def _codes(numbers: np.random.Generator, count: int) -> _Numbers:
    """Rows of signs, with as many + as -, so that layer norms do not change them."""
    half = np.repeat(np.array([1, -1], np.float32), _SIGNS // 2)
    return np.stack([numbers.permutation(half) for _ in range(count)])


def _wide(*blocks: tuple[slice, _Numbers]) -> _Numbers:
    made = np.zeros((len(blocks[0][1]), _WIDTH), np.float32)
    for block, values in blocks:
        made[:, block] = values
    return made


def _do_nothing(layer: Any) -> None:
    """Let a layer add nothing, until `_attend` changes it."""
    attention, feed = layer.self_attention, layer.ffn
    of_attention = zip(attention.linear, ((3 * _WIDTH, _WIDTH), (_WIDTH, _WIDTH)), strict=True)
    narrow = zip((feed.linear_0, feed.linear_1), ((_SIGNS, _WIDTH), (_WIDTH, _SIGNS)), strict=True)
    for part in (attention, feed):
        _norm(part.layer_norm)
    for linear, shape in (*of_attention, *narrow):
        linear.weight, linear.bias = np.zeros(shape, np.float32), np.zeros(shape[0], np.float32)


def _attend(attention: Any, looked_for: dict[float, slice], says: bool) -> None:
    """Attend by some blocks, each with its sharpness; output what is found if `says`."""
    query, key, value, out = (np.zeros((_WIDTH, _WIDTH), np.float32) for _ in range(4))
    for sharpness, block in looked_for.items():
        query[block, block], key[block, block] = sharpness * np.eye(_SIGNS), np.eye(_SIGNS)
    value[_NEXT, _LAST] = np.eye(_SIGNS)
    out[_NEXT, _NEXT] = says * np.eye(_SIGNS)
    _norm(attention.layer_norm)
    for linear, weight in zip(attention.linear, (query, np.concatenate([key, value]), out), strict=True):
        linear.weight, linear.bias = weight, np.zeros(len(weight), np.float32)


def _norm(norm: Any) -> None:
    norm.gamma, norm.beta = np.ones(_WIDTH, np.float32), np.zeros(_WIDTH, np.float32)


def main() -> None:
    """Write the pair into an empty or new folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    write_pair(parser.parse_args().folder)


if __name__ == "__main__":
    main()

"""Our engine against Argos Translate: `python -m tests.benchmarks.translation [FILE]` prints one line of JSON.

The same package, beam and document, in turns, three runs each (twelve of the fast ones), of which the fastest counts.
Argos Translate gets the sentences from our splitter, because its own would be downloaded. For comparison, CTranslate2
alone on the same sentences, in one call with its best settings, which no program can beat. Also the cost of linking
words while translating, as for paragraphs on screen, and afterwards in both directions, as for the rest; and the time
to the first paragraph of a document of 3,000 paragraphs, read from its file, with the engine loaded.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from reader.engine import Engine
from reader.formats import read_document
from reader.packages import LanguagePackage, find_packages, load_tokenizer
from reader.parallel import ParallelText, Row
from reader.paths import SEEDS
from reader.text import split_sentences
from reader.translation import translate
from reader.translation.relink import relink

RUNS = 3
# Runs in each turn of what takes a second or less: on a busy machine one run says little.
REPEATS = 4
NAMES = ("Kari", "Ola", "Anne", "Per")
LONG_DOCUMENT = 3000
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
# Batches at once, threads per batch, tokens per batch.
SETTINGS = ((1, CORES, 2048), (1, CORES, 4096), (CORES, 1, 256), (CORES, 1, 512), (CORES, 1, 1024))


def main() -> None:
    """Measure and print."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else sorted(SEEDS.glob("*.txt"))[0]
    document = read_document(file)
    target = "nb" if document.language == "en" else "en"
    package = find_packages().choose(document.language, target)
    text = ParallelText.untranslated(document, document.language, target)
    # Repeated with small differences, since the same sentence is translated only once.
    rows = [_varied(row, number) for number in range(len(NAMES)) for row in text.rows]
    sentences = [s for row in rows for s in _sentences(row, document.language)]
    engine = Engine(package)
    contenders: dict[str, Callable[[], object]] = {
        "argostranslate": _argos(package, [row.source.text for row in rows]),
        "tospalt": lambda: list(translate(rows, document.language, engine, linking=False)),
        "tospalt_linking_at_once": lambda: list(translate(rows, document.language, engine)),
        "links_afterwards": _links_afterwards(package, rows, engine),
        **{_name(setting): _bare(package, sentences, *setting) for setting in SETTINGS},
    }
    seconds = _in_turns(contenders)
    bare = min(seconds[_name(setting)] for setting in SETTINGS)
    print(
        json.dumps(
            {
                "package": package.identity,
                "sentences": len(sentences),
                "seconds": {name: round(value, 3) for name, value in seconds.items()},
                "ratio_to_argostranslate": round(seconds["argostranslate"] / seconds["tospalt"], 2),
                "ratio_to_bare_model": round(seconds["tospalt"] / bare, 2),
                "ratio_to_bare_model_linking_at_once": round(seconds["tospalt_linking_at_once"] / bare, 2),
                "sentences_a_second": round(len(sentences) / seconds["tospalt"], 1),
                "seconds_to_first_paragraph": round(_first_paragraph(rows, document.language, engine), 3),
            }
        )
    )


def _varied(row: Row, number: int) -> Row:
    """The row with another name at the end of each sentence."""
    return replace(
        row,
        source=replace(
            row.source, text=row.source.text.replace(". ", f" {NAMES[number]}. ")[:-1] + f" {NAMES[number]}."
        ),
    )


def _sentences(row: Row, language: str) -> list[str]:
    return [row.source.text[start:end] for start, end in split_sentences(row.source.text, language)]


def _argos(package: LanguagePackage, paragraphs: list[str]) -> Callable[[], object]:
    from argostranslate.package import Package
    from argostranslate.translate import PackageTranslation

    class OurSentencizer:
        def split_sentences(self, text: str) -> list[str]:
            return [text[start:end] for start, end in split_sentences(text, package.source)]

    translation = PackageTranslation(None, None, Package(package.path))
    translation.sentencizer = OurSentencizer()
    return lambda: [translation.hypotheses(paragraph, num_hypotheses=1) for paragraph in paragraphs]


def _links_afterwards(package: LanguagePackage, rows: list[Row], engine: Engine) -> Callable[[], object]:
    done = [(event.index, event.row) for event in translate(rows, package.source, engine, linking=False)]
    backward = Engine(find_packages().choose(package.target, package.source))
    return lambda: list(relink(done, engine, backward))


def _name(setting: tuple[int, int, int]) -> str:
    return "ctranslate2_{}x{}_{}".format(*setting)


def _bare(package: LanguagePackage, sentences: list[str], inter: int, intra: int, size: int) -> Callable[[], object]:
    import ctranslate2

    tokenizer = load_tokenizer(package)
    model = ctranslate2.Translator(str(package.path / "model"), inter_threads=inter, intra_threads=intra)
    tokens = [tokenizer.encode(sentence) for sentence in sentences]
    options: dict[str, Any] = {"beam_size": 4, "length_penalty": 0.2, "replace_unknowns": True}
    return lambda: model.translate_batch(tokens, max_batch_size=size, batch_type="tokens", **options)


def _in_turns(contenders: dict[str, Callable[[], object]]) -> dict[str, float]:
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    for work in contenders.values():
        work()  # loads what is loaded on first use
    for _ in range(RUNS):
        for name, work in contenders.items():
            for _ in range(1 if name == "argostranslate" else REPEATS):
                started = time.perf_counter()
                work()
                seconds[name].append(time.perf_counter() - started)
    return {name: min(values) for name, values in seconds.items()}


def _first_paragraph(rows: list[Row], language: str, engine: Engine) -> float:
    """Seconds from the click, so including reading the file, to the first translated paragraph."""
    texts = [row.source.text for row in rows]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "long.txt"
        file.write_text("\n\n".join(texts[i % len(texts)] for i in range(LONG_DOCUMENT)), "utf-8")
        started = time.perf_counter()
        text = ParallelText.untranslated(read_document(file), language, "")
        next(translate(text.rows, language, engine, view=lambda: range(5)))
        return time.perf_counter() - started


if __name__ == "__main__":
    main()

"""How well a package translates: `python -m tests.benchmarks.quality SRC REF --from nb --to en`.

SRC and REF are text files; line n of one is the translation of line n of the other. Each line is translated by the
program as a paragraph (sentences, batches, checks, decoding) and, for comparison, as a whole by the bare model. Prints
one line of JSON: BLEU and chrF of both, with the defaults of sacrebleu.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import sacrebleu

from reader.engine import Engine
from reader.packages import LanguagePackage, find_packages, load_tokenizer
from reader.packages.installed import read_package
from reader.parallel import initial_row
from reader.text import Paragraph
from reader.translation import translate


def main() -> None:
    """Measure one direction and print the figures."""
    arguments = _arguments()
    sources, references = (_lines(path, arguments.lines) for path in (arguments.src, arguments.ref))
    if len(sources) != len(references):
        raise SystemExit(f"{len(sources)} lines of source text, {len(references)} of references.")
    package = (
        read_package(arguments.package)
        if arguments.package
        else find_packages().choose(arguments.source, arguments.target)
    )
    result = {
        "package": f"{package.name} {package.version}",
        "lines": len(sources),
        "program": scores(program(sources, package), references),
        "bare_model": scores(bare_model(sources, package), references),
    }
    print(json.dumps(result))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.quality")
    parser.add_argument("src", type=Path)
    parser.add_argument("ref", type=Path)
    parser.add_argument("--from", dest="source", required=True, metavar="L")
    parser.add_argument("--to", dest="target", required=True, metavar="L")
    parser.add_argument("--package", type=Path, metavar="FOLDER", help="instead of the package that would be used")
    parser.add_argument("--lines", type=int, metavar="N", help="only the first N lines")
    return parser.parse_args()


def _lines(path: Path, count: int | None) -> list[str]:
    return path.read_text("utf-8").splitlines()[:count]


def scores(hypotheses: Sequence[str], references: Sequence[str]) -> dict[str, float]:
    """BLEU and chrF of the hypotheses, rounded."""
    bleu = sacrebleu.corpus_bleu(hypotheses, [references]).score
    chrf = sacrebleu.corpus_chrf(hypotheses, [references]).score
    return {"bleu": round(bleu, 2), "chrf": round(chrf, 2)}


def program(sources: Sequence[str], package: LanguagePackage) -> list[str]:
    """The lines as translated by the program."""
    rows = [initial_row(Paragraph(line)) for line in sources]
    for translated in translate(rows, package.source, Engine(package)):
        rows[translated.index] = translated.row
    return [row.target for row in rows]


def bare_model(sources: Sequence[str], package: LanguagePackage) -> list[str]:
    """The lines translated whole by CTranslate2, with the settings that Argos Translate uses."""
    import ctranslate2

    tokenizer = load_tokenizer(package)
    model = ctranslate2.Translator(str(package.path / "model"))
    tokens = [tokenizer.encode(line) for line in sources]
    results = model.translate_batch(
        tokens, beam_size=4, length_penalty=0.2, max_batch_size=1024, batch_type="tokens", replace_unknowns=True
    )
    return [tokenizer.decode(result.hypotheses[0]) for result in results]


if __name__ == "__main__":
    main()

"""How long exporting takes: `python -m tests.benchmarks.export [PARAGRAPHS]` prints one line of JSON.

A text of 3,000 paragraphs made from the examples, of about 37 words each in original and translation, is written in
every format, and as PDF in every layout. Gives seconds of clock time, the best of two runs, and the pages of the PDFs.
"""

import json
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from reader.export import FORMATS, Exported, ExportOptions, Layout, write_export
from reader.formats import read_document
from reader.parallel import ParallelText, Row, SentencePair, State
from reader.paths import SEEDS
from reader.text import Paragraph

RUNS = 2


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    text = _text(count)
    words = sum(len(row.source.text.split()) + len(row.target.split()) for row in text.rows)
    result: dict[str, object] = {"paragraphs": count, "words": words}
    with tempfile.TemporaryDirectory() as folder:
        for layout in Layout:
            seconds, written = _best(text, Path(folder) / "out.pdf", ExportOptions(layout=layout))
            result[f"pdf_{layout}"] = {"seconds": seconds, "pages": written.pages}
        for suffix in (suffix for suffix, _ in FORMATS if suffix != ".pdf"):
            result[suffix] = _best(text, Path(folder) / f"out{suffix}", ExportOptions())[0]
    print(json.dumps(result))


def _text(count: int) -> ParallelText:
    documents = [read_document(file) for file in sorted(SEEDS.glob("*.txt"))]
    sources, targets = ([p.text for p in document.paragraphs if len(p.text) > 80] for document in documents)
    rows = [_row(f"{sources[i % len(sources)]} {i}.", f"{targets[i % len(targets)]} {i}.") for i in range(count)]
    document = replace(documents[0], paragraphs=tuple(row.source for row in rows))
    return ParallelText(document, "nb", "en", (), rows)


def _row(source: str, target: str) -> Row:
    pair = SentencePair((0, len(source)), (0, len(target)))
    return Row(Paragraph(source), target, State.DONE, (pair,))


def _best(text: ParallelText, path: Path, options: ExportOptions) -> tuple[float, Exported]:
    times: list[float] = []
    for _ in range(RUNS):
        started = time.perf_counter()
        written = write_export(text, path, options)
        times.append(time.perf_counter() - started)
    return round(min(times), 2), written


if __name__ == "__main__":
    main()

"""What is recognised in PDF files whose pages are images: `python -m tests.benchmarks.scans`.

Texts of the sentence pairs (`resources/quality/pairs.tsv`) are set by Typst, and each page is made an image of 300 dots
to the inch (or `--dpi`), turned by 0.7 degrees (`--turn`) and blurred (`--blur`, a radius in pixels). Needs the extra
`ocr`, and data for Norwegian and English. Prints one line of JSON for each layout: the share of letters that are wrong
(edit distance / length, against what is read of the same pages with their text), F1 of the ends of paragraphs against
the same, how many words are wrong, how many are marked as perhaps misread, how many are both, and CPU seconds a page.
"""

import argparse
import io
import json
import random
import sys
import time
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

import pypdfium2

from reader.formats.families import parse_family
from reader.text import MarkKind, Paragraph
from tests.benchmarks.pdf import _show, distance, f1, made, plain
from tests.reader.formats.pdf.scanned import scanned
from tests.reader.formats.pdf.typesetting import Layout, typeset

_LAYOUTS: Mapping[str, Layout] = {
    "a4": Layout(width=595, height=842, margin=70, size=11),
    "english": Layout(width=595, height=842, margin=70, size=11, lang="en"),
    "two": Layout(columns=2, width=595, height=842, margin=56, gutter=18, size=10),
    "small": Layout(width=595, height=842, margin=90, size=8.5, justify=False),
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--pages", type=int, default=2, help="of each layout")
    parser.add_argument("--turn", type=float, default=0.7)
    parser.add_argument("--blur", type=float, default=1.2)
    parser.add_argument("--dpi", type=int, default=300)
    parser.add_argument("--layouts", nargs="*", default=list(_LAYOUTS))
    parser.add_argument("--show", action="store_true", help="the words that are wrong")
    given = parser.parse_args()
    for name in given.layouts:
        layout = _LAYOUTS[name]
        whole = typeset(list(made(random.Random(f"{given.seed}{name}"), layout.lang)), layout)
        file = _beginning(whole, given.pages)
        expected = [paragraph.text for paragraph in parse_family("pdf", file, name).paragraphs]
        images = scanned(file, given.turn, given.blur, given.dpi)
        before = time.process_time()
        parsed = parse_family("pdf", images, name)
        seconds = (time.process_time() - before) / given.pages
        found = [paragraph.text for paragraph in parsed.paragraphs]
        told = {
            "wrong": round(distance(plain(expected), plain(found)) / len(plain(expected)), 5),
            "f1": round(f1(expected, found), 3),
            **_words(expected, parsed.paragraphs, show=given.show),
            "s": round(seconds, 2),
        }
        print(json.dumps({"layout": name, **told}), flush=True)


def _beginning(file: bytes, count: int) -> bytes:
    """The first pages of a file."""
    out = io.BytesIO()
    begun = pypdfium2.PdfDocument.new()
    begun.import_pages(pypdfium2.PdfDocument(file), list(range(count)))
    begun.save(out)
    return out.getvalue()


def _words(expected: Sequence[str], found: Sequence[Paragraph], *, show: bool) -> dict[str, int]:
    """How many words were not expected, how many are marked, and how many both."""
    right = " ".join(expected).split()
    words = [word for paragraph in found for word in _marked(paragraph)]
    wrong = set(range(len(words)))
    for match in SequenceMatcher(None, right, [word for word, _ in words], autojunk=False).get_matching_blocks():
        wrong -= set(range(match.b, match.b + match.size))
    marked = {place for place, (_, doubtful) in enumerate(words) if doubtful}
    if show:
        _show(expected, [paragraph.text for paragraph in found])
        for place in sorted(wrong | marked):
            print("  ", words[place][0], "wrong" * (place in wrong), "marked" * (place in marked), file=sys.stderr)
    counts = {"words": words, "words_wrong": wrong, "marked": marked, "both": wrong & marked}
    return {name: len(each) for name, each in counts.items()}


def _marked(paragraph: Paragraph) -> list[tuple[str, bool]]:
    """The words, and whether each is marked."""
    spans = [(mark.start, mark.end) for mark in paragraph.marks if mark.kind is MarkKind.MISREAD]
    found, place = [], 0
    for word in paragraph.text.split():
        start = paragraph.text.index(word, place)
        place = start + len(word)
        found.append((word, any(a < place and start < b for a, b in spans)))
    return found


if __name__ == "__main__":
    main()

"""What is read of PDF files: `python -m tests.benchmarks.pdf [--seed N] [--layouts NAME ...] [--tagged] [--show]`.

Texts of the sentence pairs (`resources/quality/pairs.tsv`), with headings, lists, notes and tables, are set by Typst in
one to three columns, and by LibreOffice if it is installed, and read by Tospalt and, where they are installed, by
pdftotext and pdfminer.six (`pdf2txt.py`, which may belong to another environment on the path). Prints one line of JSON
for each layout: for each of them the share of the text that is right (1 - edit distance / length, in reading order:
notes last), F1 of the ends of paragraphs, and CPU seconds; for Tospalt also F1 of what is told of paragraphs ("told":
headings with their level, items of lists, cells with their place). The layouts named "tune-…" are those that the reader
has been tuned on; the others judge.
"""

import argparse
import html
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from reader.paths import RESOURCES
from tests.reader.formats.pdf.typesetting import Layout, Set, typeset

_LAYOUTS: Mapping[str, Layout] = {
    "tune-one": Layout(),
    "tune-two": Layout(columns=2, width=520, height=700, head="Fra avisen", size=9),
    "tune-three": Layout(columns=3, width=620, height=800, indent=1.2, spacing=0.65, size=9),
    "tune-ragged": Layout(justify=False, columns=2, gutter=22, width=480, ruled=False),
    "tune-english": Layout(lang="en", indent=1, spacing=0.65, line_numbers=True, hyphenate=False),
    "a4": Layout(width=595, height=842, margin=70, size=11),
    "book": Layout(width=370, height=550, margin=45, size=10.5, indent=1.5, spacing=0.6, leading=0.6, head="Boka"),
    "paper": Layout(columns=2, width=595, height=842, margin=56, gutter=18, size=10, indent=1, spacing=0.65, lang="en"),
    "paper-ragged": Layout(columns=2, width=595, height=842, gutter=24, justify=False, ruled=False, head="Journal"),
    "magazine": Layout(columns=3, width=595, height=842, margin=40, gutter=12, size=8.5, spacing=1.0),
    "draft": Layout(width=595, height=842, margin=80, size=12, leading=1.2, spacing=1.8, justify=False, lang="en"),
}
# Those set by LibreOffice, and in how many columns.
_OFFICE_COLUMNS = {"tune-office": 1, "office": 1, "office-two": 2}
_READ = (
    "import sys, json; from pathlib import Path; from reader.formats.families import parse_family; "
    "found = parse_family('pdf', Path(sys.argv[1]).read_bytes(), '').paragraphs; "
    "told = lambda p: [p.cell.cell.row, p.cell.cell.column] if p.cell and p.cell.cell else [p.kind.name, p.level]; "
    "print(json.dumps([[p.text, told(p)] for p in found]))"
)
_MINER = "pdf2txt.py"
_EDGE = 16
# A text and what is told of it.
_Told = tuple[str, object]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--layouts", nargs="*", default=[*_LAYOUTS, *_OFFICE_COLUMNS])
    parser.add_argument("--tagged", action="store_true", help="with the structure tree")
    parser.add_argument("--show", action="store_true", help="where paragraphs end otherwise")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name in given.layouts:
            layout = _LAYOUTS.get(name, Layout())
            blocks = list(made(random.Random(f"{given.seed}{name}"), layout.lang))
            path = Path(folder, f"{name}.pdf")
            if name in _OFFICE_COLUMNS:
                if not _print_by_office(blocks, path, _OFFICE_COLUMNS[name], tagged=given.tagged):
                    continue
            else:
                path.write_bytes(typeset(blocks, layout, tagged=given.tagged))
            print(json.dumps({"layout": name, **_measured(path, blocks, show=given.show)}), flush=True)


def made(chance: random.Random, language: str) -> Iterator[Set]:
    """A text with everything in it."""
    sentences = list(_sentences(0 if language == "nb" else 1))
    chance.shuffle(sentences)
    take = iter(sentences)

    def prose(most: int) -> str:
        return " ".join(next(take) for _ in range(chance.randint(1, most)))

    yield Set("heading", _title(next(take)))
    for section in range(8):
        if section:
            yield Set("heading", _title(next(take)), level=2)
        for _ in range(chance.randint(3, 6)):
            yield Set("paragraph", prose(6))
        if section % 3 == 0:
            for _ in range(chance.randint(2, 4)):
                yield Set(("item", "number")[section // 3 % 2], prose(2))
        if section % 2:
            yield Set("note", prose(3), more=(prose(2), prose(2)))
        if section % 4 == 2:
            words = next(take).split()
            yield Set("table", more=[word.strip(".,") for word in (words * 3)[:9]])


def _sentences(column: int) -> Iterator[str]:
    for line in (RESOURCES / "quality" / "pairs.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#") and "\t" in line:
            yield line.split("\t")[column]


def _title(sentence: str) -> str:
    return " ".join(sentence.split()[:5]).strip(".,:;?!")


def expected(blocks: Sequence[Set]) -> list[str]:
    """The paragraphs in reading order, notes last."""
    found: list[str] = []
    notes: list[str] = []
    for block in blocks:
        if block.kind == "note":
            notes.append(block.more[0])
            found.append(f"{block.text}{len(notes)} {block.more[1]}")
        else:
            found += block.more if block.kind == "table" else [block.text]
    return [*found, *notes]


def told(blocks: Sequence[Set]) -> Iterator[tuple[str, object]]:
    """What a reader should tell of the paragraphs that are more than that, with their texts."""
    for place, block in enumerate(blocks):
        if block.kind == "heading":
            yield block.text, ["HEADING" if place else "TITLE", block.level]
        elif block.kind in ("item", "number"):
            yield block.text, ["LIST_ITEM", 1]
        for at, cell in enumerate(block.more if block.kind == "table" else ()):
            yield cell, list(divmod(at, 3))


def _print_by_office(blocks: Sequence[Set], path: Path, columns: int, *, tagged: bool) -> bool:
    """Set the blocks by LibreOffice; False if it is not there."""
    office = shutil.which("soffice")
    if office is None:
        return False
    source = path.with_suffix(".fodt")
    source.write_text(_OFFICE.format(columns=columns, body="".join(map(_markup, blocks))), "utf-8")
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    wanted = f'pdf:writer_pdf_Export:{{"UseTaggedPDF":{{"type":"boolean","value":"{str(tagged).lower()}"}}}}'
    convert = ["--convert-to", wanted, "--outdir", str(path.parent), str(source)]
    subprocess.run([office, profile, "--headless", *convert], check=True, capture_output=True)
    return True


_OFFICE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="6pt"/>
<style:text-properties fo:font-size="11pt" fo:language="nb" fo:country="NO" fo:hyphenate="true"/></style:style>
<style:style style:name="Head" style:family="paragraph"><style:paragraph-properties fo:margin-top="12pt"
 fo:keep-with-next="always"/><style:text-properties fo:font-size="15pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Foot" style:family="paragraph"><style:text-properties fo:font-size="9pt"/></style:style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="17cm" fo:page-height="24cm"
 fo:margin-left="2cm" fo:margin-right="2cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm">
<style:columns fo:column-count="{columns}" fo:column-gap="0.6cm"/></style:page-layout-properties>
<style:header-style/><style:footer-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">
<style:header><text:p>Rapport fra fjorden</text:p></style:header>
<style:footer><text:p>Side <text:page-number text:select-page="current">1</text:page-number></text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>"""


def _markup(block: Set) -> str:
    text = html.escape(block.text)
    match block.kind:
        case "heading":
            return f'<text:h text:style-name="Head" text:outline-level="{block.level}">{text}</text:h>'
        case "item" | "number":
            return f"<text:list><text:list-item><text:p>{text}</text:p></text:list-item></text:list>"
        case "table":
            cells = [
                f"<table:table-cell><text:p>{html.escape(cell)}</text:p></table:table-cell>" for cell in block.more
            ]
            rows = (f"<table:table-row>{''.join(cells[at : at + 3])}</table:table-row>" for at in (0, 3, 6))
            return f'<table:table><table:table-column table:number-columns-repeated="3"/>{"".join(rows)}</table:table>'
        case "note":
            body = (
                f'<text:note-body><text:p text:style-name="Foot">{html.escape(block.more[0])}</text:p></text:note-body>'
            )
            note = f'<text:note text:note-class="footnote"><text:note-citation/>{body}</text:note>'
            return f"<text:p>{text}{note} {html.escape(block.more[1])}</text:p>"
        case _:
            return f"<text:p>{text}</text:p>"


def _measured(path: Path, blocks: Sequence[Set], *, show: bool) -> dict[str, object]:
    paragraphs, kinds = expected(blocks), list[_Told]()
    readers: dict[str, Callable[[Path], list[str]]] = {"tospalt": lambda path: _by_tospalt(path, kinds)}
    if shutil.which("pdftotext"):
        readers["pdftotext"] = _by_pdftotext
    if shutil.which(_MINER):
        readers["pdfminer"] = _by_pdfminer
    found: dict[str, object] = {}
    for name, read in readers.items():
        before = _cpu()
        texts = read(path)
        seconds = _cpu() - before
        right = 1 - distance(plain(paragraphs), plain(texts)) / max(len(plain(paragraphs)), 1)
        figures = {"text": round(right, 4), "f1": round(f1(paragraphs, texts), 4), "s": round(seconds, 2)}
        if name == "tospalt":
            figures["told"] = round(_f1(*(Counter(map(repr, each)) for each in (told(blocks), kinds))), 4)
            if show:
                _show(paragraphs, texts)
        found[name] = figures
    return found


def _cpu() -> float:
    import resource  # Windows has none

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _by_tospalt(path: Path, kinds: list[_Told]) -> list[str]:
    """The paragraphs; adds what is told of those that are more."""
    read = [(text, kind) for text, kind in json.loads(_said([sys.executable, "-c", _READ, str(path)]))]
    kinds += ((text, kind) for text, kind in read if kind[0] not in ("PARAGRAPH", "NOTE"))
    return [text for text, _ in read]


def _by_pdftotext(path: Path) -> list[str]:
    return _joined(_said(["pdftotext", str(path), "-"]))


def _by_pdfminer(path: Path) -> list[str]:
    return _joined(_said([_MINER, str(path)]))


def _said(command: Sequence[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")


def _joined(text: str) -> list[str]:
    """Paragraphs between blank lines, with the lines joined and small words made whole, as a friend of it would."""
    paragraphs = [re.sub(r"-\n(?=[a-zæøå])", "", each).split() for each in re.split(r"\n\s*\n|\f", text)]
    return [" ".join(words) for words in paragraphs if words]


def plain(paragraphs: Sequence[str]) -> str:
    """All of a text, with single spaces."""
    return " ".join(" ".join(paragraphs).split())


def f1(expected: Sequence[str], found: Sequence[str]) -> float:
    """Of the ends of paragraphs, known by the letters around them."""
    return _f1(_ends(expected), _ends(found))


def _f1(right: Counter[str], given: Counter[str]) -> float:
    same = (right & given).total()
    return 2 * same / (right.total() + given.total()) if right or given else 1.0


def _ends(paragraphs: Sequence[str]) -> Counter[str]:
    letters = ["".join(text.split()) for text in paragraphs]
    whole, ends, place = "".join(letters), Counter[str](), 0
    for text in letters[:-1]:
        place += len(text)
        ends[f"{whole[max(place - _EDGE, 0) : place]}|{whole[place : place + _EDGE]}"] += 1
    return ends


def _show(expected: Sequence[str], found: Sequence[str]) -> None:
    right, given = _ends(expected), _ends(found)
    for sign, ends in (("missing", right - given), ("wrong", given - right)):
        for end in ends:
            print(f"  {sign}: {end}", file=sys.stderr)


def distance(one: str, other: str) -> int:
    """The edit distance, by the bit vectors of Myers and Hyyrö."""
    if not one:
        return len(other)
    places: dict[str, int] = {}
    for place, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << place
    mask, last = (1 << len(one)) - 1, 1 << (len(one) - 1)
    up, down, found = mask, 0, len(one)
    for letter in other:
        same = places.get(letter, 0)
        across = (((same & up) + up) ^ up) | same | down
        rises, falls = (down | ~(across | up)) & mask, up & across
        found += bool(rises & last) - bool(falls & last)
        rises, falls = (rises << 1 | 1) & mask, falls << 1 & mask
        up, down = (falls | ~((same | down) | rises)) & mask, rises & (same | down)
    return found


if __name__ == "__main__":
    main()

"""A document and a translation of it by somebody, sentence beside sentence: as TMX, JSON or a web page."""

import json
from base64 import b64encode
from collections.abc import Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from reader.export.labels import Labels, labels_for
from reader.export.markup import Markup, element, one_line
from reader.export.tmx_units import tmx_header, tmx_lines, tmx_prop, tmx_unit
from reader.late_dataclasses import dataclass
from reader.reference import AlignedSentences
from reader.text import language_tag
from reader.version import __version__

ALIGNMENT_FORMATS = (".tmx", ".json", ".html")

_STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 "Source Serif 4", Georgia, serif; }
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; overflow-wrap: anywhere; }
tr { border-top: 1px solid #8886; }
p { margin: 0 0 .3rem; }
.unsure { border-inline-start: .25rem dashed #b60; }
.note { font: .8rem/1.4 sans-serif; opacity: .8; }
@media (max-width: 40rem) { tr, td, th { display: block; } }
"""


@dataclass(frozen=True, slots=True)
class AlignedTexts:
    """Two documents whose sentences are linked.

    Attributes:
        names: of the document and of its translation.
        languages: codes of theirs.
        sentences: those of both, in order.
    """

    names: tuple[str, str]
    languages: tuple[str, str]
    sentences: Sequence[AlignedSentences]


def write_alignment(texts: AlignedTexts, path: Path, timestamp: datetime | None = None) -> None:
    """Write the file `path`, in the format of its suffix, one of ALIGNMENT_FORMATS; one that is there is replaced.

    Raises:
        OutputError: it cannot be written.
    """
    from reader.files import write_pieces

    pieces = {".tmx": _tmx, ".json": _json, ".html": _html}[path.suffix.lower()](texts, timestamp)
    write_pieces(path, pieces)


def _tmx(texts: AlignedTexts, timestamp: datetime | None) -> Iterator[bytes]:
    source, target = texts.languages
    props = [
        tmx_prop(name, one_line(each)) for name, each in zip(("document", "translation"), texts.names, strict=True)
    ]
    units = (
        tmx_unit({source: each.source, target: each.target}, () if each.link.certain else [tmx_prop("unsure", "yes")])
        for each in texts.sentences
    )
    return tmx_lines(tmx_header(source, timestamp, *props), filter(None, units))


def _json(texts: AlignedTexts, _: datetime | None) -> Iterator[bytes]:
    links = [{"source": each.sources, "target": each.targets, "certain": each.link.certain} for each in texts.sentences]
    source, target = texts.languages
    data = {"source_language": source, "target_language": target, "links": links}
    yield (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


def _html(texts: AlignedTexts, _: datetime | None) -> Iterator[bytes]:
    """A page that loads nothing and runs nothing."""
    labels = labels_for(texts.languages[1])
    title = one_line(" – ".join(texts.names))
    checksum = b64encode(sha256(_STYLE.encode()).digest()).decode()
    head = element(
        "head",
        {},
        element("meta", {"charset": "utf-8"}),
        element(
            "meta",
            {
                "http-equiv": "Content-Security-Policy",
                "content": f"default-src 'none'; style-src 'sha256-{checksum}'; base-uri 'none'; form-action 'none'",
            },
        ),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"name": "generator", "content": f"Tospalt {__version__}"}),
        element("title", {}, title),
        element("style", {}, Markup(_STYLE)),
    )
    heads = (
        element("th", {"scope": "col"}, f"{kind}: {one_line(name)}")
        for kind, name in zip((labels.original, labels.translation), texts.names, strict=True)
    )
    rows = (_row(each, texts.languages, labels) for each in texts.sentences)
    table = element("table", {}, element("tr", {}, *heads), *rows)
    body = element("body", {}, element("h1", {}, title), table)
    page = element("html", {"lang": language_tag(texts.languages[1])}, head, body)
    yield f"<!DOCTYPE html>\n{page}\n".encode()


def _row(each: AlignedSentences, languages: tuple[str, str], labels: Labels) -> Markup:
    note = element("p", {"class": "note", "lang": language_tag(labels.language)}, labels.unsure)
    notes = ((), () if each.link.certain else (note,))
    cells = (
        element("td", {"lang": language_tag(language)}, *(element("p", {}, text) for text in side), *more)
        for language, side, more in zip(languages, (each.sources, each.targets), notes, strict=True)
    )
    return element("tr", {} if each.link.certain else {"class": "unsure"}, *cells)

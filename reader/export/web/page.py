"""Both texts as a self-contained web page, with styles and script inside; nothing is fetched."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256

from reader.export.blocks import blocks
from reader.export.colophon import last_lines, moment_of
from reader.export.columns import arranged
from reader.export.labels import Labels, labels_for
from reader.export.markup import Markup, element, joined, one_line
from reader.export.options import USUAL_COLUMNS, ExportOptions, Layout
from reader.export.titles import shown_title, title_in
from reader.export.web.context import Web, is_flat
from reader.export.web.rows import body
from reader.parallel import ParallelText
from reader.paths import RESOURCES
from reader.version import __version__

_FOLDER = RESOURCES / "export"
_USUAL_COUNT = len(USUAL_COLUMNS)
# In ems, of more columns than usual: where they are narrower they are stacked, and they get no wider.
_NARROWEST, _WIDEST = 14, 26
_USUAL_SIZE = ExportOptions().font_size


def html_bytes(text: ParallelText, options: ExportOptions, *, cancelled: Callable[[], bool] = lambda: False) -> bytes:
    """The page, in UTF-8. Its security policy allows only its own script, by checksum, and loads nothing.

    Raises:
        CancelledError: `cancelled`, called before each row, returned True.
    """
    options = arranged(text, options)
    labels = labels_for(text.target_language)
    linked = options.layout is not Layout.TRANSLATION
    web = Web(text, options, labels, linked=linked)
    style = _style(text, options)
    script = _resource("page.js") if linked else ""
    page = element(
        "html",
        web.lang(text.target_language if options.layout is Layout.TRANSLATION else text.source_language),
        element("head", {}, *_head(text, options, style, script)),
        element("body", {"class": options.layout.value if not web.columns else "columns"}, *_body(web, cancelled)),
    )
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _head(text: ParallelText, options: ExportOptions, style: str, script: str) -> Iterator[Markup]:
    yield element("meta", {"charset": "utf-8"})
    policy = f"default-src 'none'; style-src {_checksum(style)}; base-uri 'none'; form-action 'none'"
    policy += f"; script-src {_checksum(script)}" if script else ""
    yield element("meta", {"http-equiv": "Content-Security-Policy", "content": policy})
    yield element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"})
    yield element("meta", {"name": "generator", "content": f"Tospalt {__version__}"})
    yield element("meta", {"name": "date", "content": moment_of(options.timestamp).isoformat()})
    if author := one_line(text.document.metadata.get("author", "")):
        yield element("meta", {"name": "author", "content": author})
    yield element("meta", {"name": "referrer", "content": "no-referrer"})
    yield element("title", {}, title_in(text, options))
    # Not escaped in these two elements: both are the program's own.
    yield element("style", {}, Markup(style))
    if script:
        yield element("script", {"type": "module"}, Markup(script))


def _body(web: Web, cancelled: Callable[[], bool]) -> Iterator[Markup]:
    text, labels = web.text, web.labels
    title = shown_title(text)
    heading = [element("h1", {}, title)] if title else []
    keys = [element("p", {"class": "keys", **web.lang(labels.language)}, labels.keys)] if web.linked else []
    if heading or keys:
        yield element("header", {}, *heading, *keys)
    yield element("main", {}, body(web, blocks(text, web.options, cancelled, sentences=web.linked)))
    yield element("footer", {"class": "colophon", **web.lang(labels.language)}, _colophon(text, web.options, labels))


def _colophon(text: ParallelText, options: ExportOptions, labels: Labels) -> Markup:
    return joined(element("p", {}, line) for line in last_lines(text, options, labels))


def _style(text: ParallelText, options: ExportOptions) -> str:
    size = f":root {{ --scale: {options.font_size / _USUAL_SIZE:.3g}; }}\n"
    paper = f"@page {{ size: {options.paper.value}{' landscape' * options.landscape}; margin: 20mm 16mm; }}\n"
    more = "" if is_flat(text) else _resource("structure.css")
    styles = _resource("parallel.css") + _resource("page.css") + more
    count = len(options.columns)
    if count > _USUAL_COUNT:
        styles = (styles + _resource("columns.css")).replace(
            "(max-width: 40em)", f"(max-width: {_NARROWEST * count}em)"
        )
        styles = styles.replace("max-width: 66em", f"max-width: {_WIDEST * count}em")
    return size + paper + styles


def _resource(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")


def _checksum(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"

"""HTML and XML, told from a text that begins with "<" or names a tag."""

from reader import late_re as re
from reader.formats.other_formats import Other
from reader.formats.suffixes import WEB_SUFFIXES

_ROOTS = {
    "html": Other.HTML,
    "head": Other.HTML,
    "body": Other.HTML,
    "svg": Other.SVG,
    "tmx": Other.TMX,
    "xliff": Other.EXCHANGE,
    "ts": Other.EXCHANGE,
    "tbx": Other.EXCHANGE,
    "martif": Other.EXCHANGE,
    "fictionbook": Other.FB2,
    "document": Other.ODT,
    "package": Other.DOCX,
    "worddocument": Other.DOCX,
    "tt": Other.SUBTITLES,
    "sami": Other.SUBTITLES,
}
_OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:"
# Roots that a text may have as a word in brackets, unless a prologue or a namespace says that it is XML.
_PLAIN_WORDS = frozenset({"document", "package", "ts", "tt", "head", "body", "html"})
# A comment or a processing instruction before the root; what has no end is looked at no further.
_BEFORE = re.compile(r"\s*+(?:<!--(?>(?:(?!-->)[\s\S]){0,4000})-->|<\?(?>(?:(?!\?>)[\s\S]){0,1000})\?>)")
_PROLOGUE = re.compile(r"<\?xml\s+version\s*=")
_DOCTYPE = re.compile(r"\s*+<!DOCTYPE\s++([\w:.-]++)[^<>\[]*+(?:\[[^\]]*+\]\s*)?>", re.IGNORECASE)
_TAG = re.compile(r"\s*+<([A-Za-z_][\w.-]*+(?::[\w.-]++)?)((?:\s++[^<>]*+)?)/?>")
_ANY_TAG = re.compile(r"<[A-Za-z_][\w:.-]*+(?:\s[^<>]*+)?>")
_NEXT_TAG = re.compile(r"\s*+<[!/?A-Za-z]")
_CLOSING = re.compile(r"</[A-Za-z][\w:.-]*\s*>")
_LAST_TAG = re.compile(r"</([A-Za-z_][\w:.-]*)\s*>(?:\s*<!--[^<>]*-->)?\Z")
_ATTRIBUTE = re.compile(r"\b(?:xmlns(?::\w+)?|version)\s*=\s*[\"']")
_HTML_BLOCKS = frozenset({"p", "div", "table", "h1", "h2", "h3", "h4", "ul", "ol", "dl", "section", "article", "main"})
_HTML_BLOCKS |= {"header", "footer", "nav", "title", "meta", "link", "style", "script", "center", "blockquote"}
_XML_SUFFIXES = {
    ".xml": Other.XML,
    ".xsl": Other.XML,
    ".xslt": Other.XML,
    ".xsd": Other.XML,
    ".rss": Other.XML,
    ".atom": Other.XML,
    ".opml": Other.XML,
    ".rdf": Other.XML,
    ".kml": Other.XML,
    ".gpx": Other.XML,
    ".dita": Other.XML,
    ".resx": Other.EXCHANGE,
    ".xlf": Other.EXCHANGE,
    ".xliff": Other.EXCHANGE,
    ".sdlxliff": Other.EXCHANGE,
    ".tmx": Other.TMX,
    ".tbx": Other.EXCHANGE,
    ".fb2": Other.FB2,
    ".svg": Other.SVG,
    ".fodt": Other.ODT,
    ".ttml": Other.SUBTITLES,
    ".dfxp": Other.SUBTITLES,
}


def markup_format(head: str, tail: str, suffix: str, *, markdown: bool) -> Other | None:
    """The format in HTML or XML of a text that begins and ends like this; None if it is text with tags at most.

    Markdown may hold any tags, so that only a whole page, or what calls itself XML, is none.
    """
    if not head.startswith("<"):
        return _by_name(head, suffix) if suffix in WEB_SUFFIXES else None
    declared = _PROLOGUE.match(head) is not None
    place = _behind(head)
    if doctype := _DOCTYPE.match(head, place):
        place, declared = doctype.end(), True
        place += _behind(head[place : place + 8192])
    root = _TAG.match(head, place)
    if root is None:
        return _by_name(head, suffix) or (Other.XML if declared and _NEXT_TAG.match(head, place) else None)
    if declared:
        return _declared(head, root, doctype)
    return _undeclared(head, tail, root, markdown) or _by_name(head, suffix)


def _behind(head: str) -> int:
    """Where comments and processing instructions at the beginning end."""
    place = 0
    for _ in range(20):
        found = _BEFORE.match(head, place)
        if found is None:
            break
        place = found.end()
    return place


def _declared(head: str, root: re.Match[str], doctype: re.Match[str] | None) -> Other | None:
    """By the root behind a prologue or a document type, unless the text only names these."""
    if doctype is not None and doctype[1].lower() == "html":
        return Other.HTML if _CLOSING.search(head) else None
    return _rooted(root)


def _undeclared(head: str, tail: str, root: re.Match[str], markdown: bool) -> Other | None:
    """By the root alone: a known one with what shows that it is one, or a page without its root."""
    name = _local(root[1])
    last = _LAST_TAG.search(tail)
    closed = last is not None and _local(last[1]) == name
    if name in ("html", "head", "body"):
        shown = _NEXT_TAG.match(head, root.end()) or closed
        return Other.HTML if shown and _CLOSING.search(head) else None
    if markdown:
        return None
    if name in _ROOTS:
        return _rooted(root) if _ATTRIBUTE.search(root[2]) or (closed and name not in _PLAIN_WORDS) else None
    if _ATTRIBUTE.search(root[2]) and (closed or ":" in root[1]):
        return Other.XML
    fragment = name in _HTML_BLOCKS and last is not None and _local(last[1]) in _HTML_BLOCKS
    return Other.HTML if fragment and len(_CLOSING.findall(head[:4096])) > 1 else None


def _rooted(root: re.Match[str]) -> Other:
    """The format of what has this root; other documents than those of OpenDocument have the same name."""
    found = _ROOTS.get(_local(root[1]), Other.XML)
    return Other.XML if found is Other.ODT and _OPEN_DOCUMENT not in root[2] else found


def _by_name(head: str, suffix: str) -> Other | None:
    """By the ending of the file's name, if there are tags at all."""
    if not _CLOSING.search(head) and not _ANY_TAG.search(head):
        return None
    return Other.HTML if suffix in WEB_SUFFIXES else _XML_SUFFIXES.get(suffix)


def _local(name: str) -> str:
    """A name without its namespace, in small letters."""
    return name.rpartition(":")[2].lower()

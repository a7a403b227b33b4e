"""Writing paragraphs back into a web page."""

from collections.abc import Mapping

from reader.formats.decoding import decode
from reader.formats.finishing import clean
from reader.formats.html_encoding import encoding_of
from reader.formats.html_letters import escaped
from reader.formats.html_origins import Origins
from reader.formats.html_rewriting import rewritten_markup
from reader.formats.html_scanner import unescaped
from reader.formats.rewriting.changes import Rewriting, Rewritten
from reader.formats.rewriting.checking import refuse_other
from reader.formats.rewriting.texts import beside
from reader.formats.webpage import TITLE, read_page
from reader.text import composed, shown


def rewrite_web_page(data: bytes, name: str, rewriting: Rewriting) -> Rewritten:
    """Write paragraphs back into the bytes of a web page, in its own encoding; `name` is for messages.

    Raises:
        DocumentError: it has other paragraphs.
    """
    found = decode(data, name, rewriting.encoding)
    origins = Origins()
    paragraphs = [clean(paragraph) for paragraph in read_page(found.text, origins).paragraphs]
    texts = [paragraph.text for paragraph in paragraphs]
    refuse_other(texts, rewriting.texts, name)
    if not rewriting.changes:
        return Rewritten(data)
    edited = rewritten_markup(origins, paragraphs, rewriting)
    new = {texts[change.row]: change.text for change in reversed(rewriting.changes)}
    markup = with_title(edited.parts[0], new, both=rewriting.both)
    written, other = encoding_of(data, found.text, found.encoding).encoded(markup)
    return Rewritten(written, edited.looks, tuple(edited.unplaced), "utf-8" if other else "")


def as_read(text: str) -> str:
    """A text in a title or list as it would be read in a paragraph."""
    return composed(shown(" ".join(text.split())))


def with_title(markup: str, new: Mapping[str, str], *, both: bool) -> str:
    """A page whose title is written anew if it is also a paragraph of these, which are given with their new texts."""
    title = TITLE.search(markup)
    old = as_read(unescaped(title[1])) if title else ""
    if title is None or old not in new:
        return markup
    text = beside(old, new[old]) if both else new[old]
    return f"{markup[: title.start(1)]}{escaped(text)}{markup[title.end(1) :]}"

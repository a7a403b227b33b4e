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
from reader.formats.stated_titles import folded, parts_of_title
from reader.formats.webpage import read_page, stated_title
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
    markup = edited.parts[0]
    if _title_of(markup) == _title_of(found.text):  # it is no paragraph of its own
        new = {folded(texts[change.row]): change.text for change in reversed(rewriting.changes)}
        markup = with_stated_title(markup, new, both=rewriting.both)
    written, other = encoding_of(data, found.text, found.encoding).encoded(markup)
    return Rewritten(written, edited.looks, tuple(edited.unplaced), "utf-8" if other else "")


def as_read(text: str) -> str:
    """A text in a title or list as it would be read in a paragraph."""
    return composed(shown(" ".join(text.split())))


def with_stated_title(markup: str, new: Mapping[str, str], *, both: bool) -> str:
    """A page whose title is written anew if it, or the part of it beside the name of the site, is also a paragraph of
    these, which are given with their new texts by the `folded` old ones.
    """
    found = stated_title(markup)
    title = as_read(unescaped(found[1])) if found else ""
    for start, end in parts_of_title(title):
        old = title[start:end]
        if found is not None and (text := new.get(folded(old), "")):
            if text == old:
                break
            text = title[:start] + (beside(old, text) if both else text) + title[end:]
            inner = found[1]
            first, last = found.start(1) + len(inner) - len(inner.lstrip()), found.start(1) + len(inner.rstrip())
            return f"{markup[:first]}{escaped(text)}{markup[last:]}"
    return markup


def _title_of(markup: str) -> str:
    found = stated_title(markup)
    return found[1] if found else ""

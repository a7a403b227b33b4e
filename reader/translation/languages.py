"""The languages a document is translated from and to, and its paragraphs in other languages, which are left."""

from collections.abc import Callable

from reader.errors import NoPackageError
from reader.packages import Packages
from reader.parallel import ParallelText
from reader.text import LIKE_NORWEGIAN, Document, Paragraph, foreign_language, like_language, other_language

# The language whose packages translate all that are like it.
_NORWEGIAN = "nb"


def never_left(_paragraph: Paragraph) -> str:
    """The language of no paragraph: all are translated."""
    return ""


def languages_of(document: Document, source: str, target: str, installed: Packages) -> tuple[str, str]:
    """The languages (codes) to translate a document from and to; `source` and `target` are the user's choice or "".

    A document in Nynorsk or Danish is read as Bokmål, unless packages for its own language are installed. One that
    brings its translation is translated into the language of that.
    """
    found = source or document.language
    target = target or (document.given.target_language if document.given is not None else "") or other_language(found)
    if not source and is_read_as_norwegian(found, target) and not _connects(installed, found, target):
        found = read_as(found)
    return found, target


def read_as(language: str) -> str:
    """The language that a text in `language` is read as where no packages for its own are installed."""
    return _NORWEGIAN if language in LIKE_NORWEGIAN else language


def is_read_as_norwegian(language: str, target: str) -> bool:
    """Whether a text in `language` can be read as Bokmål for a translation into `target`."""
    return language in LIKE_NORWEGIAN and target not in LIKE_NORWEGIAN


def read_as_other(text: ParallelText) -> str:
    """The detected language of a text's document if it is read as another one like it, else ""."""
    found, source = text.document.language, text.source_language
    return found if found != source and {found, source} <= LIKE_NORWEGIAN else ""


def foreign_to(text: ParallelText, paragraph: Paragraph) -> str:
    """The language of a paragraph of `text` that is left as it is unless the user wants it translated, else ""."""
    return foreign_language(paragraph, _own(text), text.target_language)


def leaving(text: ParallelText) -> Callable[[Paragraph], str]:
    """A function that gives the language of a paragraph of `text` that is left as it is, and "" for all others.

    Left is what is in the target language already, or surely in a third; not what is in the language that the whole
    document seems to be in, where the user has chosen another, and not what the user wants translated all the same.
    """
    if text.forced is None:
        return never_left
    own = _own(text)

    def language_of(paragraph: Paragraph) -> str:
        found = foreign_language(paragraph, own, text.target_language)
        return "" if found and text.is_forced(paragraph) else found

    return language_of


def _own(text: ParallelText) -> frozenset[str]:
    """The languages that paragraphs of `text` are translated from."""
    own, found = like_language(text.source_language), text.document.language
    return own if found in like_language(text.target_language) else own | like_language(found)


def _connects(installed: Packages, source: str, target: str) -> bool:
    try:
        return bool(installed.route(source, target))
    except NoPackageError:
        return False

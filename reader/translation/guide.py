"""The guide: a document in two languages, each of which is shown as the translation of the other."""

from collections.abc import Mapping
from pathlib import Path

from reader import log
from reader.errors import DocumentError
from reader.formats import read_document
from reader.parallel import Hypothesis
from reader.paths import GUIDE
from reader.text import Document
from reader.translation.sentences import sentences_to_translate


def guide_file(language: str) -> Path:
    """The guide in a language, "nb" or "en"."""
    return GUIDE / f"guide.{language}.md"


def guide_sentences(document: Document, source: str, target: str) -> Mapping[str, Hypothesis]:
    """The translations that come with the guide, if it is this document: by sentence, as it is asked for.

    Args:
        document: any document.
        source, target: codes of the languages that it is translated from and to.
    """
    other = guide_file(target)
    if document.path != guide_file(source) or not other.exists():
        return {}
    try:
        ours, theirs = _sentences(document, source), _sentences(read_document(other), target)
    except DocumentError as error:
        log.caught(error, "reading the guide in the other language")
        return {}
    if len(ours) != len(theirs):  # of different versions
        return {}
    # The words are linked later, like those of any translation.
    return {ours[i]: Hypothesis(theirs[i], 0.0, linked=False) for i in range(len(ours))}


def _sentences(document: Document, language: str) -> list[str]:
    return [s for paragraph in document.paragraphs for s in sentences_to_translate(paragraph, language)]

"""A document and a translation of it by somebody, aligned by way of the machine's, for the commands."""

from argparse import Namespace
from typing import TYPE_CHECKING

from reader.commands.common import translated_document
from reader.parallel import ParallelText
from reader.text import Document, other_language

if TYPE_CHECKING:
    from reader.engine import Engines
    from reader.reference import Alignment


def aligned_documents(
    original: Document, translation: Document, engines: "Engines", arguments: Namespace
) -> "tuple[ParallelText, Alignment]":
    """The document translated as the arguments say, and which of its sentences belong to which of the translation.

    Raises:
        TospaltError: it cannot be translated, or `translation` is in another language or of another text.
    """
    from reader.reference import check_language, linked

    chosen = _with_languages(arguments, original, translation)
    check_language(translation, chosen.target)  # before the work
    text = translated_document(original, chosen, engines=engines, judged=False)
    return text, linked(text, translation)


def _with_languages(arguments: Namespace, original: Document, translation: Document) -> Namespace:
    """The arguments with the language of the translation and, if only that is certain, that of the original."""
    source, target = arguments.source, arguments.target
    if target is None and translation.certain and translation.language != (source or original.language):
        target = translation.language
    if source is None and target is not None and not original.certain and original.language == target:
        source = other_language(target)
    return Namespace(
        **{**vars(arguments), "source": source, "target": target or other_language(source or original.language)}
    )

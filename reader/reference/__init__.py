"""Aligning a reference translation with the machine translation, paragraph by paragraph and sentence by sentence."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.reference.alignment import align as align, check_language as check_language, linked as linked
    from reader.reference.links import Alignment as Alignment, SentenceLink as SentenceLink
    from reader.reference.placing import placed as placed
    from reader.reference.sentences import AlignedSentences as AlignedSentences, aligned_sentences as aligned_sentences
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "alignment": ("align", "check_language", "linked"),
            "links": ("Alignment", "SentenceLink"),
            "placing": ("placed",),
            "sentences": ("AlignedSentences", "aligned_sentences"),
        },
    )

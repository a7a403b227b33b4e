"""Aligning a reference translation with the machine translation, paragraph by paragraph and sentence by sentence."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.reference.alignment import align as align, check_language as check_language
    from reader.reference.sentences import sentence_pairs as sentence_pairs
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "alignment": ("align", "check_language"),
            "sentences": ("sentence_pairs",),
        },
        at_call=("align", "check_language", "sentence_pairs"),
    )

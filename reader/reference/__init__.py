"""Aligning a reference translation with the machine translation, paragraph by paragraph and sentence by sentence."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.reference.alignment import align as align, check_language as check_language, linked as linked
    from reader.reference.kept_links import (
        KeptLink as KeptLink,
        kept_links_from_json as kept_links_from_json,
        linked_otherwise as linked_otherwise,
        links_by_hand as links_by_hand,
        merged_links as merged_links,
    )
    from reader.reference.links import (
        Alignment as Alignment,
        SentenceLink as SentenceLink,
        Side as Side,
    )
    from reader.reference.placing import placed as placed
    from reader.reference.sentences import (
        AlignedSentences as AlignedSentences,
        aligned_sentences as aligned_sentences,
        piece_texts as piece_texts,
    )
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "alignment": ("align", "check_language", "linked"),
            "kept_links": (*("KeptLink", "kept_links_from_json", "linked_otherwise", "links_by_hand", "merged_links"),),
            "links": ("Alignment", "SentenceLink", "Side"),
            "placing": ("placed",),
            "sentences": ("AlignedSentences", "aligned_sentences", "piece_texts"),
        },
        at_call=(
            *("align", "aligned_sentences", "check_language", "linked", "links_by_hand", "merged_links"),
            *("linked_otherwise", "piece_texts", "placed"),
        ),
    )

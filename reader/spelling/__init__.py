"""Spelling: which words of a text no dictionary of the system has, and what may have been meant."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.spelling.checking import words_to_check as words_to_check
    from reader.spelling.codes import INVENTED as INVENTED
    from reader.spelling.invented import invented_words as invented_words, word_findings as word_findings
    from reader.spelling.own_words import OwnWords as OwnWords, forms_of as forms_of
    from reader.spelling.speller import Speller as Speller
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "checking": ("words_to_check",),
            "codes": ("INVENTED",),
            "invented": ("invented_words", "word_findings"),
            "own_words": ("OwnWords", "forms_of"),
            "speller": ("Speller",),
        },
        at_call=("invented_words", "word_findings", "words_to_check"),
    )

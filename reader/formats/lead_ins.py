"""Lines above a list that its items complete: "The board elects", "applies in Norway, except in"; no headings.

Such a line is told by its last word, by its verb, by what stands inside it, or by how the items go on with it.
"""

from collections.abc import Iterable

from reader import late_re as re
from reader.formats.plain_lines import leans
from reader.text import split_sentences

# Forms that are verbs wherever they stand.
_VERBS = (
    r"er|var|har|hadde|blir|ble|vil|skal|skulle|må|måtte|kan|kunne|bør|vert|"
    r"menes|forstås|regnes|omfattes|gjelder|gjeld|omfatter|inneholder|innebærer|innebefatter|krever|krev|trenger|treng|"
    r"velger|består|utgjør|behandler|avgjør|vedtar|ønsker|anbefaler|tilbyr|sørger|plikter|"
    r"is|are|was|were|has|had|will|shall|should|must|may|can|could|means?|includes?|contains?|requires?|"
    r"elects?|consists?|comprises?|applies|provides?|decides?|recommends?"
)
_ASKING = re.compile(r"(?:hva|hvem|hvor|hvordan|hvorfor|når|kva|kven|kvar|korleis|what|who|where|how|why|when)\b", re.I)
_VERB = re.compile(rf"\w\s(?:{_VERBS})(?!\w)")
_GOES_ON = re.compile(r"(?:[,;]|\s(?:og|eller|samt|and|or))$")


def leads_in(text: str, items: Iterable[str]) -> bool:
    """Whether a line is the beginning of a sentence that the items of the list below it complete, or a whole one.

    `items` are their texts.
    """
    if "," in text.rstrip(",") or len(split_sentences(text, "nb")) > 1:
        return True
    if any(item[:1].islower() and _GOES_ON.search(item) for item in items):
        return True
    return not _ASKING.match(text) and (is_unfinished(text) or _VERB.search(text) is not None)


def is_unfinished(text: str) -> bool:
    """Whether a text ends in a word that a sentence does not end in."""
    before, _, last = text.rpartition(" ")
    return bool(before) and leans(last)

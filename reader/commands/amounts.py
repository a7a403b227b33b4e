"""Amounts in words, for the commands."""

from collections.abc import Mapping

from reader.annotations import BOOKMARK, NOTE
from reader.errors import plural


def size_in_words(count: int) -> str:
    """A number of bytes in bytes, kB or MB: "999 bytes", "1.0 kB", "12.3 MB"."""
    if count < 1000:
        return plural(count, "{count} byte", "{count} bytes")
    return f"{count / 1e3:.1f} kB" if count < 999_950 else f"{count / 1e6:.1f} MB"


def sentences_in_words(count: int) -> str:
    """So many translated sentences."""
    return plural(count, "{count} translated sentence", "{count} translated sentences")


def imported_in_words(count: int) -> str:
    """So many imported sentences."""
    return plural(count, "{count} imported sentence", "{count} imported sentences")


def remembered_in_words(translations: int, edits: int, imported: int) -> str:
    """So much of what is remembered; imported sentences only if there are any."""
    words = f"{sentences_in_words(translations)}, {edits_in_words(edits)}"
    return f"{words}, {imported_in_words(imported)}" if imported else words


def judged_in_words(count: int) -> str:
    """What the user accepted or dismissed in so many sentences."""
    return plural(
        count,
        "what you accepted or dismissed in {count} sentence",
        "what you accepted or dismissed in {count} sentences",
    )


def accepted_in_words(accepted: int, dismissed: int) -> str:
    """So many sentences that the user has accepted and warnings they have dismissed; "" for none of either."""
    words = (
        plural(accepted, "{count} accepted sentence", "{count} accepted sentences") if accepted else "",
        plural(dismissed, "{count} dismissed warning", "{count} dismissed warnings") if dismissed else "",
    )
    return ", ".join(filter(None, words))


def annotations_in_words(counts: Mapping[str, int]) -> str:
    """How many notes and bookmarks, given how many values of each kind are kept; "" for none of either."""
    notes, bookmarks = counts.get(NOTE, 0), counts.get(BOOKMARK, 0)
    words = (
        plural(notes, "{count} note", "{count} notes") if notes else "",
        plural(bookmarks, "{count} bookmark", "{count} bookmarks") if bookmarks else "",
    )
    return ", ".join(filter(None, words))


def values_in_words(count: int) -> str:
    """So many values kept for documents, of whatever kinds."""
    return plural(count, "{count} note, bookmark or choice", "{count} notes, bookmarks and choices")


def edits_in_words(count: int) -> str:
    """So many edits."""
    return plural(count, "{count} edit", "{count} edits")

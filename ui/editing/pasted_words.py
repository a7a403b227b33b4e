"""Text from the clipboard as words of a sentence."""

from reader import late_re as re

# The longest text of a field that something is pasted into; with more it takes long to lay out.
LONGEST = 20_000
# Marks that turn what follows around: those of a pasted part would do it to the rest of the sentence.
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_DROPPED = str.maketrans("\t", " ", f"{_TURNING}\ufeff")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # control characters, halves of characters


def pasted_words(text: str) -> str:
    """The text with line feeds between its lines and none around it, without tabs and characters that do harm unseen.

    These are control characters, halves of characters, and marks that turn the direction of writing.
    """
    lines = (_UNSEEN.sub("", line.translate(_DROPPED)) for line in text.splitlines())
    return "\n".join(lines).strip("\n")

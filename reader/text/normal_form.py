"""One form for letters with marks: what is opened, typed or imported is brought to NFC."""

import unicodedata

from reader import late_re as re

# Drawn as nothing: soft hyphen, zero-width spaces, marks of directions, word joiner, byte order mark.
UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

# More marks on a letter than any language has: ordering them would take time that grows with their square.
_MOST = 30
_MARKED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0730-\u074a\u07eb-\u07f3"
    "\u0816-\u082d\u0859-\u085b\u0898-\u08ff\u0eb8-\u0ecb\u0f18-\u0fc6\u135d-\u135f\u1ab0-\u1ace\u1cd0-\u1cf9\u1dc0-\u1dff"
    "\u20d0-\u20f0\u2de0-\u2dff\ua66f-\ua69f\ua6f0\ua6f1\ua8e0-\ua8f1\ufb1e\ufe20-\ufe2f\U0001d165-\U0001d1ad]"
    f"{{{_MOST},}}"
)


# Bytes of UTF-8 for U+0000 to U+02FF and U+2000 to U+2FFF, where hardly any letters have marks of their own; and how
# those blocks of them begin that do have some. Looking at bytes takes a tenth of the time of looking at letters.
_UNMARKED = bytes([*range(0xCC), 0xE2])
_MARKED_BLOCKS = ((b"\x83", b"\xe2\x83"), (b"\xb7", b"\xe2\xb7"))


def may_have_marks(text: str) -> bool:
    """Whether letters with marks of their own may be in a text; a quick look."""
    data = text.encode("utf-8", "surrogatepass")
    return bool(data.translate(None, _UNMARKED)) or any(
        rare in data and block in data for rare, block in _MARKED_BLOCKS
    )


def composed(text: str) -> str:
    """The text in NFC: "a" and a ring are "å". Ligatures and other compatibility forms stay. Linear."""
    if text.isascii():
        return text
    if not may_have_marks(text) or _MARKED.search(text) is None:
        return unicodedata.normalize("NFC", text)
    pieces: list[str] = []
    end = 0
    for run in _MARKED.finditer(text):
        pieces += unicodedata.normalize("NFC", text[end : run.start()]), run[0]
        end = run.end()
    return "".join([*pieces, unicodedata.normalize("NFC", text[end:])])

"""How unlikely a character outside ASCII is where it stands, in Norwegian, English or a neighbouring language.

What tells legacy encodings apart: the same byte is "å" within a word in one, a dagger within a word in another.
Costs are rough negative logarithms of frequencies, from general knowledge of the languages, not from any text.
"""

# What no text in these languages has.
IMPOSSIBLE = 14.0
# A character that does not go with its neighbours.
_MISFIT = 6.0
_RARE_LETTER, _RARE_SIGN = 6.0, 7.0

_COST = {
    **dict.fromkeys("åø", 0.0),
    "æ": 0.5,
    **dict.fromkeys("ÅØ", 1.5),
    **dict.fromkeys("éÆ", 2.0),
    **dict.fromkeys("äöü", 2.5),
    **dict.fromkeys("èêòóôáàçñíÉ", 3.0),
    **dict.fromkeys("ëïúâÄÖÜß", 3.5),
    **dict.fromkeys("ðþýîûšžčđŋŧÓÁ", 4.0),
    **dict.fromkeys("ãõœùìŠŽČĐŊŦÍÞÚÀÈÇ", 5.0),
    **dict.fromkeys("«»“”’–—…\xa0", 1.5),
    **dict.fromkeys("‘„€£°§½", 2.5),
    **dict.fromkeys("•·©®×²³¼¾\xad", 3.5),
    "¤": 9.0,
    **dict.fromkeys("™‰±µ´¿¡‚‹›÷†¹ºª", 5.0),
}
_OPENING, _CLOSING = (
    frozenset(" \t\n\r\xa0([{<\"'«»“”‘’„‚–—-/*_>|=:│║"),
    frozenset(" \t\n\r\xa0)]}>\"'«»“”’.,;:!?…–—-/*_<|=│║"),
)
# What boxes are drawn with: lines down, which stand alone as well, lines across, and what has an arm to the left and to
# the right, once for single lines and once for double ones.
_DOWN, _ACROSS = frozenset("│║"), frozenset("─═")
_TO_LEFT = frozenset("─┐┘┤┬┴┼╖╜╢╥╨╫"), frozenset("═╗╝╣╦╩╬╕╛╡╤╧╪")
_TO_RIGHT = frozenset("─┌└├┬┴┼╓╙╟╥╨╫"), frozenset("═╔╚╠╦╩╬╒╘╞╤╧╪")
_LINE_DOWN = 5.5
_ALONE = frozenset("åøæÅØÆàéóè")
_VOWELS = frozenset("aeiouyáâäåæøö")
_SAMI = frozenset("čšžđŋŧČŠŽĐŊŦ")


def cost(before: str, char: str, after: str) -> float:
    """How unlikely `char` is between two characters (a space at the ends of the text)."""
    if char.isalpha() and char not in "ºªµ":
        return _COST.get(char, _RARE_LETTER) + _letter_misfit(before, char, after)
    if "\x80" <= char <= "\x9f" or char == "\ufffd":
        return IMPOSSIBLE
    if "\u2500" <= char <= "\u256c":
        return _drawn_cost(before, char, after)
    return _COST.get(char, _RARE_SIGN) + (0.0 if _sign_fits(before, char, after) else _MISFIT)


def fits(before: str, char: str, after: str) -> bool:
    """Whether `char` is one that these languages use, in a place where they do."""
    return cost(before, char, after) <= _COST["ð"]


def is_foreign(char: str) -> bool:
    """Whether `char` is a letter that none of these languages has."""
    return char.isalpha() and char not in _COST


def is_box(before: str, char: str, after: str) -> bool:
    """Whether `char` is a piece of a drawn box or table, and stands where it may: it says nothing of the letters."""
    return "\u2500" <= char <= "\u256c" and _drawn_cost(before, char, after) <= _LINE_DOWN


def _drawn_cost(before: str, char: str, after: str) -> float:
    if char in _DOWN:
        return _RARE_SIGN + _MISFIT if before.isalnum() and after.isalnum() else _LINE_DOWN
    left, right = _joins(before, char), _joins(char, after)
    if char in _ACROSS:
        fits = (left and (right or after.isspace())) or (right and before.isspace())
    else:
        fits = (left or not (_has_arm(char, _TO_LEFT) or before.isalnum())) and (
            right or not (_has_arm(char, _TO_RIGHT) or after.isalnum())
        )
    return 0.0 if fits else _RARE_SIGN + (0.0 if before.isspace() or after.isspace() else _MISFIT)


def _joins(left: str, right: str) -> bool:
    """Whether a line across goes on from one piece to the next."""
    return (left in _ACROSS or right in _ACROSS) and any(
        left in starts and right in ends for starts, ends in zip(_TO_RIGHT, _TO_LEFT, strict=True)
    )


def _has_arm(char: str, pieces: tuple[frozenset[str], ...]) -> bool:
    return any(char in some for some in pieces)


def _letter_misfit(before: str, char: str, after: str) -> float:
    left, right = before.isalpha(), after.isalpha()
    if before.isdigit() or after.isdigit() or not (left or before in _OPENING) or not (right or after in _CLOSING):
        return _MISFIT
    if left and right and not (before.isascii() or after.isascii()):
        return _MISFIT  # three in a row are those of another alphabet
    if not (left or right):
        return 1.0 if char in _ALONE else _MISFIT
    return _upper_misfit(before, char, after) if char.isupper() else _lower_misfit(before, char, after)


def _upper_misfit(before: str, char: str, after: str) -> float:
    if char == "Ã" and after > "\x7f":
        return IMPOSSIBLE  # it is what UTF-8 looks like
    if before.islower():
        return _MISFIT
    if before.isupper() and after.islower():
        return _MISFIT / 2
    return 0.0 if before.isupper() or after.isalpha() else _MISFIT


def _lower_misfit(before: str, char: str, after: str) -> float:
    if after.isupper() or (before.isupper() and after in _CLOSING and char not in "åøæéö"):
        return _MISFIT
    if not before.isalpha():  # few words begin with one of the others
        return 0.5 if char in "åøæ" else 2.0 if char in "éäöüáčšžíóðþ" else _MISFIT
    if char == "è" and after.lower() in _VOWELS:
        return _MISFIT
    return 3.0 if char in _SAMI and after.isalpha() and after not in _VOWELS and after not in _SAMI else 0.0


def _sign_fits(before: str, char: str, after: str) -> bool:
    """Whether a sign that is no letter stands where such signs stand."""
    opens, closes = before in _OPENING, after in _CLOSING
    match char:
        case "«" | "»" | "“" | "”" | "‹" | "›":
            return (opens and not after.isspace()) or (closes and not before.isspace())
        case "‘" | "„" | "‚":
            return opens and after.isalnum()
        case "’":
            return (
                (before.isalnum() and (after.isalpha() or closes))
                or (opens and after.isalnum())
                or (closes and not before.isspace())
            )
        case "–" | "—":
            return not (before.isalpha() and after.isalpha()) or char == "—"
        case "…":
            return not after.islower() or not (before.isspace() or before.isalpha())
        case "€" | "£":
            return before.isdigit() or after.isdigit() or (before.isspace() and (closes or after.isspace()))
        case "°" | "½" | "¼" | "¾" | "²" | "³" | "‰" | "¹" | "º" | "ª":
            return (before.isdigit() or before.isspace() or char in "²³¹") and (closes or after in "CFNSEWcf")
        case "§":
            return opens and (closes or after.isdigit() or after == "§")
        case "¿" | "¡":
            return opens and after.isupper()
        case "•" | "·" | "×" | "÷" | "±":
            return not (before.isalpha() and after.isalpha()) and (opens or before.isdigit()) and not after.islower()
        case "©" | "®":
            return not (before.isalpha() or after.isalpha())
        case "\xad" | "\xa0":
            return not before.isspace()
        case _:
            return not (before.isalpha() and after.isalpha())

"""Numbers as Word writes them before paragraphs and for notes."""

from reader.formats.roman import roman

# A number that repeats a letter is no longer than this: others were made to fill the memory.
_LONGEST = 30
_SIGNS = "*†‡§"
_CIRCLED = {**{n: chr(0x2460 + n - 1) for n in range(1, 21)}, 0: "⓪"}


def written(number: int, form: str) -> str:
    """A number in one of Word's forms; where it is not known, in digits."""
    match form:
        case "none" | "bullet":
            return ""
        case "lowerLetter":
            return _letters(number, "abcdefghijklmnopqrstuvwxyz")
        case "upperLetter":
            return _letters(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        case "lowerRoman":
            return roman(number)
        case "upperRoman":
            return roman(number).upper()
        case "decimalZero":
            return f"{number:02}"
        case "numberInDash":
            return f"- {number} -"
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese":
            return _CIRCLED.get(number, str(number))
        case "chicago":
            return _letters(number, _SIGNS)
        case "ordinal":
            return f"{number}."
        case "hex":
            return f"{number:X}"
    return str(number)


def _letters(number: int, alphabet: str) -> str:
    """Behind the last letter they are doubled: "z", "aa", "bb"."""
    if number < 1:
        return str(number)
    repeated, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * min(repeated + 1, _LONGEST)

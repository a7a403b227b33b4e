"""Roman numerals."""

_VALUES = {1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x", 9: "ix"}
_VALUES |= {5: "v", 4: "iv", 1: "i"}


def roman(number: int) -> str:
    """A number in Roman numerals, in lower case; as it is if it is too large."""
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, letters in _VALUES.items():
        written += letters * (number // value)
        number %= value
    return written

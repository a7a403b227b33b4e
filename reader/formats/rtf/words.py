"""The words of command of rich text: those that are signs, and those that begin something of its own."""

# What commands show.
SIGNS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "page": "\n",
    "column": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "zwbo": "\u200b",
    "zwnbo": "\ufeff",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}
SYMBOLS = {"~": "\xa0", "_": "\u2011", "-": "\xad", "\t": "\t"}

# Groups that show nothing where they stand, though they do not begin with a star as others do.
_UNSHOWN = (
    "colortbl revtbl filetbl pntxta pntxtb xe tc tcn txe rxe private template "
    "nonshppict shprslt ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn "
    "mmathPr pnseclvl bkmkend comment ffdeftext generator keywords doccomm "
    "objclass objname objdata objalias objsect panose falt listname levelnumbers docvar "
    "blipuid blipup fname mmathPict"
)
UNSHOWN = frozenset(_UNSHOWN.split())

# The code pages of the character sets of fonts.
CHARSETS = {
    0: "cp1252",
    77: "mac-roman",
    78: "shift_jis",
    80: "gb2312",
    81: "big5",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
SIGNS_CHARSET = 2
# The code pages of the file's own words for them.
NAMED_PAGES = {"ansi": "cp1252", "mac": "mac-roman", "pc": "cp437", "pca": "cp850"}
_OTHER_PAGES = {10000: "mac-roman", 65001: "utf-8", 1361: "johab", 708: "iso8859-6", 10007: "mac-cyrillic"}
# Code pages in which a letter may take several bytes.
WIDE_PAGES = frozenset({"cp932", "cp936", "cp949", "cp950", "johab", "shift_jis", "gb2312", "big5", "utf-8"})


def code_page(number: int) -> str:
    """Python's name of a code page; "" if there is none of this number."""
    import codecs

    name = _OTHER_PAGES.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


# The languages of Windows by the lower ten bits of their numbers; Norwegian has two.
_LANGUAGES = {
    0x01: "ar",
    0x02: "bg",
    0x03: "ca",
    0x04: "zh",
    0x05: "cs",
    0x06: "da",
    0x07: "de",
    0x08: "el",
    0x09: "en",
    0x0A: "es",
    0x0B: "fi",
    0x0C: "fr",
    0x0D: "he",
    0x0E: "hu",
    0x0F: "is",
    0x10: "it",
    0x11: "ja",
    0x12: "ko",
    0x13: "nl",
    0x14: "nb",
    0x15: "pl",
    0x16: "pt",
    0x18: "ro",
    0x19: "ru",
    0x1B: "sk",
    0x1C: "sq",
    0x1D: "sv",
    0x1E: "th",
    0x1F: "tr",
    0x20: "ur",
    0x21: "id",
    0x22: "uk",
    0x24: "sl",
    0x25: "et",
    0x26: "lv",
    0x27: "lt",
    0x29: "fa",
    0x2D: "eu",
    0x38: "fo",
    0x39: "hi",
    0x3B: "se",
    0x3C: "ga",
    0x3E: "ms",
    0x40: "ky",
    0x45: "bn",
    0x56: "gl",
    0x76: "la",
}
_NYNORSK = 0x0814
# Not to be proofed, and none at all.
_NONE = frozenset({0, 1024, 255, 127})
_USUAL = {"en": 1033, "nb": 0x0414, "nn": _NYNORSK, "pb": 0x0416, "pt": 0x0816, "zt": 0x0404}


def language_of(number: int) -> str:
    """The code of a language that Windows has this number for; "" if it is not known."""
    if number == _NYNORSK:
        return "nn"
    return "" if number in _NONE else _LANGUAGES.get(number & 0x3FF, "")


def number_of(language: str) -> int:
    """The number that Windows has for a language; 1024, for none that is proofed, if it is not known."""
    if language in _USUAL:
        return _USUAL[language]
    return next((0x400 | number for number, code in _LANGUAGES.items() if code == language), 1024)

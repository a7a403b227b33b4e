"""The languages that files name in other ways than by a code: "Norwegian (Bokmål)", "engelsk", "0x0414", "nbNO"."""

import unicodedata
from functools import cache

from reader import late_re as re
from reader.text.languages import NAMES, package_language

_CODE = re.compile(r"[a-z]{2,3}(?![a-z])", re.IGNORECASE)
_GLUED = re.compile(r"([a-z]{2,3})([A-Z]{2})|([a-zA-Z]{2})([a-zA-Z]{2})")
# Identifiers of Windows, hexadecimal or decimal: the language in their lowest ten bits, what is above tells regions.
# Its "Norwegian" is Bokmål but for one.
_WINDOWS = re.compile(r"0x([0-9a-f]{1,4})|(\d{4,5})", re.IGNORECASE)
_OF_WINDOWS = {
    **{0x01: "ar", 0x02: "bg", 0x03: "ca", 0x04: "zh", 0x05: "cs", 0x06: "da", 0x07: "de", 0x08: "el", 0x09: "en"},
    **{0x0A: "es", 0x0B: "fi", 0x0C: "fr", 0x0D: "he", 0x0E: "hu", 0x0F: "is", 0x10: "it", 0x11: "ja", 0x12: "ko"},
    **{0x13: "nl", 0x14: "nb", 0x15: "pl", 0x16: "pt", 0x18: "ro", 0x19: "ru", 0x1B: "sk", 0x1D: "sv", 0x1E: "th"},
    **{0x1F: "tr", 0x20: "ur", 0x21: "id", 0x22: "uk", 0x24: "sl", 0x25: "et", 0x26: "lv", 0x27: "lt", 0x29: "fa"},
    **{0x2D: "eu", 0x38: "fo", 0x39: "hi", 0x3B: "se"},
}
_WHOLE_WINDOWS = {0x0814: "nn", 0x0416: "pb", 0x0404: "zt", 0x0C04: "zt", 0x1404: "zt"}
# Norwegian names and those of the languages themselves, without accents.
_OTHER_NAMES = {
    **dict.fromkeys(("norwegian", "norsk", "bokmal", "bokmaal", "riksmal", "norvegien", "norwegisch", "norska"), "nb"),
    **dict.fromkeys(("nynorsk", "landsmal"), "nn"),
    **dict.fromkeys(("engelsk", "engelska", "englisch", "anglais", "ingles"), "en"),
    **dict.fromkeys(("dansk", "danisch"), "da"),
    **dict.fromkeys(("svensk", "svenska", "schwedisch"), "sv"),
    **{"tysk": "de", "deutsch": "de", "fransk": "fr", "francais": "fr", "spansk": "es", "espanol": "es"},
    **{"castellano": "es", "finsk": "fi", "suomi": "fi", "islandsk": "is", "islenska": "is", "italiensk": "it"},
    **{"italiano": "it", "japansk": "ja", "nederlandsk": "nl", "nederlands": "nl", "polsk": "pl", "polski": "pl"},
    **{"portugisisk": "pt", "portugues": "pt", "russisk": "ru", "ukrainsk": "uk", "kinesisk": "zh", "arabisk": "ar"},
    **{"tyrkisk": "tr", "tsjekkisk": "cs", "ungarsk": "hu", "rumensk": "ro", "gresk": "el", "estisk": "et"},
    **{"latvisk": "lv", "litauisk": "lt", "faroysk": "fo", "nordsamisk": "se", "sami": "se", "mandarin": "zh"},
}
# What tells a language from the one that the name alone is.
_VARIANTS = {
    **{("nb", "nynorsk"): "nn", ("nb", "nn"): "nn", ("nb", "ny"): "nn", ("zh", "traditional"): "zt"},
    **{("pt", "brazil"): "pb", ("pt", "brazilian"): "pb", ("pt", "brasil"): "pb"},
}


def named_language(name: str) -> str:
    """The code that packages have for a language which is named in any way; "" if it is not known which that is.

    Codes of two or three letters are taken at their word, whether or not there is such a language.
    """
    name = name.strip()
    if found := _WINDOWS.fullmatch(name):
        number = int(found[1], 16) if found[1] else int(found[2])
        return _WHOLE_WINDOWS.get(number) or _OF_WINDOWS.get(number & 0x3FF, "")
    if _CODE.match(name):
        return package_language(name)
    return _in_words(name) or _glued(name)


def _in_words(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold().replace("ø", "o"))
    words = re.findall(r"[^\W\d_]+", "".join(each for each in decomposed if not unicodedata.combining(each)))
    known = next((_names()[word] for word in words if word in _names()), "")
    return next((_VARIANTS[known, word] for word in words if (known, word) in _VARIANTS), known)


def _glued(name: str) -> str:
    """The language of a code without a hyphen: "nbNO", "ENGB"."""
    found = _GLUED.fullmatch(name)
    if found is None:
        return ""
    code = package_language(f"{found[1] or found[3]}-{found[2] or found[4]}")
    return code if code in NAMES else ""


@cache
def _names() -> dict[str, str]:
    return {name.lower(): code for code, name in NAMES.items() if name.isalpha()} | _OTHER_NAMES

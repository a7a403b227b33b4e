"""Languages: their names, and the codes that the program, packages, files and people use for them."""

from functools import lru_cache

from reader import late_re as re
from reader.errors import Message, template

NAMES = {
    "nb": template("Norwegian Bokmål"),
    "nn": template("Norwegian Nynorsk"),
    "da": template("Danish"),
    "sv": template("Swedish"),
    "en": template("English"),
    "ar": template("Arabic"),
    "de": template("German"),
    "es": template("Spanish"),
    "fi": template("Finnish"),
    "fr": template("French"),
    "is": template("Icelandic"),
    "it": template("Italian"),
    "ja": template("Japanese"),
    "nl": template("Dutch"),
    "pl": template("Polish"),
    "pt": template("Portuguese"),
    "ru": template("Russian"),
    "uk": template("Ukrainian"),
    "zh": template("Chinese"),
    # Others that have packages, under Argos's codes.
    "sq": template("Albanian"),
    "az": template("Azerbaijani"),
    "eu": template("Basque"),
    "bn": template("Bengali"),
    "bg": template("Bulgarian"),
    "ca": template("Catalan"),
    "zt": template("Chinese (traditional)"),
    "cs": template("Czech"),
    "eo": template("Esperanto"),
    "et": template("Estonian"),
    "gl": template("Galician"),
    "el": template("Greek"),
    "he": template("Hebrew"),
    "hi": template("Hindi"),
    "hu": template("Hungarian"),
    "id": template("Indonesian"),
    "ga": template("Irish"),
    "ko": template("Korean"),
    "ky": template("Kyrgyz"),
    "lv": template("Latvian"),
    "lt": template("Lithuanian"),
    "ms": template("Malay"),
    "fa": template("Persian"),
    "pb": template("Portuguese (Brazil)"),
    "ro": template("Romanian"),
    "sk": template("Slovak"),
    "sl": template("Slovenian"),
    "tl": template("Tagalog"),
    "th": template("Thai"),
    "tr": template("Turkish"),
    "ur": template("Urdu"),
    # Others that are told in texts from the north, and from its churches.
    "fo": template("Faroese"),
    "la": template("Latin"),
    "se": template("Northern Sámi"),
}

# What each language calls itself.
_OWN_NAMES = {"nb": "Norsk bokmål", "nn": "Norsk nynorsk", "da": "Dansk", "sv": "Svenska", "en": "English"}
# Spelling checkers want a country; where a language has several, the one nearest to Norway.
_REGIONS = {
    **{"nb": "NO", "nn": "NO", "da": "DK", "sv": "SE", "en": "GB", "ar": "SA", "de": "DE", "es": "ES", "fi": "FI"},
    **{"fr": "FR", "is": "IS", "it": "IT", "ja": "JP", "nl": "NL", "pl": "PL", "pt": "PT", "ru": "RU", "uk": "UA"},
    "zh": "CN",
}
_TAG = re.compile(r"[a-z]{2,3}(?![a-z])")

# Other codes for our languages: those of ISO 639-2 with three letters. "no" is what most programs call Bokmål.
_ALIASES = {
    **{"no": "nb", "nob": "nb", "nor": "nb", "nno": "nn", "eng": "en", "dan": "da", "swe": "sv", "fin": "fi"},
    **{"deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "nld": "nl", "dut": "nl"},
    **{"por": "pt", "pol": "pl", "rus": "ru", "ukr": "uk", "isl": "is", "ice": "is", "ara": "ar", "jpn": "ja"},
    **{"zho": "zh", "chi": "zh", "fao": "fo", "sme": "se", "lat": "la", "iw": "he", "in": "id"},
}
# What follows "no" where the region or a variant says which Norwegian: "NO-NY", "no_NO_NY", "no-bok". "ny" alone is
# Chichewa, in Norway it is not.
_NYNORSK = frozenset({"ny", "nyn", "nyno", "nynorsk", "nn", "nno"})
_BOKMAL = frozenset({"bok", "bokm", "bokmal", "bm", "nb", "nob"})
_EITHER = frozenset({"no", "nor", "ny"})
# Packages have codes of their own for what a region or script tells apart.
_OF_REGION = {
    **dict.fromkeys(("zh-tw", "zh-hk", "zh-mo", "zh-hant"), "zt"),
    **{"pt-br": "pb"},
}
# Codes of languages written by Norwegian rules; some packages call theirs "no".
NORWEGIAN = frozenset({"nb", "nn", "no"})
# Written so alike that what translates Norwegian Bokmål translates them too, and that a few words are in any of them.
LIKE_NORWEGIAN = frozenset({"nb", "nn", "da"})
# Others that are as hard to tell apart in a paragraph.
_ALIKE = ({"cs", "sk"}, {"id", "ms"}, {"es", "gl", "pt"}, {"bg", "mk"}, {"hr", "bs", "sr", "sl"}, {"de", "lb"})
# Codes of packages for what detection knows under another.
_KNOWN_AS = {"zt": "zh", "pb": "pt"}
# The languages that detection distinguishes: neighbours that are easily confused, and English.
DISTINGUISHED = frozenset({"nb", "nn", "da", "sv", "en"})


def language_name(code: str) -> Message:
    """The English name of a language; an unknown code is its own name."""
    return Message(NAMES.get(code, code))


def own_name(code: str) -> str:
    """The language's own name, capitalised ("Norsk bokmål"), if known; else its English name."""
    return _OWN_NAMES.get(code) or NAMES.get(code) or code or "?"


@lru_cache(1024)  # a text has few different codes, and asks for each word
def base_language(code: str) -> str:
    """The language of a code in any spelling and with any region: "nb" for "no-NO", "en" for "EN_us".

    Where the region says which Norwegian it is, that counts: "nn" for "NO-NY" and "no_NO_NY".
    """
    primary, *others = _subtags(code)
    if primary in _EITHER and (_NYNORSK & set(others) or (primary == "ny" and "no" in others)):
        return "nn"
    return _ALIASES.get(primary, primary)


def _subtags(code: str) -> list[str]:
    # "nb_NO.UTF-8@latin" is how POSIX writes it.
    return re.split("[-_@]", re.sub(r"\..*?(?=@|$)", "", code.strip().lower()))


def language_code(code: str) -> str:
    """The code that packages use for a language, from any code for it.

    For "nb", "nn", "da", "sv" and "en" it is that of `base_language`; for others it may name a region.
    """
    base = base_language(code)
    return base if base in DISTINGUISHED else code.strip().lower()


def package_language(code: str) -> str:
    """The same without regions that packages do not tell apart: "de" for "de-AT", but "zt" for "zh-TW"."""
    primary, *others = _subtags(code)
    tags = (f"{_ALIASES.get(primary, primary)}-{other}" for other in others)
    return next((_OF_REGION[tag] for tag in tags if tag in _OF_REGION), base_language(code))


def looseness(code: str) -> int:
    """How loosely a code names its language, to choose among several: "nb" 0, "nb-NO" 1, "no" 2, "no-NO" 3."""
    primary, *others = _subtags(code)
    either = primary in ("no", "nor") and not _BOKMAL & set(others)
    return 2 * either + bool(others)


def language_tag(code: str, *, region: bool = False) -> str:
    """The BCP 47 tag of a language: "nb", or with the region "nb-NO"; "und" if `code` is not a code."""
    found = _TAG.match(code)
    if found is None:
        return "und"
    return f"{found[0]}-{_REGIONS[code]}" if region and code in _REGIONS else found[0]


def like_language(code: str) -> frozenset[str]:
    """The languages that a paragraph of a text in `code` cannot be told from with certainty, and that one itself."""
    base = base_language(code)
    base = _KNOWN_AS.get(base, base)
    if base in LIKE_NORWEGIAN:
        return LIKE_NORWEGIAN
    return frozenset(next((group for group in _ALIKE if base in group), {base}))


def languages_instead(code: str) -> tuple[str, ...]:
    """What a text may be in if it was wrongly taken for one in `code`: languages that packages are at hand for."""
    if code in ("nb", "en"):
        return ("en",) if code == "nb" else ("nb",)
    return ("nb",) if code in DISTINGUISHED else ("nb", "en")


def other_language(code: str) -> str:
    """The default target language for a text in `code`: English, or Bokmål for English."""
    return "nb" if code == "en" else "en"

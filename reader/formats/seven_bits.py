"""Letters in seven bits: Norwegian ISO 646, which has æøå in the places of braces and brackets, and UTF-7."""

import re

ISO_646 = "iso646-no"
_LETTERS = str.maketrans("{|}[\\]", "æøåÆØÅ")
_SIGNS = str.maketrans("æøåÆØÅ", "{|}[\\]")
# Words of Norwegian that nothing else is, read with braces for letters.
_WORDS = frozenset(
    """
    blå blåbær blåser brød både båt båten bære bærer bør dårlig død døde dør forstå forstår få får fåtall
    føler følge følger før første gjør grå gråt grønn grønne gå går gård gården hånd hånden håpe håper hår
    høre hører høyre kjøpe kjøre låne lånt lære lærer læreren løp løper lørdag må måned måneder måte måten
    måtte møte møter møtet nå nåde når nær nære også område områder området på råd råde rød røde sjø sjøen
    skjønt skål små språk spør spørre spørsmål står større så sånn søndag tåke tåler tør være vært åpen åpent
    åpne år året århundre århundret ås åsen åtte ære ønske ønsker øre øst østlige øy øya
    """.split()  # noqa: SIM905
)
_TOKEN = re.compile(r"[A-Za-z{|}\[\\\]]+")
_LETTER = re.compile(r"[{|}\[\\\]]")
# Brackets in pairs around a word, links, and signs beside them in tables and code.
_CODE = re.compile(
    r"\{[^{}\s]*\}"
    r"|\[[^\[\]\s]*\]|[|{}\[\\\]]{2}|(?m:^\| )|[;=>$] ?[{\[|\\]|[{|}] ?[\];=<]|\\[a-z]+\{\w+\}|\|[\w-]+\||:\\"
)
# "to do", with the å by itself.
_INFINITIVE = re.compile(r"(?<=[a-z,] )\}(?= [a-z])")
_LIKELY = re.compile("[bcdfghjklmnprstv][æøå](?:[bdfgjklmnprstvy]|$)|^[æøå][bdfgjklmnprstvy]")
_UNLIKELY = re.compile("[aeiouyæøå][æøå]|[æøå][aiouæøåchqwxz]")
_SEVEN = re.compile(rb"\+A(?:OU|Pg|OY|MU|Ng|MY|Ok|Pw|PY|OQ)[A-Za-z0-9+/]*-")


def seems_iso_646(text: str) -> bool | None:
    """Whether a text in ASCII has Norwegian letters as braces; None where that is doubtful.

    Braces of code, templates, TeX and tables stand in pairs, beside other signs or apart from letters; letters stand in
    words, and some of these are common ones.
    """
    tokens = list(filter(_LETTER.search, _TOKEN.findall(text)))
    infinitives = len(_INFINITIVE.findall(text))
    words = [token.translate(_LETTERS) for token in tokens if token != "}"]
    odd = sum(not _is_word(word) for word in words) + len(_CODE.findall(text)) + tokens.count("}") - infinitives
    known = sum(word.lower() in _WORDS for word in words) + infinitives
    likely = sum(map(_is_likely, words)) + infinitives
    if odd * 20 > len(tokens):
        return None if known and odd * 4 <= len(tokens) else False
    if known * 20 >= len(tokens) and known * 3 + likely > 3:
        return True
    if likely * 2 <= len(tokens):
        return False
    return True if len({word for word in words if _is_likely(word)}) > 3 and not odd else None


def from_iso_646(text: str) -> str:
    """The text with letters for braces and brackets."""
    return text.translate(_LETTERS)


def as_iso_646(text: str) -> str:
    """The text with braces and brackets for letters."""
    return text.translate(_SIGNS)


def from_utf_7(data: bytes) -> str | None:
    """The text, if bytes in ASCII have Norwegian letters as UTF-7 writes them."""
    if not _SEVEN.search(data):
        return None
    try:
        return data.decode("utf-7")
    except UnicodeDecodeError:
        return None


def _is_word(word: str) -> bool:
    if len(word) == 1:
        return False
    return word.islower() or word.isupper() or (word[:1].isupper() and word[1:].islower())


def _is_likely(word: str) -> bool:
    """Whether the letters of ISO 646 stand between consonants, or before one or behind one."""
    return _LIKELY.search(word.lower()) is not None and _UNLIKELY.search(word.lower()) is None

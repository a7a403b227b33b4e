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
    """.split()
)
_TOKEN = re.compile(r"[A-Za-z{|}\[\\\]]+")
_LETTER = re.compile(r"[{|}\[\\\]]")
# Brackets in pairs around a word, links, and signs beside them in tables and code.
_CODE = re.compile(
    r"\{[^{}\s]*\}|\[[^\[\]\s]*\]|[|{}\[\\\]]{2}|(?m:^\| )|[;=>$] ?[{\[|\\]|[{|}] ?[\];=<]|\\[a-z]+\{\w+\}|\|[\w-]+\|"
)
_SEVEN = re.compile(rb"\+A(?:OU|Pg|OY|MU|Ng|MY|Ok|Pw|PY|OQ)[A-Za-z0-9+/]*-")


def seems_iso_646(text: str) -> bool | None:
    """Whether a text in ASCII has Norwegian letters as braces; None where that is doubtful.

    Braces of code, templates, TeX and tables stand in pairs, beside other signs or apart from letters; letters stand in
    words, and some of these are common ones.
    """
    tokens = list(filter(_LETTER.search, _TOKEN.findall(text)))
    words = [token.translate(_LETTERS) for token in tokens]
    odd = sum(not _is_word(word) for word in words) + len(_CODE.findall(text))
    if odd * 20 > len(words):
        return False if odd * 4 > len(words) else _told_by(words, None)
    return _told_by(words, True)


def _told_by(words: list[str], seems: bool | None) -> bool | None:
    """`seems` if enough of the words are known ones, None if at least they all look like words."""
    known = sum(word.lower() in _WORDS for word in words)
    if known and known * 20 >= len(words):
        return seems
    return None if known or (seems and len(words) > 1 and all(map(_inside, words))) else False


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
        return word == "å"
    return word.islower() or word.isupper() or (word[:1].isupper() and word[1:].islower())


def _inside(word: str) -> bool:
    """Whether a letter of ISO 646 stands within a word, where brackets and bars seldom do."""
    return any(char in "æøåÆØÅ" for char in word[1:-1])

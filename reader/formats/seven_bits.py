"""Letters in seven bits: Norwegian ISO 646, which has æøå in the places of braces and brackets, and UTF-7."""

from reader import late_re as re

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
    r"(?<![A-Za-z])\{[^{}\s]*\}|\{[^{}\s]*\}(?![A-Za-z])|(?<![A-Za-z])\[[^\[\]\s]*\]|\[[^\[\]\s]*\](?![A-Za-z])"
    r"|[|{}\[\\\]]{2}|(?m:^\| )|[;=>$] ?[{\[|\\]|[{|}] ?[\];=<]|\\[a-z]+\{\w+\}"
    r"|(?<![A-Za-z{}|])\|[\w-]+\|(?![A-Za-z{}|])|:\\"
)
# Words between brackets.
_PAIR = re.compile(r"(?<![A-Za-z])[{\[][^{}\[\]]*+[}\]](?![A-Za-z])")
# "to do", with the å by itself.
_INFINITIVE = re.compile(
    r"(?<=[a-z}|{,]\s)\}(?=\s[a-z{|]|\s*$)|(?:^|(?<=[.!?:\n]\s))\](?=\s[a-z{|])|(?<=[A-Z\]\\\[]\s)\](?=\s[A-Z\\\[]{2})"
)
_LIKELY = re.compile("[bcdfghjklmnprstv][æøå](?:[bdfgjklmnprstvy]|$)|^[æøå][bdfgjklmnprstvy]")
_VOWEL = re.compile("[aeiouy]")
_UNLIKELY = re.compile("[aeiouyæøå][æøå]|[æøå][aiouæøåchqwxz]")
_SEVEN = re.compile(rb"\+A(?:OU|Pg|OY|MU|Ng|MY|Ok|Pw|PY|OQ)(?:[A-Za-z0-9+/]*-|[^A-Za-z0-9+/]|$)")


def seems_iso_646(text: str) -> bool | None:
    """Whether a text in ASCII has Norwegian letters as braces; None where that is doubtful.

    Braces of code, templates, TeX and tables stand in pairs, beside other signs or apart from letters; letters stand in
    words, and some of these are common ones.
    """
    tokens = list(filter(_LETTER.search, _TOKEN.findall(text)))
    infinitives = len(_INFINITIVE.findall(text))
    words = [token.translate(_LETTERS) for token in tokens if token not in "}]"]
    alone = len(tokens) - len(words)
    odd = sum(not _is_word(word) for word in words) + len(_CODE.findall(text)) + max(alone - infinitives, 0)
    known = sum(word.lower() in _WORDS for word in words) + infinitives
    likely = list(filter(_is_likely, words))
    bars = set("".join(tokens)).isdisjoint("{}[\\]")  # which may stand between words
    if odd * 7 > len(tokens):
        return None if known and odd * 4 <= len(tokens) else False
    if known * 20 >= len(tokens) and known * 3 + len(likely) > 3:
        return True
    if (len(likely) + infinitives) * 2 <= len(tokens):
        return False if odd or bars or _PAIR.search(text) else None
    different, sure = set(likely), set(filter(_is_sure, likely))
    if not (known or sure) and bars:
        return None if not odd and any(map(_is_cut, likely)) else False
    return True if not odd and (len(different) > 3 or len(sure) > 1) else None


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


def _is_cut(word: str) -> bool:
    """Whether the letters, as bars, would leave parts that are no words."""
    return any(len(part) < 3 for part in re.split("[æøå]", word.lower()))


def _is_sure(word: str) -> bool:
    """Whether a part without a vowel shows that the letters are no bars between words."""
    parts = re.split("[æøå]", word.lower())
    return len(word) > 4 and any(part and _VOWEL.search(part) is None for part in parts)

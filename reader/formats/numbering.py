"""Headings that begin with what they are called or numbered by: "§ 3-1. Innmelding", "Kapittel 3", "3.2 Metode"."""

from reader import late_re as re

# Outermost first: the parts of a book, its chapters, the sections of a law.
_CALLED = (
    r"del|part|bok|book",
    r"kapittel|kap\.?|chapter|vedlegg|tillegg|appendix|annex|avsnitt|section|sak",
    r"artikkel|art\.?|article|paragraf|punkt|pkt\.?",
)
_NUMBER = r"(?:\d{1,4}(?:[-–./]\d{1,4})*(?: ?[a-z]\b)?|[IVXLC]{1,7}\b|[A-ZÆØÅ]\b)"
_NUMBERS = rf"{_NUMBER}(?:(?: til | to | og | and | ?[–,] ?){_NUMBER}){{0,4}}"
# What follows is nothing, or words that begin like a heading's: "Del 2 av boken" is the beginning of a sentence.
_WORDS = r"(?:[.:]?(?:\s[–—-])?\s(?=[A-ZÆØÅÄÖÉ«\"“(])(?P<words>.+)|[.:]?)"
_NAMED = [re.compile(rf"(?i:{called})\s{_NUMBERS}{_WORDS}") for called in _CALLED]
_SECTION = re.compile(rf"§§?\s?{_NUMBERS}{_WORDS}")
_DOTTED = re.compile(r"(\d{1,2}(?:\.\d{1,3}){1,5})\.?\s(?=[A-ZÆØÅÄÖÉ«\"“])(?P<words>.+)")
_TIME = re.compile(r"\d{1,2}\.\d\d")
# Headings are no longer than this, in code points and in words.
HEADING_LENGTH, HEADING_WORDS = 90, 14
SENTENCE_END = re.compile(r"[.!:;,…?][\"'”’»)\]]*$")


def heading_rank(text: str) -> int | None:
    """How far in a heading stands that begins with its name or "§": 0 for "Del II", 1 for "Kapittel 3", 2 for "§ 4".

    None for any other text, a sentence that begins so among them.
    """
    if not text or len(text) > HEADING_LENGTH or "\n" in text:
        return None
    if text[0] == "§":
        return len(_NAMED) - 1 if _titles(_SECTION.fullmatch(text)) else None
    if not text[0].isupper():
        return None
    return next((rank for rank, named in enumerate(_NAMED) if _titles(named.fullmatch(text))), None)


def section_depth(text: str) -> int | None:
    """How many numbers a heading begins with: 2 for "3.2 Metode"; None for any other text, "10.30 Pause" among them."""
    if not text[:1].isdigit() or len(text) > HEADING_LENGTH or "\n" in text:
        return None
    found = _DOTTED.fullmatch(text)
    if found is None or not _titles(found) or _TIME.fullmatch(found[1]):
        return None
    return found[1].count(".") + 1


def _titles(found: re.Match[str] | None) -> bool:
    """Whether the words behind the number, if any, are a heading's."""
    if found is None:
        return False
    words = found["words"] or ""
    return len(words.split()) <= HEADING_WORDS and SENTENCE_END.search(words) is None

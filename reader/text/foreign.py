"""Paragraphs in another language than their document's, told only where there is no doubt."""

from reader import late_re as re
from reader.text.detection import ENOUGH, detect_language, surely_in
from reader.text.document import Paragraph
from reader.text.inline import Inline
from reader.text.languages import LIKE_NORWEGIAN, like_language
from reader.text.overlong import outside_long_runs


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


# Words of running text: enough of them, with some that no neighbour has, spare the detector, which takes ten times as
# long.
_NORWEGIAN = _words(
    "og ikke ikkje jeg ho hun til fra frå etter mellom være vere ble blei vart noen nokon også hva kva hvor hvis eit "
    "mye mykje bare berre når seg sine"
)
_ENGLISH = _words(
    "the of and to in is that was with by from this which are were be been it its as on not have has had would their "
    "they he she his her you we an or but"
)
_ALSO_NORWEGIAN = _words("det som på av med er å i en et den de har kan vi han ved om for at var")
_ONLY = {"nb": _NORWEGIAN, "en": _ENGLISH}
_USUAL = {"nb": _NORWEGIAN | _ALSO_NORWEGIAN, "en": _ENGLISH}
_WORD = re.compile(r"[^\W\d_]+")
# The share of such words from which a paragraph is in the language, and of those of the document's language from which
# it is at least mixed.
_PLAIN, _MIXED = 0.25, 0.06
# Characters of a paragraph that show plainly that it is in the language of its document.
_BEGINNING = 300


# Words that Bokmål lacks: a paragraph without any of them is not looked at further.
_NYNORSK = _words(
    "ikkje eg ein dei kva frå vere vart noko nokon nokre berre mykje korleis kvifor kven kvar meir dykk såg gjere "
    "seier vore eit heile vedteke leggjast skulen fleire saman sidan ifrå heime veit åra òg då no"
)
_DANISH = _words(
    "af hvad blev efter nogen nogle noget meget uden sig mig dig gøre sige bliver havde hvordan ud op hen igen lige "
    "sådan børn blevet vidste mellem igennem ligeså nu vide været udenfor vores jeres hendes købte købe "
    "sagde siger gik fik bog bogen vej vejen vejret uge ugen mand kvinde kvinder"
)
_NEIGHBOURS = _NYNORSK | _DANISH


def neighbour_language(paragraph: Paragraph) -> str:
    """Tell "nn" or "da" if a paragraph that is read as Norwegian Bokmål is clearly in Nynorsk or Danish; else ""."""
    text = paragraph.text
    if len(text) < ENOUGH or _NEIGHBOURS.isdisjoint(_WORD.findall(text[:_BEGINNING].lower())):
        return ""
    found = detect_language(text)
    return found.language if found.language in LIKE_NORWEGIAN - {"nb"} else ""


def foreign_language(paragraph: Paragraph, own: frozenset[str], target: str = "") -> str:
    """The code of the language that a paragraph is surely in, if it is none of `own` (see `like_language`); else "".

    A paragraph that is in `target` already needs less to be sure. It is asked of 60 characters or more of running text,
    outside code and other text that stays as it is. A paragraph that has many words of its document's language too is
    of that language.
    """
    if len(paragraph.text) < ENOUGH or _is_plainly(own, _WORD.findall(paragraph.text[:_BEGINNING].lower())):
        return ""
    inline = Inline.of(paragraph.text, paragraph.marks)
    text = outside_long_runs(paragraph.text if inline is None else inline.for_words())
    words = _WORD.findall(text.lower())
    if sum(map(len, words)) + len(words) < ENOUGH:
        return ""
    found = surely_in(" ".join(text.split()), own, target)
    return found if found and not _is_mixed(own, found, words) else ""


def _is_plainly(own: frozenset[str], words: list[str]) -> bool:
    code = _among(own)
    if code not in _ONLY or _share(_USUAL[code], words) < _PLAIN:
        return False
    return _share(_ONLY[code], words) > _share(_ONLY["en" if code == "nb" else "nb"], words)


def _is_mixed(own: frozenset[str], found: str, words: list[str]) -> bool:
    """Whether a paragraph that seems to be in language `found` has too many words of its document's language."""
    code = _among(own)
    if code not in _ONLY:
        return False
    other = _ONLY.get(_among(like_language(found)))
    limit = _share(other, words) / 2 if other is not None else _MIXED
    return _share(_ONLY[code], words) > limit


def _among(languages: frozenset[str]) -> str:
    return "nb" if languages >= LIKE_NORWEGIAN else "en" if "en" in languages else ""


def _share(known: frozenset[str], words: list[str]) -> float:
    return len([word for word in words if word in known]) / max(len(words), 1)

"""Lines of plain text: how far they are indented, and what they begin by their first or all words."""

from reader import late_re as re

# Behind a number these make a date of it; of short forms only those that are no other words.
MONTH = re.compile(
    r"(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    r"jan|feb|apr|aug|sept?|okt|nov|des|january|february|march|may|june|july|october|december)\b"
)
# What a line ends with where a sentence, a quotation or what is in brackets does.
SENTENCE_ENDS = tuple('.!?…:»”")')
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
AS_FIGURES = str.maketrans(RAISED, "0123456789")
_NOTES = re.compile(r"\s*(?:(?:fot|slutt)?noter|(?:foot|end)?notes)\s*:?\s*", re.IGNORECASE)
_LABEL = r"(?:\d{1,9}|[a-zæøå]|[A-ZÆØÅ]|[ivxlc]{2,7}|[IVXLC]{2,7})"
_BLOCK_START = re.compile(
    rf"[^\S\n]*(?:[-*+•·▪◦‣●○■□☐☑☒✓✔✗→] |{_LABEL}[.)] (?!{MONTH.pattern})|\({_LABEL}\) |>|#{{1,6}} |\||```|~~~|"
    r"(?:={3,}|-{3,}|\*{3,})\s*$)"
)
_SPEECH_DASH = re.compile(r"\s*[–—] ?\S")
# Words behind which a sentence, or a deliberate line, hardly ever ends.
_LEANING_WORDS = """
    og i til av for med som at det den de en et er var har ved fra om men eller når hvor skal vil kan må ble
    blir hadde sin sitt sine dette denne disse under mellom hos blant etter uten enn hvis fordi samt både
    kunne skulle ville på mot over før gjennom unntatt innen enten mens dersom frå ei ein eit å
    the a an of in on at to with by from and or but that which who is was are were has had
    have be been as if his her their its my our your these than into would could should will can may might not
    no between because when through without among except including whose either while unless
"""
_LEANING = frozenset(_LEANING_WORDS.split())


def indent_of(line: str) -> int:
    """The column at which the words of a line begin; tabs go to every fourth."""
    size = len(line) - len(line.lstrip())
    return len(line[:size].expandtabs(4)) if "\t" in line[:size] else size


def is_wrap(line: str, after: str, width: int) -> bool:
    """Whether a program filling lines up to `width` would have broken here."""
    return len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) > width


def is_speech(line: str) -> bool:
    """Whether a line begins with a dash, as speech does."""
    return _SPEECH_DASH.match(line) is not None


def leans(word: str) -> bool:
    """Whether a line that ends with this word hardly ends there."""
    return word.lower() in _LEANING


def calls_notes(line: str) -> bool:
    """Whether a line is the heading of the notes."""
    return _NOTES.fullmatch(line) is not None


def is_tilde_rule(line: str) -> bool:
    """Whether a line of tildes is drawn across the page; three may begin code."""
    return line.strip(" \t~") == "" and line.count("~") > 3


def starts_block(line: str) -> bool:
    """Whether a line looks as if it began an item, a quotation, a heading or a table; it may be running text."""
    return _BLOCK_START.match(line) is not None

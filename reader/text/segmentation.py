"""Text -> sentence spans, by rules, for Norwegian Bokmål and English.

One compiled pattern finds candidates (end marks, what closes with them, white space, the next character);
look-ups of the token before and the character after decide, as usual in rule-based splitters. The rules and
the word lists were written for this module.

The time is linear: the pattern is possessive and tries a run of end marks only from its first; repetitions
that could cross another candidate are bounded, and so is every look back.
"""

from bisect import bisect_right

from reader import late_re as re
from reader.text.abbreviations import (
    has_vowel,
    in_capitals,
    is_abbreviation_in_capitals,
    is_acronym,
    looks_abbreviated,
    spaced_abbreviation,
)
from reader.text.normal_form import UNSEEN, composed
from reader.text.sentence_words import COMMON, COUNTED, DEGREES, GRADUATES, PRONOUNS, RULES, SOFT, TITLES, Rules
from reader.text.spans import Span
from reader.text.unbroken import unbroken

_QUOTES = "\"'«»“”„‘’‚‹›"
_DASHES = "-–—―"
_MARKUP = "*_`~"
_CONTINUES = frozenset(",;:.?!…)]}/&=%")  # what follows a mark inside a sentence: "osv., men", ". . ."
_TAIL = (  # what closes with the end mark: quotes, markup, notes ("[3]", "²"), elisions, smileys, zero-width characters
    rf"(?>(?:[{_QUOTES}{_MARKUP})\]}}¹²³⁰-⁹{UNSEEN}]|\[\d{{1,3}}\]|</\w{{1,9}}>|[ \xa0\u202f][»”](?!\S)"
    r"|\ ?:[a-z][\w+-]{1,30}:(?!\S)|\ ?[(\[](?:\.\.\.|…)[)\]]|\ [:;]-?[()DP](?!\S)"
    r"|\ ?[\U0001F300-\U0001FAFF\u2639-\u263B\u2764][\uFE0F\u200D\U0001F3FB-\U0001F3FF]?){0,8})"
)
_OPENING = rf"(?:[{_QUOTES}{_MARKUP}(\[{{<¿¡>][^\S\n]?){{0,4}}"
_CANDIDATE = re.compile(
    # The first class stands alone so that the engine skips to it; a run of marks is tried from its first.
    rf"[.!?…\n](?:(?<=\n)\s*+|(?<![.!?…][.!?…])[.!?…]*+({_TAIL})(\s++)"
    rf"(?=({_OPENING}(?:[{_DASHES}]{{1,2}}[^\S\n]?)?{_OPENING})(\S?)))"
)
_WORD = re.compile(r"[\w\u0300-\u036F]*")
_INITIALS = re.compile(r"[A-ZÀ-ÖØ-Þ](?:(?:\.-?|-)[A-ZÀ-ÖØ-Þ])*")  # "J", "J.K", "J.-P", "U.S"
# What numbers a heading or a list item: "1. Åpning", "2.3. Title", "b. Second", "IV. Kapittel", "A. First".
_LABEL = re.compile(rf"\d{{1,3}}(?:\.\d{{1,3}})*|[a-h]|[IVX]{{1,5}}|{_INITIALS.pattern}")
# What calls and numbers a heading or caption: "§ 3-1. Innmelding", "Kapittel 3. Medlemmer", "Tabell 2. Antall".
_HEADING = re.compile(
    r"(?:§§?\s?|(?:kapittel|kap\.?|del|vedlegg|bilag|avsnitt|artikkel|art\.?|paragraf|punkt|pkt\.?|sak|tabell|figur|"
    r"fig\.?|chapter|part|appendix|annex|section|article|paragraph|table|figure|schedule)\s)"
    r"(?:\d{1,4}(?:[-–./]\d{1,4})*(?:\s?[a-z])?|[IVXLC]{1,7}|[A-ZÆØÅ])"
    r"(?:(?:\s(?:til|to|og|and)\s|\s?[–,-]\s?)\d{1,4}(?:[-–./]\d{1,4})*(?:\s?[a-z])?){0,3}",
    re.IGNORECASE,
)
_HOUSE_NUMBER = re.compile(r"\d{1,3}")  # "Kirkeveien 7 B": that letter is no initial either
_CASE_NUMBER = re.compile(r"[^\s/]*\d-[A-ZÆØÅ]")  # "HR-2019-123-A": that letter is no initial
_LONGEST_HEADING = 40  # code points up to the full stop
_BEFORE_TOKEN = _QUOTES + _MARKUP + _DASHES + "([{<§ •"
_LONGEST_TOKEN = 40


def split_sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Return the sentences of `text` as (start, end) spans in code points, in order and without overlap.

    Every character but white space lies in exactly one span; no span begins or ends with white space.
    A newline always ends a sentence; blank text has none. `language` is "nb" (also "nn" and "no") or "en";
    any other gets rules common to both. No text raises; the time is linear in its length.
    Method: candidates by pattern, decided by abbreviation lists and the next character (see the module).
    """
    rules = RULES.get(language, COMMON)
    whole = sorted(unbroken(text))
    start, stop = len(text) - len(text.lstrip()), len(text.rstrip())
    spans = []
    for found in _CANDIDATE.finditer(text, start, stop):
        if found.lastindex is None:  # a newline
            end = start + len(text[start : found.start()].rstrip())
        elif _is_within(found.start(), whole):
            continue
        elif _ends(text, start, found, rules):
            end = found.end(1)
        else:
            continue
        spans.append((start, end))
        start = found.end()
    if start < stop:
        spans.append((start, stop))
    return spans


def _is_within(at: int, spans: list[Span]) -> bool:
    index = bisect_right(spans, at, key=lambda span: span[0])
    return index > 0 and at < spans[index - 1][1]


def _ends(text: str, start: int, found: re.Match[str], rules: Rules) -> bool:
    tail, gap, lead, first = found.groups()
    if "\n" in gap:
        return True
    if not first or (first in _CONTINUES and not _is_elision(text, found)):
        return False  # only a detached quote follows on the line, or the sentence goes on
    marks = text[found.start() : found.start(1)]
    if marks == ".":
        return _full_stop_ends(text, start, found, rules)
    if "?" in marks or "!" in marks:
        return not (first.islower() or _is_aside(text, found) or (tail and _is_tag(text, found, rules)))
    if _is_blank(text, start, found.start()):  # "... Og så": an ellipsis that opens the sentence
        return False
    return not first.islower() and (first.isalpha() or any(dash in lead for dash in _DASHES))


def _is_blank(text: str, start: int, at: int) -> bool:
    """Tell whether nothing but quotes, brackets and dashes stands in the sentence so far."""
    return at - start <= 8 and not text[start:at].strip(_BEFORE_TOKEN)


def _is_elision(text: str, found: re.Match[str]) -> bool:
    """Tell whether the next sentence opens with an ellipsis, as in "- ... for meg" or «...han kom»."""
    at = found.start(4)
    return text.startswith(("..", "…"), at) and (text[at - 1] not in "([")


def _is_aside(text: str, found: re.Match[str]) -> bool:
    """Tell whether the mark stands alone in brackets, as in "gratis (!)"."""
    return found[1][:1] in (")", "]") and found.start() > 0 and text[found.start() - 1] in "(["


def _is_tag(text: str, found: re.Match[str], rules: Rules) -> bool:
    """Tell whether a speech tag follows whose subject comes first, as in "Why?" Tom asked."""
    words = text[found.start(4) : found.start(4) + _LONGEST_TOKEN].split()
    verbs = {word.rstrip(".,:;") for word in words[1:3]} & rules.tags
    return bool(verbs) and words[0] not in PRONOUNS


def _full_stop_ends(text: str, start: int, found: re.Match[str], rules: Rules) -> bool:
    at, first = found.start(), found[4]
    token = _token_before(text, start, at)
    if not token:  # a mark that opens the sentence, or one set apart from a quote: 'het " Nap " .'
        return not (first.islower() or _is_blank(text, start, at))
    if (spaced := spaced_abbreviation(text, start, at, token)) is not None:
        if not spaced:
            return False
        token = spaced
    word = token.lower()
    if token in TITLES or _is_never_final(text, start, found, token, rules):
        return False
    if first.islower():
        return not found[1] and _ends_before_lower_case(text, token, found, rules)
    if _is_label(text, start, at, token):
        return False
    if token.isdecimal():
        return _number_ends(text, token, found, rules)
    if token in SOFT or (len(token) == 1 and word in rules.final) or _INITIALS.fullmatch(token):
        return _initial_ends(text, start, found, rules)
    if word in rules.final and not _is_another_word(text, start, found, token):
        counted = word in COUNTED and _has_unit(text, found, rules)
        return not (first.isdigit() or first == "§" or "(" in found[3] or counted)
    if not (first.isdigit() or first == "§"):
        return True
    return not looks_abbreviated(token, _word_before(text, start, at), text, found.start(4))


def _token_before(text: str, start: int, at: int) -> str:
    """Return the token before a full stop, without opening marks: "f.eks" of "(f.eks."."""
    words = text[max(start, at - _LONGEST_TOKEN) : at].rsplit(None, 1)
    token = composed(words[-1].lstrip(_BEFORE_TOKEN)) if words else ""
    if ("/" in token or "-" in token) and not _CASE_NUMBER.fullmatch(token):  # "jan./feb.", "non-U.S.", not "J.-P."
        token = re.split(r"/|(?<!\.)-", token)[-1]
    return token


def _is_never_final(text: str, start: int, found: re.Match[str], token: str, rules: Rules) -> bool:
    word, at = token.lower(), found.start()
    if word in rules.never_final:
        return not _is_another_word(text, start, found, token)
    if "." in word:  # "adm.dir", but not "kl.10"
        title, _, rest = word.partition(".")
        return title in rules.never_final and rest.isalpha()
    return word in DEGREES and _word_before(text, start, at) in GRADUATES


def _is_another_word(text: str, start: int, found: re.Match[str], token: str) -> bool:
    """Tell whether capitals make the token another word than the abbreviation that it looks like."""
    if not is_acronym(token) or in_capitals(text, start, found.start(), found.start(4)):
        return False
    return not is_abbreviation_in_capitals(token, found[4])


def _word_before(text: str, start: int, at: int) -> str:
    """Return the word before the token that ends at `at`, in lower case, or "" when there is none."""
    words = text[max(start, at - _LONGEST_TOKEN) : at].split()
    return composed(words[-2]).lower() if len(words) > 1 else ""


def _next_word(text: str, found: re.Match[str]) -> str:
    word = _WORD.match(text, found.start(4), found.start(4) + _LONGEST_TOKEN)
    return composed(word[0]) if word else ""


def _is_label(text: str, start: int, at: int, token: str) -> bool:
    """Tell whether the token numbers a list item or heading: alone at the start of the sentence, or with its name."""
    if at - start <= _LONGEST_HEADING and _HEADING.fullmatch(text, start, at):
        return text[start] == "§" or text[start].isupper()
    if at - start > 16 or not _LABEL.fullmatch(token):
        return False
    return text[start:at].strip(_BEFORE_TOKEN) == token


def _has_head(text: str, found: re.Match[str], rules: Rules) -> bool:
    return _next_word(text, found).lower() in rules.heads


def _has_unit(text: str, found: re.Match[str], rules: Rules) -> bool:
    return is_acronym(_next_word(text, found)) or _has_head(text, found, rules)


def _number_ends(text: str, token: str, found: re.Match[str], rules: Rules) -> bool:
    """Decide after a bare number: a year ends a sentence, an ordinal does not before what it counts."""
    if len(token) > 2:
        return True
    return not found[4].isdigit() and not _has_head(text, found, rules)


def _initial_ends(text: str, start: int, found: re.Match[str], rules: Rules) -> bool:
    """Decide after "J.", "U.S.", "Jr.": a name probably follows, unless the next word opens sentences."""
    if any(dash in found[3] for dash in _DASHES):
        return True
    word = _next_word(text, found)
    if word.lower() in rules.starters and not (len(word) == 1 and text.startswith(".", found.start(4) + 1)):
        return True
    before = _word_before(text, start, found.start())
    return not found[4].isdigit() and (before in rules.labelled or _HOUSE_NUMBER.fullmatch(before) is not None)


def _ends_before_lower_case(text: str, token: str, found: re.Match[str], rules: Rules) -> bool:
    """Decide before a lower-case letter: a sentence ends only in a whole word, before "iPhone" or a starter."""
    if len(token) < 3 or not token.isalpha() or token.lower() in rules.final or token in SOFT:
        return False
    word = _next_word(text, found)
    if word[1:2].isupper():
        return True
    # An unlisted abbreviation is short or stops inside a consonant cluster ("grunnl.", "etabl.").
    return len(token) > 4 and has_vowel(token[-2:]) and word in rules.starters

"""Text -> sentence spans, by rules, for Norwegian Bokmål and English.

One compiled pattern finds candidates (end marks, what closes with them, white space, the next character);
look-ups of the token before and the character after decide, as usual in rule-based splitters. The rules and
the word lists were written for this module.

The time is linear: the pattern is possessive and tries a run of end marks only from its first; repetitions
that could cross another candidate are bounded, and so is every look back.
"""

import re
from dataclasses import dataclass, fields

from reader.text.languages import NORWEGIAN


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


@dataclass(frozen=True, slots=True)
class _Rules:
    never_final: frozenset[str]  # abbreviations that something always follows
    final: frozenset[str]  # abbreviations that may end a sentence, but only before a capital
    starters: frozenset[str]  # words that open sentences and that hardly any name begins with
    heads: frozenset[str]  # words that a number before them belongs to, capital or not
    labelled: frozenset[str]  # words before a single letter that is no initial: "vitamin C", "than I"
    tags: frozenset[str]  # verbs of a speech tag whose subject comes first: "Why?" Tom asked


# Titles and the like before a name, in exact case: in lower case several are ordinary words.
_TITLES = _words(
    "Mr Mrs Ms Messrs Mme Mlle Dr Prof Ste Mt Ft Gen Col Capt Cpt Cmdr Maj Lt Sgt Cpl Pvt Adm Sen Rep Gov",
    "Rev Hon Pres Supt Insp Fr Hr Frk Kapt Oblt Meld Innst Prop Dok Statsadv",
)
# Exact case; a capital after them proves little ("King Jr. Day", "St. Louis"): only a starter ends them.
_SOFT = _words("Jr Sr St Co Bros Ph.D M.D B.A M.A B.Sc M.Sc Ave Blvd Rd Dept Univ jr sr")

_NB_NEVER = _words(
    # a figure or a name follows
    "kl ca nr org.nr tlf telf mob jf jfr cf gnr bnr st pr mvh",
    # an example, an explanation or the thing itself follows
    "bl.a f.eks feks t.d dvs d.v.s pga p.g.a mht m.h.t mtp m.t.p vha v.h.a ifm i.f.m iht i.h.t i.h.h.t ift",
    "i.f.t iflg ifl mao m.a.o s.k vedr ang inkl ekskl evt ev hhv resp f.o.m t.o.m spes særl oppr opph egtl",
    "tilsv ovenn nedenn nevn istf i.st.f i.o.m sml vs fig",
    # titles and offices before a name, also as the first part of "adm.dir", "cand.philol", "siv.ing"
    "dr prof pres adv adm dir ass avd gen.dir gen.sekr pol.mester fung kst konst kgl hr frk stud cand siv",
    "dipl mag ing arkt stip statsadv oblt kapt lt sgt overing journ sekr nestl fmr visepres mr mrs",
    # legal and parliamentary papers
    "ot.prp innst prp meld.st",
)
_NB_FINAL = _words(
    "osv o.s.v etc mv m.v mfl m.fl mm m.m ol o.l o.lign lign e.l el.l o.a m.a d.e d.y d.å ds s.d",
    # money, measures, time
    "mill mrd kr pst pct stk pk m.o.h moh gr min sek mnd årg p.t pt f.kr e.kr fkr ekr f.v.t e.v.t v.t a.m",
    "p.m",
    # only before a number; otherwise often ordinary words
    "jan feb mar apr maj jun jul aug sep sept okt nov des man tir tirs ons tor tors fre lør søn tom fom art",
    "kap avsn s bd vol nos no utg oppl red eks ref anm journ.anm overs forts sign orig tekn saml ant gj.sn",
    "maks tils tot univ ill tab f e v d p t k b inc corp",
)
_NB_STARTERS = _words(
    "det den de dette denne disse han hun vi jeg du dere man en et ingen alle noen mange flere begge hver",
    "hans hennes deres vår vårt våre min mitt mine din i på men og så da når hvis dersom for fra til etter",
    "under over ved med mot mens fordi siden selv både der her hva hvem hvorfor hvordan hvor ifølge også nå",
    "slik deretter dessuten likevel derfor imidlertid dermed etterpå senere tidligere samtidig ikke kanskje",
    "bare er var har hadde kan vil skal må ble blir ja nei eller først blant gjennom mellom uten",
)
_NB_HEADS = _words(
    "januar februar mars april mai juni juli august september oktober november desember mosebok kongebok",
    "samuelsbok krønikebok korinterbrev verdenskrig divisjon bataljon kompani etasje klasse plass søndag",
    "juledag påskedag pinsedag",
)
_NB_LABELLED = _words(
    "vitamin plan gruppe klasse punkt type hepatitt del nivå alternativ vedlegg avdeling bokstav bokstavene litra",
    "ledd tabell tabellen figur figuren bilag kolonne rad linje spor sone kapittel avsnitt artikkel oppgave",
)
_EN_NEVER = _words(
    "e.g i.e eg ie vs viz cf approx ca fig figs eq eqs incl excl esp resp q.v mr mrs ms dr prof messrs asst",
    "assoc",
)
_EN_FINAL = _words(
    "etc al a.m p.m b.c a.d b.c.e c.e est max min avg ext tel ft hr hrs lb lbs oz yr yrs mos inc ltd llc",
    "corp plc",
    # only before a number; otherwise often ordinary words
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri no nos p pp vol",
    "vols ch chap sec art par para pt v b c d l ll n bk app ed eds trans rev ref refs ser",
)
_EN_STARTERS = _words(
    "the a an he she it they i we you this that these those there here his her its their our my your in on",
    "at but and or so for from to after before during under over by with when while where if as since",
    "because although then however later meanwhile today yesterday now many most some several all both each",
    "every no not what who why how which is are was were do does did has have had can could would should",
    "even only also still yet once according despite until unlike among between instead perhaps maybe",
    "finally moreover therefore thus such",
)
_EN_HEADS = _words("monday tuesday wednesday thursday friday saturday sunday")
_EN_LABELLED = _words(
    "vitamin plan group class grade section part level type hepatitis appendix point option line than do",
    "annex table figure letter item clause subsection paragraph chapter article column row zone schedule exhibit",
    "did am was have had can could would should must shall and nor as so",
)
_EN_TAGS = _words("said asked cried shouted replied whispered answered exclaimed yelled wondered muttered")

_NB = _Rules(_NB_NEVER, _NB_FINAL, _NB_STARTERS, _NB_HEADS, _NB_LABELLED, frozenset())
_EN = _Rules(_EN_NEVER, _EN_FINAL, _EN_STARTERS, _EN_HEADS, _EN_LABELLED, _EN_TAGS)
# Other languages use both lists.
_COMMON = _Rules(*(getattr(_NB, field.name) | getattr(_EN, field.name) for field in fields(_Rules)))
_RULES = {**dict.fromkeys(NORWEGIAN, _NB), "en": _EN}

_COUNTED = _words("mill mrd a.m p.m")  # "3 mill. NOK", "9 a.m. EST", "9 a.m. Saturday"
# "dr. med. Moe", "stud. jur. Lie": words elsewhere, but abbreviations after such a title.
_DEGREES = _words("med jur philos philol oecon polit theol psychol real scient techn art mag")
_GRADUATES = _words("dr. cand. stud. lic. mag.")
_PRONOUNS = _words("He She It They We You There")

_QUOTES = "\"'«»“”„‘’‚‹›"
_DASHES = "-–—―"
_MARKUP = "*_`~"
_CONTINUES = frozenset(",;:.?!…)]}/&=%")  # what follows a mark inside a sentence: "osv., men", ". . ."
_TAIL = (  # what closes with the end mark: quotes, markup, notes ("[3]", "²"), elisions, smileys
    rf"(?:[{_QUOTES}{_MARKUP})\]}}¹²³⁰-⁹]|\[\d{{1,3}}\]|</\w{{1,9}}>|[ \xa0\u202f][»”](?!\S)"
    r"|\ ?[(\[](?:\.\.\.|…)[)\]]|\ [:;]-?[()DP](?!\S)"
    r"|\ ?[\U0001F300-\U0001FAFF\u2639-\u263B\u2764][\uFE0F\u200D\U0001F3FB-\U0001F3FF]?){0,8}+"
)
_OPENING = rf"(?:[{_QUOTES}{_MARKUP}(\[{{<¿¡>][^\S\n]?){{0,4}}"
_CANDIDATE = re.compile(
    # The first class stands alone so that the engine skips to it; a run of marks is tried from its first.
    rf"[.!?…\n](?:(?<=\n)\s*+|(?<![.!?…][.!?…])[.!?…]*+({_TAIL})(\s++)"
    rf"(?=({_OPENING}(?:[{_DASHES}]{{1,2}}[^\S\n]?)?{_OPENING})(\S?)))"
)
_WORD = re.compile(r"\w*")
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
    rules = _RULES.get(language, _COMMON)
    start, stop = len(text) - len(text.lstrip()), len(text.rstrip())
    spans = []
    for found in _CANDIDATE.finditer(text, start, stop):
        if found.lastindex is None:  # a newline
            end = start + len(text[start : found.start()].rstrip())
        elif _ends(text, start, found, rules):
            end = found.end(1)
        else:
            continue
        spans.append((start, end))
        start = found.end()
    if start < stop:
        spans.append((start, stop))
    return spans


def _ends(text: str, start: int, found: re.Match[str], rules: _Rules) -> bool:
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


def _is_tag(text: str, found: re.Match[str], rules: _Rules) -> bool:
    """Tell whether a speech tag follows whose subject comes first, as in "Why?" Tom asked."""
    words = text[found.start(4) : found.start(4) + _LONGEST_TOKEN].split()
    verbs = {word.rstrip(".,:;") for word in words[1:3]} & rules.tags
    return bool(verbs) and words[0] not in _PRONOUNS


def _full_stop_ends(text: str, start: int, found: re.Match[str], rules: _Rules) -> bool:
    at, first = found.start(), found[4]
    token = _token_before(text, start, at)
    word = token.lower()
    if not token:  # a mark that opens the sentence, or one set apart from a quote: 'het " Nap " .'
        return not (first.islower() or _is_blank(text, start, at))
    if token in _TITLES or _is_never_final(text, start, at, token, rules):
        return False
    if first.islower():
        return not found[1] and _ends_before_lower_case(text, token, found, rules)
    if _is_label(text, start, at, token):
        return False
    if token.isdecimal():
        return _number_ends(text, token, found, rules)
    if token in _SOFT or (len(token) == 1 and word in rules.final) or _INITIALS.fullmatch(token):
        return _initial_ends(text, start, found, rules)
    if word in rules.final and not _is_acronym(token):
        counted = word in _COUNTED and _has_unit(text, found, rules)
        return not (first.isdigit() or "(" in found[3] or counted)
    return not (first.isdigit() and _looks_abbreviated(token, _word_before(text, start, at)))


def _token_before(text: str, start: int, at: int) -> str:
    """Return the token before a full stop, without opening marks: "f.eks" of "(f.eks."."""
    words = text[max(start, at - _LONGEST_TOKEN) : at].rsplit(None, 1)
    token = words[-1].lstrip(_BEFORE_TOKEN) if words else ""
    if "/" in token or "-" in token:  # "jan./feb.", "non-U.S.", but not "J.-P."
        token = re.split(r"/|(?<!\.)-", token)[-1]
    return token


def _is_never_final(text: str, start: int, at: int, token: str, rules: _Rules) -> bool:
    word = token.lower()
    if word in rules.never_final:
        return not _is_acronym(token)
    if "." in word:  # "adm.dir", but not "kl.10"
        title, _, rest = word.partition(".")
        return title in rules.never_final and rest.isalpha()
    return word in _DEGREES and _word_before(text, start, at) in _GRADUATES


def _word_before(text: str, start: int, at: int) -> str:
    """Return the word before the token that ends at `at`, in lower case, or "" when there is none."""
    words = text[max(start, at - _LONGEST_TOKEN) : at].split()
    return words[-2].lower() if len(words) > 1 else ""


def _next_word(text: str, found: re.Match[str]) -> str:
    word = _WORD.match(text, found.start(4), found.start(4) + _LONGEST_TOKEN)
    return word[0] if word else ""


def _is_acronym(token: str) -> bool:
    """Tell whether capitals make it another word than the abbreviation: "PR", "OL", "NO"."""
    return len(token) > 1 and "." not in token and token.isupper()


def _is_label(text: str, start: int, at: int, token: str) -> bool:
    """Tell whether the token numbers a list item or heading: alone at the start of the sentence, or with its name."""
    if at - start <= _LONGEST_HEADING and _HEADING.fullmatch(text, start, at):
        return text[start] == "§" or text[start].isupper()
    if at - start > 16 or not _LABEL.fullmatch(token):
        return False
    return text[start:at].strip(_BEFORE_TOKEN) == token


def _has_head(text: str, found: re.Match[str], rules: _Rules) -> bool:
    return _next_word(text, found).lower() in rules.heads


def _has_unit(text: str, found: re.Match[str], rules: _Rules) -> bool:
    return _is_acronym(_next_word(text, found)) or _has_head(text, found, rules)


def _looks_abbreviated(token: str, before: str) -> bool:
    """Tell whether an unlisted token before a figure is an abbreviation: a street, or no unit and without vowels."""
    if not token.isalpha() or token.isupper() or before[-1:].isdigit():
        return False
    return token.endswith("gt") or not _has_vowel(token)  # "Storgt. 5", "Rt. 1995", but "5 km. 20 løp."


def _has_vowel(letters: str) -> bool:
    return any(letter in "aeiouyæøåAEIOUYÆØÅ" for letter in letters)


def _number_ends(text: str, token: str, found: re.Match[str], rules: _Rules) -> bool:
    """Decide after a bare number: a year ends a sentence, an ordinal does not before what it counts."""
    if len(token) > 2:
        return True
    return not found[4].isdigit() and not _has_head(text, found, rules)


def _initial_ends(text: str, start: int, found: re.Match[str], rules: _Rules) -> bool:
    """Decide after "J.", "U.S.", "Jr.": a name probably follows, unless the next word opens sentences."""
    if any(dash in found[3] for dash in _DASHES):
        return True
    word = _next_word(text, found)
    if word.lower() in rules.starters and not (len(word) == 1 and text.startswith(".", found.start(4) + 1)):
        return True
    return not found[4].isdigit() and _word_before(text, start, found.start()) in rules.labelled


def _ends_before_lower_case(text: str, token: str, found: re.Match[str], rules: _Rules) -> bool:
    """Decide before a lower-case letter: a sentence ends only in a whole word, before "iPhone" or a starter."""
    if len(token) < 3 or not token.isalpha() or token.lower() in rules.final or token in _SOFT:
        return False
    word = _next_word(text, found)
    if word[1:2].isupper():
        return True
    # An unlisted abbreviation is short or stops inside a consonant cluster ("grunnl.", "etabl.").
    return len(token) > 4 and _has_vowel(token[-2:]) and word in rules.starters

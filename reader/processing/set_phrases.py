"""Phrases that letters and mails begin and end with, lines that mail programs write, sounds: translated by a table.

They are short and stand alone, so a model has nothing to go by: it took "Regards" for reviews. Names in them stay.
"""

from collections.abc import Callable
from typing import NamedTuple

from reader import late_re as re
from reader.processing.localising import expressions, localised
from reader.processing.sounds import described_sound
from reader.processing.weekdays import ENGLISH_DAYS, NORWEGIAN_DAYS
from reader.short_cache import cached_if_short
from reader.text import NORWEGIAN, Link

_LONGEST = 300
_OTHER = {"en": "nb", "nb": "en"}
# Letters of what may be in capitals for itself: "MVH".
_ABBREVIATED = 3
# Norwegian, also Nynorsk, and what it is in English.
_TO_ENGLISH = {
    "hilsen": "Regards",
    "hilsener": "Regards",
    "helsing": "Regards",
    "med hilsen": "Regards",
    "med helsing": "Regards",
    "mvh": "Kind regards",
    "m.v.h": "Kind regards",
    "vh": "Kind regards",
    "vennlig hilsen": "Kind regards",
    "venleg helsing": "Kind regards",
    "vennleg helsing": "Kind regards",
    "med vennlig hilsen": "Kind regards",
    "med venleg helsing": "Kind regards",
    "med vennleg helsing": "Kind regards",
    "beste hilsen": "Best regards",
    "beste hilsener": "Best regards",
    "med beste hilsen": "Best regards",
    "varm hilsen": "Warm regards",
    "varme hilsener": "Warm regards",
    "kjærlig hilsen": "With love",
    "på forhånd takk": "Thank you in advance",
    "takk på forhånd": "Thank you in advance",
    "hei": "Hi",
    "hei igjen": "Hi again",
    "hei alle": "Hi all",
    "hei alle sammen": "Hi everyone",
    "til rette vedkommende": "To whom it may concern",
    "videresendt melding": "Forwarded message",
    "start på videresendt melding": "Begin forwarded message",
    "opprinnelig melding": "Original message",
    "sendt fra mobilen min": "Sent from my phone",
    "sendt fra min mobil": "Sent from my phone",
}
_TO_NORWEGIAN = {
    "regards": "Hilsen",
    "best regards": "Med vennlig hilsen",
    "kind regards": "Med vennlig hilsen",
    "kindest regards": "Med vennlig hilsen",
    "with best regards": "Med vennlig hilsen",
    "with kind regards": "Med vennlig hilsen",
    "warm regards": "Varme hilsener",
    "best wishes": "Beste hilsener",
    "sincerely": "Med vennlig hilsen",
    "yours sincerely": "Med vennlig hilsen",
    "sincerely yours": "Med vennlig hilsen",
    "yours faithfully": "Med vennlig hilsen",
    "yours truly": "Med vennlig hilsen",
    "thank you in advance": "På forhånd takk",
    "thanks in advance": "På forhånd takk",
    "hi": "Hei",
    "hi again": "Hei igjen",
    "hi all": "Hei alle sammen",
    "hi everyone": "Hei alle sammen",
    "dear all": "Kjære alle sammen",
    "to whom it may concern": "Til rette vedkommende",
    "forwarded message": "Videresendt melding",
    "begin forwarded message": "Start på videresendt melding",
    "original message": "Opprinnelig melding",
    "sent from my phone": "Sendt fra mobilen min",
}
# What only means this with a comma behind it.
_BEFORE_COMMA = {"best": "Beste hilsener", "cheers": "Hilsen", "love": "Kjærlig hilsen", "all the best": "Alt godt"}
_CLOSING = re.compile(r"(?:Regards|.* regards|With love|Best hilsen.*|.*[Hh]ilsen(?:er)?|Alt godt)\Z")
_GREETING = frozenset({"Hi", "Hei"})
# Who is greeted without a name; that is for the model.
_NAMELESS = frozenset(
    {"verden", "norge", "mamma", "pappa", "mor", "far", "mormor", "morfar", "farmor", "farfar", "bestemor", "bestefar"}
    | {"kjære", "folkens", "venner", "dere", "sjef", "doktor", "team", "world", "norway", "there", "everybody", "folks"}
    | {"friends", "guys", "mom", "mum", "mommy", "mummy", "dad", "daddy", "grandma", "grandpa", "honey", "darling"}
    | {"dear", "doctor", "sir", "madam", "boss"}
)
# A text, and where parts of the sentence are in it: start and end in both.
_Found = tuple[str, tuple[tuple[int, int, int, int], ...]]
# What stands around: the dashes of "----- Original message -----", and signs behind.
_AROUND = re.compile(r"(?s:(\s*(?:-{2,}\s*)?)(?=\S)(.*?)([,.:!]?)(\s*(?:-{2,})?\s*))\Z")
_NAME = r"[^\W\d_a-zæøå][\w.'’-]*"
_NAMED = re.compile(rf"([^,]{{2,30}}?)(,?) ({_NAME}(?: {_NAME}){{0,3}})\Z")
_MAIL = {"en": "Mail", "nb": "E-post"}
_DEVICE = r"(?:iPhone|iPad|Mac|Galaxy|Samsung|Huawei|Android)(?: [\w-]+){0,3}"
_PROGRAM = r"(?:Outlook|Mail|E-post|Yahoo Mail|Gmail|Proton Mail)"
_SYSTEM = r"(?:iOS|Android|Mac|Windows(?: \d\d)?|iPhone|iPad)"
_SENT = {
    "en": re.compile(rf"[Ss]endt fra (?:(min) ({_DEVICE})|({_PROGRAM}) for ({_SYSTEM}))\Z"),
    "nb": re.compile(rf"[Ss]ent from (?:(my) ({_DEVICE})|({_PROGRAM}) (?:for|on) ({_SYSTEM}))\Z"),
}
_GET = {
    "en": re.compile(r"(?:Få|Hent|Last ned|Skaff deg) (Outlook for .{2,10})\Z"),
    "nb": re.compile(r"Get (Outlook for .{2,10})\Z"),
}
# Who wrote what is quoted below: the day, when on it, and the name and the address.
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?(?: [+-]\d{4})?"
_WROTE = {
    "en": re.compile(rf"(?:[Dd]en )?([^\W\d_]{{3,8}}\.?,? )?(\d.{{5,20}}?,? (?:kl\. ?)?{_TIME}),? skrev (.+)\Z"),
    "nb": re.compile(rf"On ([^\W\d_]{{3,9}},? )?(?=.{{0,4}}\d)(.{{6,20}}?,? (?:at )?{_TIME}),? (.+) wrote\Z"),
}
# When a mail was sent, in the lines above it.
_FIELD = {
    "en": re.compile(rf"(Sendt|Dato): ([^\W\d_]{{3,8}}\.?,? )?(\d.{{5,20}}?(?:,? (?:kl\. ?)?{_TIME})?)\Z"),
    "nb": re.compile(rf"(Sent|Date): ([^\W\d_]{{3,9}},? )?(?=.{{0,10}}\d)(.{{6,20}}?(?:,? (?:at )?{_TIME})?)\Z"),
}
# Other words in such a line say something else: "Sent: 12 copies".
_WORD, _AT = re.compile(r"[^\W\d_]+"), frozenset({"kl", "at"})
_FIELDS = {"Sendt": "Sent", "Dato": "Date", "Sent": "Sendt", "Date": "Dato"}


class SetPhrase(NamedTuple):
    """The translation of a set phrase, with links between what belongs together."""

    text: str
    links: tuple[Link, ...]


@cached_if_short(1024)  # it is asked for when a sentence is translated and when it is judged
def set_phrase(sentence: str, source: str, target: str) -> SetPhrase | None:
    """What a sentence is that is nothing but a set phrase: itself in the target language; None for any other.

    Args:
        sentence: any text.
        source, target: codes of the languages; nothing is known but between Norwegian, into Bokmål, and English.
    """
    if (sound := described_sound(sentence, source, target)) is not None:
        return SetPhrase(*sound)
    to = _target(source, target)
    if not to or len(sentence) > _LONGEST or (around := _AROUND.match(sentence)) is None:
        return None
    before, words, sign, behind = around.groups()
    text, parts = _found(words, sign, to) or (words if _found(words, sign, _OTHER[to]) else "", ())
    if not text:
        return None
    start, length = len(before), len(words)
    parts = parts or ((0, length, 0, len(text)),)
    links = tuple((start + a, start + b, start + c, start + d, 1.0) for a, b, c, d in parts)
    closes = to == "nb" and sign == "," and text != words and _CLOSING.match(text) is not None
    return SetPhrase(before + text + ("" if closes else sign) + behind, links)


def _found(words: str, sign: str, to: str) -> _Found | None:
    return next(filter(None, (way(words, sign, to) for way in _WAYS)), None)


def _target(source: str, target: str) -> str:
    if source in NORWEGIAN and target == "en":
        return "en"
    return "nb" if source == "en" and target in ("nb", "no") else ""


def _alone(words: str, sign: str, to: str) -> _Found | None:
    """A phrase of the table, in the letters that it is written in."""
    key = " ".join(words.split()).lower()
    known = (_TO_ENGLISH if to == "en" else _TO_NORWEGIAN).get(key)
    if known is None and sign == "," and to == "nb":
        known = _BEFORE_COMMA.get(key)
    if known is None:
        return None
    if words.isupper() and len(words) > _ABBREVIATED:
        return known.upper(), ()
    return (known if words[0].isupper() else known[0].lower() + known[1:]), ()


def _with_name(words: str, sign: str, to: str) -> _Found | None:
    """A phrase with the name of who is greeted, or who greets."""
    found = _NAMED.match(words)
    phrase = _alone(found[1].rstrip("."), "," if found[2] else "", to) if found is not None else None
    if found is None or phrase is None:
        return None
    text, comma = phrase[0], found[2]
    if _CLOSING.match(text[0].upper() + text[1:]):
        comma = "," if to == "en" else ""
    elif text not in _GREETING or words.isupper() or not _NAMELESS.isdisjoint(found[3].lower().split()):
        return None
    said = f"{text}{comma} {found[3]}"
    return said, ((0, found.end(1), 0, len(text)), (*found.span(3), len(said) - len(found[3]), len(said)))


def _sent_from(words: str, _sign: str, to: str) -> _Found | None:
    """What programs write below a mail: from which device it was sent."""
    if (get := _GET[to].match(words)) is not None:
        return f"{'Get' if to == 'en' else 'Hent'} {get[1]}", ()
    found = _SENT[to].match(words)
    if found is None:
        return None
    sent = "Sent from" if to == "en" else "Sendt fra"
    if found[1]:
        return f"{sent} {'my' if to == 'en' else 'min'} {found[2]}", ()
    program = _MAIL[to] if found[3] in _MAIL.values() else found[3]
    return f"{sent} {program} for {found[4]}", ()


def _who_wrote(words: str, sign: str, to: str) -> _Found | None:
    """Who wrote what is quoted below, and when."""
    found = _WROTE[to].match(words) if sign == ":" else None
    if found is None:
        return None
    named, when, who = found.groups()
    day = _weekday(named or "", to)
    if named and not day:
        return None
    time = _time(when, to)
    first, between, last = ("On ", ", ", " wrote") if to == "en" else ("" if day else "Den ", " skrev ", "")
    start = len(first) + len(day) + bool(day)
    text = f"{first}{day}{' ' if day else ''}{time}{between}{who}{last}"
    named_at = start + len(time) + len(between)
    at = (*found.span(2), start, start + len(time)), (*found.span(3), named_at, named_at + len(who))
    return text, at


def _sent_when(words: str, _sign: str, to: str) -> _Found | None:
    """The line above a mail that says when it was sent."""
    found = _FIELD[to].match(words)
    if found is None:
        return None
    field, named, when = found.groups()
    day, time, name = _weekday(named or "", to), _time(when, to), _FIELDS[field]
    if (named and not day) or not _is_time(when, to):
        return None
    first = f"{name}: {day.lower() if to == 'nb' else day}{' ' if day else ''}"
    return first + time, ((0, len(field), 0, len(name)), (*found.span(3), len(first), len(first) + len(time)))


def _is_time(written: str, to: str) -> bool:
    """Whether all words of a text with figures belong to dates and times."""
    known = expressions(written, *_languages(to))
    words = (word for word in _WORD.finditer(written) if word[0].lower() not in _AT)
    figures = any(map(str.isdigit, written))
    return figures and all(any(each.start <= word.start() < each.end for each in known) for word in words)


def _time(written: str, to: str) -> str:
    return localised(written, written, *_languages(to))


def _languages(to: str) -> tuple[str, str]:
    return ("nb", "en") if to == "en" else ("en", "nb")


def _weekday(named: str, to: str) -> str:
    """The day in the other language, from its name or the beginning of that."""
    name = named.strip(" ,.").lower()
    ours, theirs = (NORWEGIAN_DAYS, ENGLISH_DAYS) if to == "en" else (ENGLISH_DAYS, NORWEGIAN_DAYS)
    day = next((n for n, each in enumerate(ours) if len(name) > 2 and each.startswith(name)), None)
    return "" if day is None else theirs[day].capitalize()


_WAYS: tuple[Callable[[str, str, str], _Found | None], ...] = (_alone, _with_name, _sent_from, _who_wrote, _sent_when)

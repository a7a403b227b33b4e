"""Descriptions of sounds, and who speaks, as subtitles have them in brackets and before a colon: "(LAUGHS)", "MAN 2:".

They are single words, often in capitals, so a model has nothing to go by.
"""

from reader import late_re as re
from reader.text import NORWEGIAN, Link

_SOUNDS = (
    *(("musikk", "music"), ("musikk spiller", "music playing"), ("temamusikk", "theme music")),
    *(("rolig musikk", "calm music"), ("dramatisk musikk", "dramatic music"), ("munter musikk", "cheerful music")),
    *(("trist musikk", "sad music"), ("spennende musikk", "tense music"), ("popmusikk", "pop music")),
    *(
        ("latter", "laughter"),
        ("applaus", "applause"),
        ("jubel", "cheering"),
        ("latter og applaus", "laughter and applause"),
    ),
    *(("jubel og applaus", "cheering and applause"), ("ler", "laughs"), ("humrer", "chuckles"), ("fniser", "giggles")),
    *(("sukker", "sighs"), ("gråter", "cries"), ("hulker", "sobs"), ("snufser", "sniffles"), ("gisper", "gasps")),
    *(
        ("hvisker", "whispers"),
        ("roper", "shouts"),
        ("skriker", "screams"),
        ("stønner", "groans"),
        ("mumler", "mumbles"),
    ),
    *(("hoster", "coughs"), ("nyser", "sneezes"), ("kremter", "clears throat"), ("puster tungt", "breathes heavily")),
    *(("nynner", "hums"), ("synger", "sings"), ("plystrer", "whistles"), ("snorker", "snores"), ("klapper", "claps")),
    *(
        ("det banker på", "knock at door"),
        ("banking", "knocking"),
        ("dør åpnes", "door opens"),
        ("skritt", "footsteps"),
    ),
    *(("dør lukkes", "door closes"), ("dør smeller", "door slams"), ("døra smeller", "door slams")),
    *(("døren smeller", "door slams"), ("telefonen ringer", "phone rings"), ("telefon ringer", "phone rings")),
    *(("klokka ringer", "bell rings"), ("alarmen går", "alarm sounds"), ("sirener", "sirens"), ("skudd", "gunshot")),
    *(("hund bjeffer", "dog barks"), ("bjeffing", "barking"), ("fuglesang", "birdsong"), ("vind", "wind")),
    *(
        ("eksplosjon", "explosion"),
        ("torden", "thunder"),
        ("stillhet", "silence"),
        ("støy", "noise"),
        ("klikk", "click"),
    ),
    *(("uhørlig", "inaudible"), ("utydelig tale", "indistinct chatter"), ("på engelsk", "in English")),
    *(("på norsk", "in Norwegian"), ("på svensk", "in Swedish"), ("på dansk", "in Danish"), ("på tysk", "in German")),
    *(("på fransk", "in French"), ("på spansk", "in Spanish"), ("på samisk", "in Sami"), ("på russisk", "in Russian")),
)
# What English has besides.
_ALSO_ENGLISH = {
    **{"laughing": "ler", "sighing": "sukker", "crying": "gråter", "sobbing": "hulker", "gasping": "gisper"},
    **{"whispering": "hvisker", "shouting": "roper", "screaming": "skriker", "groaning": "stønner", "sigh": "sukker"},
    **{"coughing": "hoster", "humming": "nynner", "singing": "synger", "whistling": "plystrer", "laugh": "ler"},
    **{"chuckling": "humrer", "giggling": "fniser", "sniffs": "snufser", "yells": "roper", "mumbling": "mumler"},
    **{"knock on door": "det banker på", "knocking on door": "det banker på", "phone ringing": "telefonen ringer"},
    **{"gunshots": "skudd", "gunfire": "skudd", "dog barking": "hund bjeffer", "upbeat music": "munter musikk"},
    **{"cheers and applause": "jubel og applaus", "door shuts": "dør lukkes", "indistinct": "utydelig tale"},
    **{"music plays": "musikk spiller", "siren wailing": "sirener", "thunder rumbling": "torden"},
}
_SPEAKERS = (
    *(("mann", "man"), ("kvinne", "woman"), ("gutt", "boy"), ("jente", "girl"), ("barn", "child"), ("alle", "all")),
    *(("forteller", "narrator"), ("begge", "both"), ("stemme", "voice"), ("mannsstemme", "male voice")),
    *(("kvinnestemme", "female voice"), ("reporter", "reporter"), ("programleder", "host"), ("lege", "doctor")),
    *(("intervjuer", "interviewer"), ("sykepleier", "nurse"), ("politi", "police"), ("betjent", "officer")),
    *(("lærer", "teacher"), ("mor", "mother"), ("far", "father"), ("sjåfør", "driver"), ("pilot", "pilot")),
    *(("folkemengde", "crowd"), ("soldat", "soldier"), ("dommer", "judge"), ("advarsel", "warning")),
    # What stands so before a colon, and nobody who speaks.
    *(("viktig", "important"), ("obs", "note"), ("merk", "note"), ("tips", "tip"), ("kilde", "source")),
    *(("spørsmål", "question"), ("svar", "answer"), ("del", "part"), ("kapittel", "chapter"), ("dag", "day")),
    *(("sesong", "season"), ("episode", "episode"), ("neste uke", "next week"), ("forrige uke", "last week")),
)
_TABLES = {
    "en": (dict(_SOUNDS), dict(_SPEAKERS)),
    "nb": ({en: nb for nb, en in reversed(_SOUNDS)} | _ALSO_ENGLISH, {en: nb for nb, en in _SPEAKERS}),
}
_BRACKETED = re.compile(r"([\[(])\s*([^\[\]()]{2,60}?)\s*([\])])")
_SPEAKER = re.compile(r"([^\W\d_a-zæøå][^\Wa-zæøå]*(?:[ .&'-]{1,2}[^\Wa-zæøå]+){0,4})(?=:\s)")
_NUMBERED = re.compile(r"(.+?)(\s*\d{1,2})?\Z")
# What opens a sentence of subtitles and is not said: dashes, ellipses, notes, signs for another speaker.
_SIGNS = re.compile(r"(?:[-–—‐−]\s*(?=[^\W\d_]|[\"“«'\[(.…♪])|(?:\.{2,}|…)\s*|[♪♫]+\s*|#\s+|>{2,}\s*)+")
_SPACES = re.compile(r":?\s+")
_MUSIC_BEHIND = re.compile(r"(?:\s*[♪♫]+|\s+#)\Z")
_PAUSE_BEHIND = re.compile(r"\s*(?:\.{2,}|…)\Z")


def described_sound(sentence: str, source: str, target: str) -> tuple[str, tuple[Link, ...]] | None:
    """The translation of a sentence that is nothing but a known description in brackets, with its link; else None."""
    found = _BRACKETED.fullmatch(sentence)
    other = _other(found[2], source, target, 0) if found is not None else ""
    if found is None or not other:
        return None
    return f"{found[1]}{other}{found[3]}", ((*found.span(2), len(found[1]), len(found[1]) + len(other), 1.0),)


def unspoken(text: str, language: str, *, inner: bool) -> tuple[int, int]:
    """How much of a sentence of subtitles, or a part of one, is not said: letters at its beginning and its end.

    These are dashes, ellipses, notes, who speaks and known descriptions of sounds. Nothing of a text is that is no
    more than that.

    Args:
        text: the sentence or the part.
        language: a code.
        inner: whether the sentence goes on in the next part: only then an ellipsis behind it is none of its own.
    """
    start = 0
    while (end := _end_of_lead(text, start, language)) > start:
        start = end
    music = _MUSIC_BEHIND.search(text)
    stop = music.start() if music is not None else len(text)
    if inner and (pause := _PAUSE_BEHIND.search(text[:stop])) is not None:
        stop = pause.start()
    return (start, len(text) - stop) if any(map(str.isalpha, text[start:stop])) else (0, 0)


def _end_of_lead(text: str, start: int, language: str) -> int:
    if (signs := _SIGNS.match(text, start)) is not None:
        return signs.end()
    found = _SPEAKER.match(text, start)
    if found is None:
        found = _BRACKETED.match(text, start)
        if found is None or not _other(found[2], language, "nb" if language == "en" else "en", 0):
            return start
    behind = _SPACES.match(text, found.end())
    return behind.end() if behind is not None else start


def unspoken_in(text: str, source: str, target: str) -> str:
    """What is not said before or behind a sentence, in the other language as far as that is known."""
    if not any(map(str.isalpha, text)):
        return text
    text = _BRACKETED.sub(lambda found: f"{found[1]}{_other(found[2], source, target, 0) or found[2]}{found[3]}", text)
    return _SPEAKER.sub(lambda found: _other(found[1], source, target, 1) or found[1], text)


def _other(words: str, source: str, target: str, table: int) -> str:
    """A sound (table 0) or a speaker (1) in the other language, in such letters; "" if it is unknown."""
    to = "en" if source in NORWEGIAN and target == "en" else "nb" if source == "en" and target in ("nb", "no") else ""
    found = _NUMBERED.match(" ".join(words.split()))
    if not to or found is None:
        return ""
    known = _TABLES[to][table].get(found[1].lower(), "")
    if words.isupper():
        known = known.upper()
    elif words[0].isupper():
        known = known[:1].upper() + known[1:]
    return known and known + (found[2] or "")

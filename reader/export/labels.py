"""The words that an export adds, in the language of its readers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from reader.export.markup import one_line
from reader.late_dataclasses import dataclass
from reader.processing import Finding
from reader.text import NAMES

# Set after a sentence: a pencil, and a warning sign in its text (not emoji) form.
EDITED_SIGN = "✎"
WARNED_SIGN = "⚠\ufe0e"


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language, with `{...}` for values.

    Attributes:
        language: its code.
        unsure: that it is not sure whether sentences of a text and of a translation belong together.
        left: how much is not translated, of one paragraph and of more.
        recognised: how many pages were recognised, and by which program, of one page and of more.
        misread: how many words of these may be misread, of one word and of more.
        checked: how many sentences the user has checked, of one and of more.
        alike: how many sentences several packages translate alike.
        warnings: text for each code of `SentencePair.warnings`.
        lost, added, changed: text for a rule that names a word: {word} is not in the translation, is only there, or is
            {instead} there. Of other rules, `named` is the text.
        languages: names of languages by code, as written within a sentence.
    """

    language: str
    not_translated: str
    back: str
    reference: str
    notes: str
    unsure: str
    number: str
    time: str
    original: str
    translation: str
    contents: str
    colophon: str
    source: str
    direction: str
    machine: str
    package: str
    starter: str
    licence: str
    left: tuple[str, str]
    recognised: tuple[str, str]
    misread: tuple[str, str]
    checked: tuple[str, str]
    alike: str
    edited: str
    warned: str
    keys: str
    warnings: Mapping[str, str]
    lost: Mapping[str, str]
    added: Mapping[str, str]
    changed: str
    named: Mapping[str, str]
    languages: Mapping[str, str]
    months: tuple[str, ...]
    day: str

    def date(self, day: date) -> str:
        """A day in words: "22 November 2025"."""
        return self.day.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def told(self, finding: Finding) -> str:
        """What a rule found, in words."""
        if not finding.word:
            return self.warnings.get(finding.rule, finding.rule)
        if finding.instead:
            text = self.changed
        else:
            sided = self.lost if finding.source else self.added
            text = sided.get(finding.rule) or self.named.get(finding.rule) or self.warnings.get(finding.rule, "{word}")
        return text.format(word=_brief(finding.word), instead=_brief(finding.instead))

    def language_name(self, code: str) -> str:
        """The name of language `code`, or the code if it is unknown."""
        return self.languages.get(code, code)


_LONGEST = 60  # code points of a word that is named


def _brief(word: str) -> str:
    """So much of what is named as is needed to find it."""
    word = one_line(word)
    return word if len(word) <= _LONGEST else f"{word[: _LONGEST - 1].rstrip()}…"


_ENGLISH = Labels(
    language="en",
    not_translated="[not translated]",
    back="Back-translation",
    reference="Reference translation",
    notes="Notes",
    unsure="Unsure: these may not belong together",
    number="No.",
    time="Time",
    original="Original",
    translation="Translation",
    contents="Contents",
    colophon="Colophon",
    source="Source: {name}",
    direction="{source} to {target}, {date}",
    machine="Machine translation, made offline with Tospalt {version} and Argos Translate",
    package="Language package: {name} {version}",
    starter="starter package",
    licence="Package licence: {notice}",
    left=("Not translated: {left} of {count} paragraph", "Not translated: {left} of {count} paragraphs"),
    recognised=(
        "The original was read from the image of one page by text recognition ({program}).",
        "The original was read from the images of {count} pages by text recognition ({program}).",
    ),
    misread=("One word may be misread.", "{count} words may be misread."),
    checked=("{checked} of {count} sentence checked", "{checked} of {count} sentences checked"),
    alike="{same} of {count} sentences are translated alike. What differs is underlined.",
    edited="edited sentence",
    warned="sentence in which something looks wrong",
    keys="Point at a sentence to see what it matches. On the keyboard, ↑ and ↓ move by sentence, ← and → by word.",
    warnings={
        "number": "a number differs",
        "repetition": "something is repeated",
        "short": "much shorter",
        "long": "much longer",
        "length": "much shorter or longer",
        "untranslated": "not translated",
        "verbatim": "code or other fixed text is missing",
        "negation": "a negation is missing or was added",
        "name": "a name differs",
        "quotation": "a quotation is not opened or not closed",
        "bracket": "a bracket is not opened or not closed",
        "speed": "too much text for the time it is shown",
        "lines": "too much text for two lines",
        "word": "a word is in no dictionary",
    },
    lost={
        "number": "the number “{word}” is missing",
        "negation": "the negation “{word}” is missing",
        "name": "the name “{word}” is missing",
        "verbatim": "“{word}” is missing, but must stay unchanged",
    },
    added={
        "number": "the number “{word}” is not in the original",
        "negation": "the negation “{word}” is not in the original",
        "name": "the name “{word}” is not in the original",
        "word": "“{word}” is in no dictionary",
    },
    changed="“{word}” has become “{instead}”",
    named={
        "repetition": "“{word}” is repeated",
        "untranslated": "“{word}” is not translated",
        "speed": "{word} characters a second, too fast to be read",
        "lines": "{word} lines, more than there is room for",
    },
    languages=NAMES,
    months=(
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    day="{day} {month} {year}",
)

_BOKMAL = Labels(
    language="nb",
    not_translated="[ikke oversatt]",
    back="Tilbakeoversettelse",
    reference="Referanseoversettelse",
    notes="Notater",
    unsure="Usikkert: Disse hører kanskje ikke sammen",
    number="Nr.",
    time="Tid",
    original="Original",
    translation="Oversettelse",
    contents="Innhold",
    colophon="Kolofon",
    source="Kilde: {name}",
    direction="Fra {source} til {target}, {date}",
    machine="Maskinoversettelse, laget frakoblet med Tospalt {version} og Argos Translate",
    package="Språkpakke: {name} {version}",
    starter="startpakke",
    licence="Pakkens lisens: {notice}",
    left=("Ikke oversatt: {left} av {count} avsnitt", "Ikke oversatt: {left} av {count} avsnitt"),
    recognised=(
        "Originalen er lest fra bildet av én side med tekstgjenkjenning ({program}).",
        "Originalen er lest fra bildene av {count} sider med tekstgjenkjenning ({program}).",
    ),
    misread=("Ett ord kan være lest feil.", "{count} ord kan være lest feil."),
    checked=("{checked} av {count} setning sjekket", "{checked} av {count} setninger sjekket"),
    alike="{same} av {count} setninger er oversatt likt. Det som er ulikt, er understreket.",
    edited="redigert setning",
    warned="setning der noe ser galt ut",
    keys="Pek på en setning for å se hva den svarer til. På tastaturet flytter ↑ og ↓ deg en setning, ← og → et ord.",
    warnings={
        "number": "et tall er endret",
        "repetition": "noe er gjentatt",
        "short": "mye kortere",
        "long": "mye lengre",
        "length": "mye kortere eller lengre",
        "untranslated": "ikke oversatt",
        "verbatim": "kode eller annen fast tekst mangler",
        "negation": "en nektelse mangler eller er lagt til",
        "name": "et navn er endret",
        "quotation": "et sitat er ikke åpnet eller ikke lukket",
        "bracket": "en parentes er ikke åpnet eller ikke lukket",
        "speed": "for mye tekst for tiden den vises",
        "lines": "for mye tekst for to linjer",
        "word": "et ord står ikke i noen ordbok",
    },
    lost={
        "number": "tallet «{word}» mangler",
        "negation": "nektelsen «{word}» mangler",
        "name": "navnet «{word}» mangler",
        "verbatim": "«{word}» mangler, men skal stå uendret",
    },
    added={
        "number": "tallet «{word}» står ikke i originalen",
        "negation": "nektelsen «{word}» står ikke i originalen",
        "name": "navnet «{word}» står ikke i originalen",
        "word": "«{word}» står ikke i noen ordbok",
    },
    changed="«{word}» er blitt til «{instead}»",
    named={
        "repetition": "«{word}» er gjentatt",
        "untranslated": "«{word}» er ikke oversatt",
        "speed": "{word} tegn i sekundet, for fort til å leses",
        "lines": "{word} linjer, mer enn det er plass til",
    },
    languages={
        **{"nb": "norsk bokmål", "nn": "norsk nynorsk", "da": "dansk", "sv": "svensk", "en": "engelsk"},
        **{"ar": "arabisk", "de": "tysk", "es": "spansk", "fi": "finsk", "fr": "fransk", "is": "islandsk"},
        **{"it": "italiensk", "ja": "japansk", "nl": "nederlandsk", "pl": "polsk", "pt": "portugisisk"},
        **{"ru": "russisk", "uk": "ukrainsk", "zh": "kinesisk"},
        **{"sq": "albansk", "az": "aserbajdsjansk", "eu": "baskisk", "bn": "bengali", "bg": "bulgarsk"},
        **{"ca": "katalansk", "zt": "kinesisk (tradisjonell)", "cs": "tsjekkisk", "eo": "esperanto", "et": "estisk"},
        **{"gl": "galisisk", "el": "gresk", "he": "hebraisk", "hi": "hindi", "hu": "ungarsk"},
        **{"id": "indonesisk", "ga": "irsk", "ko": "koreansk", "ky": "kirgisisk", "lv": "latvisk"},
        **{"lt": "litauisk", "ms": "malayisk", "fa": "persisk", "pb": "portugisisk (Brasil)", "ro": "rumensk"},
        **{"sk": "slovakisk", "sl": "slovensk", "tl": "tagalog", "th": "thai", "tr": "tyrkisk"},
        **{"ur": "urdu", "fo": "færøysk", "la": "latin", "se": "nordsamisk"},
    },
    months=(
        *("januar", "februar", "mars", "april", "mai", "juni", "juli"),
        *("august", "september", "oktober", "november", "desember"),
    ),
    day="{day}. {month} {year}",
)

_LABELS = {
    "en": _ENGLISH,
    "nb": _BOKMAL,
    # Their readers know Bokmål or English; only what stands within the text is in their own language.
    "nn": replace(_BOKMAL, not_translated="[ikkje omsett]"),
    "da": replace(_ENGLISH, not_translated="[ikke oversat]"),
    "sv": replace(_ENGLISH, not_translated="[inte översatt]"),
}


def labels_for(language: str) -> Labels:
    """The words for readers of the language with code `language`; English if there are none."""
    return _LABELS.get(language, _ENGLISH)

"""Tokens that are not language, made up by class, and sentences with such tokens in them.

Written from what each class is, not from the rules that find tokens, so that both can be wrong on their own.
"""

import random
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from string import ascii_letters, ascii_lowercase, digits, hexdigits

from reader.text import word_spans

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"  # around what a document marks as code and the like
_STEMS = ("rapport", "build", "main", "data", "notes", "index", "modell", "setup", "kunde", "test", "export", "config")
_ENDINGS = ("txt", "py", "docx", "tar.gz", "json", "csv", "html", "png", "yml", "md")
_HOSTS = ("nrk.no", "example.com", "docs.python.org", "uio.no", "github.com", "api.met.no")
# With joiners, skin tones, flags, variants and key caps.
_EMOJI = (
    *("😆", "😀", "🎉", "👍🏽", "👩\u200d🚀", "🇳🇴", "❤️", "🚀", "🔥", "👨\u200d👩\u200d👧", "☀️", "✅", "🐟"),
    *("🤷\u200d♀️", "5️⃣", "🏳️\u200d🌈", "🍕", "😭", "🙏🏼", "☕", "🎄", "🧡", "⚽"),
)
_TRIES = 200  # for each token: where few are left, most are made again
_NAMES = ("navn", "count", "user_id", "total", "x", "dato", "first_name", "n")


@dataclass(frozen=True, slots=True)
class Made:
    """A token: its class, its text, and what must stand for it where a decimal point or comma is written."""

    kind: str
    text: str
    points: str
    commas: str

    def in_language(self, language: str) -> str:
        """As it must be written in "nb" or "en"."""
        return self.commas if language == "nb" else self.points


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence with tokens.

    Attributes:
        text: the sentence.
        tokens: in order.
        starts: where each begins in the text.
        plain: the same sentence without tokens.
        named: the words in place of which a token stands; "" where it was added.
        reference: a translation of `plain`; "" if there is none.
    """

    text: str
    tokens: tuple[Made, ...]
    starts: tuple[int, ...]
    plain: str
    named: tuple[str, ...]
    reference: str = ""


def tokens(count: int, seed: int = 1) -> list[Made]:
    """So many tokens of each class, none twice.

    Raises:
        ValueError: a class has fewer.
    """
    chance = random.Random(seed)
    made: list[Made] = []
    for kind, make in MAKERS.items():
        of_kind: dict[str, Made] = {}
        for _ in range(count * _TRIES):
            points, commas = _both(make(chance))
            of_kind[points] = Made(kind, "", points, commas)
            if len(of_kind) == count:
                break
        else:
            raise ValueError(f"Not as many as {count} of {kind}: {len(of_kind)}.")
        made += of_kind.values()
    return made


def _both(text: str | tuple[str, str]) -> tuple[str, str]:
    return text if isinstance(text, tuple) else (text, text)


def samples(
    made: Sequence[Made], pairs: Sequence[tuple[str, str]], language: str, seed: int = 1, per: Sequence[int] = (1, 2, 3)
) -> Iterator[Sample]:
    """Sentences with all tokens, so many in each in turn, placed in all ways in turn.

    Args:
        made: the tokens.
        pairs: sentences and their translations ("" if unknown).
        language: of the sentences, "nb" or "en".
        seed: of chance.
        per: how many tokens go into the first sentence, the second, and so on.
    """
    chance = random.Random(seed)
    left = list(made)
    chance.shuffle(left)
    choice = chance.sample(list(pairs), len(pairs))
    ways = ("name", "middle", "name", "end", "bracket", "name", "start", "behind")
    number = 0
    for source, reference in choice:
        if not left:
            return
        count = per[number % len(per)]
        sites = list(_sites(source, reference, ways[number % len(ways)], chance, count))
        if len(sites) < count:
            continue
        number += 1
        taken = [left.pop() for _ in range(min(count, len(left)))]
        yield _filled(source, reference, sorted(sites[: len(taken)]), taken, language)


_Site = tuple[int, int, str, str]  # span that the token replaces, and what is written before and behind it


def _sites(source: str, reference: str, way: str, chance: random.Random, count: int) -> Iterator[_Site]:
    """Where tokens can stand in a sentence, chosen by chance; the first in this way, others inside it."""
    if way == "name" and reference:
        yield from ((a, b, "", "") for a, b in _named(source, reference)[:count])
        return
    body = len(source.rstrip('.!?"»”)'))
    words = [span for span in word_spans(source) if span[1] < body]
    gaps = [end for (_, end), (start, _) in pairwise(words) if source[end:start] == " "]
    if way == "start":
        yield (0, 0, "", ": ")
    if way == "end":
        yield (body, body, " ", "")
    if way == "behind":
        yield (len(source), len(source), " ", "")
    around = (" (", ")") if way == "bracket" else (" ", "")
    yield from ((gap, gap, *around) for gap in chance.sample(gaps, min(len(gaps), count)))


def _named(source: str, reference: str) -> list[tuple[int, int]]:
    """Names and figures that stand once in both texts."""
    words = [source[slice(*span)] for span in word_spans(source)]
    others = [reference[slice(*span)] for span in word_spans(reference)]
    return [
        span
        for span, word in zip(word_spans(source), words, strict=True)
        if (word[0].isupper() or word.isdigit())
        and len(word) > 1
        and words.count(word) == others.count(word) == 1
        and source.count(word) == reference.count(word) == 1
    ]


def _filled(source: str, reference: str, sites: Sequence[_Site], made: Sequence[Made], language: str) -> Sample:
    parts, starts, named, end, length = [], [], [], 0, 0
    for (first, last, before, behind), token in zip(sites, made, strict=True):
        text = token.in_language(language)
        parts += [source[end:first], before, text, behind]
        starts.append(length + first - end + len(before))
        length += first - end + len(before) + len(text) + len(behind)
        named.append(source[first:last])
        end = last
    chosen = tuple(Made(t.kind, t.in_language(language), t.points, t.commas) for t in made)
    return Sample("".join(parts) + source[end:], chosen, tuple(starts), source, tuple(named), reference)


# ---- What each class looks like ----


def _word(chance: random.Random, letters: str, low: int, high: int) -> str:
    return "".join(chance.choice(letters) for _ in range(chance.randint(low, high)))


def _number(chance: random.Random, low: int, high: int) -> str:
    return str(chance.randint(low, high))


def _signed(text: str) -> str:
    return f"{_OPEN}{text}{_CLOSE}"


def _code(chance: random.Random) -> str:
    shapes = ("git {} --force", "ls -la /var/{}", 'print("{} her")', "{}()", "SELECT * FROM {}", "{} = 3.5", "--{}")
    return _signed(chance.choice(shapes).format(chance.choice(_STEMS)))


def _keyboard(chance: random.Random) -> str:
    return _signed(chance.choice(("Enter", "Lagre", "Esc", "Slett alt", "F5", "Tab", "OK")) + _number(chance, 1, 99))


def _maths(chance: random.Random) -> str:
    return _signed(
        chance.choice((r"\frac{{{}}}{{n}}", "x^{{{}}} + y", r"\alpha_{}", "a < {}")).format(_number(chance, 1, 99))
    )


def _braces(chance: random.Random) -> str:
    shape = chance.choice(("{{{{{}}}}}", "{{{{ {} }}}}", "{{{}}}", "{{{}:.2f}}", "{{{}}}"))
    return shape.format(chance.choice((*_NAMES, "0", "1")) + chance.choice(("", "", "_2", "3")))


def _percent(chance: random.Random) -> str:
    shapes = (
        "%s",
        "%d",
        "%({})s",
        "%({})d",
        "%1$s",
        "%2$d",
        "%.2f",
        "${{{}}}",
        "#{{{}}}",
        "${{{}}}",
        "%@",
        "%-10s",
        "%5d",
    )
    return chance.choice(shapes).format(chance.choice(_NAMES))


def _markup(chance: random.Random) -> str:
    return chance.choice(("<{}>", "</{}>", "<{}/>")).format(
        chance.choice((*_NAMES, "br", "b", "stopp", "div", "em", "li"))
    )


def _emoji(chance: random.Random) -> str:
    return chance.choice(_EMOJI)


def _hashtag(chance: random.Random) -> str:
    return (
        "#"
        + chance.choice(("norge", "17mai", "OsloBy", "påtur", "TBT", "science", "no_filter", "ski", "bok"))
        + chance.choice(("", "2024", "Dag"))
    )


def _handle(chance: random.Random) -> str:
    return (
        "@"
        + chance.choice(("ola", "kari_n", "NRKno", "per.hansen", "the_dev", "lise"))
        + chance.choice(("", "7", "99", "_no"))
    )


def _colour(chance: random.Random) -> str:
    return "#" + _word(chance, "0123456789ABCDEF", 1, 1) + "A" + _word(chance, "0123456789ABCDEF", 4, 4)


def _version(chance: random.Random) -> str:
    base = f"{chance.randint(0, 9)}.{chance.randint(0, 20)}.{chance.randint(0, 30)}"
    return chance.choice(("v", "")) + base + chance.choice(("", "-beta.3", "-rc1", "+build7", "-alpha"))


def _checksum(chance: random.Random) -> str:
    return "4f" + _word(chance, hexdigits.lower()[:16], 30, 62)


def _uuid(chance: random.Random) -> str:
    return str(uuid.UUID(int=chance.getrandbits(128), version=4))


def _mail(chance: random.Random) -> str:
    return f"{chance.choice(_STEMS)}.{_word(chance, ascii_lowercase, 3, 7)}@{chance.choice(_HOSTS)}"


def _web(chance: random.Random) -> str:
    path = f"{chance.choice(_STEMS)}/{_word(chance, ascii_lowercase, 3, 8)}"
    return chance.choice(("https://{}/{}?id=7", "www.{}/{}", "http://{}:8080/{}", "{}/{}")).format(
        chance.choice(_HOSTS), path
    )


def _network(chance: random.Random) -> str:
    four = ".".join(_number(chance, 1, 254) for _ in range(4))
    six = f"2001:db8:{_word(chance, '123456789abcdef', 2, 4)}::{chance.randint(1, 9)}"
    mac = ":".join(_word(chance, "0123456789abcdef", 2, 2) for _ in range(6))
    return chance.choice((four, f"{four}:443", f"{four}/24", six, mac))


def _keys(chance: random.Random) -> str:
    return (
        chance.choice(("Ctrl+{}", "Ctrl+Shift+{}", "Alt+F{}", "Cmd+{}", "⌘{}"))
        .replace("F{}", "F" + _number(chance, 1, 12))
        .format(chance.choice("ABCDEGKLMNPQRSTUVWXYZ"))
    )


def _file(chance: random.Random) -> str:
    return chance.choice(_STEMS) + chance.choice(("", "_2", "-v3", "2024")) + "." + chance.choice(_ENDINGS)


def _path(chance: random.Random) -> str:
    stem, name = chance.sample(_STEMS, 2)
    return chance.choice(
        (
            f"/usr/lib/{stem}/{name}",
            f"C:\\{stem}\\{name}.txt",
            f"~/{stem}/{name}",
            f"src/{stem}/{name}.py",
            f"./{stem}.sh",
        )
    )


def _formula(chance: random.Random) -> str:
    n = chance.choice("234567")
    fixed = (
        "H₂O",
        "CO₂",
        "E = mc²",
        "x² + y² = z²",
        "C₆H₁₂O₆",
        "Na⁺",
        "SO₄²⁻",
        "10⁻³",
        "a² + b²",
        "∑xᵢ",
        "CO2",
        "H2O",
        "C6H12O6",
        "NaHCO3",
    )
    return chance.choice((*fixed, f"C{n}H{n}", f"x^{n} + {n}y", f"y = {n}x + 1", "CH₃(CH₂)ₙCOOH"))


def _section(chance: random.Random) -> str:
    shapes = ("§ {}", "§ {}-{}", "§§ {}–1{}", "§{}.{}")
    return chance.choice(shapes).format(_number(chance, 1, 40), _number(chance, 1, 30))


def _account(chance: random.Random) -> str:
    def figures(*sizes: int) -> list[str]:
        return [_word(chance, "123456789", size, size) for size in sizes]

    phone = "+47 {} {} {} {}".format(*figures(2, 2, 2, 2))
    toll = "800 {} {}".format(*figures(2, 3))
    account = "{}.{}.{}".format(*figures(4, 2, 5))
    iban = "NO{} {} {} {}".format(*figures(2, 4, 4, 3))
    return chance.choice((phone, toll, account, iban))


def _quantity(chance: random.Random) -> tuple[str, str]:
    shapes = (
        "−{}.{} °C",
        "{}.{} km",
        "{}.{} m²",
        "½ kg",
        "±{}.{} mm",
        "{}.{} × 10⁻³",
        "{}.{} kWh",
        "{} 3/4 l",
        "−{}",
        "{}.{} mg/l",
    )
    text = chance.choice(shapes).format(_number(chance, 2, 99), _number(chance, 1, 9))
    return text, text.replace(".", ",")


def _long(chance: random.Random) -> str:
    return _word(
        chance,
        *chance.choice(((ascii_letters + digits + "+/", 120, 400), ("ACGT", 110, 600), ("0123456789abcdef", 110, 300))),
    )


def _script(chance: random.Random) -> str:
    greek = ("Αριστοτέλης", "Νίκος Καζαντζάκης", "Ελλάδα", "Οδύσσεια", "φιλοσοφία", "Μαρία", "Σωκράτης")
    chinese = ("红楼梦", "道德经", "北京", "三国演义", "東京", "ありがとう", "さくら")
    cyrillic = ("Чайковский", "Война и мир", "Москва", "Правда", "Анна Каренина", "Київ", "привет")
    return chance.choice(greek + chinese + cyrillic)


MAKERS: dict[str, Callable[[random.Random], str | tuple[str, str]]] = {
    "code": _code,
    "keyboard": _keyboard,
    "maths": _maths,
    "braces": _braces,
    "percent": _percent,
    "markup": _markup,
    "emoji": _emoji,
    "hashtag": _hashtag,
    "handle": _handle,
    "colour": _colour,
    "version": _version,
    "checksum": _checksum,
    "uuid": _uuid,
    "mail": _mail,
    "web": _web,
    "network": _network,
    "keys": _keys,
    "file": _file,
    "path": _path,
    "formula": _formula,
    "section": _section,
    "account": _account,
    "quantity": _quantity,
    "long": _long,
    "script": _script,
}

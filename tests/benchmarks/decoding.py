"""How often the encoding of a text is told: `python -m tests.benchmarks.decoding [FOLDER]`.

Texts of 50 to 5,000 characters with at least two letters outside ASCII are cut from the files (UTF-8) in FOLDER, by
default the bundled documents, between sentences made of words with letters and signs of other languages. Each is
written in every encoding that has all its letters. Right is a text equal to what was written, where a broken place may
be U+FFFD; silent is a wrong one of which nothing is said.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from reader.errors import DocumentError
from reader.formats import decode
from reader.formats.seven_bits import as_iso_646
from reader.paths import SEEDS

TEXTS = 200
_MADE = (
    "Vi møttes på kaféen i Zürich klokka åtte.",
    "«Hvor ble det av Øyvind?» spurte hun – og lo.",
    "Müller og Sjögren kjøpte crème brûlée til ære for André.",
    "The naïve façade cost 35 £, or about 40 €, at the café.",
    "“Don’t go,” said Zoë, “the rôle isn’t yours …”",
    "BLÅBÆR OG RØDE EPLER, ÅPENT HVER DAG",
    "Temperaturen sank til −12 °C, jf. § 4 i avtalen.",
    "Ådne fra Ås så åtte ærfugler ved Ærø.",
    "Kaféer på Karl Johan serverer smørbrød à 89 kroner.",
    "His résumé mentions Malmö, Åbo and Tromsø.",
)
Bytes = Callable[[str, random.Random], tuple[bytes, str]]


def _plain(encoding: str) -> Bytes:
    return lambda text, _: (text.encode(encoding), text)


def _broken(text: str, chance: random.Random) -> tuple[bytes, str]:
    """One to five letters in Windows-1252, or cut, among UTF-8; at least half of the letters stay whole."""
    letters = [i for i, char in enumerate(text) if ord(char) > 127 and char.isalpha()]
    chosen = chance.sample(letters, min(chance.randint(1, 5), max(len(letters) // 2, 1)))
    data, right = bytearray(), []
    for i, char in enumerate(text):
        if i not in chosen:
            data += char.encode()
            right.append(char)
        elif chance.random() < 0.5 and char.encode("cp1252", "ignore"):
            data += char.encode("cp1252")
            right.append(char)
        else:
            data += char.encode()[:-1]
            right.append("\ufffd")
    return bytes(data), "".join(right)


def _partly_twice(text: str, chance: random.Random) -> tuple[bytes, str]:
    """Some lines, or else words, in UTF-8 taken for Windows-1252."""
    sign = "\n" if "\n" in text else " "
    pieces = [_western(s.encode()) if chance.random() < 0.3 else s for s in text.split(sign)]
    return sign.join(pieces).encode(), text


def _twice_with_loss(text: str, _: random.Random) -> tuple[bytes, str]:
    """What Windows-1252 has no letter for is lost."""
    return text.encode().decode("cp1252", "ignore").encode(), text


def _boxed(encoding: str) -> Bytes:
    """A DOS text below a heading in a drawn box."""

    def written(text: str, chance: random.Random) -> tuple[bytes, str]:
        across, corners = chance.choice([("═", "╔╗╚╝║"), ("─", "┌┐└┘│")])
        line, down = across * chance.randint(3, 60), corners[4]
        top, bottom = f"{corners[0]}{line}{corners[1]}", f"{corners[2]}{line}{corners[3]}"
        text = f"{top}\n{down}{' ' * len(line)}{down}\n{bottom}\n{text}"
        return text.encode(encoding), text

    return written


def _seven_bits(text: str, _: random.Random) -> tuple[bytes, str]:
    if set("{|}[\\]") & set(text):
        raise UnicodeError
    return as_iso_646(text).encode("ascii"), text


KINDS: dict[str, Bytes] = {
    "UTF-8, broken": _broken,
    "UTF-16 LE": _plain("utf-16-le"),
    "UTF-16 BE": _plain("utf-16-be"),
    "Windows-1252": _plain("cp1252"),
    "ISO 8859-1": _plain("iso8859-1"),
    "ISO 8859-10": _plain("iso8859-10"),
    "ISO 8859-15": _plain("iso8859-15"),
    "MacRoman": _plain("mac-roman"),
    "CP850": _plain("cp850"),
    "CP865": _plain("cp865"),
    "CP850, box": _boxed("cp850"),
    "CP865, box": _boxed("cp865"),
    "ISO 646-NO": _seven_bits,
    "UTF-8 twice": lambda text, _: (text.encode().decode("latin-1").encode(), text),
    "UTF-8 twice (1252)": lambda text, _: (_western(text.encode()).encode(), text),
    "UTF-8 partly twice": _partly_twice,
    "UTF-8 twice, lost": _twice_with_loss,
}


def _western(data: bytes) -> str:
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in data)


def texts(folder: Path, chance: random.Random) -> Iterator[str]:
    """Texts without end."""
    sentences = [s for path in sorted(folder.glob("*")) if path.is_file() for s in _sentences(path)]
    while True:
        length = round(50 * 100 ** chance.random())
        start = chance.randrange(len(sentences))
        pieces: list[str] = []
        while sum(map(len, pieces)) + len(pieces) < length:
            pieces.append(chance.choice(_MADE) if chance.random() < 0.1 else sentences[start % len(sentences)])
            start += 1
        text = chance.choice(["\n", " ", "\n\n"]).join(pieces)[:length]
        if len(text) >= 50 and sum(ord(char) > 127 and char.isalpha() for char in text) >= 2:
            yield text


def _sentences(path: Path) -> list[str]:
    return [s.strip() for s in re.split(r"\n|(?<=[.!?]) ", path.read_text("utf-8")) if s.strip()]


def main() -> None:
    """Print a table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SEEDS
    wrong: list[str] = []
    for name, written in KINDS.items():
        counts, source, chance = Counter[str](), texts(folder, random.Random(name)), random.Random(1)
        while counts.total() < TEXTS:
            text = next(source)
            try:
                data, right = written(text, chance)
            except UnicodeError:  # it has not all the letters
                continue
            verdict = _verdict(data, right)
            counts[verdict] += 1
            if verdict == "silent":
                wrong.append(f"{name}: {right[:70]!r}")
        print(f"{name:20}", *(f"{key} {counts[key]:4}" for key in ("right", "told", "refused", "silent")))
    print(*wrong[:40], sep="\n")


def _verdict(data: bytes, right: str) -> str:
    try:
        found = decode(data, "x")
    except DocumentError:
        return "refused"
    if found.text == right:
        return "right"
    return "told" if found.repaired else "silent"


if __name__ == "__main__":
    main()

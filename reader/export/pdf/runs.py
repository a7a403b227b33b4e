"""Text as runs for the Typst template: where lines may break, what is not hyphenated, what has no glyph.

A run is a plain string, or a dictionary of `parts` (lines may break between them), `styles` and `href`, and where
there is one its `language`.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, chain, groupby, pairwise

from reader import late_re as re
from reader.export.blocks import Piece
from reader.export.markup import clean
from reader.export.unicode_numbers import unicode_numbers
from reader.text import language_tag

Run = str | dict[str, object]

_INDENT = re.compile(r"^\t+", re.MULTILINE)

# Addresses and file names, where a hyphen at the end of a line would be read as part of them.
_UNHYPHENATED = re.compile(r"://|www\.|\w@\w|\w_\w")
_TOKEN = re.compile(r"\S+")
# All of those contain one of these; this test takes a tenth of the time.
_IN_ADDRESSES = re.compile(r"://|www\.|[@_]")

# Words longer than this may not fit on a line, and hyphenation knows nothing of addresses.
_LONG = 30
_LONG_TOKEN = re.compile(rf"\S{{{_LONG},}}")
_LONGEST_WORD = 36
_BREAK_BEHIND = re.compile(r"(?<=[/?&=._,;:@#%+~|\\)\]}–—-])(?=[^/\s])")
_CHUNK = re.compile(r"[\s\S]{1,8}[\u0300-\u036f\u200d\ufe00-\ufe0f]*")
_UNBROKEN = 16


def runs_of(pieces: Iterable[Piece], missing: Collection[str], *styles: str) -> list[Run]:
    """Pieces of text as runs with `styles` added; `missing` are the characters that no font has."""
    return [
        _run(_breakable(part), [*sorted(piece.kinds), *styles, *extra], piece.href, piece.language)
        for piece in pieces
        for shown, absent in _shown(piece.text, missing)
        # Every second part is an address.
        for number, part in enumerate(_around_addresses(shown))
        if part
        for extra in [["missing"] * absent + ["address"] * (number % 2)]
    ]


def _around_addresses(text: str) -> list[str]:
    """`text` in parts, every second of which is an address, file name, key or the like."""
    if not _IN_ADDRESSES.search(text) and not _LONG_TOKEN.search(text):
        return [text]
    found = [token.span() for token in _TOKEN.finditer(text) if _is_unhyphenated(token[0])]
    edges = [0, *chain.from_iterable(found), len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


def _is_unhyphenated(token: str) -> bool:
    """Whether a hyphen at a line end would be read as part of it; long words of letters alone may be hyphenated."""
    return _UNHYPHENATED.search(token) is not None or (len(token) > _LONGEST_WORD and not token.isalpha())


def one_line(text: str, missing: Collection[str]) -> str:
    """`text` on one line, with Unicode numbers for characters without a glyph."""
    return " ".join("".join(part for part, _ in _shown(clean(text), missing)).split())


def styled(text: str, style: str) -> Run:
    """A run of text that the program adds."""
    return _run([text], [style], "")


def _run(parts: Sequence[str], styles: Sequence[str], href: str, language: str = "") -> Run:
    if not styles and not href and len(parts) == 1 and "\n" not in parts[0]:
        return parts[0]
    run: dict[str, object] = {"parts": parts, "styles": styles, "href": href}
    return {**run, "language": language_for_typst(language)} if language else run


def language_for_typst(code: str) -> dict[str, str]:
    """The language with code `code`: its code of two or three letters, and a region or ""."""
    tag, _, region = language_tag(code, region=True).partition("-")
    return {"lang": tag, "region": region}


def _shown(text: str, missing: Collection[str]) -> Iterator[tuple[str, bool]]:
    """Parts of `text`, and whether each is the numbers of characters that cannot be shown."""
    if "\t" in text:
        text = _INDENT.sub(lambda tabs: "    " * len(tabs[0]), text).replace("\t", " ")
    if not missing:
        yield text, False
        return
    for absent, characters in groupby(text, key=missing.__contains__):
        part = "".join(characters)
        yield (_numbers(part) if absent else part), absent


def _breakable(text: str) -> list[str]:
    """Cut long words and addresses where lines may break; joined, the parts are `text`."""
    if len(text) < _LONG:
        return [text]
    edges = [0]
    for token in _LONG_TOKEN.finditer(text):
        *cuts, _ = accumulate(map(len, _cuts(token[0])), initial=token.start())
        edges += cuts[1:]
    return [text[start:end] for start, end in pairwise([*edges, len(text)])]


def _cuts(token: str) -> list[str]:
    if token.isalpha() and len(token) <= _LONGEST_WORD:
        return [token]
    pieces = [_CHUNK.findall(p) if len(p) > _UNBROKEN else [p] for p in _BREAK_BEHIND.split(token)]
    return list(chain.from_iterable(pieces))


def _numbers(characters: str) -> str:
    """Characters by their Unicode numbers: "[U+4E2D U+6587]"."""
    return f"[{unicode_numbers(characters)}]"

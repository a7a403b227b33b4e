"""UTF-8 with broken places."""

from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from reader import late_re as re
from reader.errors import Message, plural
from reader.formats.encodings import text_cost
from reader.formats.letter_costs import fits

_ESCAPED = re.compile("[\udc80-\udcff]+")
_SHOWN_LINES = 5
# What a broken place costs, and each sign for what is unreadable in one, beside letters that do not belong.
_BROKEN = 5.0
# Nothing shows that it is UTF-8: any other encoding that makes sense is it.
_NO_UTF8 = 1e6
_WHOLE = re.compile("[^\0-\x7f\udc80-\udcff]")
# "Ã" and "Â" as capitals within words are what UTF-8 looks like, never letters of these languages.
_OF_UTF8 = frozenset("ÃÂâð")


class Mended(NamedTuple):
    """A text with what was broken in it put right, the sentences that say so, and what it costs to read it so."""

    text: str
    told: tuple[Message, ...]
    cost: float


def mended(data: bytes, *, costed: bool = False) -> Mended:
    """UTF-8 with broken places.

    A byte that is the Windows-1252 for a letter or sign that goes with its neighbours, as from a pasted line, is that
    one; any other is U+FFFD, one for each that Unicode's recommended practice makes.
    """
    escaped = data.decode("utf-8", "surrogateescape")
    found: list[tuple[int, bool]] = []
    pieces: list[str] = []
    end = 0
    for run in _ESCAPED.finditer(escaped):
        letters = _western(escaped, run)
        found.append((run.start(), bool(letters)))
        pieces += escaped[end : run.start()], letters or _bytes_of(run).decode("utf-8", "replace")
        end = run.end()
    text = "".join([*pieces, escaped[end:]])
    if not costed:
        return Mended(text, told(escaped, found), 0.0)
    unreadable = text.count("\ufffd") - escaped.count("\ufffd")
    left = _BROKEN * (sum(whole for _, whole in found) + unreadable)
    if not _WHOLE.search(escaped):
        left += _NO_UTF8
    return Mended(text, told(escaped, found), left + text_cost(text.replace("\ufffd", "")))


def replaced(data: bytes, encoding: str) -> Mended:
    """The text in another encoding, with U+FFFD for what is no letter of it."""
    text = data.decode(encoding, "replace")
    # What it had itself is no damage.
    before = text.count("\ufffd") and data.decode(encoding, "ignore").count("\ufffd")
    places = [(found.start(), False) for found in re.finditer("\ufffd+", text)] if text.count("\ufffd") > before else []
    return Mended(text, told(text, places), _BROKEN * len(places))


def told(text: str, places: Iterable[tuple[int, bool]]) -> tuple[Message, ...]:
    """How many places were unreadable, how many were mended, and the first lines with one."""
    lines = Lines(text)
    mended_at: list[int] = []
    broken_at: list[int] = []
    for place, whole in places:
        (mended_at if whole else broken_at).append(lines.number(place))
    told = []
    if broken_at:
        told.append(
            plural(
                len(broken_at),
                "{count} place could not be read and is shown as “\ufffd” ({where}).",
                "{count} places could not be read and are shown as “\ufffd” ({where}).",
                where=listed(broken_at),
            )
        )
    if mended_at:
        told.append(
            plural(
                len(mended_at),
                "{count} place was in another encoding (Windows-1252) and has been repaired ({where}).",
                "{count} places were in another encoding (Windows-1252) and have been repaired ({where}).",
                where=listed(mended_at),
            )
        )
    return tuple(told)


def listed(lines: Iterable[int]) -> Message:
    """The first different ones of rising numbers of lines, for people: "lines 1, 3"."""
    different = list(dict.fromkeys(lines))
    listed = ", ".join(map(str, islice(different, _SHOWN_LINES))) + (" …" if len(different) > _SHOWN_LINES else "")
    return plural(len(different), "line {lines}", "lines {lines}", lines=listed)


class Lines:
    """Numbers of lines for rising places in a text."""

    def __init__(self, text: str) -> None:
        self._text, self._place, self._line = text, 0, 1
        self._end = "\n" if "\n" in text else "\r"

    def number(self, place: int) -> int:
        """The line of a place, from 1."""
        self._line += self._text.count(self._end, self._place, place)
        self._place = place
        return self._line


def _bytes_of(run: re.Match[str]) -> bytes:
    return run[0].encode("utf-8", "surrogateescape")


def _western(text: str, run: re.Match[str]) -> str:
    """The letters of Windows-1252 that a run of broken bytes is; "" if these do not go with what is around them."""
    letters = _bytes_of(run).decode("cp1252", "replace")
    if not _OF_UTF8.isdisjoint(letters):
        return ""
    around = f"{_neighbour(text, run.start() - 1)}{letters}{_neighbour(text, run.end())}"
    return letters if all(fits(*around[i : i + 3]) for i in range(len(letters))) else ""


def _neighbour(text: str, place: int) -> str:
    return text[place] if 0 <= place < len(text) else " "

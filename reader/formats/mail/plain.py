"""The text of a mail without mark-up: paragraphs that flow (RFC 3676), signatures, and what is packed in it."""

from collections.abc import Iterator

from reader import late_re as re
from reader.formats.decoding import in_lines
from reader.formats.parsed import Parsed
from reader.formats.plaintext import parse_plain_text
from reader.late_dataclasses import dataclass
from reader.text import Kind, Paragraph

_QUOTED = re.compile(r">*")
_SIGNATURE = re.compile(r"^-- ?\n", re.MULTILINE)
_SIGNED = re.compile(r"^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*\n(?:[A-Za-z-]{1,40}: [^\n]*\n)*", re.MULTILINE)
_PGP_SIGNATURE = "-----BEGIN PGP SIGNATURE-----", "-----END PGP SIGNATURE-----"
_PGP_MESSAGE = "-----BEGIN PGP MESSAGE-----", "-----END PGP MESSAGE-----"
_DASHED = re.compile(r"^- (?=-)", re.MULTILINE)
_PACKED = re.compile(r"^begin(?:-base64)? [0-7]{3,4} ([^\n]{1,255})\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Packed:
    """A text of a mail without what is no text in it.

    Attributes:
        text: what is left.
        names: of the files that were packed in it (uuencode).
        signatures: how many were left out, which nobody reads.
        sealed: how many stretches are encrypted.
    """

    text: str
    names: tuple[str, ...] = ()
    signatures: int = 0
    sealed: int = 0


def unpacked(text: str) -> Packed:
    """A text without signatures, encrypted stretches and files in it; line ends are "\\n" afterwards."""
    text, _ = in_lines(text)
    text, sealed = _without(text, *_PGP_MESSAGE)
    signatures = 0
    if "-----BEGIN PGP SIGNED" in text:
        text, signatures = _without(text, *_PGP_SIGNATURE)
        text = _DASHED.sub("", _SIGNED.sub("", text))
    text, names = _without_files(text)
    return Packed(text, tuple(names), signatures, sealed)


def _without(text: str, begin: str, end: str) -> tuple[str, int]:
    """A text without what stands between these lines, and how often that was; what has no end is left."""
    kept, place, count = list[str](), 0, 0
    while (start := text.find(begin, place)) >= 0 and (stop := text.find(end, start)) >= 0:
        kept.append(text[place:start])
        place = stop + len(end)
        count += 1
    return "".join((*kept, text[place:])), count


def _without_files(text: str) -> tuple[str, list[str]]:
    kept, names, place = list[str](), list[str](), 0
    while (found := _PACKED.search(text, place)) is not None and (end := text.find("\nend", found.end() - 1)) >= 0:
        kept.append(text[place : found.start()])
        names.append(found[1].strip())
        place = end + len("\nend")
    return "".join((*kept, text[place:])), names


def unflowed(text: str, *, spaces: bool) -> str:
    """A text of format=flowed with each of its paragraphs in one line; with `spaces` false, DelSp=yes, a space at the
    end of a line is only a sign.
    """
    return "\n".join(_flowed_lines(text, spaces=spaces))


def _flowed_lines(text: str, *, spaces: bool) -> Iterator[str]:
    opened, depth = list[str](), 0
    for line in text.split("\n"):
        signs = _QUOTED.match(line)
        quoted = signs.end() if signs else 0
        content = line[quoted:].removeprefix(" ")
        if opened and (quoted != depth or content == "-- "):
            yield _quoted(depth, "".join(opened))
            opened = []
        depth = quoted
        if content.endswith(" ") and content != "-- ":
            opened.append(content if spaces else content[:-1])
        else:
            yield _quoted(depth, "".join((*opened, content)))
            opened = []
    if opened:
        yield _quoted(depth, "".join(opened))


def _quoted(depth: int, text: str) -> str:
    return ">" * depth + " " * bool(depth) + text


def read_plain(text: str) -> Iterator[Parsed]:
    """Read a text, with a rule where a line "-- " divides a signature from it."""
    for number, piece in enumerate(_SIGNATURE.split(text)):
        if number:
            yield Parsed([Paragraph("", Kind.RULE)])
        yield parse_plain_text(piece)

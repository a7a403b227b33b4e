"""The fields of a header: what they say, however they are encoded (RFC 2047, RFC 2231, or not at all)."""

import binascii
from collections.abc import Iterator, Mapping, Sequence
from email.message import Message

from reader import late_re as re
from reader.formats.mail.letters import decoded_text
from reader.formats.mail.transport import base64_bytes

_FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:([^\n]*(?:\n[ \t]+[^\s][^\n]*)*)(?:\n|\Z)")
# Of a mailbox, or of one that was quoted.
_ENVELOPE = re.compile(rb">?From [^\n]*\n")
# A value that was broken without a sign, or by a line of white space, above the next field or more of it.
_BROKEN = re.compile(
    rb"([^\n]+\n|[ \t]+\n[ \t]+\S[^\n]*\n)"
    rb"(?=(?:content-[a-z-]+|mime-version|received|message-id|subject|date|from|to|cc|x-[\w-]+)[ \t]*:)",
    re.IGNORECASE,
)
_BLANK = re.compile(rb"[ \t]*(?:\n|\Z)")
_WORD = re.compile(r"=\?([\w.:+-]{1,80})(?:\*[\w-]{0,40})?\?([bBqQ])\?([^?\n]*)\?=")
_SPACE = re.compile(r"\s+")
# A name in quotation marks that it does not need.
_QUOTED_NAME = re.compile(r'"([^"\\,;:<>@]*)"(?= *<)')
# No parameter is so long; Python looks at them in quadratic time.
_LONGEST = 4000

Fields = Mapping[str, Sequence[bytes]]


def split_header(data: bytes) -> tuple[dict[str, list[bytes]], bytes]:
    """The fields at the head of a message or part, by their names in small letters, and what is below them.

    Line ends are "\\n". A line that is no field ends the header, as if a blank one stood before it, unless the header
    surely goes on below it.
    """
    fields: dict[str, list[bytes]] = {}
    envelope = _ENVELOPE.match(data)
    place = envelope.end() if envelope else 0
    values: list[bytes] = []
    while True:
        if (found := _FIELD.match(data, place)) is not None:
            values = fields.setdefault(found[1].decode("ascii").lower(), [])
            values.append(found[2])
        elif values and (found := _BROKEN.match(data, place)) is not None:
            values[-1] += b" " + found[1].strip()
        else:
            break
        place = found.end()
    blank = _BLANK.match(data, place)
    return fields, data[blank.end() if blank else place :]


def field_text(fields: Fields, name: str) -> str:
    """What a field says, as letters in one line; several of one name are joined; "" if it is not there."""
    return ", ".join(filter(None, map(_text, fields.get(name, ()))))


def addresses(fields: Fields, name: str) -> str:
    """The names and addresses in a field, as mail programs show them."""
    return _QUOTED_NAME.sub(r"\1", field_text(fields, name))


def parameters(fields: Fields) -> Message:
    """The fields that say what a part is, as Python knows them: for types, names of files, and parameters."""
    found = Message()
    for name in ("content-type", "content-disposition"):
        if values := fields.get(name):
            found[name] = _plain(values[0])[:_LONGEST]
    return found


def decoded_words(text: str) -> str:
    """A text with the words of RFC 2047 in it decoded."""
    return "".join(_pieces(text)) if "=?" in text else text


def _text(value: bytes) -> str:
    return " ".join(decoded_words(_plain(value)).split())


def _plain(value: bytes) -> str:
    """A value in one line, before words in it are decoded."""
    return decoded_text(value, "").replace("\n", "").strip()


def _pieces(text: str) -> Iterator[str]:
    """What is between encoded words, and these; white space between two of them is none.

    Letters may be divided between two words, so that those of one encoding are decoded together.
    """
    charset, collected, end = "", list[bytes](), 0
    for word in _WORD.finditer(text):
        between, end = text[end : word.start()], word.end()
        if collected and (_SPACE.sub("", between) or word[1].lower() != charset):
            yield decoded_text(b"".join(collected), charset)
            collected = []
            between = between if between.strip() else ""
        elif collected:
            between = ""
        yield between
        charset = word[1].lower()
        collected.append(_bytes_of(word[2], word[3]))
    if collected:
        yield decoded_text(b"".join(collected), charset)
    yield text[end:]


def _bytes_of(coding: str, text: str) -> bytes:
    raw = text.encode("utf-8", "replace")
    return base64_bytes(raw) if coding in "bB" else binascii.a2b_qp(raw, header=True)

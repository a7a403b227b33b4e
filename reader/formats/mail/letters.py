"""The letters of headers and parts: what these declare is believed only as far as their bytes agree."""

from reader.errors import DocumentError
from reader.formats.controls import without_controls
from reader.formats.decoding import decode
from reader.formats.encoding_names import known_encoding

# Of one byte a letter: any bytes are text in these, so that bytes that are UTF-8 are that whatever is declared.
_SINGLE = ("iso8859", "cp125", "cp437", "cp850", "cp865", "ascii", "latin", "koi8", "mac")
# Programs declare the smaller and mean the larger.
_MEANT = {"gb2312": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932"}


def decoded_text(data: bytes, charset: str) -> str:
    """Bytes as text; `charset` is what they are declared to be, "" for nothing."""
    found = text_or_none(data, charset)
    return data.decode("utf-8", "replace") if found is None else found


def text_or_none(data: bytes, charset: str) -> str | None:
    """Bytes as text, or None if they are none."""
    encoding = _encoding(charset)
    tried = ["utf-8", encoding] if not encoding or encoding.startswith(_SINGLE) else [encoding, "utf-8"]
    for each in filter(None, tried):
        try:
            return without_controls(data.decode(_MEANT.get(each, each)).removeprefix("\ufeff"))
        except (UnicodeDecodeError, ValueError):  # wrong, or more than Python can do
            continue
    try:
        return decode(data, "").text
    except DocumentError:
        return None


def _encoding(charset: str) -> str:
    try:
        return known_encoding(charset) if charset else ""
    except LookupError:  # the name of none
        return ""

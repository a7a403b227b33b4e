"""E-mail as mail programs store it (RFC 5322, RFC 2557, mbox), told from a letter or a mail that was copied as text."""

from reader import late_re as re
from reader.formats.other_formats import Other

# "Fra:", "Til:" and "Emne:", or "From:" and "To:", stand above a copied mail too; these only above a stored one.
_TECHNICAL = re.compile(
    r"(?:received|return-path|delivered-to|message-id|mime-version|content-type|content-transfer-encoding|"
    r"dkim-signature|authentication-results|in-reply-to|list-id)\Z"
)
_ENCODED = re.compile(r"=\?[\w-]+\?[bq]\?[^?\s]*\?=", re.IGNORECASE)
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,60}):(?:[ \t].*)?\Z")
_ENVELOPE = re.compile(r"From \S+ +.*\b\d\d:\d\d(?::\d\d)?\b.*\b\d{4}\b.*\Z")
_KNOWN = frozenset({"from", "to", "cc", "bcc", "subject", "date", "sender", "reply-to"})
_MAIL_SUFFIXES = frozenset({".eml", ".emlx", ".mbox", ".mbx", ".mht", ".mhtml"})
_ENOUGH = 2
_LINES = 200
# Of the line before the header of each mail in a mailbox.
_LONGEST = 200


def mail_format(head: str, suffix: str) -> Other | None:
    """E-mail, a mailbox or a saved web page, by its first lines and the ending of its name; None if it is neither."""
    lines = head.split("\n", _LINES)[:_LINES]
    if lines[0].strip().isdigit() and suffix == ".emlx":
        del lines[0]
    envelope = bool(lines) and _ENVELOPE.match(lines[0][:_LONGEST]) is not None
    fields = _fields(lines[1:] if envelope else lines)
    known = [name for name, _ in fields if name in _KNOWN or _TECHNICAL.match(name)]
    if len(known) < _ENOUGH:
        return None
    if envelope:
        return Other.MAILBOX
    if any(name == "content-type" and "multipart/related" in value for name, value in fields) and _saved(fields):
        return Other.MHTML
    stored = any(_TECHNICAL.match(name) or name.startswith("x-") or _ENCODED.search(value) for name, value in fields)
    return Other.MAIL if stored or suffix in _MAIL_SUFFIXES else None


def _fields(lines: list[str]) -> list[tuple[str, str]]:
    """The fields of a header: names in small letters, values in one line; it ends with the first other line."""
    fields: list[tuple[str, str]] = []
    for line in lines:
        if line[:1] in (" ", "\t") and line.strip() and fields:
            fields[-1] = (fields[-1][0], fields[-1][1] + line)
        elif (found := _FIELD.match(line)) is not None:
            fields.append((found[1].lower(), line[found.end(1) + 1 :]))
        else:
            break
    return fields


def _saved(fields: list[tuple[str, str]]) -> bool:
    """Whether a browser saved it: a mail has someone it was sent to."""
    return not any(name in ("to", "received", "delivered-to") for name, _ in fields)

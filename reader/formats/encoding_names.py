"""The encodings that texts are read in: their names for people, and what the user may choose."""

import codecs

from reader.errors import Message, template

# By the names that Python has for them; what is a name in every language is not translated.
_NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": template("UTF-8 with a byte order mark"),
    "utf-16": "UTF-16",
    "utf-16-le": template("UTF-16, little-endian"),
    "utf-16-be": template("UTF-16, big-endian"),
    "utf-32": "UTF-32",
    "utf-32-le": template("UTF-32, little-endian"),
    "utf-32-be": template("UTF-32, big-endian"),
    "utf-7": "UTF-7",
    "cp1252": template("Windows-1252 (Western European)"),
    "iso8859-1": template("ISO 8859-1 (Western European)"),
    "iso8859-15": template("ISO 8859-15 (Western European with €)"),
    "iso8859-10": template("ISO 8859-10 (Nordic)"),
    "mac-roman": template("Mac OS Roman"),
    "cp850": template("Code page 850 (DOS, Western European)"),
    "cp865": template("Code page 865 (DOS, Nordic)"),
    "iso646-no": template("ISO 646 (Norwegian, { | } for æ ø å)"),
}
# In the order of the menu.
OFFERED = (
    "utf-8",
    "utf-16-le",
    "utf-16-be",
    "cp1252",
    "iso8859-1",
    "iso8859-15",
    "iso8859-10",
    "mac-roman",
    "cp850",
    "cp865",
    "iso646-no",
)
# What people call them, where Python does not know it.
_OTHER_NAMES = {
    "iso646no": "iso646-no",
    "ns4551": "iso646-no",
    "ns45511": "iso646-no",
    "isoir60": "iso646-no",
    "isoir601": "iso646-no",
    "ansi": "cp1252",
    "macos": "mac-roman",
}


def encoding_name(encoding: str) -> Message:
    """The English name of an encoding, as people know it, from Python's; an unknown one is its own name."""
    return Message(_NAMES.get(encoding, encoding))


def known_encoding(name: str) -> str:
    """Python's name of an encoding of text that people may call by several names.

    Raises:
        LookupError: there is none of that name.
    """
    plain = "".join(filter(str.isalnum, name.casefold()))
    if plain in _OTHER_NAMES:
        return _OTHER_NAMES[plain]
    try:
        found = codecs.lookup(name.strip()).name
        "".encode(found)  # it may be one of bytes to bytes
    except (LookupError, ValueError, UnicodeError) as error:
        raise LookupError(name) from error
    if found in ("idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-8-sig", "mbcs", "oem"):
        return _plain(found, name)
    return found


def _plain(found: str, name: str) -> str:
    if found == "utf-8-sig":
        return "utf-8"
    raise LookupError(name)

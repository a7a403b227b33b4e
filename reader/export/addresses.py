"""The addresses of links, as files may have them."""

from urllib.parse import quote, urlsplit

from reader import late_re as re
from reader.export.markup import clean

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20\x7f\ud800-\udfff]+", re.IGNORECASE)
_LONGEST_ADDRESS = 2000
# No scheme, no host, no place in the same document, and nothing that only mark-up has.
_PATH = re.compile(r"(?!//|#|[A-Za-z][A-Za-z0-9+.-]*:)(?=.*\w)[\w./?#&=%~+,;:@!$ ()-]{1,2000}")
# A percent sign that does not begin an escape.
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def address(href: str) -> str:
    """The target of a link as a URI in ASCII (RFC 3986), if it is safe to follow from a file; else ""."""
    if len(href) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(href) or clean(href) != href:
        return ""
    try:
        parts = urlsplit(href)
        named = parts.scheme == "mailto" or (parts.hostname and (parts.port or 0) >= 0)
    except ValueError:
        return ""
    quoted, mark, fragment = quote(href, safe="!#$%&'()*+,/:;=?@~").partition("#")
    return _PERCENT.sub("%25", quoted + mark + fragment.replace("#", "%23")) if named else ""


def beside(href: str) -> str:
    """An address that is the path of another file and no more, "bilder/kart.png"; else ""."""
    return href if _PATH.fullmatch(href) and clean(href) == href else ""

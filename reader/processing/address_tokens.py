"""Tokens of networks: web and e-mail addresses, handles, hashtags, IP and MAC addresses."""

from reader import late_re as re
from reader.processing.token import DIGITS, Rule, TokenKind

_IN_ADDRESS = r"[^\s<>\"«»“”„]"
_AFTER_ADDRESS = ".,;:!?…'’)]}*"  # more often the end of the sentence than of the address
# Top-level domains; those of the last line are words too, and need a path or several labels.
_DOMAINS = (
    "no|com|org|net|eu|edu|gov|mil|int|io|uk|se|dk|info|fr|fi|nl|pl|ch|cz|ru|jp|cn|br|au|nz|ca|mx|tv|app|dev|xyz|gl|fo|"
    "ax|ie|online|museum|cloud|tech|shop|blog|wiki|oslo|page|news|local|lan|internal|onion"
)
_WORDS_TOO = "de|is|it|at|be|us|me|ai|co|es|in|to|so"
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_NO_MORE = r"(?![\w.@-]*\w)"
_PORT = r"(?::\d{2,5}(?!\d))"
_SCHEMES = "mailto|tel|sms|data|urn|magnet|geo|doi|blob|about|javascript|view-source"
_WEB = re.compile(
    rf"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9+.-]{{1,15}}://{_IN_ADDRESS}+"
    rf"|(?<!\w)[wW]{{3}}\.{_IN_ADDRESS}+"
    rf"|(?<!\w)(?:{_SCHEMES}):(?=[\w+?]){_IN_ADDRESS}+"
    rf"|(?<!\w)(?:doi:\ ?)?10\.\d{{4,9}}/{_IN_ADDRESS}+"
    rf"|(?<![\w.@-])(?:{_LABEL}\.){{1,8}}(?:"
    rf"(?:{_DOMAINS}){_NO_MORE}{_PORT}?(?:[/?\#](?={_IN_ADDRESS}){_IN_ADDRESS}*|/)?"
    rf"|(?:{_WORDS_TOO}){_NO_MORE}(?:{_PORT}|/{_IN_ADDRESS}+))"
    rf"|(?<![\w.@-])(?:{_LABEL}\.){{2,8}}(?:{_WORDS_TOO}){_NO_MORE}"
)
_THIS_COMPUTER = re.compile(rf"(?<![\w.@-])localhost{_NO_MORE}(?::\d{{1,5}})?(?:/{_IN_ADDRESS}*)?")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+(?::[\w~-]+(?:[/.][\w-]+)*/[\w-]+(?:\.[\w-]+)*)?")
_HANDLE = re.compile(
    r"(?<![\w.@/+-])@\w[\w-]*(?:\.[\w-]+)*(?:@[\w-]+(?:\.[\w-]+)+|/[\w-]+(?:\.[\w-]+)*)?(?![\w@])", re.ASCII
)
_HANDLE_IN_LETTERS = re.compile(r"(?<![\w.@/+-])@\w+(?![\w@])")
_HASHTAG = re.compile(r"(?<![\w&#/])#\w+")
_COLOUR = re.compile(
    r"(?<![\w&#/])#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3,4})(?!\w)|(?<!\w)0[xX][0-9A-Fa-f]{1,64}(?!\w)"
    r"|(?<!\w)U\+[0-9A-F]{4,6}(?!\w)"
    r"|(?<!\w)(?:NCS(?:\ S)?\ \d{4}-(?:[A-Z]\d\d)?[A-Z]|RAL\ \d{4})(?!\w)"
)
_OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_IP = re.compile(
    rf"(?<![\w.,])(?:{_OCTET}\.){{3}}{_OCTET}(?!\w|\.\d)(?::\d{{1,5}}(?!\d)|/\d{{1,2}}(?!\d))?"
    r"|(?<![\w:.-])(?:[0-9A-Fa-f]{2}[:-]){5,63}[0-9A-Fa-f]{2}(?!\w|:\w)"
    r"|(?<![\w:.-])(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4}(?![\w.:])"
)
_IN_IP = re.compile(r"[.:-](?:(?<=[0-9]\.)(?=[0-9])|(?<=[:-])(?=[0-9A-Fa-f]{2}[:-])|(?<=[0-9A-Fa-f]{4}\.))")
_IPV6 = re.compile(
    r"(?<![\w:.\[])(?P<open>\[)?(?:[0-9A-Fa-f]{0,4}:){2,7}"
    r"(?:[0-9A-Fa-f]{1,4}|(?<=::)|(?:\d{1,3}\.){3}\d{1,3})(?:%\w{1,16})?"
    r"(?(open)\](?::\d{1,5})?|(?:/\d{1,3})?)(?!\w|:[\w:])"
)


def _is_ipv6(match: re.Match[str]) -> bool:
    """A clock time has neither eight groups nor two colons together; "::" alone is none."""
    text = match[0]
    return ("::" in text or text.count(":") >= 7) and any(map(str.isalnum, text))


RULES = (
    Rule(TokenKind.EMAIL, _MAIL, "@"),
    Rule(TokenKind.ADDRESS, _WEB, ".:", re.compile(r"[.:](?=\S)"), loose=_AFTER_ADDRESS),
    Rule(TokenKind.ADDRESS, _THIS_COMPUTER, "l", re.compile("localhost"), loose=_AFTER_ADDRESS),
    Rule(TokenKind.NETWORK, _IP, DIGITS, _IN_IP),
    Rule(TokenKind.NETWORK, _IPV6, ":", re.compile(":[0-9A-Fa-f]{0,4}:"), _is_ipv6),
    Rule(TokenKind.COLOUR, _COLOUR, "#xX+SL", re.compile(r"\#|0[xX]|U\+|NCS\ |RAL\ ")),
    Rule(TokenKind.HASHTAG, _HASHTAG, "#"),
    Rule(TokenKind.HANDLE, _HANDLE, "@"),
    Rule(TokenKind.HANDLE, _HANDLE_IN_LETTERS, "@"),
)


def is_address(run: str) -> bool:
    """Whether a run consists only of addresses and punctuation around them."""
    return not any(map(str.isalnum, _MAIL.sub("", _WEB.sub("", run))))

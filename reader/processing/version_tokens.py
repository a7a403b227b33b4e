"""Tokens that are versions of programs: "v2.1.0-rc1", "iOS 16.4", ">=3.9,<4", and those they are compared with."""

from reader import late_re as re
from reader.processing.token import DIGITS, Rule, TokenKind

_NAMED_RELEASE = (
    r"(?:[-+._~]?(?:alpha|beta|rc|dev|preview|pre|post|snapshot|SNAPSHOT|final|nightly|canary|next|build|stable|"
    r"lts|LTS|RC)(?:[.-]?\d{1,9}){0,4}(?![^\W\d_])|[-.]?[ab]\d{1,4}(?!\w))"
)
_RELEASE = rf"(?:{_NAMED_RELEASE}|[-+]\d[0-9A-Za-z]{{0,40}}(?:\.[0-9A-Za-z]{{1,40}}){{0,6}}|[-+]g?[0-9a-f]{{6,40}})"
_VERSION = re.compile(
    rf"(?<![\w.,])(?:[vV]\d{{1,6}}(?:\.\d{{1,9}}){{0,4}}(?:\.[x*](?!\w))?{_RELEASE}{{0,3}}"
    rf"|\d{{1,6}}\.\d{{1,9}}(?:\.\d{{1,9}}){{0,3}}{_NAMED_RELEASE}{{1,3}}|\d{{1,6}}(?:\.\d{{1,9}}){{2,3}}{_RELEASE}{{1,3}}"
    r"|\d{1,6}(?:\.\d{1,6}){0,3}\.[x*]|(?P<plain>\d{1,4}(?:\.\d{1,6}){2,4}))(?!\w|[.,]\d)"
)
_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:\d{4}|\d\d)")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")

_INTRODUCING = r"versjon(?:en|er|ene)?|versions?|utgaven?|release|ver\.|build"
# Names of programs and standards that are often followed by their version; others are known by a capital inside.
_PROGRAMS = (
    "Android|Windows|Linux|Ubuntu|Debian|Fedora|Firefox|Chrome|Safari|Python|Java|Django|Rails|Perl|PHP|Kotlin|Scala|"
    "Angular|Svelte|Laravel|Symfony|Qt|GTK|GNOME|KDE|Excel|Outlook|Photoshop|Blender|GIMP|Krita|Inkscape|Redis|Docker|"
    "Kubernetes|Git|nginx|Minecraft|Drupal|Joomla|Moodle|Unicode|Bluetooth|USB|HDMI|HTTP|HTML|CSS|TLS|SSL|PCIe|CUDA|"
    "Vulkan|GPT|EPUB|XML|YAML|SQL|npm|pip|numpy|pandas|LGPL|GPL"
)
_WORDS_TOO = (
    "Edge|Opera|Node|Ruby|Go|Rust|Swift|React|Vue|Bootstrap|Spring|Flask|Plasma|Word|Oracle|Apache|Unity|Unreal|Web|"
    "Llama|Claude|Gemini|BY|BY-SA|BY-NC"
)
_SURE = rf"(?:(?:{_PROGRAMS})|[A-Za-z]{{1,20}}(?<=[a-z])[A-Z][A-Za-z]{{0,20}}|[A-Za-z]{{1,20}}\.(?:js|NET|io))"
_SHORT = r"\d{1,4}(?:\.\d{1,9}){1,4}"
_NO_MORE = r"(?!\w|[.,]\d|\ ?%)"
_COUNTED = (
    r"(?!\s?%|[\s-](?:per\s?cent|prosent|[mb]illi?(?:on|ard)|trillion|thousand|tusen|hundre|times|ganger|degree|grad|points?|"
    r"poeng|(?:kilo|centi|milli)?met|miles?|feet|years|år|hours|timer|days|dager|weeks|uker|kr(?!\w)|kroner?(?!\w)|dollar|euro|pound|kilo|gram)"
    r"|\ (?:[kmcdµ]?[mgl]|[kMGT]?B|[kM]?W|kWh|[kMG]?Hz|s|h|t|tonn\w*|tons?)(?!\w))"
)
# What counts something has a word for that behind it, a version has none.
_NOT_COUNTED = (
    r"(?=[,;:!?)»”\"'–/]|\.(?!\d)|\s*$|\s(?:i|er|var|har|hadde|med|på|og|eller|til|for|av|som|ble|blir|men|kom|enn|fra|"
    r"is|are|was|were|has|had|have|with|on|and|or|to|of|by|as|at|from|but|in|came|than|will|can|does|did|today|nå|now)"
    r"(?!\w))"
)
_NUMBERED = re.compile(rf"\b(?:{_INTRODUCING})\ (?P<token>{_SHORT}){_NO_MORE}", re.IGNORECASE)
_NAMED = re.compile(
    rf"(?<![\w.-])(?:{_SURE}\ (?={_SHORT}{_NO_MORE}{_COUNTED})|(?:{_WORDS_TOO})\ (?={_SHORT}{_NO_MORE}{_NOT_COUNTED}))"
    rf"(?P<token>{_SHORT})"
)
_JOINING = r"than|to|from|and|or|over|before|after|enn|til|fra|og|eller|før|etter"
_COMPARED = re.compile(rf"\b(?:{_JOINING})\ (?P<token>{_SHORT}){_NO_MORE}{_NOT_COUNTED}")
_INTRODUCED = re.compile(rf"\b(?i:{_INTRODUCING})\ \d{{1,4}}\.\d|(?<![\w.-]){_SURE}\ {_SHORT}{_NO_MORE}{_COUNTED}")
_SIGN = r"(?:[<>=!~]=|===|~>)"
_REQUIRED = re.compile(
    rf"(?:(?<![^\s(\[«\"',])|(?<=[A-Za-z\d\]]{{2}})){_SIGN}\ ?\d{{1,6}}(?:\.\d{{1,9}}){{0,4}}(?:\.\*)?"
    rf"(?:,\ ?(?:{_SIGN}|[<>])\ ?\d{{1,6}}(?:\.\d{{1,9}}){{0,4}}(?:\.\*)?){{0,5}}(?!\w|[.,]\d|\ ?%)"
)

_REACH = 200
_DOTTED = re.compile(r"[0-9](?=\.[0-9])")


def _is_version(match: re.Match[str]) -> bool:
    """Not a date or a number with thousands."""
    plain = match["plain"]
    return not plain or not (_DATE.fullmatch(plain) or _THOUSANDS.fullmatch(plain))


def _is_compared(match: re.Match[str]) -> bool:
    """Whether a version is named before it."""
    start = match.start()
    return _INTRODUCED.search(match.string, max(start - _REACH, 0), start) is not None


RULES = (
    Rule(TokenKind.VERSION, _VERSION, DIGITS, re.compile(r"[0-9](?=\.[0-9x*])|[vV][0-9]"), _is_version),
    Rule(TokenKind.VERSION, _NUMBERED, DIGITS, _DOTTED),
    Rule(TokenKind.VERSION, _NAMED, DIGITS, _DOTTED),
    Rule(TokenKind.VERSION, _COMPARED, DIGITS, re.compile(r"[0-9]\.[0-9][^\n]*[0-9]\.[0-9]"), _is_compared),
    Rule(TokenKind.VERSION, _REQUIRED, "=>", re.compile(r"[=>]\ ?[0-9]")),
)
# English writes no dates with full stops.
DOTTED = Rule(TokenKind.VERSION, re.compile(rf"(?<![\w.,])(?:{_DATE.pattern})(?!\w|[.,]\d)"), DIGITS, _DOTTED)

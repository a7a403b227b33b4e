"""Text as Markdown has it: what a reader of Markdown would take for mark-up is escaped."""

from reader import late_re as re

# What Markdown or a dialect of it takes for mark-up anywhere in a line, and at the beginning of one.
_SPECIAL = re.compile(r"([\\`*_\[\]<|~${^]|!(?=\[)|&(?=#?\w))")
# Signs that begin a comment, a highlighted or an inserted stretch where they are two.
_DOUBLE = re.compile(r"%(?=%)|(?<![\w=])=(?==[^\s=])|(?<![\w+])\+(?=\+[^\W_])")
_NUMBER_START = re.compile(r"^([^\S\n]*\d{1,9})([.)])(?=\s|$)", re.MULTILINE)  # not "12.50"
_SIGN_START = re.compile(
    r"^([^\S\n]*)([#>]|-(?=[\s-]|$)|\+(?=[\s+]|$)|=(?=[=\s]|$)|:(?=[-:\s]|$)|!(?=!!)|\?(?=\?\?))", re.MULTILINE
)
# Lines of code in MDX, which has no escape for them but a reference for the first letter.
_CODE_START = re.compile(
    r"^([^\S\n]*)([ie])(?=mport\s[^\n]*['\"][^'\"\n]+['\"];?[^\S\n]*$|xport\s+(?:default|const|let|var|async|function|\\\{))",
    re.MULTILINE,
)


def escaped(text: str, *, at_line_start: bool) -> str:
    """A text with its signs escaped; those that only count where a line begins, if it begins one, or there."""
    found = _SPECIAL.sub(r"\\\1", text)
    if "%%" in text or "==" in text or "++" in text:
        found = _DOUBLE.sub(r"\\\g<0>", found)
    first, newline, rest = found.partition("\n")
    if at_line_start:
        first = escaped_start(first)
    return first + newline + escaped_start(rest)


def escaped_start(text: str) -> str:
    """Escape what would begin a heading, list, table or rule; a number is escaped after its digits."""
    signs = _NUMBER_START.sub(r"\1\\\2", _SIGN_START.sub(r"\1\\\2", text))
    if "port" not in signs:
        return signs
    return _CODE_START.sub(lambda match: f"{match[1]}&#{ord(match[2])};", signs)


def code_span(text: str) -> str:
    """Text as code."""
    fence = "`" * (1 + longest_ticks(text))
    space = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return f"{fence}{space}{text}{space}{fence}"


def longest_ticks(text: str) -> int:
    """How long the longest run of backticks is."""
    return max(map(len, re.findall("`+", text)), default=0)

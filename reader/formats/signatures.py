"""Formats that are made of letters but are no text to read: by what they begin with, and by the names of their files.

What a file holds counts before its name. A text that only mentions such a format, or begins with "<" or "{", is text:
each signature asks for what such a text does not have as well. Only the beginning and the end of a file are looked
at, but for a list of JSON.
"""

import json
from pathlib import PurePath

from reader import late_re as re
from reader.formats.binary_signatures import binary_format, is_locked
from reader.formats.mail_signatures import mail_format
from reader.formats.markup_signatures import markup_format
from reader.formats.other_formats import Other, refusal
from reader.formats.suffixes import MARKDOWN_SUFFIXES

_HEAD, _TAIL = 65536, 256
# A word processor or an editor may have left these before the first letter.
_BLANK = "\ufeff\u200b \t\r\n\f\v\xa0"

# Comments and commands, then the class, and a command of the text behind it.
_TEX = re.compile(
    r"(?:[ \t]*+(?:%.*+|\\(?!document(?:class|style))[a-zA-Z]++.*+)?\n){0,200}[ \t]*+\\document(?:class|style)\s*[\[{]"
    r"(?=[\s\S]*?\\(?:begin|usepackage|section|chapter|title|par)\b)"
)
_STARTS = (
    (re.compile(r"\{\\rtf\d?(?:\s*[\\{]|[^\n]*\\[a-z])"), Other.RTF),
    (_TEX, Other.TEX),
    (re.compile(r"\\input\s+texinfo\b.*\n"), Other.TEX),
    (re.compile(r"#!\s*/(?:usr/)?(?:local/)?bin/\S+(?: \S+){0,3}\n"), Other.CODE),
    (re.compile(r"<\?php\s*\n"), Other.CODE),
    (re.compile(r"diff --git a/|--- \S.*\n\+\+\+ \S.*\n@@ -\d"), Other.CODE),
    (re.compile(r"\[Script Info\]\s*\n", re.IGNORECASE), Other.SUBTITLES),
    (re.compile(r"\{\d+\}\{\d+\}.*\n\s*\{\d+\}\{\d+\}"), Other.SUBTITLES),
    (re.compile(r"\d:\d\d:\d\d\.\d{3},\d:\d\d:\d\d\.\d{3}\n"), Other.SUBTITLES),
    (re.compile(r"BEGIN:VCALENDAR\s*\n", re.IGNORECASE), Other.CALENDAR),
    (re.compile(r"BEGIN:VCARD\s*\n", re.IGNORECASE), Other.CARD),
    (re.compile(r'(?:#.*\n){0,200}\s*msgid ""\s*\n\s*msgstr "'), Other.EXCHANGE),
)

# A key and its colon, or a list of such objects; what programs write, no sentence begins so.
_STRING = r'"(?>(?:[^"\\\n]|\\.){0,1000})"'
_JSON = re.compile(rf"(?>(?:\[\s*)*)\{{(?>(?:\s|//[^\n]*\n)*){_STRING}\s*:\s*(?:[\[{{\"\d-]|true|false|null)")
_JSON_LIST = re.compile(rf"\[\s*(?:{_STRING}|-?\d[\d.eE+-]*|true|false|null|\[)\s*[,\]\[\"]?")
_NOTEBOOK = re.compile(r'"(?:nbformat|cell_type)"\s*:')


def _endings(*lines: str) -> frozenset[str]:
    return frozenset(f".{name}" for line in lines for name in line.split())


# Endings that names of ordinary texts may have by chance ("Avsnitt 3.c"): there has to be code as well.
_DOUBTFUL = _endings("c h m r d s pl ml ex el pas")
_CODE_SUFFIXES = _endings(
    "py pyw pyi js mjs cjs jsx ts tsx java kt kts cc cpp cxx hh hpp cs go rs rb php pm swift scala lua sh bash zsh",
    "fish ps1 psm1 bat cmd sql css scss sass less vue svelte hs clj exs erl jl f90 f95 asm vb vbs dart groovy gradle",
    "cmake awk lisp diff patch",
)
_CODE = re.compile(
    r"[;{}][ \t]*$|^[ \t]*(?:#include|#!|//|/\*|\*/|\(\*|;;)|<-|:=|\w\([^()\n]{0,200}\)[:{;]?[ \t]*$", re.MULTILINE
)
_DATA = re.compile(r"^[ \t]*+(?:\[[^\]\n]++\][ \t]*+$|-?[ \t]*+[\w.\"'-]++[ \t]*+[:=]|@\w+\{)", re.MULTILINE)
# Formats of which the name's ending and one sign are enough.
_SIGNS = (
    (_endings("rtf"), re.compile(r"\{\\rtf|\\par\b"), Other.RTF),
    (_endings("json jsonl ndjson geojson json5 arb"), re.compile(r"\A[\[{\"]"), Other.JSON),
    (_endings("ipynb"), re.compile(r"\A\{"), Other.NOTEBOOK),
    (_endings("tex ltx latex sty cls"), re.compile(r"\\[a-zA-Z]+[ \t]*[\[{]|\\(?:begin|par|bye)\b"), Other.TEX),
    (_endings("ps eps"), re.compile(r"\A%!"), Other.POSTSCRIPT),
    (_endings("ass ssa sub sbv smi"), re.compile(r"\A(?:\[|\{\d|\d+:\d|<)"), Other.SUBTITLES),
    (_endings("po pot"), re.compile(r"^msg(?:id|str) ", re.MULTILINE), Other.EXCHANGE),
    (_endings("yaml yml toml ini cfg conf properties env bib reg plist"), _DATA, Other.DATA),
    (_DOUBTFUL, _CODE, Other.CODE),
    (_CODE_SUFFIXES, re.compile(""), Other.CODE),
)


def refuse_binary(data: bytes, name: str) -> None:
    """Refuse the bytes of a file in a known format that is no text; `name` is the file's, "" for none.

    Raises:
        DocumentError: what it is, and what to do.
    """
    if is_locked(data):
        from reader.formats.zipped import protected

        raise protected(name)
    if (other := binary_format(data, name)) is not None:
        raise refusal(other, name)


def refuse_other_text(text: str, name: str) -> None:
    """Refuse the text of a file in a format made of letters that is no text to read; `name` is the file's, "" for none.

    Raises:
        DocumentError: what it is, and what to do.
    """
    if (other := other_format(text, name)) is not None:
        raise refusal(other, name)


def other_format(text: str, name: str) -> Other | None:
    """The format of a decoded file, if it is none that is read; `name` is the file's, or anything without an ending."""
    suffix = PurePath(name).suffix.lower()
    head = text[:_HEAD].lstrip(_BLANK).replace("\r\n", "\n").replace("\r", "\n")
    tail = text[-_TAIL:].rstrip(_BLANK + "\0\x1a")
    by_start = next((other for start, other in _STARTS if start.match(head)), None)
    return (
        by_start
        or _json_format(text, head, tail)
        or markup_format(head, tail, suffix, markdown=suffix in MARKDOWN_SUFFIXES)
        or mail_format(head, suffix)
        or next((other for suffixes, sign, other in _SIGNS if suffix in suffixes and sign.search(head)), None)
    )


def _json_format(text: str, head: str, tail: str) -> Other | None:
    if _JSON.match(head) or (_JSON_LIST.match(head) and tail.endswith("]") and _parses(text)):
        return Other.NOTEBOOK if _NOTEBOOK.search(head) else Other.JSON
    return None


def _parses(text: str) -> bool:
    """Whether it is a list with more in it than a number, as "[1]" in a text is."""
    try:
        found = json.loads(text.strip(_BLANK + "\0\x1a"))
    except (ValueError, RecursionError):
        return False
    return isinstance(found, list) and (len(found) > 1 or any(isinstance(each, list | dict) for each in found))

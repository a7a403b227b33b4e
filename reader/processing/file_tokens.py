"""Tokens of a computer's desk: paths, names of files, options of commands, keys of the keyboard."""

import re

from reader.processing.token import Rule, TokenKind

_ENDINGS = (
    "txt|md|pdf|docx?|odt|ods|odp|rtf|epub|mobi|html?|xhtml|xml|xslt?|json|jsonl|ya?ml|toml|csv|tsv|xlsx?|xlsm|pptx?|"
    "ini|cfg|conf|log|tmp|bak|lock|env|pyi?|ipynb|jsx?|tsx?|mjs|css|scss|java|cpp|hpp|cs|rs|go|rb|php|kt|swift|lua|sql|"
    "sh|ps1|bat|cmd|exe|msi|dll|dmg|deb|rpm|apk|jar|zip|tar|gz|tgz|bz2|xz|7z|rar|iso|img|png|jpe?g|gif|svg|webp|heic|"
    "tiff?|bmp|ico|psd|mp[34]|m4a|ogg|flac|wav|avi|mov|mkv|webm|srt|vtt|sqlite|db|bin|dat|tmx|xlf|xliff|po|pot|qm|"
    "properties|strings|resx|tex|bib|ttf|otf|woff2?|ics|vcf|eml|msg|pem|crt|key|geojson|gpx|kml|parquet|onnx|gitignore"
)
# What may be a path or the name of a file; `_names_of_chunk` decides which part of it is.
_FILE = re.compile(
    rf"(?<![\w./\\~+*-])[\w./\\~+*?-]*?[\w*)\]}}]\.(?:{_ENDINGS})(?!\w)(?:\.(?:{_ENDINGS})(?!\w))*(?:(?::\d{{1,6}}){{1,2}}(?![\w:]))?",
    re.IGNORECASE,
)
_ENDING = re.compile(
    rf"(?<![\w./\\])\.(?:{_ENDINGS}|NET|(?:bash|zsh|vim|npm|eslint|prettier)rc|git|htaccess|ssh|profile|editorconfig|dockerignore)(?!\w)"
)
_ROOTED = re.compile(r"(?<![\w./\\~+-])(?:(?:~|\.{1,2})?/[\w.~+-]+(?:/[\w.~+*-]*)*|~/|\.\./)")
_FOLDERS = re.compile(
    r"(?<![\w./\\~+-])[\w.-]+(?:/[\w.-]+)*/(?:[\w.-]+/)+(?![\w/])|(?<![\w./\\~+*-])(?:[\w.-]+/)*\*\*?(?:/[\w.*-]+)+"
)
_GLOB = re.compile(r"(?<![\w*])\*\.(?:[A-Za-z0-9]{1,10}(?!\w)|\{[\w,]{1,60}\}|\*)")
_IN_WINDOWS = r"[^\s\\/:*?\"<>|«»“”„]"
_WINDOWS = re.compile(
    rf"(?<!\w)(?:[A-Za-z]:[\\/]|\\\\(?=\w))(?:{_IN_WINDOWS}{{1,80}}(?:\ {_IN_WINDOWS}{{1,80}}){{0,4}}\\)*"
    rf"(?:{_IN_WINDOWS}{{1,120}}(?:[\\/]{_IN_WINDOWS}{{1,120}})*[\\/]?)?"
    rf"|(?<![\w\\])\w[\w.-]*(?:\\[\w.-]+)+"
)

_MODIFIER = r"(?:Ctrl|Control|Alt\ ?Gr|Alt|Shift|Skift|Cmd|Command|Option|Opt|Win|Windows|Super|Meta|Fn|Strg|Hyper)"
_NAMED = (
    r"Del|Delete|Slett|Home|End|PgUp|PgDn|Page\ ?Up|Page\ ?Down|Space|Mellomrom|Tab|Enter|Return|Esc|Escape|Ins|Insert|"
    r"Backspace|Left|Right|Up|Down|Venstre|Høyre|Opp|Ned|PrtScn|Print|Pause|Break|Plus|Minus"
)
_KEY = rf"(?:F(?:1\d|2[0-4]|[1-9])|{_NAMED}|[A-ZÆØÅ0-9]|[a-zæøå]|[←-↓,.;/\\=+-])(?!\w)"
_COMBINATION = re.compile(
    rf"(?<![\w+-])(?:{_MODIFIER}(?:/{_MODIFIER})?(?:\ ?\+\ ?|-(?=[A-Z0-9]))){{1,4}}{_KEY}(?:\ ?\+\ ?{_KEY}){{0,2}}"
    rf"|(?<!\w)(?i:{_MODIFIER}(?:/{_MODIFIER})?\ ?\+\ ?){{1,4}}(?:(?i:{_MODIFIER})(?!\w)|(?i:{_KEY}))"
    r"|[⌘⌥⇧⌃⌫⎋⏎↩⇥]+(?:\ ?(?:F\d{1,2}|[A-ZÆØÅ0-9,.;/+-])(?!\w))?"
    r"|(?<!\w)\+\+[\w\"][\w+\"' .,-]{0,80}?\+\+(?!\w)"
)
_SINGLE = re.compile(r"(?<![\w+-])(?:Ctrl|AltGr|Esc|PgUp|PgDn|PrtScn|F(?:1[0-2]|[1-9]))(?![\w+])")

_OPTION = re.compile(
    r"(?<![^\s(\[«“\"'|])--[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:=(?:\"[^\"\n]{1,80}\"|[^\s\"«»“”]+[^\s\"«»“”.,;:!?)]))?(?![\wæøå-])"
)
_COMMANDS = (
    "ls|rm|cp|mv|grep|sed|awk|tar|git|docker|ssh|scp|chmod|chown|curl|wget|cat|find|python3?|pip3?|npm|npx|node|make|gcc|"
    "ps|kill|df|du|mkdir|apt|sudo|ping|tail|head|sort|unzip|rsync|kubectl|systemctl|java|perl|ruby|ffmpeg|bash|sh"
)
_SHORT_OPTION = re.compile(
    rf"(?<!\w)(?:{_COMMANDS})(?:\ [a-z]{{2,12}})?\ (?P<token>-[A-Za-z0-9]{{1,5}}(?![\w-])(?:\ -[A-Za-z0-9]{{1,5}}(?![\w-])){{0,3}})"
)
_FLAGGED = re.compile(
    r"(?:valget|flagget|bryteren|opsjonen|parameteren|argumentet|option|flag|switch|parameter|argument)\ (?P<token>-[A-Za-z](?:[A-Za-z]{0,4})(?![\w-]))"
)


def _is_path(match: re.Match[str]) -> bool:
    return any(map(str.isalnum, match[0])) or match[0] in ("~/", "../")


RULES = (
    Rule(TokenKind.FILE, _WINDOWS, "\\:", loose=".,;:!?…'’)]}-+"),
    Rule(TokenKind.FILE, _FILE, "."),
    Rule(TokenKind.FILE, _ENDING, "."),
    Rule(TokenKind.FILE, _ROOTED, "/", _is_path, loose=".-+~"),
    Rule(TokenKind.FILE, _FOLDERS, "/", loose="."),
    Rule(TokenKind.FILE, _GLOB, "*"),
    Rule(TokenKind.KEYS, _COMBINATION, "+-⌘⌥⇧⌃⌫⎋⏎↩⇥"),
    Rule(TokenKind.KEYS, _SINGLE, "CAEPF"),
    Rule(TokenKind.OPTION, _OPTION, "-"),
    Rule(TokenKind.OPTION, _SHORT_OPTION, "-"),
    Rule(TokenKind.OPTION, _FLAGGED, "-"),
)

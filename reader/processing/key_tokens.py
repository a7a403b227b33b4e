"""Tokens of the keyboard: single keys whose names are no words, and combinations."""

from reader import late_re as re
from reader.processing.token import Rule, TokenKind

_MODIFIER = r"(?:Ctrl|Control|Alt\ ?Gr|Alt|Shift|Skift|Cmd|Command|Option|Opt|Win|Windows|Super|Meta|Fn|Strg|Hyper)"
_NAMED = (
    r"Del|Delete|Slett|Home|End|PgUp|PgDn|Page\ ?Up|Page\ ?Down|Space|Mellomrom|Tab|Enter|Return|Esc|Escape|Ins|Insert|"
    r"Backspace|Left|Right|Up|Down|Venstre|Høyre|Opp|Ned|PrtScn|Print|Pause|Break|Plus|Minus"
)
_KEY = rf"(?:(?:F(?:1\d|2[0-4]|[1-9])|{_NAMED}|[A-ZÆØÅa-zæøå0-9])(?!\w)|[←-↓,.;/\\=+-](?!\w))"
_APPLE = "⌘⌥⇧⌃⌫⎋⏎↩⇥"
_COMBINATION = re.compile(
    rf"(?<![\w+-])(?:{_MODIFIER}(?:/{_MODIFIER})?(?:\ ?\+\ ?|-(?=[A-Z0-9]))){{1,4}}{_KEY}(?:\ ?\+\ ?{_KEY}){{0,2}}"
    rf"|(?<![\w+-])(?i:(?:{_MODIFIER}\ ?\+\ ?){{1,4}}(?:{_MODIFIER}(?!\w)|{_KEY}))"
    r"|(?<![\w+])\+\+[\w\"][\w+\"',. -]{0,80}?\+\+(?![\w+])"  # as the extension "keys" of Markdown has it
)
_OF_SIGNS = re.compile(rf"[{_APPLE}]+(?:\ ?(?:F\d{{1,2}}|[A-ZÆØÅ0-9,.;/+-])(?!\w))?")
_SINGLE = re.compile(r"(?<![\w+-])(?:Ctrl|AltGr|Esc|PgUp|PgDn|PrtScn|F(?:1[0-2]|[1-9]))(?![\w+])")

RULES = (
    Rule(TokenKind.KEYS, _COMBINATION, "+-", re.compile(r"\+|-(?=[A-Z0-9])")),
    Rule(TokenKind.KEYS, _OF_SIGNS, _APPLE),
    Rule(TokenKind.KEYS, _SINGLE, "CAEPF", re.compile("Ctrl|AltGr|Esc|Pg[UD]|PrtScn|F[1-9]")),
)

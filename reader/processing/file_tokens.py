"""Tokens of paths, names of files and options of commands."""

from reader import late_re as re
from reader.processing.token import INNER_DOT, Rule, TokenKind

_LOWER = (
    "txt|md|pdf|docx?|odt|ods|odp|rtf|epub|mobi|html?|xhtml|xml|xslt?|json|jsonl|ya?ml|toml|csv|tsv|xlsx?|xlsm|pptx?|"
    "ini|cfg|conf|log|tmp|bak|lock|env|pyi?|ipynb|jsx?|tsx?|mjs|css|scss|java|cpp|hpp|cs|rs|go|rb|php|kt|swift|lua|sql|"
    "sh|ps1|bat|cmd|exe|msi|dll|dmg|deb|rpm|apk|jar|zip|tar|gz|tgz|bz2|xz|7z|rar|iso|img|png|jpe?g|gif|svg|webp|heic|"
    "tiff?|bmp|ico|psd|mp[34]|m4a|ogg|flac|wav|avi|mov|mkv|webm|srt|vtt|sqlite|db|bin|dat|tmx|xlf|xliff|po|pot|qm|"
    "properties|strings|resx|tex|bib|ttf|otf|woff2?|ics|vcf|eml|msg|pem|crt|key|geojson|gpx|kml|parquet|onnx|gitignore"
)
_ENDING = rf"\.(?:{_LOWER}|{_LOWER.upper()})(?!\w)"  # "slutt.Go" is two words
_FILE = re.compile(
    rf"(?<![\w./\\~+*-])[\w./\\~+*?-]*?[\w*]{_ENDING}(?:{_ENDING}){{0,4}}(?:(?::\d{{1,6}}){{1,2}}(?!\w|:\w))?"
)
_HIDDEN = re.compile(
    rf"(?<![\w./\\])(?:{_ENDING}|\.(?:NET|git|ssh|profile|htaccess|editorconfig|dockerignore|[a-z]{{2,12}}rc)(?!\w))"
)
_IN_PATH = r"[\w.~+@%=-]"
_ROOTED = re.compile(rf"(?<![\w./\\~+<-])(?:(?:~|\.{{1,2}})?/{_IN_PATH}+(?:/(?:{_IN_PATH}|\*)*)*|~/|\.\./)")
_VARIABLE_ROOT = re.compile(rf"(?<![\w%$])(?:%[A-Za-z_]\w{{0,40}}%|\$\{{?[A-Za-z_]\w{{0,40}}\}}?)(?:[\\/]{_IN_PATH}*)*")
_QUOTED = re.compile(rf"(?<=[\"«“'])(?P<token>[\w()][\w .,()&+-]{{0,80}}?[\w)]{_ENDING})(?=[\"»”'])")
_FOLDERS = re.compile(
    r"(?<![\w./\\~+*-])(?:(?>(?:[\w.-]++/){2,})(?![\w/*])|(?>(?:[\w.-]++/)*)\*\*?(?:/[\w.*-]+)+)"  # src/main/, src/**/x
)
_GLOB = re.compile(r"(?<![\w*])\*\.(?:[A-Za-z0-9]{1,10}(?!\w)|\{[\w,]{1,60}\}|\*)")
# In a folder's name there may be spaces, if another backslash comes.
_IN_WINDOWS = r"[^\s\\/:*?\"<>|«»“”„]"
_WINDOWS = re.compile(
    rf"(?<!\w)(?:[A-Za-z]:[\\/]|\\\\(?=\w))(?:{_IN_WINDOWS}{{1,80}}(?:\ {_IN_WINDOWS}{{1,80}}){{0,4}}\\){{0,40}}"
    rf"(?:{_IN_WINDOWS}{{1,120}}(?:[\\/]{_IN_WINDOWS}{{1,120}}){{0,40}}[\\/]?)?"
    r"|(?<![\w\\.-])\w[\w.-]*+(?:\\[\w.-]+)+"
)
_AFTER_PATH = ".,;:!?…'’)]}-+~"

_ARGUMENT = r"(?:=(?:\"[^\"\n]{1,80}\"|[^\s\"«»“”]*[^\s\"«»“”.,;:!?)\]]))"
_OPTION = re.compile(
    rf"(?<![^\s(\[«“‘*\"'|])--[a-z][a-z0-9]{{0,40}}(?:-[a-z0-9]{{1,40}}){{0,10}}{_ARGUMENT}?(?![\wæøå-])"
)
_COMMANDS = (
    "ls|rm|cp|mv|grep|sed|awk|tar|git|docker|ssh|scp|chmod|chown|curl|wget|cat|find|python3?|pip3?|npm|npx|node|make|gcc|"
    "ps|kill|df|du|mkdir|apt|sudo|ping|tail|head|sort|unzip|rsync|kubectl|systemctl|java|perl|ruby|ffmpeg|bash|sh"
)
_FLAG = "valget|flagget|bryteren|opsjonen|parameteren|argumentet|option|flag|switch|parameter|argument"
_SHORT = r"-[A-Za-z0-9]{1,5}(?![\w-])"  # "-la", but "-en" is an ending: only behind a word for it, or a command
_SHORT_OPTION = re.compile(rf"(?<!\w)(?:{_FLAG})\ (?P<token>{_SHORT}(?:\ {_SHORT}){{0,3}})")

# The options of a command take it along, and its subcommand, as in "tar -xzf", "git commit -m".
_COMMAND = re.compile(rf"(?<![\w./-])(?:{_COMMANDS})(?:\ [a-z]{{2,12}})?\ {_SHORT}(?:\ {_SHORT}){{0,3}}")
_SUBCOMMANDS = (
    "install|uninstall|update|upgrade|remove|purge|autoremove|build|run|pull|push|commit|clone|checkout|rebase|merge|"
    "stash|fetch|init|status|diff|log|add|reset|start|stop|restart|enable|disable|exec|compose|apply|get|list|search"
)
MANAGERS = "apt|apt-get|dnf|yum|pacman|brew|npm|yarn|pnpm|pip3?|pipx|conda|cargo|git|docker|podman|kubectl|systemctl"
_NO_PACKAGE = (
    "for|to|before|after|and|or|in|on|with|from|first|again|now|command|when|if|it|the|a|an|as|is|was|at|by|of|that|then|"
    "og|eller|å|før|etter|i|på|med|fra|først|igjen|nå|når|hvis|den|det|de|er|var|av|som|til|så|kommandoen|her|here"
)
_SUBCOMMAND = re.compile(
    rf"(?<![\w./-])(?:sudo\ (?:(?:{MANAGERS}|service)\ (?:{_SUBCOMMANDS})|(?:{_COMMANDS}|{MANAGERS}))"
    rf"|(?:{MANAGERS})\ (?:{_SUBCOMMANDS}))(?![\w-])(?:(?<=install)\ (?!(?:{_NO_PACKAGE})(?!\w))[a-z][\w.-]*\w)?"
)

RULES = (
    Rule(TokenKind.FILE, _WINDOWS, "\\:", re.compile(r"\\|:/"), loose=_AFTER_PATH),
    Rule(TokenKind.FILE, _FILE, ".", INNER_DOT),
    Rule(TokenKind.FILE, _QUOTED, ".", INNER_DOT),
    Rule(TokenKind.FILE, _VARIABLE_ROOT, "%$"),
    Rule(TokenKind.FILE, _HIDDEN, ".", INNER_DOT),
    Rule(TokenKind.FILE, _ROOTED, "/", re.compile(r"/(?<!\w.)"), loose=_AFTER_PATH),
    Rule(TokenKind.FILE, _FOLDERS, "/", loose="."),
    Rule(TokenKind.FILE, _GLOB, "*"),
    Rule(TokenKind.OPTION, _OPTION, "-", re.compile("--")),
    Rule(TokenKind.OPTION, _COMMAND, "-", re.compile(r"\ -\w")),
    Rule(TokenKind.OPTION, _SUBCOMMAND, hint=re.compile(rf"(?:sudo|{MANAGERS})\ ")),
    Rule(TokenKind.OPTION, _SHORT_OPTION, "-", re.compile(r"\ -\w")),
)

"""The elements of HTML: which begin paragraphs, what they mark, and which of them close others."""

from reader.text import MarkKind

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ul", "ol", "menu", "dir"})
CELLS = frozenset({"td", "th"})
TERMS = frozenset({"dt", "dd"})
ROW_GROUPS = frozenset({"thead", "tbody", "tfoot"})
# Elements that begin and end a paragraph.
_BLOCK_NAMES = (
    "address article aside audio blockquote body canvas caption center col colgroup details dialog div dl fieldset"
    " figcaption figure footer form frame frameset head header hgroup hr html iframe legend main nav noframes"
    " noscript object optgroup option p param pre search section select source summary svg table textarea title tr"
    " track video"
)
BLOCKS = HEADINGS | LISTS | CELLS | TERMS | ROW_GROUPS | {"li"} | frozenset(_BLOCK_NAMES.split())
MARKS = {
    **dict.fromkeys(("b", "strong"), MarkKind.STRONG),
    **dict.fromkeys(("i", "em", "cite", "dfn"), MarkKind.EMPHASIS),
    **dict.fromkeys(("u", "ins"), MarkKind.UNDERLINE),
    **dict.fromkeys(("s", "del", "strike"), MarkKind.STRIKE),
    **dict.fromkeys(("code", "kbd", "samp", "var", "tt"), MarkKind.CODE),
    "math": MarkKind.MATH,
    "sup": MarkKind.SUPER,
    "sub": MarkKind.SUB,
}
_INLINE_NAMES = (
    "a abbr acronym area base basefont bdi bdo big blink br button data datalist embed font image img input label link"
    " map mark marquee math meta meter nobr output picture progress q rb rp rt rtc ruby slot small span time wbr"
)
KNOWN = BLOCKS | frozenset(_INLINE_NAMES.split()) | frozenset(MARKS)
# Of pages made by programs: shown only where scripts, or what is embedded, cannot be.
UNSHOWN = frozenset({"audio", "canvas", "datalist", "iframe", "noscript", "video"})
# What a closing tag does not reach beyond. What Markdown opens has a name that no element has.
BARRIER = frozenset({"markdown", "note"})
_PARTS = CELLS | {"caption"}
# What an opening tag closes, and what is then not looked beyond.
IMPLIED: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), BARRIER | LISTS | CELLS),
    "p": (frozenset({"p"}), BARRIER | BLOCKS - {"p"}),
    **dict.fromkeys(TERMS, (TERMS, BARRIER | CELLS | {"dl"})),
    **dict.fromkeys(_PARTS | ROW_GROUPS | {"tr"}, (_PARTS, BARRIER | {"table"})),
}
TABLE_OR_BARRIER = BARRIER | {"table"}
IN_TABLE = BARRIER | CELLS

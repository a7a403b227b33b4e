"""Letters of the fonts that have signs in the places of letters, as Unicode."""

from reader import late_re as re

_SYMBOL = (
    (0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?"),
    (0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    (0x60, "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"),
    (0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"),
    (0xE0, "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"),
    (0xF1, "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
)
_WINGDINGS = (
    (0x20, " ✏✂✁👓🔔📖🕯☎✆✉📩📪📫📬📭📁📂📄📃📑🗄⌛⌨🖱🖲🖥💾💾📼✇✍"),
    (0x40, "✎✌👌👍👎☜☞☝☟✋☺😐☹💣☠⚐🚩✈☼💧❄✝✞✠✠✡☪☯ॐ☸♈♉"),
    (0x60, "♊♋♌♍♎♏♐♑♒♓🙰🙵●❍■□□❑❒⬧⧫◆❖⬥⌧⍓⌘❀✿❝❞"),
    (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    (0x9E, "·•▪○◯◯◉◎🔿▪◻🟂✦★✶✴✹✵⯐⌖⟡⌑⯑✪✰"),
    (0xD8, "➢"),
    (0xDF, "←→↑↓↖↗↙↘⬅➔⬆⬇↖↗↙↘⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂▭▫✗✓☒☑"),
)
_WINGDINGS_2 = ((0x4F, "✗✓☒☑☒☒"), (0x97, "•●"), (0xA3, "☐"))
_TABLES = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_OTHERS = frozenset({"webdings", "wingdings 3", "mt extra", "zapfdingbats", "marlett"})
_KNOWN = {
    font: {first + place: sign for first, signs in table for place, sign in enumerate(signs)}
    for font, table in _TABLES.items()
}
# Where such fonts have their signs; other fonts have nothing there.
_LEFT = re.compile("[\uf000-\uf0ff]")
# A sign that has no counterpart.
_UNKNOWN = "▪"


def symbol(font: str, code: int) -> str:
    """The letter with this code in a font, which may be one of signs."""
    name, place = font.casefold().strip(), code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if name in _KNOWN:
        return _KNOWN[name].get(place, _UNKNOWN)
    if name in _OTHERS:
        return _UNKNOWN
    if place != code and not font:
        return _KNOWN["symbol"].get(place, _UNKNOWN)
    return chr(place) if 0x20 <= place < 0x110000 and not 0xD800 <= place < 0xE000 else ""


def in_unicode(text: str, font: str) -> str:
    """A text that is set in a font, with its signs as Unicode has them."""
    if text.isascii() and not is_of_signs(font):
        return text
    signs = is_of_signs(font)
    if signs:
        return "".join(symbol(font, ord(c)) if c >= " " else c for c in text)
    # Programs that drop the font have left these, mostly of lists.
    return _LEFT.sub(lambda sign: symbol("", ord(sign[0])), text)


def is_of_signs(font: str) -> bool:
    """Whether a font has signs in the places of letters."""
    name = font.casefold().strip()
    return name in _KNOWN or name in _OTHERS

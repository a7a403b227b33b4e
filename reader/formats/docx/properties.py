"""The properties of runs: how letters look, as styles and runs say it."""

from collections.abc import Iterable, Mapping

from reader.formats.xml_parts import Element, attribute, children, local_name

# Properties that a run or style has: of those that are on or off, whether they are on, of others the value.
Looks = Mapping[str, str | bool]

# On in the style of a paragraph and in that of its letters they are off, as Word has it.
_TOGGLES = frozenset({"b", "i", "strike", "vanish"})
_SWITCHES = _TOGGLES | {"dstrike", "specVanish"}
_OFF = frozenset({"0", "false", "off", "none"})


def is_on(element: Element | None) -> bool:
    """Whether an element that switches something on or off, if it is there, switches it on."""
    return element is not None and attribute(element, "val") not in _OFF


def looks_of(properties: Element | None) -> dict[str, str | bool]:
    """What an element with the properties of a run says."""
    found: dict[str, str | bool] = {}
    for element in properties if properties is not None else ():
        name = local_name(element)
        if name in _SWITCHES:
            found[name] = is_on(element)
        elif name == "u":
            found["u"] = attribute(element, "val") not in _OFF
        elif name in ("vertAlign", "rStyle", "lang"):
            found[name] = attribute(element, "val")
        elif name == "rFonts" and (font := attribute(element, "ascii") or attribute(element, "hAnsi")):
            found["font"] = font
    return found


def inherited(chain: Iterable[Looks]) -> Looks:
    """What styles say, the outermost first."""
    found: dict[str, str | bool] = {}
    for looks in chain:
        found.update(looks)
    return found


def combined(paragraph: Looks, letters: Looks, own: Looks) -> Looks:
    """What the styles of a paragraph and of its letters and the run itself say together."""
    if not letters and not own:
        return paragraph
    found = {**paragraph, **letters, **own}
    for name in _TOGGLES:
        if name not in own and name in letters and name in paragraph:
            found[name] = bool(letters[name]) != bool(paragraph[name])
    return found


def property_of(properties: Element | None, name: str) -> Element | None:
    """The property of this name, if it is there."""
    return next(children(properties, name), None) if properties is not None else None

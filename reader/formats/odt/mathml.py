"""Formulas in MathML, written on one line."""

from collections.abc import Sequence

from reader.formats.formulas import subscript, superscript, together
from reader.formats.odt.names import name_of
from reader.formats.xml_parts import Element


def line_of(formula: Element) -> str:
    """What a page shows of a formula, on one line: "a/b", "√(a+b)", "x²"."""
    return " ".join(_written(formula).split())


def _written(element: Element) -> str:
    name = name_of(element).removeprefix("math:")
    if name in _LEAVES:
        return _leaf(name, str("".join(element.itertext())).strip())
    if name.startswith("annotation"):
        return ""
    parts = [_written(each) for each in element if name_of(each)]
    if name in _PLACED:
        return _PLACED[name](parts)
    parts = [part for part in parts if part]
    match name:
        case "semantics" | "maction":
            return parts[0] if parts else ""
        case "mfenced":
            separator = str(element.get("separators", ","))[:1]
            return str(element.get("open", "(")) + separator.join(parts) + str(element.get("close", ")"))
        case "mtable":
            return "; ".join(parts)
        case "mtr" | "mlabeledtr":
            return ", ".join(parts)
        case "msqrt":
            return "√" + together("".join(parts))
    return (element.text or "").strip() + "".join(parts)


def _leaf(name: str, text: str) -> str:
    if name == "mo" and text in _SPACED:
        return f" {text} "
    return f" {text} " if name == "mtext" else text


def _fraction(parts: Sequence[str]) -> str:
    return "/".join(together(each) for each in parts)


def _root(parts: Sequence[str]) -> str:
    return "".join([superscript("".join(parts[1:2])), "√", *map(together, parts[:1])])


def _raised(parts: Sequence[str]) -> str:
    return "".join([*parts[:1], superscript("".join(parts[1:]))])


def _lowered(parts: Sequence[str]) -> str:
    return "".join([*parts[:1], subscript("".join(parts[1:]))])


def _both(parts: Sequence[str]) -> str:
    return "".join([*parts[:1], subscript("".join(parts[1:2])), superscript("".join(parts[2:]))])


_LEAVES = frozenset({"mi", "mn", "mo", "mtext", "ms"})
_SPACED = frozenset("=+−-<>≤≥≠≈≡→⇒⇔∈±")
_PLACED = {
    "mfrac": _fraction,
    "mroot": _root,
    "msup": _raised,
    "mover": _raised,
    "msub": _lowered,
    "munder": _lowered,
    "msubsup": _both,
    "munderover": _both,
}

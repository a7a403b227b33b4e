"""Formulas of Word, written in a line: "x = (-b ± √(b² - 4ac))/2a"."""

from collections.abc import Callable, Iterator

from reader.formats.docx.properties import property_of
from reader.formats.formulas import subscript, superscript, together
from reader.formats.xml_parts import Element, attribute, child, children, local_name

_UNSHOWN = frozenset({"del", "moveFrom", "rPr", "ctrlPr"})
_FUNCTION_APPLIED = "\u2061"
_CHARACTER = "chr"


def formula(element: Element) -> str:
    """A formula in a line."""
    return "".join(_pieces(element)).replace(_FUNCTION_APPLIED, " ").strip()


def _pieces(element: Element) -> Iterator[str]:
    for each in children(element):
        name = local_name(each)
        if name == "t":
            yield each.text or ""
        elif name in _WRITTEN:
            yield _WRITTEN[name](each)
        elif name == "br":
            yield " "
        elif name not in _UNSHOWN and not name.endswith("Pr"):
            yield from _pieces(each)


def _of(element: Element, name: str) -> str:
    found = child(element, name)
    return formula(found) if found is not None else ""


def _fraction(element: Element) -> str:
    return f"{together(_of(element, 'num'))}/{together(_of(element, 'den'))}"


def _shifted(element: Element) -> str:
    base, low, high = (_of(element, name) for name in ("e", "sub", "sup"))
    if element.tag.endswith("}sPre"):
        return subscript(low) + superscript(high) + base
    return base + subscript(low) + superscript(high)


def _root(element: Element) -> str:
    return f"{superscript(_of(element, 'deg'))}√{together(_of(element, 'e'))}"


def _large(element: Element) -> str:
    sign = _value(element, "naryPr", _CHARACTER, "∫")
    return f"{sign}{subscript(_of(element, 'sub'))}{superscript(_of(element, 'sup'))} {_of(element, 'e')}"


def _bracketed(element: Element) -> str:
    begin, end = _value(element, "dPr", "begChr", "("), _value(element, "dPr", "endChr", ")")
    between = _value(element, "dPr", "sepChr", "|")
    return begin + between.join(formula(each) for each in children(element, "e")) + end


def _limit(element: Element) -> str:
    return f"{_of(element, 'e')}_{together(_of(element, 'lim'))}"


def _upper_limit(element: Element) -> str:
    return f"{_of(element, 'e')}^{together(_of(element, 'lim'))}"


def _function(element: Element) -> str:
    return f"{_of(element, 'fName')} {_of(element, 'e')}".strip()


def _accented(element: Element) -> str:
    return _of(element, "e") + _value(element, "accPr", _CHARACTER, "\u0302")


def _matrix(element: Element) -> str:
    rows = (", ".join(formula(cell) for cell in children(row, "e")) for row in children(element, "mr"))
    return f"[{'; '.join(rows)}]"


def _stacked(element: Element) -> str:
    return "; ".join(formula(each) for each in children(element, "e"))


def _value(element: Element, properties: str, name: str, otherwise: str) -> str:
    """A sign that the properties name; they may also name none."""
    found = property_of(child(element, properties), name)
    return attribute(found, "val") if found is not None else otherwise


_WRITTEN: dict[str, Callable[[Element], str]] = {
    "f": _fraction,
    **dict.fromkeys(("sSup", "sSub", "sSubSup", "sPre"), _shifted),
    "rad": _root,
    "nary": _large,
    "d": _bracketed,
    "limLow": _limit,
    "limUpp": _upper_limit,
    "func": _function,
    "acc": _accented,
    "m": _matrix,
    "eqArr": _stacked,
}

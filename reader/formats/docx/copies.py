"""A paragraph behind another that has the same style: what it has of that one, and what not."""

from copy import deepcopy

from reader.formats.docx.atoms import Thing
from reader.formats.docx.letters import names_in_order, tag_beside
from reader.formats.docx.tokens import Token
from reader.formats.docx.writing import without_names
from reader.formats.xml_parts import Element, attribute, child, children, local_name

# The properties of a paragraph in the order that they have.
_NAMES = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
    " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_ORDER = _NAMES.split()
_NOT_COPIED = ("framePr", "pPrChange", "sectPr")
# Of the letters of its end: that it has been inserted or deleted.
_CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange")
# Fields that count: a second one would count again; and those that someone fills in.
_COUNTING = frozenset(
    {"SEQ", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"}
)
_COUNTING |= {"ASK", "FILLIN", "SET", "TC", "XE", "TA", "RD"}
_COPIED = frozenset({"oMath", "oMathPara", "sym", "symEx", "t", "ruby", "fldSimple", "tab", "ptab"})


def copy_beside(old: Element, indent: Element | None = None, *, numbered: bool) -> Element:
    """An empty paragraph behind another, in the same style and without its number; it ends the section instead.

    `indent` is what the list indents the other one by.
    """
    new = old.makeelement(old.tag)
    properties = child(old, "pPr")
    if properties is not None:
        new.append(_properties(properties, indent, numbered=numbered))
        section = child(properties, "sectPr")
        if section is not None:
            new[0].append(section)
    elif numbered:
        new.append(_properties(old.makeelement(tag_beside(old, "pPr")), indent, numbered=numbered))
    new.tail = None
    old.addnext(new)
    return new


def _properties(old: Element, indent: Element | None, *, numbered: bool) -> Element:
    new = deepcopy(old)
    new.tail = None
    for each in list(children(new, *_NOT_COPIED)):
        new.remove(each)
    marks = child(new, "rPr")
    if marks is not None:
        for each in list(children(marks, *_CHANGES)):
            marks.remove(each)
    if numbered:
        number = names_in_order(new, "numPr", _ORDER)
        for each in list(number):
            number.remove(each)
        number.append(_valued(number, "ilvl", "0"))
        number.append(_valued(number, "numId", "0"))
        for each in (indent, child(old, "ind")):  # what the paragraph itself says counts
            if each is not None:
                _indent(names_in_order(new, "ind", _ORDER), each)
    names_in_order(new, "pageBreakBefore", _ORDER).set(tag_beside(new, "val"), "0")
    return new


def _indent(new: Element, of_list: Element) -> None:
    """Begin every line where the list has the words begin."""
    for name in ("left", "start"):
        if value := attribute(of_list, name):
            new.set(tag_beside(new, name), value)
    new.set(tag_beside(new, "firstLine"), "0")
    for name in ("hanging", "hangingChars", "firstLineChars"):
        new.attrib.pop(tag_beside(new, name), None)


def _valued(beside: Element, name: str, value: str) -> Element:
    return beside.makeelement(tag_beside(beside, name), {tag_beside(beside, "val"): value})


def copy_of(thing: Thing) -> tuple[Token, ...] | str | None:
    """What a copy of a paragraph has for a thing: copies of its elements, "" for its text, None for nothing."""
    if thing.text:
        return None
    if len(thing.tokens) == 1 and local_name(thing.tokens[0].element) not in _COPIED:
        return None if not _is_control(thing.tokens[0].element) else ""
    if thing.start == thing.end and not thing.shown:
        return None
    if _code(thing) in _COUNTING:
        return ""
    return tuple(token._replace(element=without_names(token.element)) for token in thing.tokens)


def _is_control(element: Element) -> bool:
    return local_name(element) == "sdt"


def _code(thing: Thing) -> str:
    codes = (
        (token.element.text or "") if local_name(token.element) == "instrText" else attribute(token.element, "instr")
        for token in thing.tokens
    )
    return next(iter("".join(codes).split()), "").upper()

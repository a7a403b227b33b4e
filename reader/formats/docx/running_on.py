"""Paragraphs of a file that run on into the next: one large letter, or one whose end has been deleted."""

from copy import deepcopy

from reader.formats.docx.letters import tag_beside
from reader.formats.xml_parts import Element, attribute, child


def large_letter(element: Element) -> Element | None:
    """A run of a paragraph that is one large letter at the head of the next; None of any other."""
    properties = child(element, "pPr")
    frame = child(properties, "framePr") if properties is not None else None
    if frame is None or attribute(frame, "dropCap") in ("", "none"):
        return None
    return next(element.iter(tag_beside(element, "r")), None)


def runs_on_by_change(element: Element) -> bool:
    """Whether a paragraph runs on since its end has been deleted or moved, and ends no section."""
    properties = child(element, "pPr")
    mark = child(properties, "rPr") if properties is not None else None
    if mark is None or child(properties, "sectPr") is not None:
        return False
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def move_first_letter(paragraph: Element, large: Element, like: Element) -> None:
    """Move the letter that a paragraph begins with to the one that is to have nothing else, in a run like this one."""
    first = next((each for each in paragraph.iter(tag_beside(paragraph, "t")) if each.text), None)
    if first is None:
        return
    run, text = large.makeelement(tag_beside(large, "r")), large.makeelement(tag_beside(large, "t"))
    length = next((place + 1 for place, letter in enumerate(first.text) if letter.isalnum()), 1)
    text.text, first.text = first.text[:length], first.text[length:]
    properties = child(like, "rPr")
    if properties is not None:
        run.append(deepcopy(properties))
    run.append(text)
    large.append(run)
    if not first.text:
        first.getparent().remove(first)

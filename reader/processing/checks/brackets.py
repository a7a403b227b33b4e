"""The rules "quotation" and "bracket": marks without a partner in the target that have one in the source."""

from collections.abc import Iterator, Mapping

from reader import late_re as re
from reader.processing.finding import Finding, added
from reader.processing.nontranslatables import names
from reader.processing.quotation_marks import DOUBLE, marks_in
from reader.text import Span, stretches_outside

QUOTATION, BRACKET = "quotation", "bracket"
_BRACKETS = re.compile(r"[()\[\]{}]")
_OPENING: Mapping[str, str] = {")": "(", "]": "[", "}": "{"}
# Of a list ("a)", "1)"), if none is open; and of faces.
_OF_A_LIST = re.compile(r"(?:^|\s)\w{1,2}\)$")
_OF_A_FACE = re.compile(r"(?:^|\s)[:;=8xX]['’]?-?[()]$")


def quotations(source: str, target: str, _languages: tuple[str, str]) -> Iterator[Finding]:
    """The quotation mark without a partner, where the source has none such: no quotation that began before."""
    theirs = _quotation_marks(target)
    if theirs and (there := _alone(theirs)) and not _alone(_quotation_marks(source)):
        yield added(QUOTATION, target, *there[:1])


def brackets(source: str, target: str, _languages: tuple[str, str]) -> Iterator[Finding]:
    """The bracket without a partner, where the source has none such."""
    theirs = _brackets(target)
    if theirs and (there := _alone(theirs)) and not _alone(_brackets(source)):
        yield added(BRACKET, target, *there[:1])


def _quotation_marks(text: str) -> list[tuple[Span, str, bool]]:
    """The double quotation marks: where, of what kind, and whether each opens."""
    if not DOUBLE.search(text):
        return []
    return [((mark.start, mark.end), "", mark.opens) for mark in marks_in(text)]


def _brackets(text: str) -> list[tuple[Span, str, bool]]:
    if not _BRACKETS.search(text):
        return []
    found: list[tuple[Span, str, bool]] = []
    depth = 0
    for start, end in stretches_outside(names(text), len(text)):
        for match in _BRACKETS.finditer(text, start, end):
            before = text[max(match.start() - 4, 0) : match.end()]
            if (depth == 0 and _OF_A_LIST.search(before)) or _OF_A_FACE.search(before):
                continue
            opens = match[0] not in _OPENING
            depth = depth + 1 if opens else max(depth - 1, 0)
            found.append((match.span(), match[0] if opens else _OPENING[match[0]], opens))
    return found


def _alone(marks: list[tuple[Span, str, bool]]) -> list[Span]:
    """Those without a partner, in order."""
    opened: dict[str, list[Span]] = {}
    alone = []
    for span, kind, opens in marks:
        if opens:
            opened.setdefault(kind, []).append(span)
        elif opened.get(kind):
            opened[kind].pop()
        else:
            alone.append(span)
    return sorted([*alone, *(span for spans in opened.values() for span in spans)])

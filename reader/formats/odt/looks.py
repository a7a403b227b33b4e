"""What styles make of text: marks, its language, whether it is shown."""

from collections.abc import Callable

from reader import late_re as re
from reader.formats.odt.names import value
from reader.formats.xml_parts import Element
from reader.late_dataclasses import dataclass
from reader.text import MarkKind, language_code

_NONE: frozenset[MarkKind] = frozenset()
_SHIFTED = frozenset({MarkKind.SUPER, MarkKind.SUB})
_RAISED = re.compile(r"super|\+?(?!0+(?:\.0*)?%)\d")
_LOWERED = re.compile(r"sub|-(?!0+(?:\.0*)?%)\d")
# Character styles of code, as LibreOffice and Pandoc name them.
_CODE = frozenset(
    {"source text", "teletype", "user entry", "example", "variable", "verbatim char", "html code", "code"}
)
# What programs write where there is no language.
_NO_LANGUAGE = frozenset({"", "none", "zxx", "und", "mul", "qaa", "x-none"})


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says of text; what it does not say is what is around it.

    Attributes:
        marks, unmarked: the marks that it has, and those that it takes away.
        language: a code; "" if it says nothing.
        hidden: whether it is not shown; None if it says nothing.
    """

    marks: frozenset[MarkKind] = _NONE
    unmarked: frozenset[MarkKind] = _NONE
    language: str = ""
    hidden: bool | None = None

    def over(self, around: "Look") -> "Look":
        """The look of text that has this style inside another."""
        return Look(
            (around.marks - self.unmarked) | self.marks,
            (around.unmarked - self.marks) | self.unmarked,
            self.language or around.language,
            around.hidden if self.hidden is None else self.hidden,
        )


PLAIN = Look()


def look_of(properties: Element) -> Look:
    """What a `style:text-properties` says."""
    said = {kind: test(value(properties, name)) for kind, (name, test) in _TESTS.items() if value(properties, name)}
    marks, unmarked = ({kind for kind, is_so in said.items() if is_so is wanted} for wanted in (True, False))
    position = value(properties, "style:text-position")
    if position:
        shift = {MarkKind.SUPER} if _RAISED.match(position) else {MarkKind.SUB} if _LOWERED.match(position) else set()
        marks |= shift
        unmarked |= _SHIFTED - shift
    display = value(properties, "text:display")
    return Look(frozenset(marks), frozenset(unmarked), _language(properties), display == "none" if display else None)


def look_named(words: str) -> Look:
    """What the name of a character style says, in small letters."""
    return Look(frozenset({MarkKind.CODE})) if words in _CODE else PLAIN


def _language(properties: Element) -> str:
    language, country = value(properties, "fo:language").lower(), value(properties, "fo:country")
    if language in _NO_LANGUAGE:
        return ""
    return language_code(language if country.lower() in _NO_LANGUAGE else f"{language}-{country}")


def _is_drawn(line: str) -> bool:
    return line != "none"


_TESTS: dict[MarkKind, tuple[str, Callable[[str], bool]]] = {
    MarkKind.STRONG: ("fo:font-weight", lambda weight: weight in ("bold", "600", "700", "800", "900")),
    MarkKind.EMPHASIS: ("fo:font-style", lambda style: style in ("italic", "oblique")),
    MarkKind.UNDERLINE: ("style:text-underline-style", _is_drawn),
    MarkKind.STRIKE: ("style:text-line-through-style", _is_drawn),
}

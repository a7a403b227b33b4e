"""Paragraphs and headings: what they are, and what is made of their text."""

from dataclasses import field, replace

from reader.formats.html_markers import is_size
from reader.formats.index_entries import drop_page_number
from reader.formats.odt.names import name_of, tag, value
from reader.formats.odt.reading import Frame, Reading
from reader.formats.odt.spans import Spans
from reader.formats.odt.styles import ParagraphStyle, Role
from reader.formats.odt.targets import heading_place
from reader.formats.xml_parts import Element
from reader.late_dataclasses import dataclass
from reader.text import OBJECT, Box, BoxKind, Kind, MarkKind

_KINDS = {Role.CAPTION: Kind.CAPTION, Role.TERM: Kind.TERM, Role.DEFINITION: Kind.DEFINITION}
_MOST_LEVELS = 6


@dataclass
class Paragraphs:
    """Reads paragraphs, each into the builder.

    Attributes:
        in_index: whether they are entries of a list of contents or an index.
        titled: whether there has been a title.
    """

    reading: Reading
    in_index: bool = False
    titled: bool = False
    spans: Spans = field(init=False)

    def __post_init__(self) -> None:
        """Begin with no title."""
        self.spans = Spans(self.reading)

    def role(self, element: Element) -> Role:
        """What a `text:p` or `text:h` is."""
        role = self.style(element).role
        if role is Role.CODE and not self.reading.code:
            return Role.PLAIN
        is_heading = name_of(element) == "text:h" and role is not Role.TITLE
        return Role.HEADING if is_heading else role

    def style(self, element: Element) -> ParagraphStyle:
        """The style of a `text:p` or `text:h`."""
        return self.reading.styles.paragraph(value(element, "text:style-name"))

    def hides(self, element: Element) -> bool:
        """Whether a paragraph is not shown, by its style or by a field in it; it is counted then."""
        hidden = bool(self.style(element).look.hidden) or _hides_itself(element)
        self.reading.builder.left_out["hidden"] += hidden
        return hidden

    def begin(self, element: Element) -> list[Frame]:
        """Read the text of a `text:p` or `text:h`; returns what is anchored in it."""
        style = self.style(element)
        self.reading.masters.update(dict.fromkeys(style.masters or ("",)))
        self.spans.read(element, style)
        frames, self.reading.frames = self.reading.frames, []
        return frames

    def end(self, element: Element, marker: str) -> None:
        """End a paragraph that has begun; `marker` is that of a heading. One of code goes on in the next."""
        builder, role = self.reading.builder, self.role(element)
        if role is Role.CODE:
            return
        if self.in_index:
            drop_page_number(builder.inline)
        first = len(builder.paragraphs)
        match role:
            case Role.HEADING | Role.TITLE:
                self._end_heading(role, self._level(element))
            case Role.RULE if builder.inline.empty:
                builder.add("", Kind.RULE)
            case _ if self._is_formula():
                builder.add(builder.inline.take().text, Kind.MATH)
            case _ if not self._end_images():
                self._end_plain(role, of_table=self.style(element).of_table)
        if marker and len(builder.paragraphs) > first:
            builder.paragraphs[first] = replace(builder.paragraphs[first], marker=marker)

    def _end_heading(self, role: Role, level: int) -> None:
        builder, first = self.reading.builder, len(self.reading.builder.paragraphs)
        builder.heading, builder.titled = level, True
        if role is Role.TITLE:
            in_page = any(box.kind is BoxKind.FURNITURE for box in builder.within)
            builder.heading, builder.titled = 0 if in_page else 1, self.titled
        builder.end()
        self.titled = self.titled or (role is Role.TITLE and builder.titled)
        builder.heading, builder.titled = 0, True
        if len(builder.paragraphs) > first:
            builder.ids.append((heading_place(builder.paragraphs[first].text), first))

    def _end_plain(self, role: Role, *, of_table: bool) -> None:
        builder, within = self.reading.builder, self.reading.builder.within
        if role not in _KINDS:
            builder.end()
            return
        depth = builder.enter("paragraph", plain=_KINDS[role])
        if role is Role.CAPTION and not of_table:
            builder.within = self._around_figure() or within
        builder.unwind(depth)

    def _around_figure(self) -> tuple[Box, ...]:
        """The boxes of the image right before this, if there is one here: a caption belongs to it."""
        builder = self.reading.builder
        last = builder.paragraphs[-1] if builder.paragraphs else None
        own = last is not None and last.kind is Kind.FIGURE and last.within[:-1] == builder.within
        return last.within if own and last is not None else ()

    def _level(self, element: Element) -> int:
        level = value(element, "text:outline-level")
        number = int(level) if is_size(level) else 0
        return min(max(number or self.style(element).outline, 1), _MOST_LEVELS)

    def heading_level(self, element: Element) -> int:
        """The level of a heading as it is counted, from 1."""
        level = value(element, "text:outline-level")
        return max(int(level), 1) if is_size(level) else max(self.style(element).outline, 1)

    def _is_formula(self) -> bool:
        """Whether there is nothing but a formula."""
        inline = self.reading.builder.inline
        marks = [mark for mark in inline.marks if mark.kind is MarkKind.MATH]
        if len(marks) != 1:
            return False
        text = "".join(inline.parts)
        return not (text[: marks[0].start] + text[marks[0].end :]).strip()

    def _end_images(self) -> bool:
        """If there is nothing but images that stand in the line, make them figures."""
        builder = self.reading.builder
        count = sum(mark.kind is MarkKind.IMAGE for mark in builder.inline.marks)
        if not count or "".join(builder.inline.parts).replace(OBJECT, "").strip():
            return False
        builder.inline.take()
        figures = builder.figures[-count:]
        del builder.figures[-count:]
        for figure in figures:
            builder.inline.image("", figure)
        builder.end()
        return True


def _hides_itself(paragraph: Element) -> bool:
    """Whether there is a field in a paragraph that says that it is not shown."""
    for field_ in paragraph.iter(tag("text:hidden-paragraph")):
        around = next(field_.iterancestors(tag("text:p"), tag("text:h")), None)
        if around is paragraph and value(field_, "text:is-hidden") == "true":
            return True
    return False

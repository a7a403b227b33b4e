"""What stands around blocks of Markdown: prefixes of their lines for quotations, items of lists, notes, callouts."""

from collections.abc import Iterator, Mapping
from dataclasses import field

from reader import late_re as re
from reader.export.markdown.inline import inline_markdown
from reader.export.markup import one_line
from reader.export.nesting import Chain
from reader.late_dataclasses import dataclass
from reader.text import Box, BoxKind, Paragraph

_CALLOUT = re.compile(r"[A-Za-z]{1,20}")


@dataclass(frozen=True, slots=True)
class Unit:
    """A block of Markdown.

    Attributes:
        chain: what it stands in.
        content: its lines, without prefixes.
        marker: if it opens an item of a list, what stands before it.
        plain: whether its first line could continue a paragraph.
    """

    chain: Chain
    content: str
    marker: str = ""
    plain: bool = False


@dataclass(slots=True)
class Containers:
    """Writes blocks one after the other, each in what it stands in.

    Attributes:
        labels: of the notes ("#note:0").
        opened: what the latest block stood in, and the prefix of its further lines.
    """

    labels: Mapping[str, str]
    opened: list[tuple[Box | int, str]] = field(default_factory=list)
    begun: bool = False

    def placed(self, unit: Unit) -> str:
        """A block with its prefixes, and an empty line before it if it is not the first."""
        if not unit.chain and not unit.marker and not self.opened:  # as most blocks
            before, self.begun = "\n\n" * self.begun, True
            return before + unit.content
        self._close(unit.chain)
        common = self._prefix()
        before = f"\n{common.rstrip()}\n" if self.begun else ""
        lead = common + "".join(self._openings(unit))
        if unit.marker:
            width = 2 if unit.marker.startswith("-") else len(unit.marker) + 1
            depth = 1 + max((each for each in unit.chain if isinstance(each, int)), default=0)
            self.opened.append((depth, " " * width))
            lead += f"{unit.marker} "
        self.begun = True
        first, *others = unit.content.split("\n")
        prefix = self._prefix()
        lines = [lead + first, *(prefix + line if line else prefix.rstrip() for line in others)]
        return before + "\n".join(lines)

    def _close(self, chain: Chain) -> None:
        """Close what `chain` does not have."""
        pairs = zip(self.opened, chain, strict=False)
        common = next((place for place, ((open_, _), each) in enumerate(pairs) if open_ != each), None)
        del self.opened[min(len(self.opened), len(chain)) if common is None else common :]

    def _openings(self, unit: Unit) -> Iterator[str]:
        """What opens the containers of a block that are not open, which are opened."""
        for place in range(len(self.opened), len(unit.chain)):
            each = unit.chain[place]
            last = place == len(unit.chain) - 1 and unit.plain
            yield self._opening(each, last)

    def _opening(self, each: Box | int, plain: bool) -> str:
        if isinstance(each, int):  # an item that has no text of its own
            self.opened.append((each, ""))
            return ""
        if each.kind is BoxKind.NOTE:
            self.opened.append((each, "    "))
            return f"[^{self.labels[f'#note:{each.number}']}]: "
        self.opened.append((each, "> "))
        if each.kind is not BoxKind.ASIDE or not each.label:
            return "> "
        label = inline_markdown(Paragraph(one_line(each.label)))
        callout = _CALLOUT.fullmatch(each.label)
        prefix = self._prefix()
        empty = f"{prefix.rstrip()}\n" * (not (plain and callout))
        return f"> {f'[!{label.upper()}]' if callout else f'**{label}**'}\n{empty}{prefix}"

    def _prefix(self) -> str:
        return "".join(prefix for _, prefix in self.opened)

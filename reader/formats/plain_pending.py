"""A paragraph of plain text whose lines are still coming."""

from collections.abc import Iterator

from reader import late_re as re
from reader.formats.plain_division import Divided
from reader.text import Kind

_GAPS = re.compile(r"(?<=\S) {2,}(?=\S)")


class Pending:
    """A paragraph whose lines are still coming."""

    def __init__(self, first: str, kind: Kind, level: int, marker: str = "") -> None:
        self.parts, self.kind, self.level, self.marker = [first], kind, level, marker
        self.sizes, self.gaps = [len(first)], int("  " in first)
        self.lines = [first]

    @property
    def text(self) -> str:
        """What has been read; the white space that sets both edges of lines straight is none of it."""
        text = "".join(self.parts).strip()
        return _GAPS.sub(" ", text) if self.gaps and self._is_justified() else text

    def _is_justified(self) -> bool:
        inner = self.sizes[:-1]
        even = inner[1:] if len(inner) > 2 else inner  # the first may be indented
        return len(inner) > 1 and 2 * self.gaps >= len(inner) and max(even) - min(even) <= 1

    @property
    def starts(self) -> Iterator[tuple[int, str]]:
        """Where in the text each line begins, and the line."""
        lines, start, justified = iter(self.lines), 0, bool(self.gaps) and self._is_justified()
        for part in self.parts:
            if part != "\n":
                yield start, next(lines)
            start += len(_GAPS.sub(" ", part) if justified else part)

    def add(self, line: str, divided: Divided | None) -> None:
        """Add a line: behind a wrap, if there is somewhere to ask for divided words."""
        self.lines.append(line)
        if divided is not None:
            self.parts[-1:] = divided.joined(self.parts[-1], line)
            self.sizes.append(len(line))
            self.gaps += "  " in line
        else:
            self.parts += ["\n", line]

"""Lists of contents of a book, whose lines lead to places in its chapters, with other words."""

from collections.abc import Callable
from dataclasses import field

from reader import late_re as re
from reader.formats.epub.package import resolved
from reader.formats.html_letters import escaped
from reader.formats.html_rewriting import with_edits
from reader.formats.html_scanner import TAG_NAME, Scanner, attributes, unescaped
from reader.late_dataclasses import dataclass
from reader.text import Span


@dataclass
class Listed:
    """Finds the lines of a list of contents, of EPUB 3 (`nav`) or 2 (`ncx`), and its title.

    Attributes:
        markup: the list.
        folder: of its file, in the archive.
        line: what a line becomes, of the path of the file that it leads to and the text; "" for what it is.
        title: likewise of the title.
    """

    markup: str
    folder: str
    line: Callable[[str, str], str]
    title: Callable[[str], str]
    _spans: list[Span] = field(default_factory=list)
    _edits: list[tuple[Span, str]] = field(default_factory=list)
    _address: str = ""
    _in_title: bool = False

    def written(self) -> str:
        """The list with its new words."""
        scanner = Scanner(self.markup)
        for piece in scanner.pieces():
            if isinstance(piece, str):
                self._spans += [(scanner.start, scanner.start + len(piece))] * bool(piece.strip())
            else:
                self._tag(piece)
        return with_edits(self.markup, self._edits)

    def _tag(self, tag: "re.Match[str]") -> None:
        found = TAG_NAME.match(tag[0])
        name, closing = (found[2].rpartition(":")[2].lower(), bool(found[1])) if found else ("", False)
        if name == "a":
            if closing and self._address:
                self._say(self.line(resolved(self.folder, self._address), self._text()))
            self._address = "" if closing else attributes(tag[0]).get("href", "")
            self._spans.clear()
        elif name == "doctitle":
            if closing:
                self._say(self.title(self._text()))
            self._spans.clear()
        elif name == "navlabel" and not closing:
            self._spans.clear()
        elif name == "content" and not closing:
            self._say(self.line(resolved(self.folder, attributes(tag[0]).get("src", "")), self._text()))

    def _text(self) -> str:
        return unescaped("".join(self.markup[start:end] for start, end in self._spans))

    def _say(self, new: str) -> None:
        """Put other words in the place of the text that has been read last, all of them into its first piece."""
        if new and self._spans:
            self._edits += zip(self._spans, [escaped(new), *[""] * (len(self._spans) - 1)], strict=True)
        self._spans.clear()

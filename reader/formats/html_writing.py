"""Writing the text of a paragraph of HTML anew: its words in their elements, with what is no text in its place."""

from bisect import bisect_right
from collections import deque
from collections.abc import Sequence
from dataclasses import field

from reader.formats.html_held import torn_elements
from reader.formats.html_letters import Letter, escaped
from reader.formats.html_regions import Atom, Region, Run
from reader.formats.html_scanner import TAG_NAME, attributes
from reader.formats.html_tags import names_in, with_attribute, without_names
from reader.formats.inline import unshifted
from reader.formats.rewriting.changes import Change
from reader.formats.rewriting.placement import Fixed, Object, Piece, Placement, Stretch, placed
from reader.late_dataclasses import dataclass
from reader.text import INLINE_KINDS, MarkKind, Paragraph, Span, composed, language_code, merged, shown


@dataclass(frozen=True, slots=True)
class Manner:
    """How paragraphs are written.

    Attributes:
        language: tag of the language of the new words.
        xml: whether the file is XML.
        copy: whether what is written is a second one beside the old.
    """

    language: str = ""
    xml: bool = False
    copy: bool = False

    @property
    def line_break(self) -> str:
        """The element for one."""
        return "<br/>" if self.xml else "<br>"

    def in_language(self, tag: str) -> str:
        """A tag that says what language is in its element."""
        if not self.language:
            return tag
        given = attributes(tag)
        if self.xml or "xml:lang" in given:
            tag = with_attribute(tag, "xml:lang", self.language)
        return with_attribute(tag, "lang", self.language) if "xml:lang" not in given or "lang" in given else tag


def written_anew(
    region: Region, markup: str, paragraph: Paragraph, change: Change, manner: Manner
) -> tuple[str, Placement]:
    """The markup of a paragraph with its new text, and what was placed where."""
    marks = [mark for mark in paragraph.marks if mark.kind is not MarkKind.ORIGIN]
    runs = [part for part in region.parts if isinstance(part, Run)]
    described = {run.tag for run in runs}
    atoms = [part for part in region.parts if isinstance(part, Atom) and part.tag < 0]
    foreign = frozenset(mark.href for mark in change.marks if mark.kind is MarkKind.LANGUAGE)
    spans = [
        (m.start, m.end) for m in marks if m.kind in INLINE_KINDS or (m.kind is MarkKind.LANGUAGE and m.href in foreign)
    ]
    kept = merged(spans)
    pieces = [Piece(r.start, r.start + len(r.letters), (r.path, r.tag), _is_usual(r, region, kept)) for r in runs]
    placement = placed(paragraph.text, marks, change, pieces, [_fixed(atom, paragraph.text) for atom in atoms])
    described -= {runs[part.piece].tag for part in placement.parts if isinstance(part, Stretch) and part.piece >= 0}
    if described:  # these images have no words to stand at
        atoms = [part for part in region.parts if isinstance(part, Atom) and (part.tag < 0 or part.tag in described)]
        placement = placed(paragraph.text, marks, change, pieces, [_fixed(atom, paragraph.text) for atom in atoms])
    writing = _Writing(region, markup, runs, atoms, manner, foreign, same=paragraph.text == change.text)
    text = writing.written(placement)
    if "<q" in text.lower() or "</q" in text.lower():
        text = text if _quotes_match(text) else writing.without_quotes().written(placement)
    return text, placement


# What may be around words that are not set apart.
_PLAIN = ("span", "font")


def _is_usual(run: Run, region: Region, kept: Sequence[Span]) -> bool:
    """Whether other words may look like a run: not if it is emphasised, a link, of an attribute, or kept."""
    if run.tag >= 0 or any(region.elements[index].opening.name not in _PLAIN for index in run.path):
        return False
    behind = bisect_right(kept, run.start, key=lambda span: span[0])
    return not behind or kept[behind - 1][1] <= run.start


def _fixed(atom: Atom, text: str) -> Fixed:
    start, end = atom.span
    return Fixed(start, end, opens=start == end and atom.tag < 0 and (not start or text[start - 1].isspace()))


@dataclass
class _Writing:
    """Writes one paragraph."""

    region: Region
    markup: str
    runs: Sequence[Run]
    atoms: Sequence[Atom]
    manner: Manner
    foreign: frozenset[str]
    same: bool
    out: list[str] = field(default_factory=list)
    path: tuple[int, ...] = ()
    opened: set[int] = field(default_factory=set)
    done: set[int] = field(default_factory=set)
    last: int = -1

    def without_quotes(self) -> "_Writing":
        """The same with quotation marks as text where they are elements."""
        runs = [Run(r.start, list(map(_as_text, r.letters)), r.path, r.tag) for r in self.runs]
        return _Writing(self.region, self.markup, runs, self.atoms, self.manner, self.foreign, same=self.same)

    def written(self, placement: Placement) -> str:
        """The markup."""
        parts = placement.parts
        self.loose = deque(atom for atom in self.atoms if atom.loose)
        letters = (letter for run in self.runs for letter in run.letters)
        self.breaks = deque(letter.written for letter in letters if letter.text == "\n")
        self.runs_like: dict[tuple[int, ...], list[Run]] = {}
        for run in self.runs:
            self.runs_like.setdefault(run.path, []).append(run)
        self.tags = {part.tag: part.written for part in self.region.parts if isinstance(part, Atom)}
        self.gone = torn_elements(self.region, parts, self.runs, self.atoms)
        following = self._following(parts)
        for part, path in zip(parts, following, strict=True):
            if isinstance(part, Stretch):
                self._stretch(part)
            else:
                self._atom(self.atoms[part.number], path)
        self._go(())
        return self._lost_names() + "".join(self.out)

    def _following(self, parts: Sequence[Stretch | Object]) -> list[tuple[int, ...]]:
        """For each part the path of the text that comes next."""
        path: tuple[int, ...] = ()
        found = []
        for part in reversed(parts):
            found.append(path)
            if isinstance(part, Stretch):
                path = self.runs[part.piece].path if part.piece >= 0 else ()
        return found[::-1]

    # Text

    def _stretch(self, stretch: Stretch) -> None:
        run = self.runs[stretch.piece] if stretch.piece >= 0 else _NO_RUN
        self._go(run.path)
        if run.tag >= 0 and run.tag not in self.done:
            self.done.add(run.tag)
            self.out.append(self._with_text(run, stretch.text))
            return
        head = _common(run.letters, stretch.text)
        rest = stretch.text[head:]
        self._letters(run.letters[:head])
        behind = rest[::-1]
        ends = max(self._ends(run, head), key=lambda letters: _common(letters[::-1], behind)) if rest else []
        tail = _common(ends[::-1], behind)
        self._new(run, rest[: len(rest) - tail])
        self._letters(ends[len(ends) - tail :])

    def _ends(self, run: Run, head: int) -> list[list[Letter]]:
        """What a stretch may end with that begins with the `head` of a run: the rest of that, or the next like it."""
        alike = self.runs_like.get(run.path, [])
        behind = bisect_right(alike, self.last, key=lambda other: other.start)
        following = alike[behind] if behind < len(alike) else _NO_RUN
        self.last = max(self.last, following.start)
        return [run.letters[head:], following.letters]

    def _letters(self, letters: Sequence[Letter]) -> None:
        """Letters as they stood."""
        written = "".join([letter.written for letter in letters])
        self.out.append(written)
        if "\n" in written or "<" in written:
            for _ in range(min(sum(letter.text == "\n" for letter in letters), len(self.breaks))):
                self.breaks.popleft()

    def _new(self, run: Run, text: str) -> None:
        """Letters that are written anew."""
        if unshifted(run.text) and any(letter.text != letter.written for letter in run.letters):
            text = "".join(unshifted(letter) or letter for letter in text)
        for number, line in enumerate(text.split("\n")):
            if number:
                self.out.append(self.breaks.popleft() if self.breaks else self._line_break())
            self.out.append(escaped(line))

    def _line_break(self) -> str:
        return "\n" if self.region.preformatted else self.manner.line_break

    def _with_text(self, run: Run, text: str) -> str:
        """The tag that a run is in an attribute of, where white space at the edges would be lost."""
        tag = self.tags[run.tag]
        before, behind = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        if text == run.text and text_of(tag) == text.strip():
            return tag
        return f"{before}{with_text(tag, text.strip())}{behind if before != text else ''}"

    # Elements

    def _go(self, path: tuple[int, ...]) -> None:
        """Close and open elements, until these are open."""
        path = tuple(index for index in path if index not in self.gone and not self._is_choice(index))
        kept = _common_path(self.path, path)
        for index in reversed(self.path[kept:]):
            closing = self.region.elements[index].closing
            self.out.append(self.markup[closing.start : closing.end])
        for index in path[kept:]:
            self.out.append(self._opening(index))
        self.path = path

    def _is_choice(self, index: int) -> bool:
        """Whether an element says what a book shows where (`epub:switch`), which holds for its own place only."""
        return self.manner.copy and self.region.elements[index].opening.name.startswith("epub:")

    def _opening(self, index: int) -> str:
        token = self.region.elements[index].opening
        tag = self.markup[token.start : token.end]
        if self.manner.copy or index in self.opened:
            tag = without_names(tag)
        self.opened.add(index)
        if "lang" not in tag.lower():
            return tag
        given = attributes(tag)
        language = given.get("lang") or given.get("xml:lang")
        if not language or language_code(language) in {*self.foreign, language_code(self.manner.language)}:
            return tag
        return self.manner.in_language(tag)

    def _atom(self, atom: Atom, following: tuple[int, ...]) -> None:
        if self.manner.copy and (not atom.seen or atom.reference or atom.loose):
            return
        if atom.loose:
            atom = self.loose.popleft()  # they stay in order, whatever the words do
        if atom.tag >= 0:
            self._go(atom.path)
            self.out.append(with_text(atom.written, ""))
            return
        if not self.same and TAG_NAME.sub(r"\2", atom.written[:4]).lower().startswith("wbr"):
            return
        kept = (
            atom.path
            if atom.seen
            else max((each[: _common_path(each, atom.path)] for each in (self.path, following)), key=len)
        )
        self._go(kept)
        self.out.append(without_names(atom.written) if self.manner.copy else atom.written)

    def _lost_names(self) -> str:
        """Places with the names of elements that are no longer there, since links may lead to them."""
        if self.manner.copy:
            return ""
        lost = (e.opening for index, e in enumerate(self.region.elements) if index not in self.opened)
        names = [names_in(self.markup[token.start : token.end]) for token in lost]
        return "".join(f"<a {each[0]}></a>" for each in names if each)


_NO_RUN = Run(0, [], ())


def with_text(tag: str, text: str) -> str:
    """A tag of an image or field that shows this text."""
    return with_attribute(tag, _with_words(tag), text)


def text_of(tag: str) -> str:
    """The text that a tag of an image or field shows."""
    return composed(shown(" ".join(attributes(tag).get(_with_words(tag), "").split())))


def _with_words(tag: str) -> str:
    """The attribute that a tag of an image or field has its text in."""
    if tag[:6].lower() != "<input":
        return "alt"
    return "value" if attributes(tag).get("value") else "placeholder"


def _as_text(letter: Letter) -> Letter:
    return Letter(letter.text, escaped(letter.text)) if letter.tag and letter.text == '"' else letter


def _common(letters: Sequence[Letter], text: str) -> int:
    pairs = enumerate(zip(letters, text, strict=False))
    return next((n for n, (letter, other) in pairs if letter.text != other), min(len(letters), len(text)))


def _common_path(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _quotes_match(text: str) -> bool:
    """Whether elements for quotation marks are closed inside what they are opened in."""
    opened: list[str] = []
    for match in TAG_NAME.finditer(text):
        name = match[2].lower()
        if not match[1]:
            opened.append(name)
        elif name == "q" or name in opened:
            while opened and opened[-1] != name:
                if opened.pop() == "q":
                    return False
            if not opened:
                return False
            opened.pop()
    return "q" not in opened

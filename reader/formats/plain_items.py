"""Items of lists in plain text: which lines begin one, by their markers and by the lines around them.

A bullet is sure by itself. A number or letter is not: "17. mai", "i. e." and "I. Hansen" begin lines, too. So such
markers are linked to chains, each to the one before it that is of its kind and in order, and a chain is a list only
if its members make one together.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from enum import Enum, auto

from reader import late_re as re
from reader.formats.ordinals import are_counted, is_counted, is_year
from reader.formats.plain_lines import calls_notes, indent_of
from reader.formats.plain_markers import BOX, Family, Item, bulleted, is_sure, numbered
from reader.late_dataclasses import dataclass

_WHOLE_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")
_SPOKEN = re.compile(r"[.!?…»\"”:,]$|[,!?] (?:sa|sier|spurte|spør|svarte|svarer|ropte|said|asks?|asked|cried) ")
_QUOTED = re.compile(r"[\"”»“][.,]?$")
_HYPHEN_SPEECH = '.!?»"”:'
# So many columns further in than the marker, what follows an item belongs to it.
INSIDE = 2
_SECTIONS = ("1", "A", "A-roman")  # those that may be of headings
_COUNTING = ("1", "A-roman")  # the families of markers that may be ordinals


class LineKind(Enum):
    """What a line that is no plain text and belongs to no table begins."""

    ITEM = auto()
    HEADING = auto()  # a numbered one, which stands on a line of its own
    SPEECH = auto()  # a hyphen that leads speech, or the source of a quotation


@dataclass(slots=True)
class _Candidate:
    place: int
    item: Item
    value: tuple[int, ...]
    last: str  # its last line
    introduced: bool  # the line above ends with a colon or calls what follows notes
    signs: bool = False  # it stands below a quotation, and further in, as the name of who said it does
    holds: bool = False  # a bullet stands below its first line, in line with its text


@dataclass(slots=True)
class _Chain:
    members: list[_Candidate] = field(default_factory=list)
    tight: int = 0  # links without a blank line between
    loose: int = 0  # links with blank lines between
    far: int = 0  # links across other text

    @property
    def first(self) -> _Candidate:
        return self.members[0]


@dataclass(slots=True)
class Found:
    """The lines that begin something, by their place: the items, and what all of them are."""

    items: dict[int, Item] = field(default_factory=dict)
    kinds: dict[int, LineKind] = field(default_factory=dict)


@dataclass(slots=True)
class Scanner:
    """Finds the items among the lines of one region, fed with its lines in order."""

    found: Found = field(default_factory=Found)
    chains: list[_Chain] = field(default_factory=list)
    near: dict[tuple[Family, int], _Chain] = field(default_factory=dict)
    far: dict[tuple[Family, int], _Chain] = field(default_factory=dict)
    current: list[_Candidate] = field(default_factory=list)
    before: str = ""  # the last line
    blank: bool = True  # whether a blank line is above

    def text(self, lines: Sequence[str]) -> None:
        """Lines of running text, a block of their own."""
        if self.near:
            self._leave(indent_of(lines[0]))
        self.before, self.blank = lines[-1], True

    def aside(self, indent: int) -> None:
        """What has no items, at an indent: a table, code, a quotation; at -1 a rule or heading: it ends all lists."""
        self._leave(indent)
        self.before, self.blank, self.current = "", False, []

    def contents(self, place: int, items: Sequence[Item]) -> None:
        """A block of lines that are items of a list of contents, the first of them at a place in the region."""
        self.aside(-1)
        self.found.items |= dict(enumerate(items, place))
        self.found.kinds |= dict.fromkeys(range(place, place + len(items)), LineKind.ITEM)
        self.blank = True

    def line(self, place: int, line: str, *, marked: bool, wrapped: bool) -> None:
        """The next line of a block, at a place in the region.

        `marked`: whether it may begin with a marker; `wrapped`: whether it goes on with the line above.
        """
        candidates = list(_candidates(place, line, self.before)) if marked else ()
        bullet = bulleted(line) if marked else None
        if bullet is not None:
            for candidate in self.current:
                candidate.holds |= candidate.place == place - 1 and candidate.item.content == bullet.indent
        if candidates:
            self.current = candidates
            self._link(candidates)
        elif bullet is not None:
            self.found.items[place], self.found.kinds[place] = bullet, LineKind.ITEM
            self.current = []
        elif not wrapped:
            self._leave(indent := indent_of(line))
            self.current = [c for c in self.current if indent > c.item.indent]
        for candidate in self.current:
            candidate.last = line
        self.before, self.blank = line, False

    def end_of_block(self) -> None:
        """A blank line follows."""
        self.blank = True
        self.current = []

    def _leave(self, indent: int) -> None:
        """Text at this indent: lists whose text is further in are left, and go on only behind it."""
        left = [key for key, chain in self.near.items() if indent < chain.members[-1].item.indent + INSIDE]
        for key in left:
            self.far[key] = self.near.pop(key)

    def _link(self, candidates: Sequence[_Candidate]) -> None:
        for candidate in candidates:
            if self._continued(candidate):
                return
        for candidate in candidates:
            self._open(candidate)

    def _continued(self, candidate: _Candidate) -> bool:
        family, indent = candidate.item.family, candidate.item.indent
        for at in (indent, indent - 1, indent + 1):
            chain = self.near.get((family, at))
            if chain is not None and _follows(chain.members[-1], candidate, blank=self.blank):
                self._add(chain, candidate, (family, at), far=False)
                return True
        chain = self.far.get((family, indent))
        if chain is not None and _follows_far(chain.members[-1], candidate):
            self._add(chain, candidate, (family, indent), far=True)
            return True
        return False

    def _add(self, chain: _Chain, candidate: _Candidate, key: tuple[Family, int], *, far: bool) -> None:
        (self.far if far else self.near).pop(key)
        chain.members.append(candidate)
        chain.far += far
        chain.loose += self.blank and not far
        chain.tight += not self.blank and not far
        self.near[candidate.item.family, candidate.item.indent] = chain

    def _open(self, candidate: _Candidate) -> None:
        chain = _Chain([candidate])
        self.chains.append(chain)
        self.near[candidate.item.family, candidate.item.indent] = chain

    def result(self) -> Found:
        """What has been found, when all lines are fed."""
        for chain in self.chains:
            kinds = _judged(chain)
            for candidate, kind in zip(chain.members, kinds, strict=True):
                if kind is not None and self.found.kinds.get(candidate.place) is not LineKind.ITEM:
                    self.found.kinds[candidate.place] = kind
                    self.found.items[candidate.place] = candidate.item
        return self.found


def _candidates(place: int, line: str, before: str) -> Iterator[_Candidate]:
    """The items that a line may begin, by each reading of its marker: "i)" is a letter and a number."""
    introduced = before.rstrip().endswith(":") or calls_notes(before)
    bullet = bulleted(line)
    if bullet is not None:
        if not is_sure(bullet):
            signs = bullet.text[0].isupper() and bullet.indent > indent_of(before) and _is_quotation(before)
            yield _Candidate(place, bullet, (0,), line, introduced, signs)
        return
    for item, value in numbered(line):
        yield _Candidate(place, item, value, line, introduced)


def _is_quotation(line: str) -> bool:
    """Whether a line ends a quotation, and is no item."""
    return _QUOTED.search(line.rstrip()) is not None and bulleted(line) is None and not any(numbered(line))


def _follows(before: _Candidate, after: _Candidate, *, blank: bool) -> bool:
    """Whether a candidate is the next of a list, with nothing that belongs to neither between."""
    family = before.item.family[0]
    if family in "–—":
        return not blank
    if family in ("-", BOX):
        return True
    if blank and _is_ordinal(before) != _is_ordinal(after) and (_is_ordinal(after) or after.item.first):
        return False  # "2. divisjon", and below it a list
    return _in_order(before.value, after.value)


def _in_order(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    if before[:-1] != after[:-1]:
        return after[-1] == 1 and after[:-1] > before[:-1]  # "2.1" after "1.3"
    return abs(after[-1] - before[-1]) == 1 or before == after == (1,)


def _follows_far(before: _Candidate, after: _Candidate) -> bool:
    if after.item.family[0] in ("-", "–", "—", BOX):
        return False
    forward = before.value[:-1] == after.value[:-1] and after.value[-1] == before.value[-1] + 1
    certain = after.item.marker.endswith(")") or after.item.text[0].isupper()
    return forward and certain and not _is_ordinal(after)


def _is_ordinal(candidate: _Candidate) -> bool:
    """Whether the number belongs to the word behind it."""
    if candidate.item.family[0] not in _COUNTING or not candidate.item.marker.endswith("."):
        return False
    return is_counted(candidate.item.text)


def _judged(chain: _Chain) -> Iterable[LineKind | None]:
    """What each member of a chain is, None for plain text."""
    family = chain.first.item.family[0]
    if family == "-":
        return [LineKind.SPEECH if _speaks(c, chain) else LineKind.ITEM for c in chain.members]
    if family in "–—":
        kind = None if any(map(_is_spoken, chain.members)) or not _is_list(chain) else LineKind.ITEM
    elif _are_sections(chain):
        kind = LineKind.HEADING
    else:
        kind = LineKind.ITEM if _is_list(chain) else None
    return [kind] * len(chain.members)


def _speaks(candidate: _Candidate, chain: _Chain) -> bool:
    """Whether a hyphen leads speech, as printed in Norwegian, a whole sentence between blank lines; or a source."""
    text, last = candidate.item.text, candidate.last.rstrip()
    if candidate.signs and len(chain.members) == 1:
        return True
    apart = chain.loose > 0 or len(chain.members) == 1
    told = candidate.item.marker in "•-" and (text[0] in '«"“' or text[0].isupper())  # no box to tick
    return apart and told and last[-1] in _HYPHEN_SPEECH


def _is_spoken(candidate: _Candidate) -> bool:
    text = candidate.item.text
    return (text[0] in '«"“' or text[0].isupper()) and _SPOKEN.search(candidate.last.rstrip()) is not None


def _is_list(chain: _Chain) -> bool:
    first, members = chain.first, chain.members
    if len(members) == 1:
        return (first.introduced or first.holds) and first.item.first and not _is_ordinal(first)
    if first.item.family[0] in _COUNTING and (is_year(first.value[-1]) or _are_counted(chain)):
        return False
    if _is_abbreviated(first.item) and not first.item.first:
        return False
    # The numbered paragraphs of a law are text, not items.
    return not (first.item.family[-1] == "()" and not chain.tight and all(map(_is_sentence, members)))


def _are_counted(chain: _Chain) -> bool:
    """Whether the numbers are ordinals."""
    if chain.first.item.family[-1] != ".":
        return False
    texts = [candidate.item.text for candidate in chain.members]
    return (chain.far > 0 and any(text[0].islower() for text in texts)) or are_counted(texts, tight=chain.tight > 0)


def _is_abbreviated(item: Item) -> bool:
    """Whether the marker could be an initial or an abbreviation: "I. Hansen", "f. Kr."."""
    return item.family[0] in ("a", "A", "A-roman", "a-roman") and item.family[1] == "."


def _is_sentence(candidate: _Candidate) -> bool:
    return _WHOLE_SENTENCE.search(candidate.last.rstrip()) is not None


def _are_sections(chain: _Chain) -> bool:
    """Whether the members are numbered headings, most with their text below."""
    if 2 * chain.far < len(chain.members) or chain.first.introduced:
        return False
    if chain.tight or chain.first.item.family[0] not in _SECTIONS or chain.first.item.family[-1] != ".":
        return False
    return chain.first.value[-1] == 1 and all(map(_is_headline, chain.members))


def heading_level(item: Item) -> int:
    """The level of a numbered heading, by the parts of its number."""
    return int(item.family[1]) + 1 if item.family[0] == "1" else 2


def _is_headline(candidate: _Candidate) -> bool:
    text = candidate.item.text
    return len(text) <= 80 and text[0].isupper() and text[-1] not in ".!:;,…" and candidate.last.strip().endswith(text)

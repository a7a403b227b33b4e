"""Items of lists in plain text: which lines begin one, by their markers and by the lines around them.

A bullet is sure by itself. A number or letter is not: "17. mai", "i. e." and "I. Hansen" begin lines, too. So such
markers are linked to chains, each to the one before it that is of its kind and in order, and a chain is a list only
if its members make one together.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from reader.formats.plain_lines import AS_FIGURES, MONTH, RAISED, calls_notes, indent_of, is_wrap

_SURE = "•▪◦‣●○■□◆◇▶►➢➤❖☐☑☒✓✔✗✘\uf0b7\uf0a7\uf0d8"
_BULLET = re.compile(rf"\s*([{_SURE}](?=\s*[^\s{_SURE}])|[·∙⁃→*+–—-](?=\s+\S)|o(?=\t\S))\s*")
_TASK = re.compile(r"\[([ xX])\]\s+(?=\S)")
_LABEL = r"\d{1,4}(?:\.\d{1,3})*|[a-zæøåA-ZÆØÅ]|[ivxlc]{2,7}|[IVXLC]{2,7}"
LONE_BULLET = re.compile(rf"\s*[{_SURE}]\s*")
_ORDERED = re.compile(rf"\s*(?:([(\[]?({_LABEL})[.)\]]?)\s+(?=\S)|([{RAISED}]{{1,3}})\s*(?=[^\W\d]))")
_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_FORM = re.compile(r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
# What an ordinal number counts, the ending of a word: "2. verdenskrig", "1. Mosebok", "3. divisjon", "4. klasse".
_COUNTED = re.compile(
    r"\w*(?:bok|brev|krig|divisjon|bataljon|kompani|klasse|plass|etasje|dag|søndag|gang|trinn|omgang|runde|utgave|"
    r"opplag|kvartal|halvår|år|århundre|semester|termin|premie|amanuensis|bind|akt|scene|sats|rad|rekke|ledd|linje|"
    r"verdenskrig|person|generasjon|periode|sesong|forsøk|konge|mann|pinsedag|møte|time|uke|måned)"
    r"(?:a|en|et|n|e|er|ene|ens)?\b",
    re.IGNORECASE,
)
_WHOLE_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")
_SPOKEN = re.compile(r"[.!?…»\"”:,]$|[,!?] (?:sa|sier|spurte|spør|svarte|svarer|ropte|said|asks?|asked|cried) ")
_HYPHEN_SPEECH = '.!?»"”:'
# So many columns further in than the marker, what follows an item belongs to it.
INSIDE = 2
_LAST_FIRST = 999  # a list does not begin with a year

# A kind of marker ("a", ")"): what a chain and a level of a list have in common.
Family = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """The beginning of a list item.

    Attributes:
        marker: as the page shows it.
        indent, content: the columns of the marker and of the text behind it.
        text: of its first line.
        family: what its marker has in common with those of the other items of its list.
        first: whether it is the first by its number or letter; a bullet always is.
    """

    marker: str
    indent: int
    content: int
    text: str
    family: Family
    first: bool = True


class LineKind(Enum):
    """What a line that is no plain text and belongs to no table begins."""

    ITEM = auto()
    HEADING = auto()  # a numbered one, which stands on a line of its own
    SPEECH = auto()  # a hyphen that leads speech


@dataclass(slots=True)
class _Candidate:
    place: int
    item: Item
    value: tuple[int, ...]
    last: str  # its last line
    introduced: bool  # the line above ends with a colon or calls what follows notes


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

    width: int
    found: Found = field(default_factory=Found)
    chains: list[_Chain] = field(default_factory=list)
    near: dict[tuple[Family, int], _Chain] = field(default_factory=dict)
    far: dict[tuple[Family, int], _Chain] = field(default_factory=dict)
    current: list[_Candidate] = field(default_factory=list)
    before: str = ""  # the last line
    blank: bool = True  # whether a blank line is above

    def text(self, lines: Sequence[str]) -> None:
        """Lines of running text, a block of their own."""
        self._leave(indent_of(lines[0]))
        self.before, self.blank = lines[-1], True

    def aside(self, indent: int) -> None:
        """What has no items, at an indent: a table, code, a quotation; at -1 a rule or heading: it ends all lists."""
        self._leave(indent)
        self.before, self.blank, self.current = "", False, []

    def line(self, place: int, line: str, *, marked: bool) -> None:
        """The next line of a block, at a place in the region; `marked`: whether it may begin with a marker."""
        candidates = list(_candidates(place, line, self.before)) if marked else ()
        if candidates:
            self.current = candidates
            self._link(candidates)
        elif marked and (bullet := _bullet(line)) is not None:
            self.found.items[place], self.found.kinds[place] = bullet, LineKind.ITEM
            self.current = []
        elif not self._goes_on(line):
            self._leave(indent := indent_of(line))
            self.current = [c for c in self.current if indent > c.item.indent]
        for candidate in self.current:
            candidate.last = line
        self.before, self.blank = line, False

    def end_of_block(self) -> None:
        """A blank line follows."""
        self.blank = True
        self.current = []

    def _goes_on(self, line: str) -> bool:
        """Whether a line without a marker belongs to the line above it, which was wrapped."""
        return not self.blank and self.width > 0 and is_wrap(self.before, line, self.width)

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


def _bullet(line: str) -> Item | None:
    """The item that a sure bullet begins."""
    found = _BULLET.match(line)
    if found is None or found[1] in "-–—":
        return None
    return _bulleted(line, found)


def _bulleted(line: str, found: re.Match[str]) -> Item:
    marker, rest, end = found[1], line[found.end() :].strip(), found.end()
    if task := _TASK.match(rest):
        marker, rest = "☐" if task[1] == " " else "☑", rest[task.end() :]
    elif marker in "-*+o":
        marker = "•"
    return Item(marker, indent_of(line), _column(line, end), rest, (_FAMILIES.get(found[1], found[1]),))


_FAMILIES = dict.fromkeys("☐☑☒✓✔✗✘", "☐")


def _column(line: str, end: int) -> int:
    return len(line[:end].expandtabs(4))


def _candidates(place: int, line: str, before: str) -> Iterator[_Candidate]:
    """The items that a line may begin, by each reading of its marker: "i)" is a letter and a number."""
    introduced = before.rstrip().endswith(":") or calls_notes(before)
    bullet = _BULLET.match(line)
    if bullet is not None:
        if bullet[1] in "-–—":
            yield _Candidate(place, _bulleted(line, bullet), (0,), line, introduced)
        return
    found = _ORDERED.match(line)
    if found is None:
        return
    marker, rest = found[1] or found[3], line[found.end() :].strip()
    if marker[-1] == "." and marker[0].isdigit() and MONTH.match(rest):
        return  # "17. mai"
    content = _column(line, found.end())
    for family, value in _readings(marker, found[2] or ""):
        item = Item(marker, indent_of(line), content, rest, family, first=value[-1] == 1)
        yield _Candidate(place, item, value, line, introduced)


def _readings(marker: str, label: str) -> Iterator[tuple[Family, tuple[int, ...]]]:
    if not label:
        yield ("¹",), (int(marker.translate(AS_FIGURES)),)
        return
    before, _, after = marker.partition(label)
    form = before + after
    if form not in ("", ".", ")", "()", "[]"):
        return
    if label[0].isdigit():
        value = tuple(map(int, label.split(".")))
        if form or len(value) > 1:
            yield ("1", str(len(value)), form or "."), value
    elif form not in ("", "[]"):
        yield from _letters(label, form)


def _letters(label: str, form: str) -> Iterator[tuple[Family, tuple[int, ...]]]:
    small, case = label.lower(), "a" if label.islower() else "A"
    if len(label) == 1:
        yield (case, form), (_ALPHABET.index(small) + 1,)
    if set(small) <= set("ivxlc") and _ROMAN_FORM.fullmatch(small):
        yield (f"{case}-roman", form), (_roman(small),)


def _roman(label: str) -> int:
    values = [_ROMAN[sign] for sign in label]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _follows(before: _Candidate, after: _Candidate, *, blank: bool) -> bool:
    """Whether a candidate is the next of a list, with nothing that belongs to neither between."""
    family = before.item.family[0]
    if family in "–—":
        return not blank
    if family == "-":
        return True
    return _in_order(before.value, after.value) and not (blank and _is_ordinal(after) and not _is_ordinal(before))


def _in_order(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    if before[:-1] != after[:-1]:
        return after[-1] == 1 and after[:-1] > before[:-1]  # "2.1" after "1.3"
    return abs(after[-1] - before[-1]) == 1 or before == after == (1,)


def _follows_far(before: _Candidate, after: _Candidate) -> bool:
    if after.item.family[0] in "-–—":
        return False
    forward = before.value[:-1] == after.value[:-1] and after.value[-1] == before.value[-1] + 1
    return forward and after.item.text[0].isupper() and not _is_ordinal(after)


def _is_ordinal(candidate: _Candidate) -> bool:
    """Whether the number belongs to the word behind it."""
    if candidate.item.family[0] != "1" or not candidate.item.marker.endswith("."):
        return False
    return _COUNTED.match(candidate.item.text) is not None


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
    """Whether a hyphen leads speech, as printed in Norwegian: a whole sentence between blank lines."""
    text, last = candidate.item.text, candidate.last.rstrip()
    apart = chain.loose > 0 or len(chain.members) == 1
    return apart and (text[0] in '«"“' or text[0].isupper()) and last[-1] in _HYPHEN_SPEECH


def _is_spoken(candidate: _Candidate) -> bool:
    text = candidate.item.text
    return (text[0] in '«"“' or text[0].isupper()) and _SPOKEN.search(candidate.last.rstrip()) is not None


def _is_list(chain: _Chain) -> bool:
    first, members = chain.first, chain.members
    if len(members) == 1:
        return first.introduced and first.item.first and not _is_ordinal(first)
    if first.item.family[0] == "1" and (first.value[-1] > _LAST_FIRST or _are_counted(chain)):
        return False
    if _is_abbreviated(first.item) and not first.item.first:
        return False
    # The numbered paragraphs of a law are text, not items.
    return not (first.item.family[-1] == "()" and not chain.tight and all(map(_is_sentence, members)))


def _are_counted(chain: _Chain) -> bool:
    """Whether the numbers are ordinals."""
    lower = chain.far > 0 and any(c.item.text[0].islower() for c in chain.members)
    return lower or all(map(_is_ordinal, chain.members))


def _is_abbreviated(item: Item) -> bool:
    """Whether the marker could be an initial or an abbreviation: "I. Hansen", "f. Kr."."""
    return item.family[0] in ("a", "A", "A-roman", "a-roman") and item.family[1] == "."


def _is_sentence(candidate: _Candidate) -> bool:
    return _WHOLE_SENTENCE.search(candidate.last.rstrip()) is not None


def _are_sections(chain: _Chain) -> bool:
    """Whether the members are numbered headings, most with their text below."""
    if 2 * chain.far < len(chain.members) or chain.first.introduced:
        return False
    if chain.tight or chain.first.item.family[0] != "1" or chain.first.item.family[-1] != ".":
        return False
    return chain.first.value[-1] == 1 and all(map(_is_headline, chain.members))


def _is_headline(candidate: _Candidate) -> bool:
    text = candidate.item.text
    return len(text) <= 80 and text[0].isupper() and text[-1] not in ".!:;,…" and candidate.last.strip().endswith(text)

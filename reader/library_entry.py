"""One document of the library, and how it is stored among the values of the library's file."""

import os
from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from reader import late_re as re
from reader.files import Stamp, file_name
from reader.json_files import MOST_COUNTED, MOST_ROWS
from reader.late_dataclasses import dataclass
from reader.paths import where_now
from reader.version import __version__

# What is chosen together is written together, by each of its names.
_TOGETHER = {name: names for names in (("row", "share"), ("checked", "sentences")) for name in names}
# Numbers of a stamp.
_STAMP = 3
# Longer titles are no titles; a list of documents is not a place for texts.
_LONGEST_TITLE = 10_000
# Codes of languages (BCP 47 has at most 35 characters), encodings and the like.
_CODE = re.compile(r"[A-Za-z0-9_.-]{1,40}", re.ASCII)
# The largest time, in seconds since 1970, that every system can show: the year 9999.
_LATEST = 253_402_300_799


@dataclass(frozen=True, slots=True)
class Description:
    """What was found in a document when it was read, for as long as its file and the way to read it stay the same.

    Attributes:
        title: its title, on one line.
        language: the code of its language.
        words: its length.
        stamp: that of its file, from before it was read.
        encoding, lines: how the user chose to read it; see `Entry`.
        program: the version of the program that read it: another may find something else.
    """

    title: str
    language: str
    words: int
    stamp: Stamp
    encoding: str = ""
    lines: str = ""
    program: str = __version__


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of the library.

    Attributes:
        path: its file, absolute.
        bundled: whether it came with the program.
        source, target: the languages the user chose for it, or "" if the text decides.
        forced: keys of its paragraphs in other languages that the user wants translated all the same.
        dismissed: codes of the warnings that the user does not want to see in it, perhaps of a later version.
        row, share: the reading position: index of the paragraph at the top of the screen, and the share of it
            (0 to 1) scrolled past.
        encoding, lines: how the user chose to read its file, as in `Choices` of the formats, or "" if the file decides.
            They may be those of a later version.
        title: the title that the user gave it, or "" if the text decides.
        opened: when it was last opened, in whole seconds since 1970, UTC; 0 if never.
        translated: the share of its paragraphs that is translated, from 0 to 1; -1 if unknown.
        checked, sentences: how many of its sentences the user has checked, of how many that can be; 0 if unknown.
        description: what was found in it when it was last read, perhaps with other choices, or None; it does not make
            entries differ.
    """

    path: Path
    bundled: bool = False
    source: str = ""
    target: str = ""
    row: int = 0
    share: float = 0.0
    forced: tuple[str, ...] = ()
    dismissed: tuple[str, ...] = ()
    encoding: str = ""
    lines: str = ""
    title: str = ""
    opened: int = 0
    translated: float = -1.0
    checked: int = 0
    sentences: int = 0
    description: Description | None = field(default=None, compare=False)

    @property
    def known(self) -> Description | None:
        """What was found in it when it was read as it is read now, by this version of the program."""
        found = self.description
        if found is None or (found.encoding, found.lines, found.program) != (self.encoding, self.lines, __version__):
            return None
        return found


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry with its values in the file, some perhaps of a later version; no values if it is not in the file."""

    entry: Entry
    values: Mapping[str, Any]

    def with_choices(self, chosen: Mapping[str, Any]) -> "Kept":
        """A copy with the chosen fields changed; all other values stay, also unknown ones."""
        changed = [name for name, value in chosen.items() if getattr(self.entry, name) != value]
        if not changed:
            return self
        entry = replace(self.entry, **chosen)
        together = (each for name in changed for each in _TOGETHER.get(name, (name,)))
        values = {name: _stored(getattr(entry, name)) for name in together}
        return Kept(entry, {**usual_values(self.entry.path), **self.values, **values})


def new_entry(path: Path) -> Kept:
    """A document that is new to the list."""
    return Kept(Entry(path), usual_values(path))


def absolute(path: Path | str) -> Path:
    """The absolute path. Links are not resolved: a document opened through one keeps the name the user knows."""
    name = os.fspath(path)
    made = os.path.abspath(name)
    return path if made == name and isinstance(path, Path) else Path(made)  # another takes ten times as long


def usual_values(path: Path) -> dict[str, Any]:
    """The values that every document has in the file."""
    return {"path": str(path), "source": "", "target": ""}


def parsed_entry(values: Mapping[str, Any]) -> Entry:
    """Parse an entry; unknown values get defaults. Raises ValueError, TypeError or KeyError if it names no file."""
    path = file_name(values["path"])
    if not os.path.isabs(path):  # noqa: PTH117 -- a Path is made once only, there are thousands
        raise ValueError("no place of a file")
    row, share = values.get("row", 0), values.get("share", 0.0)
    if not (_is_number(row) and _is_number(share) and 0 <= row < MOST_ROWS and 0 <= share <= 1):
        row, share = 0, 0.0
    source, target, encoding, lines = (_code(values, name) for name in ("source", "target", "encoding", "lines"))
    title = _text(values, "title")[:_LONGEST_TITLE]
    translated = values.get("translated", -1.0)
    checked, sentences = count_in(values.get("checked")), count_in(values.get("sentences"))
    return Entry(
        where_now(absolute(path)),
        source=source,
        target=target,
        row=int(row),
        share=float(share),
        forced=_keys(values.get("forced")),
        dismissed=_keys(values.get("dismissed")),
        encoding=encoding,
        lines=lines,
        title=title,
        opened=min(count_in(values.get("opened")), _LATEST),
        translated=float(translated) if _is_number(translated) and 0 <= translated <= 1 else -1.0,
        checked=checked if checked <= sentences else 0,
        sentences=sentences,
        description=_description(values.get("description")),
    )


def _stored(value: Any) -> Any:
    """The value of a field in the file."""
    if not isinstance(value, Description):
        return value
    return {name: getattr(value, name) for name in Description.__slots__} | {"stamp": list(value.stamp)}


def _description(found: object) -> Description | None:
    """What was found in a document; None for what cannot have been."""
    if not isinstance(found, dict):
        return None
    stamp, language, program = found.get("stamp"), _code(found, "language"), _code(found, "program")
    if not (isinstance(stamp, list) and len(stamp) == _STAMP and all(map(_is_integer, stamp))):
        return None
    encoding, lines = _code(found, "encoding"), _code(found, "lines")
    title, words = _text(found, "title")[:_LONGEST_TITLE], min(count_in(found.get("words")), MOST_ROWS)
    return Description(title, language, words, (stamp[0], stamp[1], stamp[2]), encoding, lines, program)


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _code(values: Mapping[str, Any], name: str) -> str:
    """A code, of a language or an encoding say; "" for what cannot be one."""
    value = _text(values, name)
    return value if _CODE.fullmatch(value) else ""


def _keys(value: object) -> tuple[str, ...]:
    """Keys of paragraphs, or codes; none for what is no list of them."""
    return tuple(key for key in value if isinstance(key, str)) if isinstance(value, list) else ()


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def counts_in(value: object) -> dict[str, int]:
    """The counts in a decoded value, by name; none for what has no names."""
    return {name: count_in(number) for name, number in value.items()} if isinstance(value, dict) else {}


def count_in(value: object) -> int:
    """The count that a decoded value is; 0 for what cannot be one."""
    return min(value, MOST_COUNTED) if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name, "")
    return value if isinstance(value, str) else ""

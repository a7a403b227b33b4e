"""Front matter: what a Markdown file says about itself before its text, as YAML, TOML or JSON."""

import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import field

from reader import late_re as re
from reader.late_dataclasses import dataclass

# Front matter is a few lines; a longer text between such rules is no front matter, and would take long to examine.
_LONGEST = 30_000
# In a line of TOML: a key of thousands of parts takes a gigabyte.
_MOST_DOTS = 300
_YAML = re.compile(r"---[ \t]*\n(?![ \t]*\n)")
_YAML_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_TOML = re.compile(r"\+\+\+[ \t]*\n")
_TOML_END = re.compile(r"^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE)
_JSON_END = re.compile(r"[ \t]*(?:\n|\Z)")
# What people write though it is no YAML: "title: A colon: here".
_LOOSE = re.compile(r"(?:[A-Za-z_][\w-]*:.*\n|[ \t#-].*\n|\n)*")
_LOOSE_LINE = re.compile(r"^([A-Za-z_][\w-]*):[ \t]+(\S.*)$", re.MULTILINE)
# TOML wants quotation marks around names with other letters than those of English.
_NORWEGIAN_KEY = re.compile(r"^([ \t]*+(?:\[++[ \t]*+)?)((?=\w*[^\W\x00-\x7f])\w[\w-]*+)(?=[ \t]*[=\]])", re.MULTILINE)

# What no text file may have, but escapes in YAML and JSON can name.
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef]")

# What is told, and the names that it goes by.
KEYS = {
    "title": ("title",),
    "author": ("author", "authors", "by"),
    "date": ("date", "published", "pubdate"),
    "language": ("language", "lang", "locale"),
}

_WRITERS = frozenset(["til", "fra", "frå", "kopi", "to", "from", "cc"])
_LETTER = _WRITERS | frozenset(
    [
        "dato",
        "sted",
        "stad",
        "emne",
        "gjelder",
        "ref",
        "svar",
        "sendt",
        "tid",
        "date",
        "subject",
        "sent",
        "bcc",
        "re",
        "place",
    ]
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a file says about itself.

    Attributes:
        length: code points that it takes at the beginning of the text, 0 without any.
        metadata: "title", "author", "date", "language", those that there are.
        others: how many further values there are.
        letter: the head of a letter that stands there instead, as Markdown with its lines and rules kept.
    """

    length: int = 0
    metadata: Mapping[str, str] = field(default_factory=dict)
    others: int = 0
    letter: str = ""


def front_matter(text: str) -> FrontMatter:
    """The front matter of a text; what is no mapping of names to values is none."""
    beginning = text[:_LONGEST]
    if beginning.startswith("---"):
        return _between(beginning, _YAML, _YAML_END, _yaml)
    if beginning.startswith("+++"):
        return _between(beginning, _TOML, _TOML_END, _toml)
    return _json(beginning) if beginning.startswith("{") else FrontMatter()


def _between(text: str, start: re.Pattern[str], end: re.Pattern[str], read: Callable[[str], object]) -> FrontMatter:
    opening = start.match(text)
    closing = end.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return FrontMatter()
    content = text[opening.end() : closing.start()]
    if (found := read(content)) and _heads_letter(found):
        return FrontMatter(closing.end(), letter=_letter(content))
    return _told(found, closing.end())


def _heads_letter(found: object) -> bool:
    """Whether the names are those at the head of a letter or mail: who writes to whom."""
    names = {str(name).casefold() for name in found} if isinstance(found, dict) else set()
    return names <= _LETTER and len(names & _WRITERS) > 1


def _letter(content: str) -> str:
    lines = "  \n".join(line.strip() for line in content.splitlines() if line.strip())
    return f"***\n\n{lines}\n\n***\n"


def _yaml(content: str) -> object:
    import yaml  # late: most files have no front matter

    if not content.strip():
        return {}
    try:
        # Texts only, so that a date or "no" stays what it is. Nothing is merged, so that aliases cannot grow.
        found = yaml.load(content, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        found = None
    if found is None and _LOOSE.fullmatch(content):
        found = {key: value.strip("\"' ") for key, value in _LOOSE_LINE.findall(content)}
    return found or None


def _toml(content: str) -> object:
    if any(line.count(".") > _MOST_DOTS for line in content.splitlines()):
        return None
    for text in (content, _NORWEGIAN_KEY.sub(r'\1"\2"', content)):
        try:
            return tomllib.loads(text)
        except (RecursionError, ValueError):
            continue
    return None


def _json(text: str) -> FrontMatter:
    try:
        found, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return FrontMatter()
    closing = _JSON_END.match(text, end)
    return _told(found or None, closing.end()) if closing else FrontMatter()


def _told(found: object, length: int) -> FrontMatter:
    if not isinstance(found, dict):
        return FrontMatter()
    named = {str(key).lower(): value for key, value in found.items()}
    used = {what: next((key for key in keys if named.get(key)), "") for what, keys in KEYS.items()}
    metadata = {what: text for what, key in used.items() if key and (text := _as_text(named[key]))}
    return FrontMatter(length, metadata, len(named) - len(metadata))


def _as_text(value: object) -> str:
    """A value as one line; of several authors each, and of one with more than a name the name."""
    if isinstance(value, list):
        # Each once: by aliases a file may name a long one thousands of times.
        texts = dict.fromkeys(_as_text(item) for item in value if not isinstance(item, list))
        return ", ".join(filter(None, texts))
    if isinstance(value, dict):
        return _as_text(value["name"]) if isinstance(value.get("name"), str) else ""
    return " ".join(_NO_TEXT.sub("", str(value)).split())

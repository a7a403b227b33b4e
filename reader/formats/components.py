"""What a page shows of the attributes of a component of MDX or a command: titles, labels, images and captions."""

from collections.abc import Iterator, Mapping

from reader import late_re as re
from reader.formats.building import Builder
from reader.formats.html_elements import KNOWN
from reader.formats.html_scanner import attributes
from reader.text import Figure, Kind

_TITLES = ("title", "label", "heading", "header", "summary", "subtitle", "description")
_COMPONENT = re.compile(r"[A-Z][\w.]*+")
# Attributes that are read in another way, or are never shown; of others what looks like a sentence is.
_OTHERS = frozenset({*_TITLES, "alt", "caption", "src", "class", "classname", "style", "id", "name", "type"})
_SENTENCE = re.compile(r"(?=[^{}<>=]*+\Z)[^\W\d_a-z][\s\S]*(?:\s[\s\S]*|[.?!…])")
# Their titles are shown only to those who point at them.
_POINTED_AT = re.compile(r"<(?:Nav)?Link\b|<(?:Abbr|Term|Tooltip|Icon|Anchor|A)\b")
# In JSX a value may be code: one that is a text, and any other.
_TEXT_IN_BRACES = re.compile(r"=\{\s*+([\"'`])([^\"'`{}]*+)\1\s*+\}")
_LABEL_IN_BRACES = re.compile(r"[{,\s](?:label|title)\s*+:\s*+([\"'`])([^\"'`{}\n]*+)\1")
_BRACES = re.compile(r"=\{[^\"'{}]*+\}")
_IDENTIFIER = re.compile(r"[a-z][a-z0-9-]*")
_SIGNS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3}|`)(?=\S)([^*_`]+)(?<=\S)\1(?!\w)")
# "Les mer", but no address, option or identifier.
_POSITIONAL = re.compile(r"(?<=\s)\"([^\"/=:._\n]*[^\W\d_][^\"/=:._\n]*)\"(?=[\s>%])")


def is_component(name: str) -> bool:
    """Whether the name of a tag, as it is written, is that of a component rather than of an element."""
    match = _COMPONENT.match(name)
    return match is not None and (not match[0].isupper() or match[0].lower() not in KNOWN)


def show_component(builder: Builder, tag: str, *, in_line: bool) -> None:
    """Read what a tag shows; `in_line`: whether there is something behind it on its line."""
    texts = [text for _, text in _LABEL_IN_BRACES.findall(tag)] if "={" in tag else []
    plain = _BRACES.sub("", _TEXT_IN_BRACES.sub(r'="\2"', tag)) if "={" in tag else tag
    given = dict(attributes(plain))
    if _POINTED_AT.match(tag):
        given.pop("title", None)
    texts += [value for key, value in reversed(given.items()) if _SENTENCE.fullmatch(value) and key not in _OTHERS]
    if in_line and tag.endswith("/>"):
        _show_in_line(builder, given)
    else:
        _show(builder, given, texts, within=not tag.endswith("/>"))


def show_command(builder: Builder, command: str, *, paired: bool) -> None:
    """Read what a command shows, which may be the beginning of a pair."""
    positional = _POSITIONAL.findall(command) if paired else []
    texts = [text for text in positional if "tab" in command or not _IDENTIFIER.fullmatch(text)]
    given = {key: _plain(value) for key, value in attributes(command).items()}
    _show(builder, given, [_plain(text) for text in texts], within=paired)


def _plain(text: str) -> str:
    """Words without the signs of Markdown around them."""
    return _SIGNS.sub(r"\2", text)


def _show(builder: Builder, given: Mapping[str, str], others: list[str], *, within: bool) -> None:
    if not builder.inline.empty or builder.heading:
        if not within:
            _show_in_line(builder, given)
        return
    if given.get("alt") or given.get("caption"):
        _show_figure(builder, given, given.get("src", ""))
    for text in dict.fromkeys([*_titles(given), *others]):
        builder.inline.append(" ".join(text.split()))
        builder.end()


def _show_in_line(builder: Builder, given: Mapping[str, str]) -> None:
    """Something small in a sentence."""
    builder.inline.append(given.get("alt") or next(_titles(given), "") or given.get("text", ""))


def _titles(given: Mapping[str, str]) -> Iterator[str]:
    return (given[key] for key in _TITLES if any(map(str.isalnum, given.get(key, ""))))


def _show_figure(builder: Builder, given: Mapping[str, str], source: str) -> None:
    depth = builder.enter_figure("figure")
    if source or given.get("alt"):
        builder.inline.image(" ".join(given.get("alt", "").split()), Figure(source))
        builder.end()
    if caption := " ".join(given.get("caption", "").split()):
        builder.enter("caption", plain=Kind.CAPTION)
        builder.inline.append(caption)
    builder.unwind(depth)

"""Changing the attributes of tags as they are written."""

import html

from reader import late_re as re

_ATTRIBUTE = re.compile(r"""(\s*)([^\s=<>"'/]++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'<>]++))?""")
_NAME = re.compile(r"</?[A-Za-z][^\s/<>\"']*+")
_END = re.compile(r"\s*/?>\Z")


def with_attribute(tag: str, name: str, value: str) -> str:
    """A tag in which an attribute has this value, in place of the one it has, or behind the others."""
    plain = html.escape(value, quote=False)
    written = plain.replace('"', "&quot;")
    for match in _attributes(tag):
        if match[2].lower() == name:
            new = f"'{plain}'" if (match[3] or "").startswith("'") and "'" not in plain else f'"{written}"'
            return f"{tag[: match.start(2)]}{match[2]}={new}{tag[match.end() :]}"
    end = _END.search(tag)
    place = end.start() if end else len(tag)
    return f'{tag[:place]} {name}="{written}"{tag[place:]}'


def without_names(tag: str) -> str:
    """A tag without the names that only one element of a document may have."""
    is_link = tag[:2].lower() == "<a"
    for match in reversed(list(_attributes(tag))):
        if match[2].lower() in ("id", "xml:id") or (is_link and match[2].lower() == "name"):
            tag = tag[: match.start()] + tag[match.end() :]
    return tag


def names_in(tag: str) -> list[str]:
    """The attributes of a tag that name it, as they are written."""
    is_link = tag[:2].lower() == "<a"
    found = ((match[2].lower(), match) for match in _attributes(tag) if match[3])
    return [match[0].strip() for name, match in found if name == "id" or (is_link and name == "name")]


def _attributes(tag: str) -> "list[re.Match[str]]":
    name = _NAME.match(tag)
    return list(_ATTRIBUTE.finditer(tag, name.end() if name else 1))

"""What an OpenDocument file says of itself."""

from collections.abc import Mapping

from reader.formats.odt.names import name_of
from reader.formats.odt.package import Package

_STATED = {
    "dc:title": "title",
    "meta:initial-creator": "author",
    "dc:creator": "author",
    "meta:creation-date": "date",
    "dc:date": "date",
    "dc:language": "language",
}


def metadata_of(package: Package, language: str) -> Mapping[str, str]:
    """The title, author, date and language, as far as they are said; `language` is that of the styles."""
    meta = package.part("office:meta")
    texts = {name_of(each): " ".join("".join(each.itertext()).split()) for each in (meta if meta is not None else ())}
    found: dict[str, str] = {}
    for name, what in _STATED.items():  # who began it, and when, counts before who changed it last
        if texts.get(name):
            found.setdefault(what, texts[name])
    if language:
        found.setdefault("language", language)
    return found

"""The parts of a TMX 1.4b file (https://www.gala-global.org/tmx-14b), which every translation tool reads."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache

from reader.export.colophon import moment_of
from reader.export.markup import Markup, element, joined
from reader.text import language_tag, shown, signed_spans
from reader.version import __version__

# The source language of a file whose units say it themselves.
EVERY = "*all*"
_AFTER = "</seg></tuv>"


def tmx_lines(header: Markup, units: Iterable[Markup]) -> Iterator[bytes]:
    """A whole file, one unit per line so that files can be compared.

    It names no DTD, which some readers would fetch over the network and others would reject.
    """
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">{header}<body>\n'.encode()
    for unit in units:
        yield f"{unit}\n".encode()
    yield b"</body></tmx>\n"


def tmx_header(source: str, timestamp: datetime | None, *props: Markup, made_from: str = "Tospalt") -> Markup:
    """The header of a file made at `timestamp` (now if None) whose units are from `source`, a code or EVERY."""
    attributes = {
        "creationtool": "Tospalt",
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": made_from,
        "adminlang": "en",
        "srclang": source if source == EVERY else language_tag(source),
        "datatype": "plaintext",
        "creationdate": moment_of(timestamp).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ"),
    }
    return element("header", attributes, *props)


@lru_cache(128)
def tmx_prop(name: str, value: str) -> Markup:
    """A property of the file or of a unit."""
    return element("prop", {"type": f"x-{name}"}, value)


def tmx_unit(sides: Mapping[str, str], props: Iterable[Markup] = (), *, directed: bool = False) -> Markup | None:
    """A sentence and its translation.

    Args:
        sides: the two texts by language code, the source first; they may have signs around verbatim spans.
        props: properties of the unit.
        directed: whether the unit says which is the source.

    Returns:
        None if one of them has no text.
    """
    segments = {code: _segment(text) for code, text in sides.items()}
    if not all(segments.values()):
        return None
    source = f' srclang="{language_tag(next(iter(sides)))}"' if directed else ""
    variants = (f"{_before(code)}{segment}{_AFTER}" for code, segment in segments.items())
    return Markup(f"<tu{source}>{''.join(props)}{''.join(variants)}</tu>")


@lru_cache(128)
def _before(code: str) -> Markup:
    return Markup(element("tuv", {"xml:lang": language_tag(code)}, element("seg", {}, "")).removesuffix(_AFTER))


def _segment(text: str) -> Markup:
    """A text with its verbatim spans as `<hi>`, which the standard has for what is not to be translated."""
    pieces, end = [], 0
    for start, stop in signed_spans(text):
        pieces += [shown(text[end:start]), element("hi", {"type": "x-verbatim"}, shown(text[start:stop]))]
        end = stop
    return Markup(joined([*pieces, shown(text[end:])]).strip())

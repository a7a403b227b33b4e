"""TMX files made for tests."""

from collections.abc import Iterator
from pathlib import Path

from reader.memory import read_tmx

HEADER = '<header creationtool="x" segtype="sentence" adminlang="en" srclang="nb-NO" datatype="plaintext"/>'


def tuv(language: str, segment: str, attribute: str = "xml:lang") -> str:
    """A segment in a language."""
    return f'<tuv {attribute}="{language}"><prop type="x">Tull</prop><seg>{segment}</seg></tuv>'


def unit(*tuvs: str, dated: str = "") -> str:
    """A unit, made at a time."""
    date = f' creationdate="{dated}"' if dated else ""
    return f"<tu{date}><note>Nei</note>{''.join(tuvs)}</tu>\n"


def pair(source: str, target: str, dated: str = "") -> str:
    """A unit in Bokmål and English."""
    return unit(tuv("nb-NO", source), tuv("en-GB", target), dated=dated)


def tmx(*units: str, doctype: str = "") -> str:
    """A whole file."""
    return f'{doctype}<tmx version="1.4">{HEADER}<body>{"".join(units)}</body></tmx>'


def pairs(file: Path, text: str | bytes, source: str = "nb", target: str = "en") -> list[tuple[str, str]]:
    """What is read of a file with this text."""
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return [(found.source, found.target) for found in read_tmx(file, source, target)]


def many(count: int) -> Iterator[str]:
    """The lines of a file with so many units."""
    yield f'<tmx version="1.4">{HEADER}<body>\n'
    yield from (pair(f"Setning nummer {i} er kort.", f"Sentence number {i} is short.") for i in range(count))
    yield "</body></tmx>\n"

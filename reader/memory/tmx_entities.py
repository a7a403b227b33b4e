"""The named entities of a TMX file: those of HTML, as if its DTD declared them, and short ones that it declares itself.

No DTD is fetched: expat gets one made here in its place, so that "&aring;" is a letter wherever it stands.
"""

from functools import cache
from html.entities import html5
from pathlib import Path
from typing import TYPE_CHECKING

from reader import late_re as re
from reader.errors import DocumentError

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

# Of a declared entity. Longer ones, and ones of others, may make of a small file what fills the disk.
_LONGEST = 255
_MOST = 1000
_REFERENCE = re.compile(r"&(?:#(?:\d{1,7}|[xX][0-9A-Fa-f]{1,6})|(\w{1,40}));")


class Entities:
    """The entities of the file that a parser reads."""

    def __init__(self, path: Path, parser: "XMLParserType") -> None:
        """Set up the parser; afterwards it raises DocumentError where the file has entities that are not read."""
        from xml.parsers import expat

        self._path, self._parser, self._count = path, parser, 0
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
        parser.UseForeignDTD(True)  # where the file names none
        parser.ExternalEntityRefHandler = self._read_dtd
        parser.EntityDeclHandler = self._check
        parser.SkippedEntityHandler = self._refuse

    def _read_dtd(self, context: str, base: str | None, system: str | None, public: str | None) -> int:
        dtd = self._parser.ExternalEntityParserCreate(context)
        dtd.EntityDeclHandler = None
        dtd.Parse(_dtd(), True)
        return 1

    def _check(
        self,
        name: str,
        is_parameter: bool,
        value: str | None,
        base: str | None,
        system: str | None,
        public: str | None,
        notation: str | None,
    ) -> None:
        self._count += 1
        plain = value is not None and not is_parameter and len(value) <= _LONGEST and _is_text(value)
        if not plain or self._count > _MOST:
            raise DocumentError(
                "“{path}” defines entities that Tospalt does not read (line {line}).",
                path=self._path,
                line=self._parser.CurrentLineNumber,
            )

    def _refuse(self, name: str, is_parameter: bool) -> None:
        raise unknown_entity(self._path, f"%{name};" if is_parameter else f"&{name};", self._parser.CurrentLineNumber)


def unknown_entity(path: Path, name: str, line: int) -> DocumentError:
    """The error for an entity of which nobody knows what it is."""
    return DocumentError("“{path}” has the unknown entity {name} in line {line}.", path=path, name=name, line=line)


def unknown_in(tag: str) -> str:
    """The first reference in a tag as it is in the file to an entity that is not HTML's; "" if there is none."""
    return next((each[0] for each in _REFERENCE.finditer(tag) if each[1] and f"{each[1]};" not in html5), "")


def _is_text(value: str) -> bool:
    """Whether a declared entity is text with references to characters only."""
    rest = _REFERENCE.sub(lambda found: "" if found[1] is None or f"{found[1]};" in html5 else found[0], value)
    return "&" not in rest and "<" not in rest


@cache
def _dtd() -> str:
    names = ((name[:-1], text) for name, text in html5.items() if name.endswith(";"))
    return "".join(f'<!ENTITY {name} "{"".join(map(_reference, text))}">' for name, text in names)


def _reference(character: str) -> str:
    # "&" and "<" are escaped twice, since the value of an entity is parsed where it is put in.
    return f"&#38;#{ord(character)};" if character in "&<" else f"&#{ord(character)};"

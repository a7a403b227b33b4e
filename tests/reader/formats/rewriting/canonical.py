"""What the parts of a file have, to compare, whatever its format: letters and elements, however they are written."""

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, takewhile
from typing import Any

from lxml import etree, html

from reader.errors import DocumentError
from reader.formats.decoding import decode
from reader.text import composed, word_spans
from tests.reader.formats.docx import canonical as docx
from tests.reader.formats.odt import canonical as odt
from tests.reader.formats.rtf import canonical as rtf

# A letter or the name of an element, and what it looks like or says.
Token = tuple[object, object]
# What a word is replaced by; see `with_other_word`.
REPLACED = "Qx"
# What says in which language something is.
_LANGUAGES = ("lang", "language")
# The members of an archive that are XML, or nearly.
_MARKUP = (".xml", ".rels", ".xhtml", ".html", ".htm", ".opf", ".ncx", ".svg")


def parts_of(data: bytes) -> Mapping[str, bytes]:
    """The members of a file by their names; of one that is no archive only ""."""
    if data[:2] != b"PK":
        return {"": data}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tokens_of(format_: str, name: str, part: bytes) -> Sequence[Token]:
    """What a part of a file in a format has, without what says in which language it is.

    Of what is no mark-up in an archive, or empty, these are its bytes; of Markdown and subtitles nothing can be told.
    """
    if name and not (part and name.lower().endswith(_MARKUP)):
        return [(part, "")]
    return (_TOKENS.get(format_) or _of_web)(part)


def first_difference(old: Sequence[Token], new: Sequence[Token], letters: str = "") -> str:
    """Where the first difference is, "" if there is none.

    One of these letters may stand for any of a word that has one that looks so.
    """
    for place, (before, after) in enumerate(zip(old, new, strict=False)):
        if before == after or (str(after[0]) in letters and after[1] in _looks_of_word(old, place)):
            continue
        return f"{place} of {len(old)}: {_named(before)} is {_named(after)}"
    return "" if len(old) == len(new) else f"{len(old)} are {len(new)}"


def whole_words(tokens: Iterable[Token], *, alike: bool = True) -> Iterator[str]:
    """The words of a part that stand in one place, and look `alike` from their beginning to their end."""
    for said, letters in groupby(tokens, lambda token: (token[1] if alike else "") if _is_letter(token) else None):
        if said is not None:
            text = "".join(str(token[0]) for token in letters)
            yield from (text[start:end] for start, end in word_spans(text))


def _is_letter(token: Token) -> bool:
    return len(str(token[0])) == 1


def _looks_of_word(tokens: Sequence[Token], place: int) -> Iterator[object]:
    """What is said of the letters of the word at a place."""
    for places in (range(place, -1, -1), range(place, len(tokens))):
        word = takewhile(lambda token: _is_letter(token) and str(token[0]).isalnum(), (tokens[each] for each in places))
        yield from (token[1] for token in word)


def _named(token: Token) -> str:
    """A token without text of the document."""
    return "a letter" if _is_letter(token) else str(token[0])[:60]


def _of_text(part: bytes) -> list[Token]:
    """The letters and line ends, with one space for several."""
    text = composed(decode(part, "").text)
    return [(letter, "") for last, letter in zip(["", *text], text, strict=False) if (last, letter) != (" ", " ")]


def _of_web(part: bytes) -> list[Token]:
    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError:
        if not part.strip():
            return []
        try:
            root = html.document_fromstring(part)
        except etree.ParserError as error:
            raise DocumentError("No mark-up.") from error
    return list(_spaced(_inside(root)))


def _spaced(tokens: Iterator[Token]) -> Iterator[Token]:
    """The tokens with one space for any white space."""
    space = False
    for token in tokens:
        if not str(token[0]).isspace():
            space = False
            yield token
        elif not space:
            space = True
            yield " ", token[1]


def _inside(element: Any) -> Iterator[Token]:
    said = {key: value for key, value in element.attrib.items() if key.rpartition("}")[2] not in _LANGUAGES}
    name = element.tag if isinstance(element.tag, str) else element.tag.__name__
    words = "alt"
    if name.rpartition("}")[2] == "input" and "alt" not in said:
        words = "value" if said.get("value") else "placeholder"
    text = said.pop(words, "")
    if name.rpartition("}")[2] == "language":
        return
    shown = bool(said) or name.rpartition("}")[2] != "span"  # others only say a language
    if shown:
        yield f"<{name}", tuple(sorted(said.items()))
        yield from ((letter, words) for letter in text)
    yield from ((letter, "") for letter in element.text or "")
    for child in element:
        yield from _inside(child)
        yield from ((letter, "") for letter in child.tail or "")
    if shown:
        yield f"/{name}", ""


_TOKENS: Mapping[str, Callable[[bytes], Sequence[Token]]] = {
    "docx": docx.tokens,
    "odt": odt.tokens,
    "fodt": odt.tokens,
    "rtf": rtf.tokens,
    "text": _of_text,
    **dict.fromkeys(("markdown", "srt", "vtt"), lambda _: []),
}

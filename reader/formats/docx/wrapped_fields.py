"""The fields in a paragraph of a file: those with text are around it, others are things."""

from collections.abc import Iterator, Sequence

from reader.formats.docx.fields import Field
from reader.formats.docx.tokens import Token, Wrap
from reader.formats.xml_parts import attribute, local_name

Group = Token | tuple[Field, Sequence[Token]]


def with_fields(tokens: Sequence[Token]) -> Iterator[Group]:
    """What stands in a paragraph, with each field that is whole and shows no text of its own as one thing.

    Signs of fields that are not whole stay what they are.
    """
    ends = dict(_whole(tokens))
    yield from _grouped(tokens, ends, 0, len(tokens))


def _whole(tokens: Sequence[Token]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Where fields begin, where their code ends (-1 without a result), and where they end."""
    open_: list[list[int]] = []
    for place, token in enumerate(tokens):
        if local_name(token.element) != "fldChar":
            continue
        kind = attribute(token.element, "fldCharType")
        if kind == "begin":
            open_.append([place, -1])
        elif kind == "separate" and open_:
            open_[-1][1] = place
        elif kind == "end" and open_:
            begin, middle = open_.pop()
            if _inside(tokens[begin : place + 1]):
                yield begin, (middle, place)


def _inside(tokens: Sequence[Token]) -> bool:
    """Whether all of a field stands in what is around its beginning."""
    around = tokens[0].chain
    return tokens[-1].chain == around and all(token.chain[: len(around)] == around for token in tokens)


def _grouped(tokens: Sequence[Token], ends: dict[int, tuple[int, int]], start: int, stop: int) -> Iterator[Group]:
    pending, place = list(tokens), start
    closing: list[tuple[int, int, Wrap]] = []
    while place < stop:
        while closing and place >= closing[-1][0]:
            place = closing.pop()[1]
        if place >= stop:
            return
        if place not in ends:
            yield _in_fields(pending[place], closing)
            place += 1
            continue
        middle, end = ends[place]
        opened = _field(tokens[place : end if middle < 0 else middle])
        if middle < 0 or opened.silent or opened.verbatim or middle + 1 == end:
            yield opened, [_in_fields(token, closing) for token in tokens[place : end + 1]]
            place = end + 1
        else:
            wrap = Wrap(None, tuple(tokens[place : middle + 1]), (tokens[end],))
            closing.append((end, end + 1, wrap))
            place = middle + 1


def _in_fields(token: Token, closing: Sequence[tuple[int, int, Wrap]]) -> Token:
    """A token with the fields that it stands in around it."""
    chain = token.chain
    for others, (_, _, wrap) in enumerate(closing):
        depth = len(wrap.head[0].chain) + others
        chain = (*chain[:depth], wrap, *chain[depth:])
    return token._replace(chain=chain)


def _field(tokens: Sequence[Token]) -> Field:
    code = [token.element.text or "" for token in tokens if local_name(token.element) == "instrText"]
    opened = Field(None, code)
    opened.settle()
    return opened

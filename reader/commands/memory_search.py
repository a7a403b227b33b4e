"""`tospalt memory search`: how words are translated in what is remembered."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from reader.commands.output import DONE, FAILED, print_bytes
from reader.commands.terminal import say

if TYPE_CHECKING:
    from reader.concordance import Hit
    from reader.memory import Memory

_MOST = 200


def fill_search_parser(search: ArgumentParser) -> None:
    """Add the arguments of the action."""
    search.add_argument(
        "words",
        nargs="+",
        metavar="WORD",
        help="a word, which is found in all its forms; several are found together, in quotation marks as they are, and "
        "KOMMUN* finds all words that begin so",
    )
    search.add_argument("--language", default="", metavar="CODE", help="look only in this language, such as nb or en")
    search.add_argument(
        "--most", type=int, default=_MOST, metavar="N", help=f"the newest N sentences of a language (default: {_MOST})"
    )


def search(memory: "Memory", arguments: Namespace) -> int:
    """Do as the arguments say; returns the exit code."""
    from reader.concordance import Wanted, grouped, remembered_hits
    from reader.text import language_code

    wanted = Wanted(" ".join(f'"{each}"' if " " in each else each for each in arguments.words))
    language = language_code(arguments.language) if arguments.language else ""
    most = max(arguments.most, 1)
    indexed = _index(memory)
    found = remembered_hits(memory, wanted, language, most=most)
    if not found and indexed is not None and _index(memory):  # the index has turned out to be damaged, and is new
        found = remembered_hits(memory, wanted, language, most=most)
    if not found:
        say("Nothing found.")
        return FAILED
    lines = [line for became, hits in grouped(found) for line in _lines_of(became, hits)]
    print_bytes("".join(f"{line}\n" for line in lines).encode())
    return DONE


def _index(memory: "Memory") -> int | None:
    """Index what is not indexed yet; returns how many sentences, None if that fails, which is told."""
    from reader.errors import OutputError

    try:
        return sum(memory.index_words())
    except OutputError as error:  # what is indexed is found all the same
        say(error.message)
        return None


def _lines_of(became: str, hits: list["Hit"]) -> list[str]:
    """What is said of the sentences in which a word has become the same."""
    lines = [f"{became or 'Not linked'}: {len(hits)}"]
    for hit in hits:
        lines += [f"  {hit.text}", f"  {hit.other}{' (edited)' if hit.edited else ''}", ""]
    return lines

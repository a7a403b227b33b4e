"""Where links inside a document lead, as programs write it: "#Vedlegg", "#1.2.Metode|outline"."""

from reader import late_re as re
from reader.formats.inline import local

_NUMBER = re.compile(r"(?:\d+\.)*\s*")
_HEADING = "|outline"


def target_of(address: str) -> str:
    """The address of a link as `Document` has it."""
    href = local(address)
    return f"#{heading_place(href[1:].removesuffix(_HEADING))}" if href.endswith(_HEADING) and href[0] == "#" else href


def heading_place(text: str) -> str:
    """The name of the place where a heading with this text stands; links have a number before it."""
    return _NUMBER.sub("", " ".join(text.split()), count=1) + _HEADING

"""The text that another program offers, on the clipboard or dropped."""

import time
from collections.abc import Callable

from PySide6.QtCore import QMimeData

from reader import log
from reader.errors import DocumentError
from reader.export import Offered
from reader.formats import decode
from reader.late_dataclasses import dataclass

_MARKDOWN, _HTML, _PLAIN = "text/markdown", "text/html", "text/plain"
# A program that does not answer keeps the window waiting for each form, until Qt gives up after some seconds.
_PATIENCE_S = 1.0


@dataclass(frozen=True, slots=True)
class Text:
    """What was offered.

    Attributes:
        forms: of the text.
        withheld: whether the other program offered a text and did not hand it over.
    """

    forms: Offered
    withheld: bool


def text_in(data: QMimeData) -> Text:
    """Fetch the text; an offer whose program does not answer is given up after its first form."""
    forms = dict.fromkeys((_MARKDOWN, _HTML, _PLAIN), "")
    readers: dict[str, Callable[[], str]] = {
        _MARKDOWN: lambda: _decoded(bytes(data.data(_MARKDOWN).data())),
        _HTML: data.html,
        _PLAIN: data.text,
    }
    wanted = [form for form in readers if data.hasFormat(form)]
    begun = time.monotonic()
    for form in wanted:
        forms[form] = readers[form]()
        if not forms[form] and time.monotonic() - begun > _PATIENCE_S:
            break
    return Text(Offered(forms[_PLAIN], forms[_HTML], forms[_MARKDOWN]), bool(wanted) and not any(forms.values()))


def _decoded(data: bytes) -> str:
    """The text of a form that Qt does not decode, or "" if it is none: another form may be whole."""
    try:
        return decode(data, "").text
    except DocumentError as error:
        log.caught(error, "decoding what was pasted")
        return ""

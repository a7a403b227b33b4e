"""What another program offers of a text: on the clipboard, or dropped."""

from reader.late_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offered:
    """A text as another program offers it; "" for a form that it does not offer."""

    plain: str = ""
    html: str = ""
    markdown: str = ""

"""Parts of formulas as they are written on one line, for all formats."""

from reader.formats.inline import lowered, raised


def together(text: str) -> str:
    """A term, in brackets if it is more than one number, word or sign."""
    text = text.strip()
    return text if len(text) < 2 or text.isalnum() else f"({text})"


def superscript(text: str) -> str:
    """A term that is raised: as Unicode writes it, else behind "^"; "" if there is none."""
    text = text.strip()
    return (raised(text) or f"^{together(text)}") if text else ""


def subscript(text: str) -> str:
    """A term that is lowered: as Unicode writes it, else behind "_"; "" if there is none."""
    text = text.strip()
    return (lowered(text) or f"_{together(text)}") if text else ""

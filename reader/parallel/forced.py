"""Paragraphs in another language that the user wants translated all the same."""

from hashlib import blake2b

from reader.text import Paragraph


def paragraph_key(paragraph: Paragraph) -> str:
    """What stands for a paragraph where the user's wish is kept: a digest, from which the text cannot be read."""
    return blake2b(paragraph.text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()

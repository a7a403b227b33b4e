"""Markdown: its tokens, dialects, notes and front matter."""

from reader.formats.markdown.parsing import parse_markdown
from reader.formats.markdown.walk import BlockWalk

__all__ = ["BlockWalk", "parse_markdown"]

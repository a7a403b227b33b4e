"""Spans of a text."""

# Half open, from `start` to `end`, in code points (Python string indices).
Span = tuple[int, int]

"""The kinds of marks that a text has once it is read."""

from reader.text import MarkKind

# An origin is there only while a file is written back.
MARK_KINDS = [kind for kind in MarkKind if kind is not MarkKind.ORIGIN]

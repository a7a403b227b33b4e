"""What the user made, which no program can make again: each kind of it is in a table and in a journal beside the file.

All such tables have the columns of the edits, so that one mechanism keeps them; see `reader.memory.sync`.
"""

from reader.late_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ledger:
    """A table with a journal.

    Attributes:
        table: its name.
        suffix: of the journal's file, behind the name of the memory's.
        kind: what the first line of the journal says that it is.
    """

    table: str
    suffix: str
    kind: str

    @property
    def state(self) -> str:
        """The name of the table with what the memory remembers of the journal."""
        return f"{self.table}_journal"


# The user's own translations.
EDITS = Ledger("edit", ".edits", "tospalt edits")
# What the user thinks of translations (see `reader.memory.judgements`).
JUDGEMENTS = Ledger("judgement", ".judgements", "tospalt judgements")
# What belongs to one document: notes, bookmarks and the like (see `reader.memory.document_values`).
VALUES = Ledger("document_value", ".values", "tospalt values")
LEDGERS = (EDITS, JUDGEMENTS, VALUES)

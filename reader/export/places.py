"""What the references of a document lead to."""

from collections.abc import Collection, Mapping
from dataclasses import field

from reader.late_dataclasses import dataclass
from reader.text import Document, MarkKind, Run


@dataclass(frozen=True, slots=True)
class Places:
    """Which rows the references of a document lead to.

    Attributes:
        named: index of the row of each place in the document ("#name") and note ("#note:0").
        referred: of the first row of each note, index of the row that refers to it first.
    """

    named: Mapping[str, int] = field(default_factory=dict)
    referred: Mapping[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, shown: Collection[int]) -> "Places":
        """Those of a document of which the rows `shown` are written."""
        if not document.notes and not document.targets:
            return cls()
        named = {f"#{name}": row for name, row in document.targets.items()}
        notes = {f"#note:{number}": note.start for number, note in enumerate(document.notes)}
        referred: dict[int, int] = {}
        for index in shown:
            for mark in document.paragraphs[index].marks:
                if mark.kind is MarkKind.NOTE and mark.href in notes:
                    referred.setdefault(notes[mark.href], index)
        rows = set(shown)
        return cls({name: row for name, row in {**named, **notes}.items() if row in rows}, referred)

    def row(self, run: Run) -> int | None:
        """Index of the row that a run leads to; None if it leads to none."""
        return self.named.get(run.stands_for or run.href) if self.named else None

"""The threads of the program, by what they are for."""

from dataclasses import dataclass, field

from ui.toolkit.jobs import Pool


@dataclass(frozen=True, slots=True)
class Pools:
    """They are made and ended together; whoever works on one is given that one.

    Attributes:
        engine: one thread, for the models.
        files: two threads, for reading and writing documents.
        edits: one thread, for the memory and the library; what is queued there is done before the program ends.
    """

    engine: Pool = field(default_factory=lambda: Pool("engine", 1))
    files: Pool = field(default_factory=lambda: Pool("files", 2))
    edits: Pool = field(default_factory=lambda: Pool("edits", 1))

"""The threads of the program, by purpose."""

from dataclasses import field

from reader.late_dataclasses import dataclass
from ui.toolkit.disk_pools import DiskPools
from ui.toolkit.jobs import Pool


@dataclass(frozen=True, slots=True)
class Pools:
    """Pools that are created and ended together; each user is given the one it needs.

    Attributes:
        engine: one thread, for the models.
        files: two threads, for reading and writing documents.
        edits: one thread, for the memory and the library; queued work is finished before the program ends.
        folders: two threads for each disk, for looking at files and into folders; any disk may not answer.
    """

    engine: Pool = field(default_factory=lambda: Pool("engine", 1))
    files: Pool = field(default_factory=lambda: Pool("files", 2))
    edits: Pool = field(default_factory=lambda: Pool("edits", 1))
    folders: DiskPools = field(default_factory=DiskPools)

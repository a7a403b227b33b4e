"""The search itself, on a thread of its own."""

from collections.abc import Sequence
from itertools import islice

from reader.concordance import Hit, Wanted, hits_in, remembered_hits
from reader.late_dataclasses import dataclass
from reader.memory import Memory
from reader.parallel import ParallelText
from ui.toolkit.jobs import Job

# What is shown at most of the document, and of each language of the memory.
_MOST = 200
# Sentences indexed between two looks at what is found meanwhile.
_SOON = 20_000


@dataclass(frozen=True, slots=True)
class Found:
    """What has been found so far, and whether there may be more."""

    hits: Sequence[Hit]
    indexing: bool


def searched(job: Job, text: ParallelText | None, memory: Memory, wanted: Wanted, language: str) -> Found:
    """Search the document, then the memory as far as it is indexed, and again while it is being indexed."""
    here: list[Hit] = []
    if text is not None:
        found = (hit for some in hits_in(text, wanted, language, job.is_cancelled) for hit in some)
        here = list(islice(found, _MOST))
        if here:
            job.emit_item(Found(here, indexing=True))
    known = {(hit.text, hit.other) for hit in here}

    def together() -> list[Hit]:
        there = remembered_hits(memory, wanted, language, most=_MOST, cancelled=job.is_cancelled)
        return here + [hit for hit in there if (hit.text, hit.other) not in known]

    hits, new = together(), 0
    job.emit_item(Found(hits, indexing=True))
    for count in memory.index_words(job.is_cancelled):
        new += count
        if new >= _SOON:
            hits, new = together(), 0
            job.emit_item(Found(hits, indexing=True))
    return Found(together() if new else hits, indexing=False)

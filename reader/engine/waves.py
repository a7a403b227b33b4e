"""Lists of sentences that are translated together, two lists at a time."""

from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from threading import Event

from reader.errors import CancelledError
from reader.parallel import Hypothesis

# Seconds between checks for cancellation while the model is busy.
_LOOK_S = 0.1


def in_parallel(
    work: Callable[[list[int], Callable[[], bool]], list[Hypothesis]],
    waves: Sequence[list[int]],
    cancelled: Callable[[], bool],
) -> list[list[Hypothesis]]:
    """The results of `work` on the waves, two at a time: the model translates one while the other is finished.

    Raises:
        CancelledError: `cancelled` returned True; waves in progress end soon after.
    """
    stop = Event()  # also stops a wave when this ends with another exception

    def stopped() -> bool:
        return stop.is_set() or cancelled()

    pool = ThreadPoolExecutor(2)
    try:
        futures = [pool.submit(work, wave, stopped) for wave in waves]
        done = _results(futures, cancelled)
    except BaseException:
        stop.set()
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()
    return done


def _results(futures: Sequence[Future[list[Hypothesis]]], cancelled: Callable[[], bool]) -> list[list[Hypothesis]]:
    """The results once all are done; raises the exception of the first that fails."""
    pending: Collection[Future[list[Hypothesis]]] = futures
    while pending:
        done, pending = wait(pending, _LOOK_S, FIRST_EXCEPTION)
        for future in done:
            future.result()
        if pending and cancelled():
            raise CancelledError
    return [future.result() for future in futures]


def in_waves(order: Sequence[int], sentences: Sequence[str], size: int) -> Iterator[list[int]]:
    """Indices of sentences in lists, each of which ends with the sentence that brings it to `size` characters."""
    wave: list[int] = []
    characters = 0
    for i in order:
        wave.append(i)
        characters += len(sentences[i])
        if characters >= size:
            yield wave
            wave, characters = [], 0
    if wave:
        yield wave

"""Downloading a file, whatever the servers do: resuming, retrying, and trying the next address."""

import re
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import DownloadError, Message, OutputError, plural, reason
from reader.late_dataclasses import dataclass
from reader.packages.part import Kept, forget, notes_of
from reader.packages.request import Patience, RequestError, number_in

if TYPE_CHECKING:
    from reader.packages.network import Response

_TELL_S = 0.1  # progress is reported at most so often
_SPEED_OVER_S = 5.0
_LOOK_S = 0.05

# How a zip archive begins, which a language package is.
_MAGIC = b"PK"


@dataclass(frozen=True, slots=True)
class Received:
    """How much has been received.

    Attributes:
        done, total: bytes; the total is None where the server does not say.
        bytes_per_second: over the last seconds; 0 at first.
    """

    done: int
    total: int | None
    bytes_per_second: float = 0.0

    @property
    def seconds_left(self) -> float | None:
        """At the present speed; None if unknown."""
        if self.total is None or not self.bytes_per_second:
            return None
        return (self.total - self.done) / self.bytes_per_second


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something went wrong, as `message` says in a sentence; the next attempt is in `seconds`."""

    seconds: float
    message: Message


Progress = Received | Waiting


def fetch(urls: Sequence[str], *, limit: int, patience: Patience, cancelled: Callable[[], bool]) -> bytes:
    """A small file from the first of `urls` that serves it; b"" if cancelled.

    Raises:
        DownloadError: none does, or it has more than `limit` bytes.
    """
    trouble = RequestError(Message("No server address is known."))
    for url in urls:
        failures = 0
        while failures < patience.attempts and not cancelled():
            try:
                with closing(_ask(url, {}, patience, cancelled)) as response:
                    return _all(response, limit)
            except RequestError as problem:
                trouble, failures = problem, failures + 1
                if not problem.passing:
                    break
                if failures < patience.attempts:
                    _pause(_wait(patience, problem, failures), cancelled)
    if cancelled():
        return b""
    raise DownloadError(trouble.message.template, **trouble.message.values)


def _all(response: "Response", limit: int) -> bytes:
    body = bytearray()
    while data := response.read():
        body += data
        if len(body) > limit:
            raise RequestError(Message("The server {host} sent more data than expected.", host=_host(response)))
    if (length := _length(response)) is not None and len(body) < length:
        raise _cut(response)
    return bytes(body)


def download(
    urls: Sequence[str], part: Path, *, limit: int, patience: Patience, cancelled: Callable[[], bool]
) -> Iterator[Progress]:
    """Download the file at `urls` into `part`, resuming from what is there already.

    A small file beside `part` says what it is part of, so that it can be resumed after a restart. If
    cancelled the generator ends, and what has been received is kept; else `part` is complete at the end.

    Args:
        urls: addresses of one and the same file, the best first.
        part: the file to fill.
        limit: bytes it may have at most.
        patience: how long to wait, how often to try again.
        cancelled: asked often; the connection is cut when it returns True.

    Raises:
        DownloadError: no address serves the file.
        OutputError: it cannot be written.
    """
    troubles: list[RequestError] = []
    for url in urls:
        try:
            yield from _Download(url, part, limit, patience, cancelled).run()
            return
        except RequestError as trouble:
            troubles.append(trouble)
        except OSError as error:
            raise OutputError("“{path}” cannot be written: {reason}.", path=part, reason=reason(error)) from error
    if cancelled():
        return
    raise _worst(troubles)


def _worst(troubles: Sequence[RequestError]) -> DownloadError:
    """The error to raise: of the first address that does not answer 404, unless all say that the file is gone."""
    if troubles and all(trouble.status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE) for trouble in troubles):
        return DownloadError.of(
            plural(
                len(troubles),
                "The server no longer has this package. Refresh the package list, which may be out of date.",
                "None of the servers has this package any more. Refresh the package list, which may be out of date.",
            )
        )
    for trouble in troubles:
        if trouble.status != HTTPStatus.NOT_FOUND:
            return DownloadError(trouble.message.template, **trouble.message.values)
    return DownloadError("No download address is known for this package.")


class _Download:
    """The download from one address, retried until the file is complete or further attempts make no sense."""

    def __init__(self, url: str, part: Path, limit: int, patience: Patience, cancelled: Callable[[], bool]) -> None:
        self._url, self._part, self._limit = url, part, limit
        self._patience, self._cancelled = patience, cancelled
        self._note = notes_of(part)
        self._speed = _Speed()

    def run(self) -> Iterator[Progress]:
        failures, had = 0, self._done()
        while not self._cancelled():
            try:
                yield from self._attempt()
                return
            except RequestError as trouble:
                # Only new progress counts: a server that lies could make us start over again and again.
                if self._done() - had >= self._patience.progress:
                    failures = 0
                failures, had = failures + 1, max(had, self._done())
                if self._cancelled():
                    return
                if not trouble.passing or failures >= self._patience.attempts:
                    raise
                wait = _wait(self._patience, trouble, failures)
                yield Waiting(wait, trouble.message)
                _pause(wait, self._cancelled)

    def _done(self) -> int:
        return self._part.stat().st_size if self._part.exists() else 0

    def _attempt(self) -> Iterator[Progress]:
        kept, done = Kept.load(self._note), self._done()
        if done and (kept.total is None or done > kept.total):
            self._restart()
            kept, done = Kept(), 0
        if done and done == kept.total:
            yield Received(done, done)
            return
        with closing(_ask(self._url, self._headers(kept, done), self._patience, self._cancelled)) as response:
            start, total = self._place(response, kept, done)
            yield from self._receive(response, start, total)

    def _headers(self, kept: Kept, done: int) -> dict[str, str]:
        if not done:
            return {}
        headers = {"Range": f"bytes={done}-"}
        if kept.url == self._url and kept.validator:
            headers["If-Range"] = kept.validator
        return headers

    def _place(self, response: "Response", kept: Kept, done: int) -> tuple[int, int | None]:
        """The offset of the body in the file, and the length of the file."""
        if response.status == HTTPStatus.OK:
            total = _length(response)
            self._check_size(response, total)
            kept = Kept(self._url, _validator(response), total)
            self._restart()
            kept.save(self._note)
            return 0, total
        place = re.fullmatch(r"bytes (\d{1,18})-\d+/(\d{1,18})", response.header("Content-Range"))
        if (
            response.status == HTTPStatus.PARTIAL_CONTENT
            and place
            and (int(place[1]), int(place[2]))
            == (
                done,
                kept.total,
            )
        ):
            return done, kept.total
        # The file has changed, or the answer makes no sense: start over.
        self._restart()
        raise RequestError(
            Message("The file on {host} has changed and is being downloaded again.", host=_host(response)), passing=True
        )

    def _receive(self, response: "Response", start: int, total: int | None) -> Iterator[Progress]:
        done, told, head = start, 0.0, b""
        with open(self._part, "ab") as file:
            while data := response.read():
                if start == 0 and len(head) < len(_MAGIC):
                    head += data  # however few bytes come at once
                    if not head.startswith(_MAGIC[: len(head)]):
                        raise _no_package(response)
                file.write(data)
                done += len(data)
                self._check_size(response, done)
                if self._cancelled():
                    return
                if (now := time.monotonic()) - told > _TELL_S:
                    told = now
                    yield Received(done, total, self._speed.at(now, done))
        if self._cancelled():
            return
        if done == 0 or (total is not None and done < total):
            raise _cut(response)
        yield Received(done, done)

    def _check_size(self, response: "Response", size: int | None) -> None:
        if size is not None and size > self._limit:
            self._restart()
            raise RequestError(Message("The server {host} sent more data than expected.", host=_host(response)))

    def _restart(self) -> None:
        forget(self._part)


class _Speed:
    """Bytes per second over the last seconds."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def at(self, now: float, done: int) -> float:
        self._seen.append((now, done))
        while self._seen[0][0] < now - _SPEED_OVER_S:
            self._seen.popleft()
        then, before = self._seen[0]
        return (done - before) / (now - then) if now > then else 0.0


def _ask(url: str, headers: dict[str, str], patience: Patience, cancelled: Callable[[], bool]) -> "Response":
    from reader.packages.network import ask  # late: TLS and HTTP take a while to load, and few starts need them

    return ask(url, headers, patience, cancelled)


def _length(response: "Response") -> int | None:
    return number_in(response.header("Content-Length"))


def _validator(response: "Response") -> str:
    """What If-Range takes: a strong entity tag, else a date."""
    tag = response.header("ETag")
    return tag if tag.startswith('"') else response.header("Last-Modified")


def _wait(patience: Patience, trouble: RequestError, failures: int) -> float:
    wait = max(patience.first_wait_s * 2.0 ** (failures - 1), trouble.wait_s)
    return min(wait, patience.longest_wait_s)


def _pause(seconds: float, cancelled: Callable[[], bool]) -> None:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0 and not cancelled():
        time.sleep(min(left, _LOOK_S))


def _host(response: "Response") -> str:
    return response.url.split("/")[2]


def _cut(response: "Response") -> RequestError:
    return RequestError(Message("The connection to {host} was lost. Try again.", host=_host(response)), passing=True)


def _no_package(response: "Response") -> RequestError:
    return RequestError(
        Message(
            "{host} did not send a language package. You may need to sign in to the network first.",
            host=_host(response),
        )
    )

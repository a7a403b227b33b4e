"""A real HTTP server on the loopback interface that does, on demand, what servers should not."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice


@dataclass
class Page:
    """What the server answers at one address.

    Attributes:
        body: what it has.
        status: of the answer.
        headers: further ones.
        ranges: whether it gives parts.
        cuts: so many bytes of each of the first answers are sent, then the connection is cut.
        claims: the length it says instead of the true one; -1 says none.
        pace: bytes of a piece; 0 sends all at once.
        holds: what is waited for after each of the first pieces, see `Server.holds`.
        statuses: of the first answers, instead of `status`.
        etag: of the file; "" sends none.
    """

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    ranges: bool = True
    cuts: list[int] = field(default_factory=list)
    claims: int | None = None
    pace: int = 0
    holds: Sequence[threading.Event] = ()
    statuses: list[int] = field(default_factory=list)
    etag: str = '"1"'


@dataclass
class Asked:
    """A request as it came in."""

    path: str
    headers: dict[str, str]


class Server:
    """Pages by path, and what was asked."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.address = f"http://127.0.0.1:{server.server_address[1]}"
        self.pages: dict[str, Page] = {}
        self.asked: list[Asked] = []
        self.sent = 0
        # Set by a test that wants to know that somebody is in the middle of a download.
        self.on_sent: Callable[[int], None] = lambda _: None
        self._holds: list[threading.Event] = []

    def holds(self, count: int) -> list[threading.Event]:
        """For `Page.holds`; what no test has set is set at the end."""
        made = [threading.Event() for _ in range(count)]
        self._holds += made
        return made

    def release(self) -> None:
        """Nothing is waited for any more."""
        for hold in self._holds:
            hold.set()

    def asked_for(self, path: str) -> list[Asked]:
        return [each for each in self.asked if each.path == path]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    pages: Server

    def do_GET(self) -> None:
        self.pages.asked.append(Asked(self.path, {name.lower(): value for name, value in self.headers.items()}))
        page = self.pages.pages.get(self.path)
        self.close_connection = True
        if page is None:
            self.send_error(404)
            return
        with suppress(BrokenPipeError, ConnectionResetError):  # the client went away, as some tests have it
            self._answer(page)

    def _answer(self, page: Page) -> None:
        status = page.statuses.pop(0) if page.statuses else page.status
        start = self._start(page) if status == 200 else 0
        if start is None:
            self.send_response(416)
            self.send_header("Content-Range", f"bytes */{len(page.body)}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        body = page.body[start:] if status in (200, page.status) else b""
        self.send_response(206 if start else status)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(page.body) - 1}/{len(page.body)}")
        if page.etag:
            self.send_header("ETag", page.etag)
        claims = len(body) if page.claims is None else page.claims
        if claims >= 0:
            self.send_header("Content-Length", str(claims))
        for name, value in page.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self._send(page, body)

    def _start(self, page: Page) -> int | None:
        asked = self.headers.get("Range")
        if not asked or not page.ranges or self.headers.get("If-Range", page.etag) != page.etag:
            return 0
        start = int(asked.removeprefix("bytes=").rstrip("-"))
        return start if start < len(page.body) else None

    def _send(self, page: Page, body: bytes) -> None:
        cut = page.cuts.pop(0) if page.cuts else len(body)
        body = body[:cut]
        step = page.pace or len(body) or 1
        holds = iter(page.holds)
        for at in range(0, len(body), step):
            self.wfile.write(body[at : at + step])
            self.wfile.flush()
            self.pages.sent += len(body[at : at + step])
            self.pages.on_sent(self.pages.sent)
            for hold in islice(holds, 1):
                hold.wait()

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@contextmanager
def serving() -> Iterator[Server]:
    """A running server, on a port of its own."""
    handler = type("Handler", (_Handler,), {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        pages = Server(server)
        handler.pages = pages  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield pages
        finally:
            pages.release()
            server.shutdown()
            thread.join()

"""One window per data folder: a second start hands its files to the first. The only module that uses Qt Network.

The first process holds a lock, which the system releases when the process ends, however it ends. So only the first
touches the socket, and one that was left behind is replaced. The first greets whoever connects, is then told the
request, and answers whether it takes it. A process that hangs does not greet, and learns nothing.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from reader import log
from reader.handed import Handed
from reader.locks import taken
from ui.toolkit.guard import guarded
from ui.toolkit.instance_place import Place
from ui.toolkit.start_request import HEADER, LIMIT, StartRequest, framed, request_in, unframed, values_of

if TYPE_CHECKING:
    from filelock import BaseFileLock

Take = Callable[[StartRequest], bool]

# What locking raises where it is not possible; the second is a file system without locks.
_NO_LOCK = (OSError, NotImplementedError)
# How long one side waits for the other, in milliseconds.
_PATIENCE_MS = 2000
# How long the second waits for the answer once it was greeted: the first does not hang, but may have much to do.
_ANSWER_MS = 10_000
# How long the first process may take from its lock to its socket, in seconds: it loads the window meanwhile. That takes
# a second or two; after a start of the system, from a slow disk or beside others that work, many more. It lives as long
# as it holds the lock, and its window is about to appear: a second one would only be another to close.
_STARTING_S = 120.0
# How often it is looked whether it listens, in seconds: more and more seldom, as that takes time too.
_POLL_S, _SELDOM_S = 0.02, 0.2
# The most connections that are served at once; others wait.
_AT_ONCE = 32
_GREETING = framed({})


class _Answer(Enum):
    TAKEN = auto()
    REFUSED = auto()
    SILENT = auto()  # whoever listens says nothing
    ABSENT = auto()  # nobody listens, or no longer


class _SilentError(Exception):
    """The other side says nothing in time."""


class _StrangeError(Exception):
    """The other side says nothing that this version understands."""


class _GoneError(Exception):
    """The other side has closed the connection."""


class Instance:
    """This process among those of its data folder.

    Attributes:
        beside: whether another process has the window in which later starts open their files.
        unanswered: whether that process did not answer, so that this one opens what it was to open itself.
        handed: what later starts hand over; None where there is no place for it.
    """

    def __init__(
        self, place: Place | None = None, lock: "BaseFileLock | None" = None, *, unanswered: bool = False
    ) -> None:
        """With the `lock` of the `place` it is the first process; without a place it knows of no other."""
        self._place, self._lock = place, lock
        self._server: _Server | None = None
        self.beside = place is not None and lock is None
        self.unanswered = unanswered
        self.handed = Handed(place.handed) if place is not None and place.handed is not None else None

    def listen(self, take: Take) -> None:
        """Pass the requests of later starts to `take`, if this is the first process or the first one has ended.

        `take` returns whether the window does what is asked, and must do it later.
        """
        if self._place is None or self._server is not None:
            return
        try:
            self._lock = self._lock or taken(self._place.lock)
        except _NO_LOCK as error:
            log.caught(error, "locking the place for one window")
        if self._lock is None:
            return
        self._server = _Server(take)
        if self._server.listen(self._place.server):
            self.beside = False
        else:
            log.note("no socket for later starts")
            self.leave()

    def leave(self) -> None:
        """Let a later start be the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._lock is not None:
            self._lock.release()  # its file stays: another process may be about to lock it
            self._lock = None


def join(place: Place | None, request: StartRequest | None) -> Instance | None:
    """Become the first process at `place`, or hand the `request` to the first; None if that has taken it.

    Without a request a window is opened in any case, as it is when the first process does not answer in time.
    """
    if place is None:
        return Instance()
    asking = _Asking(place, request) if request is not None else None
    try:
        instance = _joined(place, asking)
    except _NO_LOCK as error:
        log.caught(error, "locking the place for one window")
        instance = Instance()
    if instance is not None and asking is not None:
        asking.take_back()
    return instance


def _joined(place: Place, asking: "_Asking | None") -> Instance | None:
    end, pause = time.monotonic() + _STARTING_S, _POLL_S
    while (lock := taken(place.lock)) is None:
        answer = asking.ask() if asking is not None else _Answer.REFUSED
        if answer is _Answer.TAKEN:
            return None
        if answer is _Answer.REFUSED:
            return Instance(place)
        if answer is _Answer.SILENT or time.monotonic() > end:
            log.note("the first process does not answer")
            return Instance(place, unanswered=True)
        time.sleep(pause)
        pause = min(1.1 * pause, _SELDOM_S)
    return Instance(place, lock)


class _Asking:
    """Asks the first process for something, whose files are kept on the disk until it has them."""

    def __init__(self, place: Place, request: StartRequest) -> None:
        self._place, self._request = place, request
        self._handed = Handed(place.handed) if place.handed is not None and request.files else None

    def ask(self) -> _Answer:
        """Hand the request over."""
        if self._handed is not None and not self._request.record:
            self._request = replace(self._request, record=self._handed.keep(self._request.files))
            self._handed = self._handed if self._request.record else None  # it is handed over all the same
        return _asked(self._place.server, self._request)

    def take_back(self) -> None:
        """This process does itself what was asked for; the first no longer does if it hears of it only now."""
        if self._handed is not None and self._request.record:
            self._handed.drop(self._request.record)


def _asked(server: str, request: StartRequest) -> _Answer:
    """Hand `request` to the process that listens at `server`; waits without an event loop."""
    message = framed(values_of(request))
    if len(message) > HEADER.size + LIMIT:
        return _Answer.REFUSED
    socket, deadline = QLocalSocket(), QDeadlineTimer(_PATIENCE_MS)
    socket.connectToServer(server)
    if not socket.waitForConnected(_PATIENCE_MS):
        return _Answer.ABSENT
    try:
        _awaited(socket, deadline)
        socket.write(message)
        return _Answer.TAKEN if _awaited(socket, QDeadlineTimer(_ANSWER_MS)).get("taken") is True else _Answer.REFUSED
    except _GoneError:
        return _Answer.ABSENT
    except _SilentError:
        return _Answer.SILENT
    except _StrangeError:
        return _Answer.REFUSED
    finally:
        socket.abort()


def _awaited(socket: QLocalSocket, deadline: QDeadlineTimer) -> dict[str, Any]:
    """The values of the next message."""
    while True:
        try:
            if (data := _received(socket)) is not None:
                return unframed(data)
        except ValueError as error:
            raise _StrangeError from error
        if socket.state() is QLocalSocket.LocalSocketState.UnconnectedState:
            raise _GoneError
        if not socket.waitForReadyRead(deadline.remainingTime()) and deadline.hasExpired():
            raise _SilentError


def _received(socket: QLocalSocket) -> bytes | None:
    """The next message without its header, or None if it is not complete; raises ValueError if it is too long."""
    header = socket.peek(HEADER.size).data()
    if len(header) < HEADER.size:
        return None
    [length] = HEADER.unpack(header)
    if length > LIMIT:
        raise ValueError("too long")
    if socket.bytesAvailable() < HEADER.size + length:
        return None
    return bytes(socket.read(HEADER.size + length).data())[HEADER.size :]


class _Server(QObject):
    """Listens for later starts, and serves some of them at once."""

    def __init__(self, take: Take) -> None:
        super().__init__()
        self._take = take
        self._guests: set[_Guest] = set()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._admit)

    def listen(self, name: str) -> bool:
        """Listen at `name`, also where a process that was killed has left its socket."""
        QLocalServer.removeServer(name)
        return self._server.listen(name)

    def close(self) -> None:
        """Turn away all that have not been answered."""
        self._server.close()
        for guest in list(self._guests):
            guest.end()
        self.deleteLater()

    @guarded
    def _admit(self) -> None:
        while len(self._guests) < _AT_ONCE and (socket := self._server.nextPendingConnection()) is not None:
            guest = _Guest(socket, self._take, self)
            self._guests.add(guest)
            guest.over.connect(guarded(partial(self._dismiss, guest)))
            guest.begin()

    def _dismiss(self, guest: "_Guest") -> None:
        self._guests.discard(guest)
        guest.deleteLater()
        self._admit()


class _Guest(QObject):
    """One connection: greeted, heard and answered, or given up."""

    over = Signal()

    def __init__(self, socket: QLocalSocket, take: Take, owner: QObject) -> None:
        super().__init__(owner)
        self._socket, self._take = socket, take
        self._answered = self._ended = False
        socket.setParent(self)
        socket.setReadBufferSize(HEADER.size + LIMIT)
        socket.readyRead.connect(self._hear)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.end)
        socket.disconnected.connect(self.end)

    def begin(self) -> None:
        """Greet, and wait for the request."""
        self._patience.start(_PATIENCE_MS)
        self._socket.write(_GREETING)
        self._hear()

    @guarded
    def end(self) -> None:
        """Close the connection."""
        if not self._ended:
            self._ended = True
            self._patience.stop()
            self._socket.abort()
            self.over.emit()

    @guarded
    def _hear(self) -> None:
        if self._answered or self._ended:
            return  # whatever else is said
        try:
            data = _received(self._socket)
            request = request_in(unframed(data)) if data is not None else None
        except (ValueError, TypeError, LookupError) as error:
            log.caught(error, "hearing a later start")
            self.end()
            return
        if request is not None:
            self._answered = True
            self._socket.write(framed({"taken": self._take(request)}))
            self._socket.disconnectFromServer()

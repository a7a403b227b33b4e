"""How to wait for servers, and how a request fails: what does not need the network libraries."""

import re

from reader.errors import Message
from reader.late_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for what.

    Attributes:
        connect_s, read_s: seconds to wait for a connection, and for the next bytes.
        attempts: how often an address is tried in vain before the next one.
        first_wait_s, longest_wait_s: seconds before the second attempt, doubled for each further one, and the most.
        progress: bytes received that count as a success, after which attempts are counted anew.
    """

    connect_s: float = 10.0
    read_s: float = 30.0
    attempts: int = 4
    first_wait_s: float = 1.0
    longest_wait_s: float = 30.0
    progress: int = 1_000_000


class RequestError(Exception):
    """A request failed.

    Attributes:
        message: one sentence, as of a `TospaltError`.
        passing: whether trying the same again may help.
        wait_s: how long the server asked to wait before that; 0 if it did not say.
        status: of the server's answer, or 0.
    """

    def __init__(self, message: Message, *, passing: bool = False, wait_s: float = 0, status: int = 0) -> None:
        super().__init__(message)
        self.message, self.passing, self.wait_s, self.status = message, passing, wait_s, status


def number_in(header: str) -> int | None:
    """The number in a header; None for whatever else a server sends, such as "²" or thousands of digits."""
    return int(header) if re.fullmatch(r"[0-9]{1,18}", header) else None

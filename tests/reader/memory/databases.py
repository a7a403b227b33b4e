"""The memory's file as another program sees it."""

import sqlite3
from contextlib import closing
from pathlib import Path


def raw(file: Path, *statements: str) -> list[tuple[object, ...]]:
    """What another program gets from the file; the rows of the last statement."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        return [connection.execute(statement).fetchall() for statement in statements][-1]

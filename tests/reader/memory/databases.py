"""Direct access to the memory's file, as another program."""

import sqlite3
from contextlib import closing
from pathlib import Path


def raw(file: Path, *statements: str) -> list[tuple[object, ...]]:
    """Execute statements; returns the rows of the last."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        return [connection.execute(statement).fetchall() for statement in statements][-1]

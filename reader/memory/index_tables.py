"""What the memory notes for its word index (see `reader.memory.words`): which index it has, and what that lacks.

Triggers note each sentence that comes in, by whatever program; nothing is noted while there is no index.
"""

import sqlite3

# The name of the index that the memory has, and the number of the last forgetting before it was begun.
_INDEX = """CREATE TABLE word_index (
    id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL, forgetting INTEGER NOT NULL)"""
# Numbers are not used again: one program may delete what it has indexed while another adds some.
_WAITING = """CREATE TABLE word_index_waiting (
    number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, owner TEXT NOT NULL, source TEXT NOT NULL)"""
_TRIGGER = """CREATE TRIGGER word_index_{table}_{name} AFTER {event} ON {table} WHEN (SELECT 1 FROM word_index)
    BEGIN INSERT INTO word_index_waiting (kind, owner, source) VALUES ('{table}', {owner}, NEW.source); END"""
_OWNERS = {
    "translation": "(SELECT identity FROM package WHERE id = NEW.package)",
    "imported": "NEW.source_language || ' ' || NEW.target_language",
    "edit": "NEW.source_language || ' ' || NEW.target_language",
}
INDEX_TABLES = (
    _INDEX,
    _WAITING,
    *(
        _TRIGGER.format(table=table, name=name, event=event, owner=owner)
        for table, owner in _OWNERS.items()
        for name, event in (("added", "INSERT"), ("changed", "UPDATE OF target"))
    ),
)


def drop_index(connection: sqlite3.Connection) -> None:
    """The memory has no index any more, within a transaction; the index's files are deleted afterwards."""
    connection.execute("DELETE FROM word_index")
    connection.execute("DELETE FROM word_index_waiting")

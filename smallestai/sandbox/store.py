"""The sandbox's records: JSON documents in collections, in SQLite, in memory or in a file."""

from __future__ import annotations

import json
import secrets
import sqlite3
import time
from threading import RLock
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from smallestai.errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

    Where = Mapping[str, Any]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    created REAL NOT NULL,
    updated REAL NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (collection, id)
)
"""
# The largest number SQLite counts to.
_MOST = 2**63 - 1
_COLUMNS = "id, created, updated, body"
_ALL_COLUMNS = f"collection, {_COLUMNS}"


@frozen
class Document:
    """One record: its id, when it was made and last changed (Unix seconds), and its JSON object."""

    id: str
    created: float
    updated: float
    body: dict[str, Any]


def new_id(now: float | None = None) -> str:
    """Return an id of 24 hex digits, of which the first eight are the time in seconds."""
    return f"{int(time.time() if now is None else now):08x}{secrets.token_hex(8)}"


def new_call_id(now: float | None = None) -> str:
    """Return a call id: `CALL-`, 13 digits of milliseconds, `-`, 6 hex digits."""
    return f"CALL-{int((time.time() if now is None else now) * 1000):013d}-{secrets.token_hex(3)}"


def _opened(path: str | Path | None) -> sqlite3.Connection:
    name = ":memory:" if path is None else path
    connection = None
    try:
        connection = sqlite3.connect(name, isolation_level=None, check_same_thread=False)
        connection.execute(_SCHEMA)
    except sqlite3.DatabaseError as error:
        if connection is not None:
            connection.close()
        raise ArgumentError("data", str(path), f"cannot keep records: {error}") from error
    return connection


class Store:
    """Documents by collection and id. Every method may be called from any thread.

    Args:
        path: A file that keeps the documents between runs; None keeps them in memory.
        clock: Gives the time of insertions and updates, in Unix seconds.

    Raises:
        ArgumentError: The file is something else, or cannot be opened.
    """

    def __init__(
        self, path: str | Path | None = None, *, clock: Callable[[], float] = time.time
    ) -> None:
        self._clock = clock
        self._lock = RLock()
        self._connection = _opened(path)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release the database; closing again does nothing."""
        with self._lock:
            self._connection.close()

    def insert(
        self,
        collection: str,
        body: Mapping[str, Any],
        *,
        document_id: str | None = None,
    ) -> Document:
        """Add a document, under a new id or the given one; `sqlite3.IntegrityError` if taken."""
        now = self._clock()
        document = Document(document_id or new_id(now), now, now, dict(body))
        values = (collection, document.id, now, now, json.dumps(document.body))
        self._run(f"INSERT INTO documents ({_ALL_COLUMNS}) VALUES (?, ?, ?, ?, ?)", *values)  # noqa: S608
        return document

    def get(self, collection: str, document_id: str) -> Document | None:
        """Return the document with an id, or None."""
        found = self._select(collection, {}, "AND id = ?", document_id)
        return found[0] if found else None

    def find(self, collection: str, field: str, value: Any) -> Document | None:
        """Return the oldest document whose field has a value, or None."""
        found = self.list(collection, where={field: value}, limit=1)
        return found[0] if found else None

    def update(
        self, collection: str, document_id: str, changes: Mapping[str, Any]
    ) -> Document | None:
        """Replace top-level fields of a document; return what it is now, None if there is none."""
        with self._lock:
            document = self.get(collection, document_id)
            if document is None:
                return None
            body = {**document.body, **changes}
            changed = evolve(document, updated=self._clock(), body=body)
            sql = "UPDATE documents SET updated = ?, body = ? WHERE collection = ? AND id = ?"
            self._run(sql, changed.updated, json.dumps(body), collection, document_id)
            return changed

    def delete(self, collection: str, document_id: str) -> bool:
        """Remove a document; return whether there was one."""
        sql = "DELETE FROM documents WHERE collection = ? AND id = ? RETURNING id"
        return bool(self._run(sql, collection, document_id))

    def list(
        self,
        collection: str,
        *,
        where: Where | None = None,
        newest_first: bool = False,
        offset: int = 0,
        limit: int | None = None,
    ) -> Sequence[Document]:
        """Return documents in the order of their insertion.

        Args:
            collection: Which documents.
            where: Top-level fields and the values they must have; a list means any of its
                values, None an absent field.
            newest_first: Turn the order round.
            offset: How many to leave out at the front.
            limit: The most to return; None for all.
        """
        tail = f"ORDER BY position {'DESC' if newest_first else 'ASC'} LIMIT ? OFFSET ?"
        limits = -1 if limit is None else min(limit, _MOST), min(offset, _MOST)
        return self._select(collection, where or {}, tail, *limits)

    def count(self, collection: str, where: Where | None = None) -> int:
        """Return how many documents a collection holds, of those that match."""
        clause, values = _clause(where or {})
        sql = f"SELECT count(*) FROM documents WHERE collection = ? {clause}"  # noqa: S608
        return int(self._run(sql, collection, *values)[0][0])

    def _select(self, collection: str, where: Where, tail: str, *last: Any) -> Sequence[Document]:
        clause, values = _clause(where)
        sql = f"SELECT {_COLUMNS} FROM documents WHERE collection = ? {clause} {tail}"  # noqa: S608
        rows = self._run(sql, collection, *values, *last)
        return [Document(key, made, changed, json.loads(body)) for key, made, changed, body in rows]

    def _run(self, sql: str, *values: Any) -> Sequence[tuple[Any, ...]]:
        with self._lock:
            return self._connection.execute(sql, values).fetchall()


def _clause(where: Where) -> tuple[str, Sequence[Any]]:
    """Return the SQL of a filter, all its values as parameters."""
    parts: list[str] = []
    values: list[Any] = []
    for name, wanted in where.items():
        options = wanted if isinstance(wanted, (list, tuple)) else [wanted]
        marks = " OR ".join("json_extract(body, ?) IS ?" for _ in options) or "0"
        parts.append(f"AND ({marks})")
        for option in options:
            values += [f'$."{name}"', option]
    return " ".join(parts), values

"""CSV as it comes: rows as soon as they are whole (RFC 4180). Waits for nothing."""

from __future__ import annotations

import codecs
import csv

from smallestai.errors import RemoteProtocolError


class Rows:
    """Turns pieces of a CSV file, cut anywhere, into rows by the names of its first line.

    A cell beyond the names has its number as its name, counted from 1; a cell that is not there is
    not in the row.
    """

    def __init__(self) -> None:
        self._decode = codecs.getincrementaldecoder("utf-8-sig")("replace").decode
        self._rest = ""
        self._record = ""
        self._names: list[str] | None = None

    def feed(self, piece: bytes) -> list[dict[str, str]]:
        """Return the rows that are whole with this piece."""
        return self._rows(self._decode(piece))

    def end(self) -> list[dict[str, str]]:
        """Return the last row, where the file does not end with a line break.

        Raises:
            RemoteProtocolError: The file ends within quotes.
        """
        text = self._decode(b"", final=True)
        rows = self._rows(f"{text}\n" if self._rest or text else text)
        if self._record:
            shown = self._record[:200]
            raise RemoteProtocolError("the table ends within a quoted cell", body=shown)
        return rows

    def _rows(self, text: str) -> list[dict[str, str]]:
        *lines, self._rest = (self._rest + text).split("\n")
        rows = (self._row(f"{line}\n") for line in lines)
        return [row for row in rows if row is not None]

    def _row(self, line: str) -> dict[str, str] | None:
        self._record += line
        if self._record.count('"') % 2:  # a quote in a quoted cell is doubled
            return None
        record, self._record = self._record, ""
        try:
            cells = next(csv.reader([record.rstrip("\r\n")]), [])
        except csv.Error as error:
            shown = record[:200]
            raise RemoteProtocolError(f"the table is no CSV: {error}", body=shown) from error
        if not cells:
            return None
        if self._names is None:
            self._names = cells
            return None
        extra = map(str, range(len(self._names) + 1, len(cells) + 1))
        return dict(zip([*self._names, *extra], cells, strict=False))

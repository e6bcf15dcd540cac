"""A text that is still being written, spoken piece by piece over connections that may break.

The source is cut into pieces, each asked for by itself and answered by audio and one ``complete``.
So the end is known, not guessed: the source has ended, and as many pieces are complete as were
asked for. The service answers pieces in the order they were asked for, so that they are told apart
by counting.

What differs is how a piece is put to the service (`Continuity`):

- ``context``: all pieces share a ``context_id``, so that the voice goes on between them. Each
  is released at once (``continue: false``) and several may be on their way. A context itself has no
  last frame; the ``complete`` of its last piece is the end.
- ``flush``: each piece is buffered and flushed, the next is asked for after its ``complete``: while
  two are on their way the service may answer both with one.
- ``plain``: one request for each piece, the next after the ``complete``. Over SSE and HTTP the
  request is an HTTP request, and its end is the end of its body.

When a connection breaks, complete pieces are not asked for again. The others are, and of the one
that was being spoken the part that had been delivered is left out of the new audio.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import msgspec

from smallestai.errors import LocalProtocolError, StreamClosedError, StreamError
from smallestai.protocol.events import AudioChunk, Complete, PieceEnded, SpeechEvent, Word
from smallestai.protocol.frames import events_of, read_frame
from smallestai.protocol.pieces import Part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smallestai.protocol.pieces import Piece

Continuity = Literal["context", "flush", "plain"]


class Narration:
    """Pieces of one text on their way to being audio.

    Args:
        settings: Fields that go with every message (`TtsFragment`).
        continuity: How pieces are put to the service.
        context_id: The context's name, for ``context``.
        ahead: How many pieces may be asked for and not complete; 1 unless they share a context.
        sample_size: Bytes of one sample.
    """

    def __init__(
        self,
        settings: Mapping[str, Any],
        *,
        continuity: Continuity = "context",
        context_id: str = "",
        ahead: int = 3,
        sample_size: int = 2,
    ) -> None:
        self.request_id: str | None = None
        self._settings = dict(settings)
        self._continuity = continuity
        self._context_id = context_id
        self._ahead = ahead if continuity == "context" else 1
        self._sample_size = sample_size
        self._queued: list[Part] = []
        self._asked: list[Part] = []
        self._count = 0
        self._ended = False
        self._cancelled = False
        self._connected = False
        # Whether the connection was idle before what is asked for now, so that it may have gone
        # already.
        self._idled = False

    # -- the source

    def add(self, piece: Piece) -> None:
        """Take the next piece of the text.

        Raises:
            LocalProtocolError: The text has been ended.
        """
        if self._ended:
            raise LocalProtocolError("the text has been ended: nothing can be added to it")
        self._queued.append(Part(self._count, piece, self._sample_size))
        self._count += 1

    def end(self) -> None:
        """Say that no more pieces come: when all have been spoken, it `is_done`."""
        self._ended = True

    @property
    def is_full(self) -> bool:
        """Whether enough pieces wait, so that the source need not be read further now."""
        return len(self._queued) + len(self._asked) > self._ahead

    @property
    def is_due(self) -> bool:
        """Whether there is a piece to ask for now."""
        wanted = bool(self._queued) and self._connected and not self._cancelled
        return wanted and len(self._asked) < self._ahead

    @property
    def asked(self) -> list[int]:
        """Which pieces have been asked for and are not complete, by their positions."""
        return [part.index for part in self._asked]

    @property
    def is_owed(self) -> bool:
        """Whether the service has still to answer a piece."""
        return bool(self._asked)

    @property
    def is_idle(self) -> bool:
        """Whether there is nothing to ask for and nothing to wait for, as the source stands."""
        return not self._asked and not self._queued

    @property
    def is_done(self) -> bool:
        """Whether everything has been spoken, or nothing more is wanted."""
        return self._cancelled or (self._ended and self.is_idle)

    # -- application to network

    def connected(self, *, used: bool = False) -> None:
        """Take a new connection: what is not complete will be asked for over it.

        Args:
            used: Whether it was idle before, so that it may have gone already.
        """
        self._connected = True
        self._idled = used
        self._queued = [*self._asked, *self._queued]
        self._asked = []

    def disconnected(self) -> None:
        """Note that the connection is gone; nothing is to be sent until `connected`."""
        self._connected = False

    @property
    def is_connected(self) -> bool:
        """Whether the connection is thought to be good."""
        return self._connected

    def texts_to_send(self) -> list[str]:
        """Return the pieces to ask for now, in order."""
        return [part.piece.text for part in self._due()]

    def frames_to_send(self) -> list[str]:
        """Return the messages to write now, in order."""
        return [self._message(part.piece.text) for part in self._due()]

    def cancel(self) -> list[str]:
        """Want nothing more, or take leave when everything has been spoken.

        Returns:
            The messages that tell the service so; only a context can be told.
        """
        if self._cancelled:
            return []
        was_done, self._cancelled = self.is_done, True
        if not self._connected or self._continuity != "context" or not self._count:
            return []
        name = {"context_id": self._context_id}
        cancel = [] if was_done else [_encode({**name, "cancel_request": True})]
        return [*cancel, _encode({**name, "context_close": True})]

    # -- network to application

    def receive(self, frame: bytes | str) -> list[SpeechEvent]:
        """Take a message of the service; see `take`.

        A service that gives an idle connection up says so in an error without a code. Where the
        next piece has crossed it on its way, the piece is asked for again over another connection.

        Raises:
            StreamError: The service reported an error.
            RemoteProtocolError: The message breaks the grammar.
        """
        if self._cancelled:
            return []
        read = read_frame(frame)
        if self.request_id is None and not isinstance(read, dict):
            self.request_id = read.request_id
        try:
            return self.take(events_of(read, frame))
        except StreamError as error:
            if self.is_owed and (error.code is not None or not self._idled):
                raise
            self.disconnected()
            return []

    def take(self, events: list[SpeechEvent]) -> list[SpeechEvent]:
        """Take what the service said; return what is new of it, with the pieces' bounds."""
        if self._cancelled:
            return []
        if events:
            self._idled = False
        taken: list[SpeechEvent] = []
        for event in events:
            if not self._asked:
                break  # nobody asked: a late word of what is complete
            part = self._asked[0]
            if isinstance(event, AudioChunk):
                data = part.take(event.data)
                if not data:
                    continue
                event = event if data is event.data else AudioChunk(data)
            elif isinstance(event, Word):
                if not part.is_new_word():
                    continue
            elif not isinstance(event, Complete):
                taken.append(event)
                continue
            if not part.started:
                taken.append(part.start())
            taken.append(self._ended_piece() if type(event) is Complete else event)
        return taken

    def receive_close(self, code: int, reason: str) -> None:
        """Take the end of the connection.

        Silence where the service owed nothing, or had gone before it was asked.

        Raises:
            StreamClosedError: Pieces were not complete.
        """
        self.disconnected()
        if self.is_owed and not self._idled and not self._cancelled:
            raise StreamClosedError(close_code=code, reason=reason, request_id=self.request_id)

    # -- private

    def _due(self) -> list[Part]:
        if not self.is_due:
            return []
        free = self._ahead - len(self._asked)
        due, self._queued = self._queued[:free], self._queued[free:]
        for part in due:
            part.begin()
        self._asked += due
        return due

    def _ended_piece(self) -> PieceEnded:
        """Take the end of the piece that is being spoken."""
        part = self._asked.pop(0)
        self._idled = not self._asked
        return PieceEnded(part.index)

    def _message(self, text: str) -> str:
        message = {**self._settings, "text": text}
        if self._continuity == "context":
            message |= {"context_id": self._context_id, "continue": False}
        elif self._continuity == "flush":
            message |= {"continue": True, "flush": True}
        return _encode(message)


def _encode(message: Mapping[str, Any]) -> str:
    return msgspec.json.encode(message).decode()

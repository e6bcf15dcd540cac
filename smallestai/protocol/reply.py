"""Text to speech as an HTTP reply.

An event stream, or the audio itself. Bytes in, events out, in any cut.
"""

from __future__ import annotations

from typing import Protocol

from smallestai.errors import RemoteProtocolError, SmallestError, StreamClosedError
from smallestai.protocol.events import AudioChunk, Complete, SpeechEvent
from smallestai.protocol.frames import events_of, read_frame
from smallestai.protocol.reception import Reception
from smallestai.protocol.sse import EventStreamParser, ServerSentEvent


class SpeechReply(Protocol):
    """What both replies have in common."""

    @property
    def audio(self) -> bytes:
        """The audio received so far."""

    def receive(self, chunk: bytes) -> list[SpeechEvent]:
        """Take bytes of the body."""

    def receive_end(self) -> list[SpeechEvent]:
        """Take the end of the body."""


class EventStreamReply:
    """The body of `synthesizeSpeechSse`.

    Frames as server-sent events, ended by one that says ``done``.
    """

    def __init__(self) -> None:
        self._parser = EventStreamParser()
        self._reception = Reception()
        self._complete = False

    @property
    def audio(self) -> bytes:
        """The samples received so far."""
        return self._reception.audio

    def receive(self, chunk: bytes) -> list[SpeechEvent]:
        """Take bytes of the body.

        Returns:
            What happened; nothing once the stream is complete.

        Raises:
            StreamError: The server reported an error in mid-stream.
            RemoteProtocolError: An event breaks the grammar. Either has the audio received so far.
        """
        events: list[SpeechEvent] = []
        for event in self._parser.feed(chunk):
            if not self._complete:
                events += self._read(event)
        return events

    def receive_end(self) -> list[SpeechEvent]:
        """Take the end of the body.

        Raises:
            StreamClosedError: It came before the stream was complete. The audio received so far is
                on it.
        """
        if self._complete:
            return []
        reason = "in the middle of an event" if self._parser.pending else "before the last event"
        raise self._reception.blame(StreamClosedError(reason=f"the event stream ended {reason}"))

    def _read(self, event: ServerSentEvent) -> list[SpeechEvent]:
        try:
            events = events_of(read_frame(event.data), event.data)
        except SmallestError as error:
            raise self._reception.blame(error) from error.__cause__
        if events and type(events[-1]) is Complete:
            self._complete = True
        return self._reception.take(events)


class AudioReply:
    """The body of `synthesizeSpeech`: the audio itself, complete when the body is.

    Args:
        frame_size: Bytes of one sample; 1 where the bytes need no alignment (MP3, G.711, WAV).
    """

    def __init__(self, frame_size: int = 2) -> None:
        self._reception = Reception(frame_size)

    @property
    def audio(self) -> bytes:
        """The audio received so far."""
        return self._reception.audio

    def receive(self, chunk: bytes) -> list[SpeechEvent]:
        """Take bytes of the body and return their whole samples."""
        return self._reception.take([AudioChunk(chunk)])

    def receive_end(self) -> list[SpeechEvent]:
        """Take the end of the body.

        Raises:
            RemoteProtocolError: There was no audio in it.
        """
        if not len(self._reception):
            raise RemoteProtocolError("the reply holds no audio")
        return [Complete()]

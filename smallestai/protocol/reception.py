"""The audio of one utterance as it comes in.

Whole samples, and a record of them for whoever must tell what arrived.
"""

from __future__ import annotations

from typing import TypeVar

from smallestai.audio import SampleAligner
from smallestai.errors import SmallestError
from smallestai.protocol.events import AudioChunk, SpeechEvent

E = TypeVar("E", bound=SmallestError)


class Reception:
    """Collects an utterance.

    Args:
        frame_size: Bytes of one sample; 1 where bytes need no alignment (MP3, G.711, containers).
    """

    def __init__(self, frame_size: int = 2) -> None:
        self._size = frame_size
        self._aligner = SampleAligner(frame_size)
        # One growing buffer: chunks kept by themselves would each take fresh pages.
        self._audio = bytearray()

    def __len__(self) -> int:
        return len(self._audio)

    @property
    def audio(self) -> bytes:
        """Everything received so far."""
        return bytes(self._audio)

    def take(self, events: list[SpeechEvent]) -> list[SpeechEvent]:
        """Return the events with their audio cut to whole samples.

        A chunk that held less than one is left out.
        """
        if len(events) == 1 and type(events[0]) is AudioChunk and not self._aligner.carry:
            data = events[0].data
            if data and not len(data) % self._size:  # nearly every frame is like this
                self._audio += data
                return events
        taken: list[SpeechEvent] = []
        for event in events:
            if isinstance(event, AudioChunk):
                data = self._aligner.feed(event.data)
                if not data:
                    continue
                self._audio += data
                if data is not event.data:
                    event = AudioChunk(data)
            taken.append(event)
        return taken

    def blame(self, error: E) -> E:
        """Put the audio received so far on an error, so that nobody loses it."""
        error.audio = self.audio
        return error

"""The words of a stream on one timeline, kept only as far as anyone asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai.errors import ArgumentError
from smallestai.protocol.events import Complete, PieceEnded, PieceStarted, SpeechEvent, Word

if TYPE_CHECKING:
    from smallestai.audio import AudioFormat
    from smallestai.timeline import Timeline


class WordClock:
    """Puts words on the clock of the stream, which is the audio delivered.

    Args:
        form: The format of the audio.
        text: What is spoken, for a stream that is not told piece by piece.
    """

    def __init__(self, form: AudioFormat, text: str) -> None:
        self._form = form
        self._text = text
        self._timeline: Timeline | None = None
        self._counted = 0  # bytes
        self._is_complete = False

    def take(self, event: SpeechEvent, delivered: int) -> SpeechEvent:
        """Take an event that is not audio; a word comes back with its time and place in the stream.

        Args:
            event: Anything but audio.
            delivered: Bytes of audio delivered before it.
        """
        if isinstance(event, Word):
            word = self.timeline(delivered).add_word(event.text, event.start, event.end)
            return Word(word.text, word.start, word.end, event.index, word.source)
        if isinstance(event, PieceStarted):
            timeline = self.timeline(delivered)
            timeline.add_piece(event.text, event.start, event.source)
        elif isinstance(event, PieceEnded):
            self.timeline(delivered).end_piece()
        elif isinstance(event, Complete):
            self._is_complete = True
        return event

    def timeline(self, delivered: int) -> Timeline:
        """Return the timeline, with that many bytes of audio delivered."""
        size = self._form.frame_size
        if size is None or self._form.encoding == "wav":
            raise ArgumentError("output_format", self._form.encoding, "has no timeline; 'pcm' has")
        if self._timeline is None:
            from smallestai.timeline import Timeline

            self._timeline = Timeline(self._form.sample_rate)
            if self._text:
                self._timeline.add_piece(self._text, 0)
        self._timeline.add_samples((delivered - self._counted) // size)
        self._counted = delivered
        if self._is_complete:
            self._timeline.end_piece()
        return self._timeline

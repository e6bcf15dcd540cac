"""What is measured of a stream while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smallestai.audio import AudioFormat


@dataclass(slots=True)
class SpeechMetrics:
    """What was measured of a stream; all times are seconds.

    Attributes:
        format: The format of the audio.
        time_to_first_audio: From the start of the request, waiting and connecting included, to the
            first samples; None before they came.
        queued: Waiting at the client's own gate, see `TTS.concurrency_limit`.
        connect_time: Until the request had been sent and, over HTTP, its reply begun.
        elapsed: From the start of the request to the last samples so far.
        characters: How many were asked for; for `speak`, of the pieces that were begun.
        chunks: Pieces of audio received.
        bytes: Bytes of audio received.
        gaps: How often a player that began with the first samples would have run dry.
        gap_seconds: How long it would have been silent altogether.
        piece_latencies: For `speak`: from asking for each piece to its first samples.
        reconnects: How often the stream went on over another connection.
        first_text_at: For `speak`: when the source gave its first text, by `time.perf_counter`.
    """

    format: AudioFormat
    time_to_first_audio: float | None = None
    queued: float = 0.0
    connect_time: float | None = None
    elapsed: float = 0.0
    characters: int = 0
    chunks: int = 0
    bytes: int = 0
    gaps: int = 0
    gap_seconds: float = 0.0
    piece_latencies: tuple[float, ...] = ()
    reconnects: int = 0
    first_text_at: float | None = None
    _begun: float = field(default=0.0, repr=False)
    _played: float = field(default=0.0, repr=False)  # when a player would have played what has come

    @property
    def audio_seconds(self) -> float:
        """How long the audio lasts that came; 0 for MP3 and WAV, whose bytes do not tell."""
        return 0.0 if self.format.encoding in ("mp3", "wav") else self.format.seconds(self.bytes)

    @property
    def real_time_factor(self) -> float | None:
        """Seconds it took for each second of audio; below 1 is faster than speech. None before."""
        return self.elapsed / self.audio_seconds if self.audio_seconds else None

    @property
    def time_from_first_token(self) -> float | None:
        """For `speak`: from the first text of the source to the first samples; None before."""
        if self.first_text_at is None or self.time_to_first_audio is None:
            return None
        return self._begun + self.time_to_first_audio - self.first_text_at

    def begin(self) -> None:
        """Note that the request begins."""
        self._begun = perf_counter()

    def connected(self) -> None:
        """Note that it has been sent."""
        self.connect_time = perf_counter() - self._begun

    def count(self, size: int, seconds: float) -> None:
        """Count a chunk of audio of that many bytes and seconds."""
        elapsed = perf_counter() - self._begun
        if not self.chunks:
            self.time_to_first_audio = self._played = elapsed
        elif elapsed > self._played:
            self.gaps += 1
            self.gap_seconds += elapsed - self._played
            self._played = elapsed
        self._played += seconds
        self.elapsed = elapsed
        self.chunks += 1
        self.bytes += size

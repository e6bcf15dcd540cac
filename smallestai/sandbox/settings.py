"""The sandbox's switches: where sources disagree on the service, and how slow it should be."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen, validators


@frozen(kw_only=True)
class Settings:
    """How a sandbox behaves. The defaults are the newest known behaviour, at full speed.

    Attributes:
        time_scale: What every wait of the server is multiplied by (idle times, back-offs, buffer
            delays, the latencies below), so that tests need not sleep. Messages keep the nominal
            number of seconds.
        first_audio_seconds: The wait before the first audio of each synthesis.
        real_time_factor: How many seconds of audio may be sent in one second; None for as many
            as the engine makes.
        sse_chunk_bytes: PCM bytes in an event of the HTTP stream.
        chunk_seconds: Audio in a chunk of the socket and of a streamed HTTP body.
        idle_seconds: When a socket without `?timeout=` closes for want of messages.
        idle_limit_seconds: What `?timeout=` is cut down to; None honours any number.
        idle_close_code: The close code that follows the idle error.
        complete_backoff_ms: The wait between the last chunk and `complete`, unless a request
            names its own.
        complete_per_request: Whether each plain request gets a `complete`, instead of one for a
            burst of requests.
        close_after_complete: Whether the server closes the socket after the `complete` of plain
            requests.
        context_backoff_ms: The wait between the last chunk of a context's segment and its
            `complete`, unless a fragment names its own.
        context_delay_ms: `max_buffer_delay_ms` when a fragment names none.
        context_min_chars: The fewest characters spoken because a sentence ended.
        buffer_max_chars: The most characters a buffer holds before some are spoken.
        error_frame: Whether a socket's error text stands in `message` or in `error.message`.
        lightning_v31_live: Whether the deprecated Lightning 3.1 routes still answer, not 410.
        content_expiry: The answer to `x-expire-content: true`.
        call_seconds: How long an outbound call lasts.
    """

    time_scale: float = field(default=1.0, validator=validators.gt(0))
    first_audio_seconds: float = 0.0
    real_time_factor: float | None = None

    sse_chunk_bytes: int = 1024
    chunk_seconds: float = 0.1

    idle_seconds: int = 60
    idle_limit_seconds: int | None = 180
    idle_close_code: int = 1000
    complete_backoff_ms: float = 4000
    complete_per_request: bool = False
    close_after_complete: bool = False
    context_backoff_ms: float = 0
    context_delay_ms: int = 3000
    context_min_chars: int = 20
    buffer_max_chars: int = 240
    error_frame: Literal["message", "error"] = "message"

    lightning_v31_live: bool = True
    content_expiry: Literal["applied", "not-entitled", "unavailable"] = "not-entitled"

    call_seconds: float = 8.0

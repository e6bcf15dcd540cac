"""Why the service closed a transcription, as errors.

Source: channel `sttLive` in `openapi/streams.yaml`.
"""

from __future__ import annotations

from smallestai.errors import (
    ConcurrencyLimitError,
    PermissionDeniedError,
    RateLimitError,
    SmallestError,
    StreamClosedError,
)

# RFC 6455, section 7.4: the peer went away, or a proxy did; what it would say again is not here.
_RESUMABLE = frozenset({1000, 1001, 1005, 1006, 1011, 1012, 1013, 1014})
_CLOSED = "the service closed the transcription"


def close_error(code: int, reason: str, hint: str | None = None) -> SmallestError:
    """Return the error for the end of a connection before the end of the transcript.

    Args:
        code: The WebSocket close code.
        reason: What came with it.
        hint: What to do, where the caller knows better than the code.
    """
    words = reason.lower()
    if "concurren" in words:
        return ConcurrencyLimitError(
            f"{_CLOSED}: {reason}",
            status=429,
            code=reason,
            hint="Too many sessions are open with this account: close one, or raise the plan.",
        )
    if "rate_limit" in words:
        return RateLimitError(
            f"{_CLOSED}: {reason}",
            status=429,
            code=reason,
            hint="Too many sessions in a short time: wait a minute before the next one.",
        )
    if words.startswith("forbidden"):
        return PermissionDeniedError(
            f"{_CLOSED}: {reason}",
            status=403,
            code=reason,
            hint="The plan of this account does not include live transcription.",
        )
    return StreamClosedError(close_code=code, reason=reason, hint=hint)


def is_resumable(error: SmallestError) -> bool:
    """Whether another connection may go on where this one ended."""
    return isinstance(error, StreamClosedError) and error.close_code in _RESUMABLE

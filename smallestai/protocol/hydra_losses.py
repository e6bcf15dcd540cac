"""After which loss of a session another connection is worth while, and how soon.

================================== =====================================
401, or another refusal            never: it would come again
1000: a normal end, or idle        never: who is still there connects anew
1013, or the error ``server_full`` after 1 s, doubling up to 60 s
any other code, or no connection   after 1 s, doubling up to 30 s
================================== =====================================

Source: channel `s2s` in `openapi/streams.yaml`.
"""

from __future__ import annotations

from typing import Literal

from smallestai.errors import APIConnectionError, APIError, StreamClosedError, StreamError

Loss = Literal["final", "full", "broken"]

# The first and the longest pause, in seconds.
PAUSES: dict[Loss, tuple[float, float]] = {"full": (1.0, 60.0), "broken": (1.0, 30.0)}
_CODES: dict[str, Loss] = {"server_full": "full", "internal_error": "broken"}
GOOD = 30.0  # seconds after which a session was a good one: pauses begin anew


def loss_of(error: Exception) -> Loss:
    """Return what kind of loss an error is."""
    if isinstance(error, StreamClosedError):
        if error.close_code == 1000:
            return "final"
        return "full" if error.close_code == 1013 else "broken"
    if isinstance(error, StreamError):
        return _CODES.get(error.code or "", "final")
    if isinstance(error, APIError):
        return "full" if error.status in (429, 503) else "broken" if error.retryable else "final"
    return "broken" if isinstance(error, APIConnectionError) else "final"

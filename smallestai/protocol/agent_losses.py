"""After which loss of a session with an agent another connection is worth while.

=================================================== ==============================
400, 401, 403, or another refusal                   no: it would come again
408, 429, 5xx; 503 means that the service drains    yes
no connection, or one that broke                    yes
1000: a normal end                                  no
4000 after ``internal_error``, ``worker_not_ready``
or ``503``, or after no error                       yes
4000 after another error, such as ``400``, ``404``  no
1001, 1005, 1006, 1011 to 1014                      yes
any other code                                      no
=================================================== ==============================

The pauses begin at 0.5 s and double up to 30 s. Source: channel `agentConnect` in
`openapi/streams.yaml`; the last two lines are RFC 6455, section 7.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai.errors import APIConnectionError, APIError, StreamClosedError, stream_error

if TYPE_CHECKING:
    from smallestai.protocol.agent_events import ErrorReported

PAUSES = (0.5, 30.0)  # the first and the longest, in seconds
GOOD = 30.0  # seconds after which a session was a good one: pauses begin anew

_FATAL = 4000  # one close code for every failure
_PASSING = frozenset({None, "internal_error", "worker_not_ready", "503"})


def loss(
    close_code: int, reason: str, said: ErrorReported | None, call_id: str | None
) -> StreamClosedError:
    """Return the error for a connection that was closed before the end.

    Args:
        close_code: The WebSocket close code.
        reason: What came with it.
        said: The error that the service reported right before.
        call_id: The call, where it is known.
    """
    hint = code = None
    if said is not None:
        code = None if said.code is None else str(said.code)
        reason = said.message or reason
        hint = stream_error({"code": code, "message": reason}).hint
    error = StreamClosedError(close_code=close_code, reason=reason, request_id=call_id, hint=hint)
    error.code = code
    if close_code == _FATAL:
        error.retryable = code in _PASSING
    return error


def is_passing(error: Exception) -> bool:
    """Whether another connection may do better."""
    kinds = (APIConnectionError, APIError, StreamClosedError)
    return isinstance(error, kinds) and error.retryable

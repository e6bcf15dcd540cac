"""The names that faults have, so that a misspelt one is found when it is asked for."""

from __future__ import annotations

import re
from difflib import get_close_matches

# fmt: off
REQUESTS = (
    "bad_request", "plan_gate", "payment_required", "forbidden", "organization_gate", "not_found",
    "conflict", "gone", "too_large", "frozen", "rate_limited", "concurrency", "server_error",
    "upstream", "unavailable", "unauthorized", "retired_route", "html", "hang", "drop",
)
"""Of requests over HTTP: faults_http.py."""

SOCKETS = {"close", "drop", "error", "silent"}
"""Of every socket, besides `refuse_<status>`: faults_sockets.py."""

HYDRA = {
    "unauthorized", "server_full", "internal_error", "session_ended", "silent_configure",
    "no_rate", "invalid_audio", "unknown_frame", "late_deltas", "response_failed",
    "response_incomplete", "tool_response_timeout",
}
"""Of speech to speech: hydra.py."""

AGENT = {
    "unauthorized", "bad_query", "draining", "internal_error", "worker_not_ready",
    "dependency_down", "no_agent", "no_credits", "fatal", "setup_failed", "no_closed",
    "unknown_frame", "managed_tools",
}
"""Of the agent socket: atoms_realtime.py."""

TRANSCRIPTION = {
    "concurrency_limit_reached", "forbidden", "rate_limit_exceeded", "language_not_enabled",
    "unknown_frame", "vad_without_end",
}
"""Of live speech to text: transcription_live.py."""
# fmt: on

_ALL = {*REQUESTS} | SOCKETS | HYDRA | AGENT | TRANSCRIPTION
REFUSAL = re.compile(r"refuse_([45]\d\d)")
"""Of every socket as well: a status in place of the upgrade."""


def checked(name: object) -> str:
    """Return the name of a fault.

    Raises:
        ValueError: There is no fault of that name.
    """
    if isinstance(name, str) and (name in _ALL or REFUSAL.fullmatch(name)):
        return name
    near = get_close_matches(str(name), _ALL, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(sorted(_ALL))}"
    raise ValueError(f"there is no fault {name!r}; {hint}")

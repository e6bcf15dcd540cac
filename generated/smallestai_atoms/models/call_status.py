"""The known values of CallStatus. Others pass: the service may grow."""

from typing import Literal

CallStatus = Literal[
    "active",
    "cancelled",
    "completed",
    "failed",
    "in_progress",
    "in_queue",
    "no_answer",
    "pending",
    "processing",
]

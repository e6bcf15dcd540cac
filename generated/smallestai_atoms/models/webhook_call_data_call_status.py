"""The known values of WebhookCallDataCallStatus. Others pass: the service may grow."""

from typing import Literal

WebhookCallDataCallStatus = Literal[
    "busy", "canceled", "cancelled", "completed", "failed", "no-answer", "no_answer"
]

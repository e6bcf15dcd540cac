"""The known values of WebhookTranscriptTurnRole. Others pass: the service may grow."""

from typing import Literal

WebhookTranscriptTurnRole = Literal["agent", "user"]

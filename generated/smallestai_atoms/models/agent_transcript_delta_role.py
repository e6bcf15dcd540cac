"""The known values of AgentTranscriptDeltaRole. Others pass: the service may grow."""

from typing import Literal

AgentTranscriptDeltaRole = Literal["assistant", "user"]

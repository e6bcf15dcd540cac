"""The known values of AgentTranscriptRole. Others pass: the service may grow."""

from typing import Literal

AgentTranscriptRole = Literal["assistant", "user"]

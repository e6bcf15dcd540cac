"""The known values of TranscriptTurnRole. Others pass: the service may grow."""

from typing import Literal

TranscriptTurnRole = Literal["agent", "user"]

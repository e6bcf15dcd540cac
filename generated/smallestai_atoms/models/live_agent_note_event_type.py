"""The known values of LiveAgentNoteEventType. Others pass: the service may grow."""

from typing import Literal

LiveAgentNoteEventType = Literal["agent_error", "agent_log"]

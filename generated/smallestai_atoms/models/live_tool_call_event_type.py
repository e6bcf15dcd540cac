"""The known values of LiveToolCallEventType. Others pass: the service may grow."""

from typing import Literal

LiveToolCallEventType = Literal["tool_call_end", "tool_call_error", "tool_call_start"]

"""The known values of FinishReason. Others pass: the service may grow."""

from typing import Literal

FinishReason = Literal["content_filter", "length", "stop", "tool_calls"]

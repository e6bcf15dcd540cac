"""The known values of ChatToolCallDeltaType. Others pass: the service may grow."""

from typing import Literal

ChatToolCallDeltaType = Literal["function"]

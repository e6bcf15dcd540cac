"""The known values of ChatToolCallType. Others pass: the service may grow."""

from typing import Literal

ChatToolCallType = Literal["function"]

"""The known values of ChatNamedToolType. Others pass: the service may grow."""

from typing import Literal

ChatNamedToolType = Literal["function"]

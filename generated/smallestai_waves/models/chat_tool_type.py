"""The known values of ChatToolType. Others pass: the service may grow."""

from typing import Literal

ChatToolType = Literal["function"]

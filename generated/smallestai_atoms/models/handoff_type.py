"""The known values of HandoffType. Others pass: the service may grow."""

from typing import Literal

HandoffType = Literal["prompt", "static"]
